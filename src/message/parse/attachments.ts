/** The parts that are not the body: files, inline pictures, attached mails, report parts. */

import type { AttachmentRole, MailAttachment } from '../parsed-mail.ts';
import type { MimeLeaf, MimeTree } from './mime-tree.ts';

const REPORT_TYPES =
  /^(?:message\/(?:delivery-status|global-delivery-status|disposition-notification|global-disposition-notification|feedback-report|global-headers)|text\/rfc822-headers)$/;
const PROTECTION_TYPES =
  /^application\/(?:pgp-signature|pgp-keys|pgp-encrypted|(?:x-)?pkcs7-signature|(?:x-)?pkcs7-mime)$/;
const MESSAGE_TYPES = /^message\/(?:rfc822|global)$/;

/** Lists every leaf that is no body text, in order. */
export function attachmentsOf(tree: MimeTree, bodyParts: Set<MimeLeaf>): MailAttachment[] {
  return tree.leaves.filter((leaf) => !bodyParts.has(leaf) && leaf.type !== '').map(attachmentOf);
}

function attachmentOf(leaf: MimeLeaf): MailAttachment {
  const attachment: MailAttachment = {
    role: roleOf(leaf),
    filename: baseName(leaf.filename),
    contentType: leaf.type,
    size: leaf.size,
  };
  if (leaf.parameters.charset) attachment.charset = leaf.parameters.charset;
  if (leaf.cid) attachment.cid = leaf.cid;
  if (leaf.content) attachment.content = leaf.content;
  return attachment;
}

function roleOf(leaf: MimeLeaf): AttachmentRole {
  if (leaf.type === 'application/ms-tnef' || /^winmail\.dat$/i.test(leaf.filename)) return 'tnef';
  if (isMessage(leaf)) return 'message';
  if (REPORT_TYPES.test(leaf.type)) return 'report';
  if (leaf.type === 'text/calendar') return 'calendar';
  if (PROTECTION_TYPES.test(leaf.type)) return 'protection';
  return isInline(leaf) ? 'inline' : 'file';
}

/** An attached mail, also under the general type that some clients give an .eml file. */
function isMessage(leaf: MimeLeaf): boolean {
  if (MESSAGE_TYPES.test(leaf.type)) return true;
  const general =
    leaf.type === 'application/octet-stream' || leaf.type === 'text/plain' || leaf.type === 'text/rfc822';
  return general && /\.eml$/i.test(leaf.filename);
}

/** A picture that the HTML shows; a document with a Content-ID is a file all the same (Apple sets one on everything). */
function isInline(leaf: MimeLeaf): boolean {
  if (!leaf.type.startsWith('image/')) return false;
  const related = leaf.ancestors.some((part) => part.type === 'multipart/related');
  return (
    leaf.disposition === 'inline' ||
    (leaf.cid !== undefined && (related || leaf.disposition !== 'attachment'))
  );
}

/** File name without path and control characters. */
function baseName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  return base
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, 200);
}
