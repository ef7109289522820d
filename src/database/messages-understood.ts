import type { Understanding } from '../message/understanding.ts';
import type { Queryable } from '../ports.ts';

/** The stored understanding of a mail; undefined when it has none or was erased. */
export async function understandingOf(tx: Queryable, id: bigint): Promise<Understanding | undefined> {
  const { rows } = await tx.query<{ understanding: Understanding | null }>(
    'select understanding from message where id = $1',
    [id],
  );
  return rows[0]?.understanding ?? undefined;
}

/** Raw bytes of a mail that waits to be understood; undefined when it does not wait any more. */
export async function rawToUnderstand(tx: Queryable, id: bigint): Promise<Buffer | undefined> {
  const { rows } = await tx.query<{ raw: Buffer | null }>(
    `select raw from message where id = $1 and state = 'received'`,
    [id],
  );
  return rows[0]?.raw ?? undefined;
}

/** Stores what a mail says; does nothing when another worker was faster. */
export async function storeUnderstanding(
  tx: Queryable,
  id: bigint,
  understanding: Understanding,
  identity: { messageId: string; contentHash: string },
): Promise<void> {
  await tx.query(
    `update message set state = 'understood', understanding = $2::jsonb, message_id = $3, content_hash = $4, last_error = null
     where id = $1 and state = 'received'`,
    [id, JSON.stringify(understanding), identity.messageId, identity.contentHash],
  );
}

/**
 * Counts a failure to understand. After `limit` of them the mail is set aside: people see it, the line goes on.
 * Returns whether it was set aside now.
 */
export async function countFailure(
  tx: Queryable,
  id: bigint,
  error: string,
  retryAt: Date,
  limit: number,
): Promise<boolean> {
  const { rows } = await tx.query<{ state: string }>(
    `update message set attempts = attempts + 1, last_error = $2, retry_at = $3,
       state = case when attempts + 1 >= $4 then 'set_aside' else state end
     where id = $1 and state = 'received' returning state`,
    [id, error, retryAt, limit],
  );
  return rows[0]?.state === 'set_aside';
}

/** Mails to understand now, in order of rank: new ones, and failed ones whose pause is over. */
export async function messagesToUnderstand(tx: Queryable, now: Date, limit: number): Promise<bigint[]> {
  const { rows } = await tx.query<{ id: bigint }>(
    `select id from message where state = 'received' and (retry_at is null or retry_at <= $1)
     order by received_at, id limit $2`,
    [now, limit],
  );
  return rows.map(({ id }) => id);
}

/** Of these, the ones that were stored before an instant: whoever was to understand them has probably died. */
export async function storedBefore(tx: Queryable, ids: readonly bigint[], before: Date): Promise<bigint[]> {
  const { rows } = await tx.query<{ id: bigint }>(
    `select id from message where id = any($1::bigint[]) and stored_at < $2 order by received_at, id`,
    [ids, before],
  );
  return rows.map(({ id }) => id);
}
