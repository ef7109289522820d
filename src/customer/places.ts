import { foldText, oneSaint } from './fold.ts';
import countryWords from './tables/country-words.json' with { type: 'json' };
import variants from './tables/places.json' with { type: 'json' };

/** Folded spelling to the one folded name of the place. */
const canonical = new Map<string, string>();
for (const [name, others] of Object.entries(variants)) {
  const key = oneSaint(foldText(name));
  canonical.set(key, key);
  for (const other of others) {
    const spelling = oneSaint(foldText(other));
    if (!canonical.has(spelling)) canonical.set(spelling, key);
  }
}

const countryOf = new Map<string, string>();
for (const [country, words] of Object.entries(countryWords))
  for (const word of words) countryOf.set(word, country);

const MAX_PLACE_WORDS = 4;

/** A town as a key: `Esch-Uelzecht`, `L-4030 Esch/Alzette` and `Esch an der Alzette` are one. Empty if there is none. */
export function townKey(city: string): string {
  const plain = oneSaint(foldText(city))
    .replace(/^(?:(?:[a-z]{1,2} )?\d{4,5}(?: [a-z]{2})? )/, '')
    .replace(/ (?:cedex|cidex)(?: \d{1,2})?$/, '')
    .replace(/ \d{1,2}$/, '')
    .trim();
  return canonical.get(plain) ?? plain;
}

/** A postal code without prefix and blanks: `L-4030` is `4030`, `8401 DP` is `8401DP`. */
export function postalKey(code: string): string {
  return code
    .slice(0, 20)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(?:LU|L|B|BE|F|FR|D|DE|NL)(?=\d{4})/, '');
}

/** The longest place name that begins at this word, and how many words it takes. */
export function placeAt(
  words: readonly string[],
  start: number,
): { place: string; length: number } | undefined {
  for (let length = Math.min(MAX_PLACE_WORDS, words.length - start); length > 0; length--) {
    const place = canonical.get(words.slice(start, start + length).join(' '));
    if (place) return { place, length };
  }
  return undefined;
}

/** The country that a word of a name speaks of: `luxemburger` is LU. */
export function countryWord(word: string): string | undefined {
  return countryOf.get(word);
}
