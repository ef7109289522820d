import { tellingInitialsOf } from './acronym.ts';
import type { CustomerDescription } from './description.ts';
import { type CustomerFacts, customerFacts } from './facts.ts';
import type { NameToken, NameVariant } from './name.ts';
import { publicRarity, type Rarity } from './words.ts';

/** What two descriptions of one customer are likely to share. */
export type BlockingKind = 'number' | 'domain' | 'phone' | 'core' | 'rare' | 'slip' | 'skeleton' | 'acronym';

/** One key under which a customer is stored and searched. */
export interface BlockingKey {
  kind: BlockingKind;
  key: string;
}

const MAX_KEYS = 48;
const RARE_WORDS = 4;
const LEAST_RARE = 0.25;
const LONGEST_ACRONYM = 6;

/** Words of this length are also found with one slip in them; longer ones by their consonants. */
const SLIPPING = { from: 4, to: 12 };

/**
 * The keys of a description. Whoever shares none is not compared; so a customer is stored under all of them and
 * searched by all of them. At most {@link MAX_KEYS}, in order of how much they tell.
 */
export function blockingKeys(description: CustomerDescription, rarity: Rarity = publicRarity): BlockingKey[] {
  return factKeys(customerFacts(description, rarity));
}

/** {@link blockingKeys} of a description in normal form. */
export function factKeys(facts: CustomerFacts): BlockingKey[] {
  const keys = new Map<string, BlockingKey>();
  const add = (kind: BlockingKind, key: string | undefined) => {
    if (key && keys.size < MAX_KEYS) keys.set(`${kind} ${key}`, { kind, key });
  };
  for (const number of facts.identifiers) add('number', `${number.country}:${number.kind}:${number.value}`);
  add('domain', facts.domain);
  add('phone', facts.phone);
  for (const name of facts.names) addCores(name, add);
  if (facts.label && facts.label.length >= 4) add('core', facts.label);
  for (const name of facts.names) addWords(name, add);
  for (const name of facts.names) addSlips(name, add);
  return [...keys.values()];
}

type Add = (kind: BlockingKind, key: string | undefined) => void;

function addCores(name: NameVariant, add: Add): void {
  add('core', name.core);
  add('core', name.squeezed);
  const words = name.telling.map((token) => token.text);
  if (words.length > 1) add('core', words.sort().join('').replaceAll(' ', ''));
}

/** The rarest words, each with its consonants alone against typos, and the acronym that the name makes or is. */
function addWords(name: NameVariant, add: Add): void {
  const { telling } = name;
  const rarest = telling
    .filter((token) => token.weight >= LEAST_RARE)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, RARE_WORDS);
  for (const token of rarest.length > 0 ? rarest : telling.slice(0, 2)) addWord(token, add);
  const head = telling[0]?.text ?? '';
  if (head.length >= 2 && head.length <= LONGEST_ACRONYM) add('acronym', head);
  const initials = tellingInitialsOf(name);
  if (initials.length >= 2 && initials.length <= LONGEST_ACRONYM) add('acronym', initials);
}

/**
 * Two words that differ by one slip are equal without one letter each. Kept for a name's only own word: with two,
 * the other one still finds it.
 */
function addSlips({ telling }: NameVariant, add: Add): void {
  const own = telling.filter((token) => token.kind === 'word' || token.kind === 'surname');
  const word = own[0]?.text ?? '';
  if (own.length !== 1 || word.length < SLIPPING.from || word.length > SLIPPING.to) return;
  add('slip', word);
  for (let at = 0; at < word.length; at++) add('slip', word.slice(0, at) + word.slice(at + 1));
}

function addWord(token: NameToken, add: Add): void {
  const word = (token.kind === 'place' && token.concept ? token.concept : token.text).replaceAll(' ', '');
  add('rare', word);
  add('skeleton', skeleton(word));
}

/** Consonants without doubles, for words long enough that this means something. */
function skeleton(word: string): string | undefined {
  const consonants = word.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1');
  return word.length >= 5 && consonants.length >= 3 ? consonants : undefined;
}
