import type { Queryable } from '../ports.ts';

/** Outbox rows that a mail with this Message-ID caused: the answer, and the dispute notice where there is one. */
export async function noticesCausedBy(tx: Queryable, messageId: string): Promise<bigint[]> {
  const { rows } = await tx.query<{ id: bigint }>(
    `select o.id from outbox o join message m on o.cause = 'message:' || m.id or o.cause like 'dispute:%:message:' || m.id
     where m.message_id = $1 order by o.id`,
    [messageId],
  );
  return rows.map(({ id }) => id);
}

/** Mails that are not stored or decided yet, and notices that are not out. */
export async function openWork(tx: Queryable, delivered: number): Promise<number> {
  const { rows } = await tx.query<{ stored: bigint; waiting: bigint; unsent: bigint }>(
    `select (select count(*) from message) as stored,
       (select count(*) from message where state in ('received', 'understood')) as waiting,
       (select count(*) from outbox where state in ('queued', 'sending')) as unsent`,
  );
  const { stored, waiting, unsent } = rows[0]!;
  return Math.max(0, delivered - Number(stored)) + Number(waiting) + Number(unsent);
}

/** What came of one mail for one customer. */
export interface DemoRow {
  arrived: Date;
  sender: string;
  customer: string;
  outcome: string;
  rule: string;
  /** Milliseconds from storing the mail to the answer being out, or to the decision where there is no answer. */
  tookMs: number;
}

/** Every decision in order of arrival. */
export async function demoRows(tx: Queryable): Promise<DemoRow[]> {
  const { rows } = await tx.query<{
    received_at: Date;
    stored_at: Date;
    decided_at: Date;
    sent_at: Date | null;
    sender: string | null;
    partner: string | null;
    customer_name: string | null;
    outcome: string;
    rule: string;
  }>(
    `select m.received_at, m.stored_at, d.decided_at, d.customer_name, d.outcome, d.rule,
       m.understanding -> 'sender' ->> 'address' as sender, p.name as partner,
       (select min(o.sent_at) from outbox o where o.in_reply_to = m.id) as sent_at
     from decision d join message m on m.id = d.message_id
     left join partner_domain pd on pd.domain = m.understanding -> 'sender' ->> 'domain'
     left join partner p on p.id = pd.partner_id
     order by m.received_at, m.id, d.ordinal`,
  );
  return rows.map((row) => ({
    arrived: row.received_at,
    sender: row.partner ?? row.sender ?? '(nobody)',
    customer: row.customer_name ?? '',
    outcome: row.outcome,
    rule: row.rule,
    tookMs: (row.sent_at ?? row.decided_at).getTime() - row.stored_at.getTime(),
  }));
}
