import { customerById, hideUnusedCustomer } from '../database/customers.ts';
import { type Dispute, disputeById, disputesOfRegistration } from '../database/disputes.ts';
import { partnerById } from '../database/partners.ts';
import {
  registrationById,
  registrationByReference,
  registrationsOfCustomer,
  type StoredRegistration,
} from '../database/registrations.ts';
import type { StatedRuling } from '../message/understanding.ts';
import { holdsPlaceAt } from '../registration/request.ts';
import { choiceFrom, choicesOf } from '../registration/ruling.ts';
import type { RefusalReason, RulingChoice } from '../registration/vocabulary.ts';
import { closeQueue } from './close-registration.ts';
import { decideClaim } from './decide-claim.ts';
import type { Correspondence } from './decide-message.ts';
import { addCustomer, describe, learn } from './find-customer.ts';
import { tiedWith } from './notify-dispute.ts';
import { recordEvent } from './record-event.ts';
import { refuse } from './refuse-command.ts';
import { accept, queueBehind, type Ruling, reject, tell } from './ruling-effects.ts';
import type { Step, StepReport } from './step.ts';
import { takesAttachment, tellPartnerOfRecord } from './tell-partner-of-record.ts';

/** A ruling that came by mail: only the Head of Sales' counts, and only one that the dispute offers. */
export async function answerRuling(
  step: Step,
  correspondence: Correspondence,
  stated: StatedRuling,
  disputeId: bigint | undefined,
): Promise<void> {
  const { understanding, address } = correspondence;
  if (understanding.sender.address !== step.headOfSales)
    return refuse(step, correspondence, 'ruling', 'not_head_of_sales');
  const dispute =
    disputeId === undefined
      ? await disputeByReference(step, understanding.reference)
      : await disputeById(step.tx, disputeId);
  if (!dispute) return refuse(step, correspondence, 'ruling', 'no_open_dispute');
  const choice = choiceFrom(dispute.rule, stated);
  if (!choice) return refuse(step, correspondence, 'ruling', 'choice_not_offered');
  const refused = refusalOf(dispute);
  if (refused) return refuse(step, correspondence, 'ruling', refused);
  step.add({ outcome: 'done', rule: 'command.ruling' });
  step.notify({
    to: address,
    answersMail: true,
    disputeId: dispute.id,
    params: {
      kind: 'done',
      language: understanding.language,
      recipientName: understanding.sender.name,
      receivedAt: step.now.toISOString(),
      command: 'ruling',
      dispute: (await registrationById(step.tx, dispute.registrationId))?.reference,
      choice,
      changes: [],
    },
  });
  await ruleDispute(step, dispute, choice, stated.comment);
}

/** The latest dispute about a registration, for a ruling that names its reference. */
export async function disputeByReference(
  step: Step,
  reference: string | undefined,
): Promise<Dispute | undefined> {
  const registration = reference && (await registrationByReference(step.tx, reference));
  if (!registration) return undefined;
  const disputes = await disputesOfRegistration(step.tx, registration.id);
  return disputes.find(({ state }) => state === 'open') ?? disputes[0];
}

/** The dispute that the mails of these steps opened. */
export async function disputeOpenedBy(
  step: Step,
  reports: readonly StepReport[],
): Promise<Dispute | undefined> {
  const conflicts = reports.flatMap(({ outcomes }) =>
    outcomes.filter(({ outcome }) => outcome === 'conflict'),
  );
  for (const { registrationId } of conflicts) {
    if (registrationId === undefined) continue;
    const disputes = await disputesOfRegistration(step.tx, registrationId);
    const own = disputes.filter((dispute) => dispute.registrationId === registrationId);
    const found = own.find(({ state }) => state === 'open') ?? own[0];
    if (found) return found;
  }
  return undefined;
}

/** A ruling may correct an earlier one; what has dissolved cannot be ruled on. */
export const refusalOf = ({ state }: Dispute): RefusalReason | undefined =>
  state === 'dissolved' ? 'dispute_dissolved' : undefined;

/**
 * Carries out a ruling: each party gets what it says, is told so with its own part only, and the ledger keeps it
 * beside any earlier one.
 */
export async function ruleDispute(
  step: Step,
  dispute: Dispute,
  choice: RulingChoice,
  comment?: string,
): Promise<void> {
  if (!choicesOf(dispute.rule).includes(choice))
    throw new Error(`${choice} is not offered for ${dispute.rule}`);
  await recordEvent(step.tx, step.office.clock.now(), {
    kind: 'dispute.ruled',
    disputeId: dispute.id,
    choice,
  });
  const registration = (await registrationById(step.tx, dispute.registrationId))!;
  const ruling: Ruling = { step, dispute, choice, comment };
  if (dispute.rule === 'customer.uncertain') return identity(ruling, registration);
  if (dispute.rule === 'registration.tie') return tie(ruling, registration);
  if (dispute.againstRegistrationId !== undefined) {
    return between(ruling, await holderNow(step, dispute.againstRegistrationId, registration), registration);
  }
  return alone(ruling, registration);
}

/**
 * Who holds the place that a dispute is about: the registration that held it when the dispute was opened, or, where an
 * earlier ruling or the end of that one gave the place away, who has it now.
 */
async function holderNow(
  step: Step,
  againstId: bigint,
  { id, customerId }: StoredRegistration,
): Promise<StoredRegistration> {
  const named = (await registrationById(step.tx, againstId))!;
  if (named.status === 'won' || holdsPlaceAt(named, step.now) || customerId === undefined) return named;
  const all = await registrationsOfCustomer(step.tx, customerId);
  return all.find((other) => other.id !== id && holdsPlaceAt(other, step.now)) ?? named;
}

/** Two registrations: the holder of the place (or the earlier of a tie) is `first`. */
async function between(ruling: Ruling, first: StoredRegistration, second: StoredRegistration): Promise<void> {
  const shared = ruling.choice === 'both';
  switch (ruling.choice) {
    case 'first':
      await queueBehind(ruling, second, first);
      await accept(ruling, first, false);
      break;
    case 'second':
      await reject(ruling, first);
      await accept(ruling, second, false);
      break;
    case 'both':
      await accept(ruling, first, shared);
      await accept(ruling, second, shared);
      break;
    default:
      await reject(ruling, first);
      await reject(ruling, second);
      if (second.customerId !== undefined) await closeQueue(ruling.step, second.customerId);
  }
}

/** A tie: both mails are settled by one ruling; `first` is the one with the lower rank among the two. */
async function tie(ruling: Ruling, registration: StoredRegistration): Promise<void> {
  const [rival] = await tiedWith(ruling.step, registration);
  if (!rival) return alone(ruling, registration);
  const [first, second] = rival.id < registration.id ? [rival, registration] : [registration, rival];
  for (const { id, state, rule } of await disputesOfRegistration(ruling.step.tx, rival.id)) {
    if (state !== 'open' || rule !== 'registration.tie') continue;
    await recordEvent(ruling.step.tx, ruling.step.office.clock.now(), {
      kind: 'dispute.ruled',
      disputeId: id,
      choice: ruling.choice,
    });
  }
  if (ruling.choice === 'first') {
    await accept(ruling, first, false);
    return reject(ruling, second);
  }
  await between(ruling, first, second);
}

/** Against no registration: a partner of record, Mixvoip itself, or a decision that is contested. */
async function alone(ruling: Ruling, registration: StoredRegistration): Promise<void> {
  const wins = ruling.choice === 'second' || ruling.choice === 'both';
  if (wins) await accept(ruling, registration, ruling.choice === 'both');
  else await reject(ruling, registration);
  await tellPartnerOfRecord(ruling, registration, takesAttachment(ruling.choice));
}

/** Whose customer it is: the claim is decided again, as that customer's or as another's. */
async function identity(ruling: Ruling, registration: StoredRegistration): Promise<void> {
  const { tx } = ruling.step;
  const customerId =
    ruling.choice === 'same'
      ? ruling.dispute.againstCustomerId
      : (registration.customerId ?? (await addCustomer(tx, describe(registration.stated.customer))));
  const { decision } = await decideClaim(ruling.step, {
    partner: (await partnerById(tx, registration.partnerId))!,
    stated: { ...registration.stated, services: registration.services },
    contact: registration.contact,
    registration: { ...registration, customerId },
    receivedAt: registration.receivedAt,
    identitySettled: true,
  });
  if (ruling.choice === 'same') await learnName(ruling, customerId, registration);
  const effect =
    decision.outcome === 'accepted' ? 'accepted' : decision.status === 'rejected' ? 'rejected' : 'queued';
  await tell(ruling, registration.id, effect);
}

/** That two names are one customer is asked once: the other name is kept. */
async function learnName(
  ruling: Ruling,
  customerId: bigint | undefined,
  { stated, customerId: provisional }: StoredRegistration,
): Promise<void> {
  const { tx } = ruling.step;
  const customer = customerId === undefined ? undefined : await customerById(tx, customerId);
  if (customer) await learn(tx, customer, { name: stated.customer.name });
  if (provisional !== undefined && provisional !== customerId) await hideUnusedCustomer(tx, provisional);
}
