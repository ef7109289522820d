/** Names and companies of a mail's pieces, read once. */

import { fold } from '../lexicon/fold.ts';
import type { Segment } from '../understanding.ts';
import { findDomains, isFreeMail } from './domain.ts';
import { domainOf, findEmails } from './email.ts';
import { foldKey } from './keys.ts';
import { type NameCandidate, type NameContext, rateNames, subjectCore } from './names.ts';
import { coreOf, type Outsiders } from './outsiders.ts';
import { type FactPieces, type IsInsider, type Piece, pieceOf } from './pieces.ts';
import { overlap, type Span } from './spans.ts';
import { introduced, readTyped, takenBy } from './typed.ts';

/** A company named in a piece. */
export interface NamedCompany extends Span {
  core: string;
  /** A partner, the sender's company, an operator. */
  outsider: boolean;
}

/** Reads the pieces of one mail. */
export class PieceReader {
  private readonly facts: FactPieces;
  private readonly outsiders: Outsiders;
  private readonly hints: readonly string[];
  private readonly domains: string[];
  private readonly subject: string;
  private readonly names = new Map<Segment, { candidates: NameCandidate[]; companies: NamedCompany[] }>();

  constructor(facts: FactPieces, outsiders: Outsiders, insider: IsInsider, hints: readonly string[]) {
    this.facts = facts;
    this.outsiders = outsiders;
    this.hints = hints;
    this.subject = subjectCore(facts.pieces.find((piece) => piece.segment.kind === 'subject')?.text ?? '');
    const mails = facts.pieces.flatMap((piece) => findEmails(piece.text).map((mail) => domainOf(mail.value)));
    const author = facts.customerAuthor ? [domainOf(facts.customerAuthor.address)] : [];
    const sites = facts.pieces.flatMap((piece) => findDomains(piece.text).map((site) => site.value));
    this.domains = [...new Set([...mails, ...author, ...sites])].filter(
      (domain) => !insider(domain) && !isFreeMail(domain),
    );
  }

  isCustomers(segment: Segment): boolean {
    const author = this.facts.customerAuthor;
    return (
      author !== undefined &&
      segment.author?.address === author.address &&
      (segment.kind === 'forward_signature' || segment.kind === 'forward')
    );
  }

  private read(piece: Piece): { candidates: NameCandidate[]; companies: NamedCompany[] } {
    const known = this.names.get(piece.segment);
    if (known) return known;
    const { text } = pieceOf(piece.segment);
    const typed = readTyped(text, undefined, this.hints);
    const isSubject = piece.segment.kind === 'subject';
    const theirs = this.outsiders.spansIn(text);
    const context: NameContext = {
      subject: isSubject ? '' : this.subject,
      domains: this.domains,
      taken: takenBy(typed),
      people: introduced(typed),
      signature: this.isCustomers(piece.segment),
      isSubject,
    };
    const everybody = rateNames(text, context).map((run) => ({
      ...run,
      outsider: this.outsiders.has(run.name),
    }));
    const candidates = everybody.filter((run) => !run.outsider && !theirs.some((span) => overlap(span, run)));
    const companies = everybody
      .filter((run) => run.form || (run.business && run.proper > 0) || run.outsider)
      .map((run) => ({
        start: run.start,
        end: run.end,
        core: coreOf(run.name),
        outsider: run.outsider,
      }));
    companies.push(
      ...theirs.map((span) => ({ ...span, core: coreOf(text.slice(span.start, span.end)), outsider: true })),
    );
    companies.sort((a, b) => a.start - b.start);
    const result = { candidates, companies };
    this.names.set(piece.segment, result);
    return result;
  }

  candidates(piece: Piece): NameCandidate[] {
    return within(this.read(piece).candidates, piece);
  }

  companies(piece: Piece): NamedCompany[] {
    return within(this.read(piece).companies, piece);
  }

  nameSpans(piece: Piece): Span[] {
    return this.companies(piece).map(({ start, end }) => ({ start, end }));
  }

  isInsidersLine(piece: Piece, found: Span): boolean {
    const start = piece.text.lastIndexOf('\n', found.start) + 1;
    const next = piece.text.indexOf('\n', found.end);
    const line = piece.text.slice(start, next < 0 ? undefined : next);
    if (line.length > 140) return false;
    const key = foldKey(fold(line));
    return this.companies(piece).some(
      (company) =>
        company.outsider &&
        company.start >= start &&
        company.end <= start + line.length &&
        key.length < 120 &&
        !/[.!?]\s\p{Lu}/u.test(line),
    );
  }
}

/** Findings of a whole segment that lie in a piece of it, with offsets into the piece. */
function within<T extends Span>(found: readonly T[], piece: Piece): T[] {
  const { offset, text } = piece;
  return found
    .filter((one) => one.start >= offset && one.end <= offset + text.length)
    .map((one) => ({ ...one, start: one.start - offset, end: one.end - offset }));
}
