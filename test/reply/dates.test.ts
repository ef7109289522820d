import { describe, expect, test } from 'vitest';
import { day, minute, moment } from '../../src/reply/dates.ts';
import { keepsFinalN, numberDropsN } from '../../src/reply/n-rule.ts';
import { customerLine, list, personName } from '../../src/reply/phrases.ts';

describe('dates', () => {
  const arrival = '2026-10-05T08:00:07Z';
  test.each([
    ['fr', 'lundi 5 octobre 2026 à 10:00:07'],
    ['de', 'Montag, 5. Oktober 2026 um 10:00:07'],
    ['en', 'Monday 5 October 2026 at 10:00:07'],
    ['nl', 'maandag 5 oktober 2026 om 10:00:07'],
    ['lb', 'Méindeg, de 5. Oktober 2026 um 10:00:07'],
  ] as const)('are written as in %s', (language, written) => {
    expect(moment(arrival, language)).toBe(written);
  });
  test('follow winter time, and the day that it is in Luxembourg', () => {
    expect(minute('2027-01-31T23:30:00Z', 'fr')).toBe('lundi 1er février 2027 à 00:30');
    expect(day('2027-01-31T23:30:00Z', 'lb')).toBe('Méindeg, den 1. Februar 2027');
  });
});

describe('the n-rule of Luxembourgish', () => {
  test.each(['Internet', 'Eisen', 'Telefonie', 'dem', 'Hotel', 'Netz', 'Zuch', 'École'])(
    'an n stays before %s',
    (word) => {
      expect(keepsFinalN(word)).toBe(true);
    },
  );
  test.each(['Boulangerie', 'SIP-Trunk', 'Mixvoip', 'Garage', 'Wax', 'Praxis'])(
    'an n falls before %s',
    (word) => {
      expect(keepsFinalN(word)).toBe(false);
    },
  );
  test('numbers go by how they are spoken', () => {
    const falling = Array.from({ length: 32 }, (_, index) => index).filter(numberDropsN);
    expect(falling).toEqual([4, 5, 6, 7, 14, 15, 16, 17, 24, 25, 26, 27]);
    expect(keepsFinalN('21')).toBe(true);
    expect(keepsFinalN('7')).toBe(false);
    expect([40, 70, 30, 100].map(numberDropsN)).toEqual([true, true, false, false]);
  });
  test('decides between "a" and "an" in a list', () => {
    expect(list(['Internet', 'SIP-Trunk'], 'lb')).toBe('Internet a SIP-Trunk');
    expect(list(['Internet', 'Telefonie'], 'lb')).toBe('Internet an Telefonie');
  });
});

describe('small phrases', () => {
  test('a list of three has one "and"', () => {
    expect(list(['a', 'b', 'c'], 'en')).toBe('a, b and c');
  });
  test('a customer is shown with what was understood, and nothing twice', () => {
    const customer = { name: 'Kohn', city: 'Luxembourg', country: 'LU', vat: 'LU12345678' };
    expect(customerLine(customer, 'fr')).toBe('Kohn, Luxembourg, TVA LU12345678');
    expect(customerLine({ domain: 'kohn.example' }, 'de')).toBe('kohn.example');
    expect(customerLine({}, 'nl')).toBe('uw klant');
  });
  test.each([
    ['Weber, Jeanne', 'Jeanne Weber'],
    ['Jeanne Weber', 'Jeanne Weber'],
    ['jeanne@x.example', undefined],
    ['Support 24/7', undefined],
    [undefined, undefined],
  ])('a greeting for %s names %s', (given, greeted) => {
    expect(personName(given)).toBe(greeted);
  });
});
