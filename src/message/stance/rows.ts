import type { Span } from '../lexicon/pattern.ts';
import { type Chunk, hasWish, type Mention, type Stance } from './chunks.ts';
import { readChunks } from './lists.ts';

/** `label: value` or `label<TAB>value`, or a box to tick. */
export function isFormRow(folded: string, sentence: Span): boolean {
  const text = folded.slice(sentence.start, sentence.end);
  return FORM_ROW.test(text) && !STATEMENT.test(text);
}

const FORM_ROW = /^[ \t]{0,8}(?:\[[ x]?\]|[☐☑☒✓✔✗□■]|[^:\t\n]{1,60}[:\t])/;
/** "The firewall is ours, the line will be yours: …": a verb makes no label. */
const STATEMENT =
  /^[^:\t\n]{0,60}(?<![a-z])(?:is|are|est|sont|ist|sind|ass|sinn|zijn|hat|haben|has|have|heeft|huet|will|wird|reste|bleibt|stays|blijft|bleift)(?![a-z])[^:\t\n]{0,60}:/;
const EXAMPLE =
  /^[ \t]{0,4}(?:example|exemple|beispiel|voorbeeld|bsp|muster|beispill|ex|z\.b)\.?[ \t]{0,2}[:(\t]/;

const NO_VALUE =
  /^[ \t:]{0,4}(?:non|nein|no|nee|neen|n\/a|entfallt|nicht|keine?|aucune?|geen|keng|0|-{1,3}|pas|\[ ?\]|n|false|faux|falsch|✗|✘|☐|□)?(?:[ \t]{0,2}[,;(–-][^\n]{0,80})?[ \t\n.]{0,4}$/;

const STATES_TODAY =
  /^[^:\t]{0,60}(?:actuel|existant|en place|bestehend|bestand|bisher|aktuell|derzeit|ist-?zustand|current|existing|incumbent|today|huidig|bestaand|bis elo|elo\b|situation|remarque|bemerkung|note|comment|opmerking)[^:\t]{0,30}[:\t]/;

export function readRow(
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
