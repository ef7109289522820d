/**
 * Turns lexicon notations (a list, or a text with semicolons between them) into one pattern over folded text
 * (`fold.ts`). A notation is a regular expression in which
 *   a space      stands for white space, line ends included;
 *   a space and ? for white space or nothing;
 *   ` ... `      for at most seven words without a comma or full stop;
 *   `(?:... )?`  for the same where a space stands before it;
 *   `*`          for the rest of a word;
 *   `-`          for a hyphen, a space or nothing, outside of brackets.
 * The whole is bound to word limits. Every repeat is bounded, so matching takes linear time.
 */
export function pattern(notations: readonly string[] | string): RegExp {
  const all = typeof notations === 'string' ? listed(notations) : notations;
  return new RegExp(`(?<![${LETTER}])(?:${all.map(source).join('|')})(?:(?<=')|(?![${LETTER}]))`, 'g');
}

/** A text of notations with semicolons between them. */
function listed(text: string): string[] {
  return text
    .split(/;\s/)
    .map((notation) => notation.replace(/\s+/g, ' ').trim())
    .filter((notation) => notation !== '');
}

const LETTER = 'a-z0-9ßœæ';
const GAP = '(?:[ \\t\\n]{1,3}[^ \\t\\n.!?;,:]{1,30}){0,7}[ \\t\\n]{1,3}';

/** Up to seven words that may stand there. */
const SKIP = '(?:[^ \\t\\n.!?;,:]{1,30}[ \\t\\n]{1,3}){0,7}';

function source(notation: string): string {
  return notation
    .replaceAll('(?:... )?', '\u0003')
    .replaceAll(' ... ', '\u0000')
    .replaceAll('*', '[a-zßœæ]{0,24}')
    .replace(/(?<!\[[^\]]{0,20})-/g, '\u0001')
    .replaceAll(' ?', '\u0002')
    .replace(/(?<!\[[^\]]{0,30}) /g, '[ \\t\\n]{1,3}')
    .replaceAll('\u0001', '[- ]?')
    .replaceAll('\u0002', '[ \\t\\n]{0,3}')
    .replaceAll('\u0003', SKIP)
    .replaceAll('\u0000', GAP);
}

/** Where a pattern occurs, with offsets. */
export interface Span {
  start: number;
  end: number;
}

/** Every occurrence of a pattern, at most `limit`. */
export function occurrences(folded: string, expression: RegExp, limit = 200): Span[] {
  const spans: Span[] = [];
  expression.lastIndex = 0;
  for (const match of folded.matchAll(expression)) {
    if (match[0].length > 0) spans.push({ start: match.index, end: match.index + match[0].length });
    if (spans.length >= limit) break;
  }
  return spans;
}

/** Does the pattern occur at all? */
export function occurs(folded: string, expression: RegExp): boolean {
  expression.lastIndex = 0;
  const found = expression.test(folded);
  expression.lastIndex = 0;
  return found;
}
