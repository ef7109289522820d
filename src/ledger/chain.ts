import { createHash } from 'node:crypto';

/** One entry of the append-only ledger. `hash` covers everything but itself, the entry before included. */
export interface LedgerEntry {
  entry: bigint;
  /** ISO 8601, UTC. */
  at: string;
  kind: string;
  /** Facts without personal data. */
  body: Record<string, unknown>;
  /** Salted hash of the personal data that belongs to it; absent where there is none. */
  sealedHash?: string;
  previousHash: string;
  hash: string;
}

/** What the first entry names as the one before it. */
export const GENESIS_HASH = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * JSON with sorted keys, no white space, dates as ISO strings and big integers as decimal strings,
 * in the manner of RFC 8785; absent values are left out. Throws on numbers that JSON has no form for.
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'bigint') return JSON.stringify(String(value));
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Hex SHA-256 that chains an entry to the one before. */
export function entryHash(entry: Omit<LedgerEntry, 'hash'>): string {
  const { at, kind, body, sealedHash, previousHash } = entry;
  return sha256(canonicalJson({ entry: entry.entry, at, kind, body, sealedHash, previousHash }));
}

/** Binds personal data to an entry without showing it: erasing data and salt leaves the chain intact. */
export const sealHash = (salt: string, data: unknown): string => sha256(`${salt}.${canonicalJson(data)}`);

export type ChainFault =
  | { entry: bigint; fault: 'gap' | 'previous_hash' | 'hash' }
  | { entry: bigint; fault: 'sealed_hash' };

/** Checks entries in order against the hash before the first of them; the first fault found, or undefined. */
export function findChainFault(
  entries: Iterable<LedgerEntry>,
  before: { entry: bigint; hash: string },
): ChainFault | undefined {
  let last = before;
  for (const entry of entries) {
    if (entry.entry !== last.entry + 1n) return { entry: entry.entry, fault: 'gap' };
    if (entry.previousHash !== last.hash) return { entry: entry.entry, fault: 'previous_hash' };
    if (entryHash(entry) !== entry.hash) return { entry: entry.entry, fault: 'hash' };
    last = entry;
  }
  return undefined;
}
