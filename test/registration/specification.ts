import { expect } from 'vitest';
import { type Decision, decide } from '../../src/registration/decide.ts';
import { type Policy, policySchema } from '../../src/registration/policy.ts';
import type {
  Attachment,
  AwarenessState,
  CustomerStanding,
  RegistrationState,
  Request,
  Standing,
} from '../../src/registration/standing.ts';

export const POLICY: Policy = policySchema.parse({});
/** The arrival of the mail that is decided, in every specification. */
export const ARRIVAL = new Date('2026-10-05T08:00:00Z');
export const daysBefore = (days: number): Date => new Date(ARRIVAL.getTime() - days * 86_400_000);
export const daysAfter = (days: number): Date => daysBefore(-days);

let lastId = 0n;

/** A registration of partner `A` that protects internet since a month, unless said otherwise. */
export function registration(state: Partial<RegistrationState> = {}): RegistrationState {
  lastId += 1n;
  const status = state.status ?? 'protected';
  return {
    id: lastId,
    reference: `DR-2026-${String(lastId).padStart(6, '0')}`,
    partnerId: 'A',
    customerId: 1n,
    services: ['internet'],
    receivedAt: daysBefore(30),
    status,
    rule: 'prospect.first',
    shared: false,
    holdsPlace: status === 'protected' || status === 'pending',
    protectedUntil: status === 'protected' ? daysAfter(60) : undefined,
    graceUntil: status === 'pending' ? daysAfter(5) : undefined,
    extensions: 0,
    reminded: [],
    ...state,
  };
}

export function customer(given: {
  id?: bigint;
  attachment?: Partial<Attachment>;
  registrations?: RegistrationState[];
  awareness?: Omit<AwarenessState, 'id'>[];
}): CustomerStanding {
  return {
    customerId: given.id ?? 1n,
    attachment: { mixvoipServices: [], ...given.attachment },
    registrations: given.registrations ?? [],
    awareness: (given.awareness ?? []).map((awareness, index) => ({ id: BigInt(index + 1), ...awareness })),
  };
}

/** A complete claim of partner `B` for a prospect that nobody knows. */
export function request(given: Partial<Request> = {}): Request {
  return {
    trusted: true,
    partner: { id: 'B', status: 'active' },
    receivedAt: ARRIVAL,
    customer: { name: 'Imprimerie Lallemang', city: 'Mersch', country: 'LU' },
    services: ['internet'],
    leavesPartner: false,
    bringsMandate: false,
    dissatisfied: false,
    ...given,
  };
}

export const nobodyKnows: Standing = { alike: [], simultaneous: [] };

/** given(what the ledger holds).when(a claim).decides(so), in the order in which people tell it. */
export function given(standing: Partial<Standing> = {}, policy: Partial<Policy> = {}) {
  return {
    when(claim: Partial<Request> = {}) {
      const decision = decide(
        request(claim),
        { ...nobodyKnows, ...standing },
        { ...POLICY, ...policy },
        ARRIVAL,
      );
      return {
        decision,
        decides(expected: Partial<Decision>) {
          expect(decision).toMatchObject(expected);
          return decision;
        },
      };
    },
  };
}
