/** The customer's town in running text, where no postal code stands by it. */

import type { Found } from '../evidence.ts';
import { fold } from '../lexicon/fold.ts';
import type { CustomerName } from './choose-name.ts';
import { countryOfTown, isTownAlone, townAt } from './gazetteer.ts';
import type { Piece } from './pieces.ts';
import { overlap, type Span } from './spans.ts';

const LEAD =
  /(?<![\p{L}])(?:à|in|zu|ze|aus|te|uit|at|vun|near|from|côté|coté|sur|op|im raum|region|région de|région|based in|basée? à|située? à|sis à|sise à|établie? à|gevestigd in|gevestigd te|mit sitz in|sitz in|stad|ville de|commune de) (?=\p{Lu})|\((?=\p{Lu})/giu;
/** Not the customer's place: where greetings come from, where other sites are, where the meeting is. */
const ELSEWHERE =
  /(?:gru(?:ß|ss)e?|gruß|greetings|groeten|groetjes|salutations|besuch|termin|treffen|filiale[ns]?|sites?|standorte?|hauser|vestiging(?:en)?|succursale|agence|depot|bureau|unser(?:e[mnr]?)? (?:buro|team)|notre bureau|ons kantoor|holding|mutter|groupe|konzern|gericht|amtsgericht|rcs|livr[^.]{0,12}|meeting|foire|messe)\s(?:\p{L}{2,12}\s){0,2}$/u;
const NEAR = 130;

interface Candidate extends Found<string> {
  distance: number;
}

/** Countries of the towns that a text names after a place word, where the name points to one country. */
export function townCountriesIn(text: string): string[] {
  return townsIn(text, false).flatMap((town) => countryOfTown(town.value) ?? []);
}

/** Towns after a place word; in a subject line also those that stand bare. */
function townsIn(text: string, isSubject: boolean): Found<string>[] {
  const found: Found<string>[] = [];
  const folded = fold(text);
  const starts = [...text.matchAll(LEAD)].map((match) => match.index + match[0].length);
  if (isSubject) for (const match of text.matchAll(/(?<![\p{L}'’-])\p{Lu}/gu)) starts.push(match.index);
  for (const start of starts) {
    const town = townAt(text, start);
    if (!town || !isTownAlone(town.name) || found.some((other) => overlap(other, town))) continue;
    if (/^[-'’\p{L}]/u.test(text.slice(town.end, town.end + 1))) continue;
    if (
      ELSEWHERE.test(
        folded
          .slice(Math.max(0, start - 50), start)
          .replace(/(?:a|in|zu|aus|te|uit|at|vun|from|op|sur) $/, ''),
      )
    )
      continue;
    found.push({ value: town.name, start: town.start, end: town.end, method: 'town', confidence: 0.75 });
  }
  return found;
}

/** The town nearest to the name in its sentence; without a name, the first one; in a subject line the only one. */
export function findLooseTown(
  piece: Piece,
  name: CustomerName | undefined,
  names: readonly Span[],
): Found<string> | undefined {
  const isSubject = piece.segment.kind === 'subject';
  if (piece.segment.kind === 'forward_signature') return undefined;
  const towns = townsIn(piece.text, isSubject).filter((town) => !names.some((span) => overlap(span, town)));
  const [first] = towns;
  if (first === undefined) return undefined;
  if (isSubject)
    return new Set(towns.map((town) => town.value)).size === 1 &&
      !/^(?:Luxembourg|Luxemburg|Lëtzebuerg)$/.test(first.value)
      ? { ...first, confidence: 0.65 }
      : undefined;
  if (!name) return first;
  if (name.piece.segment.id !== piece.segment.id)
    return new Set(towns.map((town) => town.value)).size === 1 ? { ...first, confidence: 0.6 } : undefined;
  const at = {
    start: name.start + name.piece.offset - piece.offset,
    end: name.end + name.piece.offset - piece.offset,
  };
  const near: Candidate[] = towns
    .map((town) => ({
      ...town,
      distance: town.start >= at.end ? town.start - at.end : at.start - town.end + 30,
    }))
    .filter((town) => town.distance < NEAR && !/[.!?]\s|\n\n/.test(between(piece.text, town, at)));
  return near.sort((a, b) => a.distance - b.distance)[0];
}

function between(text: string, a: Span, b: Span): string {
  return text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
}
