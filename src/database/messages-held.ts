import type { Understanding } from '../message/understanding.ts';
import type { Queryable } from '../ports.ts';

/** A mail that a person may let go on. */
export interface HeldMessage {
  receivedAt: Date;
  rawHash: string;
  state: string;
  hasRaw: boolean;
  lastError?: string;
  understanding?: Understanding;
  /** What it was decided as last. */
  outcome?: string;
  rule?: string;
}

export async function heldMessage(tx: Queryable, id: bigint): Promise<HeldMessage | undefined> {
  const { rows } = await tx.query<{
    received_at: Date;
    raw_hash: string;
    state: string;
    has_raw: boolean;
    last_error: string | null;
    understanding: Understanding | null;
    outcome: string | null;
    rule: string | null;
  }>(
    `select m.received_at, m.raw_hash, m.state, m.raw is not null as has_raw, m.last_error, m.understanding, d.outcome, d.rule
     from message m left join lateral (
       select outcome, rule from decision where message_id = m.id order by ordinal desc limit 1
     ) d on true
     where m.id = $1`,
    [id],
  );
  const row = rows[0];
  return (
    row && {
      receivedAt: row.received_at,
      rawHash: row.raw_hash,
      state: row.state,
      hasRaw: row.has_raw,
      lastError: row.last_error ?? undefined,
      understanding: row.understanding ?? undefined,
      outcome: row.outcome ?? undefined,
      rule: row.rule ?? undefined,
    }
  );
}

/** Puts a decided mail back into the line, at the rank of its arrival, with what a person vouches for. */
export async function returnToLine(tx: Queryable, id: bigint, understanding: Understanding): Promise<void> {
  await tx.query(
    `update message set state = 'understood', decided_at = null, understanding = $2::jsonb where id = $1`,
    [id, JSON.stringify(understanding)],
  );
}

/** Lets a mail that was set aside be read anew. */
export async function readAnew(tx: Queryable, id: bigint): Promise<void> {
  await tx.query(
    `update message set state = 'received', attempts = 0, retry_at = null, last_error = null where id = $1`,
    [id],
  );
}
