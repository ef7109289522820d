import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { type Context, createContext } from '../../src/context.ts';
import { openEmbedded } from '../../src/database/pglite.ts';
import type { JobName } from '../../src/ports.ts';
import { type Handler, startWorker } from '../../src/queue/worker.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import { missingServer, oncePerFile } from '../support/servers.ts';
import { temporaryFolder } from '../support/temporary.ts';

const postgres = oncePerFile(startPostgres);
const redis = oncePerFile(startRedis);
const NOTICE_SECRET = 's'.repeat(32);

const MODES: { name: string; skip: boolean; context: () => Promise<Context> }[] = [
  { name: 'PGlite', skip: false, context: embedded },
  {
    name: 'PostgreSQL',
    skip: missingServer('postgresql'),
    context: async () => production({ DATABASE_URL: await (await postgres()).newDatabase() }),
  },
  {
    name: 'Redis',
    skip: missingServer('redis') || missingServer('postgresql'),
    context: async () => {
      const REDIS_URL = (await redis()).url;
      return production({ DATABASE_URL: await (await postgres()).newDatabase(), REDIS_URL });
    },
  },
];

for (const mode of MODES) {
  describe.skipIf(mode.skip)(`a queue on ${mode.name}`, { timeout: 60_000 }, () => {
    test('given an idle worker, when it is woken, then it runs at once with the id', async () => {
      const context = await mode.context();
      const { runs, until } = work(context, 'understand');
      await context.queue.wake('understand', 41n);
      await until(1);
      const woken = performance.now();
      await context.queue.wake('understand', 9007199254740993n);
      await until(2);
      expect(performance.now() - woken).toBeLessThan(2_000);
      expect(runs).toEqual([41n, 9007199254740993n]);
    });

    test('given no worker, when it is woken many times for one id, then it runs once when a worker comes', async () => {
      const context = await mode.context();
      for (let n = 0; n < 5; n += 1) await context.queue.wake('deliver', 7n);
      await context.queue.wake('deliver', 8n);
      const { runs, until } = work(context, 'deliver');
      await until(2);
      await sleep(300);
      expect(runs.sort()).toEqual([7n, 8n]);
    });

    test('given it runs, when it is woken again, then it runs once more afterwards', async () => {
      const context = await mode.context();
      const gate = Promise.withResolvers<void>();
      const { runs, until } = work(context, 'decide', () => gate.promise);
      await context.queue.wake('decide');
      await until(1);
      for (let n = 0; n < 3; n += 1) await context.queue.wake('decide');
      gate.resolve();
      await until(2);
      await sleep(300);
      expect(runs).toEqual([undefined, undefined]);
      await context.queue.wake('decide');
      await until(3);
    });

    test('given its handler fails, then it is tried again, and a later wake-up counts', async () => {
      const context = await mode.context();
      const { runs, until } = work(context, 'understand', async () => {
        if (runs.length === 1) throw new Error('first time');
      });
      await context.queue.wake('understand', 5n);
      await until(2);
      await sleep(200);
      await context.queue.wake('understand', 5n);
      await until(3);
    });

    test('given the schedule of the sweep, then it fires by itself', async () => {
      const context = await mode.context();
      const { until } = work(context, 'sweep');
      await until(1, 15_000);
    });

    test('given work in hand, when the worker stops, then it waits for it, and its signal is aborted', async () => {
      const context = await mode.context();
      let finished = false;
      const { worker, until } = work(context, 'deliver', async (_, signal) => {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        await sleep(100);
        finished = true;
      });
      await context.queue.wake('deliver', 1n);
      await until(1);
      await worker.stop();
      expect(finished).toBe(true);
    });
  });
}

/** A worker that notes what it was woken for. */
function work(context: Context, job: JobName, handler: Handler = async () => undefined) {
  const runs: (bigint | undefined)[] = [];
  const worker = startWorker(
    job,
    async (id, signal) => {
      runs.push(id);
      await handler(id, signal);
    },
    context,
  );
  onTestFinished(() => worker.stop());
  const until = async (count: number, ms = 20_000) => {
    const limit = performance.now() + ms;
    while (runs.length < count) {
      if (performance.now() > limit) throw new Error(`ran ${runs.length} of ${count} times within ${ms} ms`);
      await sleep(2);
    }
  };
  return { worker, runs, until };
}

const shared = oncePerFile(async () => {
  const database = await openEmbedded();
  return { database, stop: () => database.close() };
});

/** One PGlite for all tests of this file; the queue is emptied before each. */
async function embedded(): Promise<Context> {
  const { database } = await shared();
  await database.query('truncate bullmq.job, bullmq.dedup, bullmq.dedup_next, bullmq.scheduler cascade');
  return closing(
    await createContext(loadConfig({ DATA_DIR: temporaryFolder(), LOG_LEVEL: 'silent' }), { database }),
  );
}

async function production(environment: Record<string, string>): Promise<Context> {
  const context = await createContext(loadConfig({ ...environment, NOTICE_SECRET, LOG_LEVEL: 'silent' }));
  if (environment.REDIS_URL) await flush(environment.REDIS_URL);
  return closing(context);
}

function closing(context: Context): Context {
  onTestFinished(() => context.close());
  return context;
}

async function flush(url: string): Promise<void> {
  const { Redis } = await import('ioredis');
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
}
