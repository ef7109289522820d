import type { Queryable } from '../ports.ts';

/** A rendered notice on its way into the outbox. */
export interface NewNotice {
  cause: string;
  kind: string;
  language: string;
  recipient: string;
  cc: readonly string[];
  envelopeFrom: string;
  messageId: string;
  subject: string;
  text: string;
  raw: Buffer;
  ledgerEntry: bigint;
  inReplyTo?: bigint;
  registrationIds: readonly bigint[];
  disputeId?: bigint;
  createdAt: Date;
}

/** A notice that one attempt to send has claimed. `attempt` fences: only the latest claim may record a result. */
export interface ClaimedNotice {
  id: bigint;
  attempt: number;
  /** The same, counted from when a person last asked for it to be tried anew. */
  tries: number;
  kind: string;
  recipient: string;
  cc: string[];
  envelopeFrom: string;
  messageId: string;
  raw: Buffer;
}

export type NoticeState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed';

/** Queues a notice; `undefined` where this cause has told this recipient already. */
export async function insertNotice(tx: Queryable, notice: NewNotice): Promise<bigint | undefined> {
  const { rows } = await tx.query<{ id: bigint }>(
    `insert into outbox (cause, kind, language, recipient, cc, envelope_from, message_id, subject, text, raw,
                         ledger_entry, in_reply_to, registration_ids, dispute_id, created_at, next_attempt_at)
     values ($1, $2, $3, $4, $5::text[], $6, $7, $8, $9, $10, $11, $12, $13::bigint[], $14, $15, $15)
     on conflict (cause, kind, recipient) do nothing
     returning id`,
    [
      notice.cause,
      notice.kind,
      notice.language,
      notice.recipient,
      notice.cc,
      notice.envelopeFrom,
      notice.messageId,
      notice.subject,
      notice.text,
      notice.raw,
      notice.ledgerEntry,
      notice.inReplyTo ?? null,
      notice.registrationIds,
      notice.disputeId ?? null,
      notice.createdAt,
    ],
  );
  return rows[0]?.id;
}

/**
 * Claims a due notice for one attempt. It stays `queued` under a lock: until `beginSending` nothing has left the
 * house, so an attempt that dies before then is simply repeated once the lock is over.
 */
export async function claimNotice(
  db: Queryable,
  id: bigint,
  now: Date,
  lockedUntil: Date,
): Promise<ClaimedNotice | undefined> {
  const { rows } = await db.query<{
    started_attempts: number;
    earlier_attempts: number;
    kind: string;
    recipient: string;
    cc: string[];
    envelope_from: string;
    message_id: string;
    raw: Buffer;
  }>(
    `update outbox set locked_until = $3, started_attempts = started_attempts + 1
      where id = $1 and state = 'queued' and next_attempt_at <= $2
        and (locked_until is null or locked_until <= $2)
      returning started_attempts, earlier_attempts, kind, recipient, cc, envelope_from, message_id, raw`,
    [id, now, lockedUntil],
  );
  const row = rows[0];
  return (
    row && {
      id,
      attempt: row.started_attempts,
      tries: row.started_attempts - row.earlier_attempts,
      kind: row.kind,
      recipient: row.recipient,
      cc: row.cc,
      envelopeFrom: row.envelope_from,
      messageId: row.message_id,
      raw: row.raw,
    }
  );
}

/** Commits that the mail's bytes are about to leave; false where the claim was lost. */
export async function beginSending(db: Queryable, notice: ClaimedNotice): Promise<boolean> {
  const { rowCount } = await db.query(
    `update outbox set state = 'sending' where id = $1 and state = 'queued' and started_attempts = $2`,
    [notice.id, notice.attempt],
  );
  return rowCount === 1;
}

/** What an attempt came to; `nextAttemptAt` for those that are tried or looked up again. */
export interface AttemptOutcome {
  state: NoticeState;
  at: Date;
  response?: string;
  error?: string;
  nextAttemptAt?: Date;
  /** Of a notice that was looked up: it was not there, whether or not that settles it. */
  absent?: boolean;
}

/** Records how an attempt ended; false where a later claim has taken over. */
export async function finishAttempt(
  db: Queryable,
  notice: ClaimedNotice,
  outcome: AttemptOutcome,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update outbox
        set state = $3, locked_until = null, finished_attempts = started_attempts,
            sent_at = case when $3 = 'sent' then $4::timestamptz end,
            response = coalesce($5, response), last_error = $6,
            next_attempt_at = coalesce($7::timestamptz, next_attempt_at),
            uncertain_since = case when $3 = 'uncertain' then $4::timestamptz end, look_ups = 0
      where id = $1 and started_attempts = $2 and state in ('queued', 'sending', 'uncertain')`,
    [
      notice.id,
      notice.attempt,
      outcome.state,
      outcome.at,
      outcome.response ?? null,
      outcome.error ?? null,
      outcome.nextAttemptAt ?? null,
    ],
  );
  return rowCount === 1;
}

/** Marks a notice uncertain whose sender died after its bytes had begun to leave. */
export async function expireSending(db: Queryable, id: bigint, now: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `update outbox
        set state = 'uncertain', locked_until = null, next_attempt_at = $2, last_error = 'attempt.lost',
            uncertain_since = $2, look_ups = 0
      where id = $1 and state = 'sending' and locked_until <= $2`,
    [id, now],
  );
  return rowCount === 1;
}

/** Notices to send, to repeat, or to look up, oldest first. */
export async function dueNotices(db: Queryable, now: Date, limit: number): Promise<bigint[]> {
  const { rows } = await db.query<{ id: bigint }>(
    `select id from outbox
      where (state = 'queued' and next_attempt_at <= $1 and (locked_until is null or locked_until <= $1))
         or (state = 'sending' and locked_until <= $1)
         or (state = 'uncertain' and next_attempt_at <= $1)
      order by next_attempt_at, id limit $2`,
    [now, limit],
  );
  return rows.map((row) => row.id);
}
