import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import type { JobName } from '../ports.ts';
import { JOBS } from './jobs.ts';
import { localQueue } from './local.ts';
import { type Handler, type RunningWorker, startWorker } from './worker.ts';

/** How often a process looks into the database by itself, so that nothing depends on the queue. */
const POLL_MS = 30_000;

/** One pipeline step as the worker of its name runs it. */
export interface Duty {
  job: JobName;
  /** What of the context it has use for beyond database and queue. */
  needs: readonly ('mailbox' | 'sender')[];
  /** Woken: does what one wake-up asks for. A loop: runs until the signal aborts. */
  run: (context: Context, id: bigint | undefined, signal: AbortSignal) => Promise<void>;
}

export interface RunningDuties {
  /** Ends the work in hand or gives it back, in bounded time. */
  stop(): Promise<void>;
}

/**
 * Runs duties in this process until they are stopped: each woken by the queue, and all of them by a look into the
 * database now and then (`sweep`), which does what is due even where the queue is gone.
 */
export function runDuties(
  context: Context,
  duties: readonly Duty[],
  sweep: (context: Context) => Promise<unknown>,
  pollMs = POLL_MS,
): RunningDuties {
  const stopping = new AbortController();
  const handlers: Partial<Record<JobName, Handler>> = {};
  const loops: Promise<void>[] = [];
  const workers: RunningWorker[] = [];
  for (const { job, run } of duties) {
    const handler: Handler = (id, signal) => run(context, id, signal);
    if (JOBS[job].firedBy === 'loop') {
      loops.push(keepRunning(job, handler, context, stopping.signal));
    } else {
      handlers[job] = handler;
      workers.push(startWorker(job, handler, context));
    }
  }
  const { sweep: _, ...woken } = handlers;
  const poll = pollDatabase(context, woken, sweep, pollMs, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([...workers.map((worker) => worker.stop()), within(Promise.all([...loops, poll]))]);
    },
  };
}

/** A loop ends only when told to; one that fails is logged and started again. */
async function keepRunning(
  job: JobName,
  handler: Handler,
  context: Context,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await handler(undefined, signal);
    } catch (error) {
      if (signal.aborted) return;
      context.log.jobFailed({ job, error: error as Error });
      await pause(1_000, signal);
    }
  }
}

async function pollDatabase(
  context: Context,
  handlers: Partial<Record<JobName, Handler>>,
  sweep: (context: Context) => Promise<unknown>,
  pollMs: number,
  signal: AbortSignal,
): Promise<void> {
  const queue = localQueue(handlers, signal, (job, id, error) => context.log.jobFailed({ job, id, error }));
  // Every process at another moment.
  await pause(pollMs * Math.random(), signal);
  while (!signal.aborted) {
    try {
      await sweep(withQueue(context, queue));
    } catch (error) {
      context.log.jobFailed({ job: 'sweep', error: error as Error });
    }
    await pause(pollMs, signal);
  }
}

/** The same context with another queue; getters that throw are not read. */
function withQueue(context: Context, queue: Context['queue']): Context {
  return Object.create(context, { queue: { value: queue, enumerable: true } });
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

async function within(work: Promise<unknown>): Promise<void> {
  const limit = new Promise((resolve) => setTimeout(resolve, 8_000).unref());
  await Promise.race([work.catch(() => undefined), limit]);
}
