import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { loadConfig } from '../../src/config.ts';
import { createContext } from '../../src/context.ts';
import { openDatabase } from '../../src/database/connect.ts';
import { importPartners } from '../../src/pipeline/import-records.ts';
import type { Database } from '../../src/ports.ts';
import { Processes } from '../e2e/processes.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { type PostgresCluster, startPostgres } from '../support/postgres.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';
import type { CleanUp } from './clean-up.ts';
import { PARTNERS_CSV } from './mails.ts';
import { type SmtpServer, startSmtp } from './smtp.ts';

export const NOTICE_SECRET = 'a secret of the measurements alone';
const WORKERS = ['receive', 'understand', 'decide', 'deliver', 'sweep'] as const;

export interface Servers {
  postgres: PostgresCluster;
  redis: RedisServer;
  dovecot: Dovecot;
  smtp: SmtpServer;
}

/** PostgreSQL that syncs every commit to the disk, Redis, Dovecot, an SMTP server: each a process of its own. */
export async function startServers(cleanUp: CleanUp): Promise<Servers> {
  const keep = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const server = await starting;
    cleanUp.add(() => server.stop());
    return server;
  };
  const [postgres, redis, dovecot, smtp] = await Promise.all([
    keep(startPostgres({ durable: true })),
    keep(startRedis()),
    keep(startDovecot()),
    keep(startSmtp()),
  ]);
  await dovecot.useFreshAccount();
  return { postgres, redis, dovecot, smtp };
}

/** A mail program's connection to the mailbox. */
export async function connectImap({ port, user, password }: Dovecot): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    auth: { user, pass: password },
    doSTARTTLS: false,
    logger: false,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The five duties, each a process of its own, on the servers. */
export interface Service {
  database: Database;
  processes: Processes;
  /** How long after the end of a second a mail of that second may still come to light in the mailbox. */
  latenessMs: number;
  stop(): Promise<void>;
}

/** Starts the service with the partners imported; resolves when every worker has started. */
export async function startService(servers: Servers, cleanUp: CleanUp): Promise<Service> {
  const settings = {
    DATABASE_URL: await servers.postgres.newDatabase(),
    REDIS_URL: servers.redis.url,
    MAILBOX_URL: servers.dovecot.url,
    SMTP_URL: servers.smtp.url,
    NOTICE_SECRET,
  };
  const folder = temporaryFolder(cleanUp);
  const database = await openDatabase(loadConfig(settings));
  cleanUp.add(() => database.close());
  const latenessMs = await preparePartners(settings, database);
  const processes = new Processes(folder, settings);
  cleanUp.add(async () => processes.killAll());
  await Promise.all(WORKERS.map((duty) => processes.start(duty, `workers/${duty}.ts`)));
  return {
    database,
    processes,
    latenessMs,
    stop: async () => {
      await processes.stopAll();
    },
  };
}

/** Imports the partners; returns how late the mailbox may be. */
async function preparePartners(settings: Record<string, string>, database: Database): Promise<number> {
  const config = loadConfig({ ...settings, LOG_LEVEL: 'silent' });
  await using context = await createContext(config, { database, open: ['mailbox'] });
  await importPartners(context, PARTNERS_CSV, 'partners.csv');
  return context.mailbox.latenessMs ?? 0;
}

export function temporaryFolder(cleanUp: CleanUp): string {
  const folder = mkdtempSync(join(tmpdir(), 'dr-bench-'));
  cleanUp.add(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Resolves when something is so; throws where it takes longer than the limit. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  limitMs: number,
): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > limit) throw new Error(`${what} took longer than ${limitMs / 1000} seconds`);
    await sleep(2);
  }
}

/** Processor seconds that each process has used; empty where the system does not tell. */
export function processorSeconds({ pids }: Processes): Record<string, number> {
  const TICKS_A_SECOND = 100;
  try {
    return Object.fromEntries(
      pids.map(([name, pid]) => {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
        return [name, (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND];
      }),
    );
  } catch {
    return {};
  }
}
