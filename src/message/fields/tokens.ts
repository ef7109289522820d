/** Words of a text with their places; legal forms are single tokens. */

import { fold } from '../lexicon/fold.ts';
import { FORMS_ANY_CASE, FORMS_THIS_CASE } from './lexicon/legal-forms.ts';

export interface Token {
  text: string;
  /** Folded. */
  key: string;
  start: number;
  end: number;
  /** Begins with a capital letter or a figure. */
  capital: boolean;
  /** A legal form such as `S.à r.l.`. */
  form: boolean;
  /** The text between the token before and this one. */
  gap: string;
}

const BOUND = String.raw`(?=$|[\s,;:)\]"”»'’|/?!–-]|\.(?:\s|$))`;
const ANY_CASE = new RegExp(String.raw`(?:${FORMS_ANY_CASE.join('|')})${BOUND}`, 'iuy');
const THIS_CASE = new RegExp(String.raw`(?:${FORMS_THIS_CASE.join('|')})${BOUND}`, 'uy');
const WORD =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.&+@_/-][\p{L}\p{M}\p{N}]+)*['’](?=\s\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.&+@_/-][\p{L}\p{M}\p{N}]+)*|['’]s-[\p{L}-]+|['’]t(?=\s)|[&+]/uy;

function formAt(text: string, at: number): string | undefined {
  ANY_CASE.lastIndex = at;
  const any = ANY_CASE.exec(text)?.[0];
  THIS_CASE.lastIndex = at;
  const exact = THIS_CASE.exec(text)?.[0];
  return (any?.length ?? 0) >= (exact?.length ?? 0) ? any : exact;
}

/** Splits a text into words. Elisions (`l'Auberge`, `D'Telefonie`) stay in one token. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  let at = 0;
  while (at < text.length) {
    const here = text[at] as string;
    if (/\s/.test(here)) {
      at++;
      continue;
    }
    const atWordStart = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] as string);
    const form = atWordStart && /[\p{L}]/u.test(here) ? formAt(text, at) : undefined;
    WORD.lastIndex = at;
    const written = form ?? WORD.exec(text)?.[0];
    if (written === undefined) {
      at++;
      continue;
    }
    const end = at + written.length;
    tokens.push({
      text: written,
      key: fold(written),
      start: at,
      end,
      capital: /^[\p{Lu}\p{N}]/u.test(written),
      form: form !== undefined,
      gap: text.slice(last, at),
    });
    last = end;
    at = end;
  }
  return tokens;
}
