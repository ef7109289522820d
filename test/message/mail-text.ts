/** Mails for tests, written as the text that travels. */

import { parseMail } from '../../src/message/parse.ts';
import type { ParsedMail } from '../../src/message/parsed-mail.ts';

const BASE: Record<string, string> = {
  From: 'Anne Martin <anne.martin@partner-one.example>',
  To: 'deals@operator.example',
  Subject: 'Nouveau client',
  Date: 'Mon, 5 Oct 2026 09:00:00 +0200',
  'Message-ID': '<a1@partner-one.example>',
};

/** A raw mail with the usual headers, changed or taken out (`undefined`) by `headers`. */
export function rawMail(body: string, headers: Record<string, string | undefined> = {}): Buffer {
  const all = { ...BASE, ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`);
}

export async function textMail(
  body: string,
  headers: Record<string, string | undefined> = {},
): Promise<ParsedMail> {
  return parseMail(rawMail(body, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }));
}

export async function htmlMail(
  body: string,
  headers: Record<string, string | undefined> = {},
): Promise<ParsedMail> {
  return parseMail(rawMail(body, { 'Content-Type': 'text/html; charset=utf-8', ...headers }));
}
