import type { Queue as BullQueue } from 'bullmq';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Database, JobName, Queue } from '../ports.ts';
import { type Backend, openBackend } from './backend.ts';
import { JOBS, jobOptions, payloadOf } from './jobs.ts';

/** Longest that a wake-up may hold up who gives it. */
const WAKE_TIMEOUT_MS = 1_000;
/** After a failure, wake-ups that find no connection are not even tried for this long. */
const PAUSE_MS = 1_000;
const LOG_EVERY_MS = 30_000;

/** Opens the queue as configured; connects at the first wake-up. */
export function openQueue(config: Pick<Config, 'queue'>, database: Database, log: Log): Queue {
  return new WakingQueue(config, database, log);
}

class WakingQueue implements Queue {
  readonly mode: Queue['mode'];
  readonly #config: Pick<Config, 'queue'>;
  readonly #database: Database;
  readonly #log: Log;
  readonly #queues = new Map<JobName, BullQueue>();
  #backend: Promise<Backend> | undefined;
  #pausedUntil = 0;
  #quietUntil = 0;
  #failures = 0;

  constructor(config: Pick<Config, 'queue'>, database: Database, log: Log) {
    this.mode = config.queue.mode;
    this.#config = config;
    this.#database = database;
    this.#log = log;
  }

  /** Never throws and never waits long: the sweep finds what a lost wake-up would have told. */
  async wake(job: JobName, id?: bigint): Promise<void> {
    if (JOBS[job].firedBy !== 'wake' || performance.now() < this.#pausedUntil) return;
    const adding = this.#add(job, id);
    const timeout = AbortSignal.timeout(WAKE_TIMEOUT_MS);
    try {
      await Promise.race([adding, rejection(timeout)]);
    } catch (error) {
      this.#pausedUntil = performance.now() + PAUSE_MS;
      this.#tell(job, error as Error);
    }
    adding.catch(() => undefined);
  }

  async close(): Promise<void> {
    for (const queue of this.#queues.values()) await queue.close();
    await (await this.#backend?.catch(() => undefined))?.close();
  }

  /** A queue that is down fails every wake-up: the first is told, then how many since. */
  #tell(job: JobName, error: Error): void {
    this.#failures += 1;
    if (performance.now() < this.#quietUntil) return;
    this.#log.wakeFailed({ job, failures: this.#failures, error });
    this.#failures = 0;
    this.#quietUntil = performance.now() + LOG_EVERY_MS;
  }

  async #add(job: JobName, id: bigint | undefined): Promise<void> {
    const { Queue } = await import('bullmq');
    this.#backend ??= openBackend(this.#config, this.#database, 'producer');
    // A connection that failed is tried anew next time.
    this.#backend.catch(() => {
      this.#backend = undefined;
    });
    const backend = await this.#backend;
    const queue = this.#queues.get(job) ?? new Queue(job, backend.options, backend.factory);
    if (!this.#queues.has(job)) {
      // Connection errors are told by the wake-ups that they fail.
      queue.on('error', () => undefined);
      this.#queues.set(job, queue);
    }
    await queue.add(job, payloadOf(id), jobOptions(job, id));
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
}
