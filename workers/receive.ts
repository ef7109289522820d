/** Reads the mailbox and stores every mail, raw first. */
import { receiveMessages } from '../src/pipeline/receive-messages.ts';
import type { Duty } from '../src/queue/duty.ts';
import { runWorker } from '../src/queue/run-worker.ts';

export const receiveDuty: Duty = {
  job: 'receive',
  needs: ['mailbox'],
  run: (context, _, signal) => receiveMessages(context, signal),
};

if (import.meta.main) await runWorker(receiveDuty);
