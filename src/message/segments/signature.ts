/** The end of a text: signature, device line and disclaimer told from what the author still says. */

import type { BodyLine } from '../parsed-mail.ts';
import { isClosing, isDeviceLine, isPostscript } from './closings.ts';
import { isDisclaimerStart, isGatewayBanner, isPromotion } from './disclaimers.ts';
import type { Author } from './openings.ts';
import {
  CONTACT_LINE,
  CUSTOMER_LABEL,
  isDealFact,
  isPastedClosing,
  isProse,
  trailingSignature,
} from './trailing.ts';

export type Role = 'text' | 'signature' | 'disclaimer';

export interface Block {
  role: Role;
  /** How a signature began: its author closed the letter by hand, or a program or delimiter set it apart. */
  begin?: 'closing' | 'set_apart';
  lines: BodyLine[];
}

const DELIMITER = /^(?:-- ?|—|__|--\u00a0)$/;
const DELIMITED_LINES = 25;

/**
 * Cuts the lines of one author into text, signature and disclaimer, in order.
 * `whole`: nothing of this author stands before these lines.
 */
export function splitSignature(lines: BodyLine[], author: Author, whole = true): Block[] {
  const given = whole && isWrittenIntoSignature(lines) ? lines.map(withoutMark) : lines;
  const top = whole ? given.findIndex((line) => line.text.trim() !== '') : -1;
  if (top < 0 || !isGatewayBanner(given[top]!.text)) return cut(given, author, whole);
  return [
    { role: 'disclaimer', lines: given.slice(0, top + 1) },
    ...cut(given.slice(top + 1), author, whole),
  ];
}

/** All of it stands in the program's signature element, and sentences or data do: somebody typed into it. */
function isWrittenIntoSignature(lines: BodyLine[]): boolean {
  const filled = lines.filter((line) => line.text.trim() !== '');
  const marked = filled.length > 0 && filled.every((line) => line.signature);
  return (
    marked &&
    filled.some(({ text }) => CUSTOMER_LABEL.test(text.trim()) || (isProse(text) && !isDisclaimerStart(text)))
  );
}

function withoutMark({ signature: _, ...line }: BodyLine): BodyLine {
  return line;
}

function cut(lines: BodyLine[], author: Author, whole: boolean): Block[] {
  const first = whole ? lines.findIndex((line) => line.text.trim() !== '') : -1;
  const blocks: Block[] = [];
  let role: Role = 'text';
  const start = trailingSignature(lines, author, whole);
  for (const [index, line] of lines.entries()) {
    const starts: boolean = index === start && role === 'text';
    const next: Omit<Block, 'lines'> = starts ? NAMED : roleAt(lines, index, role, index === first, author);
    const last = blocks.at(-1);
    const sameBegin = next.begin === undefined || next.begin === last?.begin;
    if (last && last.role === next.role && sameBegin) last.lines.push(line);
    else blocks.push({ ...next, lines: [line] });
    role = next.role;
  }
  return blocks;
}

const NAMED: Omit<Block, 'lines'> = { role: 'signature', begin: 'closing' };

function roleAt(
  lines: BodyLine[],
  index: number,
  role: Role,
  isFirst: boolean,
  author: Author,
): Omit<Block, 'lines'> {
  const line = lines[index]!;
  const text = line.text.trim();
  if (text === '') return { role };
  const disclaims = isDisclaimerStart(text);
  if (line.signature) {
    return { role: role === 'disclaimer' || disclaims ? 'disclaimer' : 'signature', begin: 'set_apart' };
  }
  if (isPostscript(text)) return { role: 'text' };
  if (disclaims && (role === 'signature' || isNearEnd(lines, index))) return { role: 'disclaimer' };
  if (role !== 'disclaimer' && setApart(lines, index)) return { role: 'signature', begin: 'set_apart' };
  if (role !== 'text') return { role: resumes(lines, index, role) ? 'text' : role };
  // The first line of a letter greets or answers, however it sounds.
  const closes = !isFirst && isClosing(text) && !isEarlyThanks(lines, index);
  return closes && !isPastedClosing(lines, index, author)
    ? { role: 'signature', begin: 'closing' }
    : { role };
}

/** A device line or a delimiter. */
function setApart(lines: BodyLine[], index: number): boolean {
  const text = lines[index]!.text;
  if (isDeviceLine(text)) return isNearEnd(lines, index);
  if (!DELIMITER.test(text.replace(/^\s+/, ''))) return false;
  return lines.length - index <= DELIMITED_LINES || isBoilerplate(lines.slice(index + 1));
}

/** Below a delimiter, so much that only a disclaimer explains it, or lines that come again and again. */
function isBoilerplate(lines: BodyLine[]): boolean {
  const filled = lines.flatMap((line) => line.text.trim() || []);
  const repeated = filled.length - new Set(filled).size;
  return repeated * 3 > filled.length || filled.some((text) => isDisclaimerStart(text));
}

/** A disclaimer in the upper half of a long text is what the mail is about. */
function isNearEnd(lines: BodyLine[], index: number): boolean {
  return index > 0 && lines.length - index <= 40;
}

const THANKS =
  /^\W{0,2}(?:merci|vielen dank|danke|thanks?|thank you|thx|bedankt|dank|villmools merci|besten dank|many thanks|alvast)/i;

/** `Merci` and `Danke` close a letter only where a signature follows, no sentence, data or other closing. */
function isEarlyThanks(lines: BodyLine[], index: number): boolean {
  if (!THANKS.test(lines[index]!.text)) return false;
  const after = lines
    .slice(index + 1, index + 30)
    .filter((line) => line.text.trim() !== '' && !line.signature);
  return after
    .slice(0, 4)
    .some(({ text }) => isProse(text) || CUSTOMER_LABEL.test(text.trim()) || isClosing(text));
}

/** Does the author speak again after the signature began? Only on strong signs: signatures hold slogans and addresses. */
function resumes(lines: BodyLine[], index: number, role: Role): boolean {
  const text = lines[index]!.text.trim();
  if (CUSTOMER_LABEL.test(text) && !CONTACT_LINE.test(text.slice(0, 12))) return true;
  const afterBlank = index > 0 && lines[index - 1]!.text.trim() === '';
  return (
    role === 'signature' &&
    afterBlank &&
    (isAddressed(text) ||
      (paragraphHolds(lines, index, isDealFact) && !paragraphHolds(lines, index, isPromotion)))
  );
}

function paragraphHolds(lines: BodyLine[], index: number, test: (text: string) => boolean): boolean {
  for (const line of lines.slice(index, index + 12)) {
    if (line.text.trim() === '') return false;
    if (test(line.text)) return true;
  }
  return false;
}

/** A sentence that speaks to its reader. */
function isAddressed(text: string): boolean {
  if (!isProse(text) || isDisclaimerStart(text)) return false;
  return /(?<![\p{L}])(?:je|j['’]ai|nous avons|ich|wir haben|i(?:['’](?:m|ve|ll))?|we(?:['’](?:ve|ll|re))|ik|wij hebben|we hebben|ech|mir hunn|pourriez-vous|könnten sie|could you|kunt u|kënnt dir|ci-dessous|siehe unten|see below|zie hieronder|hei drënner|le client|la cliente|der kunde|the customer|de klant|de client)(?![\p{L}])/iu.test(
    text,
  );
}
