import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customerByExternalId } from '../../src/database/customers.ts';
import { allPartners } from '../../src/database/partners.ts';
import { registrationByReference } from '../../src/database/registrations.ts';
import { importAwareness, importCustomers, importPartners } from '../../src/pipeline/import-records.ts';
import { Line, referenceIn } from '../support/line.ts';

let line: Line;
beforeEach(async () => {
  line = await Line.open();
});
afterEach(() => line[Symbol.asyncDispose]());

const count = async (table: string): Promise<number> => {
  const { rows } = await line.database.query<{ n: bigint }>(`select count(*) as n from ${table}`);
  return Number(rows[0]!.n);
};

const PARTNERS = 'partner_id,name,domain,extra_domains,country,language,contact_email,status';
const partner = (id: string, domains: string, more = 'active') =>
  `${id},${id} Networks,${domains.replace(' ', ',')}${domains.includes(' ') ? '' : ','},LU,en,desk@${id.toLowerCase()}.example,${more}`;
const partners = (...rows: string[]) => importPartners(line.context, [PARTNERS, ...rows].join('\n'), 'p.csv');

describe('importing partners', () => {
  test('given new, changed and known partners, when they are imported twice, then each counts once', async () => {
    const rows = [partner('Epsilon', 'epsilon.example'), partner('Alpha', 'alpha.example', 'suspended')];
    expect(await partners(...rows)).toMatchObject({ added: 1, updated: 1, unchanged: 0 });
    expect(await partners(...rows)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    const all = await allPartners(line.database);
    expect(all.find(({ id }) => id === 'Alpha')).toMatchObject({ status: 'suspended', country: 'LU' });
    expect(all.find(({ id }) => id === 'Beta')).toMatchObject({ status: 'active' });
    expect(await count(`ledger where kind = 'directory.imported'`)).toBe(1);
  });

  test('given one wrong row among right ones, when they are imported, then nothing is', async () => {
    await expect(partners(partner('Epsilon', 'epsilon.example'), partner('Zeta', 'zeta'))).rejects.toThrow(
      'p.csv, line 3, domain: "zeta" is no domain, for example netz.example\np.csv: nothing was imported',
    );
    expect(await count(`partner where id = 'Epsilon'`)).toBe(0);
  });

  test('given a domain that another partner holds, when it is imported, then both ids are named and nothing changes', async () => {
    await expect(partners(partner('Epsilon', 'epsilon.example beta.example'))).rejects.toThrow(
      'p.csv, line 2, domain: beta.example of Epsilon is a domain of Beta already',
    );
    expect(await count(`partner where id = 'Epsilon'`)).toBe(0);
  });

  test('given two partners that swap a domain, when they are imported, then they have swapped', async () => {
    await partners(partner('Alpha', 'beta.example'), partner('Beta', 'alpha.example'));
    const { rows } = await line.database.query(
      'select domain, partner_id from partner_domain order by domain',
    );
    expect(rows.slice(0, 2)).toEqual([
      { domain: 'alpha.example', partner_id: 'Beta' },
      { domain: 'beta.example', partner_id: 'Alpha' },
    ]);
  });

  test("given a domain of Mixvoip's staff, when it is imported as a partner's, then it is refused", async () => {
    const { config } = line.context;
    const identity = { ...config.identity, staffDomains: ['house.example'] };
    const text = [PARTNERS, partner('Epsilon', 'house.example')].join('\n');
    await expect(
      importPartners({ ...line.context, config: { ...config, identity } }, text, 'p.csv'),
    ).rejects.toThrow("p.csv, line 2, domain: house.example is a domain of Mixvoip's own staff");
  });

  test('given a dry run, when it is checked, then it counts and changes nothing', async () => {
    const text = [PARTNERS, partner('Epsilon', 'epsilon.example')].join('\n');
    expect(await importPartners(line.context, text, 'p.csv', { dryRun: true })).toMatchObject({ added: 1 });
    expect(await count(`partner where id = 'Epsilon'`)).toBe(0);
    expect(await count('ledger')).toBe(0);
  });
});

const CUSTOMERS =
  'customer_id,name,vat,country,city,domain,partner_id,it_partner_id,mixvoip_services,last_revenue';
const customers = (...rows: string[]) =>
  importCustomers(line.context, [CUSTOMERS, ...rows].join('\n'), 'c.csv');

describe('importing customers', () => {
  test('given a customer base, when it is imported again with a change, then one row is updated', async () => {
    const kohn = 'C1,Brasserie Kohn S.à r.l.,LU26375245,LU,Mersch,kohn.example,Alpha,,internet,2026-09-30';
    expect(await customers(kohn, 'C2,Garage Weber,,LU,Wiltz,,,,,')).toMatchObject({ added: 2, updated: 0 });
    expect(await customers(kohn, 'C2,Garage Weber,,LU,Clervaux,,,,,')).toMatchObject({
      added: 0,
      updated: 1,
      unchanged: 1,
    });
    expect(await customerByExternalId(line.database, 'C1')).toMatchObject({
      description: { name: 'Brasserie Kohn S.à r.l.', city: 'Mersch', domain: 'kohn.example' },
      attachment: { partnerId: 'Alpha', mixvoipServices: ['internet'] },
    });
    const found = await line.database.query(`select kind from customer_key where key = 'kohn.example'`);
    expect(found.rows).toEqual([{ kind: 'domain' }]);
  });

  test('given a row that names no known partner, when it is imported, then its line is named and nothing changes', async () => {
    await expect(customers('C1,Kohn,,LU,,,,,,', 'C2,Weber,,LU,,,Omega,,,')).rejects.toThrow(
      'c.csv, line 3, partner_id: Omega is no partner of the directory: import the partners first',
    );
    expect(await count('customer')).toBe(0);
  });

  test('given more rows than one statement takes, when they are imported twice, then each is there once', async () => {
    const rows = Array.from(
      { length: 2500 },
      (_, i) => `C${i},Brasserie ${i.toString(36)}x${i},,LU,Mersch,,,,,`,
    );
    expect(await customers(...rows)).toMatchObject({ added: 2500 });
    expect(await customers(...rows)).toMatchObject({ added: 0, unchanged: 2500 });
    expect(await count('customer')).toBe(2500);
  });

  test('given a customer known from a registration, when its row comes, then registration and partner of record meet', async () => {
    const came = await line.arrives('2026-10-05T08:00:00Z', {
      from: 'Alpha',
      customer: { name: 'Imprimerie Lallemang', city: 'Mersch', country: 'LU' },
    });
    const row = 'C7,Imprimerie Lallemang S.A.,LU26375245,LU,Mersch,lallemang.example,Beta,,,2026-09-30';
    expect(await customers(row)).toMatchObject({ added: 0, updated: 1 });
    expect(await customers(row)).toMatchObject({ unchanged: 1 });
    const customer = (await customerByExternalId(line.database, 'C7'))!;
    const registration = await registrationByReference(line.database, referenceIn(came));
    expect(registration!.customerId).toBe(customer.id);
    expect(customer).toMatchObject({
      description: {
        name: 'Imprimerie Lallemang S.A.',
        vat: 'LU26375245',
        aliases: ['Imprimerie Lallemang'],
      },
      attachment: { partnerId: 'Beta' },
    });
    const next = await line.arrives('2026-10-06T08:00:00Z', {
      from: 'Gamma',
      customer: { vat: 'LU26375245' },
    });
    expect(next.outcomes).toEqual(['conflict customer.of_other_partner']);
  });

  test('given a like-named company elsewhere, when its row comes, then it is a customer of its own', async () => {
    await line.arrives('2026-10-05T08:00:00Z', {
      from: 'Alpha',
      customer: { name: 'Imprimerie Lallemang', city: 'Mersch', country: 'LU' },
    });
    expect(await customers('C7,Imprimerie Lallemang,,BE,Arlon,,,,,')).toMatchObject({ added: 1, updated: 0 });
  });

  test('given a won registration, when a customer base that has not heard of it comes, then the ledger holds', async () => {
    const rows = ['C7,Imprimerie Lallemang,LU26375245,LU,Mersch,,,,internet,2025-01-31'];
    await customers(...rows);
    const came = await line.arrives('2026-10-05T08:00:00Z', {
      from: 'Alpha',
      customer: { vat: 'LU26375245' },
    });
    const reference = referenceIn(came);
    if (came.outcomes[0] !== 'accepted prospect.first') await line.rules(reference, 'second');
    await line.arrives('2026-10-06T08:00:00Z', {
      from: 'Alpha',
      registrations: [],
      more: { intent: 'won', reference },
    });
    const counts = await customers('C7,Imprimerie Lallemang,LU26375245,LU,Mersch,,Beta,,internet,2025-01-31');
    expect(counts.notes).toEqual([
      {
        line: 2,
        text: 'C7 stays with Alpha, as the ledger settled on 2026-10-06; the file has it with Beta',
      },
    ]);
    const { attachment } = (await customerByExternalId(line.database, 'C7'))!;
    expect(attachment).toMatchObject({ partnerId: 'Alpha', mixvoipServices: ['internet'] });
    expect(attachment.lastRevenue).toBeUndefined();
    await customers('C7,Imprimerie Lallemang,LU26375245,LU,Mersch,,Alpha,,internet,2026-11-30');
    expect((await customerByExternalId(line.database, 'C7'))!.attachment.lastRevenue).toEqual(
      new Date('2026-11-30T00:00:00Z'),
    );
  });
});

const AWARENESS = 'customer_name,vat,domain,country,city,services,recorded_at,recorded_by';
const KNOWN = 'Imprimerie Lallemang,,,LU,Mersch,internet,2026-09-01T09:00:00Z,sales@mixvoip.com';
const awareness = (options: { trustDates?: boolean }, ...rows: string[]) =>
  importAwareness(line.context, [AWARENESS, ...rows].join('\n'), 'a.csv', options);
const recorded = async () =>
  (
    await line.database.query<{ recorded_at: Date }>('select recorded_at from awareness order by id')
  ).rows.map(({ recorded_at }) => recorded_at.toISOString());

describe('importing awareness', () => {
  test('given an awareness with an old date, when it is imported, then it counts from now and once', async () => {
    expect(await awareness({}, KNOWN)).toMatchObject({ added: 1 });
    expect(await awareness({}, KNOWN)).toMatchObject({ added: 0, unchanged: 1 });
    expect(await recorded()).toEqual(['2026-10-05T07:00:00.000Z']);
    const { outcomes } = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    expect(outcomes).toEqual(['rejected mixvoip.aware_first']);
  });

  test('given a mail that arrived before the import and waits, when it is decided, then the import does not count', async () => {
    await line.store('2026-10-05T06:59:00Z', { from: 'Alpha' });
    await awareness({}, KNOWN);
    expect((await line.until('2026-10-05T07:00:01Z')).outcomes).toEqual(['accepted prospect.first']);
  });

  test('given the first set-up, when its dates are trusted, then they are kept and the same rows add nothing', async () => {
    const later = KNOWN.replace('09-01T', '09-20T');
    expect(await awareness({ trustDates: true }, KNOWN, later)).toMatchObject({ added: 2 });
    expect(await awareness({ trustDates: true }, KNOWN, later)).toMatchObject({ added: 0, unchanged: 2 });
    expect(await awareness({}, KNOWN, later)).toMatchObject({ added: 0, unchanged: 2 });
    expect(await recorded()).toEqual(['2026-09-01T09:00:00.000Z', '2026-09-20T09:00:00.000Z']);
  });

  test('given a ledger that has decided a mail, when dates are to be trusted, then the import is refused', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await expect(awareness({ trustDates: true }, KNOWN)).rejects.toThrow('without --initial');
    expect(await recorded()).toEqual([]);
  });

  test("given a partner's registration before, when the awareness is imported, then it does not count, as in a mail", async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    expect(await awareness({}, KNOWN)).toMatchObject({ added: 0, notes: [{ line: 2 }] });
    expect(await recorded()).toEqual([]);
  });

  test('given a row that lies in the future, when it is imported, then it is refused', async () => {
    await expect(awareness({}, KNOWN.replace('09-01T', '10-20T'))).rejects.toThrow('lies in the future');
  });
});
