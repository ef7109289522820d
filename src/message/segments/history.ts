/** A body cut into what its author wrote and the mails quoted or forwarded in it. */

import type { BodyLine } from '../parsed-mail.ts';
import { type Opening, openingAt } from './openings.ts';

export interface Part {
  kind: 'written' | 'history' | 'bare_quote';
  lines: BodyLine[];
  /** Only `history`; the lines of the part come after the opening's own lines. */
  opening?: Opening;
  /** The opening's own lines: marker, headers, attribution. */
  openingLines?: BodyLine[];
  /** The history is set off by quote marks, and text below it may be its reader's answer. */
  quotedBelow?: boolean;
}

/** Cuts lines into parts in order. Every line is looked at a bounded number of times. */
export function splitHistory(lines: BodyLine[]): Part[] {
  const parts: Part[] = [];
  let index = 0;
  while (index < lines.length) {
    const opening = openingAt(lines, index);
    if (opening) {
      const { end, quotedBelow } = extent(lines, opening);
      parts.push({
        kind: 'history',
        opening,
        quotedBelow,
        openingLines: lines.slice(opening.start, opening.end),
        lines: lines.slice(opening.end, end),
      });
      index = end;
    } else {
      append(parts, lines[index]!);
      index += 1;
    }
  }
  return parts;
}

/**
 * How far the opened mail reaches: while its lines stay quoted, if they are; else to the end.
 * Text that follows a quoted mail at the depth of its attribution is an answer between or below the quotes.
 */
function extent(lines: BodyLine[], opening: Opening): { end: number; quotedBelow: boolean } {
  const first = lines.slice(opening.end, opening.end + 4).find((line) => line.text.trim() !== '');
  const quotedBelow = first !== undefined && first.quote > opening.depth;
  const quotedSelf = opening.form === 'attribution' && opening.depth > 0;
  const inside = opening.form === 'attribution' && quotedBelow ? opening.depth + 1 : opening.depth;
  if (inside === 0) return { end: lines.length, quotedBelow };
  let end = opening.end;
  for (let at = opening.end; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line.text.trim() === '') continue;
    if (line.quote < inside && !isLazy(lines, at, inside)) break;
    end = at + 1;
  }
  return { end, quotedBelow: quotedBelow || quotedSelf };
}

/** A line of a quoted paragraph that lost its mark: between two quoted lines, without a blank line before it. */
function isLazy(lines: BodyLine[], at: number, inside: number): boolean {
  const before = lines[at - 1];
  const after = lines[at + 1];
  if (!before || !after || before.text.trim() === '') return false;
  return before.quote >= inside && after.quote >= inside;
}

function append(parts: Part[], line: BodyLine): void {
  const last = parts.at(-1);
  const blank = line.text.trim() === '' && !line.rule;
  const kind = line.quote > 0 ? 'bare_quote' : 'written';
  if (last && last.kind !== 'history' && (last.kind === kind || blank)) last.lines.push(line);
  else if (!blank || last === undefined || last.kind === 'history')
    parts.push({ kind: blank ? 'written' : kind, lines: [line] });
}
