/** Gives capitals back to hasty mails written without any, where a name must stand. Same length in and out. */

import { fold } from '../lexicon/fold.ts';
import { isTownAlone } from './gazetteer.ts';
import { FIRST_NAMES, TITLES } from './lexicon/people.ts';
import { STOP_WORDS } from './lexicon/stop-words.ts';
import { isBusinessWord } from './name-words.ts';

/** Fewer capitals than one in so many letters: the writer did not use the shift key. */
const SPARSE = 70;
const SHORTEST = 30;
const PLACE_WORDS = new Set(['a', 'à', 'in', 'zu', 'te', 'aus', 'uit', 'ze', 'vun']);
const ROLE_BEFORE =
  /(?:patron(?:ne)?|chef(?:in)?|gerante?|contact|kontakt|inhaber|eigenaar|zaakvoerder|responsable|owner|ansprechpartner(?:in)?)\s?(?:c'est|est|ist|is|ass|:|,)?\s?$/;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;

function isSparse(text: string): boolean {
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  const capitals = (text.match(/(?<!\p{Lu})\p{Lu}(?!\p{Lu})/gu) ?? []).length;
  return letters >= SHORTEST && capitals * SPARSE <= letters;
}

/** Capitalises the words after a kind of business, after a title, and towns after a place word. */
export function trueCase(text: string): string {
  if (!isSparse(text)) return text;
  let result = text;
  let previous = '';
  let naming = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const key = fold(word);
    const glued = /^[ ]?\.? ?$/.test(text.slice(match.index - 1, match.index)) || match.index === 0;
    const isName = naming > 0 && glued && word.length > 2 && !STOP_WORDS.has(key) && !PLACE_WORDS.has(key);
    const isPlace = PLACE_WORDS.has(previous) && isTownAlone(word);
    const isFirstName =
      FIRST_NAMES.has(key) &&
      key.length > 2 &&
      !STOP_WORDS.has(key) &&
      ROLE_BEFORE.test(fold(result.slice(Math.max(0, match.index - 30), match.index)));
    if (isName || isPlace || isFirstName)
      result = result.slice(0, match.index) + word.charAt(0).toUpperCase() + result.slice(match.index + 1);
    if (isBusinessWord(key) || TITLES.has(key)) naming = 2;
    else if (isFirstName) naming = 1;
    else naming = isName ? naming - 1 : 0;
    previous = key;
  }
  return result;
}
