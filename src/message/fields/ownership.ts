/** Whose number, address or phone it is: the company's that was named last before it. */

import type { Found } from '../evidence.ts';
import type { CustomerName } from './choose-name.ts';
import { isSameName } from './names.ts';
import type { Piece } from './pieces.ts';
import type { ReadingContext } from './reading-context.ts';
import { gapBetween, type Span } from './spans.ts';

const REACH = 260;

/** Whether another company than the customer was named last before a place in the text. */
export function belongsToOther(
  span: Span,
  piece: Piece,
  name: CustomerName | undefined,
  context: ReadingContext,
): boolean {
  const before = context
    .companies(piece)
    .filter((company) => company.end <= span.start && span.start - company.end < REACH)
    .filter((company) => !piece.text.slice(company.end, span.start).includes('\n\n'));
  const last = before.at(-1);
  if (!last || !name) return last?.outsider === true;
  if (last.outsider)
    return (
      span.start - last.end < 130 &&
      !/[\p{Ll}\d)][.!?]\s+\p{Lu}/u.test(piece.text.slice(last.end, span.start))
    );
  return !isSameName(last.core, name.core);
}

/** Where the customer is named in a piece. */
export function mentionIn(piece: Piece, name: CustomerName, context: ReadingContext): Span | undefined {
  const by = name.piece.offset - piece.offset;
  if (name.piece.segment.id === piece.segment.id) return { start: name.start + by, end: name.end + by };
  return context.companies(piece).find((company) => isSameName(company.core, name.core));
}

/** The identifier of the customer: of several, the one nearest to its name; undefined where that stays open. */
export function nearestIdentifier<T>(
  found: Found<T>[],
  piece: Piece,
  name: CustomerName | undefined,
  context: ReadingContext,
): Found<T> | undefined {
  const own = found.filter((one) => !belongsToOther(one, piece, name, context));
  const [first, second] = own;
  if (first === undefined || second === undefined) return first;
  const distinct = new Set(own.map((one) => JSON.stringify(one.value)));
  if (distinct.size === 1) return first;
  const at = name ? mentionIn(piece, name, context) : undefined;
  if (!at) return undefined;
  const distance = (one: Found<T>) => gapBetween(one, at);
  return [...own].sort((a, b) => distance(a) - distance(b))[0];
}
