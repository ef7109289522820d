import { stdnum } from 'stdnum';
import type { CustomerDescription } from './description.ts';
import { foldText, MAX_FIELD_LENGTH } from './fold.ts';

/**
 * What a number identifies. `enterprise` is the Belgian number, VAT and KBO/BCE in one; `siren` is the French
 * company inside a VAT number or a SIRET; `register` is a court register (HRB, HRA, VR …) or another country's.
 */
export type IdentifierKind = 'vat' | 'enterprise' | 'siren' | 'rcs' | 'kvk' | 'register' | 'uid';

/** A company number in its one normal form. */
export interface Identifier {
  kind: IdentifierKind;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Upper case without blanks: `0123456749`, `B123456`, `HRB 12345`. */
  value: string;
  /** The court of a German register number: the number alone identifies nobody. */
  court?: string;
  /** The checksum holds, or the kind has none and the form is right. */
  valid: boolean;
}

type Checker = { validate(value: string): { isValid: boolean; compact?: string } };

const VAT_CHECKERS: Record<string, Checker | undefined> = {
  LU: stdnum.LU?.tva,
  DE: stdnum.DE?.vat,
  NL: stdnum.NL?.btw,
  AT: stdnum.AT?.uid,
  IT: stdnum.IT?.iva,
  ES: stdnum.ES?.nif,
  PT: stdnum.PT?.nif,
  IE: stdnum.IE?.vat,
  DK: stdnum.DK?.cvr,
  SE: stdnum.SE?.vat,
  FI: stdnum.FI?.alv,
  PL: stdnum.PL?.nip,
  CZ: stdnum.CZ?.dic,
  SK: stdnum.SK?.dph,
  HU: stdnum.HU?.anum,
  RO: stdnum.RO?.cf,
  BG: stdnum.BG?.vat,
  GR: stdnum.GR?.vat,
  HR: stdnum.HR?.oib,
  SI: stdnum.SI?.ddv,
  EE: stdnum.EE?.kmkr,
  LV: stdnum.LV?.pvn,
  LT: stdnum.LT?.pvm,
  CY: stdnum.CY?.vat,
  MT: stdnum.MT?.vat,
  GB: stdnum.GB?.vat,
};

/** Lengths of national numbers after the prefix, to read a prefix-less one and to reject a torso. */
const VAT_SHAPE: Record<string, RegExp> = {
  LU: /^\d{8}$/,
  BE: /^[01]?\d{9}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  DE: /^\d{9}$/,
  NL: /^\d{9}B\d{2}$/,
};

const REGISTER = /^(HR ?[AB]|GNR|PR|VR|GSR|FN)\s?(\d{1,7})\s?([A-Z]?)$/;

/**
 * Reads a VAT number as anybody writes it (`BE 0123.456.749`, `TVA LU 12345613`, `FR 40 303 265 045`).
 * @param country helps where the prefix is missing.
 * @returns undefined where it is no VAT number at all; `valid: false` where only the checksum fails.
 */
export function normalizeVat(raw: string, country?: string): Identifier | undefined {
  const text = squeeze(raw).replace(
    /^(?:TVA(?:INTRA)?|VAT|BTW|UST(?:ID)?(?:NR)?|MWST(?:NR)?)(?=[A-Z]{2}[A-Z0-9])/,
    '',
  );
  const prefix = /^(?:[A-Z]{2})(?=[A-Z0-9]{2})/.exec(text)?.[0];
  const known = prefix && (prefix in VAT_CHECKERS || prefix === 'BE' || prefix === 'FR' || prefix === 'EL');
  const land = known ? (prefix === 'EL' ? 'GR' : prefix) : country?.toUpperCase();
  if (!land) return undefined;
  const body = known ? text.slice(2) : text;
  if (!/\d{3}/.test(body) || isPlaceholder(body) || body.length > 14) return undefined;
  if (land === 'CH') return swissUid(text);
  if (land === 'BE') return belgianNumber(body);
  if (land === 'FR') return frenchVat(body);
  const shape = VAT_SHAPE[land];
  if (shape && !shape.test(body)) return undefined;
  const checker = VAT_CHECKERS[land];
  if (!checker) return undefined;
  return { kind: 'vat', country: land, value: body, valid: holds(checker, body) };
}

/**
 * Reads a company register number: RCS `B123456`, KBO/BCE `0123.456.749`, SIREN, SIRET, `HRB 12345 Wittlich`,
 * KvK. The country decides how digits are read; without it only forms that speak for themselves are read.
 */
export function normalizeRegistration(raw: string, country?: string): Identifier | undefined {
  const land = country?.toUpperCase();
  const german = germanRegister(raw, land);
  if (german) return german;
  const text = squeeze(raw).replace(/^(?:RCSL?|KBO|BCE|SIREN|SIRET|KVK|RPM|RPR)?(?:NR|NO)?(?=[A-Z]?\d)/, '');
  const rcs = /^(?:RCS)?(?:LUXEMBOURG|LUXEMBURG|LU|L)?([A-L])(\d{2,7})$/.exec(text);
  if (rcs && (!land || land === 'LU')) {
    return { kind: 'rcs', country: 'LU', value: `${rcs[1]}${Number(rcs[2])}`, valid: true };
  }
  if (isPlaceholder(text)) return undefined;
  if (text.startsWith('CHE')) return swissUid(text);
  const vat = /^[A-Z]{2}[A-Z0-9]{2}/.test(text) ? normalizeVat(text) : undefined;
  if (vat) return vat;
  if (land === 'BE') return belgianNumber(text);
  if (land === 'FR') return frenchNumber(text);
  if (land === 'NL') return /^\d{8}$/.test(text) ? plain('kvk', 'NL', text) : undefined;
  if (!land && /^[01]\d{9}$/.test(text)) return onlyValid(belgianNumber(text));
  if (!land && /^\d{14}$|^\d{9}$/.test(text)) return onlyValid(frenchNumber(text));
  if (land && land !== 'LU' && land !== 'DE' && /^[A-Z0-9]{4,15}$/.test(text) && /\d{3}/.test(text)) {
    return plain('register', land, text);
  }
  return undefined;
}

/** Every number that can be read from a description, valid or not, each once. */
export function identifiers(description: CustomerDescription): Identifier[] {
  const { vat, registration_number: registration, country } = description;
  const found: Identifier[] = [];
  const add = (identifier: Identifier | undefined) => {
    if (identifier && !found.some((known) => sameIdentifier(known, identifier))) found.push(identifier);
  };
  if (vat) add(normalizeVat(vat, country) ?? normalizeRegistration(vat, country));
  if (registration) add(normalizeRegistration(registration, country) ?? normalizeVat(registration, country));
  return found;
}

/** The numbers of a description whose checksum, or form where there is none, holds. */
export function validIdentifiers(description: CustomerDescription): Identifier[] {
  return identifiers(description).filter((identifier) => identifier.valid);
}

/** Whether two numbers can be compared at all: one kind, one country, and one court where a court is needed. */
export function comparable(a: Identifier, b: Identifier): boolean {
  return a.kind === b.kind && a.country === b.country;
}

/** Whether two numbers are one. German register numbers of two courts are not. */
export function sameIdentifier(a: Identifier, b: Identifier): boolean {
  return comparable(a, b) && a.value === b.value && (!a.court || !b.court || a.court === b.court);
}

function squeeze(raw: string): string {
  return raw
    .slice(0, MAX_FIELD_LENGTH)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

function isPlaceholder(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  return digits === '' || /^(\d)\1*$/.test(digits);
}

function holds(checker: Checker, value: string): boolean {
  return checker.validate(value).isValid;
}

function belgianNumber(text: string): Identifier | undefined {
  const digits = text.replace(/^BE/, '');
  if (!/^[01]?\d{9}$/.test(digits)) return undefined;
  const value = digits.padStart(10, '0');
  return { kind: 'enterprise', country: 'BE', value, valid: holds(stdnum.BE!.vat!, value) };
}

function frenchVat(body: string): Identifier | undefined {
  if (/^\d{9}$|^\d{14}$/.test(body)) return frenchNumber(body);
  if (!VAT_SHAPE.FR!.test(body)) return undefined;
  return { kind: 'siren', country: 'FR', value: body.slice(2), valid: holds(stdnum.FR!.tva!, body) };
}

function frenchNumber(text: string): Identifier | undefined {
  const digits = /(\d{14}|\d{9})$/.exec(text)?.[1];
  if (!digits) return undefined;
  const value = digits.slice(0, 9);
  return { kind: 'siren', country: 'FR', value, valid: holds(stdnum.FR!.siren!, value) };
}

function germanRegister(raw: string, country?: string): Identifier | undefined {
  const words = foldText(raw).toUpperCase();
  const number = /\b(?:HR ?[AB]|GNR|PR|VR|GSR|FN) ?\d{1,7}(?: ?[A-Z]\b)?/.exec(words)?.[0];
  const parts = number && REGISTER.exec(number);
  if (!parts) return undefined;
  const kind = parts[1]!.replace(' ', '');
  const austrian = kind === 'FN' || country === 'AT';
  const court = words
    .replace(number, ' ')
    .replace(/\b(?:AMTSGERICHT|AG|REGISTERGERICHT|HANDELSREGISTER|LANDESGERICHT|B|NR)\b/g, ' ')
    .replace(/[^A-Z ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  const value = `${kind} ${Number(parts[2])}${parts[3] ?? ''}`;
  const identifier: Identifier = { kind: 'register', country: austrian ? 'AT' : 'DE', value, valid: true };
  return court && !austrian ? { ...identifier, court } : identifier;
}

function swissUid(text: string): Identifier | undefined {
  const digits = /^CHE?(\d{9})/.exec(text)?.[1];
  if (!digits) return undefined;
  return { kind: 'uid', country: 'CH', value: digits, valid: holds(stdnum.CH!.uid!, `CHE${digits}`) };
}

function plain(kind: IdentifierKind, country: string, value: string): Identifier {
  return { kind, country, value, valid: true };
}

function onlyValid(identifier: Identifier | undefined): Identifier | undefined {
  return identifier?.valid ? identifier : undefined;
}
