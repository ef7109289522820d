import { describe, expect, test } from 'vitest';
import { openDatabaseInMemory } from '../../src/database/connect.ts';
import { allPartners, type Partner, partnerById, upsertPartner } from '../../src/database/partners.ts';

const partner = (id: string, domains: string[]): Partner => ({
  id,
  name: `Partner ${id}`,
  language: 'fr',
  contactEmail: `desk@${id.toLowerCase()}.example`,
  status: 'active',
  domains,
});

describe('the directory of partners', () => {
  test('given partners with several domains, one and none, then each is read with its own, by id', async () => {
    const database = await openDatabaseInMemory();
    const known = [partner('A', ['a.example', 'a.test']), partner('B', []), partner('C', ['c.example'])];
    for (const one of known.toReversed()) await upsertPartner(database, one);
    expect(await allPartners(database)).toEqual(known);
    expect(await Promise.all(known.map(({ id }) => partnerById(database, id)))).toEqual(known);
    await database.close();
  });

  test('given thousands of partners, then the whole directory is read about as fast as each row is', async () => {
    const database = await openDatabaseInMemory();
    await database.query(`
      insert into partner (id, name, language, contact_email, status)
        select 'P' || n, 'Partner ' || n, 'fr', 'desk@p' || n || '.example', 'active' from generate_series(1, 4000) n;
      insert into partner_domain (domain, partner_id) select 'p' || n || '.example', 'P' || n from generate_series(1, 4000) n;`);
    const before = performance.now();
    await database.query('select p.*, d.domain from partner p join partner_domain d on d.partner_id = p.id');
    const flat = performance.now() - before;
    const start = performance.now();
    expect(await allPartners(database)).toHaveLength(4000);
    expect(performance.now() - start).toBeLessThan(500 + 10 * flat);
    await database.close();
  }, 60_000);
});
