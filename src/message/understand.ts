/** Bytes in, `Understanding` out: the one entrance to everything that a mail says. */

import { sameOrganisation } from './address.ts';
import { readAttachments } from './attachments/read.ts';
import { detectAutomation } from './automation.ts';
import { detectChanges } from './changes.ts';
import { readOver } from './fields/pieces.ts';
import { readingContext } from './fields/reading-context.ts';
import { type ReadRegistrations, readRegistrations } from './fields/registrations.ts';
import { type DetectedIntent, detectIntent } from './intent.ts';
import { detectLanguage } from './language.ts';
import { parseMail } from './parse.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { findReferences, referenceActedUpon } from './reference.ts';
import { readRuling } from './ruling.ts';
import { segmentMail } from './segments.ts';
import { readSender } from './sender.ts';
import { situationsOf } from './situation.ts';
import type {
  AttachmentReport,
  Automation,
  Evidence,
  Intent,
  Language,
  Segment,
  Sender,
  Understanding,
} from './understanding.ts';

export interface UnderstandOptions {
  /** The authserv-id of our own receiving server's Authentication-Results. */
  authservId: string;
  /** The address of our mailbox. */
  ownAddress: string;
  /** Partners' company names and mail domains: they are never the customer. */
  partnerNames?: readonly string[];
  partnerDomains?: readonly string[];
  /** Language of a partner in the directory, by mail domain: for mails whose own words are too few to tell. */
  partnerLanguages?: ReadonlyMap<string, Language>;
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

/** What is attached to a mail and to the mails that it forwards as attachments. */
function attachmentsOf({ attachments, messages }: ParsedMail): ParsedMail['attachments'] {
  return [...attachments, ...messages.flatMap(attachmentsOf)];
}

/** What is known of a mail before its meaning is read. */
interface Facts {
  mail: ParsedMail;
  sender: Sender;
  automation: Automation;
  segments: Segment[];
  language: Language;
  /** Written by Mixvoip's own people. */
  fromStaff: boolean;
}

/** Customers and what is wanted for them, from the segments given: all of the mail's, or a view of them. */
function readStated(facts: Facts, segments: Segment[], options: UnderstandOptions): ReadRegistrations {
  const { mail, sender, fromStaff, language } = facts;
  const context = readingContext({
    segments,
    senderName: sender.name ?? mail.from[0]?.name,
    senderAddress: sender.address ?? mail.from[0]?.address,
    ownAddress: options.ownAddress,
    partnerNames: options.partnerNames ?? [],
    partnerDomains: options.partnerDomains ?? [],
    mailDate: mail.envelope.date,
    language,
  });
  const { registrations, evidence, reads } = readRegistrations(context);
  const read = reads.map(({ pieces }) => readOver(pieces, (parts) => situationsOf(parts, { fromStaff })));
  return {
    reads,
    registrations: registrations.map((one, index) => ({ ...one, situation: read[index]?.situations ?? [] })),
    evidence: [
      ...evidence,
      ...read.flatMap((one, index) =>
        one.evidence.map((line) => withPrefix(line, `registrations.${index}.`)),
      ),
    ],
  };
}

function withPrefix(line: Evidence, prefix: string): Evidence {
  return { ...line, path: line.path.replace(/^(?:registrations\.\d+\.)?/, prefix) };
}

function readIntent(facts: Facts, namesCustomer: boolean, options: UnderstandOptions): DetectedIntent {
  const { mail, sender, automation, segments, fromStaff } = facts;
  const { inReplyTo, references } = mail.envelope;
  const isThread = inReplyTo.length > 0 || references.length > 0;
  return detectIntent({
    segments,
    automation,
    fromStaff,
    isReply: isThread || segments.some((segment) => segment.kind === 'quote'),
    senderName: sender.name,
    senderDomain: sender.domain,
    namesCustomer,
    ...(options.partnerDomains ? { fromPartner: isPartner(sender, options.partnerDomains) } : {}),
  });
}

function isPartner(sender: Sender, domains: readonly string[]): boolean {
  const { domain } = sender;
  return domain !== undefined && domains.some((partner) => sameOrganisation(partner, domain));
}

/** Takes the mail apart. */
async function readFacts(
  raw: Uint8Array,
  options: UnderstandOptions,
): Promise<Facts & { reports: AttachmentReport[] }> {
  const mail = await parseMail(raw);
  // Postfix's milters write their results below the server's own Received line, others above it: both are ours.
  const sender = readSender(mail, { authservId: options.authservId, resultsBelowReceived: true });
  const automation = detectAutomation(mail, { address: options.ownAddress.toLowerCase() });
  const body = segmentMail(mail);
  const attached = await readAttachments(attachmentsOf(mail), { firstId: body.length });
  const segments = [...body, ...attached.segments];
  const ownDomain = options.ownAddress.slice(options.ownAddress.lastIndexOf('@') + 1);
  const fromStaff = sender.domain !== undefined && sameOrganisation(sender.domain, ownDomain);
  const hint = options.partnerLanguages?.get(sender.domain ?? '');
  const { language } = detectLanguage(ownTextOf(segments), {
    subject: mail.envelope.subject,
    closing: segments.find(({ kind }) => kind === 'signature')?.text.split('\n', 1)[0],
    hint,
  });
  return { mail, sender, automation, segments, language, fromStaff, reports: attached.reports };
}

/**
 * Reads a mail as it lies in the mailbox. Never rejects for what a mail holds: limits and defects are part of the result.
 * Pure: the same bytes and options give the same result.
 */
export async function understand(raw: Uint8Array, options: UnderstandOptions): Promise<Understanding> {
  const facts = await readFacts(raw, options);
  const { mail, segments } = facts;
  const { envelope } = mail;
  const stated = readStated(facts, segments, options);
  const isNamed = stated.registrations.some((registration) => registration.customer.name !== undefined);
  const detected = readIntent(facts, isNamed, options);
  const { intent, clearance } = detected;
  // Of all questions, only the one whether a customer is free is about a customer.
  const carries = clearance === true || !WITHOUT_CUSTOMERS.has(intent);
  const reference = referenceActedUpon({
    segments,
    intent,
    threadIds: [...envelope.inReplyTo, ...envelope.references],
  });
  const ruling = readRuling(ownTextOf(segments));
  const read = (view: Segment[]) => readStated(facts, view, options).registrations;
  return {
    envelope,
    sender: facts.sender,
    automation: facts.automation,
    language: facts.language,
    intent,
    ...(reference ? { reference } : {}),
    references: [...new Set(findReferences(segments).map((mention) => mention.reference))],
    registrations: carries ? stated.registrations : [],
    changes: detectChanges({ segments, intent, mailDate: envelope.date, read }),
    ...(detected.also_registers ? { also_registers: true as const } : {}),
    ...(detected.clearance ? { clearance: true as const } : {}),
    ...(ruling ? { ruling } : {}),
    segments,
    attachments: facts.reports,
    evidence: [...detected.evidence, ...(carries ? stated.evidence : [])],
  };
}
