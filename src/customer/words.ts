import { foldText } from './fold.ts';
import { countryWord } from './places.ts';
import rarityTable from './tables/rarity.json' with { type: 'json' };
import trades from './tables/trades.json' with { type: 'json' };
import lists from './tables/words.json' with { type: 'json' };

/** What a word of a name says: nothing, that it is a company, its trade, where, which one, or who. */
export type WordKind = 'stop' | 'company' | 'trade' | 'country' | 'place' | 'number' | 'surname' | 'word';

/** How rare a folded word is among company names: 0 everywhere, 1 never seen. A ledger may bring its own. */
export type Rarity = (word: string) => number;

const folded = (words: readonly string[]) => new Set(words.map(foldText));
const stop = folded(lists.stop);
const company = folded(lists.company);
const surnames = folded(lists.surnames);
const concepts = new Map(Object.entries(trades).map(([word, concept]) => [foldText(word), concept]));

const rarities = new Map<string, number>();
for (const [rarity, words] of Object.entries(rarityTable)) {
  for (const word of words.split(' ')) rarities.set(word, Number(rarity));
}

/** What even the rarest word of a kind weighs: a name is known by its own words, not by its trade or its town. */
const CEILING: Record<WordKind, number> = {
  stop: 0.05,
  company: 0.3,
  country: 0.3,
  trade: 0.4,
  place: 0.55,
  surname: 0.7,
  number: 0.7,
  word: 1,
};

/** Rarity of a word among public names of companies and institutions. */
export const publicRarity: Rarity = (word) => rarities.get(word) ?? 1;

/** The kind of a folded word. Places of several words are found by whoever sees the whole name. */
export function wordKind(word: string): WordKind {
  if (/^\d+$/.test(word) || /^[ivx]{1,4}$/.test(word)) return 'number';
  if (stop.has(word)) return 'stop';
  if (countryWord(word)) return 'country';
  if (company.has(word)) return 'company';
  if (concepts.has(word)) return 'trade';
  return surnames.has(word) ? 'surname' : 'word';
}

/** The trade that a word names, the same in five languages: `boulangerie`, `Bäckerei` and `bakkerij` are one. */
export function tradeConcept(word: string): string | undefined {
  return concepts.get(word);
}

/** How much a word tells of who the company is, 0..1. */
export function wordWeight(word: string, kind: WordKind, rarity: Rarity): number {
  if (kind === 'stop') return CEILING.stop;
  const scarce = Math.min(1, Math.max(0.1, rarity(word)));
  return CEILING[kind] * (kind === 'number' ? 1 : scarce);
}
