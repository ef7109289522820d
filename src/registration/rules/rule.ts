import type { Service } from '../../message/understanding.ts';
import type { Policy } from '../policy.ts';
import type { CustomerStanding, RegistrationState, Request, Standing } from '../standing.ts';
import type { Outcome, RegistrationStatus, TableRule } from '../vocabulary.ts';

export interface ExcludedService {
  service: Service;
  reason: 'not_covered' | 'mixvoip_aware';
  since?: Date;
}

/** What a rule looks at. The services and notes are what the rules before it left of the question. */
export interface Case {
  readonly request: Request;
  readonly standing: Standing;
  readonly policy: Policy;
  /** Services still to be decided. */
  readonly services: readonly Service[];
  readonly excluded: readonly ExcludedService[];
  /** The partner's own registration that new services are joined to. */
  readonly addition?: RegistrationState;
  /** Another attachment stood in the way and no longer counts (S7). */
  readonly dormantAttachment: boolean;
  /** The instant from which protection runs. */
  readonly now: Date;
  /** How the whole table would decide if the customer were this one. */
  readonly ifCustomerWere: (customer: CustomerStanding | undefined) => { outcome: Outcome; rule: TableRule };
}

/** What a deciding rule found; reasons are facts, worded only in templates. */
export interface Finding {
  outcome: Outcome;
  /** Status of the registration that the answer opens; absent when none is opened. */
  status?: RegistrationStatus;
  holdsPlace?: boolean;
  protectedUntil?: Date;
  graceUntil?: Date;
  missing?: ('customer' | 'services')[];
  /** The partner's registration that stands already. */
  repeats?: RegistrationState;
  awareSince?: Date;
  queuePosition?: number;
  /** Whom the conflict is with, for the dispute. */
  against?: { registrationId?: bigint; customerId?: bigint };
  /** The Head of Sales is copied without a dispute. */
  copiesHeadOfSales?: boolean;
}

/** A rule decides, or narrows the question for the rules after it, or has nothing to say. */
export type RuleResult =
  | { decides: Finding }
  | { narrows: Partial<Pick<Case, 'services' | 'excluded' | 'addition' | 'dormantAttachment'>> }
  | undefined;

export interface TableEntry {
  name: TableRule;
  /** The charter's row in one sentence, for `explain`. */
  description: string;
  check(given: Case): RuleResult;
}
