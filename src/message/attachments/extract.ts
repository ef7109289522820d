import { htmlToLines } from '../html.ts';
import { parseMail } from '../parse.ts';
import { segmentMail } from '../segments.ts';
import { unpack } from './archive.ts';
import {
  type ExtractedDocument,
  type Extraction,
  extracted,
  UnreadableError,
  type UnreadMember,
  unread,
} from './extraction.ts';
import { type DocumentKind, kindOf } from './kind.ts';
import type { AttachmentLimits } from './limits.ts';
import { readDocx, readXlsx } from './office.ts';
import { readPdf } from './pdf.ts';
import { decodeFile, readCsv, readVcard } from './plain.ts';

/** One attachment to read. */
export interface Extractable {
  bytes: Uint8Array;
  filename: string;
  contentType: string;
  charset?: string;
}

/** Reads one attachment: same bytes, same result. Never rejects: what cannot be read has a reason. */
export async function extract(file: Extractable, limits: AttachmentLimits): Promise<Extraction> {
  if (file.bytes.length > limits.bytes) return unread('too_large');
  if (file.bytes.length === 0) return unread('damaged');
  const verdict = kindOf(file.bytes, file.filename, file.contentType);
  if ('reason' in verdict) return unread(verdict.reason);
  try {
    return verdict.kind === 'zip'
      ? await readZip(file.bytes, limits)
      : await readDocument(verdict.kind, file, limits);
  } catch (error) {
    return unread(error instanceof UnreadableError ? error.reason : 'damaged');
  }
}

async function readDocument(
  kind: Exclude<DocumentKind, 'zip'>,
  { bytes, charset }: Extractable,
  limits: AttachmentLimits,
): Promise<Extraction> {
  switch (kind) {
    case 'pdf':
      return readPdf(bytes, limits);
    case 'xlsx':
      return readXlsx(bytes, limits);
    case 'docx':
      return readDocx(bytes, limits);
    case 'csv':
      return readCsv(bytes, limits, charset);
    case 'vcard':
      return readVcard(bytes, limits, charset);
    case 'mail':
      return readMail(bytes, limits);
    case 'html':
      return extracted(htmlText(decodeFile(bytes, charset), limits), limits.textLength);
    case 'text':
      return extracted(decodeFile(bytes.subarray(0, limits.textLength * 4), charset), limits.textLength);
  }
}

function htmlText(html: string, limits: AttachmentLimits): string {
  return htmlToLines(html, limits.textLength * 8)
    .map((line) => line.text)
    .join('\n');
}

/** A stored mail: what its author wrote, without what it quotes. */
async function readMail(bytes: Uint8Array, limits: AttachmentLimits): Promise<Extraction> {
  const segments = segmentMail(await parseMail(bytes));
  const text = segments.filter((segment) => segment.kind !== 'quote' && segment.kind !== 'disclaimer');
  return extracted(text.map((segment) => segment.text).join('\n\n'), limits.textLength);
}

/** The members of an archive, one level deep. */
async function readZip(bytes: Uint8Array, limits: AttachmentLimits): Promise<Extraction> {
  const names: string[] = [];
  const skipped: UnreadMember[] = [];
  const files = unpack(bytes, limits, (name) => {
    if (/\/$|^__MACOSX\/|(?:^|\/)\.|thumbs\.db$/i.test(name)) return false;
    if (names.length >= limits.count) {
      skipped.push({ name: baseName(name), reason: 'limit' });
      return false;
    }
    names.push(name);
    return true;
  });
  const documents: ExtractedDocument[] = [];
  for (const name of names) {
    const member = await extractMember(files[name] ?? new Uint8Array(), name, limits);
    if (member.read) documents.push(...member.documents.map(({ text }) => ({ name: baseName(name), text })));
    else skipped.push({ name: baseName(name), reason: member.reason });
  }
  if (documents.length === 0) return unread(skipped[0]?.reason ?? 'damaged');
  return { read: true, documents, unread: skipped.slice(0, 100) };
}

/** Archives inside archives are not opened. */
async function extractMember(bytes: Uint8Array, name: string, limits: AttachmentLimits): Promise<Extraction> {
  const verdict = kindOf(bytes, name, '');
  if ('kind' in verdict && verdict.kind === 'zip') return unread('limit');
  return extract({ bytes, filename: name, contentType: '' }, limits);
}

function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).slice(0, 200);
}
