import type { Service, StatedCustomer, StatedRegistration } from '../message/understanding.ts';
import type { Decision } from '../registration/decide.ts';
import type { RegistrationState } from '../registration/standing.ts';
import type { Outcome } from '../registration/vocabulary.ts';
import type { CustomerShown, Section, StandingShown } from './params.ts';

/** The customer in the words of this partner's own mail. */
export function shown(customer: StatedCustomer): CustomerShown {
  const { name, vat, registration_number, city, country, domain } = customer;
  return { name, vat, registration_number, city, country, domain };
}

const iso = (date: Date | undefined): string | undefined => date?.toISOString();

interface Answered {
  decision: Decision;
  stated: StatedRegistration;
  reference?: string;
  bringsMandate: boolean;
  /** Place of a repeated registration that waits in the queue. */
  ownQueuePosition?: number;
}

/** One customer's part of an answer. A decision that gets no answer (held) has none. */
export function sectionOf({
  decision,
  stated,
  reference,
  bringsMandate,
  ownQueuePosition,
}: Answered): Section | undefined {
  const base = {
    reference,
    customer: shown(stated.customer),
    services: decision.services.length > 0 ? decision.services : stated.services,
    excluded: decision.excluded.map(({ service, reason, since }) => ({ service, reason, since: iso(since) })),
    seats: stated.seats,
  };
  const { rule } = decision;
  const addition = decision.addition !== undefined;
  switch (rule) {
    case 'sender.untrusted':
      return undefined;
    case 'request.incomplete': {
      const keepsPlace = decision.holdsPlace ? { graceUntil: iso(decision.graceUntil) } : {};
      return { ...base, rule, missing: decision.missing!, ...keepsPlace };
    }
    case 'registration.repeated': {
      const own = decision.repeats!;
      return {
        ...base,
        reference: own.reference,
        services: own.services,
        rule,
        status: own.status,
        protectedUntil: iso(own.protectedUntil),
        queuePosition: ownQueuePosition,
      };
    }
    case 'customer.changes_partner':
    case 'customer.unhappy':
      return { ...base, rule, mandateReceived: bringsMandate };
    case 'registration.competing':
      return { ...base, rule, queuePosition: decision.queuePosition! };
    case 'mixvoip.aware_first':
      return { ...base, rule, awareSince: iso(decision.awareSince)! };
    case 'customer.own':
      return { ...base, rule, protectedUntil: iso(decision.protectedUntil)!, addition };
    case 'prospect.first': {
      const { dormantAttachment } = decision;
      return { ...base, rule, protectedUntil: iso(decision.protectedUntil)!, addition, dormantAttachment };
    }
    default:
      return { ...base, rule };
  }
}

const GRAVITY = ['conflict', 'rejected', 'needs_information', 'repeated', 'accepted'] as const;
export type AnswerKind = (typeof GRAVITY)[number];

/** The kind of an answer on several customers: that of its gravest outcome. */
export function answerKind(outcomes: readonly Outcome[]): AnswerKind | undefined {
  return GRAVITY.find((kind) => outcomes.includes(kind));
}

/** A partner's own registration as it stands. */
export function standingShown(
  registration: RegistrationState & { stated: StatedRegistration },
  extensionsAllowed: number,
  queuePosition?: number,
): StandingShown {
  const missing: StandingShown['missing'] = [];
  if (registration.status === 'pending') {
    if (registration.customerId === undefined) missing.push('customer');
    if (registration.services.length === 0) missing.push('services');
  }
  return {
    reference: registration.reference,
    customer: shown(registration.stated.customer),
    services: registration.services as Service[],
    seats: registration.stated.seats,
    status: registration.status,
    receivedAt: registration.receivedAt.toISOString(),
    protectedUntil: registration.status === 'protected' ? iso(registration.protectedUntil) : undefined,
    graceUntil: registration.status === 'pending' ? iso(registration.graceUntil) : undefined,
    queuePosition,
    missing,
    extensionsLeft: Math.max(0, extensionsAllowed - registration.extensions),
  };
}
