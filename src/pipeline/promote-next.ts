import { partnerById } from '../database/partners.ts';
import { registrationsOfCustomer, type StoredRegistration } from '../database/registrations.ts';
import type { Language } from '../message/understanding.ts';
import { holdsPlaceAt } from '../registration/request.ts';
import { decideClaim } from './decide-claim.ts';
import { dissolveDisputes } from './dissolve-disputes.ts';
import type { Step } from './step.ts';

/**
 * A place has become free: whoever waits longest is decided again, with what was known before its own arrival, and
 * told at once. One that is rejected then frees the place for the next.
 */
export async function promoteNext(step: Step, customerId: bigint): Promise<void> {
  for (;;) {
    const queue = (await registrationsOfCustomer(step.tx, customerId)).filter(
      ({ status }) => status === 'queued',
    );
    const [next] = queue;
    if (!next || (await stillWaits(step, customerId, next))) return;
    await dissolveDisputes(step, next.id);
    if ((await decideAgain(step, next)) !== 'rejected') return;
  }
}

/** Whether somebody else still holds the place that it waits for. */
async function stillWaits(step: Step, customerId: bigint, next: StoredRegistration): Promise<boolean> {
  const all = await registrationsOfCustomer(step.tx, customerId);
  return all.some(
    (registration) =>
      registration.id !== next.id &&
      registration.partnerId !== next.partnerId &&
      holdsPlaceAt(registration, step.now),
  );
}

async function decideAgain(step: Step, waiting: StoredRegistration): Promise<string> {
  const partner = (await partnerById(step.tx, waiting.partnerId))!;
  const { decision, section } = await decideClaim(step, {
    partner,
    stated: { ...waiting.stated, services: waiting.services },
    contact: waiting.contact,
    registration: waiting,
    receivedAt: waiting.receivedAt,
    identitySettled: true,
  });
  if (!section) return decision.outcome;
  const kind =
    decision.outcome === 'accepted' ? 'promoted' : decision.outcome === 'rejected' ? 'rejected' : 'conflict';
  step.notify({
    to: waiting.contact.address,
    cc: kind === 'conflict' ? [step.headOfSales] : [],
    registrationIds: [waiting.id],
    cause: `registration:${waiting.id}:${step.cause}`,
    params: {
      kind,
      language: waiting.contact.language as Language,
      recipientName: waiting.contact.name,
      sections: [section],
      headOfSalesCopied: kind === 'conflict',
    },
  });
  return decision.outcome;
}
