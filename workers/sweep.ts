/** Finds what is due or stuck and wakes those whose duty it is. */
import { publishHead } from '../src/pipeline/sign-head.ts';
import { sweep } from '../src/pipeline/sweep.ts';
import type { Duty } from '../src/queue/duty.ts';
import { runWorker } from '../src/queue/run-worker.ts';

export const sweepDuty: Duty = {
  job: 'sweep',
  needs: [],
  run: async (context) => {
    await sweep(context);
    // Only here: the other duties may run where nothing can be written.
    await publishHead(context);
  },
};

if (import.meta.main) await runWorker(sweepDuty);
