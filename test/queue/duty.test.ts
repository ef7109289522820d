import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { type Context, createContext } from '../../src/context.ts';
import type { JobName } from '../../src/ports.ts';
import { runDuties } from '../../src/queue/duty.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import { freePort, missingServer, oncePerFile } from '../support/servers.ts';

const postgres = oncePerFile(startPostgres);
const NOTICE_SECRET = 's'.repeat(32);

describe.skipIf(missingServer('postgresql') || missingServer('redis'))(
  'duties while Redis is away',
  { timeout: 60_000 },
  () => {
    test('given no Redis, when wake-ups are given, then none fails and together they wait a second at most', async () => {
      const context = await contextWithRedis(await freePort());
      const before = performance.now();
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => context.queue.wake('understand', BigInt(n + 1))),
      );
      for (let n = 0; n < 20; n += 1) await context.queue.wake('deliver', BigInt(n + 1));
      expect(performance.now() - before).toBeLessThan(2_500);
    });

    test('given no Redis, then what is due in the database is done all the same', async () => {
      const context = await contextWithRedis(await freePort());
      const done: string[] = [];
      const duties = runDuties(context, [duty('understand', done), duty('deliver', done)], findsDue, 200);
      onTestFinished(() => duties.stop());
      await expect
        .poll(() => done, { timeout: 5_000 })
        .toEqual(expect.arrayContaining(['understand 1', 'deliver 2']));
      expect(done).not.toContain('decide undefined');
    });

    test('given one thing that fails, then the others that are due are done all the same', async () => {
      const context = await contextWithRedis(await freePort());
      const done: string[] = [];
      const failing = {
        job: 'understand' as const,
        needs: [],
        run: async () => {
          throw new Error('cannot be understood');
        },
      };
      const duties = runDuties(context, [failing, duty('deliver', done)], findsDue, 200);
      onTestFinished(() => duties.stop());
      await expect.poll(() => done, { timeout: 5_000 }).toContain('deliver 2');
    });

    test('given Redis comes back, then wake-ups reach the worker again', async () => {
      const first = await startRedis();
      const context = await contextWithRedis(first.port);
      const done: string[] = [];
      const duties = runDuties(context, [duty('understand', done)], async () => undefined, 60_000);
      onTestFinished(() => duties.stop());
      await context.queue.wake('understand', 1n);
      await expect.poll(() => done, { timeout: 10_000 }).toEqual(['understand 1']);
      await first.stop('SIGKILL');
      await context.queue.wake('understand', 2n);
      const second = await startRedis([], first.port);
      onTestFinished(() => second.stop());
      const woken = async () => {
        await context.queue.wake('understand', 3n);
        return done;
      };
      await expect.poll(woken, { timeout: 20_000, interval: 200 }).toContain('understand 3');
    });
  },
);

describe.skipIf(missingServer('postgresql'))('duties', { timeout: 60_000 }, () => {
  test('given a loop that fails, then it is started again', async () => {
    const context = await contextWithoutRedis();
    let starts = 0;
    const loop = {
      job: 'receive' as const,
      needs: [],
      run: async (_: Context, __: bigint | undefined, signal: AbortSignal) => {
        starts += 1;
        if (starts === 1) throw new Error('once');
        await sleep(60_000, undefined, { signal }).catch(() => undefined);
      },
    };
    const duties = runDuties(context, [loop], async () => undefined);
    onTestFinished(() => duties.stop());
    await expect.poll(() => starts, { timeout: 5_000 }).toBe(2);
  });

  test('given work that ignores the signal, when they are stopped, then stopping takes less than ten seconds', async () => {
    const context = await contextWithoutRedis();
    const busy = Promise.withResolvers<void>();
    const stuck = {
      job: 'understand' as const,
      needs: [],
      run: async () => {
        busy.resolve();
        await new Promise(() => undefined);
      },
    };
    const duties = runDuties(context, [stuck], async () => undefined);
    await context.queue.wake('understand', 1n);
    await busy.promise;
    const before = performance.now();
    await duties.stop();
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

function duty(job: JobName, done: string[]) {
  return {
    job,
    needs: [],
    run: async (_: Context, id: bigint | undefined) => {
      done.push(`${job} ${id}`);
    },
  };
}

/** Stands for the sweep: something of each kind is due. */
async function findsDue(context: Context): Promise<void> {
  await context.queue.wake('understand', 1n);
  await context.queue.wake('deliver', 2n);
  await context.queue.wake('decide');
}

async function contextWithRedis(port: number): Promise<Context> {
  return contextOf({ REDIS_URL: `redis://127.0.0.1:${port}` });
}

async function contextWithoutRedis(): Promise<Context> {
  return contextOf({});
}

async function contextOf(environment: Record<string, string>): Promise<Context> {
  const DATABASE_URL = await (await postgres()).newDatabase();
  const context = await createContext(
    loadConfig({ ...environment, DATABASE_URL, NOTICE_SECRET, LOG_LEVEL: 'silent' }),
  );
  onTestFinished(() => context.close());
  return context;
}
