import type { Language } from '../message/understanding.ts';
import { MARK } from './markup.ts';
import { keepsFinalN } from './n-rule.ts';

const NAME_AFTER_N = new RegExp(`${MARK.finalN}([^\\p{L}\\p{N}\\n]{0,5})([^\\s]{0,20})`, 'gu');

/**
 * The last touch on a rendered text: one full stop where a name that ends with one ends a sentence; the n-rule where
 * a template of Luxembourgish left it open; no-break spaces where French wants them, before `: ; ? !` and inside « ».
 */
export function spaced(text: string, language: Language): string {
  const stopped = text.replace(/(?<![.\s])\.\.(?!\.)/g, '.');
  if (language === 'lb') {
    return stopped.replace(
      NAME_AFTER_N,
      (_, between: string, next: string) => `${keepsFinalN(next) ? 'n' : ''}${between}${next}`,
    );
  }
  if (language !== 'fr') return stopped;
  return stopped.replace(/ (?=[:;?!»])/g, '\u00A0').replace(/« /g, '«\u00A0');
}
