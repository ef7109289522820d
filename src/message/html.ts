/** HTML to lines of text: blocks, tables and the marks that mail clients leave are kept; what a reader cannot see is not. */

import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parse } from 'parse5';
import { attribute, type ElementKind, elementKind, startsHistoryAfter } from './html/elements.ts';
import { hiddenNames } from './html/hidden-names.ts';
import { LineWriter } from './html/line-writer.ts';
import { type Cell, rowLines } from './html/rows.ts';
import type { BodyLine } from './parsed-mail.ts';

/** Deeper elements are not read: only crafted mail nests that deep, and the walk is recursive. */
const DEPTH_LIMIT = 400;

interface Context {
  quote: number;
  signature: boolean;
  history: boolean;
  heading: boolean;
  pre: boolean;
  list?: { ordered: boolean; count: number };
  depth: number;
}

interface Walk {
  /** Set once an element says that all that follows is the mail being answered. */
  history: boolean;
  /** Classes and ids that the style sheet hides. */
  hidden: ReadonlySet<string>;
}

/**
 * Reads an HTML body as lines. Never throws for content; `limit` is the number of characters of HTML that are read.
 */
export function htmlToLines(html: string, limit: number): BodyLine[] {
  const document = parse(html.slice(0, limit));
  const writer = new LineWriter();
  const context = { quote: 0, signature: false, history: false, heading: false, pre: false, depth: 0 };
  walkChildren(document, context, writer, { history: false, hidden: hiddenNames(document) });
  return writer.finish();
}

function walkChildren(node: Tree.ParentNode, context: Context, writer: LineWriter, walk: Walk): void {
  if (context.depth > DEPTH_LIMIT) return;
  const inner = { ...context, depth: context.depth + 1 };
  for (const child of node.childNodes) {
    if (child.nodeName === '#text') addText((child as Tree.TextNode).value, inner, writer, walk);
    else if ('tagName' in child) walkElement(child, inner, writer, walk);
  }
}

function addText(value: string, context: Context, writer: LineWriter, walk: Walk): void {
  writer.text(value, {
    quote: context.quote,
    signature: context.signature,
    history: context.history || walk.history,
    heading: context.heading,
    pre: context.pre,
  });
}

function walkElement(element: Tree.Element, outer: Context, writer: LineWriter, walk: Walk): void {
  const kind = elementKind(element, walk.hidden);
  if (kind.hidden) return;
  if (startsHistoryAfter(element)) {
    writer.breakLine();
    walk.history = true;
  }
  const context = contextInside(element, kind, outer);
  const tag = element.tagName;
  if (tag === 'br') {
    addText('', context, writer, walk);
    writer.lineBreak();
  } else if (tag === 'hr') writer.rule({ ...context, history: context.history || walk.history });
  else if (tag === 'tr') walkRow(element, context, writer, walk);
  else if (tag === 'a') walkLink(element, context, writer, walk);
  else walkBlock(element, kind, context, writer, walk);
}

function walkBlock(
  element: Tree.Element,
  kind: ElementKind,
  context: Context,
  writer: LineWriter,
  walk: Walk,
): void {
  if (kind.block) writer.breakLine();
  if (element.tagName === 'li') addText(bullet(context), context, writer, walk);
  walkChildren(element, context, writer, walk);
  if (kind.block) writer.breakLine();
  if (kind.spaced) writer.blankLine();
}

function contextInside(element: Tree.Element, kind: ElementKind, outer: Context): Context {
  const context = { ...outer };
  if (kind.quote) context.quote += 1;
  if (kind.signature) context.signature = true;
  if (kind.history) context.history = true;
  if (kind.heading) context.heading = true;
  if (element.tagName === 'pre') context.pre = true;
  if (element.tagName === 'ul' || element.tagName === 'ol') {
    context.list = { ordered: element.tagName === 'ol', count: 0 };
  }
  return context;
}

function bullet(context: Context): string {
  if (!context.list?.ordered) return '- ';
  context.list.count += 1;
  return `${context.list.count}. `;
}

/** A mailto link whose text hides the address is written out: `Anna <anna@example.org>`. */
function walkLink(element: Tree.Element, context: Context, writer: LineWriter, walk: Walk): void {
  walkChildren(element, context, writer, walk);
  const target = /^mailto:([^?\s"<>]{3,254})/i.exec(attribute(element, 'href'))?.[1];
  if (target?.includes('@') && !writer.endsWithin(target)) {
    addText(` <${target}>`, context, writer, walk);
  }
}

/** Each cell is read by itself, so that a row of a data table becomes one line. */
function walkRow(row: Tree.Element, context: Context, writer: LineWriter, walk: Walk): void {
  const cells: Cell[] = [];
  for (const child of row.childNodes) {
    if (!('tagName' in child)) continue;
    const kind = elementKind(child, walk.hidden);
    if (kind.hidden) continue;
    const cellWriter = new LineWriter();
    const inner = contextInside(child, kind, context);
    walkChildren(child, inner, cellWriter, walk);
    cells.push({ lines: cellWriter.finish(), nested: cellWriter.hasRows });
  }
  writer.breakLine();
  for (const line of rowLines(cells)) writer.line(line);
  if (cells.length > 1) writer.hasRows = true;
}
