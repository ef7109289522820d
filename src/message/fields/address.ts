/** Postal addresses: postal code with town, the street before it, and streets or towns that stand alone. */

import type { Found } from '../evidence.ts';
import { countryOfTown, readCountry, type TownSpan, townAt, townCountries } from './gazetteer.ts';
import { readStreetBefore } from './street.ts';

export interface PostalAddress {
  street?: string;
  postal_code?: string;
  city?: string;
  country?: string;
}

const PREFIX: Record<string, string> = {
  L: 'LU',
  LU: 'LU',
  LUX: 'LU',
  B: 'BE',
  BE: 'BE',
  D: 'DE',
  DE: 'DE',
  F: 'FR',
  FR: 'FR',
  NL: 'NL',
};
const CODE =
  /(?<![\p{L}\d.,/+€-]|\d )(?:(L|LU|LUX|B|BE|D|DE|F|FR|NL)[ ]?[-–\u2011 ][ ]?)?(\d{5}|\d{4} ?[A-Z]{2}(?![\p{L}])|\d{4})(?![\p{L}\d]|[.,/:]\d)(?:,?[ \t]{1,2}|\n)/gu;
const CITY =
  /(?:\p{Lu}|'s-)[\p{L}\p{M}'’.]{1,30}(?:[- /](?:(?:sur|am|an|der|de|la|le|les|du|des|aan|den|en|op|in|im|ob|bei|zum|a|à|St|Bad|lez|lès|sous)[- ]){0,2}(?=\p{Lu})[\p{L}\p{M}'’.]{2,30}){0,3}/uy;
/** `à Walferdange (8, rue de l'Église, L-7224)`: the town stands before. */
const CODE_ALONE =
  /(?<![\p{L}\d])(?:([LBDF])[-–\u2011](\d{4,5})(?=\s?[).,;]|\s*$|\n)|(?<=\d, )(\d{4,5})(?=\)))/gu;
/** `Metz (57000)`. */
const CODE_AFTER = /([\p{Lu}][\p{L}\p{M}'’. -]{1,40}?) ?\((?:([LBDF])-)?(\d{4,5}|\d{4} ?[A-Z]{2})\)/gu;

function lengthCountries(code: string): string[] {
  if (/[A-Z]/.test(code)) return ['NL'];
  return code.length === 5 ? ['DE', 'FR'] : ['LU', 'BE'];
}

/** Countries of a town, or of the first part of a double name (`Nohfelden-Selbach`). */
function countriesOf(city: string): string[] {
  const whole = townCountries(city);
  return whole.length > 0 ? whole : townCountries(city.split(/[- ]/)[0] ?? '');
}

/** The country of a postal code with its town; hints break ties. */
export function countryOfPostal(
  code: string,
  city: string | undefined,
  prefix?: string,
  hints: readonly string[] = [],
): string | undefined {
  if (prefix) return PREFIX[prefix.toUpperCase()];
  const possible = lengthCountries(code);
  if (possible.length === 1) return possible[0];
  const byTown = city === undefined ? [] : countriesOf(city).filter((country) => possible.includes(country));
  if (byTown.length === 1) return byTown[0];
  const pool = byTown.length > 0 ? byTown : possible;
  return hints.find((hint) => pool.includes(hint));
}

function cityAt(text: string, start: number): { name: string; end: number; known: boolean } | undefined {
  const known = townAt(text, start);
  CITY.lastIndex = start;
  const run = CITY.exec(text)?.[0].replace(/[.']$/, '').trimEnd();
  if (
    known &&
    (run === undefined || run.length <= known.name.length || !/^[-/]/.test(run.slice(known.name.length)))
  ) {
    const inner = run?.slice(known.name.length) ?? '';
    if (!/^ (?:am|an der|im|ob der|bei|sur|aan den|aan de) ?\p{Lu}/u.test(inner))
      return { name: known.name, end: known.end, known: true };
  }
  return run === undefined ? undefined : { name: run, end: start + run.length, known: known !== undefined };
}

/** A year or a count before a capital letter is no postal code: without prefix and known town it needs an address around it. */
function isPlausible(
  text: string,
  start: number,
  code: string,
  city: { name: string; known: boolean },
  prefix: string | undefined,
): boolean {
  if (prefix || /[A-Z]/.test(code)) return true;
  const fits = townCountries(city.name).some((country) => lengthCountries(code).includes(country));
  const before = text.slice(Math.max(0, start - 40), start);
  const addressed =
    /(?:\d[a-z]?,? *|[\p{L}.],? *)[,\n|–·•(-]\s*$/u.test(before) ||
    /^\s*$|\n\s*$/.test(before) ||
    /[:\t]\s*$/.test(before);
  if (code.length === 5) return fits || addressed;
  if (!fits)
    return (
      addressed && !/^(?:19|20)\d\d$/.test(code) && /\d/.test(readStreetBefore(text, start)?.value ?? '')
    );
  return addressed || !/^(?:19|20)\d\d$/.test(code);
}

/** Every postal code with a town, with the street before it. `hints` are countries that are likely from elsewhere. */
export function findAddresses(text: string, hints: readonly string[] = []): Found<PostalAddress>[] {
  const found: Found<PostalAddress>[] = [];
  for (const match of text.matchAll(CODE)) {
    const [prefix, code] = [match[1], match[2] as string];
    const cityStart = match.index + match[0].length;
    const city = cityAt(text, cityStart);
    const isBroken = match[0].endsWith('\n');
    if (!city || (isBroken && !prefix && !city.known) || !isPlausible(text, match.index, code, city, prefix))
      continue;
    const country = countryOfPostal(code, city.name, prefix, hints);
    const street = readStreetBefore(text, match.index);
    const value: PostalAddress = { city: city.name.replace(/\n/g, ' '), postal_code: code, country };
    if (street) value.street = street.value;
    const start = street ? street.start : match.index;
    found.push({
      value,
      start,
      end: city.end,
      method: 'postal_code',
      confidence: prefix || city.known ? 0.93 : 0.8,
    });
  }
  for (const match of text.matchAll(CODE_ALONE)) {
    const [prefix, code] = [match[1], (match[2] ?? match[3]) as string];
    if (found.some((other) => match.index >= other.start && match.index < other.end)) continue;
    const street = readStreetBefore(text, match.index);
    if (!prefix && !street) continue;
    const value: PostalAddress = {
      postal_code: code,
      ...(prefix ? { country: PREFIX[prefix] } : {}),
      ...(street ? { street: street.value } : {}),
    };
    found.push({
      value,
      start: street?.start ?? match.index,
      end: match.index + match[0].length,
      method: 'postal_code',
      confidence: 0.85,
    });
  }
  for (const match of text.matchAll(CODE_AFTER)) {
    const tail = lastTown(match[1] as string, match.index);
    if (!tail) continue;
    const code = match[3] as string;
    const value: PostalAddress = {
      city: tail.name,
      postal_code: code,
      country: countryOfPostal(code, tail.name, match[2], hints),
    };
    const street = readStreetBefore(text, tail.start);
    if (street) value.street = street.value;
    found.push({
      value,
      start: street?.start ?? tail.start,
      end: match.index + match[0].length,
      method: 'postal_code',
      confidence: 0.9,
    });
  }
  return found;
}

function lastTown(run: string, offset: number): TownSpan | undefined {
  for (let at = 0; at < run.length; at++) {
    if (at > 0 && /[\p{L}-]/u.test(run[at - 1] as string)) continue;
    const town = townAt(run, at);
    if (town && town.end >= run.trimEnd().length)
      return { ...town, start: town.start + offset, end: town.end + offset };
  }
  return undefined;
}

/** Reads the value under an address label: street, code, town and country, as far as they are there. */
export function readAddress(value: string, hints: readonly string[] = []): PostalAddress | undefined {
  const line = value.replace(/\s*\n\s*/g, ', ');
  const [address] = findAddresses(line, hints);
  if (address) {
    const rest = line.slice(address.end).replace(/^[\s,–|(-]+|[)\s.]+$/g, '');
    return { ...address.value, country: readCountry(rest) ?? address.value.country };
  }
  const parts = line.split(/\s*[,;|]\s*|\s+[-–]\s+/).filter((part) => part !== '');
  const result: PostalAddress = {};
  for (const part of parts) {
    const country = readCountry(part);
    if (country && part.length > 1 && !(part === parts[0] && townCountries(part).length > 0))
      result.country = country;
    else if (
      result.city === undefined &&
      townCountries(part).length > 0 &&
      (parts.length === 1 || part !== parts[0] || !/\d/.test(part))
    )
      result.city = part;
  }
  const streetParts = parts.filter((part) => part !== result.city && readCountry(part) === undefined);
  if (streetParts.length > 0 && streetParts.length <= 2 && /\d/.test(streetParts.join(' ')))
    result.street = streetParts.join(', ');
  if (result.city && !result.country) result.country = countryOfTown(result.city, hints);
  return Object.keys(result).length > 0 ? result : undefined;
}

/** `L-4025 Esch`, `66606 St. Wendel`, `9718 TE Groningen`: the value under a label such as "PLZ / Ort". */
export function readPostalTown(value: string, hints: readonly string[] = []): PostalAddress | undefined {
  const address = findAddresses(`\n${value.trim()}`, hints)[0]?.value;
  if (address) return { city: address.city, postal_code: address.postal_code, country: address.country };
  const town = value.trim().replace(/\s*\([^)]*\)$/, '');
  return /^\p{Lu}|^'s-/u.test(town) && town.length < 40 && !/\d/.test(town)
    ? { city: town, country: countryOfTown(town, hints) }
    : undefined;
}
