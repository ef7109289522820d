import type { Rule, RulingChoice } from './vocabulary.ts';

/** The choices that a dispute offers, in the order of their numbers in the mail. */
export function choicesOf(rule: Rule): readonly RulingChoice[] {
  return rule === 'customer.uncertain' ? ['same', 'different'] : ['first', 'second', 'both', 'mixvoip'];
}

/** What the Head of Sales wrote, as a choice of this dispute; undefined when it does not offer that. */
export function choiceFrom(
  rule: Rule,
  stated: { choice?: RulingChoice; number?: number },
): RulingChoice | undefined {
  const offered = choicesOf(rule);
  const chosen = stated.number === undefined ? stated.choice : offered[stated.number - 1];
  return chosen !== undefined && offered.includes(chosen) ? chosen : undefined;
}
