/** Bytes in, `Understanding` out: the one entrance to everything that a mail says. */

import { readAttachments } from './attachments/read.ts';
import { detectAutomation } from './automation.ts';
import { detectChanges } from './changes.ts';
import { sameOrganisation } from './address.ts';
import { type ReadingContext, readingContext } from './fields/reading-context.ts';
import { type ReadRegistrations, readRegistrations } from './fields/registrations.ts';
import { detectIntent } from './intent.ts';
import { detectLanguage } from './language.ts';
import { parseMail } from './parse.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { findReferences, referenceActedUpon } from './reference.ts';
import { readRuling } from './ruling.ts';
import { segmentMail } from './segments.ts';
import { readSender } from './sender.ts';
import { situationsOf } from './situation.ts';
import type { Evidence, Intent, Segment, Sender, Understanding } from './understanding.ts';

export interface UnderstandOptions {
  /** The authserv-id of our own receiving server's Authentication-Results. */
  authservId: string;
  /** The address of our mailbox. */
  ownAddress: string;
  /** Partners' company names and mail domains: they are never the customer. */
  partnerNames?: readonly string[];
  partnerDomains?: readonly string[];
}

/** Mails of these kinds carry no customers to register. */
const WITHOUT_CUSTOMERS: ReadonlySet<Intent> = new Set([
  'auto_reply',
  'bounce',
  'bulk',
  'spam',
  'question',
  'other',
]);

/** The sender's own new text. */
function ownTextOf(segments: Segment[]): string {
  return segments
    .filter((segment) => segment.kind === 'own')
    .map((segment) => segment.text)
    .join('\n');
}

interface Facts {
  mail: ParsedMail;
  sender: Sender;
  segments: Segment[];
  fromStaff: boolean;
}

function readFacts(
  { mail, sender, segments, fromStaff }: Facts,
  options: UnderstandOptions,
): ReadRegistrations {
  const read = readRegistrations(contextOf({ mail, sender, segments, fromStaff }, options));
  for (const [index, one] of read.reads.entries()) {
    const { situations, evidence } = situationsOf(one.segments, { fromStaff });
    (read.registrations[index] as { situation: unknown }).situation = situations;
    read.evidence.push(...evidence.map((line) => withPrefix(line, `registrations.${index}.`)));
  }
  return read;
}

function contextOf({ mail, sender, segments }: Facts, options: UnderstandOptions): ReadingContext {
  return readingContext({
    segments,
    senderName: sender.name ?? mail.from[0]?.name,
    senderAddress: sender.address ?? mail.from[0]?.address,
    ownAddress: options.ownAddress,
    partnerNames: options.partnerNames ?? [],
    partnerDomains: options.partnerDomains ?? [],
    mailDate: mail.envelope.date,
  });
}

function withPrefix(line: Evidence, prefix: string): Evidence {
  return { ...line, path: line.path.replace(/^(?:registrations\.\d+\.)?/, prefix) };
}

/**
 * Reads a mail as it lies in the mailbox. Never rejects for what a mail holds: limits and defects are part of the result.
 * Pure: the same bytes and options give the same result.
 */
export async function understand(raw: Uint8Array, options: UnderstandOptions): Promise<Understanding> {
  const mail = await parseMail(raw);
  // Postfix's milters write their results below the server's own Received line, others above it: both are ours.
  const sender = readSender(mail, { authservId: options.authservId, resultsBelowReceived: true });
  const automation = detectAutomation(mail, { address: options.ownAddress.toLowerCase() });
  const body = segmentMail(mail);
  const attached = await readAttachments(mail.attachments, { firstId: body.length });
  const segments = [...body, ...attached.segments];
  const ownDomain = options.ownAddress.slice(options.ownAddress.lastIndexOf('@') + 1);
  const fromStaff = sender.domain !== undefined && sameOrganisation(sender.domain, ownDomain);
  const own = ownTextOf(segments);
  const { language } = detectLanguage(own, { subject: mail.envelope.subject });
  const read = readFacts({ mail, sender, segments, fromStaff }, options);
  const isReply = mail.envelope.inReplyTo.length > 0 || mail.envelope.references.length > 0;
  const detected = detectIntent({
    segments,
    automation,
    fromStaff,
    isReply: isReply || segments.some((segment) => segment.kind === 'quote'),
    senderName: sender.name,
    senderDomain: sender.domain,
    namesCustomer: read.registrations.some((registration) => registration.customer.name !== undefined),
    ...(options.partnerDomains ? { fromPartner: isPartner(sender, options.partnerDomains) } : {}),
  });
  const { intent } = detected;
  const threadIds = [...mail.envelope.inReplyTo, ...mail.envelope.references];
  const reference = referenceActedUpon({ segments, intent, threadIds });
  const carries = !WITHOUT_CUSTOMERS.has(intent);
  const ruling = readRuling(own);
  return {
    envelope: mail.envelope,
    sender,
    automation,
    language,
    intent,
    ...(reference ? { reference } : {}),
    references: [...new Set(findReferences(segments).map((mention) => mention.reference))],
    registrations: carries ? read.registrations : [],
    changes: detectChanges({
      segments,
      intent,
      mailDate: mail.envelope.date,
      read: (view) => readFacts({ mail, sender, segments: view, fromStaff }, options).registrations,
    }),
    ...(detected.also_registers ? { also_registers: true as const } : {}),
    ...(detected.clearance ? { clearance: true as const } : {}),
    ...(ruling ? { ruling } : {}),
    segments,
    attachments: attached.reports,
    evidence: [...detected.evidence, ...(carries ? read.evidence : [])],
  };
}

function isPartner(sender: Sender, domains: readonly string[]): boolean {
  return (
    sender.domain !== undefined && domains.some((domain) => sameOrganisation(domain, sender.domain as string))
  );
}
