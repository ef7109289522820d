import type { LedgerEvent, NewRegistration, RegistrationChange } from './events.ts';

/** A registration as its ledger entries tell it; what `verify` holds against the stored row. */
export type RegistrationFacts = Omit<NewRegistration, 'protectedUntil' | 'graceUntil'> & {
  shared: boolean;
  protectedUntil: Date | null;
  graceUntil: Date | null;
  extensions: number;
  reminded: number[];
  closedAt: Date | null;
};

type RegistrationEvent = Extract<LedgerEvent, { kind: 'registration.opened' | 'registration.changed' }>;

/** The registration after one more of its events. Throws where a change comes before the opening. */
export function evolve(facts: RegistrationFacts | undefined, event: RegistrationEvent): RegistrationFacts {
  if (event.kind === 'registration.opened') {
    const { protectedUntil, graceUntil, ...rest } = event.registration;
    return {
      ...rest,
      shared: false,
      protectedUntil: protectedUntil ?? null,
      graceUntil: graceUntil ?? null,
      extensions: 0,
      reminded: [],
      closedAt: null,
    };
  }
  if (!facts) throw new Error(`${event.reference} changes before it is opened`);
  return { ...facts, ...withoutAbsent(event.change) };
}

const withoutAbsent = (change: RegistrationChange): RegistrationChange =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
