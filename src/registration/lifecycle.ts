import type { RegistrationChange } from './events.ts';
import { addDays, type Policy } from './policy.ts';
import { isOpen } from './request.ts';
import type { RegistrationState } from './standing.ts';
import type { RefusalReason } from './vocabulary.ts';

/** Commands by which a partner changes its own registration. */
export type LifecycleCommand = 'withdraw' | 'lost' | 'won' | 'extend';

export type LifecycleResult = { change: RegistrationChange } | { refused: RefusalReason };

/**
 * What a command does to the sender's own registration (charter, "Life of a registration"), or why it may not be
 * carried out. Pure; the caller has proven that the registration is the sender's.
 */
export function carryOut(
  command: LifecycleCommand,
  registration: RegistrationState,
  policy: Policy,
  now: Date,
): LifecycleResult {
  switch (command) {
    case 'withdraw':
      return close(registration, 'withdrawn', now);
    case 'lost':
      return close(registration, 'lost', now);
    case 'won':
      return win(registration, now);
    case 'extend':
      return extend(registration, policy, now);
  }
}

function close(registration: RegistrationState, status: 'withdrawn' | 'lost', now: Date): LifecycleResult {
  if (!isOpen(registration, now) || registration.status === 'won') return { refused: 'already_closed' };
  return {
    change: {
      status,
      rule: `command.${status === 'lost' ? 'lost' : 'withdraw'}`,
      holdsPlace: false,
      closedAt: now,
    },
  };
}

function win(registration: RegistrationState, now: Date): LifecycleResult {
  if (registration.status === 'won' || !isOpen(registration, now)) return { refused: 'already_closed' };
  if (registration.status !== 'protected') return { refused: 'not_protected' };
  // From now on it is the attachment that holds the customer.
  return {
    change: { status: 'won', rule: 'command.won', holdsPlace: false, protectedUntil: null, closedAt: now },
  };
}

function extend(registration: RegistrationState, policy: Policy, now: Date): LifecycleResult {
  const { status, protectedUntil, extensions } = registration;
  if (status === 'expired' || (status === 'protected' && protectedUntil && protectedUntil <= now))
    return { refused: 'too_late' };
  if (status !== 'protected' || !protectedUntil) {
    return { refused: isOpen(registration, now) && status !== 'won' ? 'not_protected' : 'already_closed' };
  }
  if (extensions >= policy.extensions) return { refused: 'no_extension_left' };
  const until = addDays(protectedUntil, policy.extension_days);
  const reminded = policy.reminder_days.filter((days) => addDays(until, -days) <= now);
  return { change: { protectedUntil: until, extensions: extensions + 1, reminded } };
}
