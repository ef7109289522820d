/** Which parts are the body, and its lines. */

import { withoutInvisible } from '../html/line-writer.ts';
import { htmlToLines } from '../html.ts';
import type { BodyLine, Defect, ParsedMail, ParseLimits } from '../parsed-mail.ts';
import { decodeText } from './charset.ts';
import { unflow } from './flowed.ts';
import type { MimeLeaf, MimeMultipart, MimeTree } from './mime-tree.ts';

interface Body {
  body: BodyLine[];
  format: ParsedMail['bodyFormat'];
  /** The leaves that were read, or left aside as the other alternative. */
  bodyParts: Set<MimeLeaf>;
}

/**
 * Reads the body: of each multipart/alternative the HTML, unless it shows much less than the plain text;
 * other text parts in order.
 */
export function bodyOf(tree: MimeTree, limits: ParseLimits, defects: Defect[]): Body {
  const leaves = tree.leaves.filter(isBodyText);
  const body: BodyLine[] = [];
  let format: ParsedMail['bodyFormat'] = 'none';
  let left = limits.textLength;
  for (const group of alternatives(leaves)) {
    const linesOf = (isHtml: boolean) =>
      group
        .filter((leaf) => (leaf.type === 'text/html') === isHtml)
        .flatMap((leaf) => leafLines(leaf, left, defects));
    const plainLines = linesOf(false);
    const htmlLines = linesOf(true);
    const useHtml = letters(htmlLines) > 0 && letters(htmlLines) >= letters(plainLines) * 0.3;
    const lines = useHtml ? htmlLines : plainLines;
    if (lines.length > 0 && body.length > 0) body.push({ text: '', quote: 0 });
    for (const line of lines) body.push(line);
    if (lines.length > 0 && format !== 'html') format = useHtml ? 'html' : 'text';
    left = Math.max(0, left - lines.reduce((sum, line) => sum + line.text.length + 1, 0));
  }
  return { body, format, bodyParts: new Set(leaves) };
}

/** Plain text as lines; quote marks at their beginning are counted and taken off. */
export function textLines(text: string): BodyLine[] {
  return withoutInvisible(text)
    .replaceAll('\u00a0', ' ')
    .split(/\r\n|\n|\r/)
    .map(quotedLine);
}

/** Text parts that a reader sees as the mail itself: not attached, not a named file (except the first text). */
function isBodyText(leaf: MimeLeaf, _index: number, leaves: MimeLeaf[]): boolean {
  if (leaf.type !== 'text/plain' && leaf.type !== 'text/html' && leaf.type !== 'text') return false;
  if (leaf.ancestors.some((part) => part.type === 'multipart/digest')) return false;
  if (leaf.disposition !== undefined && leaf.disposition !== 'inline') return false;
  return leaf.filename === '' || leaves[0] === leaf;
}

/** Text leaves that share an innermost multipart/alternative are one group. */
function alternatives(leaves: MimeLeaf[]): MimeLeaf[][] {
  const groups: MimeLeaf[][] = [];
  const byAlternative = new Map<MimeMultipart, MimeLeaf[]>();
  for (const leaf of leaves) {
    const alternative = leaf.ancestors.findLast((part) => part.type === 'multipart/alternative');
    const known = alternative && byAlternative.get(alternative);
    if (known) known.push(leaf);
    else {
      groups.push([leaf]);
      if (alternative) byAlternative.set(alternative, groups.at(-1)!);
    }
  }
  return groups;
}

function leafLines(leaf: MimeLeaf, limit: number, defects: Defect[]): BodyLine[] {
  const text = partText(leaf, limit, defects);
  return leaf.type === 'text/html' ? htmlToLines(text, limit) : textLines(text);
}

function partText(leaf: MimeLeaf, limit: number, defects: Defect[]): string {
  const bytes = (leaf.content ?? Buffer.alloc(0)).subarray(0, limit * 4);
  const charset = leaf.parameters.charset ?? (leaf.type === 'text/html' ? metaCharset(bytes) : undefined);
  const { text, problem } = decodeText(bytes, charset);
  if (problem) defects.push({ code: 'charset', detail: problem });
  if (text.length > limit || leaf.content === undefined) defects.push({ code: 'text_cut' });
  const cut = text.slice(0, limit);
  return leaf.flowed && leaf.type === 'text/plain' ? unflow(cut.replaceAll('\r\n', '\n'), leaf.delSp) : cut;
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
  return /<meta[^>]{0,200}charset\s{0,4}=\s{0,4}["']?([A-Za-z0-9_-]{2,40})/i.exec(head)?.[1];
}

function letters(lines: BodyLine[]): number {
  let count = 0;
  for (const line of lines) count += line.text.replace(/[^\p{L}\p{N}]/gu, '').length;
  return count;
}

function quotedLine(raw: string): BodyLine {
  let index = 0;
  let quote = 0;
  for (;;) {
    const blank = raw[index] === ' ' ? 1 : 0;
    if (raw[index + blank] !== '>') break;
    quote += 1;
    index += blank + 1;
  }
  const start = quote > 0 && raw[index] === ' ' ? index + 1 : index;
  return { text: raw.slice(start), quote };
}
