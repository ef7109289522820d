import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blockingKeys,
  type CustomerDescription,
  compareCustomers,
  foldedName,
} from '../../src/customer/index.ts';
import { companyName, otherHand, rivalNumbers, unnumbered } from './arbitrary.ts';

describe('comparing', () => {
  test('is symmetric, evidence and all', () => {
    fc.assert(
      fc.property(unnumbered, unnumbered, (a, b) => {
        const forth = compareCustomers(a, b);
        const back = compareCustomers(b, a);
        expect(back.verdict).toBe(forth.verdict);
        expect(back.score).toBeCloseTo(forth.score, 10);
        expect(back.evidence.map(({ feature, finding }) => `${feature} ${finding}`)).toEqual(
          forth.evidence.map(({ feature, finding }) => `${feature} ${finding}`),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('is reflexive: nobody is another than himself, and a town makes him surely the same', () => {
    fc.assert(
      fc.property(unnumbered, (a) => {
        expect(compareCustomers(a, a).verdict).not.toBe('different');
        const named = { ...a, name: `Nosbusch ${a.name}`, city: 'Remich' };
        expect(compareCustomers(named, named).verdict).toBe('same');
      }),
    );
  });

  test('never parts what another hand wrote otherwise: case, accents, blanks, punctuation, spelling of the form', () => {
    fc.assert(
      fc.property(unnumbered, unnumbered, otherHand, (a, b, write) => {
        if (compareCustomers(a, b).verdict !== 'same') return;
        expect(compareCustomers({ ...a, name: write(a.name!) }, b).verdict).not.toBe('different');
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps a name and the same name by another hand the same within one town', () => {
    fc.assert(
      fc.property(companyName, otherHand, (name, write) => {
        const a = { name: `Nosbusch ${name}`, city: 'Remich' };
        expect(compareCustomers(a, { name: write(a.name), city: 'Réimech' }).verdict).toBe('same');
      }),
      { numRuns: 1000 },
    );
  });

  test('never believes more when numbers disagree', () => {
    fc.assert(
      fc.property(unnumbered, unnumbered, rivalNumbers, (a, b, [one, two]) => {
        const before = compareCustomers(a, b);
        const after = compareCustomers({ ...a, vat: one }, { ...b, vat: two });
        expect(after.score).toBeLessThanOrEqual(before.score);
      }),
      { numRuns: 1000 },
    );
  });

  test('never says "same" of two different valid numbers of one kind, whatever else agrees', () => {
    fc.assert(
      fc.property(unnumbered, rivalNumbers, fc.boolean(), (a, [one, two], register) => {
        const more = register ? { registration_number: 'B123456' } : {};
        const verdict = compareCustomers({ ...a, ...more, vat: one }, { ...a, ...more, vat: two }).verdict;
        expect(verdict).not.toBe('same');
      }),
    );
  });

  test('says "same" of one valid number, whatever the names', () => {
    fc.assert(
      fc.property(unnumbered, unnumbered, rivalNumbers, (a, b, [one]) => {
        expect(compareCustomers({ ...a, vat: one }, { ...b, vat: one }).verdict).toBe('same');
      }),
    );
  });

  test('keeps every score in the band of its verdict', () => {
    const band = (score: number) => (score >= 0.8 ? 'same' : score >= 0.3 ? 'uncertain' : 'different');
    fc.assert(
      fc.property(unnumbered, unnumbered, (a, b) => {
        const { verdict, score } = compareCustomers(a, b);
        expect(band(score)).toBe(verdict);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('survives anything that a sender may write', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 3000 });
    const description: fc.Arbitrary<CustomerDescription> = fc.record({
      name: hostile,
      vat: hostile,
      registration_number: hostile,
      city: hostile,
      postal_code: hostile,
      street: hostile,
      domain: hostile,
      phone: hostile,
      country: hostile,
      aliases: fc.array(hostile, { maxLength: 30 }),
    });
    fc.assert(
      fc.property(description, description, (a, b) => {
        const { score } = compareCustomers(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});

test('costs little, however long the names and many the aliases', () => {
  const words = (letter: string) => Array.from({ length: 14 }, (_, i) => letter.repeat(12) + i).join(' ');
  const described = (letter: string) => ({
    name: words(letter),
    aliases: Array.from({ length: 500 }, (_, i) => `${words(letter)} ${i}`),
  });
  const start = process.cpuUsage().user;
  compareCustomers(described('a'), described('b'));
  compareCustomers({ name: 'a'.repeat(100_000) }, { name: `${'a'.repeat(100_000)}b` });
  compareCustomers({ name: '😀'.repeat(10_000) }, { name: ' ('.repeat(10_000) });
  expect(process.cpuUsage().user - start).toBeLessThan(500_000);
});

describe('blocking keys', () => {
  test('are shared by a name and the same name by another hand', () => {
    fc.assert(
      fc.property(companyName, otherHand, (name, write) => {
        const keys = new Set(blockingKeys({ name }).map(({ kind, key }) => `${kind} ${key}`));
        const others = blockingKeys({ name: write(name) }).map(({ kind, key }) => `${kind} ${key}`);
        expect(others.some((key) => keys.has(key))).toBe(true);
        expect(foldedName(write(name)).split(' ').sort()).toEqual(foldedName(name).split(' ').sort());
      }),
      { numRuns: 1000 },
    );
  });

  test('find a name whose only own word has a slip in it', () => {
    const place = fc.nat({ max: 6 });
    fc.assert(
      fc.property(place, fc.constantFrom('drop', 'double', 'swap', 'replace'), (at, slip) => {
        const [head, letter, tail] = ['nosbuch'.slice(0, at), 'nosbuch'.charAt(at), 'nosbuch'.slice(at + 1)];
        const slips = { drop: '', double: letter + letter, swap: tail.charAt(0) + letter, replace: 'x' };
        const written = head + slips[slip] + (slip === 'swap' ? tail.slice(1) : tail);
        const keys = new Set(
          blockingKeys({ name: 'Garage Nosbuch' }).map(({ kind, key }) => `${kind} ${key}`),
        );
        expect(blockingKeys({ name: written }).some(({ kind, key }) => keys.has(`${kind} ${key}`))).toBe(
          true,
        );
      }),
    );
  });

  test('are bounded, whatever a sender writes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 3000 }), { maxLength: 40 }), (aliases) => {
        const keys = blockingKeys({ name: aliases[0], aliases });
        expect(keys.length).toBeLessThanOrEqual(48);
        for (const { key } of keys) expect(key.length).toBeLessThanOrEqual(500);
      }),
      { numRuns: 100 },
    );
    for (const { key } of blockingKeys({ name: '😀'.repeat(500) }))
      expect(key.length).toBeLessThanOrEqual(500);
  });
});
