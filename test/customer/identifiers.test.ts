import { describe, expect, test } from 'vitest';
import {
  identifiers,
  normalizeRegistration,
  normalizeVat,
  validIdentifiers,
} from '../../src/customer/identifiers.ts';

describe('a VAT number, however it is written', () => {
  test.each([
    ['LU 123 456 13', undefined, 'vat', 'LU', '12345613'],
    ['TVA: LU12345613', undefined, 'vat', 'LU', '12345613'],
    ['12345613', 'LU', 'vat', 'LU', '12345613'],
    ['BE 0123.456.749', undefined, 'enterprise', 'BE', '0123456749'],
    ['BE123456749', undefined, 'enterprise', 'BE', '0123456749'],
    ['BE 1000.000.021', undefined, 'enterprise', 'BE', '1000000021'],
    ['FR 44 732 829 320', undefined, 'siren', 'FR', '732829320'],
    ['DE 136 695 976', undefined, 'vat', 'DE', '136695976'],
    ['NL 0044.95.445.B01', undefined, 'vat', 'NL', '004495445B01'],
  ])('%s (country %s) is %s %s %s', (raw, country, kind, land, value) => {
    expect(normalizeVat(raw, country)).toMatchObject({ kind, country: land, value, valid: true });
  });

  test('with a wrong check digit it is read and marked', () => {
    expect(normalizeVat('LU12345614')).toMatchObject({ value: '12345614', valid: false });
  });

  test.each(['LU00000000', 'BE 0000.000.000', 'to follow', '', 'LU1234'])('%j is none', (raw) => {
    expect(normalizeVat(raw)).toBeUndefined();
  });
});

describe('a register number, however it is written', () => {
  test.each([
    ['B123456', undefined, 'rcs', 'LU', 'B123456'],
    ['RCS Luxembourg B 123.456', 'LU', 'rcs', 'LU', 'B123456'],
    ['0123.456.749', 'BE', 'enterprise', 'BE', '0123456749'],
    ['RPM 0123.456.749', 'BE', 'enterprise', 'BE', '0123456749'],
    ['732 829 320', 'FR', 'siren', 'FR', '732829320'],
    ['732 829 320 00074', 'FR', 'siren', 'FR', '732829320'],
    ['HRB 4711', 'DE', 'register', 'DE', 'HRB 4711'],
    ['HR B 4711', 'DE', 'register', 'DE', 'HRB 4711'],
    ['KvK 51234567', 'NL', 'kvk', 'NL', '51234567'],
  ])('%s (country %s) is %s %s %s', (raw, country, kind, land, value) => {
    expect(normalizeRegistration(raw, country)).toMatchObject({ kind, country: land, value, valid: true });
  });

  test('a German one keeps its court', () => {
    expect(normalizeRegistration('Amtsgericht Wittlich, HRB 4711')).toMatchObject({ court: 'WITTLICH' });
    expect(normalizeRegistration('HRB 4711 (AG Wittlich)')).toMatchObject({ court: 'WITTLICH' });
  });
});

describe('the numbers of a description', () => {
  test('a Belgian VAT and enterprise number are one', () => {
    const found = identifiers({ vat: 'BE0123456749', registration_number: '123.456.749', country: 'BE' });
    expect(found).toHaveLength(1);
  });

  test('a French VAT number and a SIRET name one SIREN', () => {
    expect(
      identifiers({ vat: 'FR44732829320', registration_number: '73282932000074', country: 'FR' }),
    ).toHaveLength(1);
  });

  test('a number in the wrong field is found all the same', () => {
    expect(identifiers({ vat: 'B123456' })).toMatchObject([{ kind: 'rcs' }]);
    expect(identifiers({ registration_number: 'LU12345613' })).toMatchObject([{ kind: 'vat' }]);
  });

  test('those whose checksum fails are not among the valid ones', () => {
    expect(validIdentifiers({ vat: 'LU12345614', registration_number: 'B123456' })).toMatchObject([
      { kind: 'rcs' },
    ]);
  });
});
