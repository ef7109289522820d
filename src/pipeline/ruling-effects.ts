import type { Dispute } from '../database/disputes.ts';
import {
  registrationById,
  registrationsOfCustomer,
  type StoredRegistration,
} from '../database/registrations.ts';
import type { Language } from '../message/understanding.ts';
import { addWorkingDays } from '../registration/calendar.ts';
import type { RegistrationChange } from '../registration/events.ts';
import { addDays } from '../registration/policy.ts';
import type { RulingChoice } from '../registration/vocabulary.ts';
import { shown, standingShown } from '../reply/compose.ts';
import type { NoticeParamsOf } from '../reply/params.ts';
import { addCustomer, describe } from './find-customer.ts';
import { notifyDispute } from './notify-dispute.ts';
import { queuePositionOf } from './queue-position.ts';
import { recordEvent } from './record-event.ts';
import { commentFor } from './ruling-comment.ts';
import type { Step } from './step.ts';

/** A ruling while it is carried out. */
export interface Ruling {
  step: Step;
  dispute: Dispute;
  choice: RulingChoice;
  /** What the Head of Sales wrote below her choice; a partner reads it unless it names another partner. */
  comment?: string;
}

type Effect = NoticeParamsOf<'ruling'>['effect'];

/** The registration gets the place, or keeps it, alone or shared. */
export async function accept(
  ruling: Ruling,
  registration: StoredRegistration,
  shared: boolean,
): Promise<void> {
  if (registration.status === 'won') return;
  const holder = shared ? undefined : await exclusiveHolder(ruling, registration);
  if (registration.status === 'protected') {
    if (registration.shared !== shared && !holder) await change(ruling, registration, { shared });
    return tell(ruling, registration.id, 'kept');
  }
  if (holder) return disputeWith(ruling, holder, registration);
  const { policy } = ruling.step.office;
  const customerId =
    registration.customerId ?? (await addCustomer(ruling.step.tx, describe(registration.stated.customer)));
  const until = addDays(ruling.step.now, policy.protection_days);
  await change(ruling, registration, {
    customerId,
    status: 'protected',
    rule: `ruling.${ruling.choice}`,
    shared,
    holdsPlace: true,
    protectedUntil: until,
    graceUntil: null,
    reminded: policy.reminder_days.filter((days) => addDays(until, -days) <= ruling.step.now),
    closedAt: null,
  });
  report(ruling, registration, 'accepted');
  await tell(ruling, registration.id, 'accepted');
}

/** A third registration that alone holds the customer and is no party to this dispute. */
async function exclusiveHolder(
  ruling: Ruling,
  { id, customerId }: StoredRegistration,
): Promise<StoredRegistration | undefined> {
  if (customerId === undefined) return undefined;
  const all = await registrationsOfCustomer(ruling.step.tx, customerId);
  return all.find((other) => other.id !== id && other.status === 'protected' && !other.shared);
}

/** Who is no party cannot be ruled against: the two are put before the Head of Sales as a dispute of their own. */
async function disputeWith(
  ruling: Ruling,
  holder: StoredRegistration,
  registration: StoredRegistration,
): Promise<void> {
  const { tx, office, now } = ruling.step;
  const { id, reference } = registration;
  await queueBehind(ruling, registration, holder);
  const disputeId = await recordEvent(tx, office.clock.now(), {
    kind: 'dispute.opened',
    rule: 'registration.competing',
    registrationId: id,
    reference,
    againstRegistrationId: holder.id,
    raiseDue: addWorkingDays(now, office.policy.ruling_within_working_days),
  });
  ruling.step.add({
    outcome: 'conflict',
    rule: 'registration.competing',
    customer: registration.stated.customer.name,
    reference,
    registrationId: id,
  });
  await notifyDispute(ruling.step, disputeId);
}

/** Ruled against. */
export async function reject(ruling: Ruling, registration: StoredRegistration): Promise<void> {
  await change(ruling, registration, {
    status: 'rejected',
    rule: `ruling.${ruling.choice}`,
    shared: false,
    holdsPlace: false,
    closedAt: ruling.step.now,
  });
  report(ruling, registration, 'rejected');
  await tell(ruling, registration.id, 'rejected');
}

/** The order is confirmed: the challenger keeps, or gets back, its place behind the holder. */
export async function queueBehind(
  ruling: Ruling,
  registration: StoredRegistration,
  holder: StoredRegistration,
): Promise<void> {
  if (registration.status !== 'queued') {
    await change(ruling, registration, {
      status: 'queued',
      rule: 'registration.competing',
      shared: false,
      holdsPlace: false,
      protectedUntil: null,
      closedAt: null,
    });
  }
  await tell(ruling, registration.id, holder.status === 'won' ? 'rejected' : 'queued');
}

function change(
  ruling: Ruling,
  registration: StoredRegistration,
  change: RegistrationChange,
): Promise<bigint> {
  return recordEvent(ruling.step.tx, ruling.step.office.clock.now(), {
    kind: 'registration.changed',
    id: registration.id,
    reference: registration.reference,
    cause: `ruling.${ruling.choice}`,
    change,
  });
}

function report(ruling: Ruling, registration: StoredRegistration, outcome: 'accepted' | 'rejected'): void {
  ruling.step.add({
    outcome,
    rule: `ruling.${ruling.choice}`,
    customer: registration.stated.customer.name,
    reference: registration.reference,
    registrationId: registration.id,
  });
}

/** Tells a party what the ruling means for it, in its language, with nothing of anybody else. */
export async function tell(ruling: Ruling, registrationId: bigint, effect: Effect): Promise<void> {
  const { tx, office } = ruling.step;
  const registration = (await registrationById(tx, registrationId))!;
  const queuePosition = await queuePositionOf(tx, registration);
  ruling.step.notify({
    to: registration.contact.address,
    cause: `dispute:${ruling.dispute.id}:${ruling.step.cause}`,
    registrationIds: [registration.id],
    params: {
      kind: 'ruling',
      language: registration.contact.language as Language,
      recipientName: registration.contact.name,
      standing: standingShown(registration, office.policy.extensions, queuePosition),
      customer: shown(registration.stated.customer),
      choice: ruling.choice,
      effect,
      queuePosition,
      comment: await commentFor(ruling, registration.partnerId, registration.reference),
    },
  });
}
