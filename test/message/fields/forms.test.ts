import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLabelled } from '../../../src/message/fields/labels.ts';
import { fieldOfLabel, withinEdits } from '../../../src/message/fields/label-names.ts';
import { reflow } from '../../../src/message/fields/reflow.ts';
import { findTableRows } from '../../../src/message/fields/tables.ts';

const pairs = (text: string) => findLabelled(text).map(({ field, value }) => [field, value]);

describe('given labels in five languages', () => {
  it.each([
    ['Nom du client', 'name'],
    ['USt-IdNr.', 'vat'],
    ['Ondernemingsnummer', 'registration_number'],
    ['PLZ / Ort', 'postal_town'],
    ['Kontaktpersoun', 'contact'],
    ['Aantal gebruikers', 'seats'],
    ['Expected close', 'closing'],
    ['MRR (EUR)', 'value'],
    ['MRR gewichtet', 'ignored'],
    ['Tel Bearbeiter', 'ignored'],
    ['Téléphonne', 'contact_phone'],
    ['Voraussichtliche Beauftragung', undefined],
    ['Lieblingsfarbe', undefined],
  ])('when the label is %s, then it names %s', (label, field) => {
    expect(fieldOfLabel(label)?.field).toBe(field);
  });
});

describe('given labelled lines', () => {
  it('when labels stand on lines, then each has its value', () => {
    expect(pairs('Client : Garage Kohn\nTVA : x\nPostes : 12')).toEqual([
      ['name', 'Garage Kohn'],
      ['vat', 'x'],
      ['seats', '12'],
    ]);
  });

  it('when an address runs over lines, then they belong together', () => {
    expect(pairs('Client : A\nAdresse :\n2, rue Haute\n3258 Bettembourg\n\nMerci')).toContainEqual([
      'address',
      '2, rue Haute\n3258 Bettembourg',
    ]);
  });

  it('when a label stands above its value, then three of them make a form', () => {
    expect(
      pairs('Endkunde\n\nWeingut Lay GmbH\n\nTelefon\n\n06507 93 84\n\nHomepage\n\nwww.lay.example'),
    ).toEqual([
      ['name', 'Weingut Lay GmbH'],
      ['contact_phone', '06507 93 84'],
      ['domain', 'www.lay.example'],
    ]);
  });

  it('when a part of the form is about the partner, then it is left out', () => {
    const form = 'Partner\nFirma: Netz GmbH\nTel: 1\n\nKunde\nFirma: Metzgerei Roth\nTel: 2';
    expect(pairs(form)).toEqual([
      ['name', 'Metzgerei Roth'],
      ['contact_phone', '2'],
    ]);
  });

  it('when a sentence has a colon, then it is no label', () => {
    expect(pairs('Following our chat: the school needs 60 handsets.')).toEqual([]);
  });
});

describe('given a table with a header row', () => {
  it('when a column names the customer, then every row is a record', () => {
    const rows = findTableRows(
      'Firma\tOrt\tTelefon\nBäckerei Lang\tTrier\t0651 1\nOptik Kurz\tKonz\t06501 2',
    );
    expect(rows.map((row) => row.values.map((value) => value.value))).toEqual([
      ['Bäckerei Lang', 'Trier', '0651 1'],
      ['Optik Kurz', 'Konz', '06501 2'],
    ]);
  });

  it('when no column names a customer, then it is another table', () => {
    expect(findTableRows('Standort\tAnschluss\tUser\nKonz\tGlasfaser\t19')).toEqual([]);
  });
});

describe('given any text', () => {
  it('when lines are joined, then nothing moves and only line ends change', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        const joined = reflow(text);
        expect(joined).toHaveLength(text.length);
        for (let index = 0; index < text.length; index++)
          if (joined[index] !== text[index]) expect([text[index], joined[index]]).toEqual(['\n', ' ']);
      }),
    );
  });

  it('when two words are compared, then the distance is symmetric and zero for equals', () => {
    const word = fc.stringMatching(/^[a-z]{0,12}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(withinEdits(a, a, 0)).toBe(true);
        expect(withinEdits(a, b, 2)).toBe(withinEdits(b, a, 2));
      }),
    );
  });
});
