/** VAT numbers and company register numbers of LU, BE, FR, DE, NL (and other EU VAT numbers by their prefix). */

import { stdnum } from 'stdnum';
import type { Found } from '../evidence.ts';
import { fold } from '../lexicon/fold.ts';

/** A VAT number with its country; `value` has no spaces or dots. */
export interface VatNumber {
  number: string;
  country: string;
}

const VAT_SHAPES: Record<string, RegExp> = {
  LU: /^LU\d{8}$/,
  BE: /^BE[01]\d{9}$/,
  FR: /^FR[A-HJ-NP-Z0-9]{2}\d{9}$/,
  DE: /^DE\d{9}$/,
  NL: /^NL\d{9}B\d{2}$/,
  AT: /^ATU\d{8}$/,
  IT: /^IT\d{11}$/,
  ES: /^ES[A-Z0-9]\d{7}[A-Z0-9]$/,
  PT: /^PT\d{9}$/,
  PL: /^PL\d{10}$/,
  IE: /^IE\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
};

/** The validator's name in each country. */
const VAT_VALIDATORS: Record<string, string> = {
  LU: 'tva',
  FR: 'tva',
  NL: 'btw',
  AT: 'uid',
  IT: 'iva',
  PT: 'nif',
  ES: 'nif',
  PL: 'nip',
};

const VAT =
  /(?<![\p{L}\p{N}])(LU|BE|FR|DE|NL|AT|IT|ES|PT|PL|IE)(?=[ \u00a0.-]{0,2}(?:\d|U\d|[A-Z]\d|[A-Z]{2}[ ]?\d{3}))[ \u00a0.-]{0,2}((?:[A-Z0-9][ \u00a0.-]{0,2}){7,13})/gu;
/** `TVA 0492.587.972`: Belgians leave the prefix out. */
const BELGIAN = /(?<![\p{L}\p{N}.])([01]\d{3})[ .]{0,2}(\d{3})[ .]{0,2}(\d{3})(?![\p{N}.]?\d)/gu;
const VAT_LABEL =
  /\b(?:tva|btw|vat|mwst|ust|umsatzsteuer|steuernummer|id intracom\w*|intracommunautaire)[^\n\d]{0,24}$/;
const REGISTER_LABEL =
  /(?:\bbce\b|\bkbo\b|\brpm\b|\brpr\b|\bn°? ?(?:d')?entreprise|numero (?:d')?entreprise|entreprise n|ondernemings?-?(?:nr|nummer)|enterprise (?:no|number)|unternehmensnummer|\bbanque carrefour)[^\n\d]{0,24}$/;

function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

/** The longest prefix of the match that has the country's shape. */
function shapeOf(country: string, raw: string): { number: string; length: number } | undefined {
  const shape = VAT_SHAPES[country] as RegExp;
  for (let length = raw.length; length >= 8; length--) {
    const next = raw[length];
    if (next !== undefined && /[A-Z0-9]/.test(next) && /[A-Z0-9]/.test(raw[length - 1] as string)) continue;
    const number = country + compact(raw.slice(0, length));
    if (shape.test(number)) return { number, length };
  }
  return undefined;
}

/** Whether the check digits of a VAT number (with prefix) are right. */
export function isValidVat(number: string): boolean {
  const country = number.slice(0, 2);
  const validator = stdnum[country]?.[VAT_VALIDATORS[country] ?? 'vat'];
  return validator?.validate(number.slice(2)).isValid ?? false;
}

/** Every VAT number: by prefix and shape, or a Belgian number after a VAT label. */
export function findVatNumbers(text: string): Found<VatNumber>[] {
  const found: Found<VatNumber>[] = [];
  for (const match of text.toUpperCase() === text ? text.matchAll(VAT) : upper(text).matchAll(VAT)) {
    const country = match[1] as string;
    const rest = match[2] as string;
    const shape = shapeOf(country, rest);
    if (shape === undefined) continue;
    const start = match.index;
    const end = start + match[0].length - rest.length + shape.length;
    const valid = isValidVat(shape.number);
    const labelled = VAT_LABEL.test(fold(text.slice(Math.max(0, start - 40), start)));
    if (!valid && !labelled) continue;
    const confidence = valid ? 0.97 : 0.8;
    found.push({
      value: { number: shape.number, country },
      start,
      end,
      method: valid ? 'checksum' : 'label',
      confidence,
    });
  }
  for (const match of text.matchAll(BELGIAN)) {
    const before = fold(text.slice(Math.max(0, match.index - 40), match.index));
    if (!VAT_LABEL.test(before) || /\bbe[ .-]{0,2}$/.test(before)) continue;
    const number = `BE${match[1]}${match[2]}${match[3]}`;
    if (!isValidVat(number)) continue;
    const end = match.index + match[0].length;
    found.push({
      value: { number, country: 'BE' },
      start: match.index,
      end,
      method: 'checksum',
      confidence: 0.93,
    });
  }
  return found;
}

/** Upper case of the prefix letters only where the length stays the same (ß would grow). */
function upper(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

const NUMBERS: {
  pattern: RegExp;
  country?: string;
  confidence: number;
  render?: (match: RegExpMatchArray) => string;
}[] = [
  {
    pattern:
      /(?:\bR\.? ?C\.? ?S\b\.?|\bRC\b|\bRegistre de commerce\b|\bHandelsregister\b|\bFirmenregister\b|\bTrade register\b|\bregister\b)[\p{L} .:°()/-]{0,36}?\b([ABCDEFGJK])[ .]{0,2}(\d{1,3}[ .]?\d{3}|\d{3,6})(?!\d)/giu,
    country: 'LU',
    confidence: 0.93,
    render: (match) => `${(match[1] as string).toUpperCase()}${(match[2] as string).replace(/\D/g, '')}`,
  },
  {
    pattern:
      /\b(HR[ABC]|GnR|VR|PR)[ .:-]{0,3}(?:Nr\.?|No\.?)?[ .:]{0,2}(\d{1,3}[ .]\d{3}|\d{2,7})(?: ?([A-Z])(?![\p{L}]))?/gu,
    country: 'DE',
    confidence: 0.93,
    render: (match) => `${match[1]}${(match[2] as string).replace(/\D/g, '')}${match[3] ?? ''}`,
  },
  {
    pattern: /\bSIRET\b[^\n\d]{0,12}(\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{5})(?!\d)/giu,
    country: 'FR',
    confidence: 0.9,
    render: (match) => (match[1] as string).replace(/\D/g, ''),
  },
  {
    pattern:
      /(?:\bSIREN\b|\bR\.?C\.?S\.?[ ]+[\p{Lu}][\p{L}-]{2,24})[^\n\d]{0,12}(\d{3}[ .]?\d{3}[ .]?\d{3})(?![ .]?\d)/giu,
    country: 'FR',
    confidence: 0.93,
    render: (match) => (match[1] as string).replace(/\D/g, ''),
  },
  {
    pattern:
      /(?:\bK\.?v\.?K\.?|\bKamer van Koophandel)(?:[ -]?(?:nr|nummer|no))?\b[^\n\d]{0,12}(\d{2}[ .]?\d{2,3}[ .]?\d{3,4}|\d{8})(?!\d)/giu,
    country: 'NL',
    confidence: 0.93,
    render: (match) => (match[1] as string).replace(/\D/g, ''),
  },
];

/** A company's number in a public register, as written, without spaces. */
export interface RegisterNumber {
  number: string;
  country?: string;
}

/** Every labelled register number: RCS, HRB, SIREN, SIRET, KBO/BCE, KvK. */
export function findRegisterNumbers(text: string): Found<RegisterNumber>[] {
  const found: Found<RegisterNumber>[] = [];
  for (const { pattern, country, confidence, render } of NUMBERS) {
    for (const match of text.matchAll(pattern)) {
      const number = render?.(match) ?? (match[1] as string);
      if (country === 'NL' && number.length !== 8) continue;
      found.push({
        value: { number, country },
        start: match.index,
        end: match.index + match[0].length,
        method: 'label',
        confidence,
      });
    }
  }
  for (const match of text.matchAll(BELGIAN)) {
    const before = fold(text.slice(Math.max(0, match.index - 48), match.index));
    if (!REGISTER_LABEL.test(before) || VAT_LABEL.test(before)) continue;
    const number = `${match[1]}${match[2]}${match[3]}`;
    if (!isValidVat(`BE${number}`)) continue;
    const end = match.index + match[0].length;
    found.push({
      value: { number, country: 'BE' },
      start: match.index,
      end,
      method: 'checksum',
      confidence: 0.93,
    });
  }
  return found;
}

/** A bare register number given under a register label or column, by the shape of its country. */
export function readRegisterNumber(value: string): RegisterNumber | undefined {
  const labelled = findRegisterNumbers(`${value}`)[0] ?? findRegisterNumbers(`RCS ${value}`)[0];
  if (labelled !== undefined) return labelled.value;
  const raw = compact(value);
  if (/^[ABCDEFGJK]\d{3,7}$/.test(raw)) return { number: raw, country: 'LU' };
  if (/^[01]\d{9}$/.test(raw) && isValidVat(`BE${raw}`)) return { number: raw, country: 'BE' };
  if (/^\d{9}$/.test(raw) && stdnum.FR?.siren?.validate(raw).isValid) return { number: raw, country: 'FR' };
  if (/^\d{14}$/.test(raw) && stdnum.FR?.siret?.validate(raw).isValid) return { number: raw, country: 'FR' };
  if (/^\d{8}$/.test(raw)) return { number: raw, country: 'NL' };
  return undefined;
}
