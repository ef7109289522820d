import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { Redis } from 'ioredis';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/connect.ts';
import type { Dovecot } from '../support/dovecot.ts';
import type { PostgresCluster } from '../support/postgres.ts';
import type { RedisServer } from '../support/redis.ts';
import type { SmtpSink } from '../support/smtp-sink.ts';
import { Processes } from './processes.ts';

/** A notice as the outside world got it. */
export interface Delivered {
  mail: ParsedMail;
  /** Envelope, where the way out has one. */
  envelope?: { from: string; to: string[] };
}

/** dealreg as somebody runs it, seen from outside: mails go in, notices come out, the database can be asked. */
export interface Installation {
  readonly processes: Processes;
  /** Starts every process; resolves when each has started. */
  start(): Promise<void>;
  /** Lets a mail arrive, now or at an instant that is over. */
  deliver(mail: string, arrived?: Date): Promise<void>;
  /** Everything that went out, in no order. */
  outbox(): Promise<Delivered[]>;
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  dispose(): Promise<void>;
}

export interface Servers {
  dovecot: Dovecot;
  postgres: PostgresCluster;
  redis: RedisServer;
  smtp: SmtpSink;
}

/** Workers of a production installation: one file each, two where two may share the work. */
export const WORKERS: Readonly<Record<string, string>> = {
  receive: 'workers/receive.ts',
  'understand 1': 'workers/understand.ts',
  'understand 2': 'workers/understand.ts',
  'decide 1': 'workers/decide.ts',
  'decide 2': 'workers/decide.ts',
  'deliver 1': 'workers/deliver.ts',
  'deliver 2': 'workers/deliver.ts',
  sweep: 'workers/sweep.ts',
};

/** An installation on servers, empty: a database, a mailbox and a queue of its own. */
export async function onServers(folder: string, servers: Servers): Promise<Installation> {
  const { dovecot, postgres, redis, smtp } = servers;
  await dovecot.useFreshAccount();
  smtp.reset();
  const client = new Redis(redis.url);
  await client.flushall();
  client.disconnect();
  const settings = {
    DATABASE_URL: await postgres.newDatabase(),
    REDIS_URL: redis.url,
    MAILBOX_URL: dovecot.url,
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    NOTICE_SECRET: 'a secret of the end to end tests alone',
  };
  const database = await openDatabase(loadConfig(settings));
  const processes = new Processes(folder, settings);
  return {
    processes,
    start: async () => {
      await Promise.all(Object.entries(WORKERS).map(([name, file]) => processes.start(name, file)));
    },
    deliver: async (mail, arrived) => {
      await dovecot.deliver(mail, arrived);
    },
    outbox: () =>
      Promise.all(
        smtp.received.map(async ({ from, to, raw }) => ({
          mail: await simpleParser(raw),
          envelope: { from, to },
        })),
      ),
    query: async <Row>(sql: string, values?: readonly unknown[]) =>
      (await database.query<Row>(sql, values)).rows,
    dispose: async () => {
      processes.killAll();
      await database.close();
    },
  };
}

/** An installation with nothing configured: one process, a folder. */
export function embedded(folder: string): Installation {
  const data = join(folder, 'data');
  const settings = { DATA_DIR: data };
  const processes = new Processes(folder, settings);
  let count = 0;
  return {
    processes,
    start: () => processes.start('start', 'src/cli/main.ts', 'start'),
    deliver: async (mail, arrived = new Date()) => {
      count += 1;
      const name = `${Math.floor(arrived.getTime() / 1000)}.M${count}.test`;
      const mailbox = join(data, 'mailbox');
      for (const part of ['tmp', 'new', 'cur']) mkdirSync(join(mailbox, part), { recursive: true });
      writeFileSync(join(mailbox, 'tmp', name), mail);
      renameSync(join(mailbox, 'tmp', name), join(mailbox, 'new', name));
    },
    outbox: () => {
      const outbox = join(data, 'outbox', 'new');
      const files = readdirSync(outbox).map((file) => readFileSync(join(outbox, file)));
      return Promise.all(files.map(async (raw) => ({ mail: await simpleParser(raw) })));
    },
    query: async <Row>(sql: string, values?: readonly unknown[]) => {
      // Borrowed for one question: the database belongs to the process that runs the service.
      const database = await openDatabase(loadConfig(settings));
      return (await database.query<Row>(sql, values).finally(() => database.close())).rows;
    },
    dispose: async () => processes.killAll(),
  };
}

/** Longest that everything may take on a busy machine; an idle one takes a tenth of it. */
const PATIENCE_MS = 90_000;

/** Resolves when every mail that was delivered is decided and every notice is out; throws where that takes too long. */
export async function everythingHappened(installation: Installation, delivered: number): Promise<void> {
  const limit = performance.now() + PATIENCE_MS;
  for (;;) {
    const [open] = await installation.query<{ stored: bigint; waiting: bigint; unsent: bigint }>(
      `select (select count(*) from message) as stored,
         (select count(*) from message where state in ('received', 'understood')) as waiting,
         (select count(*) from outbox where state in ('queued', 'sending')) as unsent`,
    );
    const { stored, waiting, unsent } = open!;
    if (Number(stored) === delivered && Number(waiting) + Number(unsent) === 0) return;
    if (performance.now() > limit)
      throw new Error(
        `of ${delivered} mails ${stored} were stored, ${waiting} wait; ${unsent} notices are not out`,
      );
    await sleep(200);
  }
}
