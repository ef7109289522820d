/** Cuts a mail into the stretches that are about one customer each: tables, form blocks, lists, paragraphs, pairs. */

import { fold } from '../lexicon/fold.ts';
import { readLabelledName } from './labelled-name.ts';
import { findLabelled, type LabelledValue } from './labels.ts';
import { SEVERAL } from './lexicon/several.ts';
import { type Item, listItems } from './list-items.ts';
import { isSameName, NAME_BAR, type NameCandidate } from './names.ts';
import { coreOf } from './outsiders.ts';
import { cut, type Piece } from './pieces.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Scope } from './scope.ts';
import type { Span } from './spans.ts';
import { findTableRows } from './tables.ts';

/** More customers than this in one mail are not read. */
const MOST = 200;

/** The scopes of a mail in reading order; one scope of everything where the mail is about one customer. */
export function splitScopes(context: ReadingContext): Scope[] {
  const { pieces } = context;
  for (const split of [byTableRows, byFormBlocks, byListItems, byMentions]) {
    const scopes = split(pieces, context);
    if (scopes.length > 1) return scopes.slice(0, MOST);
  }
  const [table] = byTableRows(pieces, context);
  return [table ? withRest(table, pieces) : { pieces }];
}

/** A single table row is read together with the rest of the mail. */
function withRest(scope: Scope, pieces: Piece[]): Scope {
  const rest = pieces.filter((piece) => !scope.pieces.some((own) => own.segment === piece.segment));
  const row = scope.pairs ?? [];
  return {
    pieces: [...scope.pieces, ...rest],
    pairs: [...row, ...rest.map((piece) => ({ piece, values: findLabelled(piece.text) }))],
  };
}

function othersOf(pieces: readonly Piece[], taken: readonly Span[], piece: Piece): Piece[] {
  return pieces.flatMap((other) => {
    if (other !== piece) return other.segment.kind === 'own' ? [other] : [];
    return gaps(other, taken);
  });
}

/** What a piece holds outside of some stretches. */
function gaps(piece: Piece, taken: readonly Span[]): Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (const span of [...taken, { start: piece.text.length, end: piece.text.length }]) {
    if (span.start > from && piece.text.slice(from, span.start).trim() !== '')
      parts.push(cut(piece, from, span.start));
    from = Math.max(from, span.end);
  }
  return parts;
}

function byTableRows(pieces: readonly Piece[], context: ReadingContext): Scope[] {
  return pieces.flatMap((piece) =>
    findTableRows(piece.text)
      .filter((row) => {
        const name = row.values.find((value) => value.field === 'name');
        const read = name ? readLabelledName(name.value) : undefined;
        return (
          read !== undefined &&
          !context.outsiders.has(read.name) &&
          !/^(?:total|summe|gesamt|totaal|somme)/i.test(read.name)
        );
      })
      .map((row) => {
        const own = cut(piece, row.start, row.end);
        return {
          pieces: [own],
          pairs: [{ piece: own, values: row.values.map((value) => shift(value, row.start)) }],
        };
      }),
  );
}

function shift(value: LabelledValue, by: number): LabelledValue {
  return { ...value, start: value.start - by, end: value.end - by, lineStart: value.lineStart - by };
}

/** Generic labels such as `Nom` name the customer only where the block has no better one. */
function isGeneric(label: string): boolean {
  return /^(?:nom|name|naam|numm)$/.test(fold(label).trim());
}

/** Several labelled customers, one block below the other. */
function byFormBlocks(pieces: readonly Piece[], context: ReadingContext): Scope[] {
  for (const piece of pieces) {
    const labelled = findLabelled(piece.text);
    const names = labelled.filter(
      (pair) =>
        pair.field === 'name' &&
        readLabelledName(pair.value) !== undefined &&
        !context.outsiders.has(pair.value),
    );
    const specific = names.filter((pair) => !isGeneric(pair.label));
    const chosen = specific.length >= 2 ? specific : names.length >= 2 && specific.length === 0 ? names : [];
    const starts = blockStarts(piece.text, chosen, labelled);
    if (starts.length < 2) continue;
    const spans = starts.map((start, index) => ({
      start,
      end: starts[index + 1] ?? blockEnd(piece.text, start),
    }));
    return spans.map((span) => ({
      pieces: [cut(piece, span.start, span.end)],
      shared: othersOf(pieces, spans, piece),
    }));
  }
  return [];
}

/** Where each block begins: after the last blank line before its name label, or at the first label of its run. */
function blockStarts(
  text: string,
  names: readonly LabelledValue[],
  labelled: readonly LabelledValue[],
): number[] {
  const starts: number[] = [];
  let last: LabelledValue | undefined;
  for (const pair of names) {
    const between = last
      ? labelled.filter(
          (other) => other.lineStart > (last as LabelledValue).lineStart && other.lineStart < pair.lineStart,
        )
      : [];
    if (
      last &&
      between.length === 0 &&
      !text.slice(last.end, pair.lineStart).includes('\n\n') &&
      pair.lineStart - last.end < 4 &&
      labelled.length > names.length + 1
    )
      continue;
    if (last && isSameName(coreOf(last.value), coreOf(pair.value))) continue;
    const blankLine = text.lastIndexOf('\n\n', pair.lineStart);
    const floor = last ? last.end : 0;
    starts.push(blankLine >= floor ? blankLine + 2 : pair.lineStart);
    last = pair;
  }
  return starts;
}

function blockEnd(text: string, start: number): number {
  const end = text.slice(start).search(/\n\n(?=[^\n:\t]{30})/);
  return end < 0 ? text.length : start + end;
}

/** Bullets, numbers, or lines that each begin with a name. */
function byListItems(pieces: readonly Piece[], context: ReadingContext): Scope[] {
  for (const piece of pieces) {
    if (piece.segment.kind === 'subject' || piece.segment.kind === 'forward_signature') continue;
    const candidates = context.candidates(piece);
    if (isForm(piece.text)) continue;
    const items = listItems(piece.text, candidates);
    if (items.length < 2) continue;
    return items.map((item) => {
      const own = cut(piece, item.start, item.end);
      return { pieces: [own], shared: othersOf(pieces, items, piece), name: nameIn(item, own, candidates) };
    });
  }
  return [];
}

/** A text that labels the customer is a form: its lines are no list of customers. */
function isForm(text: string): boolean {
  const labelled = findLabelled(text);
  return labelled.some((pair) => pair.field === 'name' && !isGeneric(pair.label)) && labelled.length >= 3;
}

function nameIn(item: Item, own: Piece, candidates: readonly NameCandidate[]): Scope['name'] {
  const candidate = candidates.find((one) => one === item.name) as NameCandidate;
  const by = item.start;
  const town = candidate.town
    ? { ...candidate.town, start: candidate.town.start - by, end: candidate.town.end - by }
    : undefined;
  return {
    name: candidate.name,
    core: candidate.core,
    start: candidate.start - by,
    end: candidate.end - by,
    piece: own,
    method: 'list',
    confidence: 0.85,
    rating: candidate.rating,
    ...(town ? { town } : {}),
  };
}

/** `deux clients : A à Arlon et B à Virton`: the text says that there are several, and names them. */
function byMentions(pieces: readonly Piece[], context: ReadingContext): Scope[] {
  const says = pieces.some(
    (piece) =>
      (piece.segment.kind === 'own' || piece.segment.kind === 'subject') && SEVERAL.test(fold(piece.text)),
  );
  if (!says) return [];
  for (const piece of pieces) {
    if (piece.segment.kind !== 'own') continue;
    const chosen: NameCandidate[] = [];
    for (const candidate of context.candidates(piece)) {
      const strong =
        candidate.rating >= NAME_BAR ||
        (candidate.rating >= 1 && (candidate.form || candidate.business || candidate.town !== undefined));
      if (
        !strong ||
        candidate.cues.includes('other') ||
        chosen.some((other) => isSameName(other.core, candidate.core))
      )
        continue;
      chosen.push(candidate);
    }
    if (chosen.length < 2) continue;
    const spans = chosen.map((candidate, index) => ({
      start: candidate.start,
      end: chosen[index + 1]?.start ?? paragraphEnd(piece.text, candidate.end),
      name: candidate,
    }));
    return spans.map((item) => {
      const own = cut(piece, item.start, item.end);
      return { pieces: [own], shared: othersOf(pieces, spans, piece), name: nameIn(item, own, chosen) };
    });
  }
  return [];
}

function paragraphEnd(text: string, from: number): number {
  const end = text.slice(from).search(/\n\s*\n/);
  return end < 0 ? text.length : from + end;
}
