/** Header fields as text: unfolding, raw bytes, and encoded-words (RFC 2047). */

import { decodeText } from './charset.ts';

/** Longer values are cut: nothing that is read from a header needs more. */
const VALUE_LIMIT = 100_000;
const ENCODED_WORD = /=\?([A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z0-9-]{0,20})?\?([bqBQ])\?([^?\s]{0,2000})\?=/g;

/**
 * The name of a raw header line in lower case, also in the obsolete form with a blank before the colon, which some
 * readers take for the header that it names; undefined where the line is no header field.
 */
export function headerName(line: string): string | undefined {
  const name = line
    .slice(0, Math.max(0, line.slice(0, 200).indexOf(':')))
    .trim()
    .toLowerCase();
  return /^[!-9;-~]{1,100}$/.test(name) ? name : undefined;
}

/**
 * The value of a raw header line as text on one line; encoded-words stay as they are.
 * `line` holds one character per byte, with the folding of the mail.
 */
export function headerValue(line: string): string {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1, colon + 1 + VALUE_LIMIT);
  const text = decodeText(Buffer.from(value, 'latin1'), undefined).text;
  return text
    .replace(/[\r\n]+/g, '')
    .replace(/\t/g, ' ')
    .trim();
}

/** Decodes the encoded-words of a value; words that cannot be decoded stay as they are. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  const words = [...value.matchAll(ENCODED_WORD)];
  let result = '';
  let last = 0;
  let pending: { charset: string; bytes: Buffer[] } | undefined;
  const flush = () => {
    if (pending) result += decodeText(Buffer.concat(pending.bytes), pending.charset).text;
    pending = undefined;
  };
  for (const word of words) {
    const between = value.slice(last, word.index);
    const charset = (word[1] ?? '').toLowerCase();
    // Blanks between encoded-words are no part of the text, and a character may be split over two of them.
    const adjacent = pending !== undefined && between.trim() === '';
    if (!adjacent || pending?.charset !== charset) flush();
    if (!adjacent) result += between;
    pending ??= { charset, bytes: [] };
    pending.bytes.push(wordBytes(word[2] ?? 'q', word[3] ?? ''));
    last = word.index + word[0].length;
  }
  flush();
  return (result + value.slice(last)).replace(/[\r\n]+/g, ' ');
}

function wordBytes(encoding: string, payload: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(payload, 'base64');
  const unquoted = payload
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(unquoted, 'latin1');
}
