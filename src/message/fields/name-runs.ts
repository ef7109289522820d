/** Stretches of text that could be the name of a company: runs of capitalised words, with what joins them. */

import { PROFESSIONS } from './lexicon/business-types.ts';
import { LEADING_FORMS } from './lexicon/legal-forms.ts';
import { FIRST_NAMES, TITLES } from './lexicon/people.ts';
import { ARTICLES, INDEFINITE } from './lexicon/stop-words.ts';
import { NameEnds } from './name-ends.ts';
import { isBusinessWord, isStop, SOFT_GAP } from './name-words.ts';
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
const DESCRIPTIONS = new Set([
  'kanzlei',
  'rechtsanwaltskanzlei',
  'cabinet',
  'etude',
  'kantoor',
  'advocatenkantoor',
  'affekotekanzlei',
]);
const ITEM_HEAD = /^\s*(?:[-*•–]|\d{1,2}[.)])\s{1,4}$/;

class RunReader extends NameEnds {
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
    if (!token.capital && !elided)
      return isBusinessWord(token.key) && this.bridgeAfterLower(index) && !this.describes(index);
    if (DESCRIPTIONS.has(token.key) && this.describes(index)) return false;
    if (
      /^\d/.test(token.text) &&
      !/\p{L}/u.test(token.text) &&
      !(this.tokens[index + 1]?.capital && this.joined(index + 1) && this.formWithin(index, 4))
    )
      return false;
    if (!isStop(token)) return /\p{L}/u.test(token.text) || this.formWithin(index, 4);
    return isBusinessWord(token.key) || this.articleOfName(index) || this.serviceOpens(index);
  }

  /** `architectenbureau Atelier X`, `Kanzlei X & Y Rechtsanwälte`: what the business is, before a name that says so itself. */
  private describes(index: number): boolean {
    const next = this.tokens[index + 1];
    if (
      next?.capital &&
      this.joined(index + 1) &&
      isBusinessWord(next.key) &&
      !(this.tokens[index] as Token).capital
    )
      return true;
    const end = this.endOf(index);
    return this.tokens
      .slice(index + 2, end)
      .some((token) => PROFESSIONS.includes(token.key) && token.capital);
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
    return this.headsItem(index);
  }

  /** Whether a word opens an item of a list. */
  private headsItem(index: number): boolean {
    const { start } = this.tokens[index] as Token;
    return ITEM_HEAD.test(this.text.slice(this.text.lastIndexOf('\n', start - 1) + 1, start));
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
      !this.headsItem(index) &&
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
    if (!head || !tail || (tail.form && !part.some((token) => !token.form && /\p{L}{2}/u.test(token.text))))
      return undefined;
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
