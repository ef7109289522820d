/** Streets: before a postal code by their place, elsewhere by their words. */

import type { Found } from '../evidence.ts';
import { fold } from '../lexicon/fold.ts';
import { oneOf } from './keys.ts';
import { STREET_ENDS, STREET_TYPES } from './lexicon/places.ts';

const NUMBER = String.raw`\d{1,4}(?:[ ]?(?:bis|ter|[a-z])(?![\p{L}]|[ ][\p{L}]))?(?:[ ]?[-–/][ ]?\d{1,4}[a-z]?(?![\p{L}]))?`;
const NAME = String.raw`(?:[ ][\p{L}\p{M}\d'’./-]{1,24}){1,7}?`;
/** `12, rue du Brill`, `rue des Écoles 14`, `boulevard de Waterloo 214`, `Z.I. Um Monkeler`. */
const FRENCH = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(${NUMBER}),?[ ])?(?:${oneOf(STREET_TYPES.filter((type) => !/^(?:op |um|am|an |beim)/.test(type)))})(?:${NAME}(?:,?[ ]${NUMBER})(?![\p{L}\d])|${NAME}(?=[ ]?(?:$|[,;\n()|–]|[ ][-àa][ ]|[ ]in[ ]|\.\s|\.$)))`,
  'gu',
);
/** `Moselweinstraße 71`, `Trierer Straße 5`, `Vaartkom 41`, `Alte Poststr. 4 a`. */
const GERMANIC = new RegExp(
  String.raw`(?:${oneOf(STREET_ENDS)})[ ](?:${NUMBER})(?:[ ]?(?:bus|bte|boite)[ ]?[\da-z]{1,4})?(?![\p{L}\d])`,
  'gu',
);
/** A street's name has at most so many letters before its last part. */
const LONGEST_NAME = 70;
/** `Im Kylltal 2`, `Am Markt 5`, `Auf der Höhe 3`, `3, an der Gaass`. */
const PLACED = new RegExp(
  String.raw`(?<=(?:^|[\n\t,(:|]) ?)(?:(?:im|am|an der|auf der|auf dem|in der|zum|zur|unter den|hinter der|beim|op der|op dem|um|op de|aan de|bij de|in den|aan het)[ ](?:[\p{L}.'’-]{2,24}[ ]){0,2}?[\p{L}.'’-]{2,24}[ ]${NUMBER}|${NUMBER},?[ ](?:an der|op der|op dem|um|am|beim|an de|op de|zum|zur|im)[ ][\p{L}.'’-]{2,24}(?:[ ][\p{L}.'’-]{2,24})?)(?![\p{L}\d])`,
  'gu',
);

const STREET_WORD = new RegExp(
  String.raw`(?<![\p{L}])(?:${oneOf(STREET_TYPES)})(?![\p{L}])|(?:${oneOf(STREET_ENDS.filter((end) => end.length > 3))})(?![\p{L}])`,
  'u',
);

/** `Pharmacie du Parc SRL` is no street. */
const COMPANY =
  /(?<![\p{L}])(?:S\.?A\.?R\.?L|S\.? ?à ?r\.? ?l|SRL|SPRL|SAS|S\.?A|ASBL|GmbH|B\.?V|N\.?V)\.?(?![\p{L}])/u;

/** A number or an estate, and capitals where the type is an everyday word (`côté`, `cours`, `place`). */
function isFrenchStreet(written: string): boolean {
  if (COMPANY.test(written)) return false;
  if (!/\d|\b(?:z\.?i|z\.?a|zone|parc)\b/i.test(written)) return false;
  return SURE_TYPE.test(fold(written)) || /\p{Lu}/u.test(written.slice(1));
}

const SURE_TYPE =
  /\b(?:rue|avenue|av\.|boulevard|bd|chaussee|route|rte|chemin|impasse|quai|allee|z\.?i\.?|z\.?a\.?c?\.?|grand-rue)(?![\p{L}])/u;

/** Where the capitalised words begin that end in a street's last part: `in der Granastraße 9` begins at `Granastraße`. */
function germanicStart(text: string, end: number): number | undefined {
  const before = text.slice(Math.max(0, end - LONGEST_NAME), end + 1);
  const words = [...before.matchAll(/[^\s,;:()|]+/gu)];
  let first = words.length - 1;
  if (!/^\p{Lu}/u.test(words[first]?.[0] ?? '')) return undefined;
  const isNext = (index: number) => {
    const [word, next] = [words[index], words[index + 1]];
    return (
      word !== undefined &&
      next !== undefined &&
      /^\p{Lu}/u.test(word[0]) &&
      word.index + word[0].length + 1 === next.index &&
      before[next.index - 1] === ' '
    );
  };
  while (words.length - first < 4 && isNext(first - 1)) first--;
  const begin = words[first];
  return begin && /^\p{Lu}/u.test(begin[0]) ? Math.max(0, end - LONGEST_NAME) + begin.index : undefined;
}

/** Streets with their number, by their words; the start of a Germanic name is where its capitals begin. */
export function findStreets(text: string): Found<string>[] {
  const folded = fold(text);
  const found: Found<string>[] = [];
  const put = (start: number, end: number, confidence: number) => {
    if (found.some((other) => start < other.end && end > other.start)) return;
    const value = text.slice(start, end).replace(/\s+/g, ' ').trim();
    found.push({ value, start, end, method: 'street', confidence });
  };
  for (const match of folded.matchAll(FRENCH))
    if (isFrenchStreet(text.slice(match.index, match.index + match[0].length)))
      put(match.index, match.index + match[0].length, 0.8);
  for (const match of folded.matchAll(GERMANIC)) {
    const begin = germanicStart(text, match.index);
    if (begin !== undefined) put(begin, match.index + match[0].length, 0.75);
  }
  for (const match of folded.matchAll(PLACED))
    if (/\p{Lu}/u.test(text.slice(match.index, match.index + match[0].length)))
      put(match.index, match.index + match[0].length, 0.65);
  return found.sort((a, b) => a.start - b.start);
}

/** A number that stands before the comma of `12, rue X` belongs to the street. */
const LEADING_NUMBER = new RegExp(String.raw`(?:^|[^\p{L}\d])(${NUMBER})$`, 'iu');

/** The street that ends where a postal code (or its town) begins: on the same line, or the line above. */
export function readStreetBefore(text: string, codeStart: number): Found<string> | undefined {
  const before = text.slice(Math.max(0, codeStart - 140), codeStart);
  const shift = codeStart - before.length;
  const trimmed = before
    .replace(/[\s,;|–·•(-]+(?:L|B|D|F|NL)?[-\s]*$/u, '')
    .replace(/[\s,]+(?:à|in|te|zu|at)$/u, '');
  const lineStart = Math.max(trimmed.lastIndexOf('\n'), trimmed.lastIndexOf('\t')) + 1;
  const line = trimmed.slice(lineStart);
  const cut = line.search(/[|;•·()\u2022:](?![\s\S]*[|;•·():])/u) + 1;
  const dash = Math.max(line.lastIndexOf(' - '), line.lastIndexOf(' – ')) + 1;
  const from = Math.max(cut, dash > 0 ? dash + 2 : 0);
  const piece = line.slice(from);
  const comma = piece.lastIndexOf(',');
  let start = comma + 1;
  if (comma >= 0) {
    const numbered = LEADING_NUMBER.exec(piece.slice(0, comma));
    if (numbered && !/\d/.test(piece.slice(comma))) start = comma - (numbered[1] as string).length;
  }
  const raw = piece.slice(start);
  const lead = raw.length - raw.trimStart().length;
  const offset = shift + lineStart + from + start + lead;
  return asStreet(raw.trim(), offset);
}

function asStreet(piece: string, offset: number): Found<string> | undefined {
  const folded = fold(piece);
  if (piece.length < 4 || piece.length > 90) return undefined;
  const hasNumber = /\d/.test(piece) && /\p{L}{2}/u.test(piece);
  const words = piece.split(/\s+/).length;
  if (
    words <= 6 &&
    (hasNumber || STREET_WORD.test(folded)) &&
    /^[\p{Lu}\d]|^(?:rue|avenue|boulevard|place|chemin|route|allée|impasse|quai|chaussée|square|cours|zone|parc|an der|op der|op dem|um|am|im|beim)\b/u.test(
      piece,
    ) &&
    !/@|\d{5,}/.test(piece) &&
    !/^(?:Tel|Tél|Fax|GSM|TVA|BTW|VAT)/i.test(piece)
  ) {
    return { value: piece, start: offset, end: offset + piece.length, method: 'street', confidence: 0.9 };
  }
  const last = findStreets(piece).at(-1);
  if (!last || last.end < piece.length - 2) return undefined;
  return { ...last, start: last.start + offset, end: last.end + offset, confidence: 0.85 };
}
