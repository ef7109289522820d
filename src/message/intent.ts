import { circumstances, type IntentContext } from './intent/circumstances.ts';
import { type Hit, strength, type Topic } from './intent/score.ts';
import type { Evidence, Intent } from './understanding.ts';

export type { IntentContext } from './intent/circumstances.ts';

/** What a mail wants, and from which words that was read. */
export interface DetectedIntent {
  intent: Intent;
  /** 0..1 */
  confidence: number;
  evidence: Evidence[];
  /** Another intent, and something new is registered too. */
  also_registers?: true;
  /** Asks whether a customer is free, and claims nothing. */
  clearance?: true;
}

type Scores = Record<Topic, number>;
type Known = ReturnType<typeof circumstances>;

/**
 * What the sender wants. Machines first (the headers' verdict, then the text's); then every intent is scored by its
 * words in the sender's own text and subject (negated ones count nothing) together with the circumstances: an answer
 * to which notice of ours, a reference, a forwarded mail, services asked for. The highest wins.
 */
export function detectIntent(context: IntentContext): DetectedIntent {
  const known = circumstances(context);
  const automatic = automaticIntent(context, known);
  if (automatic !== undefined) return result(automatic, 0.95, known);
  const scores = weigh(context, known);
  const intent = choose(context, known, scores);
  const confidence = Math.min(0.98, 0.4 + (scores[intent as Topic] ?? 1) / 10);
  return {
    ...result(intent, confidence, known),
    ...(registersToo(intent, known, scores) ? { also_registers: true as const } : {}),
    ...(intent === 'question' && isClearance(scores) ? { clearance: true as const } : {}),
  };
}

function result(intent: Intent, confidence: number, known: Known): DetectedIntent {
  return { intent, confidence, evidence: evidenceOf(intent, known) };
}

/** Figures, addresses or services in the own text: something to add to a deal. */
function givesData(known: Known): boolean {
  return known.givesFigures || known.namesServices;
}

function automaticIntent(context: IntentContext, known: Known): Intent | undefined {
  const kind = context.automation.kind;
  if (kind === 'bounce' || kind === 'bulk' || kind === 'auto_reply') return kind;
  if (kind === 'receipt') return 'auto_reply';
  if (kind === 'own_mail') return 'other';
  const words = (topic: Topic) => strength(known.hits, topic);
  if (words('bounce') >= 4 && words('register') < 3) return 'bounce';
  return isAbsence(context, known) ? 'auto_reply' : undefined;
}

/**
 * An absence reply may say whom to ask about internet or telephony: then it must tell more of itself than that. Its
 * subject is that of the mail it answers, so only the text can claim something.
 */
function isAbsence(context: IntentContext, known: Known): boolean {
  const own = new Set(
    context.segments.filter((segment) => segment.kind === 'own').map((segment) => segment.id),
  );
  const register = strength(
    known.hits.filter((hit) => own.has(hit.segment)),
    'register',
  );
  const claims = register >= (context.namesCustomer ? 2 : 3);
  return !claims && strength(known.hits, 'auto_reply') >= (known.wantsServices ? 4.2 : 3.3);
}

/** Words and circumstances together. */
function weigh(context: IntentContext, known: Known): Scores {
  const words = (topic: Topic) => strength(known.hits, topic);
  const scores = Object.fromEntries(TOPICS_WEIGHED.map((topic) => [topic, words(topic)])) as Scores;
  const aboutDeal = known.namesReference || known.answersNotice;
  scores.register += registerBonus(context, known, aboutDeal);
  scores.amend = aboutDeal
    ? scores.amend + (givesData(known) ? 1.8 : 0)
    : scores.amend * (known.speaksOfEarlier ? 0.9 : 0.4);
  if (!aboutDeal) {
    // What a customer left, keeps or signs elsewhere is told in registrations too.
    const claims = words('register') >= 2 && known.wantsServices;
    if (claims || !known.speaksOfEarlier) scores.lost *= claims ? 0.4 : 0.6;
    if (!known.speaksOfEarlier) {
      scores.extend *= 0.6;
      if (claims) scores.won *= 0.5;
    }
  }
  // "They chose another, you may close it": the loss is the reason.
  if (scores.lost >= 2.4) scores.withdraw *= 0.6;
  scores.status *= aboutDeal || known.speaksOfEarlier || scores.register < 2 ? 1 : 0.6;
  scores.contest *= known.answersRejection ? 1.3 : 1;
  if (known.answersRejection && known.objects) scores.contest += 1.5;
  if (known.answersExpiry && known.agrees) scores.extend += 3.5;
  if (known.answersQuestions && givesData(known)) scores.amend += 2;
  if (!aboutDeal && !known.speaksOfEarlier && known.questions > 0 && scores.question >= 2) {
    for (const topic of GENERAL)
      if (topic !== 'status' || scores.status < 3.4 || !known.hasCustomer) scores[topic] *= 0.4;
  }
  if (!known.hasCustomer && scores.question >= 2 && known.questions > 0)
    scores.register *= known.wantsServices ? 0.65 : 0.35;
  scores.question += known.questions > 0 && !aboutDeal ? Math.min(2, known.questions) * 0.7 : 0;
  if (known.questions === 0) scores.question *= 0.3;
  return scores;
}

/** What a general question may be about without asking for it. */
const GENERAL: Topic[] = ['extend', 'withdraw', 'contest', 'won', 'lost', 'amend', 'status'];

function registerBonus(context: IntentContext, known: Known, aboutDeal: boolean): number {
  let bonus = 0;
  if (known.forwards && !aboutDeal) bonus += 2;
  if (known.hasAttachedText && !aboutDeal) bonus += 1.2;
  if (known.wantsServices) bonus += aboutDeal ? 0.3 : 1.5;
  else if (known.bringsServices && !aboutDeal) bonus += 1;
  if (context.namesCustomer && !aboutDeal) bonus += 1;
  if (aboutDeal && !known.disownsHistory) bonus -= known.namesReference ? 2.5 : 1.5;
  if (known.disownsHistory) bonus += 2;
  if (known.deniesRegistration) bonus -= 4;
  return bonus;
}

const TOPICS_WEIGHED: Topic[] = [
  'withdraw',
  'won',
  'lost',
  'extend',
  'contest',
  'amend',
  'status',
  'register',
  'question',
  'clearance',
  'direct',
  'thanks',
  'spam',
  'auto_reply',
  'bounce',
];
const RANKED = [
  'withdraw',
  'contest',
  'won',
  'lost',
  'extend',
  'amend',
  'status',
  'register',
  'question',
] as const;
const ENOUGH = 1.4;

function choose(context: IntentContext, known: Known, scores: Scores): Intent {
  if (isSpam(context, known, scores)) return 'spam';
  if (context.fromStaff) return chooseForStaff(known, scores);
  if (isClearance(scores)) return 'question';
  const best = RANKED.toSorted((a, b) => scores[b] - scores[a])[0]!;
  if (best === 'register') return beforeRegistering(known, scores) ?? aboveThreshold(best, known, scores);
  return aboveThreshold(best, known, scores);
}

/** A mail about an earlier deal that registers another one too: the deal it names comes first. */
function beforeRegistering(known: Known, scores: Scores): Intent | undefined {
  if (!known.namesReference && !(known.speaksOfEarlier && known.registersApart)) return undefined;
  const best = RANKED.filter((intent) => intent !== 'register' && intent !== 'question').toSorted(
    (a, b) => scores[b] - scores[a],
  )[0]!;
  return scores[best] >= 3 ? best : undefined;
}

function aboveThreshold(best: (typeof RANKED)[number], known: Known, scores: Scores): Intent {
  if (best === 'question' && known.namesReference) return 'status';
  if (scores[best] >= ENOUGH) return best;
  return withoutWords(known, scores);
}

/** No word decides: circumstances alone. */
function withoutWords(known: Known, scores: Scores): Intent {
  if (known.answersRejection && scores.thanks < 2) return 'contest';
  if (known.answersNotice && givesData(known)) return 'amend';
  if (scores.thanks >= 2 && !known.wantsServices) return 'other';
  if (known.answersNotice && known.hasAttachedText) return 'amend';
  if (known.namesReference && known.questions === 0 && givesData(known)) return 'amend';
  if (known.forwards || known.wantsServices || known.bringsServices) return 'register';
  if (known.questions === 0) return 'other';
  return known.namesReference ? 'status' : 'question';
}

/** Staff record what customers ask for; they register nothing. */
function chooseForStaff(known: Known, scores: Scores): Intent {
  const records = scores.direct >= 2.5 || known.wantsServices || scores.register >= 2;
  const asks = scores.question + scores.status + scores.clearance;
  if (records && (scores.direct >= asks || known.wantsServices)) return 'awareness';
  if (scores.status >= 3) return 'status';
  return asks >= ENOUGH && known.questions > 0 ? 'question' : 'other';
}

function isSpam(context: IntentContext, known: Known, scores: Scores): boolean {
  const pretends = known.pretends ? 2.5 : 0;
  const proper = context.fromStaff || context.fromPartner;
  const score = scores.spam + pretends - (proper ? 2 : 0);
  return score >= 3 && scores.register < 3.5 + (known.pretends ? 9 : 0) && score > scores.register;
}

/** Asks whether somebody is free and claims nothing itself ("if so, I take it" claims). */
function isClearance(scores: Scores): boolean {
  const claims = Math.max(
    scores.withdraw,
    scores.won,
    scores.lost,
    scores.extend,
    scores.contest,
    scores.amend,
  );
  return scores.clearance >= 3 && scores.register < 3.4 && claims < 3 && scores.status < 4;
}

/** Something new beside the main intent: words of registering in a sentence of its own, and services. */
function registersToo(intent: Intent, known: Known, scores: Scores): boolean {
  const aboutDeal = ['amend', 'withdraw', 'extend', 'won', 'lost', 'status', 'contest'].includes(intent);
  const apart = intent === 'amend' ? known.registersOther : known.registersApart;
  return aboutDeal && known.wantsServices && apart && scores.register > -1;
}

const EVIDENCE_TOPIC: Partial<Record<Intent, Topic>> = { awareness: 'direct', other: 'thanks' };

function evidenceOf(intent: Intent, known: Known): Evidence[] {
  const topic = EVIDENCE_TOPIC[intent] ?? intent;
  return known.hits
    .filter((hit): hit is Hit & { segment: number; text: string } => hit.topic === topic)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 4)
    .map((hit) => ({
      path: 'intent',
      segment: hit.segment,
      start: hit.start,
      end: hit.end,
      text: hit.text,
      method: 'lexicon',
      confidence: Math.min(0.95, 0.4 + hit.weight / 8),
    }));
}
