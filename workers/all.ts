/** Every duty in one process, for small installations. */
import { runWorker } from '../src/queue/run-worker.ts';
import { decideDuty } from './decide.ts';
import { deliverDuty } from './deliver.ts';
import { receiveDuty } from './receive.ts';
import { sweepDuty } from './sweep.ts';
import { understandDuty } from './understand.ts';

export const allDuties = [receiveDuty, understandDuty, decideDuty, deliverDuty, sweepDuty];

if (import.meta.main) await runWorker(...allDuties);
