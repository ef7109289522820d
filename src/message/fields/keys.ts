/** The form in which words are looked up in lexicons. */

import { fold } from '../lexicon/fold.ts';

/** Folded words only, one space between them. */
export function foldKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
}

/** One alternation of many literals, longest first. */
export function oneOf(literals: Iterable<string>): string {
  return [...literals]
    .sort((a, b) => b.length - a.length)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
