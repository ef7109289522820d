import { fold } from '../lexicon/fold.ts';
import { AMEND, EXTEND, LOST, WITHDRAW, WON } from '../lexicon/intents/deal.ts';
import { CONTEST, STATUS } from '../lexicon/intents/inquiry.ts';
import { AUTO_REPLY, BOUNCE, CLEARANCE, DIRECT, QUESTION, SPAM, THANKS } from '../lexicon/intents/other.ts';
import { REGISTER } from '../lexicon/intents/register.ts';
import type { Cue } from '../lexicon/intents/types.ts';
import { occurrences, occurs, pattern, type Span } from '../lexicon/pattern.ts';
import { sentences } from '../lexicon/sentences.ts';

const CUES = {
  register: REGISTER,
  amend: AMEND,
  withdraw: WITHDRAW,
  extend: EXTEND,
  won: WON,
  lost: LOST,
  status: STATUS,
  contest: CONTEST,
  question: QUESTION,
  clearance: CLEARANCE,
  direct: DIRECT,
  thanks: THANKS,
  spam: SPAM,
  auto_reply: AUTO_REPLY,
  bounce: BOUNCE,
} satisfies Record<string, Cue[]>;

/** What words may speak for: the intents, and what helps to tell them apart. */
export type Topic = keyof typeof CUES;
export const TOPICS = Object.keys(CUES) as Topic[];

/** A cue found: for which topic, how strongly after negation and condition, and where. */
export interface Hit extends Span {
  topic: Topic;
  weight: number;
  /** Number of the sentence it stands in. */
  sentence: number;
}

export interface ScoredText {
  sentences: (Span & { question: boolean })[];
  hits: Hit[];
}

const CONDITION = pattern(`
  si (?:nous|on|je|vous|le|la|un|une|notre); s'il*; au cas ou; lorsque; quand (?:nous|on|je|un); comment;
  wenn; falls; sollte(?:n)?; wie (?:kann|konnen|muss|mussen|soll|sollen|melde|registrier)*; sobald; if;
  in case; when (?:we|i|a|you); how (?:do|can|should|to); once (?:we|a); unless; als (?:we|wij|ik|een|de);
  indien; wanneer; hoe (?:kan|moet|kunnen); zodra; wann (?:mir|ech|een|de); wei (?:kann|muss|musse|mell);
  soubal
`);
const NEGATION = pattern(`
  pas; ne; n'; jamais; sans; ni; non; nicht; kein(?:e|en|er|em)?; nie; niemals; ohne; nichts; not;
  (?:do|does|did|is|has|have|can|should|won|isn|don)(?:n)?'t; never; no; without; niet; geen; nooit; zonder;
  net; keen; keng; kee; ni; ouni; naischt; niets; niks; rien; aucune?; nothing
`);
const NOT_YET = pattern(`
  pas encore; noch nicht; not yet; nog niet; nach net; noch nichts; wird; werden; sera; seront; will; 'll;
  zal; zullen; wart; doit; devrait; devraient; soll; sollte; sollen; should; would; could; moet; zou; soll;
  avant (?:de|que); bevor; before; voordat; ier; pour (?:gagner|signer); attend*; wartet; en attente;
  waiting; si; wenn; if; als; gett; ginn; wordt; worden; voraussichtlich; waarschijnlijk; normalement;
  probablement; probably; warscheinlech; vraisemblablement; prevue?s?; erwart*; verwacht*; verwaart; gepland
`);

/** Every cue of every topic in a text, weakened by negations and conditions in its sentence. */
export function scoreText(text: string, share = 1): ScoredText {
  const folded = fold(text);
  const all = sentences(folded).map((span) => ({
    ...span,
    question: /\?["')\s]*$/.test(folded.slice(span.start, span.end)),
  }));
  const hits = TOPICS.flatMap((topic) =>
    CUES[topic].flatMap((cue: Cue) => hitsOf(folded, all, topic, cue, share)),
  );
  return { sentences: all, hits: hits.toSorted((a, b) => a.start - b.start) };
}

function hitsOf(folded: string, all: Span[], topic: Topic, cue: Cue, share: number): Hit[] {
  return occurrences(folded, cue.words, 20).flatMap((span) => {
    const sentence = all.findIndex((other) => span.start >= other.start && span.start < other.end);
    if (sentence < 0) return [];
    if (topic === 'clearance' && asksHow(folded.slice(all[sentence]!.start, all[sentence]!.end))) return [];
    const factor = cue.whole ? 1 : factorOf(folded, all[sentence]!, span, topic);
    return factor === 0 ? [] : [{ ...span, topic, sentence, weight: cue.weight * factor * share }];
  });
}

/** Negated counts nothing; conditional little; won and lost only where they have happened. */
function factorOf(folded: string, sentence: Span, span: Span, topic: Topic): number {
  const before = folded.slice(sentence.start, span.start);
  const near =
    before
      .slice(-32)
      .split(/[,;:()]/)
      .at(-1) ?? '';
  if (negates(near) || occurs(folded.slice(span.end, span.end + 8), AFTER)) return topic === 'amend' ? 1 : 0;
  // "Mir mellen nach näischt un": what parts the verb takes the registration back.
  if (topic === 'register' && occurs(folded.slice(span.start, span.end), NEGATION)) return 0;
  const condition = occurs(before.slice(-70), CONDITION) ? 0.3 : 1;
  if (topic === 'register' && POSSESSIVE.test(before)) return 0;
  if (topic === 'register' && asksHow(folded.slice(sentence.start, sentence.end))) return 0.2;
  if (topic === 'won' && ELSEWHERE.test(folded.slice(span.end, span.end + 30))) return 0;
  const around = folded.slice(Math.max(sentence.start, span.start - 50), span.end);
  if (topic === 'won' && WITH_ANOTHER.test(around)) return 0;
  if (topic === 'won' && SIGNED_PAPER_AFTER.test(folded.slice(span.end, span.end + 60))) return 0;
  if (topic === 'won' && SIGNED_PAPER.test(folded.slice(Math.max(0, span.end - 40), span.end))) return 0;
  const hasHappened = topic === 'won' || topic === 'lost';
  if (hasHappened && occurs(folded.slice(sentence.start, span.end), NOT_YET)) return 0.3;
  return condition;
}

/** "Our registration" is an earlier one. */
const POSSESSIVE =
  /(?:^|[^a-z])(?:ma|mon|mes|notre|nos|votre|vos|mein[a-z]{0,2}|unser[a-z]{0,2}|ihre?[a-z]?|eure?[a-z]?|my|our|your|mijn|onze|ons|uw|jullie|meng[a-z]{0,2}|mai|eis[a-z]{0,2}|ar|iere?)[ \t\n]{1,3}(?:[a-z]{3,14}[ \t\n]{1,3})?$/;
/** "They signed with …" somebody who is not we. */
const ELSEWHERE =
  /^[ \t\n]{1,3}(?:elsewhere|ailleurs|woanders|elders|anescht|anerwaerts)|^[ \t\n]{1,3}(?:\S{1,14}[ \t\n]{1,3})?(?:chez|bei|with|bij|mat)[ \t\n]{1,3}(?!nous|uns|us(?![a-z])|ons|eis|vous|euch|you|ihnen|jullie|iech|mixvoip)/;
/** "They have, with a competitor, signed": the other one stands before the participle. */
const WITH_ANOTHER =
  /(?<![a-z])(?:bei|beim|chez|with|bij|mat|mam|avec|an|aan|fir|fur|for|pour|voor)[ \t\n]{1,3}(?:[a-z']{1,12}[ \t\n]{1,3}){0,2}(?:(?:une? |l')?(?:konkurren|mitbewerb|wettbewerb|concurren|competit|rival)|(?:ander|autre|other|another|aner)[a-z]{0,3}[ \t\n]|someone else|ailleurs|elsewhere)/;
const SIGNED_PAPER_AFTER =
  /^[a-z]{0,4}[ \t\n]{1,3}(?:(?:un|une|le|la|notre|leur|a|an|the|our|een|de|het|eine?n?|eng?|uns|us|nous|ons|eis|bereits|deja)[ \t\n]{1,3}){0,3}(?:mandat|mandate|vollmacht|volmacht|procuration|letter of|nda|loa|power of|accord de confid|vollmuecht)/;
const SIGNED_PAPER =
  /(?:mandat[a-z]{0,2}|mandate|vollmacht|volmacht|procuration|nda|accord|agreement|formulaire|formular|form|formulier)[ \t\n]{1,3}(?:\S{1,12}[ \t\n]{1,3}){0,2}(?:sign|unterschr|getek|onderteken|ennerschr)[a-z]{0,12}$/;

/** "How long …?", "Was passiert, wenn …?": a question about registering registers nothing. */
function asksHow(sentence: string): boolean {
  return sentence.includes('?') && QUESTION_START.test(sentence);
}

const QUESTION_START =
  /^[^a-z]{0,8}(?:(?:und|et|and|en|an|aber|mais|but|also|donc|hello|hallo|bonjour|moien|hi|dag)[, ]{1,2}){0,2}(?:wie|was|wann|ab wann|welche|wer|wo|how|what|when|which|who|where|why|comment|combien|quels?|quelles?|quand|pourquoi|qu'|faut-il|doit-on|hoe|wat|wanneer|welke|wie|waar|waarom|wei|weini|wat|weng|firwat|muss(?:en)? (?:wir|ich|man|mir|ech)|must we|do (?:we|i) (?:need|have)|moeten we|moet ik|darf|durfen|do you|does|schutzt ihr|beschermen jullie|schutzt dir|protegez-vous)(?![a-z])/;

const AFTER = pattern(`
  (?:pas|nicht|niet|net)
`);

function negates(near: string): boolean {
  return occurs(near.split(/\s+/).slice(-5).join(' '), NEGATION);
}

/** The strength of a topic: its strongest cue fully, further ones less and less; a sentence counts once, but in spam, where one sentence says it all. */
export function strength(hits: Hit[], topic: Topic): number {
  const bySentence = new Map<number, number>();
  for (const hit of hits) {
    if (hit.topic !== topic) continue;
    const key = topic === 'spam' ? hit.start : hit.sentence;
    bySentence.set(key, Math.max(bySentence.get(key) ?? 0, hit.weight));
  }
  return [...bySentence.values()]
    .toSorted((a, b) => b - a)
    .slice(0, 5)
    .reduce((sum, weight, index) => sum + weight / 2 ** index, 0);
}
