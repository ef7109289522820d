import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabaseInMemory } from '../../src/database/connect.ts';
import { insertNotice } from '../../src/database/outbox.ts';
import { deliverNotice } from '../../src/pipeline/deliver-notice.ts';
import type { Database } from '../../src/ports.ts';
import { openSender } from '../../src/sending/open.ts';
import { type MailContext, mailContext, TestClock } from '../pipeline/mail-context.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { missingServer } from '../support/servers.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';

const MINUTE_MS = 60_000;
const mark = (digit: string) => `dealreg.${digit.repeat(40)}`;
const idOf = (digit: string) => `<${mark(digit)}@mixvoip.com>`;
const rawOf = (digit: string, messageId = idOf(digit)) =>
  `From: dealreg@mixvoip.com\r\nSubject: Notice ${digit}\r\nMessage-ID: ${messageId}\r\nX-Dealreg: ${mark(digit)}\r\n\r\nBonjour\r\n`;

describe.skipIf(missingServer('dovecot'))('a folder of sent mails', () => {
  let dovecot: Dovecot;
  let sink: SmtpSink;
  let database: Database;
  const open: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    [dovecot, sink, database] = await Promise.all([startDovecot(), startSmtpSink(), openDatabaseInMemory()]);
  });
  beforeEach(async () => {
    await dovecot.useFreshAccount();
    await dovecot.makeFolder('Sent');
    await database.query('truncate outbox, message cascade');
    sink.reset();
  });
  afterEach(async () => {
    for (const part of open.splice(0)) await part.close();
  });
  afterAll(async () => {
    await database?.close();
    await sink?.stop();
    await dovecot?.stop();
  });

  async function contextOf(sentFolder = 'Sent'): Promise<MailContext & { clock: TestClock }> {
    const environment = {
      MAILBOX_URL: dovecot.url,
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      SENT_FOLDER: sentFolder,
    };
    const clock = new TestClock(new Date().toISOString());
    const context = await mailContext(environment, { database, clock });
    open.push(context);
    return { ...context, clock };
  }
  /** A notice that the server has taken although the line broke before it said so. */
  async function uncertain(context: MailContext): Promise<bigint> {
    const id = await insertNotice(database, {
      cause: 'message:1',
      kind: 'accepted',
      language: 'fr',
      recipient: 'anna@netz.example',
      cc: [],
      envelopeFrom: '',
      messageId: idOf('a'),
      subject: 'Notice a',
      text: 'Bonjour',
      raw: Buffer.from(rawOf('a')),
      ledgerEntry: 1n,
      registrationIds: [],
      createdAt: context.clock.now(),
    });
    sink.misbehave = { data: 'accept, then cut' };
    expect(await deliverNotice(context, id!)).toBe('uncertain');
    sink.misbehave = {};
    return id!;
  }
  async function lookedUpFor(
    context: MailContext & { clock: TestClock },
    id: bigint,
    minutes: number,
  ): Promise<(string | undefined)[]> {
    const states = [await deliverNotice(context, id)];
    for (let minute = 0; minute < minutes; minute += 1) {
      context.clock.advance(MINUTE_MS);
      const state = await deliverNotice(context, id);
      if (state !== undefined) states.push(state);
    }
    return states;
  }

  test.each([
    ['with its Message-ID', idOf('a')],
    ['under another Message-ID, with our mark', '<rewritten@provider.example>'],
  ])(
    'given a line that broke after the end, when the folder holds the notice %s, then it was sent and is not repeated',
    async (_, messageId) => {
      const context = await contextOf();
      const id = await uncertain(context);
      await dovecot.deliver(rawOf('a', messageId), undefined, 'Sent');
      expect(await deliverNotice(context, id)).toBe('sent');
      expect(sink.received).toHaveLength(1);
    },
  );

  test('given a folder that holds other notices, when this one stays absent for minutes, then it goes out again', async () => {
    const context = await contextOf();
    await dovecot.deliver(rawOf('b'), undefined, 'Sent');
    const id = await uncertain(context);
    const states = await lookedUpFor(context, id, 15);
    expect(states.at(-1)).toBe('sent');
    expect(states.filter((state) => state === 'uncertain').length).toBeGreaterThanOrEqual(2);
    expect(sink.received).toHaveLength(2);
  });

  test('given a server that files it some minutes late, when it is looked up, then it is not repeated', async () => {
    const context = await contextOf();
    await dovecot.deliver(rawOf('b'), undefined, 'Sent');
    const id = await uncertain(context);
    expect(await lookedUpFor(context, id, 8)).not.toContain('sent');
    await dovecot.deliver(rawOf('a'), undefined, 'Sent');
    expect((await lookedUpFor(context, id, 5)).at(-1)).toBe('sent');
    expect(sink.received).toHaveLength(1);
  });

  test('given a folder without any notice of ours, when days pass, then the notice stays uncertain: the folder tells nothing', async () => {
    const context = await contextOf();
    await dovecot.deliver('From: a@b.example\r\nSubject: x\r\n\r\ny\r\n', undefined, 'Sent');
    const id = await uncertain(context);
    expect(new Set(await lookedUpFor(context, id, 60))).toEqual(new Set(['uncertain']));
    expect(sink.received).toHaveLength(1);
  });

  test('given no such folder, when a notice is looked up, then it stays uncertain, and doctor says what to mend', async () => {
    const context = await contextOf('Missing');
    const id = await uncertain(context);
    expect(await deliverNotice(context, id)).toBe('uncertain');
    const sender = await openSender(context.config);
    open.push(sender);
    await expect(sender.check()).rejects.toThrow(/^SENT_FOLDER: .* has no folder Missing/);
  });

  test('given the folder, when the way out is checked, then it is said whether it can tell anything', async () => {
    const { sender } = await contextOf();
    expect(await sender.check()).toContain(
      'sent mails in Sent, notices of the last days: 0, so it cannot tell yet',
    );
    await dovecot.deliver(rawOf('b'), undefined, 'Sent');
    expect(await sender.check()).toMatch(/sent mails in Sent, notices of the last days: 1$/);
  });
});
