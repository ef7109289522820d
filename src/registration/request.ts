import type { CustomerDescription } from '../customer/description.ts';
import { addDays, type Policy } from './policy.ts';
import type { Finding } from './rules/rule.ts';
import type { RegistrationState } from './standing.ts';

/** Whether a claim says for whom it is: by a name, or by a company number. */
export const isNamed = (customer: CustomerDescription): boolean =>
  Boolean(customer.name || customer.vat || customer.registration_number);

export const sameSecond = (a: Date, b: Date): boolean =>
  Math.floor(a.getTime() / 1000) === Math.floor(b.getTime() / 1000);

/** Whether a registration is neither closed nor past its end at an instant. */
export function isOpen(registration: RegistrationState, at: Date): boolean {
  switch (registration.status) {
    case 'pending':
      return registration.graceUntil === undefined || registration.graceUntil > at;
    case 'protected':
      return registration.protectedUntil === undefined || registration.protectedUntil > at;
    case 'queued':
    case 'disputed':
    case 'won':
      return true;
    case 'lost':
    case 'withdrawn':
    case 'expired':
    case 'rejected':
      return false;
  }
}

/** Whether a registration stands in another partner's way at an instant. */
export const holdsPlaceAt = (registration: RegistrationState, at: Date): boolean =>
  registration.holdsPlace && isOpen(registration, at);

/** An acceptance: protection from `now`, or new services that join a registration and leave its end as it is. */
export function protection(addition: RegistrationState | undefined, now: Date, policy: Policy): Finding {
  if (addition) {
    return {
      outcome: 'accepted',
      protectedUntil: addition.protectedUntil ?? addDays(now, policy.protection_days),
    };
  }
  return {
    outcome: 'accepted',
    status: 'protected',
    holdsPlace: true,
    protectedUntil: addDays(now, policy.protection_days),
  };
}
