import { allHeads, type DayHead, treeAfter, treeRows } from '../database/heads.ts';
import { isSigned, type SignedHead } from '../ledger/head.ts';
import { frontierBytes, grow, leafHash, rootOf, verifyConsistency } from '../ledger/merkle.ts';
import { consistencyRanges, rootsOf, rowsFor } from '../ledger/proof.ts';
import type { Check } from '../ledger/receipt.ts';
import type { Queryable } from '../ports.ts';
import { luxembourgDay } from '../registration/calendar.ts';
import type { HeadFile } from './head-files.ts';

/** Rows read at once. */
const PAGE = 2000;

/** Builds the Merkle tree anew from the entries' hashes; what each entry keeps of it has to be the same. */
export async function checkTree(tx: Queryable): Promise<Check> {
  const name = 'tree';
  let frontier: Buffer[] = [];
  let size = 0;
  for (;;) {
    const rows = await treeAfter(tx, BigInt(size), PAGE);
    if (rows.length === 0) break;
    for (const row of rows) {
      frontier = grow(frontier, size, leafHash(Buffer.from(row.hash, 'hex')));
      size += 1;
      if (Buffer.compare(frontierBytes(frontier), row.frontier) !== 0)
        return { name, fault: `entry ${row.entry} does not keep the tree that the entries up to it make` };
    }
  }
  return {
    name,
    found: `${size} leaves, as every entry keeps it; the root is ${rootOf(frontier).toString('hex')}`,
  };
}

/** Checks every signed head, in the table and laid out as a file, against the ledger, whose tree is sound. */
export async function checkHeads(tx: Queryable, files: readonly HeadFile[]): Promise<Check> {
  const name = 'heads';
  const stored = await allHeads(tx);
  for (const { day, head } of files) {
    if (!head) return { name, fault: `the file of ${day} does not hold a signed head` };
  }
  const laidOut = files as readonly DayHead[];
  const heads = [...stored, ...laidOut].sort((a, b) => (a.day < b.day ? -1 : 1));
  const rows = await treeRows(
    tx,
    heads.map(({ head }) => head.size),
  );
  let before: DayHead | undefined;
  for (const each of heads) {
    const row = rows.get(each.head.size);
    const fault = faultOf(each, row && rootOf(row.frontier).toString('hex'), before);
    if (fault) return { name, fault };
    before = each;
  }
  const keys = new Set(heads.map(({ head }) => head.key));
  return {
    name,
    found: `${stored.length} signed${keys.size > 1 ? ` by ${keys.size} keys` : ''}, ${laidOut.length} of them laid out, each the beginning of this ledger`,
  };
}

function faultOf({ day, head }: DayHead, root: string | undefined, before?: DayHead): string | undefined {
  if (!isSigned(head)) return `the head of ${day} is not signed by its key ${head.key}`;
  if (luxembourgDay(new Date(head.at)) !== day) return `the head of ${day} was signed ${head.at}`;
  if (root === undefined)
    return `the head of ${day} has ${head.size} entries: the ledger was shortened since`;
  if (root !== head.root)
    return `the first ${head.size} entries are not those of the head of ${day}: the ledger was written anew since`;
  if (before?.day === day && before.head.signature !== head.signature)
    return `the file of ${day} and the table do not hold the same head`;
  if (before && before.head.size > head.size)
    return `the head of ${day} is smaller than that of ${before.day}`;
  return undefined;
}

/** The proof that one head is the beginning of a later one, made and checked. */
export async function isConsistent(tx: Queryable, earlier: SignedHead, later: SignedHead): Promise<boolean> {
  if (earlier.size > later.size) return false;
  const ranges = consistencyRanges(earlier.size, later.size);
  const wanted = rowsFor(ranges, later.size);
  const rows = await treeRows(tx, wanted);
  if (rows.size < wanted.length) return false;
  const [a, b] = [earlier, later].map(({ root }) => Buffer.from(root, 'hex')) as [Buffer, Buffer];
  return verifyConsistency(earlier.size, later.size, rootsOf(ranges, rows), a, b);
}
