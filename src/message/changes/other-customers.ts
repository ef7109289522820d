/** A mail about one deal that registers another customer too: what is said of the other is no news of the deal. */

import { NOTHING_TO_DO } from '../intent/circumstances.ts';
import { scoreText } from '../intent/score.ts';
import { fold } from '../lexicon/fold.ts';
import { occurs } from '../lexicon/pattern.ts';

const REFERENCE = /dr[-–—_ ]?20\d\d[-–—_ ]?\d{1,6}/;
/** Words of registering below this weight may speak of the earlier registration. */
const REGISTERS = 2;
const READ_LIMIT = 12_000;

/**
 * The text with spaces in place of what is said of another customer: from the sentence that registers "a new
 * customer" up to the next sentence that names a reference. Offsets stay.
 */
export function withoutOtherCustomers(text: string): string {
  const read = text.slice(0, READ_LIMIT);
  const folded = fold(read);
  const { sentences, hits } = scoreText(read);
  let other = false;
  let result = text;
  for (const [number, { start, end }] of sentences.entries()) {
    const sentence = folded.slice(start, end);
    const registers = hits.some(
      (hit) => hit.topic === 'register' && hit.sentence === number && hit.weight >= REGISTERS,
    );
    if (REFERENCE.test(sentence)) other = false;
    else if (registers && occurs(sentence, NOTHING_TO_DO)) other = true;
    if (other) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  }
  return result;
}
