/** Which of the names in a text is the customer's: every candidate is rated by what stands around it. */

import { fold } from '../lexicon/fold.ts';
import { occurs, pattern, type Span } from '../lexicon/pattern.ts';
import { isTown, townAt } from './gazetteer.ts';
import { foldKey } from './keys.ts';
import {
  MEDIUM_BEFORE,
  OTHER_AFTER,
  OTHER_BEFORE,
  REGISTER_VERBS,
  STRONG_BEFORE,
  TOWN_LEAD,
  WEAK_BEFORE,
} from './lexicon/name-cues.ts';
import { STOP_WORDS } from './lexicon/stop-words.ts';
import { findNameRuns, type NameRun } from './name-runs.ts';
import { coreOf } from './outsiders.ts';
import { tokenize } from './tokens.ts';

export interface NameCandidate extends NameRun {
  /** Above `NAME_BAR` it is believed. */
  rating: number;
  core: string;
  /** Where the town that follows it stands, with its name. */
  town?: Span & { name: string };
  /** Cues seen, for people. */
  cues: string[];
}

/** What is known of the customer from elsewhere in the mail. */
export interface NameContext {
  /** Core words of the subject line. */
  subject?: string;
  /** Domains of customers' addresses and sites. */
  domains: readonly string[];
  /** Stretches that are something else: streets, addresses, e-mails, people. */
  taken: readonly Span[];
  /** People introduced as such. */
  people?: readonly Span[];
  /** Text of a customer's own signature: names there are likely its own. */
  signature?: boolean;
  /** The subject line: words of the trade are expected around the name. */
  isSubject?: boolean;
}

/** What a believed name needs. */
export const NAME_BAR = 2;

const registers = pattern(REGISTER_VERBS);
const BEFORE = 70;

/** How much of a domain's label a name explains, 0..1: `garage-steichen.example` by "Garage Steichen S.à r.l.". */
export function domainAgreement(core: string, domain: string): number {
  const label = (domain.split('.')[0] ?? '').replace(/[^\p{L}\p{N}]/gu, '');
  if (label.length < 3) return 0;
  const words = core.split(' ').filter((word) => word.length > 2);
  let rest = label;
  for (const word of words) rest = rest.replace(word, '');
  const squeezed = core.replace(/ /g, '');
  if (squeezed === label) return 1;
  const initials = core
    .split(' ')
    .map((word) => word[0])
    .join('');
  if (
    label.length >= 3 &&
    (initials === label || (words.length > 2 && rest.length < label.length && initials.includes(rest)))
  )
    return 0.7;
  const explained = 1 - rest.length / label.length;
  return explained >= 0.4 ? explained : 0;
}

function sentenceAround(folded: string, run: NameRun): string {
  const from = Math.max(0, run.start - 160);
  const before = folded.slice(from, run.start);
  const after = folded.slice(run.end, run.end + 140);
  const stop = before.search(/(?:[.!?]\s|\n\n)(?![\s\S]*(?:[.!?]\s|\n\n))/);
  const end = after.search(/[.!?](?:\s|$)|\n\n/);
  return `${before.slice(stop + 1)} ${end < 0 ? after : after.slice(0, end)}`;
}

function townAfter(text: string, folded: string, end: number): (Span & { name: string }) | undefined {
  const lead = TOWN_LEAD.exec(folded.slice(end, end + 40));
  if (!lead) return undefined;
  const start = end + lead[0].length;
  const town = townAt(text, start) ?? unknownTown(text, start, lead[0]);
  if (!town) return undefined;
  const more = /^-\p{Lu}[\p{L}'’-]{1,24}/u.exec(text.slice(town.end, town.end + 26))?.[0] ?? '';
  return { start: town.start, end: town.end + more.length, name: town.name + more };
}

const PLACE =
  /\p{Lu}[\p{L}'’-]{2,24}(?=\s?[,.;)!?]|\s*$|\n| (?:pour|voor|for|fur|für|fir|even|op|auf)(?= ))/uy;

/** A place that no table knows, where the word before it leaves no doubt (`à`, `te`, `in … .`). */
function unknownTown(text: string, start: number, lead: string): (Span & { name: string }) | undefined {
  if (!/(?:^|[ (])(?:à|in|te|uit|zu|ze)\s$/.test(lead.replace(/a $/, 'à '))) return undefined;
  PLACE.lastIndex = start;
  const name = PLACE.exec(text)?.[0];
  return name === undefined || STOP_WORDS.has(foldKey(name))
    ? undefined
    : { name, start, end: start + name.length };
}

class Rater {
  private readonly text: string;
  private readonly folded: string;
  private readonly context: NameContext;

  constructor(text: string, folded: string, context: NameContext) {
    this.text = text;
    this.folded = folded;
    this.context = context;
  }

  rate(run: NameRun): NameCandidate {
    const core = coreOf(run.name);
    const cues: string[] = [];
    let rating = 0;
    const add = (cue: string, weight: number) => {
      cues.push(cue);
      rating += weight;
    };
    if (run.form) add('legal form', 2.4);
    if (run.business && run.proper > 0) add('kind of business', 1.6);
    const before = this.folded.slice(Math.max(0, run.start - BEFORE), run.start).replace(/\n/g, ' ');
    const after = this.folded.slice(run.end, run.end + 70).replace(/\n/g, ' ');
    const isSpecific = run.form || run.business || run.words > 1;
    if (STRONG_BEFORE.test(before)) add('cue', isSpecific ? 2 : 1.3);
    else if (MEDIUM_BEFORE.test(before)) add('cue', 1.1);
    else if (WEAK_BEFORE.test(before)) add('cue', 0.5);
    const town = townAfter(this.text, this.folded, run.end);
    if (town) add('town', 1.2);
    else if (this.addressFollows(run)) add('address', 1.2);
    if (run.quoted) add('quoted', 0.8);
    if (occurs(sentenceAround(this.folded, run), registers)) add('register', 0.7);
    this.rateAgreement(core, run, add);
    this.rateDoubts(run, before, after, add);
    return { ...run, rating, core, cues, ...(town ? { town } : {}) };
  }

  private addressFollows(run: NameRun): boolean {
    return [...this.context.taken, ...(this.context.people ?? [])].some(
      (span) => span.start >= run.end && span.start - run.end < 14,
    );
  }

  private rateAgreement(core: string, run: NameRun, add: (cue: string, weight: number) => void): void {
    const { domains, subject, signature, isSubject } = this.context;
    const agreement = Math.max(0, ...domains.map((domain) => domainAgreement(core, domain)));
    if (agreement > 0) add('domain', 1.2 + agreement * 1.3);
    if (subject && core.length > 3 && contains(subject, core))
      add('subject', run.words > 1 && !run.person ? 1.8 : 1.4);
    if (signature) add('signature', 0.8);
    if (isSubject && isSpecificName(run)) add('subject line', 0.9);
  }

  private rateDoubts(
    run: NameRun,
    before: string,
    after: string,
    add: (cue: string, weight: number) => void,
  ): void {
    if (run.title) add('title', -4);
    else if (run.person) add('person', -1.8);
    if (run.indefinite && !run.form) add('indefinite', -1.2);
    if (run.proper === 0 && !run.form) add('no name', -3);
    if (OTHER_BEFORE.test(before)) add('other', -3.5);
    if (OTHER_AFTER.test(after)) add('other', -3.5);
    if (run.words === 1 && !run.form && !run.quoted) add('one word', run.opening ? -1.6 : -0.7);
    if (!run.form && isTown(run.name)) add('a town', -2.5);
    if (!/\p{L}{2}/u.test(run.name) || isCode(run.name) || run.name.length > 110) add('no words', -5);
  }
}

/** References, file numbers, codes: more figures than letters. */
function isCode(name: string): boolean {
  const figures = (name.match(/\d/g) ?? []).length;
  return /^(?:DR|KW)[- ]?\d/i.test(name) || figures * 2 > name.length;
}

function isSpecificName(run: NameRun): boolean {
  return run.form || run.business || run.words > 1 || run.proper > 0;
}

/** Whether the words of `part` stand in `whole` in a row. */
export function contains(whole: string, part: string): boolean {
  return ` ${whole} `.includes(` ${part} `);
}

function overlaps(run: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => run.start < span.end && run.end > span.start);
}

/** Every candidate of a text with its rating, in order; spans that are something else left out. */
export function rateNames(text: string, context: NameContext): NameCandidate[] {
  const folded = fold(text);
  const rater = new Rater(text, folded, context);
  return findNameRuns(text, tokenize(text))
    .filter((run) => !overlaps(run, context.taken) || (run.form && !containsAny(run, context.taken)))
    .filter((run) => run.business || run.form || !overlaps(run, context.people ?? []))
    .map((run) => rater.rate(run));
}

function containsAny(run: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start >= run.start && span.end <= run.end);
}

/** Whether two candidates are forms of one name: one holds the words of the other. */
export function isSameName(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b || contains(a, b) || contains(b, a)) return true;
  const [x, y] = [a.replace(/ /g, ''), b.replace(/ /g, '')];
  return x === y;
}

/** Words of a subject line for comparison. */
export function subjectCore(subject: string): string {
  return foldKey(subject);
}
