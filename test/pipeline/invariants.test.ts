import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decide } from '../../src/registration/decide.ts';
import type { Request, Standing } from '../../src/registration/standing.ts';
import { Line, referenceIn } from '../support/line.ts';

let line: Line;
beforeEach(async () => {
  line = await Line.open();
});
afterEach(() => line[Symbol.asyncDispose]());

const count = async (table: 'ledger' | 'registration' | 'decision' | 'outbox' | 'dispute') =>
  Number(
    (await line.database.query<{ count: bigint }>(`select count(*) as count from ${table}`)).rows[0]!.count,
  );

const counts = async () => ({
  ledger: await count('ledger'),
  registration: await count('registration'),
  decision: await count('decision'),
  dispute: await count('dispute'),
  outbox: await count('outbox'),
});

describe('two protections that exclude each other', () => {
  beforeEach(async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
  });

  test('given one stands, when another is inserted past the code, then the database refuses it', async () => {
    const inserted = line.database.query(
      `insert into registration (reference, partner_id, customer_id, stated, services, received_at, message_id, status,
         rule, contact_address, language)
       select 'DR-2026-999999', 'Gamma', customer_id, stated, services, received_at, message_id, 'protected',
         rule, contact_address, language from registration where reference = 'DR-2026-000001'`,
    );
    await expect(inserted).rejects.toThrow(/registration_one_protection/);
  });

  test('given one stands, when the waiting one is made a second past the code, then the database refuses it', async () => {
    const updated = line.database.query(
      `update registration set status = 'protected' where reference = 'DR-2026-000002'`,
    );
    await expect(updated).rejects.toThrow(/registration_one_protection/);
  });
});

describe('a decision that fails in the middle', () => {
  const refuseNotices = (kind: string) =>
    line.database.query(
      `create function refuse() returns trigger language plpgsql as 'begin raise exception ''no room''; end';
       create trigger refuse before insert on outbox for each row when (new.kind = '${kind}')
         execute function refuse();`,
    );

  test('given the last notice of a step cannot be kept, then nothing of the step is there, and once it can all of it is', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const before = await counts();
    await refuseNotices('dispute');
    await expect(line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' })).rejects.toThrow(/no room/);
    expect(await counts()).toEqual(before);
    await line.database.query('drop trigger refuse on outbox');
    expect((await line.until('2026-10-05T09:01:00Z')).outcomes).toEqual(['conflict registration.competing']);
    expect(await counts()).toEqual({
      ledger: before.ledger + 3,
      registration: 2,
      decision: 2,
      dispute: 1,
      outbox: before.outbox + 2,
    });
  });

  test('given the notice of a ruling cannot be kept, then the ruling is not there either', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const second = await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    const before = await counts();
    await refuseNotices('ruling');
    await expect(line.rules(referenceIn(second), 'second')).rejects.toThrow(/no room/);
    expect(await counts()).toEqual(before);
    const { rows } = await line.database.query('select status from registration order by id');
    expect(rows).toEqual([{ status: 'protected' }, { status: 'queued' }]);
  });
});

describe('a decision that is taken again from its stored inputs', () => {
  const INSTANTS = /^(?:receivedAt|recordedAt|protectedUntil|graceUntil|closedAt|lastRevenue)$/;
  const NUMBERS = /^(?:id|entry|customerId|messageId)$/;

  /** Inputs as they were before they became JSON. */
  const revived = (inputs: unknown) =>
    JSON.parse(JSON.stringify(inputs), (member, value) => {
      if (typeof value !== 'string') return value;
      if (INSTANTS.test(member)) return new Date(value);
      return NUMBERS.test(member) && /^\d+$/.test(value) ? BigInt(value) : value;
    }) as { request: Request; standing: Standing };

  test('given a line with every kind of outcome, then each has the same outcome by the same rule', async () => {
    const tannery = { name: 'Tannerie Olinger', city: 'Wiltz' };
    await line.arrives('2026-10-05T07:00:00Z', { from: 'staff', customer: tannery });
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.arrives('2026-10-05T08:10:00Z', { from: 'Alpha' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta', services: ['numbers', 'it'] });
    await line.arrives('2026-10-05T10:00:00Z', { from: 'Gamma', customer: tannery });
    await line.arrives('2026-10-05T11:00:00Z', { from: 'Delta', services: ['it'] });
    await line.arrives('2026-10-05T12:00:00Z', {
      from: 'Delta',
      services: [],
      customer: { name: 'Domaine Kappweiler' },
    });
    await line.until('2027-02-05T08:00:00Z');
    const { rows } = await line.database.query<{
      outcome: string;
      rule: string;
      inputs: object;
      body: { receivedAt?: string; due?: string };
    }>(
      `select d.outcome, d.rule, d.inputs, l.body from decision d join ledger l on l.entry = d.ledger_entry
       where d.inputs ? 'standing' order by d.id`,
    );
    const { policy } = line.context;
    const again = rows.map(({ inputs, body }) => {
      const { request, standing } = revived(inputs);
      const { outcome, rule } = decide(request, standing, policy, new Date(body.receivedAt ?? body.due!));
      return `${outcome} ${rule}`;
    });
    expect(again).toEqual(rows.map(({ outcome, rule }) => `${outcome} ${rule}`));
    expect(new Set(again)).toEqual(
      new Set([
        'accepted prospect.first',
        'repeated registration.repeated',
        'conflict registration.competing',
        'rejected mixvoip.aware_first',
        'rejected service.not_covered',
        'needs_information request.incomplete',
      ]),
    );
  });
});

describe('the ledger', () => {
  test.each([
    `update ledger set body = '{}'`,
    `update ledger set at = now() where entry = 1`,
    'delete from ledger where entry = (select max(entry) from ledger)',
    'truncate ledger cascade',
  ])('given entries, when `%s` is tried, then it is refused and all of them are there', async (statement) => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const before = (await line.database.query('select * from ledger order by entry')).rows;
    await expect(line.database.query(statement)).rejects.toThrow(/append-only/);
    expect((await line.database.query('select * from ledger order by entry')).rows).toEqual(before);
  });
});
