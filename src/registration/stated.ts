import type { StatedRegistration } from '../message/understanding.ts';

/** What two mails about one claim say together; the later one wins. */
export function merge(earlier: StatedRegistration, later: Partial<StatedRegistration>): StatedRegistration {
  const customer = { ...earlier.customer, ...later.customer };
  const services = [...new Set([...earlier.services, ...(later.services ?? [])])];
  const situation = [...new Set([...earlier.situation, ...(later.situation ?? [])])];
  const stated = Object.fromEntries(Object.entries(later).filter(([, value]) => value !== undefined));
  return { ...earlier, ...stated, customer, services, situation };
}
