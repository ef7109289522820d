import { type Frontier, leafHash, merges, rootOf, splitOf } from './merkle.ts';

/** Leaves `from` (counted from 0) up to, not including, `to`, whose root is part of a proof. */
export interface Range {
  from: number;
  to: number;
}

/** What the ledger keeps with each entry: its hash and the right edge of the tree that ends with it. */
export interface TreeRow {
  hash: string;
  frontier: Frontier;
}

/** The ranges whose roots prove that the leaf at `index` is in a tree of `size` (RFC 9162, 2.1.3.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError('no such leaf');
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.unshift({ from: middle, to });
      to = middle;
    } else {
      path.unshift({ from, to: middle });
      from = middle;
    }
  }
  return path;
}

/** The ranges whose roots prove that a tree of `size` begins with one of `earlier` leaves (RFC 9162, 2.1.4.1). */
export function consistencyRanges(earlier: number, size: number): Range[] {
  if (!(earlier >= 0 && earlier <= size)) throw new RangeError('no such tree');
  if (earlier === 0 || earlier === size) return [];
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (to !== earlier) {
    const middle = from + splitOf(to - from);
    if (earlier <= middle) {
      path.unshift({ from: middle, to });
      to = middle;
    } else {
      path.unshift({ from, to: middle });
      from = middle;
    }
  }
  // The earlier tree as a whole is known to whoever checks; a part of it has to be told.
  return from === 0 ? path : [{ from, to }, ...path];
}

/** Numbers of the entries whose rows tell the roots of these ranges of a tree of `size`. */
export function rowsFor(ranges: readonly Range[], size: number): number[] {
  const wanted = ranges.flatMap(({ from, to }) => (isComplete(from, to) ? [to - 1, to] : [size]));
  return [...new Set(wanted)].filter((entry) => entry > 0).sort((a, b) => a - b);
}

/**
 * Roots of ranges, from the rows that `rowsFor` names, by entry number. A range is a complete subtree or the right end
 * of the tree, as those of the proofs are. Throws where a row is missing.
 */
export function rootsOf(ranges: readonly Range[], rows: ReadonlyMap<number, TreeRow>): Buffer[] {
  const row = (entry: number): TreeRow => {
    const found = rows.get(entry);
    if (!found) throw new RangeError(`entry ${entry} is needed for this proof`);
    return found;
  };
  return ranges.map(({ from, to }) => {
    if (!isComplete(from, to)) return edgeFrom(row(to).frontier, to, from);
    const before = to === 1 ? [] : row(to - 1).frontier;
    const { finished } = merges(before, to - 1, leafHash(Buffer.from(row(to).hash, 'hex')));
    return finished[Math.log2(to - from)]!;
  });
}

function isComplete(from: number, to: number): boolean {
  const leaves = to - from;
  return Number.isInteger(Math.log2(leaves)) && from % leaves === 0;
}

/** Root of the leaves from `from` on, which begins one of the complete subtrees of the edge. */
function edgeFrom(frontier: Frontier, size: number, from: number): Buffer {
  let start = 0;
  let skipped = 0;
  for (let left = size; start < from; skipped += 1) {
    const largest = splitOf(left + 1);
    start += largest;
    left -= largest;
  }
  return rootOf(frontier.slice(skipped));
}
