import { occurrences, type Span } from './lexicon/pattern.ts';
import {
  BAD_QUALITY,
  CURRENT,
  KEPT,
  LEFT_OUT,
  NEGATION,
  NOT_ONLY,
  REPLACED,
  WANTED,
} from './lexicon/scope.ts';
import { sentences } from './lexicon/sentences.ts';
import { boxReader } from './tick-boxes.ts';
import type { Service } from './understanding.ts';

/** What a text says of a service: asked for; stays; is there today; refused or put off. */
export type Stance = 'wanted' | 'kept' | 'current' | 'left_out';

type Mention = Span & { service: Service };
type Cue = Span & { says: Stance };

/** A stretch between commas and conjunctions. */
interface Chunk extends Span {
  /** The text before it: `,`, `:`, `but`, … */
  separator: string;
  cues: Cue[];
  mentions: Mention[];
}

const SEPARATOR =
  /[,;:()\n\t/]|\s[-+]\s|(?<![a-z0-9])(?:et|und|and|en|an|mais|aber|but|maar|mee|sondern|jedoch|allerdings|while|whereas|wahrend|tandis que|par contre|en revanche|hingegen|dagegen|terwijl|sowie|puis|wogegen|plutot|rather|weil|parce que|because|omdat|well|qui|which|wobei|quant|et que|dont|avec|mit|with|met|mat)(?![a-z0-9])/g;
const NEW_START =
  /^(?:\(|mais|aber|but|maar|mee|sondern|jedoch|allerdings|while|whereas|wahrend|tandis que|par contre|en revanche|hingegen|dagegen|terwijl|plutot|rather)$/;

/**
 * Reads the stance of mentions in folded text. Within a chunk the nearest word decides; a chunk without one takes
 * over the stance of the item before it in a list, or after it ("A, B and C stay with …").
 */
export function stanceReader(folded: string, mentions: Mention[]): (mention: Mention) => Stance {
  const stances = new Map<Mention, Stance>();
  const cues = allCues(folded);
  for (const sentence of sentences(folded)) {
    const inside = mentions.filter(
      (mention) => mention.start >= sentence.start && mention.start < sentence.end,
    );
    if (inside.length === 0) continue;
    const chunks = chunksOf(folded, sentence, inside, cues);
    if (isFormRow(folded, sentence)) readRow(folded, sentence, inside, chunks, stances);
    else readChunks(folded, chunks, stances);
    if (isBilling(folded, sentence, chunks)) for (const mention of inside) stances.set(mention, 'current');
  }
  const boxes = boxReader(folded);
  return (mention) => boxes(mention) ?? stances.get(mention) ?? 'wanted';
}

const BILLING =
  /(?<![a-z])(?:invoice|rechnung|facture|factuur|rechnong|provisionsabrechnung|provision|commission|commissie|kommissioun|note de credit|credit note|gutschrift|creditnota|storung|ticket|incident)(?:s|en|nr|nummer)?(?![a-z])/;

/** A sentence about an invoice or an incident speaks of what is there, unless it wishes for something. */
function isBilling(folded: string, sentence: Span, chunks: Chunk[]): boolean {
  return BILLING.test(folded.slice(sentence.start, sentence.end)) && !hasWish(chunks);
}

function allCues(folded: string): Cue[] {
  const notOnly = occurrences(folded, NOT_ONLY, 400);
  const all = (expression: RegExp, says: Stance) =>
    occurrences(folded, expression, 400).map((span) => ({ ...span, says }));
  return [
    ...all(KEPT, 'kept'),
    ...all(CURRENT, 'current'),
    ...all(LEFT_OUT, 'left_out'),
    ...all(WANTED, 'wanted'),
  ].filter((cue) => !notOnly.some((span) => span.start <= cue.start && span.end >= cue.end));
}

function chunksOf(folded: string, sentence: Span, mentions: Mention[], cues: Cue[]): Chunk[] {
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
  return chunks;
}

function within<T extends Span>(spans: T[], chunk: Span): T[] {
  return spans.filter((span) => span.start >= chunk.start && span.start < chunk.end);
}

function readChunks(folded: string, chunks: Chunk[], stances: Map<Mention, Stance>): void {
  let before: Stance | undefined;
  let listed = false; // the chunk before holds an item that the word for its stance precedes
  for (const [index, chunk] of chunks.entries()) {
    const inherits = (listed || chunk.separator === ':') && !NEW_START.test(chunk.separator);
    let last: Stance | undefined;
    for (const mention of chunk.mentions) {
      const own = stanceInChunk(folded, chunk, mention);
      last =
        saidAfterwards(folded, chunks[index + 1], own) ??
        own ??
        (inherits && !(before === 'current' && NEW_ITEM.test(folded.slice(chunk.start, chunk.end)))
          ? before
          : undefined) ??
        followingPlural(folded, chunks, index) ??
        'wanted';
      last = exceptNumbers(mention, last, folded, chunk);
      stances.set(mention, last);
    }
    before = last ?? stanceOfCues(chunk) ?? before;
    listed = opensList(folded, chunk) || (listed && chunk.cues.length === 0);
  }
}

/** An item with an article of its own is no further item of what is there today. */
const NEW_ITEM =
  /^[,;:\s]{0,3}(?:et|und|and|en|an)?[ \t\n]{0,3}(?:um|pour|for|fur|voor|fir|om)?[ \t\n]{0,3}(?:une?|eine?n?|a|an|een|eng|en)[ \t\n]/;

/** Does a stance of this chunk hold for the items that follow? "Keeps A, B": yes; "A can wait, B": no. */
function opensList(folded: string, chunk: Chunk): boolean {
  const mention = chunk.mentions[0];
  if (mention === undefined) return false;
  if (negated(folded, chunk, mention) !== undefined) return true;
  return !chunk.cues.some((cue) => cue.start >= mention.end && cue.says !== 'wanted');
}

const DEMONSTRATIVE =
  /^[,;:(\s-]{0,4}(?:(?:und|et|and|en|an) (?:ist|sind|est|sont|ne sont|n'est|is|are|zijn|ass|sinn|blijft|bleibt|reste|stays|bleift|wird|soll)|on verra|dat|das|that|this|ca|cela|c'est|ce sera|die|dies|which|ce qui|ceci|we'll see|zien we|kucke mer|celle-ci|elle|celui-ci|dit)(?![a-z])/;

/** "The telephony: that stays", "la téléphonie, on verra plus tard". */
function saidAfterwards(
  folded: string,
  next: Chunk | undefined,
  own: Stance | undefined,
): Stance | undefined {
  if (next === undefined || next.mentions.length > 0 || (own !== undefined && own !== 'current'))
    return undefined;
  if (!DEMONSTRATIVE.test(folded.slice(next.start, next.end))) return undefined;
  return next.cues.find((cue) => cue.says === 'left_out' || cue.says === 'kept')?.says;
}

function stanceOfCues(chunk: Chunk): Stance | undefined {
  return chunk.cues.at(-1)?.says;
}

const PLURAL_KEPT = /(?:bleiben|restent|blijven|bleiwen|remain|stay|behalten)(?![a-z])/;

/** "Internet, Telefonie und Firewall bleiben …": the verb at the end speaks for the whole list. */
function followingPlural(folded: string, chunks: Chunk[], index: number): Stance | undefined {
  for (const chunk of chunks.slice(index + 1)) {
    if (chunk.separator === '(') return undefined;
    const plural = PLURAL_KEPT.exec(folded.slice(chunk.start, chunk.end));
    const mention = chunk.mentions[0];
    if (plural && mention && chunk.start + plural.index > mention.start) return 'kept';
    if (plural && !mention && /^(?:et|und|and|en|an)$/.test(chunk.separator)) return 'kept';
    if (chunk.mentions.length === 0 || chunk.cues.length > 0) return undefined;
  }
  return undefined;
}

const NEAR = 34;

function stanceInChunk(folded: string, chunk: Chunk, mention: Mention): Stance | undefined {
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

/** A negation at most four words before the mention, in its chunk. */
function negated(folded: string, chunk: Chunk, mention: Mention): Stance | undefined {
  const before = folded.slice(Math.max(chunk.start, mention.start - 40), mention.start);
  const notOnly = occurrences(before, NOT_ONLY);
  const negation = occurrences(before, NEGATION)
    .filter((span) => !notOnly.some((other) => other.start <= span.start && other.end >= span.end))
    .at(-1);
  if (negation === undefined) return undefined;
  const between = before.slice(negation.end);
  if (between.trim().split(/\s+/).length > 4 || /[·|•]/.test(between)) return undefined;
  if (occurrences(before.slice(negation.start), BAD_QUALITY).length > 0) return 'current';
  if (occurrences(between, WANTED).length + occurrences(between, REPLACED).length > 0) return undefined;
  return 'left_out';
}

const TRUNK_TARGET =
  /(?:sip|trunk|kanal[a-z]*|canaux|channels)[^.;\n]{0,40}?(?:fur|auf|an|pour|sur|to|for|on|op|aan|voor|fir|un|mit|avec|with|met|behind|hinter|derriere|achter|into|vers)\s(?:(?:die|der|den|das|ihre?n?|seine?n?|la|le|leur|son|sa|the|their|its|hun|zijn|de|d|hir|bestehende|eigene|existing|bestaande|vorhandene)\s){1,3}[^.,;\n]{0,20}$/;

/** "A SIP trunk for their Mitel PBX": the phone system is what it is put on, not what is sold. */
function isTargetOfTrunk(folded: string, mention: Mention): boolean {
  if (mention.service !== 'communication') return false;
  return TRUNK_TARGET.test(folded.slice(Math.max(0, mention.start - 90), mention.start));
}

/** Keeping one's numbers is what porting is for: they are wanted, unless they stay where they are. */
function exceptNumbers(mention: Mention, stance: Stance, folded: string, chunk: Chunk): Stance {
  if (mention.service !== 'numbers' || stance === 'left_out') return stance;
  const staysBehind =
    /(?:reste|bleib|blijv|bleiw|bleif|remain|stay)[a-z]{0,4}\s(?:\S{1,12}\s){0,2}(?:chez|bei|bij|with)/.test(
      folded.slice(mention.end, chunk.end),
    );
  return staysBehind ? 'kept' : 'wanted';
}

/** `label: value` or `label<TAB>value`, or a box to tick. */
function isFormRow(folded: string, sentence: Span): boolean {
  return /^[ \t]{0,8}(?:\[[ x]?\]|[☐☑☒✓✔✗□■]|[^:\t\n]{1,60}[:\t])/.test(
    folded.slice(sentence.start, sentence.end),
  );
}

const EXAMPLE =
  /^[ \t]{0,4}(?:example|exemple|beispiel|voorbeeld|bsp|muster|beispill|ex|z\.b)\.?[ \t]{0,2}[:(\t]/;
const NO_VALUE =
  /^[ \t:]{0,4}(?:non|nein|no|nee|neen|n\/a|entfallt|nicht|keine?|aucune?|geen|keng|0|-{1,3}|pas|\[ ?\]|n|false|faux|falsch|✗|✘|☐|□)?(?:[ \t]{0,2}[,;(–-][^\n]{0,80})?[ \t\n.]{0,4}$/;
const STATES_TODAY =
  /^[^:\t]{0,60}(?:actuel|existant|en place|bestehend|bestand|bisher|aktuell|derzeit|ist-?zustand|current|existing|incumbent|today|huidig|bestaand|bis elo|elo\b|situation|remarque|bemerkung|note|comment|opmerking)[^:\t]{0,30}[:\t]/;

function readRow(
  folded: string,
  row: Span,
  mentions: Mention[],
  chunks: Chunk[],
  stances: Map<Mention, Stance>,
): void {
  const text = folded.slice(row.start, row.end);
  const separator = /[:\t]/.exec(text)?.index ?? 0;
  const label = row.start + separator;
  readChunks(folded, chunks, stances);
  for (const mention of mentions) {
    const inLabel = mention.start < label && separator > 0;
    if (EXAMPLE.test(text)) stances.set(mention, 'left_out');
    else if (inLabel && NO_VALUE.test(text.slice(separator))) stances.set(mention, 'left_out');
    else if (inLabel && mentions.length > 1)
      stances.set(mention, labelOfList(mentions, label) ? 'left_out' : 'wanted');
    else if (!inLabel && STATES_TODAY.test(text) && stances.get(mention) === 'wanted' && !hasWish(chunks))
      stances.set(mention, 'current');
  }
}

/** A label that lists the choices ("Internet / SIP / phones:"), with the answer behind it. */
function labelOfList(mentions: Mention[], label: number): boolean {
  const services = new Set(
    mentions.filter((mention) => mention.start < label).map((mention) => mention.service),
  );
  return services.size > 1 && mentions.some((mention) => mention.start > label);
}

function hasWish(chunks: Chunk[]): boolean {
  return chunks.some((chunk) => chunk.cues.some((cue) => cue.says === 'wanted'));
}
