/** People named in a text: with a title, a role, or a first name; and whether they look like the one to talk to. */

import { fold } from '../lexicon/fold.ts';
import { foldKey } from './keys.ts';
import { FIRST_NAMES, ROLES, SURNAME_PARTICLES, TITLES } from './lexicon/people.ts';
import { STOP_WORDS } from './lexicon/stop-words.ts';
import { isBusinessWord } from './name-words.ts';

export interface Person {
  name: string;
  start: number;
  end: number;
  /** `role`: introduced as contact, owner, manager; `title`: Mr, Frau; `name`: by the first name alone. */
  by: 'role' | 'title' | 'name';
  /** Rank among several: higher is likelier the contact. */
  rank: number;
}

const TITLE_WORDS = [...TITLES].filter((title) => !['fr', 'm', 'me', 'mein'].includes(title));
const TITLE = String.raw`(?:(?:${TITLE_WORDS.map((title) => title.replace(/[.]/g, '\\.')).join('|')}|m\.|me(?= ))\.?[ ]){1,3}`;
const titled = new RegExp(String.raw`(?<![\p{L}\d'])(?:d')?${TITLE}`, 'gu');
const role = new RegExp(
  String.raw`(?<![\p{L}])(?:${ROLES.join('|')})(?![\p{L}])(?:[ ](?:vor ort|sur place|ter plaatse|dort|la-bas|there|op der plaz|chez eux|beim kunden|chez le client|bij de klant|du client|de l'entreprise|der firma|des hauses|principale?|actuelle?|informatique|technique|des achats|van de praktijk|for this|fir|ass|dofir|dabei|hier|et associee?|associee?|general(?:e)?|commercial(?:e)?|financier|financiere)){0,2}(?:[ ]?(?:\([^()\n]{0,24}\))?[ ]?(?:,|:|-|–|est|ist|is|ass|s'appelle|heescht|heißt|heisst|nennt sich|se nomme|heißt|heet|nomme(?:e)?|named|called|war|c'est|sera|bleibt|blijft|wird|\()?[ ]{0,2})?(?:est |ist |is |ass |heet )?(?:elo |nun |jetzt |maintenant |desormais |now |nu |voortaan )?(?:den (?=har)|d'|de heer )?(?:(?:den|de|der|die|le|la)[ ])?(?:${TITLE})?`,
  'gu',
);
const NAME_PART = /\p{Lu}[\p{L}\p{M}'’]*(?:-\p{L}[\p{L}\p{M}'’]*)*\.?/uy;
/** Everyday words that are surnames after a first name. */
const ALSO_SURNAMES = new Set([
  'noel',
  'mars',
  'may',
  'august',
  'mai',
  'april',
  'jan',
  'weg',
  'klein',
  'chef',
  'marche',
  'site',
  'leitung',
  'siege',
]);
const IS_ROLE = new RegExp(`^(?:${ROLES.join('|')})$`, 'u');
const CONTACT_CUE = /ansprech|kontakt|contact|interlocut|aanspreek|decideur|decision|entscheid|uspriech/;

function nameAt(text: string, start: number, fewest: number): { name: string; end: number } | undefined {
  let position = start;
  let end = start;
  let words = 0;
  let capitals = 0;
  if (
    !/\p{Lu}/u.test(text[start] ?? '') &&
    fewest > 0 &&
    !/^(?:van|von|de|den|der|ter|el|di|da) \p{Lu}/u.test(text.slice(start, start + 12))
  )
    return undefined;
  while (words < 5) {
    NAME_PART.lastIndex = position;
    const part = NAME_PART.exec(text)?.[0];
    const particle = part === undefined ? /[\p{Ll}'’]{1,6}(?= )/uy : undefined;
    if (particle) particle.lastIndex = position;
    const lower = particle?.exec(text)?.[0];
    if (part !== undefined) {
      const key = foldKey(part);
      if (capitals === 0 && IS_ROLE.test(key)) return undefined;
      if (
        (STOP_WORDS.has(key) &&
          !(capitals > 0 && ALSO_SURNAMES.has(key)) &&
          !FIRST_NAMES.has(key) &&
          key.length > 1 &&
          !(capitals > 0 && SURNAME_PARTICLES.has(key))) ||
        isBusinessWord(key)
      ) {
        if (!SURNAME_PARTICLES.has(key)) break;
      }
      const initial = /^\p{Lu}\.$/u.test(part) || /^(?:\p{Lu}\.-?)+$/u.test(part);
      const clean = part.endsWith('.') && !initial ? part.slice(0, -1) : part;
      end = position + clean.length;
      capitals++;
      if (clean !== part) break;
      position += part.length;
    } else if (
      lower !== undefined &&
      !(capitals > 1 && /^v/.test(lower)) &&
      SURNAME_PARTICLES.has(lower.replace('’', "'"))
    )
      position += lower.length;
    else break;
    words++;
    if (text[position] !== ' ' || text[position + 1] === ' ') break;
    position++;
  }
  const name = text.slice(start, end);
  if (capitals < fewest || name.length < 2 || (/^(?:\p{Lu}\.?\s?)+$/u.test(name) && name.length < 3))
    return undefined;
  return { name, end };
}

function put(people: Person[], person: Person): void {
  const same = people.find((other) => person.start < other.end && person.end > other.start);
  if (same === undefined) people.push(person);
  else if (person.rank > same.rank) Object.assign(same, person);
}

/** Puts shouted surnames in their usual form: `Claude MÜLLER`. */
function usual(name: string): string {
  return name.replace(
    /(?<=\p{L} |-)(\p{Lu})(\p{Lu}{2,})(?![\p{Ll}])/gu,
    (_, first: string, rest: string) => first + rest.toLowerCase(),
  );
}

/** Every person named, in order. */
export function findPeople(text: string): Person[] {
  const folded = fold(text);
  const people: Person[] = [];
  for (const match of folded.matchAll(role)) {
    const at = match.index + match[0].length;
    const found = nameAt(text, at, 1);
    if (
      !found ||
      (!found.name.includes(' ') &&
        !new RegExp(`${TITLE}$`, 'u').test(match[0]) &&
        !/[:(]\s*$/.test(match[0]))
    )
      continue;
    const rank = CONTACT_CUE.test(match[0]) ? 4 : 3;
    put(people, { name: usual(found.name), start: at, end: found.end, by: 'role', rank });
  }
  for (const match of folded.matchAll(titled)) {
    const at = match.index + match[0].length;
    const found = nameAt(text, at, 1);
    if (found)
      put(people, {
        name: usual(found.name),
        start: at,
        end: found.end,
        by: 'title',
        rank: found.name.includes(' ') ? 2.5 : 1.5,
      });
  }
  for (const match of text.matchAll(
    /(?:(?<=(?<!\p{L})[dD]['’])|(?<![\p{L}\p{N}@.'’-]))\p{Lu}[\p{L}\p{M}]+(?:-\p{Lu}[\p{L}\p{M}]+)?(?= (?:\p{Lu}|de |van |von |du |d'|el |di |da |le |ter |ten ))/gu,
  )) {
    if (!FIRST_NAMES.has(fold(match[0])) && !FIRST_NAMES.has(fold(match[0]).split('-')[0] ?? '')) continue;
    const found = nameAt(text, match.index, 2);
    if (found)
      put(people, { name: usual(found.name), start: match.index, end: found.end, by: 'name', rank: 1 });
  }
  return people
    .filter((person) => !GREETING.test(folded.slice(Math.max(0, person.start - 40), person.start)))
    .sort((a, b) => a.start - b.start);
}

/** Who is greeted receives the mail: `Bonjour Madame Neises`, `Sehr geehrte Frau Rouge`. */
const GREETING =
  /(?:^|\n|[.!?] )[ "]{0,3}(?:bonjour|bonsoir|salut|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|dear|hi|hello|hey|beste|geachte|dag|moien|moie|mojen|goedendag|goeiedag|cher|chere|chers|merci|danke|thanks|bedankt)[ ](?:\p{L}{1,10}\.?[ ]){0,3}$/u;

/** Whether an address's local part is made of a person's name: `t.lehnert`, `valerie.hennart`, `lk`. */
export function isAddressOf(name: string, address: string): boolean {
  const local = fold(address.split('@')[0] ?? '')
    .replace(/[^a-z0-9]/g, ' ')
    .trim();
  const words = foldKey(name)
    .split(' ')
    .filter((word) => word.length > 1);
  const surname = words.at(-1) ?? '';
  const plain = (word: string) => word.replace(/ß/g, 'ss').replace(/œ/g, 'oe');
  const umlaut = (word: string) => fold(word.replace(/ä/gi, 'ae').replace(/ö/gi, 'oe').replace(/ü/gi, 'ue'));
  const full = umlaut(name).split(/[^\p{L}]+/u);
  const parts = local.split(' ');
  const names = [...words, ...full].map(plain).filter((word) => word.length > 2);
  if (
    names.some((word) => parts.includes(word) || (word.length > 3 && local.replace(/ /g, '').includes(word)))
  )
    return true;
  return surname !== '' && parts.join('') === words.map((word) => word[0]).join('');
}

const ROLE_TAIL = /\s*(?:\(.*|,\s.*|\s[-–|/]\s.*|;.*|\t.*)$/su;

/** The name under a contact label: without title, role, brackets, number or address. */
export function readContactName(value: string): string | undefined {
  const line = value.split('\n')[0] ?? '';
  const bare = line
    .replace(/[\w.+-]+@[\w.-]+/g, '')
    .replace(/(?:\+|\(?0)[\d /().-]{6,}$/, '')
    .replace(ROLE_TAIL, '')
    .trim();
  const folded = fold(bare);
  titled.lastIndex = 0;
  role.lastIndex = 0;
  const introduced = role.exec(folded);
  const skip =
    introduced && introduced.index < 20 && introduced.index + introduced[0].length < folded.length
      ? introduced.index + introduced[0].length
      : 0;
  const lead = skip || (new RegExp(String.raw`^(?:d')?${TITLE}`, 'u').exec(folded)?.[0].length ?? 0);
  const at = nameAt(bare, lead, 1);
  if (!at) return undefined;
  const rest = bare.slice(at.end).trim();
  return rest.length > 24 ? undefined : usual(at.name);
}
