/** Mailing lists, newsletters and campaigns. */

import { headerOf } from '../parse.ts';
import type { ParsedMail } from '../parsed-mail.ts';
import { type Finding, shown } from './finding.ts';

/** RFC 2369, RFC 2919 and list programs: a post to a list is not a mail to us. */
const LIST_HEADERS = [
  'list-id',
  'list-post',
  'list-archive',
  'x-mailman-version',
  'x-beenthere',
  'mailing-list',
  'x-mailing-list',
  'x-listname',
  'x-mlserver',
  'x-ml-name',
  'x-list',
];
const CAMPAIGN_HEADERS = [
  'list-unsubscribe-post',
  'x-campaign',
  'x-campaign-id',
  'x-campaignid',
  'x-mailchimp-id',
  'x-mc-user',
  'x-csa-complaints',
  'x-mailer-recptid',
  'x-newsletter',
  'x-mailingid',
];
const UNSUBSCRIBE =
  /unsubscribe|d[ée]sabonn|d[ée]sinscri|abmelden|abbestellen|uitschrijven|afmelden|darse de baja|annulla l'iscrizione|ofmellen/i;

/** Two independent signs of a mailing block processing; one alone only the answer. */
export function bulkFindings(mail: ParsedMail): Finding[] {
  const list = LIST_HEADERS.flatMap((name) => present(mail, name));
  const campaign = CAMPAIGN_HEADERS.flatMap((name) => present(mail, name));
  const unsubscribe = present(mail, 'list-unsubscribe');
  const reasons = [...list, ...campaign, ...unsubscribe];
  if (reasons.length === 0) return [];
  const strong = list.length > 0 || campaign.length > 0 || hasUnsubscribeText(mail);
  return reasons.map((reason) => ({ reason, kind: 'bulk', blocks: strong ? 'processing' : 'answer' }));
}

function present(mail: ParsedMail, name: string): string[] {
  const value = headerOf(mail, name);
  return value === undefined || value === '' ? [] : [shown(name, value)];
}

function hasUnsubscribeText(mail: ParsedMail): boolean {
  return mail.body.slice(-15).some((line) => UNSUBSCRIBE.test(line.text.slice(0, 1000)));
}
