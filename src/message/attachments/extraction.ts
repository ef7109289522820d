/** Why an attachment was not read. */
export type UnreadReason = 'image' | 'too_large' | 'encrypted' | 'damaged' | 'unsupported' | 'limit';

/** Text of one document; an archive has one for each member. */
export interface ExtractedDocument {
  /** Absent: the attachment itself. */
  name?: string;
  text: string;
}

/** A member of an archive that was not read. */
export interface UnreadMember {
  name: string;
  reason: UnreadReason;
}

/** What became of reading one attachment. */
export type Extraction =
  | { read: true; documents: ExtractedDocument[]; unread: UnreadMember[] }
  | { read: false; reason: UnreadReason };

export function unread(reason: UnreadReason): Extraction {
  return { read: false, reason };
}

/** One document with text; one without any is a scan: an image. */
export function extracted(text: string, limit: number): Extraction {
  const clean = text
    .replaceAll('\u0000', '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (clean === '') return unread('image');
  return { read: true, documents: [{ text: clean.slice(0, limit) }], unread: [] };
}

/** What a document is known to be, found while reading it. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
  readonly reason: UnreadReason;

  constructor(reason: UnreadReason) {
    super(reason);
    this.reason = reason;
  }
}
