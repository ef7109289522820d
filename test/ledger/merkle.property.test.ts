import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  frontierBytes,
  frontierFrom,
  grow,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../src/ledger/merkle.ts';
import {
  consistencyRanges,
  inclusionRanges,
  rootsOf,
  rowsFor,
  type TreeRow,
} from '../../src/ledger/proof.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const leafOf = (hash: string) => leafHash(Buffer.from(hash, 'hex'));

/** MTH of RFC 9162, 2.1.1, word for word. */
function definedRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return leaves[0]!;
  const k = largestPowerBelow(leaves.length);
  return nodeHash(definedRoot(leaves.slice(0, k)), definedRoot(leaves.slice(k)));
}
const largestPowerBelow = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);

/** PATH of RFC 9162, 2.1.3.1, word for word. */
function definedPath(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = largestPowerBelow(leaves.length);
  return m < k
    ? [...definedPath(m, leaves.slice(0, k)), definedRoot(leaves.slice(k))]
    : [...definedPath(m - k, leaves.slice(k)), definedRoot(leaves.slice(0, k))];
}

/** SUBPROOF of RFC 9162, 2.1.4.1, word for word. */
function definedProof(m: number, leaves: readonly Buffer[], whole: boolean): Buffer[] {
  if (m === leaves.length) return whole ? [] : [definedRoot(leaves)];
  const k = largestPowerBelow(leaves.length);
  return m <= k
    ? [...definedProof(m, leaves.slice(0, k), whole), definedRoot(leaves.slice(k))]
    : [...definedProof(m - k, leaves.slice(k), false), definedRoot(leaves.slice(0, k))];
}

/** The rows that a ledger of these entries keeps. */
function rowsOf(hashes: readonly string[]): Map<number, TreeRow> {
  const rows = new Map<number, TreeRow>();
  let frontier: Buffer[] = [];
  for (const [index, hash] of hashes.entries()) {
    frontier = grow(frontier, index, leafOf(hash));
    rows.set(index + 1, { hash, frontier });
  }
  return rows;
}

/** Only the rows that are asked for, so that a proof cannot use others. */
function prove(ranges: ReturnType<typeof inclusionRanges>, size: number, rows: Map<number, TreeRow>) {
  const wanted = rowsFor(ranges, size);
  return rootsOf(ranges, new Map(wanted.map((entry) => [entry, rows.get(entry)!])));
}

const HASHES = Array.from({ length: 300 }, (_, index) => hashOf(String(index)));
const ROWS = rowsOf(HASHES);
const LEAVES = HASHES.map(leafOf);
const rootAt = (size: number) => rootOf(ROWS.get(size)?.frontier ?? []);
const sizes = fc.integer({ min: 1, max: HASHES.length });
const flipped = (bytes: Buffer, bit: number) => {
  const copy = Buffer.from(bytes);
  const at = bit % (copy.length * 8);
  copy[at >> 3]! ^= 1 << (at & 7);
  return copy;
};

describe('the tree against the definitions of RFC 9162', () => {
  test('given no leaf, then the root is the hash of nothing', () => {
    expect(rootOf([]).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  test('given seven leaves, then the tree is that of the example of section 2.1.5', () => {
    const [a, b, c, d, e, f, j] = LEAVES as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
    const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)];
    const [k, l] = [nodeHash(g, h), nodeHash(i, j)];
    expect(rootAt(7)).toEqual(nodeHash(k, l));
    const inclusion = (index: number) => prove(inclusionRanges(index, 7), 7, ROWS);
    expect(inclusion(0)).toEqual([b, h, l]);
    expect(inclusion(3)).toEqual([c, g, l]);
    expect(inclusion(4)).toEqual([f, j, k]);
    expect(inclusion(6)).toEqual([i, k]);
    const consistency = (earlier: number) => prove(consistencyRanges(earlier, 7), 7, ROWS);
    expect(consistency(3)).toEqual([c, d, g, l]);
    expect(consistency(4)).toEqual([l]);
    expect(consistency(6)).toEqual([i, j, k]);
  });

  test('given any size, then the root from the edge is the defined one, also after the edge was stored', () => {
    for (let size = 1; size <= HASHES.length; size++) {
      const { frontier } = ROWS.get(size)!;
      expect(rootOf(frontierFrom(frontierBytes(frontier)))).toEqual(definedRoot(LEAVES.slice(0, size)));
    }
  });

  test('given any leaf of any tree, then its proof is the defined one, from logarithmically many rows', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, at) => {
        const index = at % size;
        const ranges = inclusionRanges(index, size);
        expect(prove(ranges, size, ROWS)).toEqual(definedPath(index, LEAVES.slice(0, size)));
        expect(rowsFor(ranges, size).length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size)) + 1);
      }),
    );
  });

  test('given any tree and any later one, then the proof of consistency is the defined one', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, at) => {
        const earlier = 1 + (at % size);
        expect(prove(consistencyRanges(earlier, size), size, ROWS)).toEqual(
          definedProof(earlier, LEAVES.slice(0, size), true),
        );
      }),
    );
  });
});

describe('checking proofs', () => {
  test('given every leaf of every small tree, then its proof holds, and for no other leaf, place or size', () => {
    for (let size = 1; size <= 33; size++) {
      for (let index = 0; index < size; index++) {
        const path = prove(inclusionRanges(index, size), size, ROWS);
        for (let other = 0; other < size; other++) {
          expect(verifyInclusion(LEAVES[other]!, index, size, path, rootAt(size))).toBe(other === index);
          expect(verifyInclusion(LEAVES[index]!, other, size, path, rootAt(size))).toBe(other === index);
        }
        expect(verifyInclusion(LEAVES[index]!, index, size + 1, path, rootAt(size + 1))).toBe(false);
      }
    }
  });

  test('given every pair of small trees, then consistency holds, and not with another root on either side', () => {
    for (let size = 1; size <= 33; size++) {
      for (let earlier = 1; earlier <= size; earlier++) {
        const path = prove(consistencyRanges(earlier, size), size, ROWS);
        const holds = (a: Buffer, b: Buffer) => verifyConsistency(earlier, size, path, a, b);
        expect(holds(rootAt(earlier), rootAt(size))).toBe(true);
        expect(holds(rootAt(earlier + 1), rootAt(size))).toBe(false);
        expect(holds(rootAt(earlier), rootAt(size + 1))).toBe(false);
      }
    }
  });

  test('given any proof, when a bit is turned, a hash is left out, added or moved, then it does not hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: HASHES.length }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (size, a, b, bit) => {
          const index = a % size;
          const path = prove(inclusionRanges(index, size), size, ROWS);
          const at = b % path.length;
          const holds = (changed: Buffer[]) =>
            verifyInclusion(LEAVES[index]!, index, size, changed, rootAt(size));
          expect(holds(path)).toBe(true);
          expect(holds(path.with(at, flipped(path[at]!, bit)))).toBe(false);
          expect(holds(path.toSpliced(at, 1))).toBe(false);
          expect(holds([...path, path[at]!])).toBe(false);
          if (path.length > 1) expect(holds([...path].reverse())).toBe(false);
        },
      ),
    );
  });

  test('given any two ledgers that part at some entry, then no later tree is consistent with both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 64 }), fc.nat(), fc.nat(), (size, a, b) => {
        const earlier = 1 + (a % (size - 1));
        const changed = b % earlier;
        const forged = rowsOf(HASHES.slice(0, size).with(changed, hashOf('forged')));
        const path = prove(consistencyRanges(earlier, size), size, forged);
        const root = rootOf(forged.get(size)!.frontier);
        expect(verifyConsistency(earlier, size, path, rootOf(forged.get(earlier)!.frontier), root)).toBe(
          true,
        );
        expect(verifyConsistency(earlier, size, path, rootAt(earlier), root)).toBe(false);
      }),
    );
  });

  test('given any numbers and hashes at all, then checking answers and never throws', () => {
    const hash = fc.uint8Array({ minLength: 0, maxLength: 40 });
    const number = fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger());
    fc.assert(
      fc.property(hash, number, number, fc.array(hash, { maxLength: 70 }), hash, (leaf, a, b, path, root) => {
        expect(typeof verifyInclusion(leaf, a, b, path, root)).toBe('boolean');
        expect(typeof verifyConsistency(a, b, path, leaf, root)).toBe('boolean');
      }),
    );
  });
});
