/** Where another mail begins inside a body: marker lines, header blocks, attributions. */

import { normalizeAddress, parseAddresses } from '../address.ts';
import type { BodyLine } from '../parsed-mail.ts';
import { attributedTo, isAttribution } from './attributions.ts';
import { type HeaderLine, headerLine, inlineHeaders } from './header-words.ts';
import { inlineMarker, isKnownMarker, type MarkerKind, markerOf } from './markers.ts';

export interface Author {
  name?: string;
  address?: string;
}

export interface Opening {
  /** First line of the marker, header block or attribution. */
  start: number;
  /** First line of the text that follows it. */
  end: number;
  /** Quote depth of its header lines. */
  depth: number;
  form: 'headers' | 'attribution';
  marker?: MarkerKind;
  author: Author;
  /** Recipients and subject, where a header block names them. */
  recipients: string[];
  subject?: string;
}

const BLOCK_LINES = 16;
const ATTRIBUTION_LINES = 4;

/** The opening that begins at line `index`, if one does. Looks at a bounded number of lines. */
export function openingAt(lines: BodyLine[], index: number): Opening | undefined {
  const line = lines[index]!;
  if (line.text.trim() === '' && !line.rule) return undefined;
  return (
    runOnOpening(lines, index) ??
    markedOpening(lines, index) ??
    headerBlock(lines, index) ??
    attribution(lines, index)
  );
}

/** `----- Forwarded Message ----- From: … To: … Subject: …` on one line. */
function runOnOpening(lines: BodyLine[], index: number): Opening | undefined {
  const marker = inlineMarker(lines[index]!.text);
  if (!marker) return undefined;
  const headers = inlineHeaders(marker.rest);
  if (!headers.some((header) => header.field === 'from')) return undefined;
  return {
    ...described(headers),
    start: index,
    end: index + 1,
    depth: lines[index]!.quote,
    form: 'headers',
    marker: marker.kind,
  };
}

/** A marker line and, after at most three lines, its headers or attribution. One in known words may stand alone. */
function markedOpening(lines: BodyLine[], index: number): Opening | undefined {
  const marker = lines[index]!.rule ? 'rule' : markerOf(lines[index]!.text);
  if (!marker) return undefined;
  const needed = marker === 'rule' ? 3 : 2;
  for (let next = index + 1; next <= index + 4 && next < lines.length; next += 1) {
    const text = lines[next]!.text.trim();
    if (text === '' && !lines[next]!.rule) continue;
    const block =
      headerBlock(lines, next, needed) ?? (marker === 'rule' ? undefined : attribution(lines, next));
    if (block) return { ...block, start: index, marker };
    if (markerOf(text) === undefined && !lines[next]!.rule) break;
  }
  const alone = isKnownMarker(lines[index]!.text);
  if (!alone || marker === 'rule') return undefined;
  return {
    start: index,
    end: index + 1,
    depth: lines[index]!.quote,
    form: 'headers',
    marker,
    author: {},
    recipients: [],
  };
}

/** Consecutive `label: value` lines with a From, a date or subject, and enough of them to be no form. */
function headerBlock(lines: BodyLine[], index: number, needed = 3): Opening | undefined {
  const first = headerLine(lines[index]!.text);
  if (!first || first.field === 'other') return undefined;
  const depth = lines[index]!.quote;
  const headers: HeaderLine[] = [];
  let end = index;
  for (let at = index; at < lines.length && at < index + BLOCK_LINES; at += 1) {
    const line = lines[at]!;
    if (line.quote !== depth) break;
    const header = headerLine(line.text);
    const known = header && !headers.some((other) => other.field === header.field && header.field !== 'cc');
    if (header && known) headers.push(header);
    else if (!continuesHeader(lines, at, headers)) break;
    if (header || line.text.trim() !== '') end = at + 1;
  }
  return isBlock(headers, needed)
    ? { ...described(headers), start: index, end, depth, form: 'headers' }
    : undefined;
}

/** A form may have a few of these labels too; a mail's author has an address, or its date and subject stand there. */
function isBlock(headers: HeaderLine[], needed: number): boolean {
  const fields = new Set(headers.map((header) => header.field));
  const from = headers.find((header) => header.field === 'from')?.value ?? '';
  const dated = fields.has('sent') && fields.has('subject');
  return fields.has('from') && fields.size >= needed && (dated || (from.includes('@') && fields.size > 1));
}

/** A folded value, or one blank line between two header lines (paragraphs of HTML). */
function continuesHeader(lines: BodyLine[], at: number, headers: HeaderLine[]): boolean {
  const text = lines[at]!.text;
  const next = lines[at + 1] && headerLine(lines[at + 1]!.text);
  if (text.trim() === '')
    return next !== undefined && lines[at - 1]!.text.trim() !== '' && headers.length < 5;
  const last = headers.at(-1);
  if (!last || text.length > 300 || /^[\p{L} /-]{2,30}:/u.test(text)) return false;
  const listGoesOn =
    (last.field === 'to' || last.field === 'cc') &&
    (/[,;]$/.test(lines[at - 1]!.text.trim()) || /^\s/.test(text));
  return (
    listGoesOn ||
    (next !== undefined && next.field !== 'other' && !headers.some((h) => h.field === next.field))
  );
}

function attribution(lines: BodyLine[], index: number): Opening | undefined {
  const depth = lines[index]!.quote;
  let joined = '';
  for (let at = index; at < lines.length && at < index + ATTRIBUTION_LINES; at += 1) {
    const line = lines[at]!;
    const text = line.text.replace(/[\ufeff\u00a0]/g, ' ').trim();
    if (text === '' || joined.length + text.length > 360) return undefined;
    const endsAddress =
      line.quote === depth + 1 && /<[^<>]*$/.test(joined) && /^[^<>]{0,40}[:：]$/.test(text);
    if (line.quote !== depth && !endsAddress) return undefined;
    const glue = endsAddress ? '>' : joined === '' || joined.endsWith('<') ? '' : ' ';
    joined = `${joined}${glue}${text}`;
    const plain = joined
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/^-{2,} | -{2,}$/g, '');
    const framed = plain !== joined && isAttribution(`${plain}:`);
    if (isAttribution(plain) || framed || isUnknownAttribution(lines, at, plain)) {
      // `25 users` above a complete attribution is an answer, not its beginning.
      const later = plain.slice(lines[index]!.text.trim().length).trim();
      if (at > index && isAttribution(later)) return undefined;
      const author = attributedTo(plain);
      return { start: index, end: at + 1, depth, form: 'attribution', author, recipients: [] };
    }
    // A sentence that ended is not the beginning of an attribution.
    if (/[.!?…]$/.test(text)) return undefined;
  }
  return undefined;
}

/** In any language: a line with a number and an address, right above quoted text. */
function isUnknownAttribution(lines: BodyLine[], at: number, text: string): boolean {
  if (text.length > 200 || !/\d/.test(text) || !/@[\w-].{0,100}[:：>]$/.test(text)) return false;
  const next = lines[at + 1]?.text.trim() === '' ? lines[at + 2] : lines[at + 1];
  return next !== undefined && (next.quote > lines[at]!.quote || next.text.startsWith('| '));
}

function described(headers: HeaderLine[]): { author: Author; recipients: string[]; subject?: string } {
  const value = (field: string) => headers.find((header) => header.field === field)?.value ?? '';
  const recipients = headers
    .filter((header) => header.field === 'to' || header.field === 'cc')
    .flatMap((header) => addressesOf(header.value));
  const subject = value('subject');
  return { author: authorOf(value('from')), recipients, ...(subject ? { subject } : {}) };
}

/** Name and address of a From line as programs write it: with `<mailto:…>`, in brackets, "on behalf of". */
function authorOf(value: string): Author {
  const plain = value
    .replace(/<mailto:[^<>\s]{0,254}>/gi, '')
    .replace(/\[mailto:([^\]\s]{0,254})\]/gi, '<$1>')
    .trim();
  const first = plain.split(/ (?:on behalf of|au nom de|im auftrag von|namens) /i)[0]!;
  const entry = parseAddresses(first.replace(/[[(]([^\s[\]()]{3,254}@[^\s[\]()]{3,254})[\])]/g, '<$1>'))[0];
  const address = entry?.address ?? addressesOf(first)[0];
  const name = (entry?.name ?? (address ? first.split(/[<[(]/)[0]! : first)).replace(/["*]/g, '').trim();
  return {
    ...(name && !name.includes('@') ? { name: name.slice(0, 120) } : {}),
    ...(address ? { address } : {}),
  };
}

function addressesOf(value: string): string[] {
  const found = value.slice(0, 5000).match(/[^\s<>()[\]"',;:]{1,64}@[^\s<>()[\]"',;:]{3,200}/g) ?? [];
  return found.flatMap((spec) => normalizeAddress(spec.replace(/[.>]+$/, ''))?.address ?? []);
}
