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

/** Words of a partner's name that say nothing of whose name it is. */
const COMMON = new Set([
  'group',
  'groupe',
  'solutions',
  'systems',
  'telecom',
  'networks',
  'services',
  'consulting',
]);

/**
 * Whether a comment could tell a reader who the other partner is: a name or a mail domain of any partner but the
 * reader's own stands in it. Better a comment less than a name too many.
 */
export function mentionsAnother(
  comment: string,
  others: readonly { name: string; domains: readonly string[] }[],
): boolean {
  const text = folded(comment);
  return others.some(({ name, domains }) => {
    const [first = ''] = folded(name).split(' ');
    const word = first.length > 3 && !COMMON.has(first) ? first : folded(name);
    return (
      ` ${text} `.includes(` ${word} `) || domains.some((domain) => comment.toLowerCase().includes(domain))
    );
  });
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]{1,100}/gu, ' ')
    .trim();
