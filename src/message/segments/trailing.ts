/** Where a signature begins that no closing announces: name and contact data of the author at the end of a text. */

import { organisationalDomain } from '../address.ts';
import type { BodyLine } from '../parsed-mail.ts';
import { isClosing, isDeviceLine, isPostscript, isSoftClosing } from './closings.ts';
import { isDisclaimerStart } from './disclaimers.ts';
import type { Author } from './openings.ts';

const SCAN_LINES = 22;
const SHORT_LINE = 80;

/** Labels of facts about a customer: they end a signature that stands before them. */
export const CUSTOMER_LABEL =
  /^\W{0,4}(?:(?:(?:nouveau|nouvelle|neuer|neue|new|nieuwe|neien|end|final|notre|unser|our|onze|eise)[\s-]?)?(?:client|customer|kunde|kundin|endkunde|kundenname|klant|eindklant|prospect|interessent|interesséierten|lead)(?:e|s|en)?\b[^:\t]{0,30}|(?:nom|name) (?:du client|de la société|des kunden|of the customer)|(?:raison sociale|société|firma|firmenname|company(?: name)?|bedrijf(?:snaam)?|opportunité|opportunity|projet|projekt|project|besoins?|bedarf|behoefte|services|leistungen|diensten|produits|produkte|producten|valeur|wert|waarde|volume|signature prévue|demande|anfrage|aanvraag))\s?[:\t]/iu;
/** What a line of contact data holds: a labelled number, an international number, an address, a company number. */
export const CONTACT_LINE =
  /(?:^|[\s|·•(])(?:t|tel|tél|téléphone|telefon|telefoon|phone|mobile?|gsm|handy|fax|f|m|mob|portable|mail|e-?mail|web|site|www|tva|ust|ust-?id(?:nr)?|btw|vat|rcs|rcsl|hrb|siren|siret|kvk|kbo|bce|iban|bic|matricule|geschäftsführer|amtsgericht)\b\.?\s{0,3}[:.\d+(]|\+\d{2}[\d\s()./-]{6,20}|@[\w-]{2,}\.|https?:\/\/|www\.|\b[LFDB]-\d{4,5}\b|\bHR[AB] \d|\b(?:TVA|VAT|BTW|USt-IdNr\.?|USt-ID|RCS|SIREN|SIRET|KvK)\s{1,2}[A-Z]{0,8}\s?[A-Z]{0,2}\d/iu;
const COUNT_OR_PRICE =
  /(?<![\p{L}\p{N}])\d{1,4}\s{0,2}(?:postes?|utilisateurs?|users?|seats?|extensions?|nebenstellen|arbeitsplätze|plätze|benutzer|gebruikers|werkplekken|toestellen|lignes?|canaux|kanäle|channels|kanalen|posten|leit|collaborateurs|mitarbeiter|medewerkers|employees|licen[cs]es?)(?![\p{L}])|\d\s?(?:€|EUR(?![\p{L}]))/iu;

/** A number of seats or a price: a fact about a deal, which no signature holds except as its share capital. */
export function isDealFact(text: string): boolean {
  return COUNT_OR_PRICE.test(text) && !/capital|kapita/i.test(text);
}

const FREEMAIL =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|gmx|web|icloud|me|proton|protonmail|orange|wanadoo|free|sfr|pt|skynet|telenet|t-online|aol)\./;

/**
 * The index of the first line of the signature, -1 if there is none.
 * `whole`: the lines are all that the author wrote, so its first line is no signature.
 */
export function trailingSignature(lines: BodyLine[], author: Author, whole: boolean): number {
  const marks = marksOf(author);
  if (marks.names.length === 0 && marks.company === '') return -1;
  const filled = lines.flatMap((line, index) => (line.text.trim() === '' || line.signature ? [] : [index]));
  let start = -1;
  for (const index of filled.slice(-SCAN_LINES).toReversed()) {
    const text = lines[index]!.text.trim();
    if (isDisclaimerStart(text) || isDeviceLine(text) || /^--?$/.test(text)) continue;
    if (!isSignatureLike(text, marks)) break;
    if ((!whole || index !== filled[0]) && isEvidence(text, marks)) start = index;
  }
  return start < 0 ? -1 : withClosing(lines, filled, start);
}

/**
 * Do the lines below a closing belong to somebody else, whose letter the author pasted into the own text? They name
 * neither the author nor the author's house, and another closing follows, or they name another house's domain.
 */
export function isPastedClosing(lines: BodyLine[], index: number, author: Author): boolean {
  const marks = marksOf(author);
  if (marks.names.length === 0) return false;
  const below = lines.slice(index + 1, index + 30).flatMap((line) => line.text.trim() || []);
  const next = below.findIndex((text) => isClosing(text));
  const block = next < 0 ? below : below.slice(0, next);
  if (block.some((text) => isEvidence(text, marks))) return false;
  return next > 1 || block.some((text) => namesOtherHouse(text, marks));
}

function namesOtherHouse(text: string, marks: Marks): boolean {
  const host = /(?:@|www\.)([\w-]{1,60}(?:\.[\w-]{1,60}){1,4})/.exec(text.slice(0, 300))?.[1]?.toLowerCase();
  return host !== undefined && marks.domain !== '' && organisationalDomain(host) !== marks.domain;
}

interface Marks {
  names: string[];
  /** The first label of the author's domain without hyphens; empty for free mail. */
  company: string;
  domain: string;
}

function marksOf(author: Author): Marks {
  const at = author.address?.lastIndexOf('@') ?? -1;
  const local = author.address?.slice(0, at) ?? '';
  const host = author.address?.slice(at + 1) ?? '';
  const domain = host === '' ? '' : organisationalDomain(host);
  const names = `${author.name ?? ''} ${local.replace(/[._-]/g, ' ')}`
    .split(/[\s,()"']+/)
    .map(fold)
    .filter((word) => word.length >= 2 && !ROLE_WORD.test(word));
  const own = domain !== '' && !FREEMAIL.test(domain);
  return { names, company: own ? fold(domain.split('.')[0]!) : '', domain: own ? domain : '' };
}

const ROLE_WORD =
  /^(?:gmbh|sarl|srl|sas|info|sales|office|contact|team|mail|deal|partner|partners|vente|ventes|vertrieb|commercial|dr|ing|the|von|van|de|der|le|la)$/;

/** The author's name, or the author's company with something that belongs to a letterhead. */
function isEvidence(text: string, marks: Marks): boolean {
  if (isNameLine(text, marks.names)) return true;
  const ownAddress = marks.domain !== '' && text.toLowerCase().includes(`@${marks.domain}`);
  if (ownAddress && !isProse(text)) return !/[\t:]/.test(text.slice(0, 20));
  const folded = fold(text);
  if (marks.company.length < 3 || !folded.includes(marks.company)) return false;
  const letterhead = CONTACT_LINE.test(text) || /\s[|·•–]\s/.test(text);
  return letterhead || (folded.startsWith(marks.company) && text.length <= 60 && !/[\t:?!]/.test(text));
}

/** The name alone, with initials or a title, or before a separator: `Anna Weis | Sales | Example S.A.` */
function isNameLine(text: string, names: string[]): boolean {
  const head = text
    .split(/\s[|·•–-]\s|,|\t/)[0]!
    .replace(/^[\s/—–*-]+|^(?:p\.? ?p\.?|i\. ?a\.|i\. ?v\.)\s/gi, '');
  const words = head.split(/[\s.]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 4 || /[?:]$/.test(text)) return false;
  const known = words.filter((word) => names.includes(fold(word))).length;
  const initials = words.filter(
    (word) => word.length <= 2 && names.some((name) => name.startsWith(fold(word))),
  ).length;
  return known > 0 && (known + initials >= words.length || (known >= 2 && words.length - known <= 1));
}

function isSignatureLike(text: string, marks: Marks): boolean {
  if (isPostscript(text) || CUSTOMER_LABEL.test(text) || isDealFact(text)) return false;
  if (text.length <= SHORT_LINE && !/\?$|:$/.test(text) && !isProse(text)) return true;
  if (/\s[|·•]\s/.test(text) || isDeviceLine(text)) return true;
  const ours = marks.company.length >= 3 && fold(text).includes(marks.company);
  return (
    (CONTACT_LINE.test(text) && (!isProse(text) || ours)) ||
    (ours && text.length <= 160 && / [–-] /.test(text))
  );
}

/** Most words begin small: a sentence, no name, address or job title. */
export function isProse(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= 6 && small >= words.length * 0.5 && !/\s[|·•]\s/.test(text);
}

/** A closing in the line before belongs to the signature. */
function withClosing(lines: BodyLine[], filled: number[], start: number): number {
  const before = filled[filled.indexOf(start) - 1];
  if (before === undefined) return start;
  const text = lines[before]!.text.trim();
  return filled[0] !== before && (isClosing(text) || isSoftClosing(text)) ? before : start;
}

function fold(word: string): string {
  return word
    .slice(0, 400)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
