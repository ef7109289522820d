import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { MAX_FIELD_LENGTH } from './fold.ts';

/** E.164 of a phone number, its country taken from the description where it has no prefix; undefined if it is none. */
export function normalizePhone(raw: string, country?: string): string | undefined {
  const land = country?.toUpperCase() as CountryCode | undefined;
  const fallback = land && isSupportedCountry(land) ? land : undefined;
  const number = parsePhoneNumberFromString(raw.slice(0, MAX_FIELD_LENGTH), fallback);
  return number?.isPossible() ? number.number : undefined;
}
