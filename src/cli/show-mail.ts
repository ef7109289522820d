import { styleText } from 'node:util';
import {
  type DecisionLine,
  decisionsOfMail,
  type MailLine,
  mailById,
  type NoticeLine,
  noticesOfMail,
} from '../database/listing.ts';
import type { Queryable } from '../ports.ts';
import { decisionsChapter, noticesChapter } from './show-registration.ts';
import { type Cell, cellText, facts } from './table.ts';

/** One mail with what became of it. */
export interface ShownMail {
  mail: MailLine;
  decisions: DecisionLine[];
  notices: NoticeLine[];
}

export async function readMail(tx: Queryable, id: bigint): Promise<ShownMail | undefined> {
  const mail = await mailById(tx, id);
  if (!mail) return undefined;
  return { mail, decisions: await decisionsOfMail(tx, id), notices: await noticesOfMail(tx, id) };
}

/** A mail for a person: who wrote, whether that is proven, and what came of it. */
export function mailText({ mail, decisions, notices }: ShownMail): string {
  const pairs: [string, Cell][] = [
    ['from', mail.sender_name ? `${mail.sender_name} <${mail.sender}>` : mail.sender],
    ['proven', mail.trust && `${mail.trust}: ${mail.trust_reason}`],
    ['intent', mail.intent && `${mail.intent}, in ${mail.language}`],
    ['arrived', mail.received_at],
    ['stored', mail.stored_at],
    ['size', `${mail.size} bytes, SHA-256 ${mail.raw_hash}`],
    ['same as', mail.duplicate_of && `mail ${mail.duplicate_of}`],
    ['error', mail.last_error],
  ];
  const outcome = decisions.map(({ reference, ...decision }) => ({
    ...decision,
    reference,
    customer_name: [decision.customer_name, reference].filter(Boolean).join(', ') || null,
  }));
  return [
    styleText('bold', `Mail ${mail.id}  ${mail.state}  ${cellText(mail.subject)}`),
    facts(pairs.filter(([, value]) => value !== null && value !== undefined)),
    decisionsChapter(outcome),
    noticesChapter(notices),
  ]
    .filter(Boolean)
    .join('\n\n');
}
