/** Fields of a registration from labels and table columns. */

import type { FieldStore } from './field-store.ts';
import { type FieldValues, labelledCountry, readLabelledFields } from './labelled-fields.ts';
import type { Piece } from './pieces.ts';
import type { ReadingContext } from './reading-context.ts';
import type { LabelledPiece, Scope } from './scope.ts';

const LABEL_CONFIDENCE = 0.95;
const GUESSED_CONFIDENCE = 0.85;
const DEAL_FIELDS: ReadonlySet<string> = new Set(['seats', 'value', 'expected_close']);

/** Puts every labelled field into the store; the name only where the scope has none yet. */
export function readLabels(
  store: FieldStore,
  labelled: LabelledPiece[],
  scope: Scope,
  context: ReadingContext,
): void {
  const { hints, mailDate } = context;
  const all = labelled.flatMap(({ piece, values }) => values.map((pair) => ({ piece, pair })));
  const pairs = all.map(({ pair }) => pair).filter((pair) => pair.field !== 'ignored');
  const country = labelledCountry(readLabelledFields(pairs, { hints, mailDate }), hints) ?? context.country;
  const near = country ? [country, ...hints] : hints;
  for (const { path, value, pair } of readLabelledFields(pairs, { country, hints: near, mailDate })) {
    if ((path === 'name' && scope.name) || isInsiders(path, value, context)) continue;
    const piece = all.find((entry) => entry.pair === pair)?.piece as Piece;
    const confidence = pair.exact ? LABEL_CONFIDENCE : GUESSED_CONFIDENCE;
    const found = { value, start: pair.start, end: pair.end, method: pair.method, confidence };
    store.put(DEAL_FIELDS.has(path) ? path : `customer.${path}`, found, piece);
  }
}

/** A form filled with the partner's own data says nothing of the customer. */
function isInsiders(path: keyof FieldValues, value: unknown, context: ReadingContext): boolean {
  const { insider, insiderValues, outsiders } = context;
  if (path === 'contact_email') return insider(String(value).split('@')[1] ?? '');
  if (path === 'domain') return insider(String(value));
  if (path === 'name') return outsiders.has(String(value));
  return insiderValues.has(String(value));
}

/** The pieces without the values of labels that must not be read as anything else. */
export function withoutIgnored(pieces: readonly Piece[], labelled: readonly LabelledPiece[]): Piece[] {
  return pieces.map((piece) => {
    const values = labelled.find((entry) => entry.piece === piece)?.values ?? [];
    return {
      ...piece,
      text: blank(
        piece.text,
        values.filter((pair) => pair.field === 'ignored'),
      ),
    };
  });
}

/** Blanks stretches of a text, keeping every offset. */
function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const { start, end } of spans)
    result = result.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + result.slice(end);
  return result;
}
