import type { Service } from '../message/understanding.ts';
import { attachmentHolds } from './attachment.ts';
import type { Policy } from './policy.ts';
import { holdsPlaceAt } from './request.ts';
import type { CustomerStanding } from './standing.ts';
import type { AwarenessRule } from './vocabulary.ts';

/** What staff says about a customer that asked Mixvoip directly. */
export interface AwarenessRequest {
  receivedAt: Date;
  services: readonly Service[];
  leavesPartner: boolean;
  dissatisfied: boolean;
}

export interface AwarenessDecision {
  rule: AwarenessRule;
  /** Whether it is kept as Mixvoip's knowledge; what came too late, or is a partner's, never counts. */
  counts: boolean;
  /** S1, S4 and S8 are hers to know. */
  copiesHeadOfSales: boolean;
}

/** Decides what staff is told (charter, "Mixvoip staff"): an IT partner, a partner of record, a partner's registration, or nobody before. */
export function decideAwareness(
  request: AwarenessRequest,
  customer: CustomerStanding | undefined,
  policy: Policy,
): AwarenessDecision {
  const { receivedAt, services } = request;
  const attachment = customer?.attachment;
  if (attachment?.itPartnerId && services.includes('it')) {
    return { rule: 'awareness.competes', counts: false, copiesHeadOfSales: true };
  }
  if (attachment?.partnerId && attachmentHolds(attachment, receivedAt, policy)) {
    const copiesHeadOfSales = request.leavesPartner || request.dissatisfied;
    return { rule: 'awareness.partners_customer', counts: false, copiesHeadOfSales };
  }
  const before = customer?.registrations.some(
    (registration) =>
      holdsPlaceAt(registration, receivedAt) &&
      registration.receivedAt < receivedAt &&
      registration.services.some((service) => services.includes(service)),
  );
  if (before) return { rule: 'awareness.late', counts: false, copiesHeadOfSales: false };
  return { rule: 'awareness.recorded', counts: true, copiesHeadOfSales: false };
}
