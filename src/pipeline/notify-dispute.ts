import type { IdentityEvidence } from '../customer/description.ts';
import { awarenessOfCustomer } from '../database/awareness.ts';
import { customerById } from '../database/customers.ts';
import { type Dispute, disputeById } from '../database/disputes.ts';
import { understandingOf } from '../database/messages-understood.ts';
import { partnerById } from '../database/partners.ts';
import {
  registrationById,
  registrationsOfCustomer,
  type StoredRegistration,
} from '../database/registrations.ts';
import type { Understanding } from '../message/understanding.ts';
import { sameSecond } from '../registration/request.ts';
import { choicesOf } from '../registration/ruling.ts';
import { shown } from '../reply/compose.ts';
import type { Claim, HistoryShown } from '../reply/params.ts';
import type { Rival } from './open-dispute.ts';
import { headOfSalesLanguage, type Step } from './step.ts';

/** The text of a mail that the Head of Sales should read: what its author wrote and forwarded. */
export function writtenIn(understanding: Understanding): string {
  return understanding.segments
    .filter(({ kind }) => kind === 'own' || kind === 'forward')
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n\n')
    .slice(0, 2000);
}

/** Puts a dispute before the Head of Sales, and before her again when it has waited. */
export async function notifyDispute(
  step: Step,
  disputeId: bigint,
  more: { rivals?: readonly Rival[]; identity?: readonly IdentityEvidence[]; waitingSince?: Date } = {},
): Promise<void> {
  const dispute = (await disputeById(step.tx, disputeId))!;
  const registration = (await registrationById(step.tx, dispute.registrationId))!;
  const newcomer = await claimOf(step, registration, 'B', 'newcomer');
  const other = await otherClaim(step, dispute, registration, more.rivals ?? []);
  step.notify({
    to: step.headOfSales,
    // Every time that it is raised is a cause of its own.
    cause: `dispute:${disputeId}:${dispute.raisedAt.toISOString()}:${step.cause}`,
    disputeId,
    registrationIds: [registration.id],
    params: {
      kind: 'dispute',
      language: headOfSalesLanguage(step.office),
      recipientName: step.office.identity.headOfSales.name,
      dispute: registration.reference,
      rule: dispute.rule,
      claims: other ? [other, newcomer] : [newcomer],
      history: await historyOf(step, dispute, registration, more.identity ?? []),
      choices: choicesOf(dispute.rule).map((choice, index) => ({ number: index + 1, choice })),
      ...(more.waitingSince ? { waitingSince: more.waitingSince.toISOString() } : {}),
    },
  });
}

async function claimOf(
  step: Step,
  registration: StoredRegistration,
  label: Claim['label'],
  role: Claim['role'],
): Promise<Claim> {
  const partner = await partnerById(step.tx, registration.partnerId);
  const understanding = await understandingOf(step.tx, registration.messageId);
  const { stated } = registration;
  return {
    label,
    role,
    partner: partner?.name,
    reference: registration.reference,
    receivedAt: registration.receivedAt.toISOString(),
    customer: shown(stated.customer),
    services: registration.services,
    seats: stated.seats,
    value: stated.value && `${stated.value.amount} ${stated.value.currency} / ${stated.value.per}`,
    situation: stated.situation,
    wrote: understanding && writtenIn(understanding),
    status: registration.status,
    protectedUntil:
      registration.status === 'protected' ? registration.protectedUntil?.toISOString() : undefined,
    attachments: understanding?.attachments.map(({ filename }) => filename) ?? [],
  };
}

/** The other side: a registration, a partner of record, Mixvoip itself, a like-named customer, or the decision contested. */
async function otherClaim(
  step: Step,
  dispute: Dispute,
  registration: StoredRegistration,
  rivals: readonly Rival[],
): Promise<Claim | undefined> {
  if (dispute.againstRegistrationId !== undefined) {
    const holder = await registrationById(step.tx, dispute.againstRegistrationId);
    return holder && claimOf(step, holder, 'A', 'holder');
  }
  if (dispute.rule === 'registration.tie') return tiedClaim(step, registration, rivals);
  const customer =
    dispute.againstCustomerId === undefined
      ? undefined
      : await customerById(step.tx, dispute.againstCustomerId);
  if (!customer) return undefined;
  const { attachment, description } = customer;
  const partner = attachment.partnerId ? await partnerById(step.tx, attachment.partnerId) : undefined;
  const uncertain = dispute.rule === 'customer.uncertain';
  const holder =
    uncertain && (await registrationsOfCustomer(step.tx, customer.id)).find(({ holdsPlace }) => holdsPlace);
  if (holder) return claimOf(step, holder, 'A', 'known_customer');
  return {
    label: 'A',
    role: uncertain ? 'known_customer' : partner ? 'partner_of_record' : 'mixvoip',
    partner: partner?.name,
    customer: shown(description),
    services: attachment.mixvoipServices,
    situation: [],
    attachments: [],
  };
}

async function tiedClaim(
  step: Step,
  registration: StoredRegistration,
  rivals: readonly Rival[],
): Promise<Claim | undefined> {
  const [rival] = rivals;
  if (rival) {
    return {
      label: 'A',
      role: 'holder',
      partner: rival.partner.name,
      receivedAt: rival.receivedAt.toISOString(),
      customer: shown(rival.stated.customer),
      services: rival.stated.services,
      seats: rival.stated.seats,
      situation: rival.stated.situation,
      wrote: rival.wrote,
      attachments: [],
    };
  }
  const tied = await tiedWith(step, registration);
  return tied[0] && claimOf(step, tied[0], 'A', 'holder');
}

/** Other partners' registrations that arrived in the same second for the same customer. */
export async function tiedWith(step: Step, registration: StoredRegistration): Promise<StoredRegistration[]> {
  if (registration.customerId === undefined) return [];
  const all = await registrationsOfCustomer(step.tx, registration.customerId);
  return all.filter(
    ({ id, partnerId, receivedAt }) =>
      id !== registration.id &&
      partnerId !== registration.partnerId &&
      sameSecond(receivedAt, registration.receivedAt),
  );
}

async function historyOf(
  step: Step,
  dispute: Dispute,
  registration: StoredRegistration,
  identity: readonly IdentityEvidence[],
): Promise<HistoryShown> {
  const customerId = dispute.againstCustomerId ?? registration.customerId;
  const shownIdentity = identity.map(({ feature, a, b, finding }) => ({ feature, a, b, finding }));
  if (customerId === undefined)
    return { mixvoipServices: [], awareness: [], queue: [], identity: shownIdentity };
  const { attachment } = (await customerById(step.tx, customerId))!;
  const nameOf = async (id: string | undefined) => (id ? (await partnerById(step.tx, id))?.name : undefined);
  const awareness = await awarenessOfCustomer(step.tx, customerId);
  const queue = [];
  for (const waiting of await registrationsOfCustomer(step.tx, customerId)) {
    if (waiting.status !== 'queued' || waiting.id === registration.id) continue;
    queue.push({
      partner: (await nameOf(waiting.partnerId)) ?? waiting.partnerId,
      reference: waiting.reference,
      receivedAt: waiting.receivedAt.toISOString(),
    });
  }
  return {
    partnerOfRecord: await nameOf(attachment.partnerId),
    itPartner: await nameOf(attachment.itPartnerId),
    mixvoipServices: attachment.mixvoipServices,
    lastRevenue: attachment.lastRevenue?.toISOString().slice(0, 10),
    awareness: awareness.map(({ recordedAt, services, recordedBy }) => ({
      recordedAt: recordedAt.toISOString(),
      services,
      recordedBy,
    })),
    queue,
    identity: shownIdentity,
  };
}
