import type { NameToken } from './name.ts';
import { editDistance } from './strings.ts';

/** Two words (or two words and the compound that they form) seen as one, and how nearly. */
export interface AlignedPart {
  a: NameToken[];
  b: NameToken[];
  /** 0..1 */
  likeness: number;
}

export interface Alignment {
  parts: AlignedPart[];
  onlyA: NameToken[];
  onlyB: NameToken[];
}

/** Pairs the words of two names, surest pairs first; each word is used once. */
export function align(a: readonly NameToken[], b: readonly NameToken[]): Alignment {
  const candidates: AlignedPart[] = [];
  for (const x of a) {
    for (const y of b) {
      const likeness = wordLikeness(x, y);
      if (likeness > 0) candidates.push({ a: [x], b: [y], likeness });
    }
  }
  for (const [x, parts] of compounds(a, b)) candidates.push({ a: [x], b: parts, likeness: 0.95 });
  for (const [y, parts] of compounds(b, a)) candidates.push({ a: parts, b: [y], likeness: 0.95 });
  candidates.sort((p, q) => q.likeness - p.likeness || weightOf(q.a) - weightOf(p.a));
  const usedA = new Set<NameToken>();
  const usedB = new Set<NameToken>();
  const parts: AlignedPart[] = [];
  for (const part of candidates) {
    if (part.a.some((token) => usedA.has(token)) || part.b.some((token) => usedB.has(token))) continue;
    for (const token of part.a) usedA.add(token);
    for (const token of part.b) usedB.add(token);
    parts.push(part);
  }
  return {
    parts,
    onlyA: a.filter((token) => !usedA.has(token)),
    onlyB: b.filter((token) => !usedB.has(token)),
  };
}

/** Sum of the weights. */
export function weightOf(tokens: readonly NameToken[]): number {
  let sum = 0;
  for (const token of tokens) sum += token.weight;
  return sum;
}

/** How nearly two words are one: equal, one trade or place, a typo (bounded by length), an abbreviation, a compound. */
function wordLikeness(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return 1;
  if (a.concept && a.concept === b.concept) return a.kind === 'place' ? 1 : 0.8;
  if (a.kind === 'number' || b.kind === 'number' || a.kind === 'place' || b.kind === 'place') return 0;
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text];
  if (short.length < 4) return 0;
  if (a.sound && a.sound === b.sound) return 0.9;
  const limit = Math.min(3, Math.floor(short.length / 4));
  const edits = editDistance(short, long, limit);
  if (edits <= limit) return 1 - (0.8 * edits) / short.length - 0.05;
  if (long.startsWith(short)) return 0.7;
  return short.length >= 5 && long.endsWith(short) ? 0.5 : 0;
}

/** Words of `ones` that two neighbours of `others` form together: `pijpleidingmaatschappij`, `pijpleiding maatschappij`. */
function* compounds(
  ones: readonly NameToken[],
  others: readonly NameToken[],
): Generator<[NameToken, NameToken[]]> {
  for (let i = 0; i + 1 < others.length; i++) {
    const pair = [others[i]!, others[i + 1]!];
    const joined = pair[0]!.text + pair[1]!.text;
    for (const one of ones) if (one.text === joined) yield [one, pair];
  }
}
