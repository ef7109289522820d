/** What reading the attachments of one mail may cost. */
export interface AttachmentLimits {
  /** Attachments that are read, archives' members included. */
  count: number;
  /** Bytes of one attachment. */
  bytes: number;
  /** Unpacked bytes of one archive or office document. */
  unpackedBytes: number;
  /** Characters of text kept of one attachment. */
  textLength: number;
  /** Pages of a PDF, sheets of a workbook. */
  pages: number;
  /** Rows of a table. */
  rows: number;
  /** Milliseconds for one attachment. */
  time: number;
  /** Megabytes of heap of the reading thread. */
  memory: number;
}

export const DEFAULT_ATTACHMENT_LIMITS: AttachmentLimits = {
  count: 12,
  bytes: 10_000_000,
  unpackedBytes: 24_000_000,
  textLength: 60_000,
  pages: 20,
  rows: 500,
  time: 10_000,
  memory: 192,
};
