import { customerById } from '../database/customers.ts';
import { type Dispute, disputeById } from '../database/disputes.ts';
import type { Timer } from '../database/line.ts';
import { partnerById } from '../database/partners.ts';
import { registrationById, type StoredRegistration } from '../database/registrations.ts';
import type { Language } from '../message/understanding.ts';
import { addWorkingDays } from '../registration/calendar.ts';
import { shown, standingShown } from '../reply/compose.ts';
import { closeRegistration } from './close-registration.ts';
import { notifyDispute } from './notify-dispute.ts';
import { queuePositionOf } from './queue-position.ts';
import { recordEvent } from './record-event.ts';
import type { Step } from './step.ts';

/** Does what is due at the step's instant. Nothing ends without a notice. */
export async function fireTimer(step: Step, timer: Timer): Promise<void> {
  switch (timer.kind) {
    case 'reminder':
      return remind(step, timer.registrationId, timer.days);
    case 'protection':
    case 'grace':
      return expire(step, timer.registrationId, timer.kind);
    case 'dispute':
      return raiseAgain(step, timer.disputeId);
  }
}

const addressed = ({ contact }: StoredRegistration) => ({
  language: contact.language as Language,
  recipientName: contact.name,
});

async function remind(step: Step, id: bigint, days: number): Promise<void> {
  const registration = (await registrationById(step.tx, id))!;
  const { reference, reminded, contact } = registration;
  await recordEvent(step.tx, step.office.clock.now(), {
    kind: 'registration.changed',
    id,
    reference,
    cause: registration.rule,
    change: { reminded: [...reminded, days] },
  });
  step.notify({
    to: contact.address,
    registrationIds: [id],
    params: {
      kind: 'reminder',
      ...addressed(registration),
      standing: standingShown(registration, step.office.policy.extensions),
      daysLeft: days,
    },
  });
}

async function expire(step: Step, id: bigint, kind: 'protection' | 'grace'): Promise<void> {
  const registration = (await registrationById(step.tx, id))!;
  const rule = `${kind}.expired` as const;
  await recordEvent(step.tx, step.office.clock.now(), {
    kind: 'registration.changed',
    id,
    reference: registration.reference,
    cause: rule,
    change: { status: 'expired', rule, holdsPlace: false, closedAt: step.now },
  });
  const expired = (await registrationById(step.tx, id))!;
  step.add({
    outcome: 'expired',
    rule,
    customer: expired.stated.customer.name,
    reference: expired.reference,
    registrationId: id,
  });
  step.notify({
    to: expired.contact.address,
    registrationIds: [id],
    params: {
      kind: 'expired',
      ...addressed(expired),
      standing: standingShown(expired, step.office.policy.extensions),
      rule,
    },
  });
  await closeRegistration(step, expired, false);
}

/** A dispute that has waited too long: the Head of Sales sees it again, the partners are told that it still waits. */
async function raiseAgain(step: Step, disputeId: bigint): Promise<void> {
  const { tx, office } = step;
  const dispute = (await disputeById(tx, disputeId))!;
  await recordEvent(tx, office.clock.now(), {
    kind: 'dispute.raised',
    disputeId,
    raiseDue: addWorkingDays(step.now, office.policy.ruling_within_working_days),
  });
  await notifyDispute(step, disputeId, { waitingSince: dispute.openedAt });
  const registration = (await registrationById(tx, dispute.registrationId))!;
  const holder =
    dispute.againstRegistrationId === undefined
      ? undefined
      : await registrationById(tx, dispute.againstRegistrationId);
  // Each side of a tie has a dispute of its own, which tells it.
  for (const party of holder ? [registration, holder] : [registration]) {
    await tellThatItWaits(step, party, dispute.openedAt);
  }
  if (dispute.rule === 'customer.of_other_partner') await tellPartnerOfRecord(step, dispute);
}

/** A partner of record hears that it waits, except where its customer leaves it or is unhappy (S1, S4): that is for the ruling to say. */
async function tellPartnerOfRecord(
  step: Step,
  { againstCustomerId, againstPartnerId, openedAt }: Dispute,
): Promise<void> {
  if (againstCustomerId === undefined || againstPartnerId === undefined) return;
  const customer = await customerById(step.tx, againstCustomerId);
  const partner = await partnerById(step.tx, againstPartnerId);
  if (!customer || !partner) return;
  step.notify({
    to: partner.contactEmail,
    params: {
      kind: 'dispute_waiting',
      language: partner.language,
      // The row may hold what another partner stated of the customer: its name alone is shown.
      customer: { name: customer.description.name },
      waitingSince: openedAt.toISOString(),
    },
  });
}

async function tellThatItWaits(step: Step, registration: StoredRegistration, since: Date): Promise<void> {
  const position = await queuePositionOf(step.tx, registration);
  step.notify({
    to: registration.contact.address,
    registrationIds: [registration.id],
    params: {
      kind: 'dispute_waiting',
      ...addressed(registration),
      customer: shown(registration.stated.customer),
      standing: standingShown(registration, step.office.policy.extensions, position),
      waitingSince: since.toISOString(),
    },
  });
}
