import { setTimeout as sleep } from 'node:timers/promises';
import type { BackendFactory, ConnectionOptions, PgPool, RedisQueueBackend } from 'bullmq';
import type { Config } from '../config.ts';
import type { EmbeddedDatabase } from '../database/pglite.ts';
import type { Database } from '../ports.ts';

/** What BullMQ's classes are made with, whatever carries the queue. */
export interface Backend {
  // BullMQ types connection and factory by backend, here it is one or the other: both are named as Redis' own.
  options: { connection: ConnectionOptions; prefix: string };
  factory: BackendFactory<RedisQueueBackend>;
  close(): Promise<void>;
}

/** Who uses the connection: a producer fails fast, a worker waits for the server to come back. */
export type Role = 'producer' | 'worker';

/** Longest that the end of a pool is waited for. */
const END_MS = 1_000;

/** Key prefix in Redis, where others may keep keys too. */
const PREFIX = 'dealreg';

/**
 * Opens what carries the queue. Rejects where PostgreSQL cannot be reached; Redis is connected to in the background.
 * On PostgreSQL and PGlite everybody who uses the same database in this process shares one pool.
 */
export async function openBackend(
  config: Pick<Config, 'queue'>,
  database: Database,
  role: Role,
): Promise<Backend> {
  const { queue } = config;
  if (queue.mode === 'redis') return redisBackend(queue.url, role);
  const shared = POOLS.get(database) ?? { users: 0, pool: openPool(queue, database) };
  POOLS.set(database, shared);
  shared.users += 1;
  const close = async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    POOLS.delete(database);
    // A client that a stuck worker keeps would hold up the end for ever.
    await Promise.race([(await shared.pool).end(), sleep(END_MS, undefined, { ref: false })]);
  };
  try {
    const { createPostgresBackend } = await import('bullmq');
    return {
      options: { connection: (await shared.pool) as unknown as ConnectionOptions, prefix: PREFIX },
      factory: createPostgresBackend as unknown as Backend['factory'],
      close,
    };
  } catch (error) {
    POOLS.delete(database);
    throw error;
  }
}

interface SharedPool {
  users: number;
  pool: Promise<PgPool>;
}
const POOLS = new WeakMap<Database, SharedPool>();

async function redisBackend(url: string, role: Role): Promise<Backend> {
  const [{ Redis }, { createRedisBackend }] = await Promise.all([import('ioredis'), import('bullmq')]);
  const connection = new Redis(url, {
    connectTimeout: 2_000,
    keepAlive: 10_000,
    retryStrategy: (times) => Math.min(100 * times, 2_000),
    ...(role === 'worker'
      ? { maxRetriesPerRequest: null }
      : { maxRetriesPerRequest: 0, enableOfflineQueue: false }),
  });
  // BullMQ's classes report connection errors themselves.
  connection.on('error', () => undefined);
  return {
    options: { connection, prefix: PREFIX },
    factory: createRedisBackend,
    close: async () => connection.disconnect(),
  };
}

/** A pool on the queue's own schema, which is made where it is missing. */
async function openPool(queue: Config['queue'], database: Database): Promise<PgPool> {
  const pool = queue.mode === 'postgresql' ? await connectPool(queue.url) : await embeddedPool(database);
  const { runMigrations } = await import('bullmq');
  try {
    const client = await pool.connect();
    await runMigrations(client).finally(() => client.release());
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function connectPool(url: string): Promise<PgPool> {
  const [{ default: pg }, { poolConfig }] = await Promise.all([
    import('pg'),
    import('../database/postgresql.ts'),
  ]);
  // One connection for each worker that listens, some for everybody's statements.
  const pool = new pg.Pool({ ...poolConfig(url, '-c search_path=bullmq'), max: 12 });
  pool.on('error', () => undefined);
  return pool as PgPool;
}

async function embeddedPool(database: Database): Promise<PgPool> {
  if (database.mode !== 'embedded') throw new Error('an embedded queue needs the embedded database');
  const { EmbeddedPool } = await import('./embedded-pool.ts');
  return new EmbeddedPool(database as EmbeddedDatabase);
}
