import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabaseInMemory } from '../../src/database/connect.ts';
import { insertMessage } from '../../src/database/messages.ts';
import { dueNotices, insertNotice } from '../../src/database/outbox.ts';
import { settleNotice } from '../../src/pipeline/settle-notice.ts';
import { deliverNotice, LOCK_MS, outcomeOf, outcomeOfLookUp } from '../../src/pipeline/deliver-notice.ts';
import type { Database, OutgoingMail, Sender, SendResult } from '../../src/ports.ts';
import { mailContext, TestClock } from './mail-context.ts';

/** A way out that does what the test says and counts. */
class ScriptedSender implements Sender {
  readonly mode = 'smtp';
  readonly results: (SendResult | 'dies before data' | 'dies after data')[] = [];
  found: 'accepted' | 'absent' | 'unknown' = 'unknown';
  sent = 0;

  async send(mail: OutgoingMail): Promise<SendResult> {
    const result = this.results.shift() ?? { state: 'sent', response: '250 ok' };
    if (result === 'dies before data') return new Promise(() => undefined);
    if (typeof result === 'object' && result.state === 'retry') return result;
    await mail.beforeData?.();
    if (result === 'dies after data') return new Promise(() => undefined);
    if (result.state === 'sent') this.sent += 1;
    return result;
  }
  async lookUp(): Promise<'accepted' | 'absent' | 'unknown'> {
    return this.found;
  }
  async check(): Promise<string> {
    return 'scripted';
  }
  async close(): Promise<void> {}
}

type TestContext = Awaited<ReturnType<typeof mailContext>> & { clock: TestClock; sender: ScriptedSender };
const open: { close(): Promise<void> }[] = [];
let database: Database;
beforeAll(async () => {
  database = await openDatabaseInMemory();
});
beforeEach(() => database.query('truncate outbox, message cascade'));
afterAll(() => database.close());
afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

async function given(...results: ScriptedSender['results']): Promise<{ context: TestContext; id: bigint }> {
  const sender = new ScriptedSender();
  sender.results.push(...results);
  const clock = new TestClock('2026-10-05T08:00:00Z');
  const context = (await mailContext({}, { sender, clock, database })) as TestContext;
  open.push(context);
  return { context, id: await queued(context) };
}

async function queued(
  context: Pick<TestContext, 'database' | 'clock'>,
  cause = 'message:1',
): Promise<bigint> {
  const id = await insertNotice(context.database, {
    cause,
    kind: 'accepted',
    language: 'fr',
    recipient: 'anna@netz.example',
    cc: ['nrouge@mixvoip.com'],
    envelopeFrom: '',
    messageId: `<${cause}@mixvoip.com>`,
    subject: 'Accepté',
    text: 'Bonjour',
    raw: Buffer.from('Subject: x\r\n\r\nBonjour\r\n'),
    ledgerEntry: 1n,
    registrationIds: [7n, 8n],
    createdAt: context.clock.now(),
  });
  return id!;
}

async function arrived(context: TestContext, raw: string): Promise<void> {
  await insertMessage(context.database, {
    mailbox: 'test',
    uidvalidity: 1n,
    uid: BigInt(context.clock.now().getTime()),
    receivedAt: context.clock.now(),
    storedAt: context.clock.now(),
    raw: Buffer.from(raw),
    rawHash: createHash('sha256').update(raw).digest('hex'),
    size: raw.length,
    state: 'received',
  });
}

async function row(context: TestContext, id: bigint) {
  const { rows } = await context.database.query('select * from outbox where id = $1', [id]);
  return rows[0]!;
}

describe('delivering a notice', () => {
  test('given a queued notice, when it is delivered, then it is sent once and never due again', async () => {
    const { context, id } = await given();
    expect(await dueNotices(context.database, context.clock.now(), 10)).toEqual([id]);
    expect(await deliverNotice(context, id)).toBe('sent');
    expect(await row(context, id)).toMatchObject({
      state: 'sent',
      response: '250 ok',
      started_attempts: 1,
      finished_attempts: 1,
      locked_until: null,
      registration_ids: [7n, 8n],
    });
    expect(await dueNotices(context.database, context.clock.now(), 10)).toEqual([]);
    expect(await deliverNotice(context, id)).toBeUndefined();
    expect(context.sender.sent).toBe(1);
  });

  test('given the same cause, kind and recipient, when it is queued again, then there is one notice', async () => {
    const { context } = await given();
    expect(await queued(context)).toBeUndefined();
  });

  test('given several workers, when all deliver the same notice at once, then one sends it', async () => {
    const { context, id } = await given();
    const states = await Promise.all([1, 2, 3, 4].map(() => deliverNotice(context, id)));
    expect(states.filter((state) => state === 'sent')).toHaveLength(1);
    expect(context.sender.sent).toBe(1);
  });

  test('given a refusal for now, when it is delivered, then it waits longer each time and goes out in the end', async () => {
    const { context, id } = await given(
      { state: 'retry', reason: 'smtp.450' },
      { state: 'retry', reason: 'smtp.450' },
    );
    expect(await deliverNotice(context, id)).toBe('queued');
    expect(await deliverNotice(context, id)).toBeUndefined();
    context.clock.advance(5_000);
    expect(await deliverNotice(context, id)).toBe('queued');
    context.clock.advance(5_000);
    expect(await deliverNotice(context, id)).toBeUndefined();
    context.clock.advance(5_000);
    expect(await deliverNotice(context, id)).toBe('sent');
    expect(await row(context, id)).toMatchObject({
      started_attempts: 3,
      finished_attempts: 3,
      last_error: null,
    });
  });

  test('given a refusal for good, when it is delivered, then it has failed, with the reason, and is not tried again', async () => {
    const { context, id } = await given({ state: 'failed', reason: 'smtp.550' });
    expect(await deliverNotice(context, id)).toBe('failed');
    expect(await row(context, id)).toMatchObject({ state: 'failed', last_error: 'smtp.550' });
    context.clock.advance(86_400_000);
    expect(await deliverNotice(context, id)).toBeUndefined();
  });

  test('given refusals without end, when the tries are used up, then it has failed', () => {
    const now = new Date('2026-10-05T08:00:00Z');
    expect(outcomeOf({ state: 'retry', reason: 'smtp.450' }, 19, now)).toMatchObject({ state: 'queued' });
    expect(outcomeOf({ state: 'retry', reason: 'smtp.450' }, 20, now)).toMatchObject({
      state: 'failed',
      error: 'smtp.450',
    });
  });
});

describe('delivering a notice, interrupted', () => {
  test('given a worker that dies before the first byte, when its lock is over, then the notice simply goes out', async () => {
    const { context, id } = await given('dies before data');
    void deliverNotice(context, id);
    await expect.poll(async () => (await row(context, id)).started_attempts).toBe(1);
    expect(await deliverNotice(context, id)).toBeUndefined();
    context.clock.advance(LOCK_MS);
    expect(await dueNotices(context.database, context.clock.now(), 10)).toEqual([id]);
    expect(await deliverNotice(context, id)).toBe('sent');
    expect(context.sender.sent).toBe(1);
  });

  test('given a notice on which worker after worker dies, when its tries are used up, then it has failed and says so', async () => {
    const { context, id } = await given();
    await context.database.query('update outbox set started_attempts = 20');
    expect(await deliverNotice(context, id)).toBe('failed');
    expect(await row(context, id)).toMatchObject({ state: 'failed', last_error: 'attempts.exhausted' });
    expect(context.sender.sent).toBe(0);
  });

  test('given a notice that has used up its tries, when a person wants it sent again, then it has all its tries anew', async () => {
    const { context, id } = await given({ state: 'retry', reason: 'smtp.450' });
    await context.database.query(`update outbox set started_attempts = 20, state = 'failed'`);
    expect(await settleNotice(context, id, 'again')).toEqual({ settled: 'again' });
    expect(context.queue.woken).toContainEqual({ job: 'deliver', id });
    expect(await deliverNotice(context, id)).toBe('queued');
    context.clock.advance(5_000);
    expect(await deliverNotice(context, id)).toBe('sent');
    expect(await row(context, id)).toMatchObject({ started_attempts: 22, earlier_attempts: 20 });
    expect(await settleNotice(context, id, 'again')).toEqual({ refused: 'sent' });
    expect(await settleNotice(context, 999n, 'sent')).toEqual({ refused: 'unknown_notice' });
  });

  test('given a worker that dies after the first byte, when nothing can tell its fate, then the notice stays uncertain and is never sent again', async () => {
    const { context, id } = await given('dies after data');
    void deliverNotice(context, id);
    await expect.poll(async () => (await row(context, id)).state).toBe('sending');
    context.clock.advance(LOCK_MS);
    expect(await dueNotices(context.database, context.clock.now(), 10)).toEqual([id]);
    expect(await deliverNotice(context, id)).toBe('uncertain');
    for (let day = 0; day < 3; day += 1) {
      context.clock.advance(86_400_000);
      expect(await deliverNotice(context, id)).toBe('uncertain');
    }
    expect(context.sender.sent).toBe(0);
  });

  test.each([
    ['accepted', 0],
    ['absent', 1],
  ] as const)(
    'given a lost attempt that turns out %s, when it is looked up, then it is sent, with %i more mails',
    async (found, mails) => {
      const { context, id } = await given({ state: 'uncertain', reason: 'smtp.closed' });
      expect(await deliverNotice(context, id)).toBe('uncertain');
      context.sender.found = found;
      expect(await deliverNotice(context, id)).toBe('sent');
      expect(context.sender.sent).toBe(mails);
    },
  );

  test.each([
    ['a copy of it', 'X-Dealreg: '],
    ['a bounce that quotes it', 'Message-ID: <'],
    ['an answer to it', 'In-Reply-To: <'],
  ])('given a lost attempt, when %s has arrived in the mailbox, then it was sent', async (_, header) => {
    const { context, id } = await given({ state: 'uncertain', reason: 'smtp.ECONNECTION' });
    const mark = `dealreg.${'0123456789'.repeat(4)}`;
    await context.database.query('update outbox set message_id = $1', [`<${mark}@mixvoip.com>`]);
    expect(await deliverNotice(context, id)).toBe('uncertain');
    expect(await deliverNotice(context, id)).toBe('uncertain');
    await arrived(context, `Subject: x\r\n${header}${mark}@mixvoip.com>\r\n\r\ny`);
    context.clock.advance(86_400_000);
    expect(await deliverNotice(context, id)).toBe('sent');
    expect(await row(context, id)).toMatchObject({ last_error: 'look_up.arrived' });
    expect(context.sender.sent).toBe(0);
  });

  test('given a look-up that breaks, when the server is back, then the notice is settled', async () => {
    const { context, id } = await given({ state: 'uncertain', reason: 'smtp.ECONNECTION' });
    await deliverNotice(context, id);
    context.sender.lookUp = () => Promise.reject(Object.assign(new Error(), { code: 'imap.ECONNREFUSED' }));
    expect(await deliverNotice(context, id)).toBe('uncertain');
    expect(await row(context, id)).toMatchObject({ last_error: 'look_up.imap.ECONNREFUSED' });
    context.sender.lookUp = async () => 'accepted';
    context.clock.advance(5 * 60_000);
    expect(await deliverNotice(context, id)).toBe('sent');
  });

  test('given a server that files with a delay, when a notice is absent at once, often, or for long, then only both together repeat it', () => {
    const since = new Date('2026-10-05T08:00:00Z');
    const after = (minutes: number) => new Date(since.getTime() + minutes * 60_000);
    const filedWithinMs = 10 * 60_000;
    const seen = (lookUps: number, minutes: number) =>
      outcomeOfLookUp('absent', { since, lookUps }, after(minutes), filedWithinMs).state;
    expect([seen(0, 0), seen(9, 9), seen(0, 60), seen(2, 10)]).toEqual([
      'uncertain',
      'uncertain',
      'uncertain',
      'queued',
    ]);
  });

  test('given a slow attempt whose lock is over, when another has settled the notice, then its late result changes nothing', async () => {
    const { context, id } = await given();
    let finish = (_: SendResult): void => undefined;
    context.sender.send = async (mail) => {
      await mail.beforeData?.();
      return new Promise((resolve) => {
        finish = resolve;
      });
    };
    const slow = deliverNotice(context, id);
    await expect.poll(async () => (await row(context, id)).state).toBe('sending');
    context.clock.advance(LOCK_MS);
    context.sender.found = 'accepted';
    expect(await deliverNotice(context, id)).toBe('sent');
    finish({ state: 'retry', reason: 'smtp.450' });
    expect(await slow).toBeUndefined();
    expect(await row(context, id)).toMatchObject({ state: 'sent' });
  });
});

describe('delivering into a Maildir', () => {
  test('given the embedded default, when a notice is delivered, then it is a file to open', async () => {
    const context = await mailContext({}, { database });
    open.push(context);
    const id = await queued(context as unknown as TestContext);
    expect(await deliverNotice(context, id)).toBe('sent');
    expect(await readdir(join(context.folder, 'outbox', 'new'))).toHaveLength(1);
  });
});
