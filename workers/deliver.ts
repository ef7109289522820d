/** Sends notices, each once. */
import { deliverNotice } from '../src/pipeline/deliver-notice.ts';
import type { Duty } from '../src/queue/duty.ts';
import { runWorker } from '../src/queue/run-worker.ts';

export const deliverDuty: Duty = {
  job: 'deliver',
  needs: ['sender'],
  run: async (context, id, signal) => {
    if (id !== undefined) await deliverNotice(context, id, signal);
  },
};

if (import.meta.main) await runWorker(deliverDuty);
