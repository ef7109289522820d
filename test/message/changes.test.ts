import { describe, expect, test } from 'vitest';
import { answersToQuestions } from '../../src/message/changes/answers.ts';
import { withoutOldValues } from '../../src/message/changes/old-values.ts';
import { withoutOtherCustomers } from '../../src/message/changes/other-customers.ts';
import { detectChanges } from '../../src/message/changes.ts';
import type { Intent, Segment, StatedRegistration } from '../../src/message/understanding.ts';

describe('text without values that are said to be wrong or past', () => {
  test.each([
    ['45 statt 30 Nebenstellen', '45 Nebenstellen'],
    ['610 € statt 480 € im Monat', '610 € im Monat'],
    ['on passe de 20 à 25 postes', 'on passe 25 postes'],
    ['ils sont 8 et pas 18', 'ils sont 8'],
    ['it is 35 users, not 53.', 'it is 35 users.'],
    ['pas 12 mais 15 postes', '15 postes'],
    ['nicht 30, sondern 45 Plätze', '45 Plätze'],
    ['niet 8 maar 10 toestellen', '10 toestellen'],
    ['net 5 mee 7 Posten', '7 Posten'],
    ['17 -> 22 users', '22 users'],
    ['van 10 naar 14 gebruikers', '14 gebruikers'],
    ['from EUR 300 to EUR 420 per month', 'EUR 420 per month'],
    ['finalement 22 au lieu de 18', 'finalement 22'],
    ['le siège est à Virton et pas à Athus', 'le siège est à Virton'],
    ['in Bitburg statt in Trier', 'in Bitburg'],
    ['net zu Wolz, mee zu Réimech', 'zu Réimech'],
    ['rue de Trèves 12 à 14', 'rue de Trèves 12 à 14'],
    ['les numéros 26 27 41 00 à 19', 'les numéros 26 27 41 00 à 19'],
  ])('given %j, then %j', (text, rest) => {
    expect(withoutOldValues(text)).toBe(rest);
  });
});

describe('text without what is said of another customer', () => {
  test.each([
    [
      'Pour DR-2026-000512 : 14 postes. Par la même occasion, merci d’enregistrer un nouveau client : Toitures Roth, fibre.',
      'Pour DR-2026-000512 : 14 postes.',
    ],
    [
      'Zu DR-2026-000512: es sind 14 Plätze. Außerdem bitte einen neuen Kunden eintragen: Dachdecker Roth, Glasfaser.',
      'Zu DR-2026-000512: es sind 14 Plätze.',
    ],
    [
      'DR-2026-000512: make that 14 seats. Please also register a new customer: Roth Roofing, fibre.',
      'DR-2026-000512: make that 14 seats.',
    ],
    [
      'DR-2026-000512: het zijn 14 toestellen. Graag ook een nieuwe klant registreren: Dakwerken Roth, glasvezel.',
      'DR-2026-000512: het zijn 14 toestellen.',
    ],
    [
      'DR-2026-000512: et sinn 14 Apparater. Kënnt dir och en neie Client androen: Daachdecker Roth, Fibre.',
      'DR-2026-000512: et sinn 14 Apparater.',
    ],
    [
      'Bitte einen neuen Kunden eintragen: Dachdecker Roth, Glasfaser. Zu DR-2026-000512: es sind 14 Plätze.',
      'Zu DR-2026-000512: es sind 14 Plätze.',
    ],
    [
      'DR-2026-000512: bitte ergänzen, der Kunde möchte auch Glasfaser.',
      'DR-2026-000512: bitte ergänzen, der Kunde möchte auch Glasfaser.',
    ],
  ])('given %j, then %j', (text, rest) => {
    expect(withoutOtherCustomers(text).trim()).toBe(rest);
    expect(withoutOtherCustomers(text)).toHaveLength(text.length);
  });
});

function thread(...texts: [Segment['kind'], string][]): Segment[] {
  return texts.map(([kind, text], id) => ({ id, kind, text }));
}

describe('answers to our questions', () => {
  test('given answers under quoted questions, then each is read with the label of its question', () => {
    const { segment } = answersToQuestions(
      thread(
        ['quote', 'Bonjour,\n- le nombre de postes ?'],
        ['own', '18'],
        ['quote', '- la date de signature ?'],
        ['own', 'mars 2027'],
        ['quote', 'Bien à vous'],
      ),
    );
    expect(segment?.text).toBe('Users\t18\nExpected signature\tmars 2027');
  });

  test('given numbered answers to numbered questions, then they are paired by number', () => {
    const { segment } = answersToQuestions(
      thread(
        ['own', '2. LU12345678\n1. 14'],
        ['quote', '1. Wie viele Nebenstellen?\n2. USt-IdNr. des Kunden?'],
      ),
    );
    expect(segment?.text).toBe('Users\t14\nVAT number\tLU12345678');
  });

  test('given yes to a question about one service, then that service is wanted', () => {
    const asked = 'Will der Kunde seine Rufnummern mitnehmen?';
    expect(answersToQuestions(thread(['own', 'Ja, 12 Plätze'], ['quote', asked])).services).toEqual([
      'numbers',
    ]);
    expect(answersToQuestions(thread(['own', 'Nein'], ['quote', asked])).services).toEqual([]);
  });

  test('given yes to a question that lists services, then none is chosen for the partner', () => {
    const asked = 'Welche Leistungen (Internet, SIP-Trunk)?';
    expect(answersToQuestions(thread(['own', 'Ja'], ['quote', asked])).services).toEqual([]);
  });
});

describe('the new values of a mail about an earlier deal', () => {
  const stated: StatedRegistration = {
    customer: { name: 'Bäckerei Lang', city: 'Prüm', country: 'DE' },
    services: ['internet'],
    seats: 12,
    situation: [],
  };
  const segments = thread(['own', 'Bäckerei Lang: 12 Plätze'], ['quote', 'Ihre Meldung Bäckerei Lang']);
  const changes = (intent: Intent) => detectChanges({ segments, intent, read: () => [stated] });

  test('given an amendment, then everything stated but the name that our notice names', () => {
    expect(changes('amend')).toEqual({
      customer: { city: 'Prüm', country: 'DE' },
      services: ['internet'],
      seats: 12,
    });
  });

  test('given a won deal, then what was signed', () => {
    expect(changes('won')).toEqual({ seats: 12 });
  });

  test('given a withdrawal, then the customer that identifies it', () => {
    expect(changes('withdraw')).toEqual({ customer: { name: 'Bäckerei Lang' } });
  });

  test('given an extension that names one date, then that is the new close', () => {
    const asked = thread(['own', 'Bitte verlängern, entschieden wird im März 2027.']);
    const none = { customer: {}, services: [], situation: [] };
    const found = detectChanges({
      segments: asked,
      intent: 'extend',
      mailDate: '2026-11-02',
      read: () => [none],
    });
    expect(found).toEqual({ expected_close: '2027-03' });
  });

  test('given a new registration, then nothing', () => {
    expect(changes('register')).toEqual({});
  });
});
