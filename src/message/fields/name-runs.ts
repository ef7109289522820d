/** Stretches of text that could be the name of a company: runs of capitalised words, with what joins them. */

import { townAt } from './gazetteer.ts';
import { BUSINESS_ENDS, BUSINESS_TYPES, PROFESSIONS } from './lexicon/business-types.ts';
import { LEADING_FORMS } from './lexicon/legal-forms.ts';
import { FIRST_NAMES, TITLES } from './lexicon/people.ts';
import {
  AFTER_AND,
  AND_WORDS,
  ARTICLES,
  CONNECTORS,
  INDEFINITE,
  PLACE_CONNECTORS,
  STOP_WORDS,
} from './lexicon/stop-words.ts';
import type { Token } from './tokens.ts';

export interface NameRun {
  name: string;
  start: number;
  end: number;
  /** Ends or begins with a legal form. */
  form: boolean;
  /** Begins with a word for a kind of business. */
  business: boolean;
  /** Looks like a person: a title before, or a first name in front. */
  person: boolean;
  /** Words that are neither kind of business nor legal form nor connector. */
  proper: number;
  words: number;
  /** A title stands before. */
  title: boolean;
  /** `un`, `ein`, `a` stands before: more a description than a name. */
  indefinite: boolean;
  /** Stands in quotation marks. */
  quoted: boolean;
  /** First word of a sentence or line. */
  opening: boolean;
  /** Index of its first token. */
  token: number;
}

const SOFT_GAP = /^[ \u00a0]{1,2}$/;
const LOWER_WORDS_INSIDE = 3;
/** Lower-case words that never stand inside a name. */
const NOT_INSIDE = new Set([
  'a',
  'et',
  'ou',
  'qui',
  'que',
  'est',
  'sont',
  'veut',
  'veulent',
  'cherche',
  'souhaite',
  'dans',
  'chez',
  'pour',
  'avec',
  'sans',
  'par',
  'en',
  'se',
  'ne',
  'il',
  'elle',
  'ils',
  'nous',
  'vous',
  'on',
  'va',
  'ont',
  'basee',
  'base',
  'situe',
  'situee',
  'installe',
  'mit',
  'in',
  'aus',
  'hat',
  'will',
  'ist',
  'und',
  'der',
  'die',
  'das',
  'bij',
  'uit',
  'met',
  'wil',
  'is',
  'zoekt',
  'at',
  'with',
  'wants',
  'is',
  'has',
  'from',
  'zu',
  'ass',
  'wellt',
  'mat',
  'sicht',
  'dont',
  'comme',
  'sous',
  'sur',
  'wie',
  'als',
  'sucht',
  'mochte',
  'braucht',
  'benotigt',
]);

/** `la société X` introduces a name; `la Société X` may be one. */
const KINDS_OF_COMPANY = new Set([
  'societe',
  'groupe',
  'entreprise',
  'compagnie',
  'bedrijf',
  'company',
  'cooperative',
  'etablissement',
]);
const SERVICE_NAMES = new Set([
  'internet',
  'sip',
  'cloud',
  'fibre',
  'fiber',
  'telecom',
  'telefonie',
  'backup',
  'security',
  'office',
  'it',
  'mobile',
  'voip',
  'server',
  'hosting',
  'glasfaser',
  'solution',
  'service',
  'services',
]);
const ITEM_HEAD = /^\s*(?:[-*•–]|\d{1,2}[.)])\s{1,4}$/;
const INNER_ARTICLES =
  /^(?:le|la|les|l'|au|aux|du|des|de|het|den|der|die|das|'t|zum|zur|the|am|im|beim|op|a|to|vun)$/;
const OF_WORDS = new Set(['of', 'de', 'du', 'von', 'van', 'vun', 'vom', 'bei', 'at', 'for', 'from', 'der']);

export function isBusinessWord(key: string): boolean {
  const plain = key.replace(/^[ld]'/, '');
  if (BUSINESS_TYPES.has(plain)) return true;
  return (
    plain.length > 7 && BUSINESS_ENDS.some((end) => plain.endsWith(end) && plain.length - end.length >= 3)
  );
}

function isStop(token: Token): boolean {
  return STOP_WORDS.has(token.key.replace(/\.$/, '')) || STOP_WORDS.has(token.key.replace(/^[dl]'/, ''));
}

/** `W.`, `J.-P.`, `St.`: a full stop after it ends no sentence. */
function isShort(text: string): boolean {
  return /^(?:\p{Lu}|St|Ste|Dr|Me|Gebr|Fa|Co|Cie|Ets|Th|Jos|Joh|Nic|Chr|Ph|Wwe|Prof|Ing|v|d)$/u.test(text);
}

class RunReader {
  private readonly text: string;
  private readonly tokens: Token[];

  constructor(text: string, tokens: Token[]) {
    this.text = text;
    this.tokens = tokens;
  }

  private joined(index: number): boolean {
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
  private townStarts(index: number): boolean {
    const token = this.tokens[index];
    return token !== undefined && townAt(this.text, token.start) !== undefined;
  }

  /** How many tokens from `index` on lead to a capitalised one by connectors alone; 0 where none does. */
  private bridge(index: number, hasProper: boolean, afterBusiness: boolean): number {
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
  private articleInside(index: number): boolean {
    const [token, next] = [this.tokens[index], this.tokens[index + 1]];
    if (!token || !next?.capital || !this.joined(index + 1) || isStop(next)) return false;
    return INNER_ARTICLES.test(token.key);
  }

  /** `Müller und Schmidt GmbH`: "and" joins two words of one name where a legal form follows at once. */
  private pairLeadsToForm(index: number): boolean {
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
  private commaContinues(index: number): boolean {
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

  private formWithin(index: number, reach: number): boolean {
    for (let at = index; at < index + reach; at++) if (this.tokens[at]?.form) return true;
    return false;
  }

  /** The index after the last token of the run that begins at `first`. */
  private endOf(first: number): number {
    let end = first + 1;
    let hasProper = !isBusinessWord((this.tokens[first] as Token).key);
    let afterBusiness = !hasProper;
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
      const bridge = this.bridge(end, hasProper, afterBusiness && !hasProper);
      if (bridge === 0) break;
      end += bridge;
      hasProper = true;
    }
    return end;
  }

  /** A stop word in capitals inside a run ends it, unless a legal form follows soon (`Neue Energien Service GmbH`). */
  private stopEnds(index: number): boolean {
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

  private previousWord(index: number): Token | undefined {
    const token = this.tokens[index] as Token;
    return /\n|[.!?:;]\s/.test(token.gap) ? undefined : this.tokens[index - 1];
  }

  private opens(index: number): boolean {
    const token = this.tokens[index] as Token;
    return index === 0 || /\n|[.!?:;]\s/.test(token.gap);
  }

  private canStart(index: number): boolean {
    const token = this.tokens[index] as Token;
    if (token.form)
      return (
        LEADING_FORMS.includes(token.text) &&
        this.tokens[index + 1]?.capital === true &&
        this.joined(index + 1)
      );
    const elided = /^[LlDd]['’](\p{Lu})/u.test(token.text);
    if (/[@_]|\.\p{L}{2,}$/u.test(token.text)) return false;
    if (KINDS_OF_COMPANY.has(token.key) && (!token.capital || this.opens(index))) return false;
    if (!token.capital && !elided) return isBusinessWord(token.key) && this.bridgeAfterLower(index);
    if (
      /^\d/.test(token.text) &&
      !/\p{L}/u.test(token.text) &&
      !(this.tokens[index + 1]?.capital && this.joined(index + 1) && this.formWithin(index, 4))
    )
      return false;
    if (!isStop(token)) return /\p{L}/u.test(token.text) || this.formWithin(index, 4);
    return isBusinessWord(token.key) || this.articleOfName(index) || this.serviceOpens(index);
  }

  /** `le garage Wirtzfeld`: a lower-case kind of business before a capitalised word. */
  private bridgeAfterLower(index: number): boolean {
    const next = this.tokens[index + 1];
    if (!next || !this.joined(index + 1)) return false;
    if (next.capital) return !isStop(next) || isBusinessWord(next.key) || this.articleInside(index + 1);
    return this.bridge(index + 1, false, true) > 0;
  }

  /** `1) Internet Café Central, …`: at the head of a list item a word for a service may belong to the name. */
  private serviceOpens(index: number): boolean {
    const [token, next] = [this.tokens[index] as Token, this.tokens[index + 1]];
    if (!next?.capital || !this.joined(index + 1) || isStop(next) || !SERVICE_NAMES.has(token.key))
      return false;
    const line = this.text.slice(this.text.lastIndexOf('\n', token.start - 1) + 1, token.start);
    return ITEM_HEAD.test(line);
  }

  /** `Les Jardins de Seille`, `De Kale Hop`, `Au Vieux Tilleul`, `Zum Saarblick`: an article in capitals inside a sentence belongs to the name. */
  private articleOfName(index: number): boolean {
    const token = this.tokens[index] as Token;
    const next = this.tokens[index + 1];
    if (!next?.capital || !this.joined(index + 1) || isStop(next) || TITLES.has(token.key)) return false;
    if (
      !/^(?:le|la|les|l'|au|aux|du|de|het|den|'t|zum|zur|the|am|im|beim|op|a|à|chez)$/.test(token.key) ||
      !token.capital
    )
      return false;
    return !(
      this.opens(index) &&
      (isBusinessWord(next.key) ||
        (/^(?:am|im|beim|op|de|den|the|zum|zur|a|chez|du|au|aux)$/.test(token.key) &&
          !this.formWithin(index, 5)))
    );
  }

  read(first: number): { run: NameRun; next: number } | undefined {
    if (!this.canStart(first)) return undefined;
    const end = this.endOf(first);
    let last = end - 1;
    while (last > first && this.trailing(last)) last--;
    const part = this.tokens.slice(first, last + 1);
    const [head] = part;
    const tail = part.at(-1);
    if (!head || !tail) return undefined;
    const lead = /^(?:[ldD]['’]\p{L}|L['’]\p{Ll})/u.test(head.text) ? 2 : 0;
    const start = head.start + lead;
    const before = this.previousWord(first);
    const stop = this.closeOf(tail);
    const keyOf = (token: Token) => token.key.replace(/^[ld]'/, '');
    const properTokens = part.filter(
      (token) =>
        !token.form &&
        token.text.length > 1 &&
        (token.capital || /['’]\p{Lu}/u.test(token.text)) &&
        !isBusinessWord(keyOf(token)) &&
        !ARTICLES.has(token.key),
    );
    const title =
      before !== undefined && TITLES.has(before.key.replace(/\.$/, '')) && /^\.? ?$/.test(head.gap);
    const form = part.some((token) => token.form);
    const business =
      isBusinessWord(keyOf(head)) || part.slice(0, 3).some((token) => isBusinessWord(keyOf(token)));
    const firstName = FIRST_NAMES.has(head.key) && part.length >= 2 && part.length <= 4;
    const raw = this.text.slice(start, stop).replace(/\s+/g, ' ');
    return {
      run: {
        name: raw.charAt(0).toUpperCase() + raw.slice(1),
        start,
        end: stop,
        form,
        business,
        person: (title || firstName) && !form && !business,
        proper: properTokens.length,
        words: part.length,
        title,
        indefinite:
          before !== undefined &&
          INDEFINITE.has(before.key) &&
          before.text !== 'à' &&
          SOFT_GAP.test(head.gap),
        quoted: /["“„«]\s?$/.test(this.text.slice(Math.max(0, start - 2), start)),
        opening: this.opens(first),
        token: first,
      },
      next: Math.max(last + 1, first + 1),
    };
  }

  /** Takes a closing bracket of `(SELARL)` or quotation mark inside the name with it. */
  private closeOf(tail: Token): number {
    if (tail.form && tail.gap === ' (' && this.text[tail.end] === ')') return tail.end + 1;
    if (tail.form && this.text[tail.end] === '.' && tail.text.includes('.') && !tail.text.endsWith('.'))
      return tail.end + 1;
    return tail.end;
  }

  private trailing(index: number): boolean {
    const token = this.tokens[index] as Token;
    if (token.form) return false;
    if (!token.capital) return true;
    const joint = this.tokens[index - 1]?.key ?? '';
    if ((joint === '&' || AND_WORDS.has(joint)) && AFTER_AND.has(token.key)) return false;
    return isStop(token) && !isBusinessWord(token.key);
  }
}

/** Every run, in order. */
export function findNameRuns(text: string, tokens: Token[]): NameRun[] {
  const reader = new RunReader(text, tokens);
  const runs: NameRun[] = [];
  for (let index = 0; index < tokens.length; ) {
    const result = reader.read(index);
    if (result && result.run.name.length > 1) runs.push(result.run);
    index = result ? result.next : index + 1;
  }
  return runs;
}
