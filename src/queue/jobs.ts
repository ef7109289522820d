import type { JobsOptions } from 'bullmq';
import * as z from 'zod';
import type { JobName } from '../ports.ts';

/** A job wakes a worker; what is to be done stands in the database. */
export interface JobDefinition {
  /** What the worker does when it fires. */
  about: string;
  /** `loop`: the worker runs by itself. `wake`: it waits to be woken. `schedule`: it fires every `everyMs`. */
  firedBy: 'loop' | 'wake' | 'schedule';
  everyMs?: number;
  /** How many of it one process works on at a time. */
  concurrency: number;
  /** Attempts within the queue; what is still undone then is found by the sweep. */
  attempts: number;
  /** Pause before the first repetition; it doubles with each. */
  backoffMs: number;
}

/** Every job and schedule, declared once. */
export const JOBS: Record<JobName, JobDefinition> = {
  receive: { about: 'reads the mailbox', firedBy: 'loop', concurrency: 1, attempts: 1, backoffMs: 0 },
  understand: {
    about: 'understands one stored mail',
    firedBy: 'wake',
    concurrency: 2,
    attempts: 3,
    backoffMs: 500,
  },
  decide: {
    about: 'decides the head of the line',
    firedBy: 'wake',
    concurrency: 1,
    attempts: 3,
    backoffMs: 200,
  },
  deliver: { about: 'sends one notice', firedBy: 'wake', concurrency: 4, attempts: 1, backoffMs: 0 },
  sweep: {
    about: 'wakes what is due or stuck',
    firedBy: 'schedule',
    everyMs: 5_000,
    concurrency: 1,
    attempts: 1,
    backoffMs: 0,
  },
};

/** Failed jobs are kept for a look at them, within bounds. */
const KEEP_FAILED = { count: 100, age: 24 * 60 * 60 };

const payload = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,18}$/)
    .optional(),
});

/** What a job carries: at most the id of a message or notice. */
export function payloadOf(id: bigint | undefined): z.infer<typeof payload> {
  return id === undefined ? {} : { id: String(id) };
}

/** Reads a job's payload; throws where it is not ours. */
export function idOf(data: unknown): bigint | undefined {
  const { id } = payload.parse(data);
  return id === undefined ? undefined : BigInt(id);
}

/**
 * Options of one wake-up. At most one job of an id waits, however often it is woken; a wake-up that comes while the
 * job runs makes it run once more.
 */
export function jobOptions(job: JobName, id: bigint | undefined): JobsOptions {
  return {
    ...templateOptions(job),
    deduplication: { id: id === undefined ? job : `${job}-${id}`, keepLastIfActive: true },
  };
}

/** Options of a scheduled job. */
export function templateOptions(job: JobName) {
  const { attempts, backoffMs } = JOBS[job];
  return {
    attempts,
    backoff: { type: 'exponential', delay: backoffMs },
    removeOnComplete: true,
    removeOnFail: KEEP_FAILED,
    stackTraceLimit: 5,
  };
}
