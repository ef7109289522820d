import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalJson,
  entryHash,
  findChainFault,
  GENESIS_HASH,
  type LedgerEntry,
  sealHash,
} from '../../src/ledger/chain.ts';

const json = fc.jsonValue({ maxDepth: 3 });
const body = fc.dictionary(fc.string(), json, { maxKeys: 6 });

/** The same value with the members of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value).reverse()) copy[key] = shuffled(member);
  return copy;
}

/** A chain of entries with these bodies. */
function chainOf(bodies: readonly Record<string, unknown>[]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const [index, content] of bodies.entries()) {
    const unhashed = {
      entry: BigInt(index + 1),
      at: new Date(1_790_000_000_000 + index * 1000).toISOString(),
      kind: 'mail.decided',
      body: JSON.parse(canonicalJson(content)) as Record<string, unknown>,
      salt: `salt ${index}`,
      ...(index % 2 === 0 ? { sealedHash: sealHash('salt', content) } : {}),
      previousHash: entries.at(-1)?.hash ?? GENESIS_HASH,
    };
    entries.push({ ...unhashed, hash: entryHash(unhashed) });
  }
  return entries;
}

const START = { entry: 0n, hash: GENESIS_HASH };
const chain = fc.array(body, { minLength: 1, maxLength: 6 }).map(chainOf);

describe('canonical JSON', () => {
  test('given any value, when its members are in another order, then it is the same text', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('given any value, when the text is read and written again, then it is the same text', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });

  test('given dates, big integers and absent members, when they are written, then as plain JSON says them', () => {
    expect(canonicalJson({ b: 12n, a: new Date(0), gone: undefined, list: [undefined, null] })).toBe(
      '{"a":"1970-01-01T00:00:00.000Z","b":"12","list":[null,null]}',
    );
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  });

  test('given two values that differ, when they are sealed, then their hashes differ', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        fc.pre(canonicalJson(a) !== canonicalJson(b));
        expect(sealHash('salt', a)).not.toBe(sealHash('salt', b));
      }),
    );
  });
});

describe('the chain', () => {
  test('given any entries as they were written, when they are checked, then there is no fault', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        expect(findChainFault(entries, START)).toBeUndefined();
      }),
    );
  });

  const changes: Record<string, (entry: LedgerEntry) => Partial<LedgerEntry>> = {
    entry: ({ entry }) => ({ entry: entry + 1n }),
    at: ({ at }) => ({ at: new Date(new Date(at).getTime() + 1).toISOString() }),
    kind: ({ kind }) => ({ kind: `${kind}x` }),
    body: ({ body }) => ({ body: { ...body, added: true } }),
    sealedHash: ({ sealedHash }) => ({ sealedHash: sealedHash === undefined ? GENESIS_HASH : undefined }),
    previousHash: ({ previousHash }) => ({
      previousHash: previousHash.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')),
    }),
    hash: ({ hash }) => ({ hash: hash.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')) }),
  };
  test.each(Object.keys(changes))(
    'given any chain, when %s of any entry is changed, then a fault is found there',
    (field) => {
      fc.assert(
        fc.property(chain, fc.nat(), (entries, at) => {
          const index = at % entries.length;
          const tampered = entries.with(index, { ...entries[index]!, ...changes[field]!(entries[index]!) });
          const fault = findChainFault(tampered, START);
          expect(fault).toBeDefined();
          expect(fault!.entry).toBe(tampered[index]!.entry);
        }),
      );
    },
  );

  test('given any chain, when an entry before the last is taken out, or two change places, then a fault is found', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 2, maxLength: 6 }).map(chainOf), fc.nat(), (entries, at) => {
        const index = at % (entries.length - 1);
        expect(findChainFault(entries.toSpliced(index, 1), START)).toMatchObject({ fault: 'gap' });
        const swapped = entries.with(index, entries[index + 1]!).with(index + 1, entries[index]!);
        expect(findChainFault(swapped, START)).toMatchObject({ fault: 'gap' });
      }),
    );
  });

  test('given any chain, when an entry is replaced with a right hash of its own, then the next does not follow', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 2, maxLength: 6 }).map(chainOf), fc.nat(), (entries, at) => {
        const index = at % (entries.length - 1);
        const forged = { ...entries[index]!, kind: 'forged' };
        const tampered = entries.with(index, { ...forged, hash: entryHash(forged) });
        expect(findChainFault(tampered, START)).toEqual({ entry: BigInt(index + 2), fault: 'previous_hash' });
      }),
    );
  });
});
