import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRuling } from '../../src/message/ruling.ts';

describe('a ruling on the first line', () => {
  test.each([
    ['for A', 'first'],
    ['pour A', 'first'],
    ['für A', 'first'],
    ['voor A', 'first'],
    ['fir A', 'first'],
    ['First', 'first'],
    ['le premier', 'first'],
    ['Je tranche pour B.', 'second'],
    ['Moien, fir B', 'second'],
    ['second', 'second'],
    ['Les deux peuvent vendre', 'both'],
    ['beide', 'both'],
    ['both', 'both'],
    ['Mixvoip direct', 'mixvoip'],
    ['c’est le même client', 'same'],
    ['dezelfde klant', 'same'],
    ['derselbe Kunde', 'same'],
    ['autre client', 'different'],
    ['not the same', 'different'],
    ['ein anderer Kunde', 'different'],
  ])('given %j, then %s', (text, choice) => {
    expect(readRuling(text)).toEqual({ choice });
  });

  test.each([
    ['1', 1],
    ['2.', 2],
    ['(3)', 3],
    ['Option 4', 4],
    ['> 2', 2],
    ['Choix n° 1', 1],
  ])('given %j, then the number %d as it stands', (text, number) => {
    expect(readRuling(text)).toEqual({ number });
  });

  test('given a number with its word, then both', () => {
    expect(readRuling('1) first')).toEqual({ number: 1, choice: 'first' });
  });

  test('given a greeting above and reasons behind and below, then they are no choice but comment', () => {
    expect(readRuling('Hallo zusammen,\n\nfür A – war früher da.\n\nBitte informieren.\nGruß')).toEqual({
      choice: 'first',
      comment: 'war früher da.\nBitte informieren.\nGruß',
    });
  });

  test.each([
    'I do not know yet',
    'A was first',
    'First let me check with them',
    'Thanks, I will look at it tomorrow',
    'Peux-tu me rappeler les deux dossiers ?',
    '12 Nebenstellen',
    '',
  ])('given %j, then none', (text) => {
    expect(readRuling(text)).toBeUndefined();
  });

  test('given any text, then it is read without an error, and a choice is one of the six', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const ruling = readRuling(text);
        return ruling === undefined || ruling.choice !== undefined || ruling.number !== undefined;
      }),
    );
  });
});
