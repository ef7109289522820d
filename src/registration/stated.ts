import { foldedName } from '../customer/index.ts';
import type { StatedRegistration } from '../message/understanding.ts';

/**
 * What two mails about one claim say together; the later one wins. Only a name that the later one cuts short stays as
 * it was: who answers writes less than who registers.
 */
export function merge(earlier: StatedRegistration, later: Partial<StatedRegistration>): StatedRegistration {
  const customer = { ...earlier.customer, ...later.customer };
  const name = fullerName(earlier.customer.name, later.customer?.name);
  if (name !== undefined) customer.name = name;
  const services = [...new Set([...earlier.services, ...(later.services ?? [])])];
  const situation = [...new Set([...earlier.situation, ...(later.situation ?? [])])];
  const stated = Object.fromEntries(Object.entries(later).filter(([, value]) => value !== undefined));
  return { ...earlier, ...stated, customer, services, situation };
}

function fullerName(earlier: string | undefined, later: string | undefined): string | undefined {
  if (earlier === undefined || later === undefined) return later ?? earlier;
  const [before, after] = [foldedName(earlier).split(' '), foldedName(later).split(' ')];
  const isCutShort = after.length < before.length && after.every((word) => before.includes(word));
  const isBare = before.join(' ') === after.join(' ') && later.length < earlier.length;
  return isCutShort || isBare ? earlier : later;
}
