import type { Language } from '../../message/understanding.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { lb } from './lb.ts';
import { nl } from './nl.ts';
import type { Words } from './words.ts';

export type { SectionEnd, Words } from './words.ts';

/** The words of each language. */
export const WORDS: Record<Language, Words> = { fr, de, en, nl, lb };
