/** Everything in a piece that its shape alone gives away: addresses, numbers, people. */

import type { Found } from '../evidence.ts';
import { findAddresses, type PostalAddress } from './address.ts';
import { findDomains } from './domain.ts';
import { findEmails } from './email.ts';
import { findRegisterNumbers, findVatNumbers, type RegisterNumber, type VatNumber } from './identifiers.ts';
import { findPeople, type Person } from './people.ts';
import { findPhones, type PhoneNumber } from './phone.ts';
import { overlap, type Span } from './spans.ts';
import { findStreets } from './street.ts';

export interface Typed {
  emails: Found<string>[];
  domains: Found<string>[];
  vats: Found<VatNumber>[];
  registers: Found<RegisterNumber>[];
  addresses: Found<PostalAddress>[];
  streets: Found<string>[];
  people: Person[];
  phones: Found<PhoneNumber>[];
}

/** Reads all typed values. `country` reads phone numbers without prefix, `hints` break ties of postal codes. */
export function readTyped(text: string, country: string | undefined, hints: readonly string[]): Typed {
  const emails = findEmails(text);
  const vats = findVatNumbers(text);
  const registers = findRegisterNumbers(text);
  const addresses = findAddresses(text, hints);
  const inAddress = (span: Span) => addresses.some((address) => overlap(address, span));
  const numbers: Span[] = [...vats, ...registers];
  return {
    emails,
    vats,
    registers,
    addresses,
    domains: findDomains(text).filter((site) => !emails.some((mail) => overlap(mail, site))),
    streets: findStreets(text).filter((street) => !inAddress(street)),
    people: findPeople(text),
    phones: phonesIn(text, country, [...numbers, ...addresses]),
  };
}

/** Stretches in which no company name is looked for. */
export function takenBy(typed: Typed): Span[] {
  return [
    ...typed.emails,
    ...typed.domains,
    ...typed.vats,
    ...typed.registers,
    ...typed.addresses,
    ...typed.streets,
  ];
}

/** People that are introduced as such: their names are no company's, unless a kind of business goes before. */
export function introduced(typed: Typed): Span[] {
  return typed.people.filter((person) => person.by !== 'name');
}

function phonesIn(text: string, country: string | undefined, others: readonly Span[]): Typed['phones'] {
  return findPhones(text, country).filter((phone) => !others.some((other) => overlap(other, phone)));
}

/** The same values with phone numbers read for another country. */
export function withPhones(typed: Typed, text: string, country: string | undefined): Typed {
  return {
    ...typed,
    phones: phonesIn(text, country, [...typed.vats, ...typed.registers, ...typed.addresses]),
  };
}
