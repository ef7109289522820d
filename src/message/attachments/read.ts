import { createHash } from 'node:crypto';
import type { MailAttachment } from '../parsed-mail.ts';
import type { AttachmentReport, Segment } from '../understanding.ts';
import type { Extractable } from './extract.ts';
import { type Extraction, unread } from './extraction.ts';
import { type AttachmentLimits, DEFAULT_ATTACHMENT_LIMITS } from './limits.ts';
import { readInThread } from './reading-thread.ts';

export interface AttachmentTexts {
  segments: Segment[];
  /** One for each attachment, in order; members of archives that were not read follow theirs. */
  reports: AttachmentReport[];
}

export interface ReadOptions {
  /** Id of the first segment. */
  firstId: number;
  limits?: Partial<AttachmentLimits>;
  /** How an attachment is read; by default in the reading thread. */
  read?: (file: Extractable, limits: AttachmentLimits) => Promise<Extraction>;
}

/**
 * Text of all attachments as segments, and a report on every one of them. Attached mails are not read here: they are
 * segments already. Never rejects; an attachment that cannot be read has a reason.
 */
export async function readAttachments(
  attachments: MailAttachment[],
  options: ReadOptions,
): Promise<AttachmentTexts> {
  const limits = { ...DEFAULT_ATTACHMENT_LIMITS, ...options.limits };
  const read = options.read ?? readInThread;
  const result: AttachmentTexts = { segments: [], reports: [] };
  let count = 0;
  for (const attachment of attachments) {
    if (isRead(attachment)) {
      result.reports.push(report(attachment, { read: true, documents: [], unread: [] }));
      continue;
    }
    const extraction = count < limits.count ? await extractionOf(attachment, limits, read) : unread('limit');
    if (attachment.role === 'file') count++;
    result.reports.push(report(attachment, extraction));
    if (extraction.read) addTexts(result, attachment, extraction, options.firstId);
  }
  return result;
}

/** Attached mails and the parts of delivery reports are read with the mail itself. */
function isRead(attachment: MailAttachment): boolean {
  return attachment.role === 'message' || attachment.role === 'report';
}

async function extractionOf(
  attachment: MailAttachment,
  limits: AttachmentLimits,
  read: NonNullable<ReadOptions['read']>,
): Promise<Extraction> {
  if (attachment.role === 'protection' || attachment.role === 'tnef' || attachment.role === 'calendar') {
    return unread('unsupported');
  }
  const { content, filename, contentType, charset } = attachment;
  if (content === undefined) return unread('too_large');
  return read({ bytes: content, filename, contentType, ...(charset ? { charset } : {}) }, limits);
}

function addTexts(
  result: AttachmentTexts,
  attachment: MailAttachment,
  extraction: Extraction & { read: true },
  firstId: number,
): void {
  for (const { name, text } of extraction.documents) {
    const id = firstId + result.segments.length;
    const shown = name ? `${attachment.filename}/${name}` : attachment.filename;
    result.segments.push({ id, kind: 'attachment', text, attachment: shown });
  }
  for (const { name, reason } of extraction.unread) {
    result.reports.push({
      filename: `${attachment.filename}/${name}`,
      contentType: '',
      size: 0,
      read: false,
      reason,
    });
  }
}

function report(attachment: MailAttachment, extraction: Extraction): AttachmentReport {
  const { filename, contentType, size } = attachment;
  const hash = attachment.content && createHash('sha256').update(attachment.content).digest('hex');
  const base = { filename, contentType, size, ...(hash ? { hash } : {}), read: extraction.read };
  return extraction.read ? base : { ...base, reason: extraction.reason };
}
