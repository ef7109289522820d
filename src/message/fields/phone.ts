/** Telephone numbers in running text: with a prefix, a label or clear spacing; never from bare digits. */

import type { CountryCode } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Found } from '../evidence.ts';
import { fold } from '../lexicon/fold.ts';

export interface PhoneNumber {
  /** E.164. */
  number: string;
  country?: string;
  /** What the label said: a fax is no contact. */
  kind: 'phone' | 'mobile' | 'fax';
}

const CANDIDATE =
  /(?<![\p{L}\p{N}@.,/_-])(?:\+|00(?=[1-9])|\(\+?)?\d(?:[\d]|[ \u00a0./()\u2013-](?=[\d( /\u00a0.-])){4,24}\d(?![\p{L}\d@_]|[.,]\d)/gu;
const LABEL =
  /(?:\b(?:tel|telefon|telefoon|telephone|telefonnummer|telefoonnummer|phone|fon|ph|call(?: ?back)?(?: number)?|rufnummer|durchwahl|dw|direct(?:e line)?|direkt|ligne directe|lijn|nummer|num|numero|gsm|handy|mobil|mobile?|mobiel|portable|cell|t|m|p|standard|zentrale|switchboard|ruft|appeler?|joignable|reach(?:ed)?|bereik(?:baar|en)|erreichbar|unter|um|ou|op|au|on|at|oder|bel(?:len)?|whatsapp)\b\.?[^\p{L}\d\n]{0,6}(?:\([^()\n]{0,16}\)[^\p{L}\d\n]{0,3})?)$/u;
const FAX = /\b(?:fax|telefax|f)\b[^\p{L}\d\n]{0,6}$/u;
const MOBILE = /\b(?:gsm|handy|mobile?|mobil|mobiel|portable|cell)\b[^\p{L}\d\n]{0,6}$/u;
/** Digits after these words are something else. */
const OTHER =
  /(?:\b(?:n°|nr|no|ref|reference|ticket|dossier|rcs|hrb|hra|siren|siret|kvk|kbo|bce|tva|btw|vat|ust|iban|konto|compte|plz|deal|id|offerte?|angebot|auftrag|facture|rechnung|autorisation|block|bloc|reeks|plage|tranche|range|rufnummernblock|nummernblock|numeros|sda|ddi|did|numbers|nummern|nummers|ip)\b[^\p{L}\d\n]{0,6}(?:d'etablissement[^\d\n]{0,4})?)$/u;
const DATE_LIKE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}[./-]\d{1,2}[./-]\d{1,2}$|^\d{4} ?- ?\d{4}$/;
/** A block of numbers, not a person's: `26 27 41 00 to 19`. */
const RANGE_AFTER = /^\s?(?:-|–|a|à|bis|to|tot|t\/m|until|jusqu)\s?\d/iu;

function kindOf(before: string): PhoneNumber['kind'] {
  if (FAX.test(before)) return 'fax';
  return MOBILE.test(before) ? 'mobile' : 'phone';
}

function parse(raw: string, country: string | undefined): { number: string; country?: string } | undefined {
  const trunk = raw.replace(/\(0\)/, '').replace(/^\((\+[^)]*)\)/, '$1 ');
  const international = /^\s*(?:\+|00)/.test(trunk);
  if (!international && country === undefined) return parseAnywhere(trunk);
  const parsed = parsePhoneNumberFromString(trunk.replace(/^00/, '+'), country as CountryCode | undefined);
  if (parsed === undefined || !parsed.isPossible()) return undefined;
  if (!parsed.isValid() && !international && country !== 'LU') return undefined;
  if (!international && parsed.country !== undefined && parsed.country !== country) return undefined;
  return { number: parsed.number, country: parsed.country ?? undefined };
}

const NATIONAL = ['FR', 'BE', 'DE', 'NL'];

/** A national number of an unknown country: believed where it is valid in one country only. */
function parseAnywhere(raw: string): { number: string; country?: string } | undefined {
  if (!/^\(?0[1-9]/.test(raw)) return undefined;
  const grouped = /[ ./-]/.test(raw);
  const isFrench = !grouped || /^0\d(?:[ .-]\d{2}){4}$/.test(raw);
  const valid = NATIONAL.filter((country) => country !== 'FR' || isFrench).flatMap((country) => {
    const parsed = parsePhoneNumberFromString(raw, country as CountryCode);
    return parsed?.isValid() && parsed.country === country
      ? [{ number: parsed.number as string, country }]
      : [];
  });
  return valid.length === 1 ? valid[0] : undefined;
}

/** Whether the digits alone look like a telephone number of the country: groups, a trunk zero. */
function isSpaced(raw: string, country: string | undefined): boolean {
  const digits = raw.replace(/\D/g, '');
  if (/^(?:\+|00)/.test(raw.trim().replace(/^\(/, ''))) return digits.length >= 8;
  if (country === 'LU') return /^\d{2,3}(?: \d{2,3}){2,4}(?:[ -]\d{1,4})?$/.test(raw) && digits.length >= 6;
  if (!digits.startsWith('0')) return false;
  if (/[ /.-]/.test(raw)) return digits.length >= 8;
  return (
    (country === 'FR' && digits.length === 10) ||
    (country === 'BE' && /^04\d{8}$/.test(digits)) ||
    (country === 'NL' && /^06\d{8}$/.test(digits)) ||
    (country === 'DE' && /^01[5-7]\d{8,9}$/.test(digits))
  );
}

/**
 * Every telephone number. `country` (ISO code) reads numbers without prefix; without it those are left alone.
 * Luxembourg numbers have no fixed length: they need a label, a prefix or groups of two or three.
 */
export function findPhones(text: string, country?: string): Found<PhoneNumber>[] {
  const found: Found<PhoneNumber>[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const opened = /^\([^)]*$/.test(match[0]) ? 1 : 0;
    const raw = match[0].slice(opened).replace(/\u00a0/g, ' ');
    const start = match.index + opened;
    const end = start + raw.length;
    const before = fold(text.slice(Math.max(0, start - 48), start));
    const after = text.slice(end, end + 12);
    if (DATE_LIKE.test(raw) || OTHER.test(before) || RANGE_AFTER.test(after)) continue;
    if (/^\s?(?:€|eur|euro|%|utilis|postes|user)/i.test(after)) continue;
    const digits = raw.replace(/\D/g, '').length;
    if (digits < 5 || digits > 15) continue;
    const labelled = LABEL.test(before) || FAX.test(before);
    if (!labelled && !isSpaced(raw, country)) continue;
    const parsed = parse(raw, country);
    if (parsed === undefined) continue;
    const kind = kindOf(before);
    const confidence = labelled || /^[(+]|^00/.test(raw) ? 0.92 : 0.75;
    found.push({
      value: { ...parsed, kind },
      start,
      end,
      method: labelled ? 'label' : 'pattern',
      confidence,
    });
  }
  return found;
}

/** The one number that a phone field or column holds, or undefined. */
export function readPhone(value: string, country?: string): PhoneNumber | undefined {
  const phones = findPhones(`Tel. ${value.trim()}`, country);
  return phones.find((phone) => phone.value.kind !== 'fax')?.value;
}
