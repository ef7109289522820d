/** The words of the charter as types: one word for one thing, everywhere. */

export const OUTCOMES = [
  'accepted',
  'rejected',
  'conflict',
  'needs_information',
  'repeated',
  'recorded',
  'done',
  'answered',
  'refused',
  'held',
  'ignored',
  /** Of a registration whose time is over. */
  'expired',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Commands that a partner gives by reply; `ruling` is the Head of Sales'. */
export const COMMANDS = [
  'amend',
  'withdraw',
  'extend',
  'won',
  'lost',
  'status',
  'contest',
  'clearance',
  'question',
  'mandate',
  'ruling',
] as const;
export type Command = (typeof COMMANDS)[number];

/** What a ruling may say. `first` is whoever holds the place (or the partner of record, or the decision as it stands). */
export const RULING_CHOICES = ['first', 'second', 'both', 'mixvoip', 'same', 'different'] as const;
export type RulingChoice = (typeof RULING_CHOICES)[number];

/** The rules of the decision table, in the table's order. */
export const TABLE_RULES = [
  'sender.untrusted',
  'sender.unknown',
  'partner.suspended',
  'request.incomplete',
  'service.not_covered',
  'registration.repeated',
  'customer.uncertain',
  'customer.changes_partner',
  'customer.unhappy',
  'customer.of_other_partner',
  'customer.of_mixvoip',
  'registration.competing',
  'customer.own',
  'mixvoip.aware_first',
  'registration.tie',
  'prospect.first',
] as const;
export type TableRule = (typeof TABLE_RULES)[number];

export type AwarenessRule =
  | 'awareness.recorded'
  | 'awareness.late'
  | 'awareness.partners_customer'
  | 'awareness.competes';

export type TimeRule = 'protection.expired' | 'grace.expired' | 'queue.closed';

export type SilenceRule =
  | 'silence.auto_reply'
  | 'silence.bounce'
  | 'silence.bulk'
  | 'silence.own_mail'
  | 'silence.receipt'
  | 'silence.limit'
  | 'silence.robot'
  | 'silence.thanks';

/** Everything that can stand as the reason of an outcome. */
export type Rule =
  | TableRule
  | AwarenessRule
  | TimeRule
  | SilenceRule
  | `command.${Command}`
  | `ruling.${RulingChoice}`;

/** Life of a registration (charter, "Life of a registration"). */
export const REGISTRATION_STATUSES = [
  'pending', // needs information
  'protected',
  'queued',
  'disputed',
  'won',
  'lost',
  'withdrawn',
  'expired',
  'rejected',
] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

export const NOTICE_KINDS = [
  'accepted',
  'rejected',
  'conflict',
  'needs_information',
  'repeated',
  'recorded',
  'done',
  'status',
  'clearance',
  'refused',
  'reminder',
  'expired',
  'promoted',
  'ruling',
  'dispute',
  'dispute_waiting',
  'question',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Why a command may not be carried out. */
export const REFUSAL_REASONS = [
  'unknown_reference', // also for a reference that is another partner's: nothing tells the two apart
  'not_head_of_sales',
  'no_open_dispute',
  'choice_not_offered',
  'dispute_dissolved',
  'already_closed',
  'not_protected',
  'too_late',
  'no_extension_left',
  'clearance_limit',
  'nothing_to_change',
  'ambiguous_reference',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
