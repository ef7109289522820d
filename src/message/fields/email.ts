/** E-mail addresses in running text. */

import type { Found } from '../evidence.ts';

const ADDRESS = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}][\p{L}\p{N}.-]{0,120}\.[\p{L}]{2,24}/gu;

/** Every address as written, lower case, without trailing dots. */
export function findEmails(text: string): Found<string>[] {
  const found: Found<string>[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const start = match.index;
    const value = match[0].replace(/^(?:mailto:)/i, '').toLowerCase();
    found.push({ value, start, end: start + match[0].length, method: 'pattern', confidence: 0.95 });
  }
  return found;
}

/** The domain of an address, lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
