import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Check, verifyLedger } from '../../src/pipeline/verify-ledger.ts';
import { eraseMail } from '../../src/pipeline/erase.ts';
import { importAwareness } from '../../src/pipeline/import-records.ts';
import { signDailyHead } from '../../src/pipeline/sign-head.ts';
import { Line, referenceIn } from '../support/line.ts';

let line: Line;
beforeAll(async () => {
  line = await Line.open();
  await importAwareness(
    line.context,
    'customer_name,country,city,services,recorded_at,recorded_by\nAtelier Mosar,LU,Wiltz,internet,2026-09-01T09:00:00Z,sales@mixvoip.com',
    'a.csv',
  );
  const first = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
  await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
  await line.arrives('2026-10-05T10:00:00Z', { from: 'stranger' });
  await line.arrives('2026-10-05T11:00:00Z', { from: 'Gamma', customer: {} });
  await line.rules(referenceIn(first), 'both');
  await signDailyHead(line.context);
  await line.until('2027-02-01T00:00:00Z');
  await signDailyHead(line.context);
  await line.database.query(`update outbox set state = 'sent' where id in (4, 5, 6)`);
  await eraseMail(line.context, 3n);
});
afterAll(() => line[Symbol.asyncDispose]());

class TakenBack extends Error {}

/** Verifies after what a person with all rights on the database could do, and takes that back. */
async function verifiedAfter(sql = ''): Promise<Check[]> {
  const checks: Check[] = [];
  const attempt = line.database.transaction(async (tx) => {
    await tx.query(`alter table ledger disable trigger user; ${sql}`);
    for await (const check of verifyLedger(tx)) checks.push(check);
    throw new TakenBack();
  });
  await expect(attempt).rejects.toThrow(TakenBack);
  return checks;
}

describe('verifying a ledger', () => {
  test('given a ledger as it was written, when it is verified, then everything is as the ledger tells it', async () => {
    expect(await verifiedAfter()).toEqual([
      {
        name: 'chain',
        found: expect.stringMatching(/^\d+ entries, each bound to the one before; the last is [0-9a-f]{64}$/),
      },
      {
        name: 'erasures',
        found: 'the personal data of 0 entries, 1 mails and 1 notices, each told by an entry',
      },
      { name: 'tree', found: expect.stringMatching(/^\d+ leaves, .{1,40}; the root is [0-9a-f]{64}$/) },
      { name: 'heads', found: '2 signed, 0 of them laid out, each the beginning of this ledger' },
      { name: 'registrations', found: '3 registrations, each as its entries tell it' },
      { name: 'awareness', found: '1 recorded, each as its entry tells it' },
      { name: 'mails', found: '4 decided, each by one entry and at its arrival; the bytes of 3 unchanged' },
      {
        name: 'receipts',
        found: expect.stringMatching(/^\d+ notices, each with the fingerprint of its entry$/),
      },
    ]);
  });

  test.each([
    [
      'chain',
      `update ledger set at = at + interval '1 second' where entry = 3`,
      'entry 3 does not have the hash',
    ],
    [
      'chain',
      `update ledger set body = body || '{"services": ["it"]}' where entry = 3`,
      'entry 3 does not have the hash',
    ],
    ['chain', `update ledger set kind = 'x' where entry = 4`, 'entry 4 does not have the hash'],
    [
      'chain',
      'delete from ledger_sealed where entry = 5; delete from ledger where entry = 5',
      'before entry 6 an entry is missing',
    ],
    ['chain', `update ledger set previous_hash = repeat('a', 64) where entry = 4`, 'entry 4 does not follow'],
    [
      'chain',
      `update ledger_sealed set data = data || '{"contact": {"address": "x@y.example"}}' where entry = (select max(entry) from ledger_sealed)`,
      'is not what was sealed',
    ],
    [
      'erasures',
      'delete from ledger_sealed where entry = (select min(entry) from ledger_sealed)',
      'is gone, and no entry says that it was erased',
    ],
    ['mails', 'update message set raw = null where id = 1', 'the bytes of mail 1 are gone'],
    ['receipts', `update outbox set text = '' where id = 1`, 'does not quote the fingerprint'],
    [
      'tree',
      `update ledger set frontier = frontier || frontier where entry = 4`,
      'entry 4 does not keep the tree',
    ],
    [
      'heads',
      `update head set size = size + 1 where day = '2026-10-05'`,
      'the head of 2026-10-05 is not signed by its key',
    ],
    [
      'heads',
      `update head set day = '2026-10-06' where day = '2026-10-05'`,
      'the head of 2026-10-06 was signed',
    ],
    [
      'heads',
      `delete from outbox; delete from ledger_sealed where entry > 2; delete from ledger where entry > 2`,
      'the ledger was shortened since',
    ],
    [
      'registrations',
      `update registration set received_at = received_at - interval '1 day' where id = 2`,
      'receivedAt of DR-2026-000002 is not what the ledger tells',
    ],
    ['registrations', `update registration set services = '{it}' where id = 1`, 'services of DR-2026-000001'],
    ['registrations', `update registration set status = 'won' where id = 3`, 'status of DR-2026-000003'],
    [
      'registrations',
      `update registration set protected_until = protected_until + interval '1 day' where id = 1`,
      'protectedUntil of DR-2026-000001',
    ],
    [
      'registrations',
      `update registration set customer_id = null where id = 1`,
      'customerId of DR-2026-000001',
    ],
    [
      'registrations',
      `update registration set partner_id = 'Delta' where id = 1`,
      'partnerId of DR-2026-000001',
    ],
    [
      'registrations',
      `update registration set contact_address = 'x@y.example' where id = 1`,
      'contact of DR-2026-000001 is not what the ledger tells: the table',
    ],
    [
      'registrations',
      `update registration set stated = stated || '{"seats": 99}' where id = 1`,
      'stated of DR-2026-000001',
    ],
    [
      'registrations',
      `update registration set reference = 'DR-2026-000009' where id = 1`,
      'no entry opened it',
    ],
    [
      'awareness',
      `update awareness set recorded_at = recorded_at - interval '90 days'`,
      'or since when, was changed afterwards',
    ],
    [
      'awareness',
      `insert into awareness (customer_id, services, recorded_at, recorded_by, source) select customer_id, services, recorded_at, recorded_by, source from awareness`,
      'no entry recorded it',
    ],
    ['awareness', 'delete from awareness', '1 of the awareness that entries recorded are gone'],
    [
      'mails',
      `update message set raw = 'forged' where id = 1`,
      'the bytes of mail 1 are not those that arrived',
    ],
    [
      'mails',
      `update message set received_at = received_at - interval '1 day' where id = 2`,
      'its rank was changed',
    ],
    [
      'mails',
      `update message set raw = 'forged', raw_hash = encode(sha256('forged'), 'hex') where id = 2`,
      'mail 2 counts as decided, and no entry says so',
    ],
    ['mails', `update message set state = 'set_aside' where id = 1`, 'is not there as decided any more'],
    [
      'receipts',
      `update outbox set ledger_entry = 99999 where id = 1`,
      'names entry 99999 as its receipt, and there is none',
    ],
    ['receipts', `update outbox set ledger_entry = 1 where id = 1`, 'does not quote the fingerprint'],
    ['receipts', `update outbox set text = 'You are accepted.' where id = 2`, 'notice 2 '],
  ])(
    'given %s tampered with by %s, when it is verified, then the fault is told',
    async (name, sql, fault) => {
      const checks = await verifiedAfter(sql);
      expect(checks.at(-1)).toEqual({ name, fault: expect.stringContaining(fault) });
      expect(checks.slice(0, -1).every((check) => 'found' in check)).toBe(true);
    },
  );
});
