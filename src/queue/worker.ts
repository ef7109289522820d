import type { Worker as BullWorker } from 'bullmq';
import type { Context } from '../context.ts';
import type { JobName } from '../ports.ts';
import { type Backend, openBackend } from './backend.ts';
import { idOf, JOBS, payloadOf, templateOptions } from './jobs.ts';

/** Does what a job is for. `id` names the message or notice where the wake-up named one. */
export type Handler = (id: bigint | undefined, signal: AbortSignal) => Promise<void>;

/** Longest that a stopping worker waits for the work in hand; then it gives it back. */
const STOP_MS = 8_000;
/** Longest that closing takes once no work is in hand. */
const CLOSE_MS = 1_000;
/** How long a job may go without a sign of life before another worker gets it. */
const LOCK_MS = 60_000;
/** Pause before a lost connection is tried again. */
const RETRY_MS = 1_000;
/** The queue's connection errors repeat quickly; one in this time is logged. */
const LOG_EVERY_MS = 30_000;

export interface RunningWorker {
  /** Takes no more work, aborts the handlers' signal, and waits a bounded time for them. */
  stop(): Promise<void>;
}

/** Starts a worker that is woken by the queue. Where the queue cannot be reached it keeps trying in the background. */
export function startWorker(job: JobName, handler: Handler, context: Context): RunningWorker {
  const stopping = new AbortController();
  const started = connect(job, handler, context, stopping.signal);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopping.abort();
    const connection = await started;
    if (!connection) return;
    await Promise.race([connection.worker.close(), idle(connection.inHand), pause(STOP_MS)]);
    void connection.worker.close(true).catch(() => undefined);
    await connection.backend.close();
  };
  return {
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function connect(job: JobName, handler: Handler, context: Context, signal: AbortSignal) {
  while (!signal.aborted) {
    try {
      const backend = await openBackend(context.config, context.database, 'worker');
      const inHand = new Set<unknown>();
      const worker = await createWorker(job, tracked(handler, inHand), context, backend, signal);
      return { backend, worker, inHand };
    } catch (error) {
      context.log.queueFailed({ job, error: error as Error });
      await pause(RETRY_MS);
    }
  }
  return undefined;
}

/** Keeps the work under way in a set. */
function tracked(handler: Handler, inHand: Set<unknown>): Handler {
  return async (id, signal) => {
    const work = handler(id, signal);
    inHand.add(work);
    await work.finally(() => inHand.delete(work));
  };
}

/** Resolves some time after the last work in hand ended: a queue that is away cannot be told that it did. */
async function idle(inHand: Set<unknown>): Promise<void> {
  while (inHand.size > 0) await pause(50);
  await pause(CLOSE_MS);
}

async function createWorker(
  job: JobName,
  handler: Handler,
  context: Context,
  backend: Backend,
  signal: AbortSignal,
): Promise<BullWorker> {
  const { Worker } = await import('bullmq');
  const run = async (bullJob: { data: unknown }) => {
    await handler(idOf(bullJob.data), signal);
  };
  const options = {
    ...backend.options,
    concurrency: JOBS[job].concurrency,
    lockDuration: LOCK_MS,
    runRetryDelay: RETRY_MS,
    removeOnComplete: { count: 0 },
  };
  const worker = new Worker(job, run, options, backend.factory);
  let quietUntil = 0;
  worker.on('error', (error) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + LOG_EVERY_MS;
    context.log.queueFailed({ job, error });
  });
  worker.on('failed', (bullJob, error) =>
    context.log.jobFailed({ job, id: bullJob ? idOf(bullJob.data) : undefined, error }),
  );
  if (JOBS[job].firedBy === 'schedule') void schedule(job, backend, context, signal);
  return worker;
}

/** One schedule for all processes, kept by the queue; set anew until the queue has taken it. */
async function schedule(
  job: JobName,
  backend: Backend,
  context: Context,
  signal: AbortSignal,
): Promise<void> {
  const { Queue } = await import('bullmq');
  const queue = new Queue(job, backend.options, backend.factory);
  queue.on('error', () => undefined);
  signal.addEventListener('abort', () => void queue.close().catch(() => undefined), { once: true });
  while (!signal.aborted) {
    try {
      await queue.upsertJobScheduler(
        job,
        { every: JOBS[job].everyMs },
        { name: job, data: payloadOf(undefined), opts: templateOptions(job) },
      );
      return;
    } catch (error) {
      context.log.queueFailed({ job, error: error as Error });
      await pause(RETRY_MS);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
