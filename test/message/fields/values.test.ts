import { describe, expect, it } from 'vitest';
import { findAddresses, readAddress } from '../../../src/message/fields/address.ts';
import { findClosing } from '../../../src/message/fields/closing.ts';
import { findDates } from '../../../src/message/fields/dates.ts';
import { findDomains, registrableDomain } from '../../../src/message/fields/domain.ts';
import { findRegisterNumbers, findVatNumbers } from '../../../src/message/fields/identifiers.ts';
import { findValue, readValue } from '../../../src/message/fields/money.ts';
import { readCount, readHundreds, readNumber } from '../../../src/message/fields/numbers.ts';
import { findPhones } from '../../../src/message/fields/phone.ts';
import { findSeats, readSeats } from '../../../src/message/fields/seats.ts';
import { findStreets } from '../../../src/message/fields/street.ts';

const MAIL_DATE = '2026-10-14T08:00:00.000Z';

describe('given figures in European notations', () => {
  it.each([
    ['1.234,56', 1234.56],
    ['1 234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1.900', 1900],
    ['12,5', 12.5],
    ['340,00', 340],
  ])('when %s is read, then it is %d', (written, value) => {
    expect(readNumber(written)).toBe(value);
  });

  it.each([
    ['vingt-cinq', 25],
    ['fünfundzwanzig', 25],
    ['vijfentwintig', 25],
    ['twenty-five', 25],
    ['tachtigtal', 80],
    ['80-tal', 80],
    ['dizaine', 10],
    ['vierzig', 40],
  ])('when the count %s is read, then it is %d', (written, value) => {
    expect(readCount(written)).toBe(value);
  });

  it('when hundreds are said in words, then they are read', () => {
    expect(readHundreds('neunhundert')).toBe(900);
    expect(readHundreds('huit cents')).toBe(800);
  });
});

describe('given dates relative to the day of the mail', () => {
  it.each([
    ['signature le 18/12/2026', '2026-12-18'],
    ['15. November 2026', '2026-11-15'],
    ['28 Feb 2027', '2027-02-28'],
    ['fin juin', '2027-06'],
    ['Ende Juni', '2027-06'],
    ['eind januari', '2027-01'],
    ['am Dezember', '2026-12'],
    ['T1 2027', '2027-Q1'],
    ['1er trimestre 2027', '2027-Q1'],
    ['im ersten Quartal 2027', '2027-Q1'],
    ['KW 50', '2026-12'],
    ['before Christmas', '2026-12'],
    ['vóór 20/12', '2026-12-20'],
    ['2027-01-20', '2027-01-20'],
  ])('when "%s" is read, then it is %s', (text, value) => {
    expect(findDates(text, MAIL_DATE)[0]?.value).toBe(value);
  });

  it('when a day does not exist, then nothing is read', () => {
    expect(findDates('31.02.2027', MAIL_DATE)).toEqual([]);
  });

  it.each([
    ['Ils signeront en mars 2027, le contrat actuel se termine le 31/12/2026.', '2027-03'],
    ['Der Vertrag läuft am 31.12.2026 aus, entschieden wird am 3. Dezember.', '2026-12-03'],
    ['De knoop wordt doorgehakt op 8 december, verhuis in februari.', '2026-12-08'],
    ['They move in June 2027 and intend to sign by 15 December.', '2026-12-15'],
  ])('when several dates stand in a sentence, then the one of the decision is taken: %s', (text, value) => {
    expect(findClosing(text, MAIL_DATE)?.value).toBe(value);
  });

  it('when only the end of a contract is dated, then there is no closing date', () => {
    expect(findClosing('Leur contrat expire le 31 janvier 2027.', MAIL_DATE)).toBeUndefined();
  });
});

describe('given amounts of money', () => {
  it.each([
    ['Wir rechnen mit 1.450 Euro pro Monat.', { amount: 1450, currency: 'EUR', per: 'month' }],
    ['Le budget est de 2 900 € par an.', { amount: 2900, currency: 'EUR', per: 'year' }],
    ['Ballpark EUR 1,150 per month.', { amount: 1150, currency: 'EUR', per: 'month' }],
    ['12 Geräte, 520 € statt 450 € im Monat', { amount: 520, currency: 'EUR', per: 'month' }],
    ['auf etwa neunhundert Euro im Monat', { amount: 900, currency: 'EUR', per: 'month' }],
    [
      'Vandaag kost het 1.900 euro per maand, wij mikken op 1.500 euro per maand.',
      { amount: 1500, currency: 'EUR', per: 'month' },
    ],
  ])('when "%s" is read, then the deal value is found', (text, value) => {
    expect(findValue(text)?.value).toEqual(value);
  });

  it.each([
    'Today they pay EUR 640 a month.',
    'Heute zahlen sie 300 Euro im Monat.',
    'Es geht um 1.870 Euro.',
  ])('when an amount is no deal value or has no period, then none is found: %s', (text) =>
    expect(findValue(text)).toBeUndefined(),
  );

  it('when a label names currency and period, then a bare figure is enough', () => {
    expect(readValue('245,00', 'Wert €/Monat')).toEqual({ amount: 245, currency: 'EUR', per: 'month' });
    expect(readValue('24 TEUR', 'Project volume (one-time)')).toEqual({
      amount: 24_000,
      currency: 'EUR',
      per: 'once',
    });
  });
});

describe('given counts of people and telephones', () => {
  it.each([
    ['eine Telefonanlage für 65 Nebenstellen', 65],
    ['16 lawyers and 4 assistants', 20],
    ['28 Zimmer und 4 Apparate, zusammen also 32 Posten', 32],
    ['31 postes en chambre et 6 postes de service, soit 37 au total', 37],
    ['160 personnes, mais 35 postes téléphoniques', 35],
    ['8 postes, dont deux sans fil', 8],
    ['vier Häuser, 12 Telefone', 12],
    ["ce n'est pas dix postes mais 14, on a compté", 14],
    ['een 80-tal toestellen', 80],
    ['nous sommes 21 (4 médecins, 11 manipulateurs)', 21],
  ])('when "%s" is read, then the seats are %d', (text, seats) => {
    expect(findSeats(text)?.value).toBe(seats);
  });

  it.each(['a trunk with 60 channels', '320 élèves', '35 chambres', '5 Standorte'])(
    'when no seats are counted, then none are found: %s',
    (text) => expect(findSeats(text)).toBeUndefined(),
  );

  it('when two counts contradict each other, then none is believed', () => {
    expect(findSeats('12 postes. Plus loin : 15 postes.')).toBeUndefined();
  });

  it('when a cell holds a sum, then it is added up', () => {
    expect(readSeats('12 + 3')).toBe(15);
  });
});

describe('given company numbers', () => {
  it('when a VAT number has right check digits, then no label is needed', () => {
    expect(findVatNumbers('LU 9200 0048')[0]?.value.number ?? 'none').toBe('none');
    expect(findVatNumbers('USt-IdNr. DE136695976')[0]?.value).toEqual({
      number: 'DE136695976',
      country: 'DE',
    });
  });

  it('when digits fail the check and have no label, then they are left alone', () => {
    expect(findVatNumbers('Ticket DE123456780')).toEqual([]);
  });

  it.each([
    ['RCS B 154 829', 'B154829'],
    ['inscrite au R.C.S. sous le numéro B203506', 'B203506'],
    ['AG Wittlich, HRB 40853', 'HRB40853'],
    ['HRB 66239 AG Wittlich', 'HRB66239'],
    ['KvK is 58204417', '58204417'],
    ['SIREN 732 829 320', '732829320'],
  ])('when "%s" is read, then the register number is %s', (text, number) => {
    expect(findRegisterNumbers(text)[0]?.value.number).toBe(number);
  });
});

describe('given telephone numbers', () => {
  it.each([
    ['GSM: 621 30 47 85', 'LU', '+352621304785'],
    ['Tel. 06864 2294', 'DE', '+4968642294'],
    ['(0497 60 12 35)', 'BE', '+32497601235'],
    ['03.29.62.00.14', undefined, '+33329620014'],
    ['+352 26 20 88 31', undefined, '+35226208831'],
  ])('when "%s" is read for %s, then it is %s', (text, country, number) => {
    expect(findPhones(text, country)[0]?.value.number).toBe(number);
  });

  it.each(['réf 2024-1234', 'the block 26 27 41 00 to 19', '2026-10-14', 'RCS B 154829'])(
    'when digits are something else, then no phone is read: %s',
    (text) => expect(findPhones(text, 'LU')).toEqual([]),
  );
});

describe('given addresses', () => {
  it.each([
    [
      '5, rue Aldringen, L-1118 Luxembourg',
      { street: '5, rue Aldringen', postal_code: '1118', city: 'Luxembourg', country: 'LU' },
    ],
    [
      'Vaartkom 41, 3000 Leuven',
      { street: 'Vaartkom 41', postal_code: '3000', city: 'Leuven', country: 'BE' },
    ],
    [
      'Im Kylltal 2\n54570 Densborn',
      { street: 'Im Kylltal 2', postal_code: '54570', city: 'Densborn', country: 'DE' },
    ],
    [
      '16 rue aux Arènes à Metz (57000)',
      { street: '16 rue aux Arènes', postal_code: '57000', city: 'Metz', country: 'FR' },
    ],
    [
      'Hoendiep 97a | 9718 TE Groningen',
      { street: 'Hoendiep 97a', postal_code: '9718 TE', city: 'Groningen', country: 'NL' },
    ],
  ])('when "%s" is read, then street, code, town and country are found', (text, address) => {
    expect(findAddresses(text)[0]?.value).toEqual(address);
  });

  it('when a year stands before a capital letter, then it is no postal code', () => {
    expect(findAddresses('im Jahr 2026 Dezember und 2021 Telefonie')).toEqual([]);
  });

  it('when an address label holds lines, then they are read together', () => {
    expect(readAddress('88, rue de Belvaux\nL-4025 Esch-sur-Alzette\nLuxembourg')).toMatchObject({
      postal_code: '4025',
      city: 'Esch-sur-Alzette',
      country: 'LU',
    });
  });

  it('when a street stands alone, then its number closes it', () => {
    expect(findStreets('installé boulevard de Waterloo 214 à Bruxelles')[0]?.value).toBe(
      'boulevard de Waterloo 214',
    );
    expect(findStreets('in der Granastraße 9.')[0]?.value).toBe('Granastraße 9');
  });
});

describe('given web sites', () => {
  it('when a site is named, then its registrable domain is read', () => {
    expect(findDomains('siehe www.shop.acme.co.uk')[0]?.value).toBe('acme.co.uk');
    expect(registrableDomain('www.garage.example')).toBe('garage.example');
  });
});

describe('a company named after a place', () => {
  it.each(['Pharmacie du Parc SRL à Arlon', 'Garage de la Zone SA', 'Hôtel du Parc S.à r.l.'])(
    'is no street: %s',
    (text) => {
      expect(findStreets(text)).toEqual([]);
    },
  );
});
