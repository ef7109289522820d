/** Delivery failures, abuse reports and receipts, as standards have them and as plain text. */

import { headerOf } from '../parse.ts';
import type { ParsedMail } from '../parsed-mail.ts';
import { type Finding, shown } from './finding.ts';

const TEXT_LIMIT = 4000;

/** The machine parts (RFC 3464, RFC 5965, RFC 8098), vendors' headers, subjects, and failure texts. */
export function reportFindings(mail: ParsedMail): Finding[] {
  const receipt = receiptReason(mail);
  if (receipt) return [{ reason: receipt, kind: 'receipt', blocks: 'processing' }];
  const bounce = partReason(mail) ?? bounceHeader(mail) ?? bounceSubject(mail) ?? bounceText(mail);
  return bounce ? [{ reason: bounce, kind: 'bounce', blocks: 'processing' }] : [];
}

function receiptReason(mail: ParsedMail): string | undefined {
  const type = mail.contentType.parameters['report-type']?.toLowerCase();
  if (type === 'disposition-notification') return 'report-type=disposition-notification';
  const part = mail.partTypes.find((one) => /^message\/(?:global-)?disposition-notification$/.test(one));
  if (part) return part;
  const subject = mail.envelope.subject;
  const short = textOf(mail).length < 800;
  return short && READ_SUBJECT.test(subject) && READ_TEXT.test(textOf(mail))
    ? shown('Subject', subject)
    : undefined;
}

const READ_SUBJECT =
  /^(?:lu|gelesen|read|gelezen|gelies|leído|letto|lido|ungelesen gelöscht|not read|non lu|niet gelezen)\s?:/i;
const READ_TEXT =
  /(?:a été lu|wurde (?:am|gelesen)|was (?:read|displayed)|werd gelezen|is gelezen|gouf gelies|fue leído|è stato letto|foi lida|receipt (?:for|verifies)|accusé de (?:lecture|réception)|lesebestätigung|leesbevestiging|gelöscht)/i;

function partReason(mail: ParsedMail): string | undefined {
  const type = mail.contentType.parameters['report-type']?.toLowerCase();
  if (type === 'delivery-status' || type === 'feedback-report') return `report-type=${type}`;
  const own = mail.partTypes.find((one) =>
    /^message\/(?:global-)?(?:delivery-status|feedback-report)$/.test(one),
  );
  if (own) return own;
  const named = mail.attachments.find((one) =>
    /^details\.txt$|^feedback-report|^delivery-status/i.test(one.filename),
  );
  return named && mail.partTypes[0] === 'multipart/report' ? named.filename : undefined;
}

function bounceHeader(mail: ParsedMail): string | undefined {
  for (const name of [
    'x-failed-recipients',
    'x-ms-exchange-message-is-ndr',
    'x-bounce-id',
    'x-nonspam-bounce',
    'x-hmxmroriginalrecipient',
  ]) {
    const value = headerOf(mail, name);
    if (value !== undefined) return shown(name, value);
  }
  return undefined;
}

/** What mail systems write as subject of a failure or delay, in the languages of Outlook and Exchange. */
const BOUNCE_SUBJECT =
  /^\W{0,4}(?:undeliver(?:able|ed)\b|undelivered mail|mail delivery (?:failed|failure|system|status|error)|delivery (?:status notification|failure|notification|has failed|report)|mail (?:system error|could not be delivered|returned)|(?:returned|return) (?:mail|to sender|message)|failure notice|non[- ]?delivery|message (?:status|undeliverable|delivery)|warning: (?:could not send|message .{0,40} delayed)|unable to deliver|unzustellbar|nicht zustellbar|zustellung .{0,20}fehlgeschlagen|onbestelbaar|niet[- ]bezorgd|bezorging mislukt|non remis|échec de (?:la )?remise|message non distribué|non distribuable|échec de la livraison|net zougestallt|no se puede entregar|entrega fallida|mancato recapito|non recapitabile|não entregue|falha na entrega|nie można dostarczyć|niedoręczon|loop back warning|error report|rejected mail|dmarc .{0,30}report|report domain:|complaint about message from|abuse report|spam report|email feedback report|fblr? ?report)/i;
const MAIL_SYSTEM_LOCAL =
  /^(?:mailer[-_.]?daemon|mdaemon|post[-_.]?master|mail[-_.]?delivery|bounces?\b|mail[-_.]?system|undeliver)/i;
/** Addresses that many kinds of machines write from. */
const MACHINE_LOCAL = /^(?:delivery|system|daemon|mailadmin|postfix|no-?reply|server|mail-?admin)/i;
const ROBOT_NAME =
  /mail delivery|delivery (?:sub)?system|mailer-?daemon|mail administrator|postmaster|ndr administrator|system administrator/i;

function bounceSubject(mail: ParsedMail): string | undefined {
  const subject = mail.envelope.subject;
  if (!BOUNCE_SUBJECT.test(subject)) return undefined;
  const certain =
    isMailSystem(mail) ||
    hasNullReturnPath(mail) ||
    hasFailureCode(mail) ||
    FAILURE.test(textOf(mail)) ||
    REPORT.test(subject);
  return certain ? shown('Subject', subject) : undefined;
}

const REPORT = /report|complaint/i;

/** Amazon's bounce and complaint events, sent on as mail. */
const SES_EVENT = /"(?:notification|event)Type"\s{0,3}:\s{0,3}"(?:Bounce|Complaint|Delivery|Reject)/;

/** A failure told in words only: from a mail system, or in the first lines and with an SMTP code. */
function bounceText(mail: ParsedMail): string | undefined {
  const text = textOf(mail);
  if (SES_EVENT.test(text)) return 'bounce event of a mail service';
  const at = FAILURE.exec(text)?.index ?? -1;
  if (at < 0) return undefined;
  if (isMailSystem(mail)) return 'failure text from a mail system';
  if (!hasFailureCode(mail)) return hasNullReturnPath(mail) ? 'failure text' : undefined;
  const machine = mail.from.some((from) => MACHINE_LOCAL.test(from.address ?? ''));
  const opens = at < 400 && OPENING_FAILURE.test(text.slice(0, 500));
  return machine || opens || hasNullReturnPath(mail) ? 'failure text' : undefined;
}

const FAILURE =
  /could ?n[o']t be (?:delivered|sent)|(?:was|were|has|have) not (?:been )?(?:delivered|reached)|un(?:deliverable|able to deliver)|undelivered|cannot be delivered|delivery (?:to the following|has failed|failed|attempts?)|delivery (?:status )?notification|permanent(?:ly)? (?:error|failure|rejected)|permanent fatal errors|user unknown|unknown user|no such user|mailbox (?:unavailable|full|is full)|invalid (?:user|recipient|address)|returned (?:to sender|message|mail)|recipient(?:s)? (?:address )?(?:rejected|not found|unknown)|could not send|failed recipient|transcript of session|following (?:address|recipient)|bezorging is mislukt|nicht zugestellt|konnte nicht .{0,40}zugestellt|n'a pas (?:pu être|été) (?:remis|délivré|distribué)|échec de (?:la )?remise|kunne ikke leveres|не (?:доставлено|удалось)|配信|エラーメール|delay(?:ed)? (?:mail|message)/i;
const OPENING_FAILURE =
  /^(?:\W|\w{1,12}[ ,:]{1,3}){0,6}(?:error|sorry|this (?:is|message|report)|your (?:message|mail|e-?mail)|the (?:following|original|mail)|message|delivery|a message|an error|hi\. this is|reporting|wij|ihre|votre)/i;

function hasFailureCode(mail: ParsedMail): boolean {
  return /(?:^|\D)[45]\d\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3}|\D)|\b[45]\.\d\.\d{1,2}\b/.test(textOf(mail));
}

/** No sender at all, or one that writes about mail only. */
export function isMailSystem(mail: ParsedMail): boolean {
  if (mail.from.length === 0) return true;
  return mail.from.some(
    (from) => MAIL_SYSTEM_LOCAL.test(from.address ?? from.name ?? '') || ROBOT_NAME.test(from.name ?? ''),
  );
}

export function hasNullReturnPath(mail: ParsedMail): boolean {
  return /^<\s*>$/.test(headerOf(mail, 'return-path') ?? 'absent');
}

function textOf(mail: ParsedMail): string {
  let text = '';
  for (const line of mail.body) {
    if (text.length > TEXT_LIMIT) break;
    text += `${line.text.slice(0, 1000)}\n`;
  }
  return text.trim();
}
