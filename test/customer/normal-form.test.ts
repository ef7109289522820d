import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/customer/fold.ts';
import { relateForms } from '../../src/customer/legal-forms.ts';
import { foldedName, nameVariants, parseName } from '../../src/customer/name.ts';
import { normalizePhone } from '../../src/customer/phone.ts';
import { postalKey, townKey } from '../../src/customer/places.ts';
import { domainLabel, ownDomain, registrableDomain } from '../../src/customer/web.ts';

describe('text', () => {
  test.each([
    ['Müller', 'Mueller'],
    ['Groß & Söhne', 'GROSS + SOEHNE'],
    ['Œuvre d’Art', "oeuvre d'art"],
    ['Lëtzebuerg', 'letzeburg'],
    ['L’Île', 'ILE'],
    ['Bauer', 'BAUER'],
  ])('%s and %s are folded to one', (a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });
});

describe('a legal form', () => {
  test.each([
    ['Atelier Nosbusch S.à r.l.', 'sarl'],
    ['Atelier Nosbusch S. à r. l.', 'sarl'],
    ['SARL Atelier Nosbusch', 'sarl'],
    ['Atelier Nosbusch société à responsabilité limitée', 'sarl'],
    ['Atelier Nosbusch G.m.b.H.', 'gmbh'],
    ['Atelier Nosbusch GmbH & Co. KG', 'kg'],
    ['Atelier Nosbusch e. K.', 'ek'],
    ['Atelier Nosbusch NV/SA', 'sa'],
    ['Atelier Nosbusch A.S.B.L.', 'asbl'],
  ])('%s is %s, and the name is the rest', (name, form) => {
    const parsed = parseName(name);
    expect(parsed.forms.map((found) => found.form)).toContain(form);
    expect(parsed.words).toEqual(['atelier', 'nosbusch']);
  });

  test.each(['SAS', 'AG', 'Spa des Prés', 'AS Schouweiler'])('in %s there is none', (name) => {
    expect(parseName(name).forms).toEqual([]);
  });

  test('a single letter before it stays in the name', () => {
    expect(parseName('Vitamin C S.A.')).toMatchObject({ words: ['vitamin', 'c'], forms: [{ form: 'sa' }] });
  });

  test.each([
    ['BV', 'SRL', 'compatible'],
    ['NV', 'S.A.', 'compatible'],
    ['BVBA', 'SPRL', 'compatible'],
    ['BVBA', 'BV', 'compatible'],
    ['S.à r.l.', 'SARL', 'equal'],
    ['S.A.S.', 'S.p.A.', 'sister'],
    ['S.à r.l.', 'Ltd', 'sister'],
    ['ASBL', 'GmbH', 'different'],
  ])('%s and %s are %s', (a, b, relation) => {
    const formsOf = (form: string) => parseName(`Nosbusch ${form}`).forms;
    expect(relateForms(formsOf(a), formsOf(b))).toBe(relation);
  });
});

describe('a name', () => {
  test.each([
    'Nosbusch SNC exploite la Brasserie du Pont Vert',
    'Nosbusch SNC (Brasserie du Pont Vert)',
    'Nosbusch SNC dba Brasserie du Pont Vert',
    "Nosbusch SNC sous l'enseigne Brasserie du Pont Vert",
    'Nosbusch SNC, handelend onder de naam Brasserie du Pont Vert',
  ])('%s states two', (name) => {
    const cores = nameVariants(name).map((variant) => variant.core);
    expect(cores).toContain('nosbusch');
    expect(cores).toContain('brasseriepontvert');
  });

  test('in brackets a legal form or a country is no name of its own', () => {
    expect(nameVariants('Nosbusch (SELARL)').map((variant) => variant.core)).toEqual(['nosbusch']);
    expect(nameVariants('Nosbusch (Deutschland)').map((variant) => variant.core)).not.toContain(
      'deutschland',
    );
  });

  test('for trigram search is folded, without its legal form', () => {
    expect(foldedName('Wäscherei Grün & Söhne G.m.b.H.')).toBe('wascherei grun and sohne');
  });
});

describe('a place', () => {
  test.each([
    ['Esch-sur-Alzette', 'Esch-Uelzecht'],
    ['Esch an der Alzette', 'L-4030 Esch/Alzette'],
    ['Luxembourg', 'Lëtzebuerg'],
    ['Liège', 'Lüttich'],
    ['Luik', 'LIEGE'],
    ['Gent', 'Gand'],
    ['Saint-Vith', 'Sankt Vith'],
    ['Metz Cedex 3', 'Metz'],
    ['Trier', 'Trèves'],
  ])('%s and %s are one', (a, b) => {
    expect(townKey(a)).toBe(townKey(b));
  });

  test('a postal code loses its prefix and blanks', () => {
    expect(postalKey('L-4030')).toBe('4030');
    expect(postalKey('8401 dp')).toBe('8401DP');
  });
});

describe('a website', () => {
  test('is known by its registrable domain', () => {
    expect(registrableDomain('https://www.nosbusch.co.uk/kontakt')).toBe('nosbusch.co.uk');
    expect(registrableDomain('info@mail.nosbusch.lu')).toBe('nosbusch.lu');
    expect(domainLabel('mueller-sanitaer.de')).toBe('mullersanitar');
  });

  test.each(['gmail.com', 'www.facebook.com/nosbusch', 'nosbusch.wordpress.com', 'pt.lu', undefined, 'none'])(
    '%s is nobody’s own',
    (domain) => {
      expect(ownDomain(domain)).toBeUndefined();
    },
  );
});

describe('a phone number', () => {
  test('takes its country from the customer’s', () => {
    expect(normalizePhone('26 20 88 31', 'LU')).toBe('+35226208831');
    expect(normalizePhone('+352 26 20 88 31')).toBe('+35226208831');
    expect(normalizePhone('to be confirmed', 'LU')).toBeUndefined();
  });
});
