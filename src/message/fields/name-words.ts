/** Words with a meaning of their own inside or beside a company's name. */

import { BUSINESS_ENDS, BUSINESS_TYPES } from './lexicon/business-types.ts';
import { STOP_WORDS } from './lexicon/stop-words.ts';
import type { Token } from './tokens.ts';

export const SOFT_GAP = /^[ \u00a0]{1,2}$/;
export const LOWER_WORDS_INSIDE = 3;
/** Lower-case words that never stand inside a name. */
export const NOT_INSIDE = new Set([
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

export const INNER_ARTICLES =
  /^(?:le|la|les|l'|au|aux|du|des|de|het|den|der|die|das|'t|zum|zur|the|am|im|beim|op|a|to|vun|um|bei|uff|aan|in)$/;
/** After the name these lead to a place, known or not. */
export const WHERE_WORDS = new Set(['in', 'aus', 'zu', 'ze', 'te', 'uit']);
/** `of`: leads from a person to a company. */
export const OF_WORDS = new Set([
  'of',
  'de',
  'du',
  'von',
  'van',
  'vun',
  'vom',
  'bei',
  'at',
  'for',
  'from',
  'der',
]);

export function isBusinessWord(key: string): boolean {
  const plain = key.replace(/^[ld]'/, '');
  if (BUSINESS_TYPES.has(plain)) return true;
  return (
    plain.length > 7 && BUSINESS_ENDS.some((end) => plain.endsWith(end) && plain.length - end.length >= 3)
  );
}

/** A word that no name begins or ends with. */
export function isStop(token: Token): boolean {
  if (TRADE_NOUN.test(token.key)) return true;
  return STOP_WORDS.has(token.key.replace(/\.$/, '')) || STOP_WORDS.has(token.key.replace(/^[dl]'/, ''));
}

/** Compounds of the trade: `Direktanfrage`, `Kundenanmeldung`. */
export const TRADE_NOUN =
  /.(?:anfrage|anmeldung|meldung|registrierung|projekt|aanvraag|aanmelding|registratie|opportunitat|chance)$/;

/** `W.`, `J.-P.`, `St.`: a full stop after it ends no sentence. */
export function isShort(text: string): boolean {
  return /^(?:\p{Lu}|St|Ste|Dr|Me|Gebr|Fa|Co|Cie|Ets|Th|Jos|Joh|Nic|Chr|Ph|Wwe|Prof|Ing|v|d)$/u.test(text);
}
