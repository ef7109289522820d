import type { Partner } from '../database/partners.ts';
import { nextReference, registrationById, type StoredRegistration } from '../database/registrations.ts';
import type { StatedRegistration } from '../message/understanding.ts';
import { type Decision, decide } from '../registration/decide.ts';
import type { RegistrationChange, RegistrationContact } from '../registration/events.ts';
import { addDays, type Policy } from '../registration/policy.ts';
import { isNamed, isOpen } from '../registration/request.ts';
import type { Request, Standing } from '../registration/standing.ts';
import { merge } from '../registration/stated.ts';
import { sectionOf } from '../reply/compose.ts';
import type { Section } from '../reply/params.ts';
import {
  addCustomer,
  describe,
  type FoundCustomers,
  findCustomers,
  learn,
  standingById,
  standingOf,
} from './find-customer.ts';
import { openDispute, type Rival } from './open-dispute.ts';
import { queuePositionOf } from './queue-position.ts';
import { recordEvent } from './record-event.ts';
import type { Step } from './step.ts';

/** One customer that a partner claims, as it comes out of a mail or is decided again. */
export interface Claim {
  partner: Partner;
  stated: StatedRegistration;
  contact: RegistrationContact;
  /** The registration that is decided again: on completion, promotion or ruling. */
  registration?: StoredRegistration;
  /** Its rank, when that is not the arrival of the step's mail. */
  receivedAt?: Date;
  /** Other partners' claims of the same second for this customer. */
  rivals?: readonly Rival[];
  /** A ruling said whose customer it is: nothing is alike any more. */
  identitySettled?: boolean;
}

export interface DecidedClaim {
  decision: Decision;
  section?: Section;
  registrationId?: bigint;
  reference?: string;
}

/** Decides one claim against the ledger and records what follows from it, in the step's transaction. */
export async function decideClaim(step: Step, given: Claim): Promise<DecidedClaim> {
  const found = await findFor(step, given);
  const claim = await asCompletion(step, given, found);
  const request = requestOf(step, claim);
  const standing = await standingFor(step, claim, found);
  const decision = withLateMandate(decide(request, standing, step.office.policy, step.now), request);
  const recorded = await record(step, claim, found, decision);
  const { registrationId, reference } = recorded;
  const ownQueuePosition = decision.repeats && (await queuePositionOf(step.tx, decision.repeats));
  const bringsMandate = request.bringsMandate;
  const section = sectionOf({ decision, stated: claim.stated, reference, bringsMandate, ownQueuePosition });
  step.add({
    outcome: decision.outcome,
    rule: decision.rule,
    customer: claim.stated.customer.name ?? claim.stated.customer.vat,
    reference,
    registrationId,
    queuePosition: decision.queuePosition,
    aware: awareEntries(decision, standing),
    inputs: { request: { ...request, partnerId: claim.partner.id }, standing },
    tried: decision.tried,
  });
  if (decision.outcome === 'conflict' && registrationId !== undefined) {
    await openDispute(step, { decision, registrationId, claim, found });
  }
  return { decision, section, registrationId, reference };
}

/** The ledger's entries of what Mixvoip knew before, so that a partner can be shown that they are older. */
function awareEntries({ awareSince, excluded }: Decision, { customer }: Standing): bigint[] {
  const instants = [awareSince, ...excluded.map(({ since }) => since)].map((since) => since?.getTime());
  return (customer?.awareness ?? []).flatMap(({ recordedAt, entry }) =>
    entry !== undefined && instants.includes(recordedAt.getTime()) ? [entry] : [],
  );
}

/** A mandate that comes after its dispute was opened goes to the Head of Sales, in whatever mail it comes. */
function withLateMandate(decision: Decision, { bringsMandate }: Request): Decision {
  return bringsMandate && decision.repeats?.status === 'disputed'
    ? { ...decision, copiesHeadOfSales: true }
    : decision;
}

async function findFor(
  step: Step,
  { stated, registration, identitySettled }: Claim,
): Promise<FoundCustomers> {
  if (identitySettled && registration?.customerId !== undefined) return { alike: [] };
  const description = describe(stated.customer);
  return isNamed(description) ? findCustomers(step.tx, description) : { alike: [] };
}

/**
 * A mail that brings what an earlier one of the same partner lacked completes that one, whether it was written as a
 * reply or not, and takes its place: the rank of the first mail, when that named the customer.
 */
async function asCompletion(step: Step, claim: Claim, found: FoundCustomers): Promise<Claim> {
  if (claim.registration || !found.same) return claim;
  const { registrations } = await standingOf(step.tx, found.same.customer);
  const pending = registrations.find(
    ({ partnerId, status }) => partnerId === claim.partner.id && status === 'pending',
  );
  const stored = pending && (await registrationById(step.tx, pending.id));
  if (!stored || !isOpen(stored, step.now)) return claim;
  return {
    ...claim,
    registration: stored,
    receivedAt: stored.receivedAt,
    stated: merge(stored.stated, claim.stated),
  };
}

function requestOf(step: Step, { partner, stated, registration, receivedAt }: Claim): Request {
  const says = (...situations: StatedRegistration['situation']) =>
    situations.some((situation) => stated.situation.includes(situation));
  return {
    trusted: true,
    partner: { id: partner.id, status: partner.status },
    receivedAt: receivedAt ?? step.mail?.receivedAt ?? step.now,
    customer: describe(stated.customer),
    services: stated.services,
    leavesPartner: says('leaves_partner'),
    bringsMandate: says('mandate'),
    dissatisfied: says('dissatisfied'),
    registration,
  };
}

async function standingFor(step: Step, claim: Claim, found: FoundCustomers): Promise<Standing> {
  const own = claim.registration?.customerId;
  const customer =
    own !== undefined
      ? await standingById(step.tx, own)
      : found.same && (await standingOf(step.tx, found.same.customer));
  const alike = [];
  for (const { customer: other } of found.alike) {
    if (other.id !== own && other.id !== found.same?.customer.id)
      alike.push(await standingOf(step.tx, other));
  }
  // What the description of an own registration surely means besides its customer row is in doubt, too.
  if (own !== undefined && found.same && found.same.customer.id !== own && !claim.identitySettled) {
    alike.unshift(await standingOf(step.tx, found.same.customer));
  }
  const simultaneous = (claim.rivals ?? []).map(({ partner }) => ({ partnerId: partner.id }));
  return { customer, alike, simultaneous };
}

interface Recorded {
  registrationId?: bigint;
  reference?: string;
}

async function record(
  step: Step,
  claim: Claim,
  found: FoundCustomers,
  decision: Decision,
): Promise<Recorded> {
  const { tx } = step;
  const at = step.office.clock.now();
  const { stated, contact, partner } = claim;
  if (decision.repeats) {
    const { id, reference } = decision.repeats;
    await recordEvent(tx, at, {
      kind: 'registration.changed',
      id,
      reference,
      cause: decision.rule,
      change: {},
      sealed: decision.copiesHeadOfSales ? { contact, stated } : { contact },
    });
    return { registrationId: id, reference };
  }
  if (decision.addition && decision.outcome === 'accepted') return recordAddition(step, claim, decision);
  if (!decision.status) return {};
  const customerId = await customerFor(step, claim, found, decision);
  if (claim.registration) return recordAgain(step, claim, customerId, decision);
  const reference = await nextReference(tx, step.now.getUTCFullYear());
  const registrationId = await recordEvent(tx, at, {
    kind: 'registration.opened',
    registration: {
      reference,
      partnerId: partner.id,
      customerId,
      services: decision.services,
      receivedAt: claim.receivedAt ?? step.mail!.receivedAt,
      messageId: step.mail!.id,
      status: decision.status,
      rule: decision.rule,
      holdsPlace: decision.holdsPlace ?? false,
      protectedUntil: decision.protectedUntil,
      graceUntil: decision.graceUntil,
    },
    sealed: { stated, contact },
  });
  await skipPastReminders(step, registrationId, reference, decision);
  return { registrationId, reference };
}

/** New services join the registration that the partner holds, and keep its reference and its end. */
async function recordAddition(step: Step, claim: Claim, decision: Decision): Promise<Recorded> {
  const own = decision.addition!;
  const stored = await registrationById(step.tx, own.id);
  await recordEvent(step.tx, step.office.clock.now(), {
    kind: 'registration.changed',
    id: own.id,
    reference: own.reference,
    cause: decision.rule,
    change: { services: [...own.services, ...decision.services] },
    sealed: { stated: merge(stored!.stated, claim.stated), contact: claim.contact },
  });
  return { registrationId: own.id, reference: own.reference };
}

/** A registration that was decided again takes its new status and keeps its reference. */
async function recordAgain(
  step: Step,
  claim: Claim,
  customerId: bigint | undefined,
  decision: Decision,
): Promise<Recorded> {
  const { id, reference } = claim.registration!;
  const change: RegistrationChange = {
    customerId,
    services: decision.services,
    receivedAt: claim.receivedAt,
    status: decision.status,
    rule: decision.rule,
    holdsPlace: decision.holdsPlace ?? false,
    protectedUntil: decision.protectedUntil ?? null,
    graceUntil: decision.graceUntil ?? null,
    reminded: remindersPast(decision.protectedUntil, step.now, step.office.policy),
    closedAt: decision.status === 'rejected' ? step.now : null,
  };
  const { stated, contact } = claim;
  await recordEvent(step.tx, step.office.clock.now(), {
    kind: 'registration.changed',
    id,
    reference,
    cause: decision.rule,
    change,
    sealed: { stated, contact },
  });
  return { registrationId: id, reference };
}

/** Whose claim it is: the customer that is surely the same, or one that is new to the ledger. */
async function customerFor(
  step: Step,
  { registration, stated }: Claim,
  { same }: FoundCustomers,
  decision: Decision,
): Promise<bigint | undefined> {
  const description = describe(stated.customer);
  if (registration?.customerId !== undefined) return registration.customerId;
  if (!same) return isNamed(description) ? addCustomer(step.tx, description) : undefined;
  if (decision.outcome === 'accepted') await learn(step.tx, same.customer, description);
  return same.customer.id;
}

/** Reminders whose moment lies before the protection begins are not sent. */
export const remindersPast = (protectedUntil: Date | undefined, now: Date, policy: Policy): number[] =>
  protectedUntil ? policy.reminder_days.filter((days) => addDays(protectedUntil, -days) <= now) : [];

async function skipPastReminders(
  step: Step,
  id: bigint,
  reference: string,
  decision: Decision,
): Promise<void> {
  const reminded = remindersPast(decision.protectedUntil, step.now, step.office.policy);
  if (reminded.length === 0) return;
  await recordEvent(step.tx, step.office.clock.now(), {
    kind: 'registration.changed',
    id,
    reference,
    cause: decision.rule,
    change: { reminded },
  });
}
