import type { Span } from '../lexicon/pattern.ts';

const BOX = /\[[ \t]?[xXvV✓✔✗]?[ \t]?\]|[☐☑☒□■✓✔✗]|\([ xX]\)/g;
const TICKED = /[xv☑☒■✓✔]/i;
const REACH = 70;

/**
 * Reads tick boxes in folded text: the box before a word, on its line or at the end of the line above, says whether
 * it is wanted; where the first box of a line stands right behind such a word (`words`), the box after it.
 */
export function boxReader(folded: string, words: Span[]): (span: Span) => 'wanted' | 'left_out' | undefined {
  const boxes = [...folded.matchAll(BOX)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    stance: TICKED.test(match[0]) ? ('wanted' as const) : ('left_out' as const),
  }));
  if (boxes.length === 0) return () => undefined;
  return (span) => {
    const lineStart = folded.lastIndexOf('\n', span.start - 1) + 1;
    const lineEnd = folded.indexOf('\n', span.end);
    const line = { start: lineStart, end: lineEnd < 0 ? folded.length : lineEnd };
    const inLine = boxes.filter((box) => box.start >= line.start && box.end <= line.end);
    const first = inLine[0];
    const follows =
      first &&
      words.some(
        (word) => word.start >= line.start && word.end <= first.start && first.start - word.end <= 3,
      );
    if (follows && /[\]☐☑☒□■✓✔✗)][ \t]{0,4}$/.test(folded.slice(line.start, line.end))) {
      return inLine.find((box) => box.start >= span.end && box.start - span.end < REACH)?.stance;
    }
    const before = boxes.findLast((box) => box.end <= span.start);
    if (before === undefined || span.start - before.end > REACH) return undefined;
    const between = folded.slice(before.end, span.start);
    const wrapped = /^[ \t]{0,4}\n[ \t]{0,4}$/.test(between);
    return between.includes('\n') && !wrapped ? undefined : before.stance;
  };
}
