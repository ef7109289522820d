import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { openPostgresql } from '../../src/database/postgresql.ts';
import { findProgram, freePort, startServer } from './servers.ts';
import { newFolder } from './temporary.ts';

/** A PostgreSQL server of our own, in a temporary folder. */
export interface PostgresCluster {
  /** URL of a new database, migrated, that no other test uses. */
  newDatabase(): Promise<string>;
  /** URL of a new database without any table. */
  emptyDatabase(): Promise<string>;
  /** Kills the server at once, as a crash would, or stops it. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  port: number;
}

/** Nothing of a test's database has to outlive a crash of the machine. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts a cluster with one migrated template database. Use with `oncePerFile`.
 * `durable`: on a disk and with every commit synced to it, as in production.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresCluster> {
  const folder = durable ? mkdtempSync(join(tmpdir(), 'dr-pg-')) : newFolder('dr-pg-');
  const owner = ownerOf(folder);
  const data = join(folder, 'data');
  execFileSync(
    findProgram('initdb')!,
    ['-D', data, '-U', 'dealreg', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8'],
    { stdio: 'pipe', cwd: folder, ...owner },
  );
  const port = await freePort();
  const settings = [
    ...(durable ? [] : FAST),
    'max_connections=200',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
  ];
  const server = await startServer(
    findProgram('postgres')!,
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    port,
    { cwd: folder, ...owner },
  );
  const urlOf = (name: string) => `postgresql://dealreg@127.0.0.1:${port}/${name}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: urlOf('postgres') });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await untilReady(() => admin('create database template_migrated'));
  const template = await openPostgresql(urlOf('template_migrated'));
  await migrate(template);
  await template.close();
  let count = 0;
  const create = async (template: string) => {
    const name = `test_${++count}`;
    await admin(`create database ${name} template ${template}`);
    return urlOf(name);
  };
  return {
    port,
    newDatabase: () => create('template_migrated'),
    emptyDatabase: () => create('template0'),
    stop: async (signal = 'SIGINT') => {
      await server.stop(signal);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** PostgreSQL refuses to run as root: there it runs as the user that its package made. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

/** The port answers a moment before the server accepts work. */
async function untilReady(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
