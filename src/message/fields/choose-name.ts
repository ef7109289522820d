/** From rated candidates to customers' names: forms of one name belong together, the best group wins. */

import { isSameName, NAME_BAR, type NameCandidate } from './names.ts';
import type { Piece } from './pieces.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Span } from './spans.ts';

/** A customer's name with where it stands (offsets into the piece). */
export interface CustomerName extends Span {
  name: string;
  core: string;
  piece: Piece;
  method: string;
  confidence: number;
  rating: number;
  town?: Span & { name: string };
}

interface Mention {
  candidate: NameCandidate;
  piece: Piece;
}

/** All mentions of one name. */
export interface NameGroup {
  mentions: Mention[];
  rating: number;
}

/** Two groups this near to each other are a conflict. */
const MARGIN = 0.6;

/** `Resto Um Plateau` in the subject line is the `Restaurant Um Plateau` of the text. */
function isOtherwiseCalled(a: NameCandidate, b: NameCandidate): boolean {
  if (a.cues.includes('subject line') === b.cues.includes('subject line')) return false;
  const rest = (candidate: NameCandidate) => candidate.core.split(' ').slice(1).join(' ');
  const [x, y] = [rest(a), rest(b)];
  return (
    (a.business && b.business && x.length > 3 && x === y) ||
    (a.business && x.length > 6 && isSameName(x, b.core)) ||
    (b.business && y.length > 6 && isSameName(y, a.core))
  );
}

function add(groups: NameGroup[], mention: Mention): void {
  const { candidate } = mention;
  const group = groups.find(({ mentions }) =>
    mentions.some(
      (other) =>
        isSameName(other.candidate.core, candidate.core) || isOtherwiseCalled(other.candidate, candidate),
    ),
  );
  if (!group) groups.push({ mentions: [mention], rating: candidate.rating });
  else {
    group.mentions.push(mention);
    group.rating = Math.max(group.rating, candidate.rating) + 0.3;
  }
}

/** Groups of the names in the pieces, best first. Names that are doubted everywhere stay low. */
export function groupNames(pieces: readonly Piece[], context: ReadingContext): NameGroup[] {
  const groups: NameGroup[] = [];
  const mentions = pieces.flatMap((piece) =>
    context.candidates(piece).map((candidate) => ({ candidate, piece })),
  );
  const byLength = [...mentions].sort((a, b) => b.candidate.core.length - a.candidate.core.length);
  for (const mention of byLength.filter(({ candidate }) => candidate.rating > -2)) add(groups, mention);
  for (const group of groups) {
    if (
      group.mentions.some(({ candidate }) => candidate.cues.includes('other')) &&
      group.mentions.every(({ candidate }) => candidate.cues.includes('other') || candidate.rating < NAME_BAR)
    )
      group.rating -= 2;
  }
  return groups.sort((a, b) => b.rating - a.rating);
}

/** `L'ADAPEI` in a sentence is `ADAPEI` where the name also stands without its article. */
function withoutArticle(best: Mention, group: NameGroup): Mention {
  const bare = /^L['’](?=\p{Lu})/u.test(best.candidate.name) ? best.candidate.name.slice(2) : undefined;
  return group.mentions.find(({ candidate }) => candidate.name === bare) ?? best;
}

/** The best form of a group: with legal form, else the one rated highest; longer where equal. */
export function nameOf(group: NameGroup): CustomerName {
  const believed = group.mentions.filter(({ candidate }) => candidate.rating > 0.4 || candidate.form);
  const pool = believed.length > 0 ? believed : group.mentions;
  const worth = ({ candidate }: Mention) =>
    (candidate.form ? 3 : 0) +
    Math.min(candidate.words, 6) * 0.5 +
    candidate.rating * 0.3 -
    (candidate.indefinite ? 2 : 0);
  const first = [...pool].sort((a, b) => worth(b) - worth(a))[0] as Mention;
  const best = withoutArticle(first, group);
  const placed = [...group.mentions]
    .sort((a, b) => b.candidate.rating - a.candidate.rating)
    .find(({ candidate }) => candidate.town);
  const { candidate, piece } = best;
  const town = placed && placed.piece === piece ? placed.candidate.town : candidate.town;
  return {
    name: candidate.name.replace(/\s+/g, ' '),
    core: candidate.core,
    start: candidate.start,
    end: candidate.end,
    piece,
    method: candidate.form ? 'legal_form' : 'prose',
    confidence: Math.min(0.97, 0.5 + (group.rating - NAME_BAR) * 0.12),
    rating: group.rating,
    ...(town ? { town } : {}),
  };
}

/** The customer's name, or undefined where none is sure or two are. */
export function chooseName(pieces: readonly Piece[], context: ReadingContext): CustomerName | undefined {
  const written = context.answersOurs ? pieces.filter((piece) => piece.segment.kind !== 'subject') : pieces;
  return (
    bestOf(groupNames(written, context)) ??
    (context.answersOurs ? bestOf(groupNames(pieces, context)) : undefined)
  );
}

function bestOf([best, second]: NameGroup[]): CustomerName | undefined {
  if (best === undefined || best.rating < NAME_BAR) return undefined;
  if (second && second.rating >= NAME_BAR && best.rating - second.rating < MARGIN && !isMeant(best, second))
    return undefined;
  return nameOf(best);
}

/** Whether the words around the first say that it is the customer, and those around the second do not. */
function isMeant(best: NameGroup, second: NameGroup): boolean {
  const has = (group: NameGroup, cue: string) =>
    group.mentions.some(({ candidate }) => candidate.cues.includes(cue));
  for (const cue of ['domain', 'subject', 'subject line', 'cue', 'register']) {
    if (has(best, cue) !== has(second, cue)) return has(best, cue);
  }
  return false;
}
