import { pattern } from '../pattern.ts';

/** Words that speak for one intent, with how much. */
export interface Cue {
  weight: number;
  words: RegExp;
  /** A negation before it does not weaken it: it is part of what is said. */
  whole?: true;
}

/** A cue from notations (`pattern.ts`). */
export function cue(weight: number, notations: string): Cue {
  return { weight, words: pattern(notations) };
}

/** A cue that no negation or condition weakens. */
export function wholeCue(weight: number, notations: string): Cue {
  return { weight, words: pattern(notations), whole: true };
}
