/** Web sites and the registrable domain of a host. */

import { getDomain, parse } from 'tldts';
import type { Found } from '../evidence.ts';
import { FREE_MAIL_DOMAINS } from './lexicon/free-mail.ts';

const SITE =
  /(?<![@\p{L}\p{N}._-])(?:https?:\/\/)?((?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,5}[\p{L}]{2,24})(?![\p{L}\p{N}@-])/gu;
/** Endings that file names, abbreviations and sentences without a space also have: a site needs www or a scheme there. */
const RESERVED = new Set(['example', 'test', 'invalid', 'localhost']);

/** The registrable domain of a host name (`www.shop.acme.co.uk` → `acme.co.uk`), or undefined. */
export function registrableDomain(host: string): string | undefined {
  const clean = host
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/s, '')
    .replace(/\.$/, '');
  const last = clean.slice(clean.lastIndexOf('.') + 1);
  if (RESERVED.has(last)) return clean.split('.').slice(-2).join('.');
  return getDomain(clean, { validateHostname: false }) ?? undefined;
}

/** Whether an address at this domain tells nothing about a company. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL_DOMAINS.has(domain);
}

function isHost(host: string, written: string): boolean {
  const lower = host.toLowerCase();
  if (/^www\.|^https?:/i.test(written)) return true;
  if (lower !== host && !/^[A-Z]?[a-z0-9.-]+$/.test(host)) return false;
  const last = lower.slice(lower.lastIndexOf('.') + 1);
  if (RESERVED.has(last)) return true;
  const parsed = parse(lower, { validateHostname: false });
  return (
    parsed.isIcann === true &&
    parsed.domainWithoutSuffix !== null &&
    (parsed.domainWithoutSuffix ?? '').length > 2
  );
}

/** Every web site named in the text, as its registrable domain. */
export function findDomains(text: string): Found<string>[] {
  const found: Found<string>[] = [];
  for (const match of text.matchAll(SITE)) {
    const host = match[1] as string;
    if (text[match.index + match[0].length] === '@' || !isHost(host, match[0])) continue;
    const value = registrableDomain(host);
    if (value === undefined) continue;
    found.push({
      value,
      start: match.index,
      end: match.index + match[0].length,
      method: 'pattern',
      confidence: 0.85,
    });
  }
  return found;
}
