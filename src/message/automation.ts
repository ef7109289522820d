/** Did a machine write this mail, may it be processed, may it be answered: three verdicts that do not follow from one another. */

import { absenceFindings } from './automation/absence.ts';
import { bulkFindings } from './automation/bulk.ts';
import type { Finding } from './automation/finding.ts';
import { headerFindings } from './automation/headers.ts';
import { type OwnMail, ownMailFindings } from './automation/own-mail.ts';
import { reportFindings } from './automation/reports.ts';
import { senderFindings } from './automation/senders.ts';
import type { ParsedMail } from './parsed-mail.ts';
import type { Automation, AutomationKind } from './understanding.ts';

export type { OwnMail } from './automation/own-mail.ts';

/** Where several kinds are found, the first of these names the mail. */
const ORDER: AutomationKind[] = ['own_mail', 'bounce', 'receipt', 'auto_reply', 'bulk'];

/**
 * Collects every marker of an automatic mail (RFC 3834, RFC 3464, RFC 8098, RFC 5965, RFC 2369 and what vendors do
 * instead) and gives the verdicts. `own` is our mailbox.
 * Reports, automatic replies and our own mail are neither processed nor answered. A header that only asks for silence
 * (bulk precedence, X-Auto-Response-Suppress, a null Return-Path, a no-reply address) blocks the answer alone, so that a
 * partner's registration from a business system is still read.
 */
export function detectAutomation(mail: ParsedMail, own: OwnMail): Automation {
  const findings: Finding[] = [
    ...ownMailFindings(mail, own),
    ...reportFindings(mail),
    ...headerFindings(mail),
    ...absenceFindings(mail),
    ...bulkFindings(mail),
    ...senderFindings(mail, own),
  ];
  const kind = ORDER.find((one) => findings.some((finding) => finding.kind === one));
  return {
    ...(kind ? { kind } : {}),
    mayProcess: !findings.some((finding) => finding.blocks === 'processing'),
    mayAnswer: findings.length === 0 || findings.every((finding) => finding.blocks === 'nothing'),
    reasons: findings.map((finding) => finding.reason),
  };
}
