import type { Queryable } from '../ports.ts';

/** What `verify` reads beside the ledger, in pages by id, so that no table is held in memory. */

/** What a notice promised: the entry that its receipt names. */
export interface NoticeReceipt {
  id: bigint;
  kind: string;
  text: string;
  ledgerEntry: bigint;
  /** Hash of that entry; absent where the ledger has none of that number. */
  hash?: string;
}

export async function receiptsAfter(tx: Queryable, after: bigint, limit: number): Promise<NoticeReceipt[]> {
  const { rows } = await tx.query<{
    id: bigint;
    kind: string;
    text: string;
    ledger_entry: bigint;
    hash: string | null;
  }>(
    `select o.id, o.kind, o.text, o.ledger_entry, l.hash from outbox o left join ledger l on l.entry = o.ledger_entry
     where o.id > $1 order by o.id limit $2`,
    [after, limit],
  );
  return rows.map(({ ledger_entry, hash, ...row }) => ({
    ...row,
    ledgerEntry: ledger_entry,
    hash: hash ?? undefined,
  }));
}

/** A stored mail as far as the ledger speaks of it. */
export interface StoredMail {
  id: bigint;
  state: string;
  receivedAt: Date;
  rawHash: string;
  /** Whether the kept bytes still have the hash that was taken on arrival; absent where they were erased. */
  intact?: boolean;
}

export async function mailsAfter(tx: Queryable, after: bigint, limit: number): Promise<StoredMail[]> {
  const { rows } = await tx.query<{
    id: bigint;
    state: string;
    received_at: Date;
    raw_hash: string;
    intact: boolean | null;
  }>(
    `select id, state, received_at, raw_hash, encode(sha256(raw), 'hex') = raw_hash as intact from message
     where id > $1 order by id limit $2`,
    [after, limit],
  );
  return rows.map(({ id, state, received_at, raw_hash, intact }) => ({
    id,
    state,
    receivedAt: received_at,
    rawHash: raw_hash,
    intact: intact ?? undefined,
  }));
}

/** An awareness as its row tells it. */
export interface AwarenessFacts {
  id: bigint;
  customerId: bigint;
  services: string[];
  recordedAt: Date;
  source: string;
}

export async function awarenessAfter(tx: Queryable, after: bigint, limit: number): Promise<AwarenessFacts[]> {
  const { rows } = await tx.query<{
    id: bigint;
    customer_id: bigint;
    services: string[];
    recorded_at: Date;
    source: string;
  }>(
    'select id, customer_id, services, recorded_at, source from awareness where id > $1 order by id limit $2',
    [after, limit],
  );
  return rows.map(({ id, customer_id, services, recorded_at, source }) => ({
    id,
    customerId: customer_id,
    services,
    recordedAt: recorded_at,
    source,
  }));
}
