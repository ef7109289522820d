/** What joins the words of a company's name: connectors, articles, commas, "and". */

import { townAt } from './gazetteer.ts';
import { PROFESSIONS } from './lexicon/business-types.ts';
import { TITLES } from './lexicon/people.ts';
import { AFTER_AND, AND_WORDS, CONNECTORS, PLACE_CONNECTORS } from './lexicon/stop-words.ts';
import {
  INNER_ARTICLES,
  isBusinessWord,
  isShort,
  isStop,
  LOWER_WORDS_INSIDE,
  NOT_INSIDE,
  OF_WORDS,
  SOFT_GAP,
  WHERE_WORDS,
} from './name-words.ts';
import type { Token } from './tokens.ts';

/** The words of a text, and how far they belong together. */
export class NameJoins {
  protected readonly text: string;
  protected readonly tokens: Token[];

  constructor(text: string, tokens: Token[]) {
    this.text = text;
    this.tokens = tokens;
  }

  protected joined(index: number): boolean {
    const token = this.tokens[index];
    const before = this.tokens[index - 1];
    if (!token || !before) return false;
    if (token.gap === '- ' && AND_WORDS.has(token.key)) return true;
    return (
      SOFT_GAP.test(token.gap) ||
      (/^\. ?$/.test(token.gap) && isShort(before.text)) ||
      (/^(?: ["“„«]|["”“»] | [-–] ?)$/.test(token.gap) && /["“”„«»]/.test(token.gap)) ||
      token.gap === '-' ||
      token.gap === '/'
    );
  }

  /** Whether a town begins at a token. */
  protected townStarts(index: number): boolean {
    const token = this.tokens[index];
    return token !== undefined && townAt(this.text, token.start) !== undefined;
  }

  /** How many tokens from `index` on lead to a capitalised one by connectors alone; 0 where none does. */
  protected bridge(index: number, hasProper: boolean, afterBusiness: boolean): number {
    let length = 0;
    let lower = 0;
    for (let at = index; at < index + 4; at++) {
      const token = this.tokens[at];
      if (!token || !this.joined(at)) return 0;
      length++;
      if (token.form) return 0;
      if (token.capital && !/^\d+$/.test(token.text)) {
        const previous = this.tokens[at - 1] as Token;
        if (AND_WORDS.has(previous.key) && !AFTER_AND.has(token.key) && previous.key !== '&') {
          return previous.gap === '- ' || this.pairLeadsToForm(at) ? length : 0;
        }
        if (hasProper && PLACE_CONNECTORS.has(previous.key) && this.townStarts(at)) return 0;
        if (
          !hasProper &&
          ['in', 'à', 'a', 'aus', 'zu', 'ze', 'te', 'an'].includes(previous.key) &&
          this.townStarts(at)
        )
          return 0;
        if (hasProper && isBusinessWord(token.key) && OF_WORDS.has(previous.key)) return 0;
        if (hasProper && WHERE_WORDS.has(previous.key) && previous.text === previous.key) return 0;
        if (afterBusiness && TITLES.has(token.key.replace(/\.$/, '')) && this.tokens[at + 1]?.capital)
          return length;
        if (previous.key === '&' && AFTER_AND.has(token.key)) return length;
        if (
          isStop(token) &&
          !isBusinessWord(token.key) &&
          !token.key.includes("'") &&
          !this.articleInside(at)
        )
          return 0;
        return length;
      }
      if (AND_WORDS.has(token.key) && AFTER_AND.has(this.tokens[at + 1]?.key ?? '')) continue;
      if (
        CONNECTORS.has(token.key) ||
        (CONNECTORS.has(`${token.key.slice(0, 2)}`) &&
          /^[ld]'./.test(token.key) &&
          /^[ld]['’]\p{Lu}/u.test(token.text))
      ) {
        if (/^[ld]['’]\p{Lu}/u.test(token.text)) return length;
        continue;
      }
      if (
        !afterBusiness ||
        NOT_INSIDE.has(token.key) ||
        !/^[ld]?'?[\p{L}-]{3,}$/u.test(token.key) ||
        ++lower > LOWER_WORDS_INSIDE
      )
        return 0;
    }
    return 0;
  }

  /** `Huisartsenpraktijk De Linde`, `Brasserie Au Vieux Tilleul`: an article in capitals before a capitalised word. */
  protected articleInside(index: number): boolean {
    const [token, next] = [this.tokens[index], this.tokens[index + 1]];
    if (!token || !next?.capital || !this.joined(index + 1) || isStop(next)) return false;
    return INNER_ARTICLES.test(token.key);
  }

  /** `Müller und Schmidt GmbH`: "and" joins two words of one name where a legal form follows at once. */
  protected pairLeadsToForm(index: number): boolean {
    if (isBusinessWord(this.tokens[index]?.key ?? '')) return false;
    for (let at = index; at < index + 4; at++) {
      const token = this.tokens[at];
      if (!token || (at > index && !this.joined(at))) return false;
      if (token.form) return true;
      if (!token.capital && token.key !== '&') return false;
    }
    return false;
  }

  /** After a comma: `Wagner, Schiltz & Söhne S.à r.l.`, `Wagener & Thom, Avocats à la Cour`. */
  protected commaContinues(index: number): boolean {
    const token = this.tokens[index];
    if (token?.gap !== ', ' || !token.capital) return false;
    if (PROFESSIONS.includes(token.key)) return true;
    if (isStop(token) || this.townStarts(index)) return false;
    const next = this.tokens[index + 1];
    return (
      next !== undefined &&
      (next.key === '&' || AND_WORDS.has(next.key)) &&
      this.joined(index + 1) &&
      this.tokens[index + 2]?.capital === true &&
      this.formWithin(index, 5)
    );
  }

  protected formWithin(index: number, reach: number): boolean {
    for (let at = index; at < index + reach; at++) if (this.tokens[at]?.form) return true;
    return false;
  }

  /** A stop word in capitals inside a run ends it, unless a legal form follows soon (`Neue Energien Service GmbH`). */
  protected stopEnds(index: number): boolean {
    const token = this.tokens[index] as Token;
    if (TITLES.has(token.key.replace(/\.$/, ''))) {
      const before = this.tokens[index - 1];
      return !(before && isBusinessWord(before.key) && this.tokens[index + 1]?.capital);
    }
    for (let at = index + 1; at < index + 4; at++) {
      const next = this.tokens[at];
      if (!next || !this.joined(at) || (!next.capital && !next.form)) return true;
      if (next.form) return false;
    }
    return true;
  }
}
