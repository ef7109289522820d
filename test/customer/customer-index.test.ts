import { describe, expect, test } from 'vitest';
import { blockingKeys, CustomerIndex, identify, NAMES_ALONE_POLICY } from '../../src/customer/index.ts';
import { luxembourgVat } from './arbitrary.ts';

function ledger() {
  const index = new CustomerIndex();
  index.add('C1', {
    name: 'Brasserie Nosbusch S.à r.l.',
    vat: luxembourgVat(123_456),
    city: 'Remich',
    country: 'LU',
  });
  index.add('C2', {
    name: 'Garage Welfring & Fils',
    city: 'Wiltz',
    country: 'LU',
    domain: 'welfring.example',
  });
  index.add('C3', {
    name: 'Kooperative Talblick Gastro',
    city: 'Trier',
    country: 'DE',
    phone: '+496519988776',
  });
  index.add('C4', {
    name: 'Hotel Waldruh',
    aliases: ['Welfring Tourisme S.A.'],
    city: 'Clervaux',
    country: 'LU',
  });
  return index;
}

describe('given a ledger of customers', () => {
  test.each([
    ['its number under another name', { name: 'Chez Rosa', vat: luxembourgVat(123_456) }, 'C1', 'same'],
    ['its name and town', { name: 'BRASSERIE NOSBUSCH', city: 'Réimech' }, 'C1', 'same'],
    ['a misspelt name', { name: 'Brasserie Nosbush', city: 'Remich' }, 'C1', 'uncertain'],
    ['its website', { name: 'Welfring', domain: 'www.welfring.example' }, 'C2', 'uncertain'],
    ['its acronym', { name: 'KTG', country: 'DE' }, 'C3', 'uncertain'],
    ['an alias', { name: 'Welfring Tourisme', city: 'Clierf' }, 'C4', 'same'],
  ])('when searched by %s, then it is found', (_, description, id, verdict) => {
    const found = identify(ledger().search(description));
    expect(found.best?.id).toBe(id);
    expect(found.verdict).toBe(verdict);
  });

  test('when searched by an unlike name, then nobody is it', () => {
    expect(identify(ledger().search({ name: 'Boulangerie Lilas', city: 'Remich' }))).toEqual({
      verdict: 'different',
    });
  });

  test('when two of them are as surely the same, then it is a question', () => {
    const index = ledger();
    index.add('C5', { name: 'Nosbusch Brasserie', city: 'Remich' });
    expect(identify(index.search({ name: 'Brasserie Nosbusch', city: 'Remich' })).verdict).toBe('uncertain');
  });

  test('when a number singles one of them out, then a namesake does not matter', () => {
    const index = ledger();
    index.add('C5', { name: 'Brasserie Nosbusch', city: 'Remich' });
    const described = { name: 'Brasserie Nosbusch', city: 'Remich', vat: luxembourgVat(123_456) };
    expect(identify(index.search(described))).toMatchObject({ verdict: 'same', best: { id: 'C1' } });
  });

  test('when names alone decide, then a second like name makes it a question', () => {
    const index = new CustomerIndex({ policy: NAMES_ALONE_POLICY });
    index.add('C1', { name: 'Talblick Robotik GmbH', country: 'DE' });
    const described = { name: 'Talblick Robotik', country: 'DE' };
    expect(identify(index.search(described), NAMES_ALONE_POLICY).verdict).toBe('same');
    index.add('C2', { name: 'Talblick Robotik AG', country: 'DE' });
    expect(identify(index.search(described), NAMES_ALONE_POLICY).verdict).toBe('uncertain');
  });
});

describe('the keys of a description', () => {
  test('name its number, website, phone, core name, rare words and acronym', () => {
    const keys = blockingKeys({
      name: 'Kooperative Talblick Gastro S.à r.l.',
      vat: luxembourgVat(123_456),
      domain: 'https://www.ktg-gastro.example',
      phone: '26 20 88 31',
      country: 'LU',
    });
    expect(keys).toEqual(
      expect.arrayContaining([
        { kind: 'number', key: 'LU:vat:12345613' },
        { kind: 'domain', key: 'ktg-gastro.example' },
        { kind: 'phone', key: '+35226208831' },
        { kind: 'core', key: 'kooperativetalblickgastro' },
        { kind: 'rare', key: 'talblick' },
        { kind: 'acronym', key: 'ktg' },
      ]),
    );
  });

  test('are the same for a Belgian VAT and enterprise number, and for a French VAT number and SIRET', () => {
    const number = (description: object) => blockingKeys(description).find(({ kind }) => kind === 'number');
    expect(number({ vat: 'BE1000000021' })).toEqual(
      number({ registration_number: '1000.000.021', country: 'BE' }),
    );
    expect(number({ vat: 'FR44732829320' })).toEqual(
      number({ registration_number: '73282932000074', country: 'FR' }),
    );
  });
});
