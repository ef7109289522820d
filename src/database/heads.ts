import { HEAD_FORMAT, type SignedHead } from '../ledger/head.ts';
import { frontierFrom } from '../ledger/merkle.ts';
import type { TreeRow } from '../ledger/proof.ts';
import type { Queryable } from '../ports.ts';

/** Signed heads of the ledger, one a day, and what the ledger keeps of its Merkle tree. */

export interface DayHead {
  /** `2026-10-05`, in Luxembourg. */
  day: string;
  head: SignedHead;
}

interface HeadRow {
  day: string;
  size: bigint;
  root: string;
  at: Date;
  key: string;
  signature: string;
}

const toDayHead = ({ day, size, root, at, key, signature }: HeadRow): DayHead => ({
  day,
  head: { format: HEAD_FORMAT, size: Number(size), root, at: at.toISOString(), key, signature },
});

/** Keeps the head of a day; false where the day has one. */
export async function insertHead(tx: Queryable, { day, head }: DayHead): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into head (day, size, root, at, key, signature) values ($1, $2, $3, $4, $5, $6)
     on conflict (day) do nothing`,
    [day, head.size, head.root, head.at, head.key, head.signature],
  );
  return rowCount === 1;
}

export async function headOfDay(tx: Queryable, day: string): Promise<DayHead | undefined> {
  const { rows } = await tx.query<HeadRow>('select * from head where day = $1', [day]);
  return rows[0] && toDayHead(rows[0]);
}

/** All heads in order of day. */
export async function allHeads(tx: Queryable): Promise<DayHead[]> {
  const { rows } = await tx.query<HeadRow>('select * from head order by day');
  return rows.map(toDayHead);
}

/** The newest signed head of a tree that holds an entry. */
export async function headCovering(tx: Queryable, entry: bigint): Promise<SignedHead | undefined> {
  const { rows } = await tx.query<HeadRow>(
    'select * from head where size >= $1 order by size desc, day desc limit 1',
    [entry],
  );
  return rows[0] && toDayHead(rows[0]).head;
}

type TreeRecord = { entry: bigint; hash: string; frontier: Uint8Array };

const toTreeRow = ({ hash, frontier }: TreeRecord): TreeRow => ({ hash, frontier: frontierFrom(frontier) });

/** What these entries keep of the tree, by their numbers. */
export async function treeRows(tx: Queryable, entries: readonly number[]): Promise<Map<number, TreeRow>> {
  const { rows } = await tx.query<TreeRecord>(
    'select entry, hash, frontier from ledger where entry = any($1::bigint[])',
    [entries],
  );
  return new Map(rows.map((row) => [Number(row.entry), toTreeRow(row)]));
}

/** What entries after a number keep of the tree, in order, at most `limit`. */
export async function treeAfter(
  tx: Queryable,
  after: bigint,
  limit: number,
): Promise<{ entry: bigint; hash: string; frontier: Uint8Array }[]> {
  const { rows } = await tx.query<TreeRecord>(
    'select entry, hash, frontier from ledger where entry > $1 order by entry limit $2',
    [after, limit],
  );
  return rows;
}

/** Time of an entry: until then the tree that ends with it was the whole ledger. */
export async function entryTime(tx: Queryable, entry: bigint): Promise<Date | undefined> {
  const { rows } = await tx.query<{ at: Date }>('select at from ledger where entry = $1', [entry]);
  return rows[0]?.at;
}

/** Personal data of these entries, with what seals them; erased ones are not there. */
export async function sealedOf(
  tx: Queryable,
  entries: readonly bigint[],
): Promise<Map<string, { salt: string; data: unknown }>> {
  const { rows } = await tx.query<{ entry: bigint; salt: string; data: unknown }>(
    'select entry, salt, data from ledger_sealed where entry = any($1::bigint[])',
    [entries],
  );
  return new Map(rows.map(({ entry, salt, data }) => [String(entry), { salt, data }]));
}

/** Hashes among `hashes` of mails that a partner wrote: from one of its domains, or such as opened a registration of it. */
export async function mailHashesOfPartner(
  tx: Queryable,
  partnerId: string,
  hashes: readonly string[],
): Promise<Set<string>> {
  const { rows } = await tx.query<{ raw_hash: string }>(
    `select raw_hash from message m where raw_hash = any($2::text[]) and (
       exists (select from registration where message_id = m.id and partner_id = $1)
       or exists (select from partner_domain
                  where partner_id = $1 and domain = lower(m.understanding #>> '{sender,domain}')))`,
    [partnerId, hashes],
  );
  return new Set(rows.map((row) => row.raw_hash));
}

/** References among `references` of registrations that a partner holds. */
export async function referencesOfPartner(
  tx: Queryable,
  partnerId: string,
  references: readonly string[],
): Promise<Set<string>> {
  const { rows } = await tx.query<{ reference: string }>(
    'select reference from registration where partner_id = $1 and reference = any($2::text[])',
    [partnerId, references],
  );
  return new Set(rows.map((row) => row.reference));
}
