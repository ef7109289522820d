import type { ParsedName } from './name.ts';

const LONGEST_ACRONYM = 7;

/** Whether the first word of `short` abbreviates `long`: 0 no, 1 surely (`KBC` for `Kredietbank en Bank Cera` is less). */
export function acronymLikeness(short: ParsedName, long: ParsedName): number {
  const telling = short.tokens.filter((token) => token.kind !== 'stop');
  const letters = telling[0]?.text ?? '';
  if (long.words.length < 2 || letters.length < 2 || letters.length > LONGEST_ACRONYM) return 0;
  if (!/^[a-z]+$/.test(letters)) return 0;
  const certainty = telling.length === 1 ? 1 : 0.6;
  const initials = long.words.map((word) => word[0]).join('');
  const tellingInitials = tellingInitialsOf(long);
  if (initials === letters || tellingInitials === letters)
    return certainty * Math.min(1, letters.length / 3.5);
  if (letters.length < 3) return 0;
  if (initials.startsWith(letters) || tellingInitials.startsWith(letters)) return certainty * 0.6;
  return takesPrefixes(letters, long.words) ? certainty * 0.45 : 0;
}

/** First letters of the words that are no stop words: the acronym that a company would take. */
export function tellingInitialsOf(name: ParsedName): string {
  return name.tokens
    .filter((token) => token.kind !== 'stop')
    .map((token) => token.text[0])
    .join('');
}

/** `finmec` is `financière mécanique`: up to three first letters of each word, in order, beginning with the first word. */
function takesPrefixes(letters: string, words: readonly string[]): boolean {
  let reached = new Set<number>();
  words.slice(0, 14).forEach((word, index) => {
    const from = index === 0 ? new Set([0]) : reached;
    const next = new Set(index === 0 ? [] : reached);
    for (const at of from) {
      for (let taken = 1; taken <= 3; taken++) {
        const piece = letters.slice(at, at + taken);
        if (piece.length === taken && word.startsWith(piece)) next.add(at + taken);
      }
    }
    reached = next;
  });
  return reached.has(letters.length);
}
