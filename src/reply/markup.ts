/**
 * The few marks that templates may use, and the private characters they become before a value is put in. A value
 * never holds such a character (`clean.ts` removes them), so nothing that a person wrote can make a heading, a row,
 * a link or a new line of a notice.
 *
 *     # heading          | label | value      - list item      ~ small print      **strong**
 *     :::columns  :::column  :::end           blocks side by side
 *     vu(n)                                   Luxembourgish: the n stays or falls by what follows
 */
export const MARK = {
  heading: '\uE001',
  row: '\uE002',
  separator: '\uE003',
  item: '\uE004',
  small: '\uE005',
  quote: '\uE006',
  strongStart: '\uE007',
  strongEnd: '\uE008',
  linkStart: '\uE009',
  linkEnd: '\uE00A',
  columns: '\uE00B',
  column: '\uE00C',
  columnsEnd: '\uE00D',
  finalN: '\uE00E',
} as const;

const LINE_MARKS: readonly [RegExp, string][] = [
  [/^[ \t]{0,20}# /, MARK.heading],
  [/^[ \t]{0,20}- /, MARK.item],
  [/^[ \t]{0,20}~ /, MARK.small],
  [/^[ \t]{0,20}:::columns$/, MARK.columns],
  [/^[ \t]{0,20}:::column$/, MARK.column],
  [/^[ \t]{0,20}:::end$/, MARK.columnsEnd],
];
const ROW = /^[ \t]{0,20}\| ([^|]{1,200}) \| /;
const STRONG = /\*\*([^*]{1,400})\*\*/g;

/** Replaces the marks of a template's source, before it is compiled, by their private characters. */
export function markSource(source: string): string {
  return source.split('\n').map(markLine).join('\n');
}

function markLine(line: string): string {
  let marked = line.replace(ROW, `${MARK.row}$1${MARK.separator}`);
  for (const [pattern, mark] of LINE_MARKS) marked = marked.replace(pattern, mark);
  return marked.replaceAll('(n)', MARK.finalN).replace(STRONG, `${MARK.strongStart}$1${MARK.strongEnd}`);
}
