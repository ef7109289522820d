import { registrationsOfCustomer, type StoredRegistration } from '../database/registrations.ts';
import type { Language } from '../message/understanding.ts';
import { shown } from '../reply/compose.ts';
import { dissolveDisputes } from './dissolve-disputes.ts';
import { promoteNext } from './promote-next.ts';
import { recordEvent } from './record-event.ts';
import type { Step } from './step.ts';

/**
 * What follows when a registration ends: its disputes dissolve, a won one attaches the customer and closes the
 * queue, and after any other end the next in the queue is decided again.
 */
export async function closeRegistration(
  step: Step,
  registration: StoredRegistration,
  won: boolean,
): Promise<void> {
  await dissolveDisputes(step, registration.id);
  if (registration.customerId === undefined) return;
  if (!won) return promoteNext(step, registration.customerId);
  await recordEvent(step.tx, step.office.clock.now(), {
    kind: 'customer.attached',
    customerId: registration.customerId,
    partnerId: registration.partnerId,
    at: step.now,
    cause: registration.reference,
  });
  await closeQueue(step, registration.customerId);
}

/** The customer is somebody's now: who waits for it is told. */
export async function closeQueue(step: Step, customerId: bigint): Promise<void> {
  for (const waiting of await registrationsOfCustomer(step.tx, customerId)) {
    if (waiting.status !== 'queued') continue;
    await recordEvent(step.tx, step.office.clock.now(), {
      kind: 'registration.changed',
      id: waiting.id,
      reference: waiting.reference,
      cause: 'queue.closed',
      change: { status: 'rejected', rule: 'queue.closed', holdsPlace: false, closedAt: step.now },
    });
    await dissolveDisputes(step, waiting.id);
    step.add({
      outcome: 'rejected',
      rule: 'queue.closed',
      customer: waiting.stated.customer.name,
      reference: waiting.reference,
      registrationId: waiting.id,
    });
    step.notify({
      to: waiting.contact.address,
      registrationIds: [waiting.id],
      cause: `registration:${waiting.id}:${step.cause}`,
      params: {
        kind: 'rejected',
        language: waiting.contact.language as Language,
        recipientName: waiting.contact.name,
        headOfSalesCopied: false,
        sections: [
          {
            rule: 'queue.closed',
            reference: waiting.reference,
            customer: shown(waiting.stated.customer),
            services: waiting.services,
            excluded: [],
          },
        ],
      },
    });
  }
}
