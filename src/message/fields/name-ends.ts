/** Where a company's name ends. */

import { FIRST_NAMES, TITLES } from './lexicon/people.ts';
import { AFTER_AND, AND_WORDS } from './lexicon/stop-words.ts';
import { NameJoins } from './name-joins.ts';
import { isBusinessWord, isStop, OF_WORDS } from './name-words.ts';
import type { Token } from './tokens.ts';

/** Follows a name to its end. */
export class NameEnds extends NameJoins {
  /** The index after the last token of the run that begins at `first`. */
  protected endOf(first: number): number {
    let end = first + 1;
    let hasProper = !isBusinessWord((this.tokens[first] as Token).key);
    let afterBusiness = !hasProper;
    const personal = this.isPersonal(first);
    while (end < this.tokens.length) {
      const token = this.tokens[end] as Token;
      if (token.form && (this.joined(end) || token.gap === ' (' || token.gap === ', ')) return end + 1;
      if (this.commaContinues(end)) {
        end++;
        continue;
      }
      if (!this.joined(end)) break;
      if (
        token.capital &&
        !(isStop(token) && !isBusinessWord(token.key) && !this.articleInside(end) && this.stopEnds(end))
      ) {
        if (hasProper && isBusinessWord(token.key) && this.text[token.start - 1] === '-') break;
        end++;
        if (!isBusinessWord(token.key)) hasProper = true;
        else afterBusiness = true;
        continue;
      }
      if (personal && !token.capital && OF_WORDS.has(token.key)) break;
      const bridge = this.bridge(end, hasProper, afterBusiness && !hasProper);
      if (bridge === 0) break;
      end += bridge;
      hasProper = true;
    }
    return end;
  }

  /** Whether a title goes before a word, or it is a first name. */
  protected isPersonal(index: number): boolean {
    const [token, before] = [this.tokens[index] as Token, this.tokens[index - 1]];
    return FIRST_NAMES.has(token.key) || (before !== undefined && TITLES.has(before.key.replace(/\.$/, '')));
  }

  protected trailing(index: number): boolean {
    const token = this.tokens[index] as Token;
    if (token.form) return false;
    if (!token.capital) return true;
    if (token.key === 'partners') return false;
    const joint = this.tokens[index - 1]?.key ?? '';
    if ((joint === '&' || AND_WORDS.has(joint)) && AFTER_AND.has(token.key)) return false;
    return isStop(token) && !isBusinessWord(token.key);
  }
}
