import type { Understanding } from '../message/understanding.ts';
import type { Queryable } from '../ports.ts';

/** Any number will do, as long as no other use of advisory locks takes it. */
const LINE_LOCK = 0x6c696e65;

/** A mail that waits to be decided. */
export interface WaitingMessage {
  id: bigint;
  receivedAt: Date;
  rawHash: string;
  messageId?: string;
  contentHash?: string;
  state: 'received' | 'understood';
  understanding?: Understanding;
}

interface WaitingRow {
  id: bigint;
  received_at: Date;
  raw_hash: string;
  message_id: string | null;
  content_hash: string | null;
  state: 'received' | 'understood';
  understanding: Understanding | null;
}

const toWaiting = (row: WaitingRow): WaitingMessage => ({
  id: row.id,
  receivedAt: row.received_at,
  rawHash: row.raw_hash,
  ...(row.message_id === null ? {} : { messageId: row.message_id }),
  ...(row.content_hash === null ? {} : { contentHash: row.content_hash }),
  state: row.state,
  ...(row.understanding === null ? {} : { understanding: row.understanding }),
});

/** Makes this transaction the only one that decides, until it ends. Everything that writes the ledger takes it first. */
export async function lockLine(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [LINE_LOCK]);
}

/** Arrival of the mail at the head of the line; undefined when none waits. */
export async function headOfLine(tx: Queryable): Promise<Date | undefined> {
  const { rows } = await tx.query<{ received_at: Date | null }>(
    `select received_at from message where state in ('received', 'understood') order by received_at, id limit 1`,
  );
  return rows[0]?.received_at ?? undefined;
}

/** All waiting mails of one second, in order of rank. */
export async function waitingAt(tx: Queryable, receivedAt: Date): Promise<WaitingMessage[]> {
  const { rows } = await tx.query<WaitingRow>(
    `select id, received_at, raw_hash, message_id, content_hash, state, understanding from message
     where received_at >= date_trunc('second', $1::timestamptz)
       and received_at < date_trunc('second', $1::timestamptz) + interval '1 second'
       and state in ('received', 'understood')
     order by received_at, id`,
    [receivedAt],
  );
  return rows.map(toWaiting);
}

/**
 * Whether no further mail of that second can come: its mailbox was read to the end after the second was over.
 * A mailbox whose clock runs ahead of ours does not hold the line up: two seconds after storing are enough.
 */
export async function secondIsOver(tx: Queryable, messageIds: readonly bigint[]): Promise<boolean> {
  const { rows } = await tx.query<{ over: boolean | null }>(
    `select bool_and(m.checked_at >= least(
        date_trunc('second', g.received_at) + interval '1 second', g.stored_at + interval '2 seconds')) as over
     from message g left join mailbox m on m.name = g.mailbox where g.id = any($1)`,
    [messageIds],
  );
  return rows[0]?.over ?? false;
}

/** The mail that was decided already and is the same as this one: same Message-ID and same content. */
export async function decidedTwin(tx: Queryable, message: WaitingMessage): Promise<bigint | undefined> {
  if (!message.messageId || !message.contentHash) return undefined;
  const { rows } = await tx.query<{ id: bigint }>(
    `select id from message where message_id = $1 and content_hash = $2 and state = 'decided'`,
    [message.messageId, message.contentHash],
  );
  return rows[0]?.id;
}

export async function markDecided(tx: Queryable, id: bigint, at: Date): Promise<void> {
  await tx.query(`update message set state = 'decided', decided_at = $2 where id = $1`, [id, at]);
}

export async function markDuplicate(tx: Queryable, id: bigint, original: bigint): Promise<void> {
  await tx.query(`update message set state = 'duplicate', duplicate_of = $2 where id = $1`, [id, original]);
}

/** Takes a mail out of the line for people to look at. */
export async function markSetAside(tx: Queryable, id: bigint, reason: string): Promise<void> {
  await tx.query(`update message set state = 'set_aside', last_error = $2 where id = $1`, [id, reason]);
}

/** A moment at which something is due. */
export type Timer =
  | { kind: 'reminder'; due: Date; registrationId: bigint; days: number }
  | { kind: 'protection' | 'grace'; due: Date; registrationId: bigint }
  | { kind: 'dispute'; due: Date; disputeId: bigint };

/** The earliest timer that is due at `now`; of two at one instant the reminder comes first. */
export async function nextTimer(
  tx: Queryable,
  now: Date,
  reminderDays: readonly number[],
): Promise<Timer | undefined> {
  const { rows } = await tx.query<{ kind: Timer['kind']; due: Date; id: bigint; days: number | null }>(
    `select * from (
       (select 'reminder' as kind, protected_until - make_interval(hours => 24 * days) as due, id, days
        from registration cross join unnest($2::integer[]) as days
        where status = 'protected' and not (days = any(reminded))
          and protected_until <= $1::timestamptz + make_interval(hours => 24 * days)
        order by due, id limit 1)
       union all
       (select 'grace', grace_until, id, null from registration
        where status = 'pending' and grace_until <= $1 order by grace_until, id limit 1)
       union all
       (select 'protection', protected_until, id, null from registration
        where status = 'protected' and protected_until <= $1 order by protected_until, id limit 1)
       union all
       (select 'dispute', raise_due, id, null from dispute
        where state = 'open' and raise_due <= $1 order by raise_due, id limit 1)
     ) as timers order by due, kind = 'reminder' desc, kind = 'grace' desc, id limit 1`,
    [now, reminderDays],
  );
  const row = rows[0];
  if (!row) return undefined;
  switch (row.kind) {
    case 'reminder':
      return { kind: 'reminder', due: row.due, registrationId: row.id, days: row.days! };
    case 'dispute':
      return { kind: 'dispute', due: row.due, disputeId: row.id };
    default:
      return { kind: row.kind, due: row.due, registrationId: row.id };
  }
}
