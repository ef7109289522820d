import type { Span } from './pattern.ts';

const LONGEST_SENTENCE = 1200;

/**
 * Cuts folded text into sentences: at `.`, `!`, `?`, `;` before white space, at blank lines, and at line ends that
 * are no mere wrapping (a short line, or a next line that begins like a list item or a label).
 */
export function sentences(folded: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < folded.length; i++) {
    if (!endsSentence(folded, start, i)) continue;
    push(spans, folded, start, i + 1);
    start = i + 1;
  }
  push(spans, folded, start, folded.length);
  return spans;
}

function push(spans: Span[], folded: string, start: number, end: number): void {
  if (folded.slice(start, end).trim() !== '') spans.push({ start, end });
}

function endsSentence(folded: string, start: number, i: number): boolean {
  const unit = folded[i]!;
  if (unit === '\n') return endsLine(folded, i);
  if (i - start > LONGEST_SENTENCE) return unit === ' ';
  const next = folded[i + 1];
  if (next !== undefined && next !== ' ' && next !== '\n') return false;
  if (unit === '!' || unit === '?' || unit === ';') return true;
  return unit === '.' && !isAbbreviation(folded.slice(Math.max(0, i - 12), i));
}

const ABBREVIATION =
  /(?:^|[^a-z0-9])(?:[a-z]|\d{1,2}|ca|env|nr|no|tel|str|mme|mr|ms|mrs|dr|st|bzw|inkl|incl|evtl|ggf|ev|bv|z\.b|z\.z|d\.h|u\.a|w\.e\.g|m\.a\.w|s\.a|b\.v|n\.v|asbl|approx|resp|vgl|max|min|mio|dhr|mevr|zzgl|excl|sarl|usw|etc)$/;

/** One letter, a day number or a known short form before a full stop does not end a sentence. */
function isAbbreviation(before: string): boolean {
  return ABBREVIATION.test(before);
}

const LIST_OR_LABEL = /^[ \t]{0,8}(?:[-*•–·>☐☑☒✓✔]|\[|\d{1,2}[.)]|[a-z][^:\n]{0,40}:)/;

function endsLine(folded: string, i: number): boolean {
  const rest = folded.slice(i + 1, i + 64);
  if (rest.trim() === '' || /^[ \t]{0,8}\n/.test(rest)) return true;
  const lineStart = folded.lastIndexOf('\n', i - 1) + 1;
  const line = folded.slice(lineStart, i);
  return line.length < 45 || line.includes('\t') || LIST_OR_LABEL.test(rest);
}
