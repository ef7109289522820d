import { hash } from 'node:crypto';

/** One entry of the append-only ledger. `hash` covers everything but itself, the entry before included. */
export interface LedgerEntry {
  entry: bigint;
  /** ISO 8601, UTC. */
  at: string;
  kind: string;
  /** Facts without personal data. */
  body: Record<string, unknown>;
  /** Random: whoever is shown the hash of a body cannot find the body by trying. */
  salt: string;
  /** Salted hash of the personal data that belongs to it; absent where there is none. */
  sealedHash?: string;
  previousHash: string;
  hash: string;
}

/** An entry without its facts: what a proof may show of one that is somebody else's. Its hash is the entry's. */
export interface EntryHeader extends Omit<LedgerEntry, 'entry' | 'body' | 'salt' | 'hash'> {
  /** Decimal, as in the canonical form. */
  entry: string;
  bodyHash: string;
}

/** What the first entry names as the one before it. */
export const GENESIS_HASH = '0'.repeat(64);

const sha256 = (text: string): string => hash('sha256', text);

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

/** Hex SHA-256 that chains an entry to the one before: that of its header, which holds a salted hash of its body. */
export const entryHash = (entry: Omit<LedgerEntry, 'hash'>): string => headerHash(headerOf(entry));

export const headerHash = (header: EntryHeader): string => sha256(canonicalJson(header));

export function headerOf(entry: Omit<LedgerEntry, 'hash'>): EntryHeader {
  const { at, kind, body, salt, sealedHash, previousHash } = entry;
  const bodyHash = sealHash(salt, body);
  const sealed = sealedHash === undefined ? {} : { sealedHash };
  return { entry: String(entry.entry), at, kind, bodyHash, ...sealed, previousHash };
}

/** Binds data to an entry without showing them: erasing data and salt leaves the chain intact. */
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
