import { attachmentHolds } from '../attachment.ts';
import type { TableEntry } from './rule.ts';

export const customerOfMixvoip: TableEntry = {
  name: 'customer.of_mixvoip',
  description:
    'Mixvoip itself serves the customer, no partner is of record, and it is not dormant: conflict. A dormant attachment (S7) does not count.',
  check({ request, standing, policy }) {
    const { customer } = standing;
    if (!customer) return undefined;
    const { attachment } = customer;
    const attached = attachment.partnerId !== undefined || attachment.mixvoipServices.length > 0;
    if (!attached) return undefined;
    // Past the rules on partners of record, a foreign attachment that is still here is a dormant one.
    if (!attachmentHolds(attachment, request.receivedAt, policy))
      return { narrows: { dormantAttachment: true } };
    if (attachment.partnerId !== undefined) return undefined;
    return {
      decides: { outcome: 'conflict', status: 'disputed', against: { customerId: customer.customerId } },
    };
  },
};
