import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Erased, eraseExpired, eraseMail, eraseRegistration } from '../../src/pipeline/erase.ts';
import { verifyLedger } from '../../src/pipeline/verify-ledger.ts';
import { Line, referenceIn } from '../support/line.ts';

/** What the mails of these specifications say that must not be found anywhere once it was erased. */
const PERSONAL = /Lallemang|Secreto|jeanne|LU12345613|621 000/gi;
/** Whoever's data is in the directory stays there: it is no mail's. */
const TABLES = [
  'message',
  'registration',
  'decision',
  'ledger',
  'ledger_sealed',
  'outbox',
  'awareness',
  'customer',
  'customer_key',
];

let line: Line;
beforeEach(async () => {
  line = await Line.open();
});
afterEach(() => line[Symbol.asyncDispose]());

/** The person who writes for Alpha; notices of the directory go to another address. */
const sender = {
  address: 'jeanne@alpha.example',
  domain: 'alpha.example',
  name: 'Jeanne Secreto',
  trust: 'pass' as const,
  reason: 'dmarc=pass',
};

const customer = {
  name: 'Imprimerie Lallemang',
  city: 'Mersch',
  country: 'LU',
  vat: 'LU12345613',
  phone: '+352 621 000 000',
};

/** A mail of Alpha's that was accepted, and its answer, which was sent. */
async function anAcceptedMail(): Promise<string> {
  const reference = referenceIn(
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', customer, more: { sender } }),
  );
  await sendAll();
  return reference;
}

const sendAll = () => line.database.query(`update outbox set state = 'sent'`);

async function withdraws(at: string, reference: string): Promise<void> {
  await line.arrives(at, {
    from: 'Alpha',
    registrations: [],
    more: { sender, intent: 'withdraw', reference, references: [reference] },
  });
  await sendAll();
}

/** What of it the tables hold. */
async function personal(): Promise<string[]> {
  return [...new Set((await everything()).match(PERSONAL))].sort();
}

/** Everything that the tables hold, as text, but for the directory of partners. */
async function everything(): Promise<string> {
  const texts: string[] = [];
  for (const table of TABLES) {
    const { rows } = await line.database.query<{ text: string }>(`select t::text as text from ${table} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  const { rows } = await line.database.query<{ raw: Buffer | null }>(
    'select raw from message union all select raw from outbox',
  );
  return [...texts, ...rows.map(({ raw }) => Buffer.from(raw ?? '').toString())].join('\n');
}

async function faults(): Promise<string[]> {
  const found: string[] = [];
  await line.database.transaction(async (tx) => {
    for await (const check of verifyLedger(tx)) if ('fault' in check) found.push(check.fault);
  });
  return found;
}

const NOTHING: Erased = { mails: 0, registrations: 0, notices: 0, decisions: 0, entries: 0, customers: 0 };

describe('erasing a registration by its reference', () => {
  test('given it is open, when it is erased, then that is refused and nothing is gone', async () => {
    const reference = await anAcceptedMail();
    const before = await personal();
    expect(await eraseRegistration(line.context, reference)).toEqual({
      refused: 'needed',
      references: [reference],
    });
    expect(await personal()).toEqual(before);
  });

  test('given it was withdrawn, when it is erased, then nothing personal is left and the ledger still proves itself', async () => {
    const reference = await anAcceptedMail();
    await withdraws('2026-10-06T08:00:00Z', reference);
    expect(await personal()).not.toEqual([]);
    const result = await eraseRegistration(line.context, reference);
    expect(result).toEqual({
      erased: {
        mails: 2,
        registrations: 1,
        notices: 2,
        decisions: 2,
        entries: expect.any(Number),
        customers: 1,
      },
      kept: { mails: [], notices: [] },
    });
    expect(await personal()).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test('given it is open, when it is erased by force, then its time goes on and its partner is told at its desk', async () => {
    const reference = await anAcceptedMail();
    expect(await eraseRegistration(line.context, reference, true)).toMatchObject({
      erased: { registrations: 1 },
    });
    const { notices, outcomes } = await line.until('2027-01-10T00:00:00Z');
    expect(outcomes).toContain('expired protection.expired');
    expect(notices.map(({ to }) => to)).toContainEqual(['desk@alpha.example']);
    expect(await faults()).toEqual([]);
  });

  test('given another partner waits behind it, when it is erased, then the other keeps everything', async () => {
    const reference = await anAcceptedMail();
    const second = referenceIn(await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta', customer }));
    await sendAll();
    expect(await eraseRegistration(line.context, reference)).toMatchObject({ refused: 'needed' });
    await line.rules(second, 'second');
    await sendAll();
    expect(await eraseRegistration(line.context, reference)).toMatchObject({
      erased: { registrations: 1, customers: 0 },
    });
    const { rows } = await line.database.query<{ stated: unknown; raw: unknown }>(
      'select r.stated, m.raw from registration r join message m on m.id = r.message_id where reference = $1',
      [second],
    );
    expect(rows[0]).toMatchObject({ stated: { customer: { name: customer.name } }, raw: expect.anything() });
    expect(await faults()).toEqual([]);
  });

  test('given a notice about it is still under way, when it is erased, then that notice is kept and named', async () => {
    const reference = await anAcceptedMail();
    await withdraws('2026-10-06T08:00:00Z', reference);
    await line.database.query(`update outbox set state = 'queued' where id = 2`);
    expect(await eraseRegistration(line.context, reference)).toMatchObject({ kept: { notices: [2n] } });
    expect(await faults()).toEqual([]);
  });

  test('given there is no such registration, then that is said', async () => {
    expect(await eraseRegistration(line.context, 'DR-2026-999999')).toEqual({ refused: 'unknown' });
  });
});

describe('erasing a mail', () => {
  test('given a mail that nothing came of, when it is erased, then it is gone, once', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'stranger', customer: { name: 'Jeanne Secreto' } });
    await sendAll();
    expect(await eraseMail(line.context, 1n)).toMatchObject({
      erased: { mails: 1, notices: 1, decisions: 1 },
    });
    expect(await personal()).toEqual([]);
    expect(await eraseMail(line.context, 1n)).toEqual({ refused: 'erased_before' });
    expect(await faults()).toEqual([]);
  });

  test('given a mail that waits to be decided, when it is erased even by force, then that is refused', async () => {
    const id = await line.store('2026-10-05T08:00:00Z', { from: 'Alpha' });
    expect(await eraseMail(line.context, id, true)).toEqual({ refused: 'not_decided' });
  });

  test('given a mail that opened what is open, when it is erased, then that is refused without force', async () => {
    const reference = await anAcceptedMail();
    expect(await eraseMail(line.context, 1n)).toEqual({ refused: 'needed', references: [reference] });
    expect(await eraseMail(line.context, 1n, true)).toMatchObject({ erased: { mails: 1, registrations: 1 } });
    expect(await faults()).toEqual([]);
  });

  test('given what staff recorded, when its mail is erased, then who recorded it goes and that it was recorded stays', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'staff', customer });
    await sendAll();
    await eraseMail(line.context, 1n);
    const { outcomes } = await line.arrives('2026-10-05T09:00:00Z', { from: 'Alpha', customer });
    expect(outcomes).toEqual(['rejected mixvoip.aware_first']);
    expect((await line.database.query('select recorded_by from awareness')).rows).toEqual([
      { recorded_by: '' },
    ]);
    expect(await faults()).toEqual([]);
  });
});

describe('erasing what was kept long enough', () => {
  test('given nothing is older than the retention, then nothing goes and no entry is written', async () => {
    await anAcceptedMail();
    const { rows } = await line.database.query('select max(entry) as entry from ledger');
    expect(await eraseExpired(line.context)).toEqual(NOTHING);
    expect((await line.database.query('select max(entry) as entry from ledger')).rows).toEqual(rows);
  });

  test('given closed and won registrations of long ago, then the closed go with their mails, and the won stay', async () => {
    const closed = await anAcceptedMail();
    await withdraws('2026-10-06T08:00:00Z', closed);
    await line.arrives('2026-10-07T08:00:00Z', {
      from: 'Beta',
      customer: { name: 'Garage Wiltz', city: 'Wiltz' },
    });
    const won = 'DR-2026-000002';
    await line.arrives('2026-10-08T08:00:00Z', {
      from: 'Beta',
      registrations: [],
      more: { intent: 'won', reference: won, references: [won] },
    });
    await sendAll();
    await line.until('2028-12-01T00:00:00Z');
    await sendAll();
    expect(await eraseExpired(line.context)).toMatchObject({
      mails: 2,
      registrations: 1,
      notices: 2,
      customers: 1,
    });
    expect(await personal()).toEqual([]);
    expect((await everything()).includes('Garage Wiltz')).toBe(true);
    expect(await faults()).toEqual([]);
    expect(await eraseExpired(line.context)).toEqual(NOTHING);
  });

  test('given more than one batch, then all of it goes, each batch by its own entry', async () => {
    for (let minute = 0; minute < 105; minute++) {
      const at = new Date(Date.UTC(2026, 9, 5, 8, minute)).toISOString();
      await line.store(at, {
        from: 'stranger',
        customer: { name: 'Jeanne Secreto' },
        more: { automation: { mayProcess: false, mayAnswer: false, kind: 'bulk', reasons: [] } },
      });
    }
    await line.until('2028-12-01T00:00:00Z');
    expect(await eraseExpired(line.context)).toMatchObject({ mails: 105, decisions: 105 });
    const { rows } = await line.database.query(
      `select count(*)::integer as count from ledger where kind = 'data.erased'`,
    );
    expect(rows).toEqual([{ count: 2 }]);
    expect(await faults()).toEqual([]);
  });
});

test('given any mails of partners for a few customers, when any of it is erased by force, then the ledger still proves itself', async () => {
  const mail = fc.record({
    from: fc.constantFrom('Alpha', 'Beta', 'staff'),
    customer: fc.constantFrom('Imprimerie Lallemang', 'Garage Wiltz', undefined),
    erase: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(mail, { minLength: 1, maxLength: 6 }), async (mails) => {
      await using own = await Line.open();
      for (const [index, { from, customer: name, erase }] of mails.entries()) {
        await own.arrives(`2026-10-0${index + 1}T08:00:00Z`, { from, customer: name ? { name } : {} });
        await own.database.query(`update outbox set state = 'sent'`);
        if (erase) await eraseMail(own.context, BigInt(index + 1), true);
      }
      await own.until('2027-06-01T00:00:00Z');
      await own.database.transaction(async (tx) => {
        for await (const check of verifyLedger(tx)) expect(check).toHaveProperty('found');
      });
    }),
    { numRuns: 8 },
  );
}, 120_000);
