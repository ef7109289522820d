import { describe, expect, it } from 'vitest';
import { decideAwareness } from '../../src/registration/awareness.ts';
import { carryOut, type LifecycleCommand } from '../../src/registration/lifecycle.ts';
import { choiceFrom, choicesOf } from '../../src/registration/ruling.ts';
import {
  REGISTRATION_STATUSES,
  type RefusalReason,
  type RegistrationStatus,
} from '../../src/registration/vocabulary.ts';
import { ARRIVAL, customer, daysAfter, daysBefore, POLICY, registration } from './specification.ts';

type Result = RegistrationStatus | RefusalReason;
/** What each command does to a registration in each status. */
const EXPECTED: Record<LifecycleCommand, Record<RegistrationStatus, Result>> = {
  withdraw: {
    pending: 'withdrawn',
    protected: 'withdrawn',
    queued: 'withdrawn',
    disputed: 'withdrawn',
    won: 'already_closed',
    lost: 'already_closed',
    withdrawn: 'already_closed',
    expired: 'already_closed',
    rejected: 'already_closed',
  },
  lost: {
    pending: 'lost',
    protected: 'lost',
    queued: 'lost',
    disputed: 'lost',
    won: 'already_closed',
    lost: 'already_closed',
    withdrawn: 'already_closed',
    expired: 'already_closed',
    rejected: 'already_closed',
  },
  won: {
    pending: 'not_protected',
    protected: 'won',
    queued: 'not_protected',
    disputed: 'not_protected',
    won: 'already_closed',
    lost: 'already_closed',
    withdrawn: 'already_closed',
    expired: 'already_closed',
    rejected: 'already_closed',
  },
  extend: {
    pending: 'not_protected',
    protected: 'protected',
    queued: 'not_protected',
    disputed: 'not_protected',
    won: 'already_closed',
    lost: 'already_closed',
    withdrawn: 'already_closed',
    expired: 'too_late',
    rejected: 'already_closed',
  },
};

describe('commands by status', () => {
  for (const [command, row] of Object.entries(EXPECTED) as [
    LifecycleCommand,
    Record<RegistrationStatus, Result>,
  ][]) {
    for (const status of REGISTRATION_STATUSES) {
      it(`${command} of a ${status} registration: ${row[status]}`, () => {
        const state = registration({ status });
        const result = carryOut(command, state, POLICY, ARRIVAL);
        expect('refused' in result ? result.refused : (result.change.status ?? state.status)).toBe(
          row[status],
        );
      });
    }
  }
});

describe('extend', () => {
  it('adds the days of the policy to the end, and counts', () => {
    const state = registration({ protectedUntil: daysAfter(3), extensions: 1 });
    expect(carryOut('extend', state, POLICY, ARRIVAL)).toMatchObject({
      change: { protectedUntil: daysAfter(33), extensions: 2 },
    });
  });

  it('is refused when all extensions are used', () => {
    expect(carryOut('extend', registration({ extensions: 2 }), POLICY, ARRIVAL)).toEqual({
      refused: 'no_extension_left',
    });
  });

  it('is refused after the end', () => {
    expect(carryOut('extend', registration({ protectedUntil: daysBefore(1) }), POLICY, ARRIVAL)).toEqual({
      refused: 'too_late',
    });
  });
});

describe('awareness of staff', () => {
  const request = {
    receivedAt: ARRIVAL,
    services: ['internet' as const],
    leavesPartner: false,
    dissatisfied: false,
  };

  it('is recorded when nobody was before', () => {
    expect(decideAwareness(request, undefined, POLICY)).toMatchObject({
      rule: 'awareness.recorded',
      counts: true,
    });
  });

  it('comes late after a partner’s registration for an overlapping service', () => {
    const known = customer({ registrations: [registration()] });
    expect(decideAwareness(request, known, POLICY)).toMatchObject({ rule: 'awareness.late', counts: false });
    expect(decideAwareness({ ...request, services: ['numbers'] }, known, POLICY)).toMatchObject({
      rule: 'awareness.recorded',
    });
  });

  it('meets a partner of record, and the Head of Sales hears of one that is left (S1, S4)', () => {
    const known = customer({ attachment: { partnerId: 'A' } });
    expect(decideAwareness(request, known, POLICY)).toEqual({
      rule: 'awareness.partners_customer',
      counts: false,
      copiesHeadOfSales: false,
    });
    expect(decideAwareness({ ...request, leavesPartner: true }, known, POLICY).copiesHeadOfSales).toBe(true);
  });

  it('is recorded past a dormant attachment', () => {
    const known = customer({ attachment: { partnerId: 'A', lastRevenue: daysBefore(500) } });
    expect(decideAwareness(request, known, POLICY).rule).toBe('awareness.recorded');
  });

  it('competes with an IT partner when the request is for IT (S8)', () => {
    const known = customer({ attachment: { itPartnerId: 'A' } });
    expect(decideAwareness({ ...request, services: ['it'] }, known, POLICY)).toMatchObject({
      rule: 'awareness.competes',
      copiesHeadOfSales: true,
    });
    expect(decideAwareness(request, known, POLICY).rule).toBe('awareness.recorded');
  });
});

describe('choices of a ruling', () => {
  it('are numbered as they are listed', () => {
    expect(choiceFrom('registration.competing', { number: 3 })).toBe('both');
    expect(choiceFrom('customer.uncertain', { number: 2 })).toBe('different');
  });

  it('are only those that the dispute offers', () => {
    expect(choiceFrom('customer.uncertain', { choice: 'first' })).toBeUndefined();
    expect(choiceFrom('registration.tie', { number: 9 })).toBeUndefined();
    expect(choicesOf('customer.uncertain')).toEqual(['same', 'different']);
  });
});
