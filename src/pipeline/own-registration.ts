import { compareCustomers } from '../customer/compare.ts';
import { noticeInThread } from '../database/outbox-threads.ts';
import type { Partner } from '../database/partners.ts';
import {
  registrationById,
  registrationByReference,
  registrationsOfPartner,
  type StoredRegistration,
} from '../database/registrations.ts';
import type { StatedRegistration, Understanding } from '../message/understanding.ts';
import type { Queryable } from '../ports.ts';
import { isNamed, isOpen } from '../registration/request.ts';
import { merge } from '../registration/stated.ts';
import type { Claim } from './decide-claim.ts';
import { describe } from './find-customer.ts';

/** Registrations of one partner that a mail without reference and thread is compared with. */
const RECENT = 500;

/** The registration that a mail acts upon, or why it cannot be told. */
export type Found = StoredRegistration | 'unknown_reference' | 'ambiguous_reference';

/**
 * Which of the sender's own registrations a mail is about: by our reference, else by the thread, else by the
 * customer's name. A reference that is not the sender's is answered like one that does not exist.
 */
export async function ownRegistration(
  tx: Queryable,
  understanding: Understanding,
  partner: Partner,
): Promise<Found> {
  if (understanding.reference) {
    const registration = await registrationByReference(tx, understanding.reference);
    return registration?.partnerId === partner.id ? registration : 'unknown_reference';
  }
  const inThread = await registrationsInThread(tx, understanding, partner);
  if (inThread.length === 1) return inThread[0]!;
  const candidates = inThread.length > 0 ? inThread : await registrationsOfPartner(tx, partner.id, RECENT);
  return named(candidates, understanding);
}

async function registrationsInThread(
  tx: Queryable,
  { envelope }: Understanding,
  partner: Partner,
): Promise<StoredRegistration[]> {
  const notice = await noticeInThread(tx, [...envelope.inReplyTo, ...envelope.references]);
  const registrations = [];
  for (const id of notice?.registrationIds ?? []) {
    const registration = await registrationById(tx, id);
    if (registration?.partnerId === partner.id) registrations.push(registration);
  }
  return registrations;
}

/** The one registration whose customer the mail names; of several for one customer the one that is open, then the newest. */
function named(candidates: readonly StoredRegistration[], understanding: Understanding): Found {
  const [stated] = understanding.registrations;
  const description = stated && describe(stated.customer);
  if (!description || !isNamed(description)) {
    return candidates.length === 1
      ? candidates[0]!
      : candidates.length === 0
        ? 'unknown_reference'
        : 'ambiguous_reference';
  }
  const compared = candidates
    .map((registration) => ({
      registration,
      comparison: compareCustomers(description, describe(registration.stated.customer)),
    }))
    .filter(({ comparison }) => comparison.verdict !== 'different');
  const sure = compared.filter(({ comparison }) => comparison.verdict === 'same');
  // Within one partner's own registrations a like name is meant; between several like ones nobody can tell.
  const meant = sure.length > 0 ? sure : compared;
  const customers = new Set(meant.map(({ registration }) => registration.customerId));
  if (meant.length === 0) return 'unknown_reference';
  if (customers.size > 1) return 'ambiguous_reference';
  const open = meant.find(({ registration }) => registration.closedAt === undefined);
  return (open ?? meant[0]!).registration;
}

/** A registration that waits for information, with what completing it means. */
export interface Pending {
  stated: StatedRegistration;
  completedBy(
    stated: Partial<StatedRegistration>,
    now: Date,
  ): Pick<Claim, 'registration' | 'receivedAt' | 'stated'>;
}

/** The sender's claim that waits for information in this thread or under this reference, if there is one. */
export async function pendingInThread(
  tx: Queryable,
  understanding: Understanding,
  partner: Partner,
): Promise<Pending | undefined> {
  const byReference = understanding.reference && (await registrationByReference(tx, understanding.reference));
  const own =
    byReference && byReference.partnerId === partner.id
      ? [byReference]
      : await registrationsInThread(tx, understanding, partner);
  const waiting = own.filter(({ status }) => status === 'pending');
  return waiting.length === 1 ? asPending(waiting[0]!) : undefined;
}

export function asPending(registration: StoredRegistration): Pending {
  return {
    stated: registration.stated,
    completedBy: (stated, now) => ({
      registration,
      stated: merge(registration.stated, stated),
      // A place is kept only for a customer that was named, and only until the end of grace.
      receivedAt: registration.holdsPlace && isOpen(registration, now) ? registration.receivedAt : now,
    }),
  };
}
