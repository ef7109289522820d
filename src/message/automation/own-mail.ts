/** Our own mail coming back: the loop that header checks must break first. */

import { headerOf } from '../parse.ts';
import type { ParsedMail } from '../parsed-mail.ts';
import type { Finding } from './finding.ts';

/** Our mailbox and how its mail is marked. */
export interface OwnMail {
  /** Lower case. */
  address: string;
  /** Other addresses of the same mailbox. */
  aliases?: string[];
  /** Header that all our notices carry. */
  markerHeader?: string;
  /** Domains that only our notices' Message-IDs have. */
  messageIdDomains?: string[];
}

const DEFAULT_MARKER = 'x-dealreg';

/** From our own address, with our marker, or with one of our Message-IDs. */
export function ownMailFindings(mail: ParsedMail, own: OwnMail): Finding[] {
  const findings: Finding[] = [];
  const found = (reason: string) => findings.push({ reason, kind: 'own_mail', blocks: 'processing' });
  const addresses = ownAddresses(own);
  if (mail.from.some((from) => from.address && addresses.has(withoutTag(from.address))))
    found('From is our own address');
  const marker = (own.markerHeader ?? DEFAULT_MARKER).toLowerCase();
  if (headerOf(mail, marker) !== undefined) found(`${marker} header of ours`);
  const domain = /@([^>]+)>$/.exec(mail.envelope.messageId ?? '')?.[1]?.toLowerCase();
  if (domain && own.messageIdDomains?.includes(domain)) found('Message-ID of ours');
  return findings;
}

export function ownAddresses(own: OwnMail): Set<string> {
  return new Set([own.address, ...(own.aliases ?? [])].map((address) => withoutTag(address.toLowerCase())));
}

/** `deal+tag@example.org` reaches the same mailbox as `deal@example.org`. */
export function withoutTag(address: string): string {
  const at = address.lastIndexOf('@');
  const plus = address.indexOf('+');
  return plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : address;
}
