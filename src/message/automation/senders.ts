/** Who sent it and how it reached us: robots, null envelopes, mails that do not name us. */

import { headerOf, headerValues } from '../parse.ts';
import type { ParsedMail } from '../parsed-mail.ts';
import type { AutomationKind } from '../understanding.ts';
import type { Finding } from './finding.ts';
import { type OwnMail, ownAddresses, withoutTag } from './own-mail.ts';
import { hasNullReturnPath } from './reports.ts';

/** Addresses of mail systems: never a person, never a registration. */
const MAIL_SYSTEM = /^(?:mailer[-_.]?daemon|mdaemon|postmaster|post_master|[^@]{1,60}-bounces?)@/;
const LIST_SYSTEM = /^(?:listserv|majordomo|mailman|listproc|owner-[^@]{1,60})@/;
const HOST_SYSTEM = /^(?:nobody|root|cron|daemon|uucp|www-data|apache)@/;
/** Addresses that read no answer; a business system may register from them. */
const NO_REPLY =
  /^(?:[^@]{0,40}[-_.])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|noreply[^@]{0,30}|no[-_.]?response|ne[-_.]?pas[-_.]?repondre|nepasrepondre|nicht[-_.]?antworten|keine[-_.]?antwort|niet[-_.]?beantwoorden|geen[-_.]?antwoord|bounces?|unattended)(?:[-_.+][^@]{0,40})?@/;

/** Markers of the sender and of the way; see `detectAutomation`. */
export function senderFindings(mail: ParsedMail, own: OwnMail): Finding[] {
  const findings: Finding[] = [];
  const add = (reason: string, blocks: Finding['blocks'], kind?: AutomationKind) =>
    findings.push({ reason, blocks, ...(kind ? { kind } : {}) });
  const from = mail.from.flatMap((one) => one.address ?? []);
  const nameless = mail.from.some(
    (one) => !one.address && /^(?:mailer-daemon|postmaster)$/i.test(one.name ?? ''),
  );
  if (nameless || from.some((one) => MAIL_SYSTEM.test(one)))
    add('From a mail system', 'processing', 'bounce');
  if (from.some((one) => LIST_SYSTEM.test(one))) add('From a list system', 'processing', 'bulk');
  if (from.some((one) => HOST_SYSTEM.test(one))) add('From a host', 'processing', 'auto_reply');
  const answerTo = answerAddress(mail, from);
  if (answerTo && NO_REPLY.test(answerTo)) add('no-reply address', 'answer');
  if (answerTo && ownAddresses(own).has(withoutTag(answerTo)))
    add('the answer would go to ourselves', 'answer');
  if (hasNullReturnPath(mail)) add('Return-Path: <>', 'answer');
  if (mail.attachments.some((one) => one.role === 'calendar')) add('calendar invitation', 'answer');
  if (isDeliveredUnnamed(mail, own)) add('our address is neither in To nor in Cc', 'answer');
  return findings;
}

/** Where an answer would go: a Reply-To of a person stands in for a no-reply address. */
function answerAddress(mail: ParsedMail, from: string[]): string | undefined {
  return mail.replyTo[0]?.address ?? from[0];
}

/** Delivered to us (as our server noted), without naming us: a blind copy or a distribution list. */
function isDeliveredUnnamed(mail: ParsedMail, own: OwnMail): boolean {
  const ours = ownAddresses(own);
  const isOurs = (address: string) => ours.has(withoutTag(address.toLowerCase()));
  if ([...mail.envelope.to, ...mail.envelope.cc].some(isOurs)) return false;
  if (headerOf(mail, 'resent-to')?.toLowerCase().includes(own.address)) return false;
  return ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].some((name) =>
    headerValues(mail, name).some((value) => isOurs(value.replace(/[<>\s]/g, ''))),
  );
}
