/** Lists of customers: bullets, numbers, or lines that each open with a name. */

import { isSameName, type NameCandidate } from './names.ts';
import type { Span } from './spans.ts';

const BULLET = /^[ \t]{0,8}(?:[-*•·–►▪○→]|\d{1,2}[.):]|[a-z]\)|\(\d\))[ \t]{1,4}(?=\S)/u;

/** One item with the name that opens it. */
export interface Item extends Span {
  name: NameCandidate;
}

/** A candidate that can head a list item. */
function heads(candidate: NameCandidate, lineStart: number, bulleted: boolean): boolean {
  if (
    candidate.title ||
    candidate.cues.includes('other') ||
    candidate.cues.includes('a town') ||
    (candidate.proper === 0 && !candidate.form)
  )
    return false;
  const lead = candidate.start - lineStart;
  const strong =
    candidate.form ||
    candidate.business ||
    candidate.town !== undefined ||
    candidate.cues.includes('address') ||
    candidate.cues.includes('domain');
  return (
    lead < (bulleted ? 28 : 4) && (bulleted ? strong || (candidate.words > 1 && !candidate.person) : strong)
  );
}

/** The items of a list of customers, or none where the text has no such list. */
export function listItems(text: string, candidates: readonly NameCandidate[]): Item[] {
  const lines: { start: number; end: number; bulleted: boolean; blank: boolean; head?: NameCandidate }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const mark = BULLET.exec(line)?.[0].length ?? 0;
    const from = start + mark;
    const head = candidates.find(
      (one) => one.start >= from && one.start < start + line.length && heads(one, from, mark > 0),
    );
    lines.push({ start, end: start + line.length, bulleted: mark > 0, blank: line.trim() === '', head });
    start += line.length + 1;
  }
  const bulleted = lines.filter((line) => line.bulleted);
  const marked = bulleted.filter((line) => line.head);
  const usesBullets = marked.length >= 2 && marked.length >= bulleted.length * 0.6;
  const headLines = usesBullets ? marked : plainHeads(lines, text);
  if (headLines.length < 2 || !areDistinct(headLines.map((line) => line.head as NameCandidate))) return [];
  return headLines.map((line, index) => ({
    start: line.start,
    end: headLines[index + 1]?.start ?? itemEnd(text, line.start),
    name: line.head as NameCandidate,
  }));
}

/** Lines without bullets, each opening with a name and going on after it, or paragraphs that do. */
function plainHeads<T extends { start: number; end: number; blank: boolean; head?: NameCandidate }>(
  lines: readonly T[],
  text: string,
): T[] {
  const heading = lines.filter((line) => line.head && continues(text, line.head, line.end));
  const first = lines.indexOf(heading[0] as T);
  const last = lines.indexOf(heading.at(-1) as T);
  const other = lines.slice(first, last + 1).filter((line) => !line.blank && !heading.includes(line)).length;
  return heading.length >= 2 && other <= heading.length * 4 ? heading : [];
}

/** After the name the line goes on with its data. */
function continues(text: string, head: NameCandidate, lineEnd: number): boolean {
  const rest = text.slice(head.end, lineEnd);
  return /^["»)]?\s?(?:[,:;(–|\t-]|in |à |zu |aus |te )/u.test(rest) && rest.trim().length > 3;
}

function areDistinct(heads: readonly NameCandidate[]): boolean {
  return heads.every((head, index) =>
    heads.every((other, at) => at <= index || !isSameName(head.core, other.core)),
  );
}

function itemEnd(text: string, start: number): number {
  const end = text.slice(start).search(/\n\s*\n/);
  return end < 0 ? text.length : start + end;
}
