import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blockingKeys } from '../../src/customer/blocking.ts';
import type { RulingChoice } from '../../src/registration/vocabulary.ts';
import { type Came, Line } from '../support/line.ts';

let line: Line;
beforeEach(async () => {
  line = await Line.open();
});
afterEach(() => line[Symbol.asyncDispose]());

const statuses = async () =>
  (
    await line.database.query<{ status: string; shared: boolean }>(
      'select status, shared from registration order by id',
    )
  ).rows.map(({ status, shared }) => (shared ? `${status} shared` : status));

describe('a ruling after another ruling on the same customer', () => {
  test.each<[RulingChoice, string[]]>([
    ['first', ['rejected', 'protected', 'queued']],
    ['second', ['rejected', 'rejected', 'protected']],
    ['both', ['rejected', 'protected shared', 'protected shared']],
    ['mixvoip', ['rejected', 'rejected', 'rejected']],
  ])(
    'given a place that a ruling gave to the second, when the third is ruled %s, then it is against who holds it now',
    async (choice, expected) => {
      await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
      await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
      await line.arrives('2026-10-05T10:00:00Z', { from: 'Gamma' });
      await line.rules('DR-2026-000002', 'second');
      await line.rules('DR-2026-000003', choice);
      expect(await statuses()).toEqual(expected);
    },
  );

  test('given a ruling for the second, when it is corrected to the first, then the first has its place again', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    await line.rules('DR-2026-000002', 'second');
    await line.rules('DR-2026-000002', 'first');
    expect(await statuses()).toEqual(['protected', 'queued']);
  });

  test('given a rejection that is contested, when somebody else has the place meanwhile, then a ruling for it makes a dispute of the two', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'staff' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Alpha' });
    const later = await line.arrives('2027-06-01T09:00:00Z', { from: 'Beta' });
    expect(later.outcomes.at(-1)).toBe('accepted prospect.first');
    await line.arrives('2027-06-02T09:00:00Z', {
      from: 'Alpha',
      registrations: [],
      more: { intent: 'contest', reference: 'DR-2026-000001' },
    });
    const ruled = await line.rules('DR-2026-000001', 'second');
    expect(await statuses()).toEqual(['queued', 'protected']);
    expect(ruled.outcomes).toEqual(['conflict registration.competing']);
    expect(ruled.notices.map(({ kind, to }) => `${kind} ${to}`).sort()).toEqual([
      'dispute nrouge@mixvoip.com',
      'ruling desk@alpha.example',
    ]);
    await line.rules('DR-2026-000001', 'both');
    expect(await statuses()).toEqual(['protected shared', 'protected shared']);
  });
});

describe('a ruling against a partner of record', () => {
  beforeEach(async () => {
    const known = { name: 'Imprimerie Lallemang', city: 'Mersch', country: 'LU' };
    const { rows } = await line.database.query<{ id: bigint }>(
      `insert into customer (name, city, country, vat, domain, partner_id)
       values ($1, $2, $3, 'LU30519211', 'lallemang-of-another.example', 'Alpha') returning id`,
      [known.name, known.city, known.country],
    );
    for (const { kind, key } of blockingKeys(known)) {
      await line.database.query(
        'insert into customer_key (kind, key, customer_id) values ($1, $2, $3) on conflict do nothing',
        [kind, key, rows[0]!.id],
      );
    }
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Beta', situation: ['leaves_partner'] });
  });

  const ofRecord = async () =>
    (await line.database.query<{ partner_id: string | null }>('select partner_id from customer')).rows[0]!
      .partner_id;
  const toldAlpha = ({ notices }: Came) =>
    notices.filter(({ to }) => to.includes('desk@alpha.example')).map(({ kind }) => kind);
  const rulesAt = (at: string, choice: RulingChoice) => {
    line.clock.advanceTo(new Date(at));
    return line.rules('DR-2026-000001', choice);
  };

  test.each<[RulingChoice, RulingChoice]>([
    ['second', 'first'],
    ['second', 'both'],
    ['mixvoip', 'first'],
    ['mixvoip', 'both'],
  ])(
    'given %s took its customer, when it is corrected to %s, then it has it again and is told',
    async (taking, giving) => {
      const taken = await rulesAt('2026-10-05T09:00:00Z', taking);
      expect([await ofRecord(), toldAlpha(taken)]).toEqual([null, ['ruling']]);
      const given = await rulesAt('2026-10-05T10:00:00Z', giving);
      expect([await ofRecord(), toldAlpha(given)]).toEqual(['Alpha', ['ruling']]);
      const { rows } = await line.database.query<{ body: { partnerId?: string } }>(
        `select body from ledger where kind = 'customer.attached' order by entry`,
      );
      expect(rows.map(({ body }) => body.partnerId)).toEqual([undefined, 'Alpha']);
    },
  );

  test('given the customer is somebody else’s meanwhile, when the ruling is corrected, then that stays and nothing is promised', async () => {
    await rulesAt('2026-10-05T09:00:00Z', 'mixvoip');
    await line.database.query(`update customer set partner_id = 'Gamma'`);
    const given = await rulesAt('2026-10-05T10:00:00Z', 'first');
    expect([await ofRecord(), toldAlpha(given)]).toEqual(['Gamma', []]);
  });

  test('given a customer without a name, when a claim waits, then the partner of record reads nothing that another stated of it', async () => {
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Gamma' });
    await line.database.query('update customer set name = null');
    const waited = await line.until('2026-10-08T09:00:00Z');
    const read = waited.notices.filter(({ to }) => to.includes('desk@alpha.example'));
    expect(read.map(({ kind }) => kind)).toEqual(['dispute_waiting']);
    expect(read[0]!.text).not.toMatch(/LU30519211|lallemang-of-another/);
  });

  test('given a customer without a name, when it is ruled on, then the partner of record reads nothing that another stated of it', async () => {
    await line.database.query('update customer set name = null');
    const taken = await rulesAt('2026-10-05T09:00:00Z', 'second');
    const read = taken.notices.find(({ to }) => to.includes('desk@alpha.example'))!;
    expect(read.text).not.toMatch(/LU30519211|lallemang-of-another/);
  });
});

test('given a comment with the name of a contact or the other’s reference, then only who knows it reads it', async () => {
  const sender = (partner: string, name: string) => ({
    address: `desk@${partner}.example`,
    domain: `${partner}.example`,
    trust: 'pass' as const,
    reason: 'dmarc=pass',
    name,
  });
  await line.arrives('2026-10-05T08:00:00Z', {
    from: 'Alpha',
    more: { sender: sender('alpha', 'Josée Kieffer') },
  });
  await line.arrives('2026-10-05T09:00:00Z', {
    from: 'Beta',
    more: { sender: sender('beta', 'Paul Reding') },
  });
  const commented = async (uid: number, at: string, comment: string) => {
    const ruled = await line.arrives(at, {
      from: 'head_of_sales',
      more: {
        intent: 'other',
        registrations: [],
        reference: 'DR-2026-000002',
        envelope: {
          messageId: `<r${uid}@x>`,
          inReplyTo: [
            (
              await line.database.query<{ message_id: string }>(
                `select message_id from outbox where kind = 'dispute'`,
              )
            ).rows[0]!.message_id,
          ],
          references: [],
          subject: 'Re:',
          to: [],
          cc: [],
        },
        ruling: { number: 1, comment },
      },
    });
    return ruled.notices
      .filter(({ kind, text }) => kind === 'ruling' && text.includes(comment))
      .map(({ to }) => to[0]);
  };
  expect(await commented(1, '2026-10-05T10:00:00Z', 'Kieffer was there in May.')).toEqual([
    'desk@alpha.example',
  ]);
  expect(await commented(2, '2026-10-05T11:00:00Z', 'DR-2026-000002 came late.')).toEqual([
    'desk@beta.example',
  ]);
  expect(await commented(3, '2026-10-05T12:00:00Z', 'The visit counts.')).toHaveLength(2);
});
