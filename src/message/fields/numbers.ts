/** Reads figures with any European separators, and counts in words. */

import { fold } from '../lexicon/fold.ts';
import { NUMBER_WORDS } from './lexicon/number-words.ts';

/** `1.234,56`, `1 234,56`, `1'234.56`, `12,5`, `1.900` → number; undefined where it is no number. */
export function readNumber(written: string): number | undefined {
  const clean = written.replace(/[\s\u00a0\u202f'’]/g, '').replace(/[.,]?-+$/, '');
  if (!/^\d[\d.,]*$/.test(clean) || clean.length > 16) return undefined;
  const lastComma = clean.lastIndexOf(',');
  const lastDot = clean.lastIndexOf('.');
  const decimalAt = Math.max(lastComma, lastDot);
  if (decimalAt < 0) return Number(clean);
  const decimals = clean.length - decimalAt - 1;
  const mixed = lastComma >= 0 && lastDot >= 0;
  const repeated = clean.split(clean[decimalAt] as string).length > 2;
  const isDecimal = mixed || (!repeated && decimals !== 3);
  const whole = isDecimal ? clean.slice(0, decimalAt) : clean;
  const value = Number(`${whole.replace(/[.,]/g, '')}${isDecimal ? `.${clean.slice(decimalAt + 1)}` : ''}`);
  return Number.isFinite(value) ? value : undefined;
}

/** A whole count in figures or words, or undefined. */
export function readCount(written: string): number | undefined {
  const trimmed = written.trim().replace(/(?<=\d)-?(?:tal|aine)$/, '');
  if (/^\d{1,3}(?:[ .']\d{3})?$/.test(trimmed) || /^\d{1,5}$/.test(trimmed))
    return Number(trimmed.replace(/\D/g, ''));
  return readCountWord(fold(trimmed));
}

/** `vingt-cinq`, `fünfundzwanzig`, `vijfentwintig`, `twenty-five`, `tachtigtal`; input folded. */
function readCountWord(word: string): number | undefined {
  const direct = NUMBER_WORDS.get(word);
  if (direct !== undefined) return direct;
  if (word === 'quatre-vingt' || word === 'quatre-vingts') return 80;
  if (word === 'soixante-dix') return 70;
  if (word === 'quatre-vingt-dix') return 90;
  const joined = /^(\p{L}{3,6}?)(?:und|en|an|a)(\p{L}{5,8})$/u.exec(word);
  if (joined)
    return sum(
      joined[1] === 'ein' || joined[1] === 'een' ? 1 : NUMBER_WORDS.get(joined[1] as string),
      joined[2],
    );
  const tens = /^(\p{L}{5,9})(?:-et)?[- ](\p{L}{2,8})$/u.exec(word);
  if (tens)
    return sum(/^(?:un|une|one)$/.test(tens[2] as string) ? 1 : NUMBER_WORDS.get(tens[2] as string), tens[1]);
  return undefined;
}

const THOUSAND =
  /^(.{0,12}?)[ -]?(?:tausend|duizend|mille|thousand|dausend)[ -]?(?:und |and |et |en )?(.{0,24})$/;
const HUNDRED = /^(.{0,12}?)[ -]?(hundert|honderd|cents?|hundred|honnert)[ -]?(.{0,24})$/;

/** A number of at least a hundred in words: `neunhundert`, `huit cents`, `zwölfhundert`, `vijfhonderd vijftig`. */
export function readHundreds(words: string): number | undefined {
  const folded = fold(words.trim());
  const thousand = THOUSAND.exec(folded);
  if (thousand) {
    const [lead, rest] = [thousand[1] as string, thousand[2] as string];
    const thousands = lead === '' || /^(?:ein|one|a|een)$/.test(lead) ? 1 : readCountWord(lead);
    const more = rest === '' ? 0 : (readHundreds(rest) ?? readCountWord(rest));
    return thousands === undefined || more === undefined ? undefined : thousands * 1000 + more;
  }
  const match = HUNDRED.exec(folded);
  if (!match) return undefined;
  const [lead, rest] = [match[1] as string, match[3] as string];
  const hundreds = lead === '' || lead === 'ein' || lead === 'one' || lead === 'a' ? 1 : readCountWord(lead);
  const more = rest === '' ? 0 : readCountWord(rest.replace(/^(?:und|and|et|en) ?/, ''));
  return hundreds === undefined || more === undefined ? undefined : hundreds * 100 + more;
}

function sum(unit: number | undefined, tensWord: string | undefined): number | undefined {
  const tens = NUMBER_WORDS.get(tensWord ?? '');
  return unit !== undefined && tens !== undefined && tens % 10 === 0 && unit < 20 ? tens + unit : undefined;
}
