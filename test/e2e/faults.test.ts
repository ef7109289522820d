import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDovecot } from '../support/dovecot.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import { missingServer, oncePerFile } from '../support/servers.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { newFolder } from '../support/temporary.ts';
import { everythingHappened, type Installation, onServers, WORKERS } from './installation.ts';
import { addresses } from './journey.ts';
import { mailOf, registration } from './mails.ts';

const dovecot = oncePerFile(() => startDovecot());
const postgres = oncePerFile(startPostgres);
const redis = oncePerFile(startRedis);
const smtp = oncePerFile(() => startSmtpSink());

const missing = [missingServer('dovecot'), missingServer('postgresql'), missingServer('redis')].includes(
  true,
);
const MAILS = 24;
/** One worker of each duty. */
const VICTIMS = ['receive', 'understand 1', 'decide 1', 'deliver 1', 'sweep'];

describe.skipIf(missing)('a process for each duty, while mails arrive', { timeout: 180_000 }, () => {
  let installation: Installation;
  let folder: string;

  beforeEach(async () => {
    folder = newFolder('dr-faults-');
    const [imap, database, queue, sink] = await Promise.all([dovecot(), postgres(), redis(), smtp()]);
    installation = await onServers(folder, { dovecot: imap, postgres: database, redis: queue, smtp: sink });
    await installation.start();
  }, 60_000);
  afterEach(async () => {
    await installation.dispose();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('given the queue is emptied and every worker is killed once, then nothing is lost and nothing doubled', async () => {
    const { processes } = installation;
    const client = new Redis((await redis()).url);
    const mails = arriving();
    await mails.some(3);
    await client.flushall();
    client.disconnect();
    const started = [];
    for (const name of VICTIMS) {
      await mails.some(2);
      await processes.end(name, 'SIGKILL');
      await mails.some(1);
      started.push(processes.start(name, WORKERS[name]!));
    }
    await mails.some(MAILS);
    await Promise.all(started);
    await locksRunOut();
    await everythingHappened(installation, MAILS);

    const fates = await installation.query<{ state: string; decisions: bigint }>(
      `select m.state, count(d.id) as decisions from message m left join decision d on d.message_id = m.id group by m.id`,
    );
    expect(fates).toEqual(Array(MAILS).fill({ state: 'decided', decisions: 1n }));
    await everyNoticeOnce();
    const verified = await processes.dealreg('verify');
    expect(verified.status, verified.stdout).toBe(0);
    const endings = await processes.stopAll();
    expect(endings.map(({ status }) => status)).toEqual(endings.map(() => 0));
  });

  /** Mails one after the other, all of the past, so that each can be decided at once. */
  function arriving() {
    const start = Math.floor(Date.now() / 1000) - 600;
    let next = 0;
    return {
      some: async (count: number) => {
        for (const last = Math.min(MAILS, next + count); next < last; next += 1) {
          await installation.deliver(mailOf(registration(next)), new Date((start + next) * 1000));
          await sleep(50);
        }
      },
    };
  }

  /** What a killed process had in hand is taken by another when its lock runs out: minutes that the test leaps over. */
  async function locksRunOut() {
    await sleep(1_000);
    await installation.query(
      `update outbox set locked_until = now() where state in ('queued', 'sending') and locked_until > now()`,
    );
  }

  /**
   * Of a notice whose sender was killed between the first byte and the server's answer nobody knows whether it was
   * accepted: it waits for a person, and is not sent again.
   */
  async function everyNoticeOnce() {
    const promised = await installation.query<{ message_id: string; recipient: string; state: string }>(
      'select message_id, recipient, state from outbox order by id',
    );
    expect(promised).toHaveLength(MAILS);
    const outbox = await installation.outbox();
    for (const { message_id, recipient, state } of promised) {
      const times = outbox.filter(({ mail }) => mail.messageId === message_id);
      expect(times.flatMap(({ mail }) => addresses(mail.to))).toEqual(
        state === 'uncertain' && times.length === 0 ? [] : [recipient],
      );
    }
    const unsure = promised.filter(({ state }) => state !== 'sent');
    expect(unsure.map(({ state }) => state)).toEqual(unsure.map(() => 'uncertain'));
    expect(unsure.length).toBeLessThanOrEqual(4);
  }
});
