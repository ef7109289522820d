import {
  COMPETING,
  DIRECT_BY_NAME,
  MANDATE,
  MANDATE_MISSING,
  NO_REVENUE,
  TENDER,
} from './lexicon/deal-situations.ts';
import { fold } from './lexicon/fold.ts';
import { DIRECT } from './lexicon/intents/other.ts';
import { occurrences, type Span } from './lexicon/pattern.ts';
import { sentences } from './lexicon/sentences.ts';
import {
  DISSATISFIED,
  LEAVES,
  MIXVOIP_CUSTOMER,
  OPERATOR,
  OWN_CUSTOMER,
  PARTNER_NOUN,
} from './lexicon/situations.ts';
import { type Evidence, type Segment, SITUATIONS, type Situation } from './understanding.ts';

/** A situation that a text states, and where. */
export interface StatedSituation extends Span {
  situation: Situation;
  text: string;
}

export interface SituationOptions {
  /** Stretches that are names (companies, people): words in them do not count. */
  exclude?: Span[];
  /** Mixvoip's own staff wrote it: "called us" means Mixvoip. */
  fromStaff?: boolean;
}

const READ_LIMIT = 40_000;
/** A sentence of fewer characters states no situation. */
const SHORTEST = 6;
const SENTENCE_LIMIT = 1500;

/**
 * What a text states of the customer's situation, each once, in the order of `SITUATIONS`. Callable for the part of
 * a text that is about one customer.
 */
export function findSituations(text: string, options: SituationOptions = {}): StatedSituation[] {
  const original = text.slice(0, READ_LIMIT);
  const folded = blank(fold(original), options.exclude ?? []);
  const told = sentences(folded)
    .filter(({ start, end }) => end - start >= SHORTEST)
    .slice(0, SENTENCE_LIMIT);
  const found = withContext(folded, told).flatMap((sentence) => inSentence(folded, sentence, options));
  return SITUATIONS.flatMap((situation) => {
    const first = found.find((other) => other.situation === situation);
    return first ? [{ ...first, text: original.slice(first.start, first.end) }] : [];
  });
}

/** `findSituations` over several segments, with evidence. */
export function situationsOf(
  segments: Segment[],
  options: SituationOptions | ((segment: Segment) => SituationOptions) = {},
): { situations: Situation[]; evidence: Evidence[] } {
  const optionsFor = typeof options === 'function' ? options : () => options;
  const found = segments.flatMap((segment) =>
    findSituations(segment.text, optionsFor(segment)).map((stated) => ({ ...stated, segment: segment.id })),
  );
  const situations = SITUATIONS.filter((situation) => found.some((stated) => stated.situation === situation));
  const evidence = found.map(({ situation, segment, start, end, text }) => ({
    path: `situation.${situation}`,
    segment,
    start,
    end,
    text,
    method: 'lexicon',
    confidence: 0.85,
  }));
  return { situations, evidence };
}

/** A sentence, and where the part before its semicolon begins. */
type Sentence = Span & { context: number };

function withContext(folded: string, told: Span[]): Sentence[] {
  return told.map((sentence, index) => {
    const last = told[index - 1];
    const continues = last !== undefined && folded[last.end - 1] === ';';
    return { ...sentence, context: continues ? last.start : sentence.start };
  });
}

/** "Has already asked you" holds words of being a customer and of rivals, and is neither. */
function apartFrom(turned: Span | undefined, span: Span | undefined): Span | undefined {
  const overlaps = span && turned && span.start < turned.end && turned.start < span.end;
  return overlaps ? undefined : span;
}

type Finding = Span & { situation: Situation };

function inSentence(folded: string, sentence: Sentence, options: SituationOptions): Finding[] {
  const text = folded.slice(sentence.start, sentence.end);
  const at = (situation: Situation, span: Span | undefined): Finding[] =>
    span ? [{ situation, start: sentence.start + span.start, end: sentence.start + span.end }] : [];
  const leaves = leavesPartner(text, folded.slice(sentence.context, sentence.start));
  const turned = direct(text, options.fromStaff ?? false);
  return [
    ...at('leaves_partner', leaves),
    ...at('dissatisfied', notNegated(text, DISSATISFIED)),
    ...at('own_customer', options.fromStaff ? undefined : ownCustomer(text)),
    ...at('mixvoip_customer', apartFrom(turned, notNegated(text, MIXVOIP_CUSTOMER))),
    ...at('competing_partner', leaves ? undefined : apartFrom(turned, competes(text))),
    ...at('mandate', mandate(text)),
    ...at('tender', notNegated(text, TENDER)),
    ...at('no_revenue', occurrences(text, NO_REVENUE)[0]),
    ...at('direct_contact', turned),
  ];
}

const NEGATED =
  /(?:^|[^a-z])(?:pas|sans|aucun[e]?|jamais|nicht|kein[a-z]{0,2}|ohne|nie|not|no|never|without|isn't|niet|geen|zonder|nooit|net|keen|keng|kee|ouni|rien|nichts|niets|niks|naischt|nothing)[ \t\n]{1,3}(?:\S{1,12}[ \t\n]{1,3}){0,3}$/;

/** The first occurrence with no negation in the three words before it. */
function notNegated(text: string, expression: RegExp): Span | undefined {
  return occurrences(text, expression).find(
    (span) => !NEGATED.test(text.slice(Math.max(0, span.start - 40), span.start)),
  );
}

/** The sender's customer, where the words do not say that it is Mixvoip's. */
function ownCustomer(text: string): Span | undefined {
  const own = notNegated(text, OWN_CUSTOMER);
  const mixvoips = occurrences(text, MIXVOIP_CUSTOMER);
  return own && !mixvoips.some((span) => span.start < own.end && own.start < span.end) ? own : undefined;
}

/** "Ist noch nichts gekündigt": the words that deny it stand within the turn. */
const NOTHING_YET =
  /(?<![a-z])(?:nichts|nix|noch nicht|niets|niks|nog niet|rien|naischt|nach net|nothing|not yet|pas encore)(?![a-z])/;

/** Words of leaving and a word for a partner in one sentence; leaving an operator alone is none of it. */
function leavesPartner(text: string, before: string): Span | undefined {
  const leaves = notNegated(text, LEAVES);
  if (leaves === undefined || NOTHING_YET.test(text.slice(leaves.start, leaves.end))) return undefined;
  return namesPartner(text) || (before !== '' && namesPartner(before)) ? leaves : undefined;
}

function namesPartner(text: string): boolean {
  const operators = occurrences(text, OPERATOR);
  return occurrences(text, PARTNER_NOUN).some(
    (span) => !operators.some((other) => other.start === span.start),
  );
}

const LOOKS_AFTER =
  /(?:mecht|macht|betreut|gere|s'occupe|suit|looks after|manages|beheert|verzorgt|bedreit|actuel|bisher|derzeit|currently|huidig|bis elo|aktuell|jetzig|en place)/;
const NOBODY =
  /(?:^|[^a-z])(?:pas d'|aucun|kein|keinem|keinen|no|geen|kee|keen|never|nie|jamais|sans|ohne)(?:(?<=')|[ \t\n]{1,3})(?:\S{1,12}[ \t\n]{1,3}){0,2}$/;

/** Another partner after the same deal, rather than the one that looks after the customer today. */
function competes(text: string): Span | undefined {
  const other = occurrences(text, COMPETING).find(
    (span) => !NOBODY.test(text.slice(Math.max(0, span.start - 30), span.start)),
  );
  return other !== undefined && !LOOKS_AFTER.test(text) ? other : undefined;
}

function mandate(text: string): Span | undefined {
  const missing = occurrences(text, MANDATE_MISSING);
  if (missing.length > 0) return undefined;
  return notNegated(text, MANDATE);
}

function direct(text: string, fromStaff: boolean): Span | undefined {
  const named = notNegated(text, DIRECT_BY_NAME);
  if (named !== undefined || !fromStaff) return named;
  return DIRECT.map((cue) => occurrences(text, cue.words)[0]).find((span) => span !== undefined);
}

function blank(text: string, spans: Span[]): string {
  let result = text;
  for (const { start, end } of spans) {
    result = result.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + result.slice(end);
  }
  return result.slice(0, text.length);
}
