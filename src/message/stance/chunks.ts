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
  /[,;:()\n\t/]|\s[-+]\s|(?<![a-z0-9])(?:et|und|and|en|an|mais|aber|but|maar|mee|sondern|jedoch|allerdings|while|whereas|wahrend|tandis que|par contre|en revanche|hingegen|dagegen|terwijl|sowie|puis|wogegen|plutot|rather|weil|parce que|because|omdat|well|qui|which|wobei|quant|et que|dont|avec|mit|with|met|mat)(?![a-z0-9])/g;

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
  return found.filter(
    (cue) =>
      cue.says !== 'wanted' || !strong.some((other) => other.start < cue.start && other.end >= cue.end),
  );
}

export function chunksOf(folded: string, sentence: Span, mentions: Mention[], cues: Cue[]): Chunk[] {
  const chunks: Chunk[] = [];
  let start = sentence.start;
  let separator = '';
  const text = folded.slice(sentence.start, sentence.end);
  const cuts = [...text.matchAll(SEPARATOR)]
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
