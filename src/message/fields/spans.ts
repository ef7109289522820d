/** Stretches of a text. */

export interface Span {
  start: number;
  end: number;
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start;
}

/** Characters between two spans; 0 where they touch or overlap. */
export function gapBetween(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
