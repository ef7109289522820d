import { customerById, hideUnusedCustomer } from '../database/customers.ts';
import { type Dispute, disputeById, disputesOfRegistration } from '../database/disputes.ts';
import { partnerById } from '../database/partners.ts';
import {
  registrationById,
  registrationByReference,
  registrationsOfCustomer,
  type StoredRegistration,
} from '../database/registrations.ts';
import type { Language, StatedRuling } from '../message/understanding.ts';
import type { RegistrationChange } from '../registration/events.ts';
import { addWorkingDays } from '../registration/calendar.ts';
import { addDays } from '../registration/policy.ts';
import { holdsPlaceAt } from '../registration/request.ts';
import { choiceFrom, choicesOf } from '../registration/ruling.ts';
import type { RefusalReason, RulingChoice } from '../registration/vocabulary.ts';
import { shown, standingShown } from '../reply/compose.ts';
import type { NoticeParamsOf } from '../reply/params.ts';
import { closeQueue } from './close-registration.ts';
import { decideClaim } from './decide-claim.ts';
import type { Correspondence } from './decide-message.ts';
import { addCustomer, describe, learn } from './find-customer.ts';
import { notifyDispute, tiedWith } from './notify-dispute.ts';
import { queuePositionOf } from './queue-position.ts';
import { recordEvent } from './record-event.ts';
import { refuse } from './refuse-command.ts';
import type { Step, StepReport } from './step.ts';

type Effect = NoticeParamsOf<'ruling'>['effect'];

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
  const ruling = new Ruling(step, dispute, choice, comment);
  if (dispute.rule === 'customer.uncertain') return ruling.identity(registration);
  if (dispute.rule === 'registration.tie') return ruling.tie(registration);
  if (dispute.againstRegistrationId !== undefined) {
    return ruling.between(await holderNow(step, dispute.againstRegistrationId, registration), registration);
  }
  return ruling.alone(registration);
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

/** One ruling while it is carried out. */
class Ruling {
  readonly #step: Step;
  readonly #dispute: Dispute;
  readonly #choice: RulingChoice;
  readonly #comment: string | undefined;

  constructor(step: Step, dispute: Dispute, choice: RulingChoice, comment: string | undefined) {
    this.#step = step;
    this.#dispute = dispute;
    this.#choice = choice;
    this.#comment = comment;
  }

  /** Two registrations: the holder of the place (or the earlier of a tie) is `first`. */
  async between(first: StoredRegistration, second: StoredRegistration): Promise<void> {
    const shared = this.#choice === 'both';
    switch (this.#choice) {
      case 'first':
        await this.#queueBehind(second, first);
        await this.#accept(first, false);
        break;
      case 'second':
        await this.#reject(first);
        await this.#accept(second, false);
        break;
      case 'both':
        await this.#accept(first, shared);
        await this.#accept(second, shared);
        break;
      default:
        await this.#reject(first);
        await this.#reject(second);
        if (second.customerId !== undefined) await closeQueue(this.#step, second.customerId);
    }
  }

  /** A tie: both mails are settled by one ruling; `first` is the one with the lower rank among the two. */
  async tie(registration: StoredRegistration): Promise<void> {
    const [rival] = await tiedWith(this.#step, registration);
    if (!rival) return this.alone(registration);
    const [first, second] = rival.id < registration.id ? [rival, registration] : [registration, rival];
    for (const { id, state, rule } of await disputesOfRegistration(this.#step.tx, rival.id)) {
      if (state !== 'open' || rule !== 'registration.tie') continue;
      await recordEvent(this.#step.tx, this.#step.office.clock.now(), {
        kind: 'dispute.ruled',
        disputeId: id,
        choice: this.#choice,
      });
    }
    if (this.#choice === 'first') {
      await this.#accept(first, false);
      return this.#reject(second);
    }
    await this.between(first, second);
  }

  /** Against no registration: a partner of record, Mixvoip itself, or a decision that is contested. */
  async alone(registration: StoredRegistration): Promise<void> {
    const wins = this.#choice === 'second' || this.#choice === 'both';
    if (wins) await this.#accept(registration, this.#choice === 'both');
    else await this.#reject(registration);
    await this.#tellPartnerOfRecord(registration, this.#choice === 'second' || this.#choice === 'mixvoip');
  }

  /** Whose customer it is: the claim is decided again, as that customer's or as another's. */
  async identity(registration: StoredRegistration): Promise<void> {
    const { tx } = this.#step;
    const customerId =
      this.#choice === 'same'
        ? this.#dispute.againstCustomerId
        : (registration.customerId ?? (await addCustomer(tx, describe(registration.stated.customer))));
    const { decision } = await decideClaim(this.#step, {
      partner: (await partnerById(tx, registration.partnerId))!,
      stated: { ...registration.stated, services: registration.services },
      contact: registration.contact,
      registration: { ...registration, customerId },
      receivedAt: registration.receivedAt,
      identitySettled: true,
    });
    if (this.#choice === 'same') await this.#learnName(customerId, registration);
    const effect =
      decision.outcome === 'accepted' ? 'accepted' : decision.status === 'rejected' ? 'rejected' : 'queued';
    await this.#tell(registration.id, effect);
  }

  /** That two names are one customer is asked once: the other name is kept. */
  async #learnName(
    customerId: bigint | undefined,
    { stated, customerId: provisional }: StoredRegistration,
  ): Promise<void> {
    const { tx } = this.#step;
    const customer = customerId === undefined ? undefined : await customerById(tx, customerId);
    if (customer) await learn(tx, customer, { name: stated.customer.name });
    if (provisional !== undefined && provisional !== customerId) await hideUnusedCustomer(tx, provisional);
  }

  async #accept(registration: StoredRegistration, shared: boolean): Promise<void> {
    if (registration.status === 'won') return;
    const holder = shared ? undefined : await this.#exclusiveHolder(registration);
    if (registration.status === 'protected') {
      if (registration.shared !== shared && !holder) await this.#change(registration, { shared });
      return this.#tell(registration.id, 'kept');
    }
    if (holder) return this.#disputeWith(holder, registration);
    const { policy } = this.#step.office;
    const customerId =
      registration.customerId ?? (await addCustomer(this.#step.tx, describe(registration.stated.customer)));
    const until = addDays(this.#step.now, policy.protection_days);
    await this.#change(registration, {
      customerId,
      status: 'protected',
      rule: `ruling.${this.#choice}`,
      shared,
      holdsPlace: true,
      protectedUntil: until,
      graceUntil: null,
      reminded: policy.reminder_days.filter((days) => addDays(until, -days) <= this.#step.now),
      closedAt: null,
    });
    this.#report(registration, 'accepted');
    await this.#tell(registration.id, 'accepted');
  }

  /** A third registration that alone holds the customer and is no party to this dispute. */
  async #exclusiveHolder({ id, customerId }: StoredRegistration): Promise<StoredRegistration | undefined> {
    if (customerId === undefined) return undefined;
    const all = await registrationsOfCustomer(this.#step.tx, customerId);
    return all.find((other) => other.id !== id && other.status === 'protected' && !other.shared);
  }

  /** Who is no party cannot be ruled against: the two are put before the Head of Sales as a dispute of their own. */
  async #disputeWith(holder: StoredRegistration, registration: StoredRegistration): Promise<void> {
    const { tx, office, now } = this.#step;
    const { id, reference } = registration;
    await this.#queueBehind(registration, holder);
    const disputeId = await recordEvent(tx, office.clock.now(), {
      kind: 'dispute.opened',
      rule: 'registration.competing',
      registrationId: id,
      reference,
      againstRegistrationId: holder.id,
      raiseDue: addWorkingDays(now, office.policy.ruling_within_working_days),
    });
    this.#step.add({
      outcome: 'conflict',
      rule: 'registration.competing',
      customer: registration.stated.customer.name,
      reference,
      registrationId: id,
    });
    await notifyDispute(this.#step, disputeId);
  }

  async #reject(registration: StoredRegistration): Promise<void> {
    await this.#change(registration, {
      status: 'rejected',
      rule: `ruling.${this.#choice}`,
      shared: false,
      holdsPlace: false,
      closedAt: this.#step.now,
    });
    this.#report(registration, 'rejected');
    await this.#tell(registration.id, 'rejected');
  }

  /** The order is confirmed: the challenger keeps, or gets back, its place behind the holder. */
  async #queueBehind(registration: StoredRegistration, holder: StoredRegistration): Promise<void> {
    if (registration.status !== 'queued') {
      await this.#change(registration, {
        status: 'queued',
        rule: 'registration.competing',
        shared: false,
        holdsPlace: false,
        protectedUntil: null,
        closedAt: null,
      });
    }
    await this.#tell(registration.id, holder.status === 'won' ? 'rejected' : 'queued');
  }

  #change(registration: StoredRegistration, change: RegistrationChange): Promise<bigint> {
    return recordEvent(this.#step.tx, this.#step.office.clock.now(), {
      kind: 'registration.changed',
      id: registration.id,
      reference: registration.reference,
      cause: `ruling.${this.#choice}`,
      change,
    });
  }

  #report(registration: StoredRegistration, outcome: 'accepted' | 'rejected'): void {
    this.#step.add({
      outcome,
      rule: `ruling.${this.#choice}`,
      customer: registration.stated.customer.name,
      reference: registration.reference,
      registrationId: registration.id,
    });
  }

  /** Tells a party what the ruling means for it, in its language, with nothing of anybody else. */
  async #tell(registrationId: bigint, effect: Effect): Promise<void> {
    const { tx, office } = this.#step;
    const registration = (await registrationById(tx, registrationId))!;
    const queuePosition = await queuePositionOf(tx, registration);
    this.#step.notify({
      to: registration.contact.address,
      cause: `dispute:${this.#dispute.id}:${this.#step.cause}`,
      registrationIds: [registration.id],
      params: {
        kind: 'ruling',
        language: registration.contact.language as Language,
        recipientName: registration.contact.name,
        standing: standingShown(registration, office.policy.extensions, queuePosition),
        customer: shown(registration.stated.customer),
        choice: this.#choice,
        effect,
        queuePosition,
        comment: this.#comment,
      },
    });
  }

  /** A partner of record without a registration is told at its directory address and in its language. */
  async #tellPartnerOfRecord(registration: StoredRegistration, loses: boolean): Promise<void> {
    const { tx } = this.#step;
    const customerId = this.#dispute.againstCustomerId;
    if (customerId === undefined) return;
    const customer = await customerById(tx, customerId);
    const ofRecord = customer?.attachment.partnerId;
    const partner = ofRecord ? await partnerById(tx, ofRecord) : undefined;
    if (!customer || !partner || partner.id === registration.partnerId) return;
    if (loses) {
      await recordEvent(tx, this.#step.office.clock.now(), {
        kind: 'customer.attached',
        customerId,
        at: this.#step.now,
        cause: registration.reference,
      });
    }
    this.#step.notify({
      to: partner.contactEmail,
      cause: `dispute:${this.#dispute.id}:${this.#step.cause}`,
      params: {
        kind: 'ruling',
        language: partner.language,
        customer: shown(customer.description),
        choice: this.#choice,
        effect: loses ? 'lost_attachment' : 'kept_attachment',
        comment: this.#comment,
      },
    });
  }
}
