import { occurrences, type Span } from '../lexicon/pattern.ts';
import { CURRENT, KEPT, LEFT_OUT, NOT_ONLY, WANTED } from '../lexicon/scope.ts';
import type { Service } from '../understanding.ts';

/** What a text says of a service: asked for; stays; is there today; refused or put off. */
export type Stance = 'wanted' | 'kept' | 'current' | 'left_out';

export type Mention = Span & { service: Service };

export type Cue = Span & { says: Stance };

/** A stretch between commas and conjunctions. */
export interface Chunk extends Span {
  /** The text before it: `,`, `:`, `but`, … */
  separator: string;
  cues: Cue[];
  mentions: Mention[];
}

const SEPARATOR =
  /[,;:()\n\t/]|\s[-+]\s|(?<![a-z0-9])(?:et|und|and|mais|aber|but|maar|mee|sondern|jedoch|allerdings|while|whereas|wahrend|tandis que|par contre|en revanche|hingegen|dagegen|terwijl|sowie|puis|wogegen|plutot|rather|weil|parce que|because|omdat|well|qui|which|wobei|quant|et que|dont|avec|mit|with|met|mat)(?![a-z0-9])/g;

/** `an` joins in Luxembourgish and is a preposition in German; `en` joins in Dutch and is one in French. */
const CONJUNCTIONS = {
  an: /(?<![a-z0-9])an(?![a-z0-9])/g,
  en: /(?<![a-z0-9])en(?![a-z0-9])/g,
};
const GERMAN =
  /(?<![a-z])(?:der|die|das|dem|ein|eine[rnms]?|nicht|keine?[rnms]?|fur|mit|und|ist|sind|uber|alles)(?![a-z])/;
const LUXEMBOURGISH =
  /(?<![a-z])(?:ass|sinn|fir|mat|net|eng|keng|keen|hunn|huet|och|gar|vun|vum|dei|wellt?|wellen|si|hir|mir|elo|d')(?![a-z])/;
const FRENCH = /(?<![a-z])(?:et|les?|la|du|des|une?|pour|est|sont)(?![a-z])/;
const DUTCH = /(?<![a-z])(?:een|het|voor|met|van|bij|niet|geen|ze|hun|wil|willen|zijn)(?![a-z])/;

function separatorsIn(sentence: string): RegExpExecArray[] {
  const found = [...sentence.matchAll(SEPARATOR)];
  if (!GERMAN.test(sentence) || LUXEMBOURGISH.test(sentence))
    found.push(...sentence.matchAll(CONJUNCTIONS.an));
  if (!FRENCH.test(sentence) || DUTCH.test(sentence)) found.push(...sentence.matchAll(CONJUNCTIONS.en));
  return found.toSorted((a, b) => a.index - b.index);
}

export function allCues(folded: string): Cue[] {
  const notOnly = occurrences(folded, NOT_ONLY, 400);
  const all = (expression: RegExp, says: Stance) =>
    occurrences(folded, expression, 400).map((span) => ({ ...span, says }));
  const found = [
    ...all(KEPT, 'kept'),
    ...all(CURRENT, 'current'),
    ...all(LEFT_OUT, 'left_out'),
    ...all(WANTED, 'wanted'),
  ].filter((cue) => !notOnly.some((span) => span.start <= cue.start && span.end >= cue.end));
  const strong = found.filter((cue) => cue.says === 'kept' || cue.says === 'left_out');
  const wanted = found.filter((cue) => cue.says === 'wanted');
  const inside = (cue: Cue, others: Cue[]) =>
    others.some((other) => other.start < cue.start && other.end >= cue.end);
  return found.filter((cue) => !inside(cue, cue.says === 'wanted' ? strong : wanted));
}

export function chunksOf(folded: string, sentence: Span, mentions: Mention[], cues: Cue[]): Chunk[] {
  const chunks: Chunk[] = [];
  let start = sentence.start;
  let separator = '';
  const text = folded.slice(sentence.start, sentence.end);
  const cuts = separatorsIn(text)
    .map((match) => ({ at: sentence.start + match.index, word: match[0] }))
    .filter(
      ({ at, word }) => !mentions.some((mention) => at >= mention.start && at + word.length <= mention.end),
    )
    .filter(({ at, word }) => !cues.some((cue) => at > cue.start && at + word.length <= cue.end));
  for (const cut of [...cuts, { at: sentence.end, word: '' }]) {
    const chunk = { start, end: cut.at, separator: separator.trim() };
    chunks.push({ ...chunk, cues: within(cues, chunk), mentions: within(mentions, chunk) });
    start = cut.at;
    separator = cut.word;
  }
  return chunks.filter((chunk) => /[a-z0-9]/.test(folded.slice(chunk.start, chunk.end)));
}

function within<T extends Span>(spans: T[], chunk: Span): T[] {
  return spans.filter((span) => span.start >= chunk.start && span.start < chunk.end);
}

export function hasWish(chunks: Chunk[]): boolean {
  return chunks.some((chunk) => chunk.cues.some((cue) => cue.says === 'wanted'));
}
