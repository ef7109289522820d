/** Who wrote a mail, and what our own receiving server proved of it. */

import { type AddressEntry, asciiDomain, parseAddresses, sameOrganisation } from './address.ts';
import { headerValues } from './parse.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { type MethodResult, parseAuthenticationResults } from './sender/authentication-results.ts';
import type { Sender, Trust } from './understanding.ts';

/** How our receiving server marks what it has checked. */
export interface SenderTrust {
  /** The authserv-id of its Authentication-Results. */
  authservId: string;
  /**
   * It writes them right below its own Received line instead of above it (some milters do). Off unless known: where the
   * server writes above, a sender could place a forged one there.
   */
  resultsBelowReceived?: boolean;
}

interface Verdict {
  trust: Trust;
  reason: string;
}

/**
 * Reads the one author of a mail and how far to trust it.
 * `pass` needs our own server's word (`trust.authservId`) that DMARC passed, or DKIM or SPF passed for a domain of the
 * same organisation as From; its word that DMARC failed outweighs both. Without its word the verdict is `none`.
 * More or less than one From header or address gives no address, and `fail`.
 */
export function readSender(mail: ParsedMail, trust: SenderTrust): Sender {
  const headers = headerValues(mail, 'from');
  if (headers.length !== 1) {
    const reason = headers.length === 0 ? 'no From header' : `${headers.length} From headers`;
    return { trust: 'fail', reason };
  }
  const entries = parseAddresses(headers[0]!);
  const author = entries[0];
  if (entries.length !== 1 || !author?.address || !author.domain) {
    const reason = entries.length > 1 ? 'several From addresses' : (author?.problem ?? 'no From address');
    return { ...(author?.name ? { name: author.name } : {}), trust: 'fail', reason };
  }
  const replyTo = replyAddress(mail, author.domain);
  return {
    address: author.address,
    domain: author.domain,
    ...(author.name ? { name: author.name } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...verdictFor(author.domain, ownResults(mail, trust)),
  };
}

/** A Reply-To is followed only inside the author's own organisation, and only when it is one address. */
function replyAddress(mail: ParsedMail, domain: string): string | undefined {
  const entries: AddressEntry[] = headerValues(mail, 'reply-to').flatMap(parseAddresses);
  const only = entries.length === 1 ? entries[0] : undefined;
  return only?.address && only.domain && sameOrganisation(only.domain, domain) ? only.address : undefined;
}

/**
 * The results that our own server wrote: the topmost run of Authentication-Results that directly follow one another and
 * bear its id. A server adds its header above everything that came in, so one below another server's, or below the
 * Received line of our own server, was in the mail before it came to us. Within the run the upper one counts for its
 * methods, so that a forged one that was not stripped adds nothing to them.
 */
function ownResults(mail: ParsedMail, trust: SenderTrust): MethodResult[] | undefined {
  const id = trust.authservId.toLowerCase();
  let results: MethodResult[] | undefined;
  let received = false;
  for (const header of mail.headers) {
    if (header.name === 'authentication-results') {
      const parsed = parseAuthenticationResults(header.value);
      if (parsed.authservId !== id) return results;
      results = withLower(results ?? [], parsed.results);
    } else if (results !== undefined || received) return results;
    else if (header.name === 'received' && isReceivedBy(header.value, id)) {
      if (!trust.resultsBelowReceived) return undefined;
      received = true;
    }
  }
  return results;
}

function withLower(upper: MethodResult[], lower: MethodResult[]): MethodResult[] {
  const known = new Set(upper.map((one) => one.method));
  return [...upper, ...lower.filter((one) => !known.has(one.method))];
}

function isReceivedBy(value: string, host: string): boolean {
  const by = /(?:^|\s)by\s{1,5}([^\s;()]{1,255})/i.exec(value.replace(/\([^()]{0,500}\)/g, ' '));
  return by?.[1]?.toLowerCase() === host;
}

function verdictFor(domain: string, results: MethodResult[] | undefined): Verdict {
  if (results === undefined) return { trust: 'none', reason: 'no Authentication-Results of ours' };
  const dmarc = results.filter((one) => one.method === 'dmarc');
  if (dmarc.some((one) => one.result === 'fail')) return { trust: 'fail', reason: 'dmarc=fail' };
  const passed = results.filter((one) => one.result === 'pass');
  for (const one of passed) {
    if (provesFrom(one, domain)) return { trust: 'pass', reason: reasonOf(one) };
  }
  const other = passed.find((one) => /^(?:dmarc|dkim|spf)$/.test(one.method));
  const reason = other ? `${reasonOf(other)}, not of the From domain` : 'nothing passed for the From domain';
  return { trust: 'fail', reason };
}

/** DMARC names the From domain itself; DKIM and SPF need a domain of the same organisation. */
function provesFrom(one: MethodResult, domain: string): boolean {
  const proven = provenDomain(one);
  if (!proven) return false;
  return one.method === 'dmarc' ? proven === domain : sameOrganisation(proven, domain);
}

function provenDomain(one: MethodResult): string | undefined {
  const property = (name: string) => one.properties.get(name);
  if (one.method === 'dmarc') return domainOf(property('header.from'));
  if (one.method === 'dkim') return domainOf(property('header.d') ?? property('header.i'));
  if (one.method === 'spf') return domainOf(property('smtp.mailfrom') ?? property('smtp.mail'));
  return undefined;
}

/** The domain of a domain or an address; behind the last @, as everywhere. */
function domainOf(value: string | undefined): string | undefined {
  return value === undefined ? undefined : asciiDomain(value.slice(value.lastIndexOf('@') + 1));
}

function reasonOf(one: MethodResult): string {
  return `${one.method}=${one.result} ${provenDomain(one) ?? ''}`.trim();
}
