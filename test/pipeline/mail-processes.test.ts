import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertNotice } from '../../src/database/outbox.ts';
import { openPostgresql } from '../../src/database/postgresql.ts';
import type { Database } from '../../src/ports.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { startPostgres } from '../support/postgres.ts';
import { missingServer, oncePerFile } from '../support/servers.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { mailText } from './mail-context.ts';

const PROGRAM = fileURLToPath(new URL('./mail-process.ts', import.meta.url));
const missing = missingServer('dovecot') || missingServer('postgresql');

describe.skipIf(missing)('mail processes on real servers', () => {
  const postgres = oncePerFile(startPostgres);
  const imap = oncePerFile(() => startDovecot());
  const smtp = oncePerFile(startSmtpSink);
  const children = new Set<ChildProcess>();
  let database: Database;
  let databaseUrl: string;
  let dovecot: Dovecot;

  beforeAll(async () => {
    await Promise.all([postgres(), imap(), smtp()]);
  });
  beforeEach(async () => {
    databaseUrl = await (await postgres()).newDatabase();
    database = await openPostgresql(databaseUrl);
    dovecot = await imap();
    await dovecot.useFreshAccount();
    (await smtp()).reset();
  });
  afterEach(async () => {
    for (const child of children) await kill(child);
    await database.close();
  });

  function start(duty: string[], environment: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, [PROGRAM, ...duty], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: databaseUrl,
        NOTICE_SECRET: 'for tests only, for tests only, for tests',
        LOG_LEVEL: 'silent',
        ...environment,
      },
    });
    children.add(child);
    return child;
  }
  const receiver = (port = dovecot.port) =>
    start(['receive'], {
      MAILBOX_URL: `imap://${dovecot.user}:${dovecot.password}@127.0.0.1:${port}/INBOX`,
      MAILBOX_POLL_SECONDS: '1',
    });
  async function kill(child: ChildProcess): Promise<void> {
    children.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  async function count(where: string): Promise<number> {
    return (await database.query(`select 1 from message where ${where}`)).rows.length;
  }

  test('given two receivers that are killed again and again, when mails arrive all the while, then each is stored once', async () => {
    let receivers = [receiver(), receiver()];
    for (let round = 0; round < 5; round += 1) {
      for (let number = 0; number < 6; number += 1)
        await dovecot.deliver(mailText(`mail ${round} ${number}`, 'x'.repeat(30_000)));
      await sleep(300 + 100 * round);
      await kill(receivers.shift()!);
      receivers = [...receivers, receiver()];
    }
    await expect.poll(() => count('true'), { timeout: 15_000 }).toBe(30);
    expect(await count(`state = 'received' and raw is not null`)).toBe(30);
  });

  test('given a receiver on a line that is cut, when it is back, then the mails that came meanwhile are read', async () => {
    const proxy = await TcpProxy.before(dovecot.port);
    receiver(proxy.port);
    await dovecot.deliver(mailText('before'));
    await expect.poll(() => count('true'), { timeout: 10_000 }).toBe(1);
    proxy.cut();
    await dovecot.deliver(mailText('meanwhile'));
    const started = performance.now();
    await expect.poll(() => count('true'), { timeout: 10_000 }).toBe(2);
    expect(performance.now() - started).toBeLessThan(4000);
    await proxy.stop();
  });

  test('given a running receiver, when the server changes its UIDVALIDITY, then no mail is handled twice and a new one is', async () => {
    receiver();
    for (const name of ['one', 'two', 'three']) await dovecot.deliver(mailText(name));
    await expect.poll(() => count('true'), { timeout: 10_000 }).toBe(3);
    await dovecot.changeUidvalidity();
    await dovecot.deliver(mailText('four'));
    await expect.poll(() => count('true'), { timeout: 20_000 }).toBe(7);
    expect(await count(`state = 'duplicate' and raw is null`)).toBe(3);
    expect(await count(`state = 'received'`)).toBe(4);
  });

  test('given a running receiver, when a mail arrives, then it is stored within two seconds and its second is closed in three', async () => {
    receiver();
    await expect
      .poll(async () => (await database.query('select 1 from mailbox')).rows.length, { timeout: 10_000 })
      .toBe(1);
    await dovecot.deliver(mailText('one'));
    const delivered = performance.now();
    await expect.poll(() => count('true'), { interval: 10, timeout: 10_000 }).toBe(1);
    expect(performance.now() - delivered).toBeLessThan(2000);
    const closed = () =>
      database.query(`select 1 from mailbox, message where checked_at >= received_at + interval '1 second'`);
    await expect.poll(async () => (await closed()).rows.length, { interval: 10, timeout: 10_000 }).toBe(1);
    expect(performance.now() - delivered).toBeLessThan(3000);
  });

  describe('a deliverer', () => {
    async function notice(): Promise<bigint> {
      const createdAt = new Date();
      const id = await insertNotice(database, {
        cause: 'message:1',
        kind: 'accepted',
        language: 'fr',
        recipient: 'anna@netz.example',
        cc: [],
        envelopeFrom: '',
        messageId: '<1@mixvoip.com>',
        subject: 'Accepté',
        text: 'Bonjour',
        raw: Buffer.from('Subject: x\r\n\r\nBonjour\r\n'),
        ledgerEntry: 1n,
        registrationIds: [],
        createdAt,
      });
      return id!;
    }
    const state = async () =>
      (await database.query<{ state: string }>('select state from outbox')).rows[0]?.state;
    const attempts = async () =>
      (await database.query<{ started_attempts: number }>('select started_attempts from outbox')).rows[0]
        ?.started_attempts;
    async function run(id: bigint): Promise<string> {
      const child = start(['deliver', String(id)], { SMTP_URL: `smtp://127.0.0.1:${(await smtp()).port}` });
      let said = '';
      child.stdout!.on('data', (chunk) => {
        said += chunk;
      });
      await once(child, 'exit');
      return said.trim();
    }
    const expireLocks = () => database.query(`update outbox set locked_until = now() - interval '1 second'`);

    test('given that it is killed before the mail has begun to leave, when its lock is over, then the notice goes out once', async () => {
      const sink = await smtp();
      const id = await notice();
      sink.misbehave = { greeting: 'silent' };
      const child = start(['deliver', String(id)], { SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
      await expect.poll(attempts, { timeout: 10_000 }).toBe(1);
      await sleep(200);
      await kill(child);
      expect(await state()).toBe('queued');
      sink.misbehave = {};
      await expireLocks();
      expect(await run(id)).toBe('sent');
      expect(sink.received).toHaveLength(1);
    });

    test('given that it is killed after the server has taken the mail, when its lock is over, then the notice is uncertain and not sent again', async () => {
      const sink = await smtp();
      const id = await notice();
      sink.misbehave = { data: 'accept, then silence' };
      const child = start(['deliver', String(id)], { SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
      await expect.poll(() => sink.received.length, { timeout: 10_000 }).toBe(1);
      await kill(child);
      expect(await state()).toBe('sending');
      sink.misbehave = {};
      await expireLocks();
      expect(await run(id)).toBe('uncertain');
      expect(sink.received).toHaveLength(1);
    });
  });
});
