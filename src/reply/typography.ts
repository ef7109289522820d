import type { Language } from '../message/understanding.ts';

/**
 * The last touch on a rendered text: one full stop where a name that ends with one ends a sentence, and no-break
 * spaces where French wants them, before `: ; ? !` and inside « ».
 */
export function spaced(text: string, language: Language): string {
  const stopped = text.replace(/(?<![.\s])\.\.(?!\.)/g, '.');
  if (language !== 'fr') return stopped;
  return stopped.replace(/ (?=[:;?!»])/g, '\u00A0').replace(/« /g, '«\u00A0');
}
