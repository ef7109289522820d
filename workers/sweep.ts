/** Finds what is due or stuck and wakes those whose duty it is. */
import { sweep } from '../src/pipeline/sweep.ts';
import type { Duty } from '../src/queue/duty.ts';
import { runWorker } from '../src/queue/run-worker.ts';

export const sweepDuty: Duty = {
  job: 'sweep',
  needs: [],
  run: async (context) => {
    await sweep(context);
  },
};

if (import.meta.main) await runWorker(sweepDuty);
