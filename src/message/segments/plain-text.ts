/** Own text and forwarded mail of a plain text alone, without the mail around it. */

import { textLines } from '../parse/body.ts';
import type { BodyLine } from '../parsed-mail.ts';
import { splitHistory } from './history.ts';
import type { Author } from './openings.ts';
import { isForward, type Surroundings } from './origin.ts';
import { splitSignature } from './signature.ts';
import { isBlank, textOf } from './text-of.ts';

/**
 * What the author of a plain text wrote, the way a letter reads: with closing and name, without quoted mails,
 * delimited signatures and device lines; quotes that are answered in between stay. A forward without a comment
 * gives the forwarded text.
 */
export function ownText(text: string): string {
  return textOf(ownLines(textLines(text))) || text.trim();
}

function ownLines(lines: BodyLine[]): BodyLine[] {
  const parts = splitHistory(lines);
  const written = parts.map((part) => (part.kind === 'written' ? letterText(part.lines) : []));
  const first = written.findIndex((one) => !isBlank(one));
  const last = written.findLastIndex((one) => !isBlank(one));
  if (first < 0) {
    const history = parts.find((part) => part.kind === 'history' && !part.quotedBelow);
    return history ? ownLines(history.lines) : [];
  }
  return parts.slice(first, last + 1).flatMap((part, index) => {
    if (part.kind === 'written') return written[first + index]!;
    return part.lines.map((line) => ({ ...line, text: `${'> '.repeat(line.quote)}${line.text}`.trimEnd() }));
  });
}

function letterText(lines: BodyLine[]): BodyLine[] {
  return splitSignature(lines, {})
    .filter((block) => block.role === 'text' || block.begin === 'closing')
    .flatMap((block) => block.lines);
}

export interface ForwardedMail {
  author: Author;
  recipients: string[];
  subject?: string;
  /** Text of the mail itself, without mails quoted in it. */
  body: string;
  /** What stands above it. */
  comment: string;
}

/** The first mail that a plain text forwards; undefined when it forwards none. `subject` is that of the outer mail. */
export function forwardedMail(text: string, subject?: string): ForwardedMail | undefined {
  const parts = splitHistory(textLines(text));
  const around: Surroundings = {
    recipients: [],
    inReply: false,
    ...(subject === undefined ? {} : { subject }),
  };
  const at = parts.findIndex(
    (part) => part.opening && isForward(part.opening, part.quotedBelow === true, around),
  );
  const part = parts[at];
  if (!part?.opening) return undefined;
  const inner = splitHistory(
    part.lines.map((line) => ({ ...line, quote: Math.max(0, line.quote - part.opening!.depth) })),
  );
  const end = inner.findIndex((one) => one.kind === 'history');
  const body = textOf(inner.slice(0, end < 0 ? undefined : end).flatMap((one) => one.lines));
  const comment = textOf(parts.slice(0, at).flatMap((one) => one.lines));
  const { author, recipients, subject: inside } = part.opening;
  return { author, recipients, ...(inside ? { subject: inside } : {}), body, comment };
}
