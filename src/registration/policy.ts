import { createHash } from 'node:crypto';
import { z } from 'zod';

const days = z.number().int().min(1).max(3660);

/** The settings of the charter. What the charter leaves open has our default here and is marked so in `policy.yaml`. */
export const policySchema = z.strictObject({
  /** Days that a registration holds from its acceptance. */
  protection_days: days.default(90),
  /** Days that a place is kept for a mail in which something is missing. */
  grace_days: days.default(10),
  extension_days: days.default(30),
  /** How often one registration may be extended. */
  extensions: z.number().int().min(0).max(100).default(2),
  /** Days before the end of protection at which the partner is reminded. */
  reminder_days: z.array(days).max(10).default([21, 7]),
  /** Days without revenue after which an attachment no longer counts (S7). */
  dormant_after_days: days.default(365),
  /** Days that an awareness of Mixvoip's counts. */
  awareness_valid_days: days.default(180),
  ruling_within_working_days: z.number().int().min(1).max(60).default(2),
  /** Clearance questions that one partner may ask in a day. */
  clearance_per_day: z.number().int().min(0).max(1000).default(10),
  /** Answers that one address gets in a day before silence (a loop breaker). */
  answers_per_sender_per_day: z.number().int().min(1).max(10_000).default(50),
  /** Services that registration covers. */
  covered_services: z
    .array(z.enum(['internet', 'sip_trunk', 'numbers', 'communication', 'it']))
    .min(1)
    .default(['internet', 'sip_trunk', 'numbers', 'communication']),
  retention_months: z.number().int().min(1).max(240).default(24),
});

export type Policy = Readonly<z.infer<typeof policySchema>>;

/** Names what a policy says: equal settings have the equal version. Twelve hex digits of their SHA-256. */
export function policyVersion(policy: Policy): string {
  const canonical = JSON.stringify(Object.entries(policy).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(canonical).digest('hex').slice(0, 12);
}

const DAY_MS = 86_400_000;

/** The instant `days` times 24 hours after `from`. */
export function addDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * DAY_MS);
}
