import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, jaccard, trigrams } from '../../src/customer/strings.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

/** Optimal string alignment by its definition. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const last = a.at(-1) === b.at(-1) ? 0 : 1;
  const costs = [slowDistance(x, b) + 1, slowDistance(a, y) + 1, slowDistance(x, y) + last];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    costs.push(slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...costs);
}

describe('the distance of two words', () => {
  test.each([
    ['nosbusch', 'nosbsuch', 1],
    ['nosbusch', 'nosbush', 1],
    ['nosbusch', 'nossbusch', 1],
    ['nosbusch', 'welfring', 4],
  ])('%s and %s: %i', (a, b, edits) => {
    expect(editDistance(a, b, 3)).toBe(edits);
  });

  test('is what its definition says, as far as the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(limit + 1, slowDistance(a, b)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('trigrams', () => {
  test('are sorted, each once, padded as words', () => {
    expect(trigrams(['lilas']).length).toBe(6);
    expect([...trigrams(['lilas', 'lilas'])]).toEqual([...trigrams(['lilas'])]);
  });

  test('of equal words are all shared, of unlike words none', () => {
    expect(jaccard(trigrams(['lilas', 'pont']), trigrams(['pont', 'lilas']))).toBe(1);
    expect(jaccard(trigrams(['lilas']), trigrams(['rhone']))).toBe(0);
  });
});
