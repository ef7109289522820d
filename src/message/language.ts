import { eld } from 'eld/small';
import { franc } from 'franc-all';
import { fold } from './lexicon/fold.ts';
import { FUNCTION_WORDS } from './lexicon/function-words.ts';
import { LABEL_WORDS } from './lexicon/label-words.ts';
import { occurrences } from './lexicon/pattern.ts';
import { LANGUAGES, type Language } from './understanding.ts';

export interface DetectedLanguage {
  language: Language;
  /** 0..1 */
  confidence: number;
}

/** What helps where the text says too little. */
export interface LanguageFallback {
  subject?: string;
  /** The closing line of the sender's signature. */
  closing?: string;
  /** The partner's usual language. */
  hint?: Language;
}

type Scores = Record<Language, number>;

const READ_LIMIT = 4000;
const FEW_WORDS = 3;

/**
 * The language of a sender's own new text, without quoted history and signature.
 * Function words decide where they speak clearly; n-grams (eld for fr, de, en, nl; franc for Luxembourgish, which eld
 * takes for German) vote with them. Greetings count little: Luxembourgish ones open many French mails.
 * A form of labels and values is judged by its labels, not by names in its values.
 * A text of less than three words is read together with the subject; then the hint decides, then French.
 */
export function detectLanguage(text: string, fallback: LanguageFallback = {}): DetectedLanguage {
  const own = readable(text);
  const body = withoutGreetings(own);
  const form = formLanguage(body, own, fallback);
  if (form !== undefined) return form;
  const first = strongest(body);
  if (first !== undefined && first.confidence >= 0.5) return first;
  const subject = readable(fallback.subject ?? '').replace(/^(?:(?:re|aw|tr|fwd?|wg|antw|sv)\s?:\s?)+/i, '');
  const together = strongest(`${body} ${subject}`);
  if (together !== undefined && together.confidence >= 0.5) return together;
  const greeting = strongest(own);
  if (greeting !== undefined && greeting.confidence >= 0.5) return greeting;
  if (fallback.hint !== undefined) return { language: fallback.hint, confidence: 0.4 };
  return first ?? together ?? greeting ?? { language: 'fr', confidence: 0.1 };
}

const FORM_LINE = /^[ \t]{0,8}([\p{L}][\p{L}\d .()/-]{1,40}?)[ \t]{0,4}:[ \t]{0,8}\S[^\n]{0,200}$/gmu;
const FEWEST_FORM_LINES = 2;
/** More words than these beside the labels are prose, which tells the language better. */
const MOST_PROSE_WORDS = 5;
const LEAST_CONFIDENCE = 0.5;

/** The language of a mail that is a filled form between greeting and closing; undefined for any other mail. */
function formLanguage(body: string, own: string, fallback: LanguageFallback): DetectedLanguage | undefined {
  const labels = [...body.matchAll(FORM_LINE)].map(([, label]) => label!);
  const prose = body.replace(FORM_LINE, ' ').match(/\p{L}{2,30}/gu) ?? [];
  if (labels.length < FEWEST_FORM_LINES || prose.length > MOST_PROSE_WORDS) return undefined;
  const scores = labelShare(labels.join(' '));
  // Here greeting and closing are all that is written freely.
  const frame = strongest(`${own.replace(FORM_LINE, ' ')}\n${fallback.closing ?? ''}`);
  if (frame) scores[frame.language] += frame.confidence;
  if (fallback.hint) scores[fallback.hint] += 0.4;
  const [first, second] = LANGUAGES.toSorted((a, b) => scores[b] - scores[a]);
  const confidence = Math.min(0.95, 0.5 + (scores[first!] - scores[second!]) / 2);
  return scores[first!] === 0
    ? undefined
    : { language: first!, confidence: Math.max(confidence, LEAST_CONFIDENCE) };
}

/** How much the words of labels speak for each language: 1 for a form whose every label is one language's own. */
function labelShare(text: string): Scores {
  const scores: Scores = { fr: 0, de: 0, en: 0, nl: 0, lb: 0 };
  const words = fold(text).match(/[a-z][a-z-]{1,30}/g) ?? [];
  for (const word of words) {
    const languages = LANGUAGES.filter((language) => LABEL_WORDS[language].has(word));
    for (const language of languages)
      scores[language] += 1 / languages.length ** 2 / Math.max(words.length, 2);
  }
  return scores;
}

/** Text without what has no language: addresses, numbers, references, file names. */
function readable(text: string): string {
  return text
    .slice(0, READ_LIMIT)
    .replace(/<?(?:https?:\/\/|www\.|mailto:)[^\s<>]{1,200}>?/gi, ' ')
    .replace(/[^\s<>@]{1,100}@[^\s<>@]{1,100}/g, ' ')
    .replace(/^([^\t\n]{2,40})\t[^\n]{0,2000}$/gm, '$1 ') // of a table the labels
    .replace(STREET, ' ')
    .replace(NAME_PARTICLE, '$1 ')
    .replace(/\S{0,30}\d\S{0,30}/g, ' ');
}

/** "Garage de la Gare": the particle belongs to a name. */
const NAME_PARTICLE = /(\p{Lu}[\p{L}-]{1,30}) (?:de la|de l'|de|du|des|d'|la|le|les|et) (?=\p{Lu})/gu;
const STREET =
  /(?<![\p{L}])(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Pp]lace|[Rr]oute|[Cc]haussée|[Aa]llée|[Ii]mpasse|[Qq]uai|[Zz]one) (?:(?:de la|de l'|du|des|de|aux?|à la|d'|l'|d’|l’|le|la) ?){1,2}(?:\p{L}[\p{L}’'-]{1,30})(?: \p{Lu}[\p{L}-]{1,30}){0,3}/gu;

const GREETING_LINE =
  /^[ \t]{0,8}(?:moien|moin|moie|hallo|hello|hi|bonjour|salut|dag|hoi|beste|dear|cher|chere|guten (?:tag|morgen)|sehr geehrte|geachte|goedemorgen|gudde moien)[^.!?:\n,]{0,40}[,.!]?/gim;
const CLOSING_LINE =
  /^[ \t]{0,8}(?:merci|mat beschte greiss|cordialement|bien a vous|mit freundlichen gru(?:ß|ss)en|(?:viele|beste|liebe) gru(?:ß|ss)e|gru(?:ß|ss)|(?:kind|best) regards|best|cheers|thanks|groet(?:en|jes)?|mvg|bis geschwenn|met vriendelijke groet(?:en)?)[^.\n]{0,24}$/gim;
const DEVICE_LINE =
  /^[ \t]{0,8}(?:envoye (?:de|depuis|a partir)|von meinem|gesendet (?:mit|von)|sent (?:from|with)|verzonden (?:vanaf|met|via)|verstuurd (?:vanaf|met)|outlook (?:fur|pour|for|voor)|telecharge[rz]).{0,80}$/gim;

/** Blanks the lines that are habit rather than language. */
function withoutGreetings(text: string): string {
  const folded = fold(text);
  let rest = text;
  for (const line of [GREETING_LINE, CLOSING_LINE, DEVICE_LINE]) {
    for (const { start, end } of occurrences(folded, line)) {
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
  }
  return rest.trim();
}

const WEIGHTS = weights();

function weights(): Map<string, Partial<Scores>> {
  const byWord = new Map<string, Language[]>();
  for (const language of LANGUAGES) {
    for (const word of new Set(FUNCTION_WORDS[language].split(/\s+/))) {
      byWord.set(word, [...(byWord.get(word) ?? []), language]);
    }
  }
  const shared = [0, 1, 0.35, 0.1, 0.05, 0.02];
  return new Map(
    [...byWord].map(([word, languages]) => [
      word,
      Object.fromEntries(languages.map((language) => [language, shared[languages.length] ?? 0])),
    ]),
  );
}

eld.setLanguageSubset(['fr', 'de', 'en', 'nl']);

/** The language that function words and n-grams together speak for; absent for text without words. */
function strongest(text: string): DetectedLanguage | undefined {
  const words = fold(text).match(/[a-zßœæ][a-zßœæ.-]{0,30}/g) ?? [];
  if (words.length === 0) return undefined;
  const scores = combine(
    functionWordShare(words, luxembourgishSpellings(text)),
    nGramVotes(text),
    words.length,
  );
  const [first, second] = LANGUAGES.toSorted((a, b) => scores[b] - scores[a]);
  const lead = scores[first!] - scores[second!];
  const enough = words.length < FEW_WORDS ? 0.45 : 1;
  return { language: first!, confidence: Math.min(0.99, 0.4 + lead) * enough };
}

const LUXEMBOURGISH_SPELLING =
  /\p{L}{0,20}(?:ë(?!l(?!\p{L})|n(?!\p{L}))|éi|äi|ä(?:e|r)t(?!\p{L}))\p{L}{0,20}/giu;
const DUTCH_OR_NAME =
  /^(?:belgië|italië|azië|tunesië|australië|financië|officië|materië|essentië|coë|reë|geë|beë)/i;

/** Words that only Luxembourgish spells so: "gëtt", "zwéi", "wäit". */
function luxembourgishSpellings(text: string): number {
  const words = text.normalize('NFC').match(LUXEMBOURGISH_SPELLING) ?? [];
  return words.filter((word) => !DUTCH_OR_NAME.test(word)).length;
}

function functionWordShare(words: string[], spellings: number): Scores {
  const scores: Scores = { fr: 0, de: 0, en: 0, nl: 0, lb: spellings * 0.6 };
  for (const word of words) {
    const weight = WEIGHTS.get(word.replace(/[.-]+$/, ''));
    if (!weight) continue;
    for (const language of LANGUAGES) scores[language] += weight[language] ?? 0;
  }
  const sum = LANGUAGES.reduce((total, language) => total + scores[language], 0);
  for (const language of LANGUAGES) scores[language] /= Math.max(sum, 1.5);
  return scores;
}

const FRANC: Record<string, Language> = { fra: 'fr', deu: 'de', eng: 'en', nld: 'nl', ltz: 'lb' };

function nGramVotes(text: string): Partial<Scores> {
  const votes: Partial<Scores> = {};
  const four = eld.detect(text).language;
  if (isLanguage(four)) votes[four] = 0.3;
  const five = FRANC[franc(text, { only: Object.keys(FRANC), minLength: 8 })];
  if (five === 'lb' && four !== 'fr' && four !== 'en') {
    votes.lb = 0.4;
    if (four === 'de') votes.de = 0.1;
  } else if (five !== undefined) votes[five] = (votes[five] ?? 0) + 0.15;
  return votes;
}

function isLanguage(code: string): code is Language {
  return (LANGUAGES as readonly string[]).includes(code);
}

/** N-grams are trusted less the shorter the text: names mislead them. */
function combine(functionWords: Scores, votes: Partial<Scores>, length: number): Scores {
  const trust = Math.min(1, length / 8);
  const scores = { ...functionWords };
  for (const language of LANGUAGES) scores[language] += (votes[language] ?? 0) * trust;
  return scores;
}
