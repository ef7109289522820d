import type { Language } from '../message/understanding.ts';

/** No-break spaces where French wants them: before `: ; ? !` and inside « ». Other languages are left alone. */
export function spaced(text: string, language: Language): string {
  if (language !== 'fr') return text;
  return text.replace(/ (?=[:;?!»])/g, '\u00A0').replace(/« /g, '«\u00A0');
}
