import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/ledger/chain.ts';
import { checkProof, type Proof, proofSchema } from '../../src/ledger/proof-file.ts';
import { proveRegistration } from '../../src/pipeline/prove-registration.ts';
import { signDailyHead } from '../../src/pipeline/sign-head.ts';
import { Line, referenceIn } from '../support/line.ts';

let line: Line;
const references: Record<'first' | 'competing' | 'refused' | 'partly', string> = {
  first: '',
  competing: '',
  refused: '',
  partly: '',
};

const known = { name: 'Atelier Mosar', city: 'Wiltz', country: 'LU' };
const partlyKnown = { name: 'Fiduciaire Bertrang', city: 'Esch', country: 'LU' };

beforeAll(async () => {
  line = await Line.open();
  await line.arrives('2026-10-05T07:00:00Z', { from: 'staff', customer: known });
  await line.arrives('2026-10-05T07:30:00Z', { from: 'staff', customer: partlyKnown });
  references.first = referenceIn(await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' }));
  references.competing = referenceIn(await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' }));
  references.refused = referenceIn(
    await line.arrives('2026-10-05T10:00:00Z', { from: 'Gamma', customer: known }),
  );
  references.partly = referenceIn(
    await line.arrives('2026-10-05T11:00:00Z', {
      from: 'Gamma',
      customer: partlyKnown,
      services: ['internet', 'sip_trunk'],
    }),
  );
  await signDailyHead(line.context);
  // The first gives its place up: the entry of that step tells of the second as well.
  await line.arrives('2026-10-06T08:00:00Z', {
    from: 'Alpha',
    registrations: [],
    more: { intent: 'withdraw', reference: references.first, references: [references.first] },
  });
});
afterAll(() => line[Symbol.asyncDispose]());

/** The proof of a registration as it is read from its file. */
async function proofOf(reference: string, withData = false): Promise<Proof> {
  const proof = await line.database.transaction((tx) => proveRegistration(tx, reference, withData));
  return proofSchema.parse(JSON.parse(JSON.stringify(proof)));
}

const faults = (proof: Proof) =>
  checkProof(proof).flatMap((check) => ('fault' in check ? [check.fault] : []));

describe('the proof of a registration', () => {
  test.each(Object.keys(references) as (keyof typeof references)[])(
    'given the %s registration, when its proof is checked without the ledger, then it holds',
    async (which) => {
      expect(faults(await proofOf(references[which]))).toEqual([]);
    },
  );

  test('given a signed head covers it, then the proof leads to that head; else to the ledger as it stands', async () => {
    expect(await proofOf(references.refused)).toMatchObject({ head: { signature: expect.any(String) } });
    expect((await proofOf(references.first)).head).not.toHaveProperty('signature');
  });

  test('given another partner is concerned by a step, then its part, and all else of it, is not shown', async () => {
    for (const [own, other] of [
      [references.first, references.competing],
      [references.competing, references.first],
    ] as const) {
      const text = JSON.stringify(await proofOf(own));
      expect(text).toContain(own);
      expect(text).not.toContain(other);
    }
    const { entries } = await proofOf(references.first);
    const closing = entries.filter(({ header }) => header.kind === 'mail.decided');
    expect(closing.map(({ body }) => body !== undefined)).toEqual([true, false]);
  });

  test('given a rejection because Mixvoip knew before, then the proof shows that this was written before, and nothing else of it', async () => {
    const proof = await proofOf(references.refused);
    const [aware, ...more] = proof.awareness;
    expect(more).toEqual([]);
    expect(Object.keys(aware!).sort()).toEqual(['header', 'path']);
    expect(checkProof(proof).find(({ name }) => name === 'aware first')).toEqual({
      name: 'aware first',
      found: expect.stringMatching(
        /^entry 1, named by the decision in entry \d+, was written 2026-10-05T07:00:01/,
      ),
    });
    expect((await proofOf(references.partly)).awareness.map(({ header }) => header.entry)).toEqual(['3']);
  });

  test('given both mails waited in the mailbox, then the proof holds and says what it does not show', async () => {
    const waited = { name: 'Papeterie Redange', city: 'Redange', country: 'LU' };
    await line.store('2026-10-07T08:00:00Z', { from: 'staff', customer: waited });
    await line.store('2026-10-07T08:00:10Z', { from: 'Delta', customer: waited });
    const proof = await proofOf(referenceIn(await line.until('2026-10-07T08:30:00Z')));
    expect(faults(proof)).toEqual([]);
    expect(checkProof(proof).find(({ name }) => name === 'aware first')).toMatchObject({
      found: expect.stringContaining('after the mail arrived'),
    });
  });

  test('given nobody asks for data, then none is shown; else what was sealed, which is checked too', async () => {
    expect(canonicalJson(await proofOf(references.refused))).not.toMatch(/Mosar|desk@/);
    const open = await proofOf(references.refused, true);
    expect(canonicalJson(open)).toMatch(/desk@gamma.{1,4000}Mosar/);
    expect(faults(open)).toEqual([]);
    open.entries[0]!.sealed!.data.contact = { address: 'x@y.example' };
    expect(faults(open)).toEqual(['the personal data is not what was sealed']);
  });

  test('given there is no such registration, then there is no proof', async () => {
    expect(await proveRegistration(line.database, 'DR-2026-999999')).toBeUndefined();
  });
});

describe('a proof that was tampered with', () => {
  const changes: [string, (proof: Proof) => void][] = [
    ['another reference', (proof) => Object.assign(proof, { reference: 'DR-2026-000099' })],
    [
      'an earlier arrival',
      ({ entries }) => Object.assign(entries[0]!.body!, { receivedAt: '2026-01-01T00:00:00.000Z' }),
    ],
    [
      'an earlier time',
      ({ entries }) => Object.assign(entries[0]!.header, { at: '2026-01-01T00:00:00.000Z' }),
    ],
    ['another number', ({ entries }) => Object.assign(entries[0]!.header, { entry: '1' })],
    ['the path of another entry', ({ entries }) => Object.assign(entries[0]!, { path: entries[1]!.path })],
    ['no opening', ({ entries }) => void entries.shift()],
    ['another root', ({ head }) => Object.assign(head, { root: 'a'.repeat(64) })],
    ['another time of the head', ({ head }) => Object.assign(head, { at: '2026-10-05T12:00:00.000Z' })],
    ['another quoted root', ({ quoted }) => Object.assign(quoted[0]!, { root: 'b'.repeat(64) })],
    ['another entry for the awareness', (proof) => Object.assign(proof, { awareness: [proof.entries[0]!] })],
    [
      'a decision that names no awareness',
      ({ entries }) => {
        for (const entry of entries) if (entry.header.kind === 'mail.decided') delete entry.body;
      },
    ],
  ];
  test.each(changes)('given %s, when it is checked, then a fault is told', async (_, change) => {
    const proof = await proofOf(references.refused);
    change(proof);
    expect(faults(proof)).not.toEqual([]);
  });
});
