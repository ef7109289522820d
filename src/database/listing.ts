import type { LedgerEntry } from '../ledger/chain.ts';
import type { Queryable } from '../ports.ts';
import { type LedgerRow, toEntry } from './ledger.ts';

/** What people ask of the ledger at the command line: lists, and all that belongs to one thing. Reads only. */

export interface RegistrationLine {
  reference: string;
  partner_id: string;
  partner: string;
  customer: string | null;
  services: string[];
  status: string;
  rule: string;
  received_at: Date;
  /** End of protection, or of the time in which a place is kept. */
  until: Date | null;
  /** Place among those that wait for the same customer. */
  queue_position: number | null;
}

export interface RegistrationFilter {
  /** Id of a partner, or a part of its name in any case. */
  partner?: string;
  status?: string;
  limit: number;
}

/** Registrations, the newest first. */
export async function listRegistrations(
  tx: Queryable,
  { partner, status, limit }: RegistrationFilter,
): Promise<RegistrationLine[]> {
  const { rows } = await tx.query<RegistrationLine>(
    `select r.reference, r.partner_id, p.name as partner, r.services, r.status, r.rule, r.received_at,
       coalesce(r.stated #>> '{customer,name}', r.stated #>> '{customer,vat}', c.name) as customer,
       case r.status when 'protected' then r.protected_until when 'pending' then r.grace_until end as until,
       case r.status when 'queued' then (
         select count(*)::integer from registration q
         where q.customer_id = r.customer_id and q.status = 'queued' and (q.received_at, q.id) <= (r.received_at, r.id)
       ) end as queue_position
     from registration r join partner p on p.id = r.partner_id left join customer c on c.id = r.customer_id
     where ($1::text is null or lower(p.id) = lower($1) or strpos(lower(p.name), lower($1)) > 0)
       and ($2::text is null or r.status = $2)
     order by r.received_at desc, r.id desc limit $3`,
    [partner ?? null, status ?? null, limit],
  );
  return rows;
}

export interface HeldMail {
  id: bigint;
  received_at: Date;
  state: string;
  outcome: string | null;
  reason: string | null;
  sender: string | null;
  subject: string | null;
}

/**
 * Mails that nobody answered and a person should see: held, over the sender's limit, or not understood. Those that lay
 * in the mailbox before the service began are left out.
 */
export async function listHeldMails(tx: Queryable, limit: number): Promise<HeldMail[]> {
  const { rows } = await tx.query<HeldMail>(
    `select m.id, m.received_at, m.state, d.outcome, coalesce(d.rule, m.last_error) as reason,
       m.understanding #>> '{sender,address}' as sender, m.understanding #>> '{envelope,subject}' as subject
     from message m
     left join lateral (
       select outcome, rule from decision where message_id = m.id order by ordinal desc limit 1
     ) d on m.state = 'decided'
     where (m.state = 'set_aside' and m.last_error is distinct from 'mail.before_start') or (m.state = 'decided' and (d.outcome = 'held' or d.rule = 'silence.limit'))
     order by m.received_at desc, m.id desc limit $1`,
    [limit],
  );
  return rows;
}

export interface DisputeLine {
  id: bigint;
  reference: string;
  rule: string;
  partner: string;
  customer: string | null;
  /** The other side: a registration's reference, or a known customer. */
  against: string | null;
  opened_at: Date;
  raise_due: Date;
}

/** Disputes that wait for the Head of Sales' ruling, the longest waiting first. */
export async function listDisputes(tx: Queryable, limit: number): Promise<DisputeLine[]> {
  const { rows } = await tx.query<DisputeLine>(
    `select d.id, r.reference, d.rule, p.name as partner, r.stated #>> '{customer,name}' as customer,
       coalesce(a.reference, c.name) as against, d.opened_at, d.raise_due
     from dispute d join registration r on r.id = d.registration_id join partner p on p.id = r.partner_id
     left join registration a on a.id = d.against_registration_id
     left join customer c on c.id = d.against_customer_id
     where d.state = 'open' order by d.opened_at, d.id limit $1`,
    [limit],
  );
  return rows;
}

export interface NoticeLine {
  id: bigint;
  kind: string;
  recipient: string;
  cc: string[];
  subject: string;
  language: string;
  state: string;
  created_at: Date;
  sent_at: Date | null;
  attempts: number;
  last_error: string | null;
  ledger_entry: bigint;
}

const NOTICE = `select id, kind, recipient, cc, subject, language, state, created_at, sent_at,
  started_attempts as attempts, last_error, ledger_entry from outbox`;

/** Notices that did not go out as they should: failed, of unknown fate, or tried in vain so far. */
export async function listTroubledNotices(tx: Queryable, limit: number): Promise<NoticeLine[]> {
  const { rows } = await tx.query<NoticeLine>(
    `${NOTICE} where state in ('uncertain', 'failed') or (state = 'queued' and last_error is not null)
     order by created_at desc, id desc limit $1`,
    [limit],
  );
  return rows;
}

export async function noticesOfRegistration(tx: Queryable, registrationId: bigint): Promise<NoticeLine[]> {
  const { rows } = await tx.query<NoticeLine>(`${NOTICE} where $1 = any(registration_ids) order by id`, [
    registrationId,
  ]);
  return rows;
}

export async function noticesOfMail(tx: Queryable, messageId: bigint): Promise<NoticeLine[]> {
  const { rows } = await tx.query<NoticeLine>(`${NOTICE} where in_reply_to = $1 order by id`, [messageId]);
  return rows;
}

export interface DecisionLine {
  message_id: bigint | null;
  outcome: string;
  rule: string;
  customer_name: string | null;
  reference: string | null;
  queue_position: number | null;
  /** Rules that were asked, in order, with what each said. */
  tried: { rule: string; result: string }[];
  inputs: unknown;
  policy_version: string;
  decided_at: Date;
  ledger_entry: bigint;
}

const DECISION = `select d.message_id, d.outcome, d.rule, d.customer_name, r.reference, d.queue_position, d.tried,
  d.inputs, d.policy_version, d.decided_at, d.ledger_entry
  from decision d left join registration r on r.id = d.registration_id`;

export async function decisionsOfRegistration(
  tx: Queryable,
  registrationId: bigint,
): Promise<DecisionLine[]> {
  const { rows } = await tx.query<DecisionLine>(`${DECISION} where d.registration_id = $1 order by d.id`, [
    registrationId,
  ]);
  return rows;
}

export async function decisionsOfMail(tx: Queryable, messageId: bigint): Promise<DecisionLine[]> {
  const { rows } = await tx.query<DecisionLine>(`${DECISION} where d.message_id = $1 order by d.id`, [
    messageId,
  ]);
  return rows;
}

/** Every entry that speaks of a registration, its disputes and the steps in which it changed, in order. */
export async function entriesOfRegistration(
  tx: Queryable,
  reference: string,
  disputeIds: readonly bigint[],
): Promise<LedgerEntry[]> {
  const { rows } = await tx.query<LedgerRow>(
    `select * from ledger where body ->> 'reference' = $1 or body -> 'outcomes' @> $2::jsonb
       or (kind like 'dispute.%' and body ->> 'disputeId' = any($3::text[])) order by entry`,
    [reference, JSON.stringify([{ reference }]), disputeIds.map(String)],
  );
  return rows.map(toEntry);
}

export interface MailLine {
  id: bigint;
  state: string;
  received_at: Date;
  stored_at: Date;
  size: number;
  raw_hash: string;
  last_error: string | null;
  duplicate_of: bigint | null;
  sender: string | null;
  sender_name: string | null;
  trust: string | null;
  trust_reason: string | null;
  subject: string | null;
  intent: string | null;
  language: string | null;
}

export async function mailById(tx: Queryable, id: bigint): Promise<MailLine | undefined> {
  const { rows } = await tx.query<MailLine>(
    `select id, state, received_at, stored_at, size, raw_hash, last_error, duplicate_of,
       understanding #>> '{sender,address}' as sender, understanding #>> '{sender,name}' as sender_name,
       understanding #>> '{sender,trust}' as trust, understanding #>> '{sender,reason}' as trust_reason,
       understanding #>> '{envelope,subject}' as subject, understanding ->> 'intent' as intent,
       understanding ->> 'language' as language
     from message where id = $1`,
    [id],
  );
  return rows[0];
}
