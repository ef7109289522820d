import { describe, expect, it } from 'vitest';
import { findNameRuns } from '../../../src/message/fields/name-runs.ts';
import { Outsiders } from '../../../src/message/fields/outsiders.ts';
import { findPeople, isAddressOf, readContactName } from '../../../src/message/fields/people.ts';
import { readLabelledName } from '../../../src/message/fields/labelled-name.ts';
import { tokenize } from '../../../src/message/fields/tokens.ts';
import { trueCase } from '../../../src/message/fields/truecase.ts';

const runs = (text: string) => findNameRuns(text, tokenize(text)).map((run) => run.name);

describe('given company names in running text', () => {
  it.each([
    ['wir melden die Seniorenresidenz Talblick GmbH an', 'Seniorenresidenz Talblick GmbH'],
    ['on est chez le garage Wagner à Diekirch', 'Garage Wagner'],
    ['Graag Huisartsenpraktijk De Eik in Assen vastleggen', 'Huisartsenpraktijk De Eik'],
    ['reserve Oakfield Trust & Fiduciary S.à r.l. with you', 'Oakfield Trust & Fiduciary S.à r.l.'],
    ["la Crèche Les P'tits Bouts A.s.b.l., 3, rue", "Crèche Les P'tits Bouts A.s.b.l."],
    ['das Gymnasium am Stadtpark nimmt', 'Gymnasium am Stadtpark'],
    ["Centre d'imagerie de la Rotonde (SELARL)", "Centre d'imagerie de la Rotonde (SELARL)"],
    ['Müller und Schmidt GmbH & Co. KG will', 'Müller und Schmidt GmbH & Co. KG'],
    ['die Kanzlei Weber & Partner, Rechtsanwälte', 'Weber & Partner, Rechtsanwälte'],
    ['Zahnarztpraxis Dr. Klee, Schweich', 'Zahnarztpraxis Dr. Klee'],
  ])('when "%s" is read, then %s is one candidate', (text, name) => {
    expect(runs(text)).toContain(name);
  });

  it('when "and" joins two businesses, then they are two', () => {
    expect(runs('Boulangerie Kayser et Garage Muller SARL')).toEqual([
      'Boulangerie Kayser',
      'Garage Muller SARL',
    ]);
  });

  it('when a business has no name, then no name is made up', () => {
    expect(runs('on a un cabinet dentaire à Yutz')).toEqual(['Yutz']);
  });
});

describe('given names that are never the customer', () => {
  const outsiders = new Outsiders(['Brabant Réseaux SRL'], ['brabant-reseaux.example']);

  it.each(['Brabant Réseaux', 'BRABANT RESEAUX SRL', 'Proximus', 'Microsoft Teams', 'Mixvoip S.A.'])(
    'when %s is asked for, then it is an outsider',
    (name) => {
      expect(outsiders.has(name)).toBe(true);
    },
  );

  it.each(['Garage Brabant SRL', 'Brabant Fruit NV'])(
    'when %s only sounds alike, then it is none',
    (name) => {
      expect(outsiders.has(name)).toBe(false);
    },
  );
});

describe('given a name under a label', () => {
  it.each([
    ['Pflegeheim St. Anna gGmbH [I-20331]', 'Pflegeheim St. Anna gGmbH', undefined],
    ['Garage Kohn, Esch-sur-Alzette', 'Garage Kohn', 'Esch-sur-Alzette'],
    ['Bakkerij Smet (Gent)', 'Bakkerij Smet', 'Gent'],
    ['De Zonnebloem vzw, Kerkstraat 8, 9100 Sint-Niklaas', 'De Zonnebloem vzw', undefined],
  ])('when "%s" is read, then the name is %s', (value, name, town) => {
    const read = readLabelledName(value);
    expect(read?.name).toBe(name);
    if (town) expect(read?.town).toBe(town);
  });

  it.each(['n/a', 'à définir', 'vertraulich', '-', 'onbekend (NDA)'])(
    'when the cell says nothing (%s), then there is no name',
    (value) => {
      expect(readLabelledName(value)).toBeUndefined();
    },
  );
});

describe('given people', () => {
  it.each([
    ["Notre interlocutrice s'appelle Valérie Henrard, valerie@x.example", 'Valérie Henrard'],
    ['ons aanspreekpunt is Jeroen Maes (0497', 'Jeroen Maes'],
    ["D'Madame Sylvie Origer (Patronne)", 'Sylvie Origer'],
    ['Ansprechpartnerin vor Ort ist die Verwaltungsleiterin Gisela Thome,', 'Gisela Thome'],
    ['De Patron heescht Enzo Ricci', 'Enzo Ricci'],
  ])('when "%s" is read, then %s is found', (text, name) => {
    expect(findPeople(text).map((person) => person.name)).toContain(name);
  });

  it('when somebody is greeted, then that is nobody of the customer', () => {
    expect(findPeople('Bonjour Madame Neises,')).toEqual([]);
  });

  it('when a contact cell holds title and role, then only the name is read', () => {
    expect(readContactName('Herr Thomas Lehnert, Geschäftsführer')).toBe('Thomas Lehnert');
    expect(readContactName('Romain Stein (Gérant)')).toBe('Romain Stein');
  });

  it('when an address is made of a name, then they belong together', () => {
    expect(isAddressOf('Jürgen Müller', 'j.mueller@x.example')).toBe(true);
    expect(isAddressOf('Lothar Kohl', 'info@x.example')).toBe(false);
  });
});

describe('given a mail typed without capitals', () => {
  it('when a kind of business or a town word precedes, then the name gets its capital back', () => {
    const text = 'slt, tu notes garage pirlot a virton pour nous stp, fibre + 6 postes';
    expect(trueCase(text)).toContain('garage Pirlot a Virton');
    expect(trueCase(text)).toHaveLength(text.length);
  });
});
