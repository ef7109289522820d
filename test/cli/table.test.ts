import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText, table } from '../../src/cli/table.ts';

describe('a table', () => {
  test('given a name that would steer the terminal, when it is shown, then it is plain text on one line', () => {
    expect(cellText('Garage \u001b[31mred\u0007\r\nWiltz\u202e')).toBe('Garage red Wiltz');
  });

  test('given any text, when it is shown, then no control character is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        expect(cellText(text)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });

  test('given a narrow terminal, when a table is shown, then it fits and the widest column gives way', () => {
    const text = table(
      ['id', 'name'],
      [
        [1, 'x'.repeat(100)],
        [22, 'short'],
      ],
      30,
    );
    const lines = text.split('\n').map((line) => stripVTControlCharacters(line));
    expect(lines).toEqual(['id  name', `1   ${'x'.repeat(25)}…`, '22  short']);
  });
});
