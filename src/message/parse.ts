/** Raw bytes of a mail to its parts: headers, body lines, attachments, attached mails. */

import { type AddressEntry, parseAddresses } from './address.ts';
import { attachmentsOf } from './parse/attachments.ts';
import { bodyOf } from './parse/body.ts';
import { decodeWords, headerName, headerValue } from './parse/header-text.ts';
import { type MimeTree, readMimeTree } from './parse/mime-tree.ts';
import { withFittingContentType } from './parse/repair.ts';
import type { Defect, MailAddress, MailHeader, ParsedMail, ParseLimits } from './parsed-mail.ts';
import type { Envelope } from './understanding.ts';

export const DEFAULT_PARSE_LIMITS: ParseLimits = {
  bytes: 40 * 1024 * 1024,
  depth: 4,
  parts: 500,
  headerBytes: 512 * 1024,
  textLength: 1_000_000,
  attachmentBytes: 25 * 1024 * 1024,
};

const ID_LIMIT = 200;

/**
 * Takes a raw mail apart. The same bytes give the same result.
 * Never throws for what the mail contains: a damaged or oversized mail gives what can be read, and `defects`.
 */
export async function parseMail(raw: Uint8Array, limits: Partial<ParseLimits> = {}): Promise<ParsedMail> {
  return parseAtDepth(raw, { ...DEFAULT_PARSE_LIMITS, ...limits }, 0);
}

async function parseAtDepth(raw: Uint8Array, limits: ParseLimits, depth: number): Promise<ParsedMail> {
  const tree = await readParts(raw, limits);
  const headers = tree.headerLines.flatMap(({ line }) => {
    const name = headerName(line);
    return name ? [{ name, value: headerValue(line) }] : [];
  });
  const defects: Defect[] = [...tree.defects];
  const { body, format, bodyParts } = bodyOf(tree, limits, defects);
  const listed = attachmentsOf(tree, bodyParts);
  if (listed.some((one) => one.role === 'tnef')) defects.push({ code: 'tnef' });
  if (isEncrypted(tree.types)) defects.push({ code: 'encrypted' });
  const messages: ParsedMail[] = [];
  for (const attachment of listed) {
    if (attachment.role !== 'message' || !attachment.content) continue;
    if (depth >= limits.depth) defects.push({ code: 'too_deep' });
    else messages.push(await parseAtDepth(attachment.content, limits, depth + 1));
  }
  return {
    headers,
    envelope: envelopeOf(headers),
    from: addressesIn(headers, 'from'),
    replyTo: addressesIn(headers, 'reply-to'),
    body,
    bodyFormat: format,
    attachments: listed,
    messages,
    partTypes: tree.types,
    contentType: tree.root,
    defects,
  };
}

/** A multipart without a single part is read again with the boundary that its body really uses. */
async function readParts(raw: Uint8Array, limits: ParseLimits): Promise<MimeTree> {
  const tree = await readMimeTree(raw, limits);
  if (!tree.root.type.startsWith('multipart/') || tree.leaves.length > 0) return tree;
  const again = await readMimeTree(withFittingContentType(raw), limits);
  return {
    ...again,
    headerLines: tree.headerLines,
    root: tree.root,
    types: [tree.root.type, ...again.types.slice(1)],
    defects: [...tree.defects, ...again.defects],
  };
}

/** Every value of a header field, topmost first. */
export function headerValues(mail: ParsedMail, name: string): string[] {
  return mail.headers.filter((header) => header.name === name).map((header) => header.value);
}

/** The topmost value of a header field. */
export function headerOf(mail: ParsedMail, name: string): string | undefined {
  return mail.headers.find((header) => header.name === name)?.value;
}

function envelopeOf(headers: MailHeader[]): Envelope {
  const first = (name: string) => headers.find((header) => header.name === name)?.value ?? '';
  const envelope: Envelope = {
    inReplyTo: messageIds(first('in-reply-to')),
    references: messageIds(first('references')),
    subject: decodeWords(first('subject')).replace(/\s+/g, ' ').trim().slice(0, 1000),
    to: addressList(headers, 'to'),
    cc: addressList(headers, 'cc'),
  };
  const messageId = messageIds(first('message-id'))[0];
  if (messageId) envelope.messageId = messageId;
  const date = new Date(first('date').replace(/\([^()]{0,100}\)/g, ''));
  if (first('date') !== '' && !Number.isNaN(date.getTime())) envelope.date = date.toISOString();
  return envelope;
}

/** Message-IDs with their angle brackets; bare ids of careless senders get them. */
function messageIds(value: string): string[] {
  const ids = value.slice(0, 50_000).match(/<[^<>\s]{1,900}>/g);
  if (ids) return ids.slice(-ID_LIMIT);
  const bare = value.trim();
  return /^[^<>\s]{1,900}$/.test(bare) ? [`<${bare}>`] : [];
}

function addressList(headers: MailHeader[], name: string): string[] {
  return entriesIn(headers, name).flatMap((entry) => (entry.address ? [entry.address] : []));
}

function addressesIn(headers: MailHeader[], name: string): MailAddress[] {
  return entriesIn(headers, name).map(({ address, name: displayName }) => ({
    ...(address ? { address } : {}),
    ...(displayName ? { name: displayName } : {}),
  }));
}

function entriesIn(headers: MailHeader[], name: string): AddressEntry[] {
  return headers.filter((header) => header.name === name).flatMap((header) => parseAddresses(header.value));
}

function isEncrypted(types: string[]): boolean {
  return types.some(
    (type) => type === 'multipart/encrypted' || /^application\/(?:x-)?pkcs7-mime$/.test(type),
  );
}
