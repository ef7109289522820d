import { occurrences } from '../lexicon/pattern.ts';
import { BAD_QUALITY, LACKS, NEGATION, NOT_ONLY, REPLACED, WANTED } from '../lexicon/scope.ts';
import type { Chunk, Cue, Mention, Stance } from './chunks.ts';

const NEAR = 34;

export function stanceInChunk(folded: string, chunk: Chunk, mention: Mention): Stance | undefined {
  const refused = negated(folded, chunk, mention);
  if (refused !== undefined) return refused;
  if (isReplaced(folded, chunk)) return 'wanted';
  if (isTargetOfTrunk(folded, mention)) return 'kept';
  const strong = chunk.cues.filter((cue) => cue.says === 'kept' || cue.says === 'left_out');
  const after = strong.find((cue) => cue.start >= mention.end);
  const wanted = chunk.cues.filter((cue) => cue.says === 'wanted' && cue.start < mention.end);
  if (after !== undefined && after.start - mention.end < NEAR) return after.says;
  const before = chunk.cues.filter((cue) => cue.start < mention.start);
  const nearest = before.toSorted((a, b) => b.end - a.end || rank(a) - rank(b))[0];
  if (nearest !== undefined) return nearest.says;
  if (after !== undefined) return after.says;
  if (wanted.length > 0) return 'wanted';
  return chunk.cues.find((cue) => cue.start >= mention.end && !qualifiesNext(folded, cue))?.says;
}

function isReplaced(folded: string, chunk: Chunk): boolean {
  return occurrences(folded.slice(chunk.start, chunk.end), REPLACED)
    .map((span) => ({ start: span.start + chunk.start, end: span.end + chunk.start }))
    .some(
      (span) =>
        !chunk.cues.some((cue) => cue.says === 'kept' && cue.start <= span.start && cue.end >= span.end),
    );
}

const ADJECTIVE =
  /^(?:bestaand|bestehend|existing|vorhand|current|huidig|alte|aktuelle[nrs]?$|derzeitige|bestoend)/;

/** An adjective that stands before its noun says nothing of the mention before it. */
function qualifiesNext(folded: string, cue: Cue): boolean {
  return ADJECTIVE.test(folded.slice(cue.start, cue.end));
}

/** Of words that end at one place the stronger speaks. */
function rank(cue: Cue): number {
  return { left_out: 0, kept: 1, wanted: 2, current: 3 }[cue.says];
}

/** "No new line": an adjective is no wish. */
const NEW =
  /(?<![a-z])(?:neue?[nrms]?|new|nieuwe?|nouve[a-z]{1,4}|nei(?:en|er|t|e)?|bessere?[nrs]?|schnellere?[nrs]?|faster|better)(?![a-z])/g;

/** A negation at most four words before the mention, in its chunk. */
export function negated(folded: string, chunk: Chunk, mention: Mention): Stance | undefined {
  const before = folded.slice(Math.max(chunk.start, mention.start - 40), mention.start);
  const notOnly = occurrences(before, NOT_ONLY);
  const negation = occurrences(before, NEGATION)
    .filter((span) => !notOnly.some((other) => other.start <= span.start && other.end >= span.end))
    .at(-1);
  if (negation === undefined) return undefined;
  const between = before.slice(negation.end);
  if (between.trim().split(/\s+/).length > 4 || /[·|•]/.test(between)) return undefined;
  if (occurrences(before.slice(negation.start), BAD_QUALITY).length > 0) return 'current';
  if (occurrences(before, LACKS).some((span) => span.end >= negation.end)) return 'current';
  const beyond = between.replace(NEW, ' ');
  if (occurrences(beyond, WANTED).length + occurrences(beyond, REPLACED).length > 0) return undefined;
  return 'left_out';
}

const TRUNK_TARGET =
  /(?:sip|trunk|kanal[a-z]*|canaux|channels)[^.;\n]{0,40}?(?:fur|auf|an|pour|sur|to|for|on|op|aan|voor|fir|un|mit|avec|with|met|behind|hinter|derriere|achter|into|vers)\s(?:(?:l'|d'|hir[a-z]{0,2}\s|die|der|den|das|ihre?[nrm]?|seine?[nrm]?|unsere?[nrm]?|meine?[nrm]?|la|le|leur|notre|nos|mon|son|sa|our|my|onze|ons|mijn|eis(?:e|en|er|em)?|meng(?:en|er)?|the|their|its|hun|zijn|de|d|hir|bestehende|eigene|existing|bestaande|vorhandene)\s?){1,3}[^.,;\n]{0,20}$/;

/** "A SIP trunk for their Mitel PBX": the phone system is what it is put on, not what is sold. */
function isTargetOfTrunk(folded: string, mention: Mention): boolean {
  if (mention.service !== 'communication') return false;
  // "Our PBX" may be the mention as a whole: the determiner is looked for before its last word.
  const noun = mention.start + folded.slice(mention.start, mention.end).lastIndexOf(' ') + 1;
  return TRUNK_TARGET.test(folded.slice(Math.max(0, noun - 90), noun));
}

/** Keeping one's numbers is what porting is for: they are wanted, unless they stay where they are. */
export function exceptNumbers(mention: Mention, stance: Stance, folded: string, chunk: Chunk): Stance {
  if (mention.service !== 'numbers' || stance === 'left_out') return stance;
  const staysBehind =
    /(?:reste|bleib|blijv|bleiw|bleif|remain|stay)[a-z]{0,4}\s(?:\S{1,12}\s){0,2}(?:chez|bei|bij|with)/.test(
      folded.slice(mention.end, chunk.end),
    );
  return staysBehind ? 'kept' : 'wanted';
}
