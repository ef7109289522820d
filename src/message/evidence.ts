/** How a value found in a text becomes evidence, and the one bar below which nothing is believed. */

import type { Evidence } from './understanding.ts';

/** A typed value with the stretch of text that says it. Offsets are into the text that was searched. */
export interface Found<T> {
  value: T;
  start: number;
  end: number;
  /** How it was read: `label`, `table`, `prose`, `checksum`, `lexicon`, `signature`, … */
  method: string;
  /** 0..1 */
  confidence: number;
}

/** A found value that knows its segment. */
export interface Placed<T> extends Found<T> {
  segment: number;
  text: string;
}

/** Values below this are left out: a wrong value is worse than a missing one. */
export const CONFIDENCE_BAR = 0.5;

/** Evidence quotes at most so many characters. */
const QUOTE_LIMIT = 200;

export function isBelieved(found: { confidence: number } | undefined): boolean {
  return found !== undefined && found.confidence >= CONFIDENCE_BAR;
}

/** Binds a found value to the segment it stands in. */
export function place<T>(found: Found<T>, segment: number, source: string): Placed<T> {
  return {
    ...found,
    segment,
    text: source.slice(found.start, Math.min(found.end, found.start + QUOTE_LIMIT)),
  };
}

/** The evidence line of a value for a path such as `registrations.0.customer.name`. */
export function evidenceFor(path: string, found: Placed<unknown>): Evidence {
  const { segment, start, end, text, method, confidence } = found;
  return { path, segment, start, end, text, method, confidence: Math.round(confidence * 100) / 100 };
}
