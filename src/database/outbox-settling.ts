import type { Queryable } from '../ports.ts';
import type { AttemptOutcome, ClaimedNotice, NoticeState } from './outbox.ts';

/** Notices of which nobody knows whether they were accepted, and how they are settled. */

export interface UncertainNotice extends Pick<ClaimedNotice, 'id' | 'attempt' | 'kind' | 'messageId'> {
  createdAt: Date;
  since: Date;
  /** How often it was looked for and not there. */
  lookUps: number;
}

/** An uncertain notice that is due to be looked up. */
export async function uncertainNotice(
  db: Queryable,
  id: bigint,
  now: Date,
): Promise<UncertainNotice | undefined> {
  const { rows } = await db.query<Omit<UncertainNotice, 'id'>>(
    `select started_attempts as attempt, kind, message_id as "messageId", created_at as "createdAt",
            coalesce(uncertain_since, next_attempt_at) as since, look_ups as "lookUps"
       from outbox where id = $1 and state = 'uncertain' and next_attempt_at <= $2`,
    [id, now],
  );
  const row = rows[0];
  return row && { id, ...row };
}

/** Settles an uncertain notice by what looking it up has shown; false where it is no longer uncertain. */
export async function settleUncertain(
  db: Queryable,
  notice: Pick<ClaimedNotice, 'id' | 'attempt'>,
  outcome: AttemptOutcome,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update outbox
        set state = $3, sent_at = case when $3 = 'sent' then $4::timestamptz end,
            response = coalesce($5, response), last_error = coalesce($6, last_error),
            next_attempt_at = coalesce($7::timestamptz, next_attempt_at),
            look_ups = look_ups + case when $8 then 1 else 0 end
      where id = $1 and started_attempts = $2 and state = 'uncertain'`,
    [
      notice.id,
      notice.attempt,
      outcome.state,
      outcome.at,
      outcome.response ?? null,
      outcome.error ?? null,
      outcome.nextAttemptAt ?? null,
      outcome.absent ?? false,
    ],
  );
  return rowCount === 1;
}

/** How a notice stands; `undefined` where there is none. */
export async function noticeState(db: Queryable, id: bigint): Promise<NoticeState | undefined> {
  const { rows } = await db.query<{ state: NoticeState }>('select state from outbox where id = $1', [id]);
  return rows[0]?.state;
}

/**
 * Settles by a person's word a notice that is uncertain or has failed: it was sent, or goes out again. False where it
 * is neither any more.
 */
export async function settleByHand(
  db: Queryable,
  id: bigint,
  state: 'sent' | 'queued',
  at: Date,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update outbox
        set state = $2, sent_at = case when $2 = 'sent' then $3::timestamptz end,
            response = case when $2 = 'sent' then 'a person says so' else response end,
            next_attempt_at = $3, locked_until = null, earlier_attempts = started_attempts
      where id = $1 and state in ('uncertain', 'failed')`,
    [id, state, at],
  );
  return rowCount === 1;
}
