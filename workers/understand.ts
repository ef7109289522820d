/** Understands what stored mails say. */
import { understandMessage } from '../src/pipeline/understand-message.ts';
import type { Duty } from '../src/queue/duty.ts';
import { runWorker } from '../src/queue/run-worker.ts';

export const understandDuty: Duty = {
  job: 'understand',
  needs: [],
  run: async (context, id) => {
    if (id !== undefined) await understandMessage(context, id);
  },
};

if (import.meta.main) await runWorker(understandDuty);
