import type { Config } from '../config.ts';
import { withoutPassword } from '../database/url.ts';
import { ExpectedError, messageOf } from '../expected-error.ts';

/**
 * Says in one line what carries the queue and how it is set up. Throws an ExpectedError where Redis cannot be used
 * or would throw jobs away by itself.
 */
export async function checkQueue(config: Pick<Config, 'queue'>): Promise<string> {
  const { queue } = config;
  if (queue.mode !== 'redis') return 'on the database';
  const { Redis } = await import('ioredis');
  const redis = new Redis(queue.url, {
    lazyConnect: true,
    connectTimeout: 3_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // The command that fails says only that the connection is closed; the event says why.
  let why: Error | undefined;
  redis.on('error', (error) => {
    why = error;
  });
  const where = `Redis at REDIS_URL (${withoutPassword(queue.url)})`;
  try {
    await redis.connect();
    const facts = `${await redis.info('server')}\n${await redis.info('memory')}\n${await redis.info('persistence')}`;
    const policy = fact(facts, 'maxmemory_policy');
    if (policy && policy !== 'noeviction') {
      throw new ExpectedError(
        `${where} may throw jobs away (maxmemory-policy ${policy}): set it to noeviction.`,
      );
    }
    const kept = fact(facts, 'aof_enabled') === '1';
    const note = kept
      ? 'append-only'
      : 'not append-only: wake-ups are lost with a restart, the sweep makes up for it';
    return `${where}, version ${fact(facts, 'valkey_version') ?? fact(facts, 'redis_version') ?? 'unknown'}, noeviction, ${note}`;
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    throw new ExpectedError(
      `${where} cannot be used (${messageOf(why ?? error)}): start it, or correct REDIS_URL.`,
      {
        cause: error,
      },
    );
  } finally {
    redis.disconnect();
  }
}

/** One value of Redis' INFO. */
function fact(info: string, name: string): string | undefined {
  return info
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();
}
