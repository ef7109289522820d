/** The end of a text: signature, device line and disclaimer told from what the author still says. */

import { organisationalDomain } from '../address.ts';
import type { BodyLine } from '../parsed-mail.ts';
import { isClosing, isDeviceLine, isDisclaimerStart, isPostscript } from './closings.ts';
import type { Author } from './openings.ts';

export type Role = 'text' | 'signature' | 'disclaimer';

export interface Block {
  role: Role;
  /** How a signature began: its author closed the letter by hand, or a program or delimiter set it apart. */
  begin?: 'closing' | 'set_apart';
  lines: BodyLine[];
}

const DELIMITER = /^(?:-- ?|—|__|--\u00a0)$/;
const DELIMITED_LINES = 25;
const NAME_LINES = 14;
/** Labels of facts about a customer: they end a signature that stands before them. */
const CUSTOMER_LABEL =
  /^\W{0,4}(?:(?:nouveau|nouvelle|neuer|neue|new|nieuwe|neien|end|final|notre|unser|our|onze|eise)\s?)?(?:client(?:e|s)?(?: final)?|customer|end customer|end-customer|kunde|endkunde|kundin|kundenname|klant|eindklant|client final|prospect|interessent|société|nom du client|nom de la société|raison sociale|firma|firmenname|bedrijf|company name|company|clientèle|account|opportunité|opportunity|projet|projekt|project|besoin|bedarf|behoefte|services?|produits?|produkte?|producten|volume|valeur|wert|waarde|signature prévue|besoins|lead|interesséierten|demande|anfrage|aanvraag)\b[^:\t]{0,30}[:\t]/iu;
const CONTACT_LINE =
  /(?:^|[\s|·•(])(?:t|tel|tél|tel\.|téléphone|telefon|telefoon|phone|mobile?|gsm|handy|fax|f|m|mob|portable|mail|e-?mail|web|site|www|tva|ust|ust-?id(?:nr)?|btw|vat|rcs|rcsl|hrb|siren|siret|kvk|kbo|bce|iban|bic|n° tva|matricule|geschäftsführer|amtsgericht)\b\.?\s{0,3}[:.\d+(]|\+\d{2}[\d\s()./-]{6,}|@[\w-]{2,}\.|https?:\/\/|www\.|\b[LFDB]-\d{4,5}\b|\bHR[AB] \d/iu;

/** Cuts the lines of one author into text, signature and disclaimer, in order. */
export function splitSignature(lines: BodyLine[], author: Author): Block[] {
  const blocks: Block[] = [];
  let role: Role = 'text';
  const start = trailingName(lines, author);
  for (const [index, line] of lines.entries()) {
    const next: { role: Role; begin?: Block['begin'] } =
      index === start && role === 'text'
        ? { role: 'signature', begin: 'closing' }
        : roleAt(lines, index, role);
    const last = blocks.at(-1);
    const sameBegin = next.begin === undefined || next.begin === last?.begin;
    if (last && last.role === next.role && sameBegin) last.lines.push(line);
    else blocks.push({ ...next, lines: [line] });
    role = next.role;
  }
  return blocks;
}

function roleAt(lines: BodyLine[], index: number, role: Role): { role: Role; begin?: Block['begin'] } {
  const line = lines[index]!;
  const text = line.text.trim();
  if (text === '') return { role };
  if (line.signature)
    return {
      role: role === 'disclaimer' || isDisclaimerStart(text) ? 'disclaimer' : 'signature',
      begin: 'set_apart',
    };
  if (isPostscript(text)) return { role: 'text' };
  if (isDisclaimerStart(text) && isNearEnd(lines, index)) return { role: 'disclaimer' };
  if (role !== 'disclaimer' && setApart(lines, index)) return { role: 'signature', begin: 'set_apart' };
  if (role !== 'text') return { role: resumes(lines, index, role) ? 'text' : role };
  if (isClosing(text) && !isGreetingThanks(lines, index)) return { role: 'signature', begin: 'closing' };
  return { role };
}

/** A device line or a delimiter. */
function setApart(lines: BodyLine[], index: number): boolean {
  const text = lines[index]!.text;
  if (isDeviceLine(text)) return isNearEnd(lines, index);
  return DELIMITER.test(text.replace(/^\s+/, '')) && lines.length - index <= DELIMITED_LINES;
}

/** A disclaimer in the upper half of a long text is what the mail is about. */
function isNearEnd(lines: BodyLine[], index: number): boolean {
  return index > 0 && lines.length - index <= 40;
}

/** `Merci` and `Danke` close a letter only where nothing but a signature follows. */
function isGreetingThanks(lines: BodyLine[], index: number): boolean {
  const text = lines[index]!.text;
  if (
    !/^\W{0,2}(?:merci|vielen dank|danke|thanks?|thank you|thx|bedankt|dank|villmools merci|besten dank|many thanks|alvast)/i.test(
      text,
    )
  )
    return false;
  const after = lines
    .slice(index + 1, index + 30)
    .filter((line) => line.text.trim() !== '' && !line.signature);
  const next = after[0];
  if (next === undefined) return false;
  return after
    .slice(0, 4)
    .some((line) => isProse(line.text) || CUSTOMER_LABEL.test(line.text.trim()) || isClosing(line.text));
}

/** Does the author speak again after the signature began? Only on strong signs: signatures hold slogans and addresses. */
function resumes(lines: BodyLine[], index: number, role: Role): boolean {
  const text = lines[index]!.text.trim();
  if (CUSTOMER_LABEL.test(text) && !CONTACT_LINE.test(text.slice(0, 12))) return true;
  const afterBlank = index > 0 && lines[index - 1]!.text.trim() === '';
  return role === 'signature' && afterBlank && isAddressed(text);
}

/** A sentence that speaks to its reader. */
function isAddressed(text: string): boolean {
  if (!isProse(text) || isDisclaimerStart(text)) return false;
  return /(?<![\p{L}])(?:je|j['’]ai|nous avons|ich|wir haben|i(?:['’](?:m|ve|ll))?|we(?:['’](?:ve|ll|re))|ik|wij hebben|we hebben|ech|mir hunn|pourriez-vous|könnten sie|could you|kunt u|kënnt dir|ci-dessous|siehe unten|see below|zie hieronder|hei drënner|le client|la cliente|der kunde|the customer|de klant|de client)(?![\p{L}])/iu.test(
    text,
  );
}

function isProse(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= 6 && small >= words.length * 0.5 && !/\s[|·•]\s/.test(text);
}

/**
 * Where a signature begins that no closing announces: a line near the end that is the author's name, with nothing but
 * short lines and contact data after it. -1 if there is none.
 */
function trailingName(lines: BodyLine[], author: Author): number {
  const names = nameWords(author);
  if (names.length === 0) return -1;
  const filled = lines.flatMap((line, index) => (line.text.trim() === '' || line.signature ? [] : [index]));
  let start = -1;
  for (const index of filled.slice(-NAME_LINES).toReversed()) {
    const text = lines[index]!.text.trim();
    if (filled[0] !== index && isNameLine(text, names)) start = index;
    if (!isSignatureLike(text, author)) break;
  }
  return start;
}

/** The name alone, with initials or punctuation, or before a separator: `Anna Weis | Sales | Example S.A.` */
function isNameLine(text: string, names: string[]): boolean {
  const head = text.split(/\s[|·•–-]\s|,|\t/)[0]!.replace(/^[\s/—–*-]+/, '');
  const words = head.split(/[\s.]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 4 || /[?!:]$/.test(text)) return false;
  const known = words.filter(
    (word) =>
      names.includes(fold(word)) ||
      (word.length <= 2 && names.some((name) => name.startsWith(fold(word)[0] ?? '?'))),
  );
  return (
    known.some((word) => names.includes(fold(word)) || words.length === 1) && known.length >= words.length - 1
  );
}

function isSignatureLike(text: string, author: Author): boolean {
  if (isPostscript(text) || CUSTOMER_LABEL.test(text)) return false;
  if (text.length <= 45 && !/[?!]$|[.:]$/.test(text) && !isProse(text)) return true;
  const domain =
    author.address && organisationalDomain(author.address.slice(author.address.lastIndexOf('@') + 1));
  return (
    CONTACT_LINE.test(text) ||
    /\s[|·•]\s/.test(text) ||
    isDeviceLine(text) ||
    (domain !== undefined && text.includes(domain))
  );
}

function nameWords(author: Author): string[] {
  const local = author.address?.slice(0, author.address.lastIndexOf('@')) ?? '';
  return `${author.name ?? ''} ${local.replace(/[._-]/g, ' ')}`
    .split(/[\s,()"']+/)
    .map(fold)
    .filter(
      (word) =>
        word.length >= 2 &&
        !/^(?:gmbh|sarl|info|sales|office|contact|team|mail|deal|partner|dr|ing|the|von|van|de)$/.test(word),
    );
}

function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
