import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/connect.ts';
import { listDisputes, listHeldMails, listRegistrations } from '../../src/database/listing.ts';
import { verifyLedger } from '../../src/pipeline/verify-ledger.ts';
import { importAwareness, importCustomers, importPartners } from '../../src/pipeline/import-records.ts';
import type { Database } from '../../src/ports.ts';
import { policySchema } from '../../src/registration/policy.ts';
import { missingServer, oncePerFile } from '../support/servers.ts';
import { startPostgres } from '../support/postgres.ts';
import { Line } from '../support/line.ts';

const postgres = oncePerFile(startPostgres);

const PARTNERS =
  'partner_id,name,domain,language,contact_email\nEpsilon,Epsilon,epsilon.example,fr,a@epsilon.example';
const CUSTOMERS = [
  'customer_id,name,country,city,partner_id,mixvoip_services,last_revenue',
  ...Array.from(
    { length: 2000 },
    (_, i) => `C${i},Brasserie ${i.toString(36)}x${i},LU,Mersch,Epsilon,internet,2026-09-30`,
  ),
].join('\n');
const AWARENESS =
  'customer_name,country,city,services,recorded_at,recorded_by\nAtelier Mosar,LU,Wiltz,internet,2026-09-01T09:00:00Z,sales@mixvoip.com';

describe.skipIf(missingServer('postgresql'))('importing into PostgreSQL', () => {
  let database: Database;
  beforeAll(async () => {
    const url = await (await postgres()).newDatabase();
    database = await openDatabase({ database: { mode: 'postgresql', url } });
  });
  afterAll(() => database.close());

  test('given the same files imported by two processes at once, when both are done, then everything is there once', async () => {
    const context = {
      database,
      clock: { now: () => new Date('2026-10-05T08:00:00Z') },
      config: loadConfig({}),
      policy: policySchema.parse({}),
    };
    const both = async (run: () => Promise<{ added: number }>) =>
      (await Promise.all([run(), run()])).map(({ added }) => added).sort((a, b) => a - b);
    expect(await both(() => importPartners(context, PARTNERS, 'p.csv'))).toEqual([0, 1]);
    expect(await both(() => importCustomers(context, CUSTOMERS, 'c.csv'))).toEqual([0, 2000]);
    expect(await both(() => importAwareness(context, AWARENESS, 'a.csv'))).toEqual([0, 1]);
  });

  test('given mails that are decided meanwhile, when the ledger is verified, then it sees one state and no fault', async () => {
    await using line = await Line.open({ database });
    let deciding = true;
    const decided = (async () => {
      for (let minute = 10; minute < 25; minute += 1) {
        await line.arrives(`2026-10-05T09:${minute}:00Z`, {
          from: minute % 2 === 0 ? 'Alpha' : 'Beta',
          customer: { name: `Garage Z${minute >> 1}`, city: 'Wiltz', country: 'LU' },
        });
      }
      deciding = false;
    })();
    while (deciding) {
      await database.transaction(async (tx) => {
        await tx.query('set transaction isolation level repeatable read, read only');
        for await (const check of verifyLedger(tx)) expect(check).toHaveProperty('found');
      });
    }
    await decided;
    expect(await listRegistrations(database, { limit: 100 })).toHaveLength(15);
    expect(await listRegistrations(database, { status: 'queued', partner: 'beta', limit: 100 })).toHaveLength(
      7,
    );
    expect(await listDisputes(database, 100)).toHaveLength(7);
    expect(await listHeldMails(database, 100)).toEqual([]);
  });
});
