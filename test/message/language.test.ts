import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/message/language.ts';
import { LANGUAGES } from '../../src/message/understanding.ts';

const TEXTS: [string, string][] = [
  [
    'fr',
    'Moien Nausicaa,\n\non a un nouveau client à Mersch, fibre et téléphonie. Tu peux noter ?\n\nMat beschte Gréiss',
  ],
  ['fr', 'Hello, à enregistrer svp: Boulangerie Kremer, Wiltz. Merci'],
  ['fr', 'Garage Muller, fibre + 5 postes svp'],
  ['fr', 'ok pour moi'],
  ['fr', "C'est noté, merci !"],
  ['fr', 'Oui'],
  ['de', 'Moien, bitte Schreinerei Koch für uns eintragen. Danke'],
  ['de', 'Bitte um Projektschutz: Zahnarzt Dr. Klein, Trier'],
  ['de', 'Auftrag ist da!'],
  ['de', 'Kunde: Metzgerei Schmitt\nOrt: Trier\nBedarf: Internet'],
  ['de', 'Wie besprochen.'],
  ['de', 'anbei'],
  ['en', 'Please register Smith & Partners'],
  ['en', 'any news?'],
  ['en', 'See attached form.'],
  ['en', 'Hi team, new lead attached, thx'],
  ['en', 'They signed!'],
  ['en', 'Moien, could you reserve Dupont S.A. for us?'],
  ['nl', 'Graag registreren: Bakkerij Peeters, Gent'],
  ['nl', 'zie bijlage'],
  ['nl', 'Klant heeft getekend!'],
  ['nl', 'Dag, kan je dit voor ons noteren? Merci, Jan'],
  ['nl', 'Beste, de aanvraag van de klant hieronder, groeten'],
  ['nl', 'Bedankt!'],
  ['lb', 'Moien, kanns de dat fir eis androen? Merci'],
  ['lb', 'Mir hunn en neie Client zu Dikrech'],
  ['lb', 'Ass dee Client nach fräi?'],
  ['lb', 'De Client huet ënnerschriwwen!'],
  ['lb', "Hei d'Donnéeën: TVA LU12345678, 12 Posten"],
  ['lb', 'Wéi ass de Stand?'],
  ['lb', 'w.e.g. fir eis reservéieren: Bäckerei Schmit, Internet an Telefonie'],
  ['lb', 'Merci villmools, bis geschwënn'],
  ['lb', 'Hallo, mir wëlle folgende Client umellen: Restaurant Beim Pier, Glasfaser'],
  ['lb', "D'Firma Weber well Telefonie a Fiber, 10 Leit, Präis ronn 200 €"],
  ['de', 'Der Kunde "Brasserie du Parc S.à r.l." in Luxembourg wünscht Glasfaser'],
  ['en', 'The client "Garage de la Gare" needs fibre in Luxembourg'],
  ['nl', 'De klant Boulangerie de la Place in Brussel wil glasvezel'],
  ['fr', 'Le client Autohaus Müller GmbH à Trèves veut la fibre'],
];

describe('the language of own text', () => {
  test.each(TEXTS)('%s: given %j', (language, text) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  test('given a text without words, then the subject decides', () => {
    expect(detectLanguage('', { subject: 'AW: Anmeldung für den Kunden' }).language).toBe('de');
  });

  test('given neither words nor subject, then the hint decides, with little confidence', () => {
    expect(detectLanguage('12', { subject: 'Re:', hint: 'nl' })).toMatchObject({ language: 'nl' });
    expect(detectLanguage('12', { hint: 'nl' }).confidence).toBeLessThan(0.5);
  });

  test('given any text, then there is a language and a confidence between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const { language, confidence } = detectLanguage(text);
        return LANGUAGES.includes(language) && confidence >= 0 && confidence <= 1;
      }),
    );
  });
});

describe('a filled form between greeting and closing', () => {
  test.each([
    [
      'lb',
      'Moien,\n\nClient: Crèche Les Coccinelles ASBL\nUert: Mamer\nServicer: Internet',
      'Mat beschte Gréiss',
    ],
    [
      'fr',
      'Moien,\n\nClient : Crèche Les Coccinelles ASBL\nVille : Mamer\nServices : internet',
      'Cordialement',
    ],
    [
      'fr',
      'Bonjour,\n\nClient : Bar des Artistes SRL\nLocalité : Arlon\nServices : internet',
      'Cordialement,',
    ],
    [
      'de',
      'Guten Tag,\n\nKunde: Boulangerie du Parc S.A.\nOrt: Luxembourg\nDienste: internet',
      'Mit freundlichen Grüßen',
    ],
    [
      'nl',
      'Goedemorgen,\n\nKlant: Hôtel de la Gare SRL\nPlaats: Arlon\nDiensten: internet',
      'Met vriendelijke groet',
    ],
    [
      'en',
      'Hello,\n\nCustomer: Brasserie des Amis S.A.\nTown: Luxembourg\nServices: internet',
      'Kind regards',
    ],
  ] as const)('is %s by its labels and closing, whatever the names in it', (language, text, closing) => {
    expect(detectLanguage(text, { closing }).language).toBe(language);
  });
});
