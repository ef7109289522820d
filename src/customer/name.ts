import { foldedWords, foldText, MAX_FIELD_LENGTH, oneSaint, soundOf } from './fold.ts';
import { type LegalForm, legalForm, splitLegalForm } from './legal-forms.ts';
import { countryWord, placeAt } from './places.ts';
import { trigrams } from './strings.ts';
import { publicRarity, type Rarity, tradeConcept, type WordKind, wordKind, wordWeight } from './words.ts';

/** One word of a name, or one place name of several words. */
export interface NameToken {
  text: string;
  kind: WordKind;
  /** Trade, country or place that the word names in any language. */
  concept?: string;
  weight: number;
  /** What it sounds like, for words long enough that this means something. */
  sound?: string;
}

/** A name taken apart. */
export interface ParsedName {
  /** Words without the legal form. */
  words: string[];
  /** The words run together without stop words: the key under which equal names are equal. */
  core: string;
  /** All words run together, as a website's name has them. */
  squeezed: string;
  forms: LegalForm[];
  tokens: NameToken[];
  /** The tokens that are no stop words, and what they weigh together. */
  telling: NameToken[];
  weight: number;
  /** Trigrams of the words. */
  grams: Uint16Array;
  /** Puts any two names in one order. */
  order: string;
}

/** How a name was found inside a description. */
export type NameOrigin = 'full' | 'stated' | 'alias';

export interface NameVariant extends ParsedName {
  origin: NameOrigin;
}

const MAX_TOKENS = 14;
const SOUNDING = 5;
const MAX_VARIANTS = 10;

/** `X SNC exploite la Brasserie Y`, `X dba Y`, `X, enseigne Y`, `X handelend onder de naam Y`: two names of one company. */
const TRADING_AS =
  /[\s,;:(–-](?:exploite|exploitant|dba|d\/b\/a|t\/a|trading as|doing business as|alias|a\.k\.a\.|aka|h\.o\.d\.n\.|hodn|handelend onder de naam|sous l['’]enseigne|enseigne commerciale|enseigne|nom commercial|dit|dite|genannt|firmierend als|betreiber(?:in)? (?:von|des|der)|anciennement|ex|vormals|formerly|voorheen|ehemals|frühere?)[\s:-]/iu;

/** Folds a name for trigram search: lower-case ASCII words without the legal form. */
export function foldedName(name: string): string {
  return parseName(name).words.join(' ');
}

/** Takes one name apart. */
export function parseName(name: string, rarity: Rarity = publicRarity): ParsedName {
  const { core: words, forms } = splitLegalForm(nameWords(name));
  const tokens = tokenize(words, rarity);
  const telling = tokens.filter((token) => token.kind !== 'stop');
  const core = (telling.length > 0 ? telling : tokens).map(coreText).join('').replaceAll(' ', '');
  let weight = 0;
  for (const token of telling) weight += token.weight;
  const order = `${words.join(' ')}|${forms.map(({ form }) => form).join(' ')}`;
  return {
    words,
    core,
    squeezed: words.join(''),
    forms,
    tokens,
    telling,
    weight,
    grams: trigrams(words),
    order,
  };
}

/** Every name that a description gives: the whole, the parts that it states to be names of their own, the aliases. */
export function nameVariants(
  name: string | undefined,
  aliases: readonly string[] = [],
  rarity: Rarity = publicRarity,
): NameVariant[] {
  const variants: NameVariant[] = [];
  const add = (text: string, origin: NameOrigin) => {
    const parsed = parseName(text, rarity);
    if (parsed.core === '' || variants.length >= MAX_VARIANTS) return;
    if (variants.some((known) => known.core === parsed.core)) return;
    variants.push({ ...parsed, origin });
  };
  if (name) {
    const text = name.slice(0, MAX_FIELD_LENGTH);
    add(text, 'full');
    for (const part of statedNames(text)) add(part, 'stated');
  }
  for (const alias of aliases.slice(0, MAX_VARIANTS)) add(alias, 'alias');
  return variants;
}

/** The names inside one string: before and in brackets, around `exploite`, `dba`, `alias`. */
function statedNames(name: string): string[] {
  const parts: string[] = [];
  const open = name.indexOf('(');
  const close = name.indexOf(')', open);
  if (open > 0 && close > open) {
    const bracketed = [`${name.slice(0, open)} ${name.slice(close + 1)}`, name.slice(open + 1, close)];
    parts.push(...bracketed.filter(speaksForItself));
  }
  const trading = TRADING_AS.exec(name);
  if (trading && trading.index > 0) {
    parts.push(name.slice(0, trading.index), name.slice(trading.index + trading[0].length));
  }
  return parts;
}

/** Brackets hold many things that are no name: a legal form, a town, a country, a department. */
function speaksForItself(part: string): boolean {
  const words = nameWords(part);
  if (words.length === 0 || legalForm(words)) return false;
  return tokenize(words, publicRarity).some((token) => token.kind === 'word' || token.kind === 'surname');
}

/** Folded words; single letters are glued, but a legal form at their end stays by itself: `Vitamin C S.A.`. */
function nameWords(name: string): string[] {
  const folded = oneSaint(foldText(name));
  const words = foldedWords(folded);
  const last = words.at(-1);
  if (!last || last.length > 6 || legalForm([last]) || countryWord(last)) return words;
  if (!folded.endsWith(` ${[...last].join(' ')}`)) return words;
  for (let start = 1; start <= last.length - 2; start++) {
    const tail = last.slice(start);
    if (legalForm([tail])) return [...words.slice(0, -1), last.slice(0, start), tail];
  }
  return words;
}

function coreText(token: NameToken): string {
  return token.kind === 'place' && token.concept ? token.concept : token.text;
}

function tokenize(words: readonly string[], rarity: Rarity): NameToken[] {
  const tokens: NameToken[] = [];
  for (let i = 0; i < words.length && tokens.length < MAX_TOKENS; ) {
    const place = placeAt(words, i);
    if (place) {
      const text = words.slice(i, i + place.length).join(' ');
      const concept = countryWord(place.place) ?? place.place;
      tokens.push({ text, kind: 'place', concept, weight: wordWeight(place.place, 'place', rarity) });
      i += place.length;
      continue;
    }
    const text = words[i]!;
    const kind = wordKind(text);
    const concept = kind === 'country' ? countryWord(text) : tradeConcept(text);
    const sound = text.length >= SOUNDING ? soundOf(text) : undefined;
    tokens.push({ text, kind, concept, weight: wordWeight(text, kind, rarity), sound });
    i++;
  }
  return tokens;
}
