import { describe, expect, test } from 'vitest';
import { type CustomerDescription, compareCustomers, NAMES_ALONE_POLICY } from '../../src/customer/index.ts';

const VAT_ONE = 'LU12345613';
const VAT_TWO = 'LU22222278';

function verdict(a: CustomerDescription, b: CustomerDescription): string {
  return compareCustomers(a, b).verdict;
}

describe('given two descriptions with company numbers', () => {
  test('when a valid number is equal, then they are the same, whatever the names', () => {
    expect(
      verdict({ name: 'Hotel Talblick', vat: VAT_ONE }, { name: 'Nosbusch Frères', vat: 'LU 123 456 13' }),
    ).toBe('same');
  });

  test('when a Belgian VAT number meets the same enterprise number, then they are the same', () => {
    const a = { name: 'Nosbusch NV', vat: 'BE1000000021' };
    expect(verdict(a, { name: 'Talblick', registration_number: '1000.000.021', country: 'BE' })).toBe('same');
  });

  test('when a French VAT number contains the other’s SIREN, then they are the same', () => {
    const a = { name: 'Nosbusch SAS', vat: 'FR44732829320' };
    expect(verdict(a, { name: 'Talblick', registration_number: '732 829 320', country: 'FR' })).toBe('same');
  });

  test('when two valid numbers of one kind differ, then a namesake of the same town is another company', () => {
    const a = { name: 'Nosbusch S.à r.l.', city: 'Remich', vat: VAT_ONE };
    expect(verdict(a, { ...a, vat: VAT_TWO })).toBe('different');
  });

  test('when the numbers differ but the website is one, then a near name is a question: a group and its subsidiary', () => {
    const a = { name: 'Groupe Nosbusch S.A.', city: 'Remich', vat: VAT_ONE, domain: 'nosbusch.example' };
    const b = {
      name: 'Nosbusch Logistics S.à r.l.',
      city: 'Mersch',
      vat: VAT_TWO,
      domain: 'nosbusch.example',
    };
    expect(verdict(a, b)).toBe('uncertain');
  });

  test('when one number agrees and another contradicts, then it is a question', () => {
    const a = { name: 'Nosbusch', vat: VAT_ONE, registration_number: 'B123456' };
    expect(verdict(a, { ...a, registration_number: 'B654321' })).toBe('uncertain');
  });

  test('when the numbers are of two kinds, then neither agrees nor contradicts', () => {
    const a = { name: 'Nosbusch', city: 'Remich', vat: VAT_ONE };
    expect(verdict(a, { name: 'Nosbusch', city: 'Remich', registration_number: 'B123456' })).toBe('same');
  });

  test('when a number differs by a slip of one digit, then the slip does not part equal names of one town', () => {
    const a = { name: 'Nosbusch', city: 'Remich', vat: VAT_ONE };
    expect(verdict(a, { ...a, vat: 'LU12345614' })).toBe('same');
    expect(verdict(a, { ...a, vat: 'LU98765499' })).toBe('uncertain');
  });

  test('when German register numbers lack the court, then they count only within one town', () => {
    const a = { name: 'Nosbusch GmbH', country: 'DE', registration_number: 'HRB 4711' };
    expect(
      verdict(
        { ...a, city: 'Trier' },
        { name: 'Talblick GmbH', country: 'DE', city: 'Köln', registration_number: 'HRB 4711' },
      ),
    ).toBe('different');
    expect(verdict({ ...a, city: 'Trier' }, { ...a, city: 'Trier', registration_number: 'HRB 4712' })).toBe(
      'different',
    );
  });
});

describe('given an equal core name', () => {
  const name = 'Garage Nosbusch S.à r.l.';

  test.each<[string, CustomerDescription, CustomerDescription, string]>([
    ['an equal town', { city: 'Esch-Uelzecht' }, { city: 'Esch-sur-Alzette' }, 'same'],
    [
      'an equal postal code',
      { postal_code: 'L-5555', country: 'LU' },
      { postal_code: '5555', country: 'LU' },
      'same',
    ],
    ['an equal website', { domain: 'nosbusch.example' }, { domain: 'www.nosbusch.example' }, 'same'],
    ['an equal phone', { phone: '+35226208831' }, { phone: '26 20 88 31', country: 'LU' }, 'same'],
    ['nothing else', {}, {}, 'uncertain'],
    ['a town on one side only', { city: 'Remich' }, {}, 'uncertain'],
    ['one country and no more', { country: 'LU' }, { country: 'LU' }, 'uncertain'],
    ['two towns', { city: 'Remich' }, { city: 'Wiltz' }, 'uncertain'],
    ['a public mail provider in common', { domain: 'gmail.com' }, { domain: 'gmail.com' }, 'uncertain'],
    ['two countries', { country: 'LU' }, { country: 'BE' }, 'different'],
    [
      'two countries and one website',
      { country: 'LU', domain: 'n.example' },
      { country: 'BE', domain: 'n.example' },
      'uncertain',
    ],
  ])('when there is %s, then it is decided by that', (_, a, b, expected) => {
    expect(verdict({ name, ...a }, { name: 'GARAGE NOSBUSCH', ...b })).toBe(expected);
  });

  test('when one writes it in one word, as websites do, then it is equal', () => {
    const a = { name: 'Les Lilas de Remich', city: 'Remich' };
    expect(verdict(a, { name: 'leslilasderemich', city: 'Remich' })).toBe('same');
  });

  test('when the name is nothing but a trade, then a town does not make it the same', () => {
    expect(verdict({ name: 'Pharmacie', city: 'Arlon' }, { name: 'Pharmacie', city: 'Arlon' })).toBe(
      'uncertain',
    );
  });

  test('when the ledger knows it by an alias, then the alias counts as the name', () => {
    const ledger = { name: 'Nosbusch Frères S.A.', aliases: ['Hotel Talblick'], city: 'Vianden' };
    expect(verdict(ledger, { name: 'Hôtel Talblick', city: 'Veianen' })).toBe('same');
  });

  test('when a name states both the company and its sign, then either is it', () => {
    const a = { name: 'Nosbusch SNC exploite la Brasserie du Pont Vert', city: 'Arlon' };
    expect(verdict(a, { name: 'Brasserie du Pont Vert', city: 'Arel' })).toBe('same');
    expect(verdict(a, { name: 'Nosbusch', city: 'Arlon' })).toBe('same');
  });
});

describe('given like names', () => {
  test.each([
    ['Brasserie Nosbusch', 'Brassrie Nosbsuch'],
    ['Garage Nosbusch & Fils', 'Garage Nosbusch'],
    ['Bäckerei Nosbusch', 'Boulangerie Nosbusch'],
    ['Nosbusch Group', 'Nosbusch Immobilière'],
    ['Kooperative Talblick Gastro', 'KTG'],
  ])('when %s and %s sit in one town, then it is a question', (a, b) => {
    expect(verdict({ name: a, city: 'Remich' }, { name: b, city: 'Remich' })).toBe('uncertain');
  });

  test('when a near name of the same town has the same website and no number, then it is a question', () => {
    const place = { city: 'Vittel', domain: 'talblick.example' };
    expect(verdict({ name: 'Domaine des Lilas', ...place }, { name: 'Spa des Lilas', ...place })).toBe(
      'uncertain',
    );
  });
});

describe('given unlike names', () => {
  test.each([
    ['Garage Nosbusch', 'Garage Welfring'],
    ['Seniorenresidenz Talblick GmbH', 'Seniorenresidenz Waldruh GmbH'],
    ['Hotel Talblick', 'Nosbusch Frères'],
    ['Nosbusch Fund I', 'Nosbusch Fund II'],
    ['Crèche Lilas', 'Crèche Tulipe'],
  ])('when %s and %s sit in one town, then they are different', (a, b) => {
    expect(verdict({ name: a, city: 'Remich' }, { name: b, city: 'Remich' })).toBe('different');
  });

  test('when one website of one town serves both, then it is a question', () => {
    const place = { city: 'Remich', domain: 'talblick.example' };
    expect(verdict({ name: 'Hotel Talblick', ...place }, { name: 'Nosbusch Frères', ...place })).toBe(
      'uncertain',
    );
  });
});

describe('given a description without a name', () => {
  test.each<[string, CustomerDescription, string]>([
    ['its website', { domain: 'nosbusch.example' }, 'uncertain'],
    ['its phone', { phone: '+35226208831' }, 'uncertain'],
    ['its number', { vat: VAT_ONE }, 'same'],
    ['its town', { city: 'Remich' }, 'different'],
    ['nothing', {}, 'different'],
  ])('when it shares %s with a customer, then that decides', (_, description, expected) => {
    const known = {
      name: 'Nosbusch',
      city: 'Remich',
      vat: VAT_ONE,
      domain: 'nosbusch.example',
      phone: '+35226208831',
    };
    expect(verdict(description, known)).toBe(expected);
  });
});

describe('given a list of names and countries only', () => {
  const options = { policy: NAMES_ALONE_POLICY };

  test('when one name opens with the other in one country, then they are the same', () => {
    const a = { name: 'Nosbusch Robotik', country: 'DE' };
    expect(
      compareCustomers(a, { name: 'Nosbusch Robotik Deutschland GmbH', country: 'DE' }, options).verdict,
    ).toBe('same');
  });

  test('when the countries differ or one is unknown, then they are not', () => {
    const a = { name: 'Nosbusch Robotik', country: 'DE' };
    expect(compareCustomers(a, { ...a, country: 'FR' }, options).verdict).toBe('different');
    expect(compareCustomers(a, { name: a.name }, options).verdict).toBe('uncertain');
  });
});

describe('the evidence', () => {
  test('lists each observation with both values, its weight and a code', () => {
    const { evidence } = compareCustomers(
      { name: 'Nosbusch S.A.S.', city: 'Esch-Uelzecht', vat: VAT_ONE },
      { name: 'Nosbusch S.p.A.', city: 'Esch', vat: VAT_TWO },
    );
    expect(evidence).toMatchObject([
      { feature: 'vat', a: VAT_ONE, b: VAT_TWO, finding: 'veto' },
      { feature: 'name', finding: 'equal' },
      { feature: 'legal_form', finding: 'sister_form' },
      { feature: 'city', finding: 'equal' },
    ]);
    expect(evidence[0]!.weight).toBeLessThan(0);
    expect(evidence[1]!.weight).toBeGreaterThan(0);
  });

  test('is empty where nothing can be compared', () => {
    expect(compareCustomers({}, {})).toMatchObject({ evidence: [] });
  });
});
