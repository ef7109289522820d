import { attachmentHolds } from '../attachment.ts';
import { protection } from '../request.ts';
import type { TableEntry } from './rule.ts';

export const customerOwn: TableEntry = {
  name: 'customer.own',
  description: 'This partner is of record (S2): accepted, whatever Mixvoip knew.',
  check({ request, standing, policy, addition, now }) {
    const attachment = standing.customer?.attachment;
    if (!attachment?.partnerId || attachment.partnerId !== request.partner?.id) return undefined;
    if (!attachmentHolds(attachment, request.receivedAt, policy)) return undefined;
    return { decides: protection(addition, now, policy) };
  },
};
