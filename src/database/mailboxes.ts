import type { MailboxCursor, Queryable } from '../ports.ts';

interface CursorRow {
  uidvalidity: bigint;
  last_uid: bigint;
}

/** Where reading of a mailbox stands; `undefined` for a mailbox that was never read. */
export async function mailboxCursor(db: Queryable, name: string): Promise<MailboxCursor | undefined> {
  const { rows } = await db.query<CursorRow>('select uidvalidity, last_uid from mailbox where name = $1', [
    name,
  ]);
  return toCursor(rows[0]);
}

/** From which arrival on mails are worked on: the one that is set, else the one kept when it was first read. */
export interface MailboxStart {
  set?: Date;
  atFirst: Date;
}

/**
 * Makes sure that the mailbox has a row, and in a transaction holds that row until the end, so that several receivers
 * store one after the other. Returns the arrival from which on its mails are worked on; `null` means all of them.
 */
export async function holdMailbox(
  tx: Queryable,
  name: string,
  uidvalidity: bigint,
  start: MailboxStart,
): Promise<Date | null> {
  const { rows } = await tx.query<{ starts_at: Date | null }>(
    `insert into mailbox (name, uidvalidity, starts_at)
     values ($1, $2, coalesce($3::timestamptz, $4::timestamptz))
     on conflict (name) do update set starts_at = coalesce($3::timestamptz, mailbox.starts_at)
     returning starts_at`,
    [name, uidvalidity, start.set ?? null, start.atFirst],
  );
  return rows[0]!.starts_at;
}

/** Moves the cursor forward; within one UIDVALIDITY it never goes back. */
export async function advanceCursor(tx: Queryable, name: string, cursor: MailboxCursor): Promise<void> {
  await tx.query(
    `update mailbox
        set last_uid = case when uidvalidity = $2 then greatest(last_uid, $3) else $3 end,
            uidvalidity = $2
      where name = $1`,
    [name, cursor.uidvalidity, cursor.lastUid],
  );
}

/** Records that a reading which started at `at` reached the end of the mailbox. */
export async function markChecked(db: Queryable, name: string, at: Date): Promise<void> {
  await db.query('update mailbox set checked_at = greatest(checked_at, $2::timestamptz) where name = $1', [
    name,
    at,
  ]);
}

function toCursor(row: CursorRow | undefined): MailboxCursor | undefined {
  return row && { uidvalidity: row.uidvalidity, lastUid: row.last_uid };
}
