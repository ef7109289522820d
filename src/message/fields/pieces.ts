/** The stretches of a mail that may state facts, and what is known of their authors. */

import type { Evidence, Segment, SegmentKind } from '../understanding.ts';
import { domainOf, findEmails } from './email.ts';
import { reflow } from './reflow.ts';
import { trueCase } from './truecase.ts';

/** A part of a segment, with soft line breaks taken out. Offsets of findings plus `offset` are offsets into the segment. */
export interface Piece {
  segment: Segment;
  text: string;
  offset: number;
}

const FACTS: ReadonlySet<SegmentKind> = new Set([
  'subject',
  'own',
  'forward',
  'forward_signature',
  'attachment',
]);
/** Longer segments are cut: nobody states a customer beyond that. */
const LONGEST = 20_000;

/** The whole of a segment as a piece. */
export function pieceOf(segment: Segment): Piece {
  const text = reflow(segment.text.slice(0, LONGEST));
  return {
    segment,
    text:
      segment.kind === 'own' || segment.kind === 'subject' || segment.kind === 'forward'
        ? trueCase(text)
        : text,
    offset: 0,
  };
}

/** A part of a piece. */
export function cut(piece: Piece, start: number, end: number): Piece {
  return { segment: piece.segment, text: piece.text.slice(start, end), offset: piece.offset + start };
}

/** Tells partners' and our own addresses from customers'. */
export type IsInsider = (domain: string) => boolean;

export interface FactPieces {
  /** In reading order, without those of partners' signatures and of people in between. */
  pieces: Piece[];
  /** The customer's own mail address and display name, where it wrote a forwarded mail. */
  customerAuthor?: { name?: string; address: string };
  /** Signatures of insiders: names in them are not the customer's. */
  insiderSignatures: Segment[];
}

function isWrittenBy(segment: Segment, insider: IsInsider): boolean {
  const address = segment.author?.address;
  return address !== undefined && insider(domainOf(address));
}

/** A business card that somebody's mail program attaches: the sender's, where its addresses are insiders' or missing. */
function isInsidersCard(segment: Segment, insider: IsInsider): boolean {
  if (segment.kind !== 'attachment' || !/\.vcf$/i.test(segment.attachment ?? '')) return false;
  return findEmails(segment.text).every((mail) => insider(domainOf(mail.value)));
}

/**
 * Chooses what is read. A forwarded mail's facts count; of several outsiders who forwarded each other, the one that
 * wrote first (deepest) is the customer: the others' names and signatures are left out.
 */
export function factPieces(segments: Segment[], insider: IsInsider): FactPieces {
  const forwards = segments.filter(
    (segment) => segment.kind === 'forward' || segment.kind === 'forward_signature',
  );
  const outsiders = forwards.filter((segment) => segment.author?.address && !isWrittenBy(segment, insider));
  const author = outsiders.at(-1)?.author;
  const inBetween = (segment: Segment) =>
    outsiders.includes(segment) && segment.author?.address !== author?.address;
  const insiderSignatures = segments.filter(
    (segment) =>
      segment.kind === 'signature' ||
      (segment.kind === 'forward_signature' && (isWrittenBy(segment, insider) || inBetween(segment))),
  );
  const cards = segments.filter((segment) => isInsidersCard(segment, insider));
  const pieces = segments
    .filter(
      (segment) =>
        FACTS.has(segment.kind) &&
        !cards.includes(segment) &&
        !insiderSignatures.includes(segment) &&
        !(inBetween(segment) && segment.kind === 'forward_signature'),
    )
    .map(pieceOf);
  return {
    pieces,
    insiderSignatures: [...insiderSignatures, ...cards],
    ...(author?.address ? { customerAuthor: { name: author.name, address: author.address } } : {}),
  };
}

/**
 * Has pieces read as segments. Each is numbered for itself while it is read, for two may be of one segment; the evidence
 * is given back with the segments' own numbers and offsets.
 */
export function readOver<T extends { evidence: Evidence[] }>(
  pieces: readonly Piece[],
  read: (segments: Segment[]) => T,
): T {
  const result = read(pieces.map((piece, id) => ({ ...piece.segment, text: piece.text, id })));
  const evidence = result.evidence.map((line) => {
    const { segment, offset } = pieces[line.segment] as Piece;
    return { ...line, segment: segment.id, start: line.start + offset, end: line.end + offset };
  });
  return { ...result, evidence };
}
