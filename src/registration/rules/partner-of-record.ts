import { attachmentHolds } from '../attachment.ts';
import type { Case, Finding, RuleResult, TableEntry } from './rule.ts';

/** The conflict with another partner of record, when its attachment still counts. */
function conflictWithPartnerOfRecord({ request, standing, policy }: Case): Finding | undefined {
  const { customer } = standing;
  const ofRecord = customer?.attachment.partnerId;
  if (!customer || !ofRecord || ofRecord === request.partner?.id) return undefined;
  if (!attachmentHolds(customer.attachment, request.receivedAt, policy)) return undefined;
  return { outcome: 'conflict', status: 'disputed', against: { customerId: customer.customerId } };
}

const decidesWhen = (given: Case, applies: boolean): RuleResult => {
  const conflict = applies ? conflictWithPartnerOfRecord(given) : undefined;
  return conflict && { decides: conflict };
};

export const customerChangesPartner: TableEntry = {
  name: 'customer.changes_partner',
  description: 'Another partner is of record and the customer leaves it, or brings a mandate (S1): conflict.',
  check: (given) => decidesWhen(given, given.request.leavesPartner || given.request.bringsMandate),
};

export const customerUnhappy: TableEntry = {
  name: 'customer.unhappy',
  description:
    'Another partner is of record and the customer is unhappy (S4): conflict, never decided by a machine.',
  check: (given) => decidesWhen(given, given.request.dissatisfied),
};

export const customerOfOtherPartner: TableEntry = {
  name: 'customer.of_other_partner',
  description: 'Another partner is of record (S2): conflict.',
  check: (given) => decidesWhen(given, true),
};
