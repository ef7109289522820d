/** A mail taken apart: the contract between parsing (bytes) and everything that reads it. Values only. */

import type { Envelope } from './understanding.ts';

/** One header field as it stands in the mail: unfolded, bytes decoded, encoded-words left as they are. */
export interface MailHeader {
  /** Lower case. */
  name: string;
  value: string;
}

/** A mailbox for display and look-ups outside identity; the identity of the sender is `readSender`'s alone. */
export interface MailAddress {
  /** Lower-case addr-spec, domain in punycode; absent where none can be read safely. */
  address?: string;
  /** Display name, encoded-words decoded. */
  name?: string;
}

/**
 * One line of the body as its reader sees it.
 * A table row is one line: its cells joined by TAB, so `label<TAB>value` can be read as a table.
 */
export interface BodyLine {
  /** Without line end; leading quote marks (`>`) are taken off and counted in `quote`. */
  text: string;
  /** How deep the line is quoted: leading `>` of plain text, enclosing blockquotes of HTML. */
  quote: number;
  /** Inside an element that mail clients use for the sender's signature. */
  signature?: true;
  /** Inside or after an element that mail clients use for the mail being answered or forwarded. */
  history?: true;
  /** A horizontal rule (its text is empty). */
  rule?: true;
  /** A heading or other text that stands out as one (h1-h6, th, caption). */
  heading?: true;
}

/**
 * What an attached part is for:
 * `file` something a person attached; `inline` an image or file that the HTML shows (logos, pasted pictures);
 * `message` an attached mail (also in `messages`); `report` a part of a delivery or feedback report;
 * `calendar` an invitation; `protection` a detached signature or key; `tnef` winmail.dat, which is not decoded.
 */
export type AttachmentRole = 'file' | 'inline' | 'message' | 'report' | 'calendar' | 'protection' | 'tnef';

export interface MailAttachment {
  role: AttachmentRole;
  /** Decoded name without any path; empty where the mail gives none. */
  filename: string;
  /** Lower-case media type as the mail states it: nothing to rely on. */
  contentType: string;
  /** Declared charset of a text part. */
  charset?: string;
  /** Content-ID without angle brackets. */
  cid?: string;
  /** Bytes of the decoded content, also when `content` was left out. */
  size: number;
  /** Absent where a limit left it out. */
  content?: Buffer;
}

export type DefectCode =
  | 'too_large' // more bytes than the limit: the rest was not read
  | 'too_many_parts'
  | 'too_deep' // attached mails inside attached mails beyond the limit
  | 'header_too_large'
  | 'text_cut' // body text beyond the limit was left out
  | 'charset' // undeclared, unknown or wrong charset; the text was read with another
  | 'boundary' // multipart without a usable boundary
  | 'encrypted' // multipart/encrypted or application/pkcs7-mime: the text cannot be read
  | 'tnef' // winmail.dat: its content is not read
  | 'unreadable'; // the parser gave up; what was read until then is here

export interface Defect {
  code: DefectCode;
  detail?: string;
}

export interface ParsedMail {
  /** Every header field, topmost first. Written by whoever sent the mail, and by every server on its way. */
  headers: MailHeader[];
  envelope: Envelope;
  from: MailAddress[];
  replyTo: MailAddress[];
  /** Body in reading order; see `BodyLine`. From HTML where the mail has it, else from plain text. */
  body: BodyLine[];
  /** Which alternative `body` was read from. */
  bodyFormat: 'html' | 'text' | 'none';
  attachments: MailAttachment[];
  /** Attached mails (message/rfc822 or .eml), in order. Their headers prove nothing. */
  messages: ParsedMail[];
  /** Media types of all MIME parts in order, outermost first; parameters of the outermost follow in `contentType`. */
  partTypes: string[];
  /** The outermost Content-Type with its parameters, lower-case names. */
  contentType: { type: string; parameters: Record<string, string> };
  defects: Defect[];
}

/** Limits on what one mail may cost to read. */
export interface ParseLimits {
  bytes: number;
  /** Attached mails inside attached mails. */
  depth: number;
  parts: number;
  headerBytes: number;
  /** Characters of body text (or of HTML) that are read. */
  textLength: number;
  /** Bytes of one attachment whose content is kept. */
  attachmentBytes: number;
}
