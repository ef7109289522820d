import { addDays, type Policy } from './policy.ts';
import type { Attachment } from './standing.ts';

/**
 * Whether an attachment counts at an instant: it brought revenue within `dormant_after_days` (S7).
 * An unknown last revenue is not dormancy.
 */
export function attachmentHolds(attachment: Attachment, at: Date, policy: Policy): boolean {
  if (!attachment.lastRevenue) return true;
  return addDays(attachment.lastRevenue, policy.dormant_after_days) >= at;
}
