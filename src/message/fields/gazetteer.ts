/**
 * Towns of Luxembourg, Belgium, France, Germany and the Netherlands, with their countries.
 * `towns.json` is drawn from GeoNames (geonames.org, CC BY 4.0), by country and power of ten of the population.
 */

import { foldKey } from './keys.ts';
import { COUNTRIES, MORE_TOWNS, NOT_TOWNS_ALONE } from './lexicon/places.ts';
import towns from './towns.json' with { type: 'json' };

interface Town {
  country: string;
  /** Power of ten of its population. */
  size: number;
}

/** A stretch of text that names a town. */
export interface TownSpan {
  name: string;
  start: number;
  end: number;
  countries: string[];
  /** The country where the name points to one, or to one that is much larger. */
  country?: string;
}

const LONGEST_NAME = 5;
const index = new Map<string, Town[]>();
/** First words of towns with several words, so that most words cost one look-up. */
const firstWords = new Set<string>();

function add(name: string, country: string, size: number): void {
  const key = foldKey(name);
  const variants = [key];
  if (/^(?:saint|sankt|sint) /.test(key)) variants.push(key.replace(/^\p{L}+/u, 'st'));
  if (/^sainte /.test(key)) variants.push(key.replace(/^\p{L}+/u, 'ste'));
  for (const variant of variants) {
    const known = index.get(variant) ?? [];
    const same = known.find((town) => town.country === country);
    if (same) same.size = Math.max(same.size, size);
    else known.push({ country, size });
    index.set(variant, known);
    const space = variant.indexOf(' ');
    if (space > 0) firstWords.add(variant.slice(0, space));
  }
}

for (const [country, bySize] of Object.entries(towns)) {
  for (const [size, names] of Object.entries(bySize))
    for (const name of names.split('|')) add(name, country, Number(size));
}
for (const [country, names] of Object.entries(MORE_TOWNS))
  for (const name of names.split('|')) add(name, country, 4);

/** Countries that have a town of this name, larger towns first; empty where none has. */
export function townCountries(name: string): string[] {
  return [...(index.get(foldKey(name)) ?? [])].sort((a, b) => b.size - a.size).map((town) => town.country);
}

/** The country that a town's name points to: its only one, the hinted one, or one with a town ten times as large. */
export function countryOfTown(name: string, hints: readonly string[] = []): string | undefined {
  const known = [...(index.get(foldKey(name)) ?? [])].sort((a, b) => b.size - a.size);
  const [first, second] = known;
  if (first === undefined || second === undefined) return first?.country;
  const hinted = hints.find((hint) => known.some((town) => town.country === hint));
  if (hinted) return hinted;
  return first.size - second.size >= 2 ? first.country : undefined;
}

export function isTown(name: string): boolean {
  return index.has(foldKey(name));
}

/** Whether the name alone, without postal code, can be taken for a town. */
export function isTownAlone(name: string): boolean {
  const key = foldKey(name);
  return index.has(key) && !NOT_TOWNS_ALONE.has(key) && key.length > 2;
}

const WORD = /[\p{L}\p{M}'’]+\.?/uy;
const JOINT = /[ -]{1,2}|\/|\n/uy;

/** The longest town name that begins at an offset of the text, or undefined. */
export function townAt(text: string, start: number): TownSpan | undefined {
  let best: TownSpan | undefined;
  let position = start;
  if (!/^\p{Lu}|^'s-/u.test(text.slice(start, start + 3))) return undefined;
  for (let words = 0; words < LONGEST_NAME; words++) {
    WORD.lastIndex = position;
    const word = WORD.exec(text);
    if (!word) break;
    const key = foldKey(text.slice(start, position + word[0].length));
    const end = position + word[0].replace(/\.$/, '').length;
    const known = index.get(key);
    if (known) {
      const name = text.slice(start, end).replace(/\n/g, ' ');
      best = { name, start, end, countries: known.map((town) => town.country), country: countryOfTown(name) };
    }
    if (words === 0 && !firstWords.has(key)) break;
    position += word[0].length;
    JOINT.lastIndex = position;
    const joint = JOINT.exec(text);
    if (!joint) break;
    position += joint[0].length;
  }
  return best;
}

/** The country that a word or code names under a country label, or undefined. */
export function readCountry(value: string): string | undefined {
  return COUNTRIES.get(foldKey(value.replace(/\([^)]*\)/g, '')));
}
