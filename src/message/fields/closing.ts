/** The date on which the deal is expected to be decided, signed or ordered. */

import type { Found } from '../evidence.ts';
import { fold } from '../lexicon/fold.ts';
import { occurrences, pattern, type Span } from '../lexicon/pattern.ts';
import { sentences } from '../lexicon/sentences.ts';
import type { StatedDate } from './calendar.ts';
import { findDates } from './dates.ts';
import { CLOSING, NOT_CLOSING } from './lexicon/closing.ts';

const closing = pattern(CLOSING);
const notClosing = pattern(NOT_CLOSING);
const OLD =
  /(?:\bpas|\bnicht|\bnot|\bniet|\bnet|\bnon|au lieu du?|statt|instead of|in plaats van|plutot que|ursprunglich|initialement|originally|oorspronkelijk|bisher)\s(?:le |am |on |op |den |de |in |en |im )?$/;

/** How far a cue is from a date, in characters, nearer after a comma-free stretch; infinite where there is none. */
function distance(cues: Span[], date: Found<StatedDate>, folded: string): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const cue of cues) {
    const [from, to] = cue.end <= date.start ? [cue.end, date.start] : [date.end, cue.start];
    if (to < from) return 0;
    const between = folded.slice(from, to);
    const commas = (between.match(/[,:;()]| (?:et|und|and|en|mais|aber|but|maar) /g) ?? []).length;
    nearest = Math.min(nearest, to - from + commas * 25 + (cue.end <= date.start ? 0 : 12));
  }
  return nearest;
}

interface Rated {
  date: Found<StatedDate>;
  distance: number;
}

/**
 * Undefined where no date stands in a sentence with such a word, or two different ones do.
 * A date that is nearer to another purpose (contract end, go-live, visit) is not it.
 */
export function findClosing(text: string, mailDate?: string): Found<StatedDate> | undefined {
  const dates = findDates(text, mailDate);
  if (dates.length === 0) return undefined;
  const folded = fold(text);
  const rated: Rated[] = [];
  for (const sentence of sentences(folded)) {
    const within = dates.filter((date) => date.start >= sentence.start && date.end <= sentence.end + 1);
    if (within.length === 0) continue;
    const part = folded.slice(sentence.start, sentence.end);
    const shift = (span: Span) => ({ start: span.start + sentence.start, end: span.end + sentence.start });
    const good = occurrences(part, closing).map(shift);
    const bad = occurrences(part, notClosing).map(shift);
    for (const date of within) {
      const near = distance(good, date, folded);
      if (near === Number.POSITIVE_INFINITY || distance(bad, date, folded) < near) continue;
      if (OLD.test(folded.slice(Math.max(sentence.start, date.start - 30), date.start))) continue;
      if (isPast(date.value, mailDate)) continue;
      rated.push({ date, distance: near });
    }
  }
  rated.sort((a, b) => a.distance - b.distance);
  const [best, second] = rated;
  if (best === undefined) return undefined;
  if (
    second &&
    second.date.value !== best.date.value &&
    second.distance - best.distance < 10 &&
    !refines(second.date.value, best.date.value)
  )
    return undefined;
  const finer = rated.find(
    ({ date }) =>
      date.value.length > best.date.value.length &&
      date.value.startsWith(best.date.value) &&
      Math.abs(date.start - best.date.end) < 40,
  );
  return { ...(finer ?? best).date, method: 'prose' };
}

function refines(a: StatedDate, b: StatedDate): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Deals close in the future. */
function isPast(value: StatedDate, mailDate: string | undefined): boolean {
  return mailDate !== undefined && /^\d{4}-\d{2}/.test(value) && value.slice(0, 7) < mailDate.slice(0, 7);
}
