import { randomBytes } from 'node:crypto';
import { canonicalJson, entryHash, GENESIS_HASH, type LedgerEntry, sealHash } from '../ledger/chain.ts';
import { frontierBytes, frontierFrom, grow, leafHash } from '../ledger/merkle.ts';
import type { Queryable } from '../ports.ts';

export interface LedgerRow {
  entry: bigint;
  at: Date;
  kind: string;
  body: Record<string, unknown>;
  salt: string;
  sealed_hash: string | null;
  previous_hash: string;
  hash: string;
}

export const toEntry = (row: LedgerRow): LedgerEntry => ({
  entry: row.entry,
  at: row.at.toISOString(),
  kind: row.kind,
  body: row.body,
  salt: row.salt,
  ...(row.sealed_hash === null ? {} : { sealedHash: row.sealed_hash }),
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** An entry as it was written, with what proves that the tree which ends with it holds it. */
export interface AppendedEntry extends LedgerEntry {
  /** Right edge of the Merkle tree over all entries up to this one. */
  frontier: Buffer[];
  /** Its inclusion proof in that tree. */
  path: Buffer[];
}

/**
 * Appends one entry behind the last. The caller holds the line's lock, so no two appends run at once;
 * the primary key would refuse the second.
 */
export async function appendEntry(
  tx: Queryable,
  at: Date,
  kind: string,
  body: Record<string, unknown>,
  sealed?: Record<string, unknown>,
): Promise<AppendedEntry> {
  const last = await lastEntry(tx);
  const [salt, sealSalt] = [randomSalt(), randomSalt()];
  const unhashed = {
    entry: last.entry + 1n,
    at: at.toISOString(),
    kind,
    // What is hashed is what the database gives back: plain JSON.
    body: JSON.parse(canonicalJson(body)) as Record<string, unknown>,
    salt,
    ...(sealed ? { sealedHash: sealHash(sealSalt, sealed) } : {}),
    previousHash: last.hash,
  };
  const entry: LedgerEntry = { ...unhashed, hash: entryHash(unhashed) };
  const frontier = grow(last.frontier, Number(last.entry), leafHash(Buffer.from(entry.hash, 'hex')));
  await tx.query(
    `insert into ledger (entry, at, kind, body, salt, sealed_hash, previous_hash, hash, frontier)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9)`,
    [
      entry.entry,
      entry.at,
      kind,
      canonicalJson(body),
      salt,
      entry.sealedHash ?? null,
      entry.previousHash,
      entry.hash,
      frontierBytes(frontier),
    ],
  );
  if (sealed) {
    await tx.query('insert into ledger_sealed (entry, salt, data) values ($1, $2, $3::jsonb)', [
      entry.entry,
      sealSalt,
      canonicalJson(sealed),
    ]);
  }
  // All that was there before are the left sides on the way from the newest leaf to the root.
  return { ...entry, frontier, path: last.frontier.toReversed() };
}

const randomSalt = (): string => randomBytes(16).toString('hex');

/** Number and hash of the newest entry, and the right edge of the tree that ends with it; the genesis where there is none. */
export async function lastEntry(tx: Queryable): Promise<{ entry: bigint; hash: string; frontier: Buffer[] }> {
  const { rows } = await tx.query<{ entry: bigint; hash: string; frontier: Uint8Array }>(
    'select entry, hash, frontier from ledger order by entry desc limit 1',
  );
  const [row] = rows;
  return row
    ? { ...row, frontier: frontierFrom(row.frontier) }
    : { entry: 0n, hash: GENESIS_HASH, frontier: [] };
}

/** Entries after a number, in order, at most `limit`. */
export async function entriesAfter(tx: Queryable, after: bigint, limit: number): Promise<LedgerEntry[]> {
  const { rows } = await tx.query<LedgerRow>(
    'select * from ledger where entry > $1 order by entry limit $2',
    [after, limit],
  );
  return rows.map(toEntry);
}

/** Whether there is an entry of this kind. */
export async function ledgerHas(tx: Queryable, kind: string): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    'select exists (select from ledger where kind = $1) as found',
    [kind],
  );
  return rows[0]!.found;
}

/** One entry by its number. */
export async function entryOf(tx: Queryable, entry: bigint): Promise<LedgerEntry | undefined> {
  const { rows } = await tx.query<LedgerRow>('select * from ledger where entry = $1', [entry]);
  return rows[0] && toEntry(rows[0]);
}

/** The personal data of entries after a number, with salt and hash, for `verify`. Erased ones are not there. */
export async function sealedAfter(
  tx: Queryable,
  after: bigint,
  limit: number,
): Promise<{ entry: bigint; salt: string; data: unknown; sealedHash: string | null }[]> {
  const { rows } = await tx.query<{ entry: bigint; salt: string; data: unknown; sealed_hash: string | null }>(
    `select s.entry, s.salt, s.data, l.sealed_hash
     from ledger_sealed s join ledger l using (entry) where s.entry > $1 order by s.entry limit $2`,
    [after, limit],
  );
  return rows.map(({ sealed_hash, ...row }) => ({ ...row, sealedHash: sealed_hash }));
}
