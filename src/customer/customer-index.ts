import { type BlockingKey, factKeys } from './blocking.ts';
import { type CompareOptions, compareFacts } from './compare.ts';
import type { CustomerDescription } from './description.ts';
import { type CustomerFacts, customerFacts } from './facts.ts';
import type { Candidate } from './identify.ts';
import { TRIGRAMS } from './strings.ts';

/** Keys that more customers than this share tell nothing: they are not followed while better ones are left. */
const MOST_SHARED = 400;
const MOST_COMPARED = 120;
const RARE_TRIGRAMS = 12;
const MOST_TRIGRAM_SHARED = 3000;

/** Customers in memory, found by the same keys as in the database, and by trigrams. */
export class CustomerIndex {
  readonly #options: CompareOptions;
  readonly #ids: string[] = [];
  readonly #facts: CustomerFacts[] = [];
  readonly #byKey = new Map<string, number[]>();
  readonly #byTrigram: (number[] | undefined)[] = new Array(TRIGRAMS);

  constructor(options: CompareOptions = {}) {
    this.#options = options;
  }

  get size(): number {
    return this.#ids.length;
  }

  /** Adds a customer. One id may be added under several descriptions; it is then found by each. */
  add(id: string, description: CustomerDescription): void {
    const facts = customerFacts(description, this.#options.rarity);
    const position = this.#ids.push(id) - 1;
    this.#facts.push(facts);
    for (const key of factKeys(facts)) push(this.#byKey, keyText(key), position);
    for (const gram of gramsOf(facts)) {
      const sharing = this.#byTrigram[gram];
      if (sharing) sharing.push(position);
      else this.#byTrigram[gram] = [position];
    }
  }

  /** The customers that may be the described one, best first, those that are surely another left out only by `limit`. */
  search(description: CustomerDescription, limit = 10): Candidate[] {
    const facts = customerFacts(description, this.#options.rarity);
    const found = this.#candidates(facts).map((position) => ({
      id: this.#ids[position]!,
      description: this.#facts[position]!.description,
      comparison: compareFacts(facts, this.#facts[position]!, this.#options),
    }));
    found.sort((a, b) => b.comparison.score - a.comparison.score || (a.id < b.id ? -1 : 1));
    const seen = new Set<string>();
    return found.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, limit);
  }

  /** Positions that share keys, the rarer the key the more it counts, cut at {@link MOST_COMPARED}. */
  #candidates(facts: CustomerFacts): number[] {
    const votes = new Map<number, number>();
    for (const key of factKeys(facts)) {
      const sharing = this.#byKey.get(keyText(key)) ?? [];
      if (sharing.length <= MOST_SHARED) vote(votes, sharing, 4);
    }
    const grams = gramsOf(facts)
      .map((gram) => this.#byTrigram[gram] ?? [])
      .filter((sharing) => sharing.length > 0 && sharing.length <= MOST_TRIGRAM_SHARED)
      .sort((a, b) => a.length - b.length)
      .slice(0, RARE_TRIGRAMS);
    for (const sharing of grams) vote(votes, sharing, 1);
    const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return ranked.slice(0, MOST_COMPARED).map(([position]) => position);
  }
}

function vote(votes: Map<number, number>, positions: readonly number[], weight: number): void {
  const share = weight / Math.log2(2 + positions.length);
  for (const position of positions) votes.set(position, (votes.get(position) ?? 0) + share);
}

function gramsOf(facts: CustomerFacts): number[] {
  const grams = new Set<number>();
  for (const name of facts.names) for (const gram of name.grams) grams.add(gram);
  return [...grams];
}

function keyText({ kind, key }: BlockingKey): string {
  return `${kind} ${key}`;
}

function push(map: Map<string, number[]>, key: string, position: number): void {
  const positions = map.get(key);
  if (positions) positions.push(position);
  else map.set(key, [position]);
}
