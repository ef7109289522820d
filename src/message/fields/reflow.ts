/** Joins lines that a mail program broke at a fixed width, without moving any offset. */

const BLOCK_START = /^\s{0,8}(?:[-*•·–>]|\d{1,2}[.)]|[a-z]\))\s|^\s*$/u;
const LABEL_START = /^[\p{L}][\p{L}\p{N} .'’°/()-]{0,38}\s?:\s/u;
/** Shorter lines are not the work of a line breaker. */
const NARROWEST = 58;
const WIDEST = 100;

function firstWordLength(line: string): number {
  const end = line.search(/\s/);
  return end < 0 ? line.length : end;
}

function isSoftBreak(line: string, next: string, width: number): boolean {
  if (line.includes('\t') || next.includes('\t')) return false;
  if (line.length < NARROWEST - 24 || BLOCK_START.test(next)) return false;
  if (LABEL_START.test(next)) return false;
  if (line.length >= NARROWEST - 14 && /^\p{Ll}/u.test(next) && /[\p{L}\d,)€]$/u.test(line)) return true;
  return line.length + 1 + firstWordLength(next) > width - 3;
}

/**
 * Replaces line ends inside wrapped paragraphs by spaces. Same length in and out.
 * The width is taken from the text itself: the longest line, where it looks like a breaker's.
 */
export function reflow(text: string): string {
  const lines = text.split('\n');
  let width = 0;
  for (const line of lines) {
    if (line.length > WIDEST) continue;
    if (!line.includes('\t')) width = Math.max(width, line.trimEnd().length);
  }
  if (width < NARROWEST) return text;
  let result = '';
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    const next = lines[index + 1];
    result += line;
    if (next === undefined) break;
    result += line.trim() !== '' && isSoftBreak(line.trimEnd(), next, width) ? ' ' : '\n';
  }
  return result;
}
