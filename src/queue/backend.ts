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

/** Key prefix in Redis, where others may keep keys too. */
const PREFIX = 'dealreg';

/** Opens what carries the queue. Rejects where PostgreSQL cannot be reached; Redis is connected to in the background. */
export async function openBackend(
  config: Pick<Config, 'queue'>,
  database: Database,
  role: Role,
): Promise<Backend> {
  const { queue } = config;
  if (queue.mode === 'redis') return redisBackend(queue.url, role);
  if (queue.mode === 'postgresql') return postgresBackend(queue.url);
  if (database.mode !== 'embedded') throw new Error('an embedded queue needs the embedded database');
  const { EmbeddedPool } = await import('./embedded-pool.ts');
  return poolBackend(new EmbeddedPool(database as EmbeddedDatabase));
}

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

async function postgresBackend(url: string): Promise<Backend> {
  const [{ default: pg }, { poolConfig }] = await Promise.all([
    import('pg'),
    import('../database/postgresql.ts'),
  ]);
  const pool = new pg.Pool({ ...poolConfig(url, '-c search_path=bullmq'), max: 12 });
  pool.on('error', () => undefined);
  try {
    return await poolBackend(pool as PgPool);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function poolBackend(pool: PgPool): Promise<Backend> {
  const { createPostgresBackend, runMigrations } = await import('bullmq');
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return {
    options: { connection: pool as unknown as ConnectionOptions, prefix: PREFIX },
    factory: createPostgresBackend as unknown as Backend['factory'],
    close: () => pool.end(),
  };
}
