/** Bytes of a text part to characters: the declared charset where it holds, the likeliest one where it does not. */

import { TextDecoder } from 'node:util';

export interface DecodedText {
  text: string;
  /** What was wrong, when the text was not read with the declared charset. */
  problem?: string;
}

/** UTF-8 by another name, and charsets that UTF-8 contains. */
const UTF8_LABELS =
  /^(?:utf-?8|utf8mb4|unicode-1-1-utf-8|us-ascii|ascii|ansi_x3\.4-1968|646|unknown-8bit|default)$/;
/** Western labels under which windows-1252 or UTF-8 is often sent. */
const WESTERN_LABELS = /^(?:iso-?8859-?1|iso-?8859-?15|latin-?1|l1|windows-?1252|cp-?1252)$/;

/**
 * Reads bytes as text; never throws.
 * UTF-8 is tried first for UTF-8, ASCII, unknown and Western labels: bytes above 127 that form valid
 * UTF-8 are practically never another Western charset. What is not valid UTF-8 is read as labelled, else as windows-1252.
 */
export function decodeText(bytes: Uint8Array, charset: string | undefined): DecodedText {
  const label = (charset ?? '').trim().toLowerCase();
  const decoder = decoderFor(label);
  const guess = label === '' || UTF8_LABELS.test(label) || WESTERN_LABELS.test(label) || !decoder;
  const utf8 = guess ? strictUtf8(bytes) : undefined;
  if (utf8 !== undefined) {
    const wrong = label !== '' && !UTF8_LABELS.test(label) && hasHighByte(bytes);
    return clean(utf8, wrong ? `labelled ${label}, read as utf-8` : undefined);
  }
  const western = label === '' || UTF8_LABELS.test(label) || !decoder;
  if (western) {
    const problem = label === '' ? 'no charset, read as windows-1252' : `${label}, read as windows-1252`;
    return clean(new TextDecoder('windows-1252').decode(bytes), problem);
  }
  return clean(decoder.decode(bytes));
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hasHighByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 127);
}

/** NUL has no place in text and is refused by databases. */
function clean(text: string, problem?: string): DecodedText {
  const cleaned = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return problem === undefined ? { text: cleaned } : { text: cleaned, problem };
}
