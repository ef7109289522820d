/** Reads the values under labels or table columns into typed fields. */

import type { Money, StatedCustomer } from '../understanding.ts';
import { readAddress, readPostalTown } from './address.ts';
import { findDates } from './dates.ts';
import { findDomains } from './domain.ts';
import { findEmails } from './email.ts';
import { countryOfTown, readCountry } from './gazetteer.ts';
import { findVatNumbers, isValidVat, readRegisterNumber } from './identifiers.ts';
import { readLabelledName } from './labelled-name.ts';
import type { LabelledValue } from './labels.ts';
import { readValue } from './money.ts';
import { readContactName } from './people.ts';
import { readPhone } from './phone.ts';
import { readSeats } from './seats.ts';
import { isPlaceholder } from './stated.ts';

/** The fields that labels can give. */
export interface FieldValues extends StatedCustomer {
  seats?: number;
  value?: Money;
  expected_close?: string;
}

export interface LabelContext {
  country?: string;
  hints: readonly string[];
  mailDate?: string;
}

function readVat(value: string): string | undefined {
  const found = findVatNumbers(value)[0]?.value.number;
  if (found) return found;
  const raw = value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  const labelled = findVatNumbers(`TVA ${raw.replace(/^(?:TVA|BTW|VAT|USTID(?:NR)?)/, '')}`)[0]?.value.number;
  if (labelled) return labelled;
  for (const country of ['LU', 'BE', 'DE'])
    if (/^\d{8,10}$/.test(raw) && isValidVat(country + raw)) return undefined;
  return undefined;
}

type Reader = (pair: LabelledValue, context: LabelContext) => Partial<FieldValues> | undefined;

const readers: Partial<Record<LabelledValue['field'], Reader>> = {
  name: (pair) => {
    const read = readLabelledName(pair.value);
    return read ? { name: read.name, ...(read.town ? { city: read.town } : {}) } : undefined;
  },
  vat: (pair) => identifiers(pair),
  registration_number: (pair) => identifiers(pair),
  address: (pair, { hints }) => readAddress(pair.value, hints),
  street: (pair, { hints }) => {
    const whole = /\d{4,5}/.test(pair.value) ? readAddress(pair.value, hints) : undefined;
    return whole?.street ? whole : { street: pair.value.replace(/\s+/g, ' ') };
  },
  postal_town: (pair, { hints }) => readPostalTown(pair.value, hints),
  postal_code: (pair) => {
    const match = /^(?:(?:L|B|D|F|NL)[ -])?(\d{4,5}(?: ?[A-Z]{2})?)$/.exec(pair.value.trim());
    return match ? { postal_code: match[1] } : undefined;
  },
  city: (pair, { hints }) => readPostalTown(pair.value, hints),
  country: (pair) => {
    const country = readCountry(pair.value);
    return country ? { country } : undefined;
  },
  contact: (pair, context) => {
    const contact_name = readContactName(pair.value);
    const contact_email = findEmails(pair.value)[0]?.value;
    const contact_phone = readPhone(pair.value.replace(/^[^\d+(]*/, ''), context.country)?.number;
    return {
      ...(contact_name ? { contact_name } : {}),
      ...(contact_email ? { contact_email } : {}),
      ...(contact_phone ? { contact_phone } : {}),
    };
  },
  contact_email: (pair) => {
    const contact_email = findEmails(pair.value)[0]?.value;
    return contact_email ? { contact_email } : undefined;
  },
  contact_phone: (pair, { country }) => phone(pair, country),
  mobile: (pair, { country }) => phone(pair, country),
  domain: (pair) => {
    const domain = findDomains(pair.value)[0]?.value ?? findEmails(pair.value)[0]?.value.split('@')[1];
    return domain ? { domain } : undefined;
  },
  seats: (pair) => {
    const seats = readSeats(pair.value);
    return seats ? { seats } : undefined;
  },
  value: (pair) => {
    const value = readValue(pair.value, pair.label);
    return value ? { value } : undefined;
  },
  closing: (pair, { mailDate }) => {
    const dates = findDates(`in ${pair.value}`, mailDate).map((found) => found.value);
    const [first] = dates;
    const finer = dates.find(
      (date) => first !== undefined && date.length > first.length && date.startsWith(first),
    );
    return first ? { expected_close: finer ?? first } : undefined;
  },
};

const BOTH = /[/|,;+&]|\s(?:und|et|en|and)\s/;

/** VAT or register number; both where the cell holds two (`RCS / TVA`). */
function identifiers(pair: LabelledValue): Partial<FieldValues> | undefined {
  const parts =
    BOTH.test(pair.label) || BOTH.test(pair.value)
      ? pair.value.split(/\s*[/|,;]\s*|\s(?:und|et|en|and)\s/)
      : [pair.value];
  const isPrefixed = (part: string) => /^\W*(?:TVA|BTW|VAT)?\W*(?:LU|BE|FR|DE|NL|AT|IT)\W{0,2}\d/i.test(part);
  const saysVat = pair.field === 'registration_number' && /\b(?:btw|tva|vat)\b/i.test(pair.label);
  const readable = pair.field === 'registration_number' && !saysVat ? parts.filter(isPrefixed) : parts;
  const vat = readable.map(readVat).find((one) => one !== undefined);
  const rest = parts.filter((part) => !readable.includes(part) || readVat(part) === undefined);
  const number =
    pair.field === 'registration_number' || parts.length > 1
      ? (parts.length > 1 ? rest : parts)
          .map((part) => readRegisterNumber(part)?.number)
          .find((one) => one !== undefined)
      : undefined;
  const both = {
    ...(vat ? { vat } : {}),
    ...(number && !(vat && parts.length === 1) ? { registration_number: number } : {}),
  };
  return Object.keys(both).length > 0 ? both : undefined;
}

function phone(pair: LabelledValue, country: string | undefined): Partial<FieldValues> | undefined {
  const number = readPhone(pair.value, country)?.number;
  const email = findEmails(pair.value)[0]?.value;
  return number || email
    ? { ...(number ? { contact_phone: number } : {}), ...(email ? { contact_email: email } : {}) }
    : undefined;
}

/** A field with the label that gave it. */
export interface FromLabel {
  path: keyof FieldValues;
  value: string | number | Money;
  pair: LabelledValue;
}

/** The fields of the pairs, in order; the first pair that gives a field keeps it. */
export function readLabelledFields(pairs: readonly LabelledValue[], context: LabelContext): FromLabel[] {
  const fields: FromLabel[] = [];
  for (const pair of pairs) {
    if (isPlaceholder(pair.value)) continue;
    const values = readers[pair.field]?.(pair, context) ?? {};
    for (const [path, value] of Object.entries(values) as [
      keyof FieldValues,
      string | number | Money | undefined,
    ][]) {
      if (value === undefined || fields.some((field) => field.path === path)) continue;
      fields.push({ path, value, pair });
    }
  }
  return fields;
}

/** The country that labelled values point to before phones are read: said, by VAT number, or by town. */
export function labelledCountry(fields: readonly FromLabel[], hints: readonly string[]): string | undefined {
  const get = (path: keyof FieldValues) =>
    fields.find((field) => field.path === path)?.value as string | undefined;
  const vat = get('vat')?.slice(0, 2);
  const city = get('city');
  return get('country') ?? vat ?? (city ? countryOfTown(city, hints) : undefined);
}
