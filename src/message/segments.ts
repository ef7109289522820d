/** A mail cut into stretches of one author each: own text, quotes, forwards, signatures, disclaimers. */

import { sameOrganisation } from './address.ts';
import type { BodyLine, ParsedMail } from './parsed-mail.ts';
import { type Part, splitHistory } from './segments/history.ts';
import type { Author } from './segments/openings.ts';
import { isForward, type Surroundings, subjectPrefix } from './segments/origin.ts';
import { type Block, splitSignature } from './segments/signature.ts';
import { isBlank, textOf } from './segments/text-of.ts';
import type { Segment, SegmentKind } from './understanding.ts';

export { type ForwardedMail, forwardedMail, ownText } from './segments/plain-text.ts';

/** Mails forwarded inside forwarded mails beyond this depth are quotes. */
const FORWARD_DEPTH = 8;

type Draft = Omit<Segment, 'id'>;

interface Reading {
  around: Surroundings;
  drafts: Draft[];
}

/**
 * Cuts a mail into segments, in reading order: subject, body, attached mails. No line of the body is lost; the header
 * lines of a forwarded mail become its author and, where it differs, its subject.
 * Linear in the length of the text.
 */
export function segmentMail(mail: ParsedMail): Segment[] {
  const drafts: Draft[] = [];
  const subject = mail.envelope.subject;
  if (subject !== '') drafts.push({ kind: 'subject', text: subject });
  const author = mail.from[0] ?? {};
  const reading: Reading = { around: surroundings(mail), drafts };
  readParts(splitHistory(mail.body), 'own', author, reading, 0);
  for (const message of mail.messages) readAttachedMail(message, mail, reading);
  return drafts.map((draft, id) => ({ id, ...draft }));
}

function surroundings(mail: ParsedMail): Surroundings {
  const address = mail.from[0]?.address;
  const { subject, to, cc, inReplyTo } = mail.envelope;
  return {
    subject,
    recipients: [...to, ...cc],
    ...(address ? { senderDomain: address.slice(address.lastIndexOf('@') + 1) } : {}),
    inReply: inReplyTo.length > 0,
  };
}

/** `kind` is what text written at this level is: the sender's own, or that of a forwarded mail. */
function readParts(
  parts: Part[],
  kind: 'own' | 'forward',
  author: Author,
  reading: Reading,
  depth: number,
): void {
  const answers = kind === 'own' && isAnswer(parts, reading.around);
  let whole = true;
  for (const part of answers ? parts : withMarkedLines(parts)) {
    if (part.kind === 'history') readHistory(part, kind, reading, depth);
    else if (part.kind === 'bare_quote') push(reading, 'quote', part.lines, {});
    else {
      readWritten(splitSignature(part.lines, author, whole), kind, author, reading);
      whole &&= isBlank(part.lines);
    }
  }
}

/** Marked lines are a quote where there is a mail to quote and something is said to it; else they are pasted or listed. */
function isAnswer(parts: Part[], around: Surroundings): boolean {
  const quotes =
    around.inReply || subjectPrefix(around.subject ?? '') === 'reply' || parts.some((part) => part.opening);
  return quotes && parts.some((part) => part.kind === 'written' && !isBlank(part.lines));
}

/** Marked lines and the text around them as one part. */
function withMarkedLines(parts: Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === 'history') merged.push(part);
    else if (last?.kind === 'written') for (const line of part.lines) last.lines.push(line);
    else merged.push({ kind: 'written', lines: [...part.lines] });
  }
  return merged;
}

function readHistory(part: Part, outer: 'own' | 'forward', reading: Reading, depth: number): void {
  const opening = part.opening!;
  const own =
    outer === 'own'
      ? isForward(opening, part.quotedBelow === true, reading.around)
      : isForwardedOn(part, reading);
  if (!own || depth >= FORWARD_DEPTH) {
    push(reading, 'quote', [...(part.openingLines ?? []), ...part.lines], opening.author);
    return;
  }
  if (opening.subject && !isSubjectOf(opening.subject, reading.around.subject ?? '')) {
    reading.drafts.push({ kind: 'forward', text: opening.subject, ...withAuthor(opening.author) });
  }
  const base = Math.min(
    ...part.lines.filter((line) => line.text.trim() !== '').map((line) => line.quote),
    99,
  );
  const inner = part.lines.map((line) => ({ ...line, quote: Math.max(0, line.quote - base) }));
  readParts(splitHistory(inner), 'forward', opening.author, reading, depth + 1);
}

/** Inside a forwarded conversation everything is forwarded, except what our own side wrote. */
function isForwardedOn(part: Part, reading: Reading): boolean {
  return isForward({ ...part.opening!, marker: 'forwarded' }, false, reading.around);
}

function readWritten(blocks: Block[], kind: 'own' | 'forward', author: Author, reading: Reading): void {
  for (const block of blocks) {
    push(reading, kindOf(block, kind, author, reading), block.lines, kind === 'forward' ? author : {});
  }
}

/** The signature under an earlier mail of the sender's own house says nothing about a customer either. */
function kindOf(block: Block, kind: 'own' | 'forward', author: Author, reading: Reading): SegmentKind {
  if (block.role === 'disclaimer') return 'disclaimer';
  if (block.role === 'text') return kind;
  const domain = author.address?.slice(author.address.lastIndexOf('@') + 1);
  const sender = reading.around.senderDomain;
  const ofSender = domain !== undefined && sender !== undefined && sameOrganisation(domain, sender);
  return kind === 'own' || ofSender ? 'signature' : 'forward_signature';
}

/** An attached mail counts like a forwarded one; what a delivery report brings back is our own mail. */
function readAttachedMail(message: ParsedMail, outer: ParsedMail, reading: Reading): void {
  const author = message.from[0] ?? {};
  const returned =
    outer.partTypes[0] === 'multipart/report' || reading.around.recipients.includes(author.address ?? '-');
  if (returned) {
    push(reading, 'quote', message.body, author);
    return;
  }
  const subject = message.envelope.subject;
  if (subject !== '' && !isSubjectOf(subject, outer.envelope.subject)) {
    reading.drafts.push({ kind: 'forward', text: subject, ...withAuthor(author) });
  }
  readParts(splitHistory(message.body), 'forward', author, reading, 1);
  for (const inner of message.messages) readAttachedMail(inner, message, reading);
}

function isSubjectOf(inner: string, outer: string): boolean {
  return outer.toLowerCase().includes(inner.toLowerCase().trim());
}

function push(reading: Reading, kind: SegmentKind, lines: BodyLine[], author: Author): void {
  const text = textOf(lines);
  if (text !== '') reading.drafts.push({ kind, text, ...withAuthor(author) });
}

function withAuthor(author: Author): { author?: Author } {
  return author.name || author.address ? { author: { ...author } } : {};
}
