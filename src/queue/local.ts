import type { JobName, Queue } from '../ports.ts';
import type { Handler } from './worker.ts';

/**
 * A queue that hands wake-ups to this process's own handlers and waits for them, at most one at a time for each job
 * and id. A handler that fails is told to `failed` and does not fail the wake-up: the next look finds it again.
 */
export function localQueue(
  handlers: Partial<Record<JobName, Handler>>,
  signal: AbortSignal,
  failed: (job: JobName, id: bigint | undefined, error: Error) => void,
): Queue {
  const running = new Set<string>();
  return {
    mode: 'embedded',
    wake: async (job, id) => {
      const handler = handlers[job];
      const key = `${job}-${id ?? ''}`;
      if (!handler || running.has(key) || signal.aborted) return;
      running.add(key);
      try {
        await handler(id, signal);
      } catch (error) {
        failed(job, id, error as Error);
      } finally {
        running.delete(key);
      }
    },
    close: async () => undefined,
  };
}
