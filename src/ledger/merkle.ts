import { hash } from 'node:crypto';

/**
 * The Merkle tree over the ledger, as RFC 9162 section 2.1 defines it with SHA-256. Its leaves are the entries in
 * order; the data of a leaf are the 32 bytes of the entry's hash, which covers everything that the entry says.
 */

/** Bytes of every hash. */
export const HASH_BYTES = 32;

const sha256 = (...parts: Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** Hash of a leaf: the first byte keeps it from being taken for a node. */
export const leafHash = (data: Uint8Array): Buffer => sha256(LEAF, data);

/** Hash of a node above two others. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** Root of the tree without leaves. */
export const EMPTY_ROOT = sha256();

/**
 * The right edge of a tree: roots of the complete subtrees that it falls into, largest first, one for each bit that is
 * set in its size. It is all that a further leaf and the root need.
 */
export type Frontier = readonly Buffer[];

/** The edge after one more leaf. @param size number of leaves before */
export function grow(frontier: Frontier, size: number, leaf: Buffer): Buffer[] {
  return merges(frontier, size, leaf).edge;
}

/** The complete subtrees that a leaf finishes, smallest first, and the edge that it leaves. */
export function merges(
  frontier: Frontier,
  size: number,
  leaf: Buffer,
): { finished: Buffer[]; edge: Buffer[] } {
  const edge = [...frontier];
  const finished = [leaf];
  let node = leaf;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = edge.pop();
    if (!left) throw new RangeError('this edge belongs to a smaller tree');
    node = nodeHash(left, node);
    finished.push(node);
  }
  edge.push(node);
  return { finished, edge };
}

/** Root of the tree with this right edge. */
export function rootOf(frontier: Frontier): Buffer {
  const smallest = frontier.at(-1);
  if (!smallest) return EMPTY_ROOT;
  return frontier.slice(0, -1).reduceRight<Buffer>((root, left) => nodeHash(left, root), smallest);
}

/** The edge as the bytes that are stored with each entry. */
export const frontierBytes = (frontier: Frontier): Buffer => Buffer.concat([...frontier]);

/** The edge that bytes say. Throws where they are not whole hashes. */
export function frontierFrom(bytes: Uint8Array): Buffer[] {
  if (bytes.length % HASH_BYTES !== 0) throw new RangeError('an edge is made of whole hashes');
  const whole = Buffer.from(bytes);
  return Array.from({ length: whole.length / HASH_BYTES }, (_, index) =>
    whole.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
}

/** Largest power of two below `size`, which is two or more: where RFC 9162 splits a tree. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Whether a tree of `size` leaves with this root has `leaf` at `index` (RFC 9162, 2.1.3.2). Never throws. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  let position = index;
  let last = size - 1;
  let node: Uint8Array = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      node = nodeHash(sibling, node);
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      node = nodeHash(node, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && equal(node, root);
}

/** Whether the tree of `size` leaves begins with the tree of `earlier` leaves (RFC 9162, 2.1.4.2). Never throws. */
export function verifyConsistency(
  earlier: number,
  size: number,
  path: readonly Uint8Array[],
  earlierRoot: Uint8Array,
  root: Uint8Array,
): boolean {
  if (!isSize(earlier) || !isSize(size) || earlier > size) return false;
  if (earlier === size) return path.length === 0 && equal(earlierRoot, root);
  if (earlier === 0) return path.length === 0 && equal(earlierRoot, EMPTY_ROOT);
  const nodes = isPowerOfTwo(earlier) ? [earlierRoot, ...path] : [...path];
  let position = earlier - 1;
  let last = size - 1;
  while (position % 2 === 1) [position, last] = [half(position), half(last)];
  const [first, ...rest] = nodes;
  if (!first || path.length === 0) return false;
  let before: Uint8Array = first;
  let after: Uint8Array = first;
  for (const node of rest) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      before = nodeHash(node, before);
      after = nodeHash(node, after);
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      after = nodeHash(after, node);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && equal(before, earlierRoot) && equal(after, root);
}

const half = (value: number): number => Math.floor(value / 2);
const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}
