import MailComposer from 'nodemailer/lib/mail-composer';
import { checkedAddress } from './address.ts';
import { oneLine } from './clean.ts';
import { copiedAddresses } from './recipients.ts';
import type { RenderedNotice } from './render.ts';

/** What a mail needs beside its words. */
export interface MailOptions {
  /** The mailbox that the notice comes from, and that replies go to. */
  from: { name: string; address: string };
  /** The one address written to. */
  to: string;
  cc?: readonly string[];
  /** `<id@domain>`: fixed when the notice is made, the same at every attempt to send it. */
  messageId: string;
  date: Date;
  /** The mail that is answered; absent on a notice that nobody asked for. */
  answers?: { messageId?: string; references?: readonly string[] };
  /** Value of `X-Dealreg`, by which our own mail is known when it comes back. */
  marker: string;
  /** The receipt of the notice for programs: a file beside its words, which also forwarding keeps. */
  receipt?: { entry: number; json: unknown };
}

/** Header lines of a notice, by name, in the order of the mail. */
export type NoticeHeaders = Record<string, string>;

const MESSAGE_ID = /^<[\w.!#$%&'*+/=?^`{|}~-]{1,200}@[\w.!#$%&'*+/=?^`{|}~[\]:-]{1,200}>$/;
const MARKER = /^[\w.:;=@ -]{1,200}$/;
const REFERENCES_LIMIT = 20;

/**
 * The headers that thread a notice and keep machines from answering it. A foreign Message-ID that is not well
 * formed is left out; an own one, or a marker, that is not well formed throws.
 */
export function composeHeaders(
  options: Pick<MailOptions, 'answers' | 'marker' | 'messageId'>,
): NoticeHeaders {
  const { answers, marker, messageId } = options;
  if (!MESSAGE_ID.test(messageId)) throw new TypeError('messageId: not a Message-ID');
  if (!MARKER.test(marker)) throw new TypeError('marker: not one plain word');
  const answered = answers?.messageId && MESSAGE_ID.test(answers.messageId) ? answers.messageId : undefined;
  const references = threadOf(answers?.references ?? [], answered);
  return {
    'Message-ID': messageId,
    ...(answered && { 'In-Reply-To': answered }),
    ...(references.length > 0 && { References: references.join(' ') }),
    'Auto-Submitted': answers ? 'auto-replied' : 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'X-Dealreg': marker,
  };
}

/** Name of the file in which a receipt travels. */
export const RECEIPT_FILE = /^dealreg-receipt-\d{1,15}\.json$/;

const receiptFile = ({ entry, json }: { entry: number; json: unknown }) => ({
  filename: `dealreg-receipt-${entry}.json`,
  contentType: 'application/json',
  content: `${JSON.stringify(json, null, 2)}\n`,
});

/** Their references and their own id, the first and the latest kept when there are too many. */
function threadOf(references: readonly string[], answered: string | undefined): string[] {
  const ids = [...new Set(references.filter((id) => MESSAGE_ID.test(id) && id !== answered))];
  if (answered) ids.push(answered);
  return ids.length <= REFERENCES_LIMIT ? ids : [...ids.slice(0, 1), ...ids.slice(1 - REFERENCES_LIMIT)];
}

/**
 * The whole mail as bytes: the same input gives the same bytes. It reads no file and fetches nothing. Throws for an
 * address or a header value that is not plain: what was checked before must never reach a mail otherwise.
 */
export async function composeMime(notice: RenderedNotice, options: MailOptions): Promise<Buffer> {
  const to = checkedAddress(options.to, 'to');
  const cc = copiedAddresses(options.cc ?? [], to).map((address) => ({ name: '', address }));
  const headers = composeHeaders(options);
  const message = new MailComposer({
    from: { name: oneLine(options.from.name), address: checkedAddress(options.from.address, 'from') },
    to: [{ name: '', address: to }],
    ...(cc.length > 0 && { cc }),
    subject: oneLine(notice.subject, 200),
    messageId: headers['Message-ID'],
    date: options.date,
    headers: Object.entries(headers)
      .filter(([key]) => key !== 'Message-ID')
      .map(([key, value]) => ({ key, value })),
    text: notice.text,
    html: notice.html,
    ...(options.receipt && { attachments: [receiptFile(options.receipt)] }),
    baseBoundary: options.messageId.replace(/[^a-z0-9]/gi, '').slice(0, 50),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return message.compile().build();
}
