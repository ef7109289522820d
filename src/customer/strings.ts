/**
 * Edits (insert, delete, replace, swap of neighbours) between two words, or `limit + 1` if there are more. Looks only
 * at a band of `limit` around the diagonal, so that long words cost no more than their length.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooMany = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooMany;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, tooMany));
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(tooMany);
    row[0] = Math.min(i, tooMany);
    const end = Math.min(b.length, i + limit);
    for (let j = Math.max(1, i - limit); j <= end; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row[j] = Math.min(cost, tooMany);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** How many trigrams there can be: three of 37 letters, digits and the blank. */
export const TRIGRAMS = 37 ** 3;

/** The padded trigrams of folded words, as PostgreSQL's pg_trgm takes them, as sorted numbers, each once. */
export function trigrams(words: readonly string[]): Uint16Array {
  const grams = new Set<number>();
  for (const word of words) {
    let gram = 0;
    for (let i = 0; i <= word.length; i++) {
      gram = (gram * 37 + letter(word, i)) % TRIGRAMS;
      grams.add(gram);
    }
  }
  return Uint16Array.from(grams).sort();
}

/** 0 for the blank that ends a word, 1 to 36 for its letters and digits. */
function letter(word: string, at: number): number {
  if (at === word.length) return 0;
  const code = word.charCodeAt(at);
  return code >= 97 ? code - 96 : code - 21;
}

/** Shared part of two sorted sets, 0..1. */
export function jaccard(a: Uint16Array, b: Uint16Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
