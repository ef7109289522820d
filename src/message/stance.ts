import type { Span } from './lexicon/pattern.ts';
import { sentences } from './lexicon/sentences.ts';
import { allCues, type Chunk, chunksOf, hasWish, type Mention, type Stance } from './stance/chunks.ts';
import { readChunks } from './stance/lists.ts';
import { isFormRow, readRow } from './stance/rows.ts';
import { boxReader } from './stance/tick-boxes.ts';

export type { Stance } from './stance/chunks.ts';

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
  const boxes = boxReader(folded, mentions);
  return (mention) => boxes(mention) ?? stances.get(mention) ?? 'wanted';
}

const BILLING =
  /(?<![a-z])(?:invoice|rechnung|facture|factuur|rechnong|provisionsabrechnung|provision|commission|commissie|kommissioun|note de credit|credit note|gutschrift|creditnota|storung|ticket|incident)(?:s|en|nr|nummer)?(?![a-z])/;

/** A sentence about an invoice or an incident speaks of what is there, unless it wishes for something. */
function isBilling(folded: string, sentence: Span, chunks: Chunk[]): boolean {
  return BILLING.test(folded.slice(sentence.start, sentence.end)) && !hasWish(chunks);
}
