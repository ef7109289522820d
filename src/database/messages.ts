import type { Queryable } from '../ports.ts';

/** Why a mail is set aside on arrival, in `last_error`. */
export type SetAsideReason =
  /** It arrived before the service began: nobody expects an answer from it. */
  | 'mail.before_start'
  /** Only its start was kept. */
  | 'mail.oversize';

/** A mail as it is stored on arrival. */
export interface NewMessage {
  mailbox: string;
  uidvalidity: bigint;
  uid: bigint;
  receivedAt: Date;
  storedAt: Date;
  /** Absent for a duplicate: its bytes are those of the original. */
  raw: Buffer | null;
  /** SHA-256 of the bytes, hexadecimal. */
  rawHash: string;
  size: number;
  state: 'received' | 'duplicate' | 'set_aside';
  duplicateOf?: bigint;
  lastError?: SetAsideReason;
}

/** Stores a mail; `undefined` where this UID of this mailbox is stored already. */
export async function insertMessage(tx: Queryable, message: NewMessage): Promise<bigint | undefined> {
  const { rows } = await tx.query<{ id: bigint }>(
    `insert into message (mailbox, uidvalidity, uid, received_at, stored_at, raw, raw_hash, size, state, duplicate_of, last_error)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (mailbox, uidvalidity, uid) do nothing
     returning id`,
    [
      message.mailbox,
      message.uidvalidity,
      message.uid,
      message.receivedAt,
      message.storedAt,
      message.raw,
      message.rawHash,
      message.size,
      message.state,
      message.duplicateOf ?? null,
      message.lastError ?? null,
    ],
  );
  return rows[0]?.id;
}

/** The first mail with the same bytes, whatever its UID, UIDVALIDITY and mailbox (a mailbox may move to another server). */
export async function messageWithHash(tx: Queryable, rawHash: string): Promise<bigint | undefined> {
  const { rows } = await tx.query<{ id: bigint }>(
    'select id from message where raw_hash = $1 order by id limit 1',
    [rawHash],
  );
  return rows[0]?.id;
}

/** Arrival of the latest mail that waits to be decided. */
export async function latestWaiting(db: Queryable, mailbox: string): Promise<Date | undefined> {
  const { rows } = await db.query<{ latest: Date | null }>(
    `select max(received_at) as latest from message where mailbox = $1 and state in ('received', 'understood')`,
    [mailbox],
  );
  return rows[0]?.latest ?? undefined;
}

/** UIDs that are stored for one UIDVALIDITY of a mailbox. */
export async function storedUids(db: Queryable, mailbox: string, uidvalidity: bigint): Promise<Set<bigint>> {
  const { rows } = await db.query<{ uid: bigint }>(
    'select uid from message where mailbox = $1 and uidvalidity = $2',
    [mailbox, uidvalidity],
  );
  return new Set(rows.map((row) => row.uid));
}

/** Handled mails that are still in the mailbox's own folder, oldest first; not those from before the service began. */
export async function unmovedUids(
  db: Queryable,
  mailbox: string,
  uidvalidity: bigint,
  limit: number,
): Promise<bigint[]> {
  const { rows } = await db.query<{ uid: bigint }>(
    `select uid from message
      where moved_at is null and state in ('decided', 'duplicate', 'set_aside')
        and last_error is distinct from 'mail.before_start'
        and mailbox = $1 and uidvalidity = $2
      order by id limit $3`,
    [mailbox, uidvalidity, limit],
  );
  return rows.map((row) => row.uid);
}

/** Records that mails lie in the folder of handled mails now. */
export async function markMoved(
  db: Queryable,
  mailbox: string,
  uidvalidity: bigint,
  uids: readonly bigint[],
  at: Date,
): Promise<void> {
  await db.query(
    `update message set moved_at = $4
      where mailbox = $1 and uidvalidity = $2 and uid = any($3::bigint[])`,
    [mailbox, uidvalidity, uids, at],
  );
}

/** Whether a mail that was stored since an instant holds these words anywhere in its bytes. */
export async function storedMailHolds(db: Queryable, words: string, since: Date): Promise<boolean> {
  const { rows } = await db.query<{ holds: boolean }>(
    `select exists (
       select from message where stored_at >= $2 and position(convert_to($1, 'UTF8') in raw) > 0
     ) as holds`,
    [words, since],
  );
  return rows[0]!.holds;
}
