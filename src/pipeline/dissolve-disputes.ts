import { disputesOfRegistration } from '../database/disputes.ts';
import { recordEvent } from './record-event.ts';
import type { Step } from './step.ts';

/** A dispute about a registration that has ended has nothing left to rule on. */
export async function dissolveDisputes(step: Step, registrationId: bigint): Promise<void> {
  for (const { id, state } of await disputesOfRegistration(step.tx, registrationId)) {
    if (state !== 'open') continue;
    await recordEvent(step.tx, step.office.clock.now(), { kind: 'dispute.dissolved', disputeId: id });
  }
}
