import type { Language, Service } from '../message/understanding.ts';
import { cut } from './clean.ts';
import type { CustomerShown } from './params.ts';
import { WORDS } from './words/index.ts';

/** Small pieces of text that templates put into their sentences, in the language of the notice. */

/** `A`, `A and B`, `A, B and C`. */
export function list(items: readonly string[], language: Language): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  if (items.length === 1) return last;
  return `${items.slice(0, -1).join(', ')} ${WORDS[language].and(last)} ${last}`;
}

/** The services in words: `internet access and SIP trunk`. */
export function services(wanted: readonly Service[], language: Language): string {
  return list(
    wanted.map((service) => WORDS[language].services[service]),
    language,
  );
}

/** The shortest thing by which a customer is called: its name, else whatever the mail gave. */
export function customerName(customer: CustomerShown, language: Language, limit = 80): string {
  const name = customer.name ?? customer.domain ?? customer.vat ?? customer.registration_number;
  return name === undefined || name === '' ? WORDS[language].unnamed : cut(name, limit);
}

/** The customer with all that was understood of it: `Brasserie Kohn, Remich (Luxembourg), VAT LU12345678`. */
export function customerLine(customer: CustomerShown, language: Language): string {
  const words = WORDS[language];
  const country = customer.country ? countryName(customer.country, language) : undefined;
  const place =
    customer.city && country && customer.city !== country
      ? `${customer.city} (${country})`
      : (customer.city ?? country);
  const name = customerName(customer, language);
  return [
    name,
    place,
    customer.vat && customer.vat !== name ? `${words.vat} ${customer.vat}` : undefined,
    customer.registration_number && customer.registration_number !== name
      ? `${words.companyNumber} ${customer.registration_number}`
      : undefined,
    customer.domain !== name ? customer.domain : undefined,
  ]
    .filter((part) => part)
    .join(', ');
}

/** The name of a country by its two letters; anything else as it stands. */
export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

const PERSON = /^[\p{L}\p{M}][\p{L}\p{M}.'’ -]{1,60}$/u;

/**
 * A person's name as one would write it after "Dear": `Weber, Jeanne` is turned round; whatever is no name of a
 * person (an address, something with digits or signs) gives nothing, and the greeting goes without.
 */
export function personName(given: string | undefined): string | undefined {
  const turned = given?.replace(/^([^,]{1,40}), ?([^,]{1,40})$/, '$2 $1').trim();
  return turned !== undefined && PERSON.test(turned) ? turned : undefined;
}
