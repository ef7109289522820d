/** The MIME parts of a mail, read by mailparser under limits. */

import { type AttachmentStream, type HeaderLines, MailParser } from 'mailparser';
import type { Defect, ParseLimits } from '../parsed-mail.ts';

/** A part without children: its content with the transfer encoding taken off. */
export interface MimeLeaf {
  type: string;
  parameters: Record<string, string>;
  disposition?: string;
  filename: string;
  cid?: string;
  flowed: boolean;
  delSp: boolean;
  size: number;
  content?: Buffer;
  /** Enclosing multiparts, outermost first. */
  ancestors: MimeMultipart[];
}

export interface MimeMultipart {
  type: string;
  parameters: Record<string, string>;
}

export interface MimeTree {
  headerLines: HeaderLines;
  /** Types of all parts in order. */
  types: string[];
  root: MimeMultipart;
  leaves: MimeLeaf[];
  defects: Defect[];
}

interface RawLeaf {
  part: AttachmentStream;
  chunks: Buffer[];
  size: number;
}

/**
 * What is used of mailparser's own tree; its published types leave it out. Every text part is asked for as an
 * attachment (`textTypes` empty), so that its bytes arrive before any charset is guessed.
 */
interface ParserInternals {
  textTypes: string[];
  tree: TreeNode | false;
}

interface TreeNode {
  contentType: string | false;
  headers: Map<string, unknown>;
  headerLines: HeaderLines;
  isAttachment?: boolean;
  children: TreeNode[];
  node: {
    flowed?: boolean;
    delSp?: boolean;
    multipart?: string | false;
    boundary?: unknown;
    _boundary?: unknown;
  };
}

/**
 * Splits raw bytes into parts. Attached mails stay whole (one leaf each).
 * Never throws for the mail's content: what was read until a limit or an error is returned with a defect.
 */
export async function readMimeTree(raw: Uint8Array, limits: ParseLimits): Promise<MimeTree> {
  const defects: Defect[] = [];
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, limits.bytes));
  if (raw.byteLength > limits.bytes) defects.push({ code: 'too_large', detail: String(raw.byteLength) });
  const options = {
    ignoreEmbedded: true,
    maxChildNodes: limits.parts,
    maxHeadSize: limits.headerBytes,
    checksumAlgo: false,
  };
  const parser = new MailParser(options as object);
  const internals = parser as unknown as ParserInternals;
  internals.textTypes = [];
  const raws: RawLeaf[] = [];
  const failure = await drain(parser, bytes, raws, limits);
  if (failure) defects.push(failureDefect(failure));
  return assemble(internals.tree, raws, defects);
}

function drain(
  parser: MailParser,
  bytes: Buffer,
  raws: RawLeaf[],
  limits: ParseLimits,
): Promise<Error | undefined> {
  return new Promise((resolve) => {
    parser.on('error', (error: Error) => resolve(error));
    parser.on('data', (data: AttachmentStream | { type: 'text' }) => {
      if (data.type === 'attachment') collect(data, raws, limits);
    });
    parser.on('end', () => resolve(undefined));
    parser.end(bytes);
  });
}

function collect(part: AttachmentStream, raws: RawLeaf[], limits: ParseLimits): void {
  const leaf: RawLeaf = { part, chunks: [], size: 0 };
  raws.push(leaf);
  part.content.on('data', (chunk: Buffer) => {
    leaf.size += chunk.length;
    if (leaf.size <= limits.attachmentBytes) leaf.chunks.push(chunk);
    else leaf.chunks = [];
  });
  // mailparser waits for the release before it reads on, and clears the function once it was called.
  const release = () => part.release?.();
  part.content.on('error', release);
  part.content.on('end', release);
}

function failureDefect(error: Error): Defect {
  if (/child nodes/.test(error.message)) return { code: 'too_many_parts' };
  if (/header size/.test(error.message)) return { code: 'header_too_large' };
  return { code: 'unreadable', detail: error.message.slice(0, 200) };
}

function assemble(tree: TreeNode | false, raws: RawLeaf[], defects: Defect[]): MimeTree {
  const empty: MimeMultipart = { type: 'text/plain', parameters: {} };
  const result: MimeTree = { headerLines: [], types: [], root: empty, leaves: [], defects };
  if (!tree) return result;
  result.headerLines = tree.headerLines;
  result.root = described(tree);
  const queue: { node: TreeNode; ancestors: MimeMultipart[] }[] = [{ node: tree, ancestors: [] }];
  // Depth first and in order; mailparser hands out the leaves in the same order.
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    const own = described(entry.node);
    result.types.push(own.type);
    if (entry.node.isAttachment) {
      const raw = raws[result.leaves.length];
      if (raw) result.leaves.push(leafOf(raw, entry.node, own, entry.ancestors));
    } else if (own.type.startsWith('multipart/') && entry.node.children.length === 0) {
      defects.push({ code: 'boundary' });
    }
    const ancestors = [...entry.ancestors.slice(-20), own];
    for (const child of entry.node.children.toReversed()) queue.push({ node: child, ancestors });
  }
  return result;
}

function leafOf(raw: RawLeaf, node: TreeNode, own: MimeMultipart, ancestors: MimeMultipart[]): MimeLeaf {
  const kept = raw.chunks.length > 0 || raw.size === 0;
  return {
    type: own.type,
    parameters: own.parameters,
    disposition: raw.part.contentDisposition?.toLowerCase(),
    filename: raw.part.filename ?? '',
    cid: raw.part.cid,
    flowed: node.node.flowed === true,
    delSp: node.node.delSp === true,
    size: raw.size,
    content: kept ? Buffer.concat(raw.chunks) : undefined,
    ancestors,
  };
}

function described(node: TreeNode): MimeMultipart {
  const header = node.headers.get('content-type') as { params?: Record<string, string> } | undefined;
  const parameters: Record<string, string> = {};
  for (const [name, value] of Object.entries(header?.params ?? {})) parameters[name.toLowerCase()] = value;
  return { type: (node.contentType || 'text/plain').toLowerCase(), parameters };
}
