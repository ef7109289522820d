import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '../../expected-error.ts';
import { lockFile } from './directory-lock.ts';
import { connectSession } from './remote-session.ts';
import { serveSession } from './serve-session.ts';
import type { Session } from './session.ts';

/** Longest path of a Unix socket on Linux and macOS, with room for the end mark. */
const MAX_SOCKET_PATH = 100;
const RETRY_MS = 20;
/** A first start unpacks and initialises the database: some seconds on a slow machine. */
const PATIENCE_MS = 30_000;

/**
 * The session of a database directory: opened here, where no process has it open, and then lent to others;
 * else borrowed from the process that has. Throws an ExpectedError where neither comes about.
 */
export async function openSharedSession(directory: string): Promise<Session> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const socket = socketPath(directory);
  const tries = Math.ceil(PATIENCE_MS / RETRY_MS);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const borrowed = socket && (await connectSession(socket));
    if (borrowed) return borrowed;
    const release = lockFile(join(directory, 'lock'));
    if (release) return own(directory, socket, release);
    await sleep(RETRY_MS);
  }
  throw new ExpectedError(
    `The database in ${directory} is open in another process that does not share it: end that process.`,
  );
}

async function own(directory: string, socket: string | undefined, release: () => void): Promise<Session> {
  try {
    // PGlite is large, and who borrows a session has no use for it.
    const { openLocalSession } = await import('./local-session.ts');
    const cluster = join(directory, 'cluster');
    if (!existsSync(cluster)) await createCluster(cluster, openLocalSession);
    const session = await openLocalSession(cluster);
    await session.query({ text: TIDY, searchPath: 'public' });
    const stop = socket ? await serveSession(session, socket) : async () => undefined;
    const close = async () => {
      await stop();
      await session.close();
      release();
    };
    return {
      query: (s) => session.query(s),
      begin: (p) => session.begin(p),
      listen: (c, h) => session.listen(c, h),
      ended: session.ended,
      close,
    };
  } catch (error) {
    release();
    // WebAssembly's own error: the server inside gave up.
    if ((error as Error).name !== 'RuntimeError') throw error;
    throw new ExpectedError(
      `The database in ${directory} is damaged and cannot be opened: put back a copy of that folder, or move it away to start afresh.`,
      { cause: error },
    );
  }
}

/** A process that is killed while it makes the files leaves none under their name. */
async function createCluster(cluster: string, open: (directory: string) => Promise<Session>): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await (await open(unfinished)).close();
  renameSync(unfinished, cluster);
}

/**
 * PGlite has no autovacuum, and the queue's rows come and go all the time. What it held before this start means
 * nothing (the sweep finds what is due), so its tables are emptied once they have grown.
 */
const TIDY = `
  do $$ begin
    if pg_total_relation_size(to_regclass('bullmq.job')) + pg_total_relation_size(to_regclass('bullmq.event')) > 16000000 then
      truncate bullmq.job, bullmq.event, bullmq.dedup, bullmq.dedup_next cascade;
    end if;
  end $$`;

/** The shorter of both ways to name it; undefined where a socket cannot have either. */
function socketPath(directory: string): string | undefined {
  if (process.platform === 'win32')
    return `\\\\.\\pipe\\dealreg-${Buffer.from(directory).toString('hex').slice(-180)}`;
  const absolute = join(directory, 'socket');
  const near = relative(process.cwd(), absolute);
  const shorter = near.length < absolute.length ? near : absolute;
  return shorter.length <= MAX_SOCKET_PATH ? shorter : undefined;
}
