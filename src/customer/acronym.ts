import type { ParsedName } from './name.ts';

const LONGEST_ACRONYM = 7;

/** How surely letters that are all initials make an acronym, by their number: two letters fit too many names. */
const CERTAINTY = [0, 0, 0.3, 0.75];

/**
 * Whether the first word of `short` abbreviates `long`, 0 to 1: `KBG` for `Kooperative Bau-Genossenschaft` surely,
 * `Finmec` for `Financière Mécanique` perhaps.
 */
export function acronymLikeness(short: ParsedName, long: ParsedName): number {
  const letters = short.telling[0]?.text ?? '';
  if (long.words.length < 2 || letters.length < 2 || letters.length > LONGEST_ACRONYM) return 0;
  if (!/^[a-z]+$/.test(letters)) return 0;
  const share = short.telling.length === 1 ? 1 : 0.6;
  const certainty = share * (CERTAINTY[letters.length] ?? 1);
  const initials = long.words.map((word) => word[0]).join('');
  const tellingInitials = tellingInitialsOf(long);
  if (initials === letters || tellingInitials === letters) return certainty;
  if (letters.length < 3) return 0;
  if (initials.startsWith(letters) || tellingInitials.startsWith(letters)) return certainty * 0.6;
  return takesPrefixes(letters, tellingWordsOf(long)) ? certainty * 0.5 : 0;
}

/** First letters of the words that are no stop words: the acronym that a company would take. */
export function tellingInitialsOf(name: ParsedName): string {
  return tellingWordsOf(name)
    .map((word) => word[0])
    .join('');
}

function tellingWordsOf(name: ParsedName): string[] {
  return name.telling.map((token) => token.text);
}

/** One to three first letters of every word in order, none left out, at least two words. */
function takesPrefixes(letters: string, words: readonly string[]): boolean {
  if (words.length < 2 || words.length > letters.length) return false;
  let reached = new Set([0]);
  for (const word of words) {
    const next = new Set<number>();
    for (const at of reached) {
      for (let taken = 1; taken <= 3; taken++) {
        if (at + taken <= letters.length && word.startsWith(letters.slice(at, at + taken)))
          next.add(at + taken);
      }
    }
    reached = next;
  }
  return reached.has(letters.length);
}
