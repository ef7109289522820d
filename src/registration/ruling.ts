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
/** Words that name a desk, not a person, before the @ of many addresses. */
const DESKS = new Set(['contact', 'desk', 'info', 'mail', 'office', 'sales', 'support', 'vente']);

const REFERENCE =
  /(?<![\p{L}\p{N}])d[ .]?r[ \t]?[-–—_./#: ]{0,3}(?:(20\d\d)[ \t]?[-–—_./ ]{0,2})?(\d{1,6})(?!\d)/giu;

/** What could tell a reader of a ruling who else is in it. */
export interface OtherParties {
  /** Every partner of the directory but the reader. */
  partners: readonly { name: string; domains: readonly string[] }[];
  /** Who writes for the others about this customer. */
  contacts: readonly { name?: string; address: string }[];
  /** The one reference that the reader knows. */
  ownReference?: string;
}

/**
 * Whether a comment could tell a reader who the other party is: a partner's name or mail domain, a contact's name or
 * address, or a reference that is not the reader's. Better a comment less than a name too many.
 */
export function mentionsAnother(
  comment: string,
  { partners, contacts, ownReference }: OtherParties,
): boolean {
  const words = folded(comment).split(' ');
  const text = { comment, lower: comment.toLowerCase(), words, joined: words.join('') };
  return (
    partners.some((partner) => namesPartner(text, partner)) ||
    contacts.some((contact) => namesContact(text, contact)) ||
    namesOtherReference(comment, ownReference)
  );
}

interface CommentText {
  comment: string;
  lower: string;
  words: readonly string[];
  /** All words as one: how a name is written matters not. */
  joined: string;
}

function namesPartner(text: CommentText, { name, domains }: OtherParties['partners'][number]): boolean {
  if (domains.some((domain) => text.lower.includes(domain.toLowerCase()))) return true;
  const whole = folded(name);
  if (!whole) return false;
  const spoken = whole.replaceAll(' ', '');
  if (spoken.length > 4 ? text.joined.includes(spoken) : hasWords(text, whole)) return true;
  const first = whole.split(' ').find((word) => word.length > 1 && !COMMON.has(word));
  if (first === undefined) return false;
  return first.length > 3 ? hasWord(text, first) : hasCapitals(text, first);
}

function namesContact(text: CommentText, { name, address }: OtherParties['contacts'][number]): boolean {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  if (domain && text.lower.includes(domain)) return true;
  const spoken = [...folded(name ?? '').split(' '), ...folded(address.slice(0, Math.max(at, 0))).split(' ')];
  return spoken.some(
    (word) => word.length > 3 && !DESKS.has(word) && !COMMON.has(word) && hasWord(text, word),
  );
}

/** A reference that is not known whole is taken for another's. */
function namesOtherReference(comment: string, own: string | undefined): boolean {
  return [...comment.matchAll(REFERENCE)].some(
    ([, year, number]) => `DR-${year}-${number!.padStart(6, '0')}` !== own,
  );
}

const hasWords = ({ words }: CommentText, phrase: string): boolean =>
  ` ${words.join(' ')} `.includes(` ${phrase} `);

/** A word, also in the genitive that German, Dutch and Luxembourgish write without an apostrophe. */
const hasWord = ({ words }: CommentText, word: string): boolean =>
  words.some((said) => said === word || said === `${word}s`);

/** A short word is a name where it stands in capitals: `KPN`, but not `one`. */
const hasCapitals = ({ comment }: CommentText, word: string): boolean =>
  comment.split(/[^\p{L}\p{N}]/u).some((said) => said === said.toUpperCase() && folded(said) === word);

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]{1,100}/gu, ' ')
    .trim();
