import { describe, expect, it } from 'vitest';
import { attributedTo, isAttribution } from '../../../src/message/segments/attributions.ts';

describe('a line that says who wrote what follows', () => {
  it.each([
    ['French', 'Le lun. 5 oct. 2026 à 10:31, Anna Weis <anna@one.example> a écrit :'],
    ['French with its quotes', 'Le 05/10/2026 10:31, « Anna Weis » <anna@one.example> a écrit :'],
    ['French without an address', 'Le 05/10/2026 à 10:31, Anna Weis a écrit :'],
    ['German', 'Am 5. Oktober 2026 um 10:31 schrieb Anna Weis <anna@one.example>:'],
    ['German, name last', 'Am 05.10.26 um 10:31 schrieb Anna Weis:'],
    [
      'German, verb before the date',
      'Anna Weis <anna@one.example> schrieb am Mo., 5. Okt. 2026 um 10:31 Uhr:',
    ],
    ['English', 'On Mon, Oct 5, 2026 at 10:31 AM Anna Weis <anna@one.example> wrote:'],
    ['Dutch', 'Op 5 okt. 2026 om 10:31 heeft Anna Weis <anna@one.example> het volgende geschreven:'],
    ['Luxembourgish', 'Um 5. Okt. 2026 um 10:31 huet Anna Weis <anna@one.example> geschriwwen:'],
    ['Italian', 'Il giorno lun 5 ott 2026 alle ore 10:31 Anna Weis <anna@one.example> ha scritto:'],
    ['Spanish', 'El lun, 5 oct 2026 a las 10:31, Anna Weis (<anna@one.example>) escribió:'],
    ['Portuguese', 'Em seg., 5 de out. de 2026 às 10:31, Anna Weis <anna@one.example> escreveu:'],
    ['Polish', 'pon., 5 paź 2026 o 10:31 Anna Weis <anna@one.example> napisał(a):'],
    ['Norwegian', 'Den 5. okt. 2026 kl. 10.31 skrev Anna Weis <anna@one.example>:'],
    ['Finnish', 'Anna Weis <anna@one.example> kirjoitti 5.10.2026 kello 10.31:'],
    ['Turkish', '"Anna Weis" <anna@one.example>, 5/10/2026 10:31 tarihinde şunu yazdı:'],
    ['Russian, without a verb', 'пн, 5 окт. 2026 г., 10:31 Anna Weis <anna@one.example>:'],
    ['a service', 'Anna Weis via Example <anna@one.example> wrote:'],
  ])('in %s is known, with its name', (_, text) => {
    expect(isAttribution(text)).toBe(true);
    expect(attributedTo(text).name).toMatch(/^Anna Weis/);
  });

  it.each([
    'Le 12 octobre 2026, le client nous a écrit :',
    'Le 12 octobre 2026 à 10:30 Madame Weber nous a écrit :',
    'Le 12 octobre 2026, elle a écrit :',
    'On 3 May 2026 the customer wrote:',
    'Am 3. Mai 2026 um 10:00 Uhr schrieb uns der Kunde:',
    'Op 5 oktober 2026 schreef de klant ons:',
    'Contact : luc@one.example, il nous a écrit le 5 octobre 2026 à 10:31 :',
    '25 postes au 12 octobre 2026 :',
  ])('is not "%s", a sentence', (text) => {
    expect(isAttribution(text)).toBe(false);
  });

  it('of any length is judged at once', () => {
    const start = performance.now();
    for (const piece of ['Le 4 janv. ', 'a écrit ', '<a@b.example> ', ', X'])
      isAttribution(piece.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
