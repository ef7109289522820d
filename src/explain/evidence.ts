import { styleText } from 'node:util';
import type { Evidence, Understanding } from '../message/understanding.ts';

/** Colours by what a value is about; the same in the text and in the list of values. */
const COLOURS = ['green', 'cyan', 'magenta', 'yellow', 'blue'] as const;

const colourOf = (path: string): (typeof COLOURS)[number] => {
  if (path.includes('customer.name')) return 'green';
  if (path.includes('customer')) return 'cyan';
  if (path.includes('services')) return 'magenta';
  if (path.includes('situation') || path === 'intent') return 'yellow';
  return 'blue';
};

export type Mark = (text: string, path: string) => string;
export const terminalMark: Mark = (text, path) => styleText([colourOf(path), 'underline'], text);

/** Evidence of one segment, in order and without overlaps: of two that overlap the first and longer one stays. */
export function layOut(evidence: readonly Evidence[], segment: number): Evidence[] {
  const sorted = evidence
    .filter((item) => item.segment === segment && item.end > item.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Evidence[] = [];
  for (const item of sorted) if (item.start >= (kept.at(-1)?.end ?? 0)) kept.push(item);
  return kept;
}

/** The text of every segment with its values marked; quoted history is left out, as understanding leaves it out. */
export function markedText(understanding: Understanding, mark: Mark): string[] {
  const lines: string[] = [];
  for (const { id, kind, text, author, attachment } of understanding.segments) {
    if (kind === 'quote' || kind === 'disclaimer' || text.trim() === '') continue;
    const from = attachment ?? author?.address ?? author?.name;
    lines.push(`[${kind}${from ? ` ${from}` : ''}]`);
    let at = 0;
    let marked = '';
    for (const { start, end, path } of layOut(understanding.evidence, id)) {
      marked += text.slice(at, start) + mark(text.slice(start, end), path);
      at = end;
    }
    lines.push(...(marked + text.slice(at)).trim().split('\n'), '');
  }
  return lines;
}

/** Every value with the words it was read from, how, and how surely. */
export function valueRows(understanding: Understanding): string[][] {
  return understanding.evidence.map(({ path, text, method, confidence, segment }) => [
    path,
    oneLine(valueAt(understanding, path)),
    `“${oneLine(text)}”`,
    understanding.segments.find(({ id }) => id === segment)?.kind ?? '',
    method,
    confidence.toFixed(2),
  ]);
}

function valueAt(understanding: Understanding, path: string): string {
  let value: unknown = understanding;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 60);
