import { acronymLikeness } from './acronym.ts';
import { type Alignment, align, weightOf } from './alignment.ts';
import { relateForms } from './legal-forms.ts';
import type { NameToken, ParsedName } from './name.ts';
import { jaccard } from './strings.ts';
import table from './tables/name-weights.json' with { type: 'json' };

/** What is seen when two names are laid side by side, each 0..1 except the two `rest`s. */
export interface NameFeatures {
  /** Weight of the shared words in all words. */
  shared: number;
  /** Weight of the shared words in the words of the shorter name. */
  contained: number;
  /** Weight of the most telling shared word. */
  best: number;
  trigram: number;
  acronym: number;
  /** Weight of the first word where both begin with it. */
  first: number;
  /** Weight of the words that only the longer, or the shorter, name has. */
  longRest: number;
  shortRest: number;
  bothRest: number;
  prefix: number;
  suffix: number;
  lengths: number;
  /** One of the names is a single word. */
  single: number;
  sameForm: number;
  /** No word that tells who the company is was found in both. */
  generic: number;
  /** Both begin with the same word of up to four letters. */
  shortHead: number;
  /** Only trade, place or company words are shared, and each has a name of its own: `Garage Muller`, `Garage Weber`. */
  rivals: number;
  /** No word is without a counterpart in the other name; two words at least. */
  translated: number;
  /** Each has a number, a town, or a trade that the other has not. */
  otherNumber: number;
  otherPlace: number;
  otherTrade: number;
}

type Feature = keyof NameFeatures;

/** Log-odds of "one company" by the names alone, and what made them. */
export interface NameLikeness {
  logOdds: number;
  features: NameFeatures;
}

const MAX_LOG_ODDS = 5;

/** Every word has its counterpart: `Commune de Bettembourg`, `Gemeng Beetebuerg`. */
const TRANSLATED = 1;
/*
 * The weights are a logistic regression over public pairs of names whose owners are known, their nearest neighbours,
 * random pairs, and made-up names of one trade and region, with slips and without. Only `otherNumber` is set by hand:
 * public names hardly ever differ by a number alone.
 */
const bias = table.bias;
const single = Object.entries(table.weights) as [Feature, number][];
const paired = table.pairs as [Feature, Feature, number][];

/** How like two names are. Symmetric: both orders give the same numbers. */
export function nameLikeness(a: ParsedName, b: ParsedName): NameLikeness {
  const [first, second] = a.order <= b.order ? [a, b] : [b, a];
  const features = nameFeatures(first, second);
  let logOdds = bias;
  for (const [feature, weight] of single) logOdds += weight * features[feature];
  for (const [left, right, weight] of paired) logOdds += weight * features[left] * features[right];
  if (features.translated) logOdds = Math.max(TRANSLATED, logOdds);
  return { logOdds: Math.max(-MAX_LOG_ODDS, Math.min(MAX_LOG_ODDS, logOdds)), features };
}

/** The features of two names, for the weights above and for those who fit them anew. */
export function nameFeatures(a: ParsedName, b: ParsedName): NameFeatures {
  const alignment = align(a.telling, b.telling);
  const [short, long] = a.core.length <= b.core.length ? [a.core, b.core] : [b.core, a.core];
  const reaches = short.length >= 4;
  const form = relateForms(a.forms, b.forms);
  const shared = sharedFeatures(alignment, a.weight, b.weight);
  const acronym = Math.max(acronymLikeness(a, b), acronymLikeness(b, a));
  return {
    ...shared,
    ...restFeatures(alignment),
    translated: flag(isTranslation(alignment)),
    ...headFeatures(headOf(a.telling), headOf(b.telling)),
    acronym,
    rivals: flag(shared.generic === 1 && shared.shared > 0 && acronym === 0 && bothNamed(alignment)),
    trigram: jaccard(a.grams, b.grams),
    prefix: flag(reaches && long.startsWith(short)),
    suffix: flag(reaches && long.endsWith(short)),
    lengths: short.length / Math.max(1, long.length),
    single: flag(Math.min(a.telling.length, b.telling.length) === 1),
    sameForm: flag(form === 'equal' || form === 'compatible'),
  };
}

function sharedFeatures({ parts }: Alignment, weightA: number, weightB: number) {
  let shared = 0;
  let best = 0;
  let identity = 0;
  for (const part of parts) {
    const weight = (part.likeness * (weightOf(part.a) + weightOf(part.b))) / 2;
    shared += weight;
    if (part.likeness >= 0.75) best = Math.max(best, weight);
    if ([...part.a, ...part.b].some(isIdentity)) identity += weight;
  }
  return {
    shared: shared / Math.max(1e-6, weightA + weightB - shared),
    contained: Math.min(1, shared / Math.max(1e-6, Math.min(weightA, weightB))),
    best: Math.min(1.5, best),
    generic: flag(identity < 0.2),
  };
}

function restFeatures({ onlyA, onlyB }: Alignment) {
  const restA = weightOf(onlyA);
  const restB = weightOf(onlyB);
  const both = (test: (token: NameToken) => boolean) => flag(onlyA.some(test) && onlyB.some(test));
  return {
    longRest: Math.min(3, Math.max(restA, restB)),
    shortRest: Math.min(2, restA, restB),
    bothRest: both(() => true),
    otherNumber: both((token) => token.kind === 'number'),
    otherTrade: both((token) => token.kind === 'trade'),
    otherPlace: both((token) => token.kind === 'place' || token.kind === 'country'),
  };
}

function isTranslation({ parts, onlyA, onlyB }: Alignment): boolean {
  const complete = parts.length >= 2 && onlyA.length === 0 && onlyB.length === 0;
  return complete && parts.every((part) => part.likeness >= 0.75);
}

function bothNamed({ onlyA, onlyB }: Alignment): boolean {
  return onlyA.some(isIdentity) && onlyB.some(isIdentity);
}

/** The first word that is more than `Groupe` or `Royal`. */
function headOf(tokens: readonly NameToken[]): NameToken | undefined {
  return tokens.find((token) => token.kind !== 'company' && token.kind !== 'country') ?? tokens[0];
}

function headFeatures(a: NameToken | undefined, b: NameToken | undefined) {
  const same = a !== undefined && b !== undefined && a.text === b.text;
  return {
    first: same ? Math.min(a.weight, b.weight) : 0,
    shortHead: flag(same && a.text.length <= 4),
  };
}

function isIdentity(token: NameToken): boolean {
  return token.kind === 'word' || token.kind === 'surname';
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}
