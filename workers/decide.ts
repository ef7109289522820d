/** Decides mails in order of arrival, and what time brings about. */
import { decideNext } from '../src/pipeline/decide-next.ts';
import type { Duty } from '../src/queue/duty.ts';
import { runWorker } from '../src/queue/run-worker.ts';

export const decideDuty: Duty = {
  job: 'decide',
  needs: [],
  run: async (context) => {
    await decideNext(context);
  },
};

if (import.meta.main) await runWorker(decideDuty);
