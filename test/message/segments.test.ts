import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMail } from '../../src/message/parse.ts';
import { segmentMail } from '../../src/message/segments.ts';
import type { Segment } from '../../src/message/understanding.ts';
import { htmlMail, rawMail, textMail } from './mail-text.ts';

type Headers = Record<string, string | undefined>;

const REPLY: Headers = { Subject: 'Re: [DR-2026-000001] Garage', 'In-Reply-To': '<n1@operator.example>' };
const CUSTOMER = 'Luc Kohn <luc@garage-kohn.example>';

/** Kind, author and text of every segment but the subject, one line each. */
function shown(segments: Segment[]): string[] {
  return segments
    .filter((segment) => segment.kind !== 'subject')
    .map(
      ({ kind, author, text }) =>
        `${kind}${author?.address ? ` ${author.address}` : ''}: ${text.replace(/\s*\n\s*/g, ' / ')}`,
    );
}

const ofText = async (body: string, headers: Headers = {}) =>
  shown(segmentMail(await textMail(body, headers)));
const ofHtml = async (body: string, headers: Headers = {}) =>
  shown(segmentMail(await htmlMail(body, headers)));

describe('a new mail', () => {
  it('is its subject and its own text, numbered', async () => {
    const segments = segmentMail(await textMail('Bonjour,\n\nnouveau client.'));
    expect(segments).toEqual([
      { id: 0, kind: 'subject', text: 'Nouveau client' },
      { id: 1, kind: 'own', text: 'Bonjour,\n\nnouveau client.' },
    ]);
  });
});

describe('lines with quote marks', () => {
  it('in a new mail are what its author lists or pastes: own text', async () => {
    expect(await ofText('Le client veut :\n> fibre\n> 12 postes\nMerci de noter')).toEqual([
      'own: Le client veut : / fibre / 12 postes / Merci de noter',
    ]);
  });
  it('in an answer are a quote', async () => {
    expect(await ofText('> Combien de postes ?\n\n25', REPLY)).toEqual([
      'quote: Combien de postes ?',
      'own: 25',
    ]);
  });
});

describe('the mail being answered is a quote', () => {
  const answers: [string, string][] = [
    [
      'Gmail, French',
      'ok, 25 postes\n\nLe lun. 5 oct. 2026 à 10:31, Deals <deals@operator.example> a écrit :\n\n> Combien de postes ?',
    ],
    [
      'Gmail, folded',
      'ok, 25 postes\n\nOn Mon, Oct 5, 2026 at 10:31 AM Deals Registration Desk <\ndeals@operator.example> wrote:\n\n> Combien de postes ?',
    ],
    ['Thunderbird, German', 'ok, 25 postes\n\nAm 05.10.26 um 10:31 schrieb Deals:\n> Combien de postes ?'],
    [
      'Apple, Dutch',
      'ok, 25 postes\n\n> Op 5 okt. 2026, om 10:31 heeft Deals <deals@operator.example> het volgende geschreven:\n> \n> Combien de postes ?',
    ],
    [
      'Outlook, French',
      'ok, 25 postes\n\nDe : Deals <deals@operator.example>\nEnvoyé : lundi 5 octobre 2026 10:31\nÀ : Anne Martin\nObjet : [DR-2026-000001] Garage\n\nCombien de postes ?',
    ],
    [
      'Outlook, German',
      'ok, 25 postes\n\n-----Ursprüngliche Nachricht-----\nVon: Deals <deals@operator.example>\nGesendet: Montag, 5. Oktober 2026 10:31\nAn: Anne Martin\nBetreff: [DR-2026-000001] Garage\n\nCombien de postes ?',
    ],
    [
      'Outlook, Dutch',
      'ok, 25 postes\n\n________________________________\nVan: Deals <deals@operator.example>\nVerzonden: maandag 5 oktober 2026 10:31\nAan: Anne Martin\nOnderwerp: Garage\n\nCombien de postes ?',
    ],
    [
      'Outlook, Luxembourgish',
      'ok, 25 postes\n\nVun: Deals <deals@operator.example>\nGeschéckt: Méindeg, 5. Oktober 2026 10:31\nUn: Anne Martin\nBetreff: Garage\n\nCombien de postes ?',
    ],
    [
      'Proton',
      'ok, 25 postes\n\n------- Original Message -------\nOn Monday, October 5th, 2026 at 10:31 AM, Deals <deals@operator.example> wrote:\n\n> Combien de postes ?',
    ],
    [
      'Open-Xchange',
      'ok, 25 postes\n\n> Deals <deals@operator.example> hat am 05.10.2026 10:31 CEST geschrieben:\n>\n> Combien de postes ?',
    ],
    [
      'Zimbra',
      'ok, 25 postes\n\n----- Mail original -----\nDe: "Deals" <deals@operator.example>\nÀ: "Anne Martin" <anne.martin@partner-one.example>\nEnvoyé: Lundi 5 Octobre 2026 10:31:00\nObjet: Garage\n\nCombien de postes ?',
    ],
    [
      'a program in an unknown language',
      'ok, 25 postes\n\nXyz 5.10.2026 10:31 Deals <deals@operator.example> qwert:\n\n> Combien de postes ?',
    ],
  ];
  it.each(answers)('of %s', async (_, body) => {
    const segments = await ofText(body, REPLY);
    expect(segments[0]).toBe('own: ok, 25 postes');
    expect(segments).toHaveLength(2);
    expect(segments[1]).toMatch(/^quote.*Combien de postes \?$/);
  });

  it('of Outlook on the web, by its element', async () => {
    const body =
      '<div>ok, 25 postes</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Von:</b> Deals &lt;deals@operator.example&gt;<br><b>Gesendet:</b> Montag, 5. Oktober 2026 10:31<br><b>An:</b> Anne<br><b>Betreff:</b> Garage</div><div>Combien de postes ?</div>';
    expect(await ofHtml(body, REPLY)).toEqual([
      'own: ok, 25 postes',
      expect.stringMatching(/^quote deals@operator\.example: Von: .*Combien de postes \?$/),
    ]);
  });
  it.each([
    ['a digit', '25 postes'],
    ['a date', '5.10.2026'],
    ['a preposition', 'le 5 octobre'],
  ])('does not take the line above it with it, even one that begins with %s', async (_, answer) => {
    const body = `<div>${answer}</div><div>Le lundi 5 octobre 2026 à 10:31, Deals &lt;deals@operator.example&gt; a écrit :</div><div>Quand ?</div>`;
    expect((await ofHtml(body, REPLY))[0]).toBe(`own: ${answer}`);
  });
  it('even when it comes back with a forwarding subject', async () => {
    const body =
      'Des nouvelles ?\n\nDe : Deals <deals@operator.example>\nEnvoyé : lundi 5 octobre 2026\nÀ : Anne\nObjet : DR-2026-000001\n\nClient : Garage Kohn';
    const segments = await ofText(body, { Subject: 'TR: DR-2026-000001' });
    expect(segments.map((one) => one.split(/[ :]/)[0])).toEqual(['own', 'quote']);
  });
  it('even when a program left our address out', async () => {
    const body =
      'Des nouvelles ?\n\nDe : Operator Deals\nEnvoyé : lundi 5 octobre 2026\nÀ : Anne\nObjet : DR-2026-000001\n\nClient : Garage Kohn';
    const segments = await ofText(body, { Subject: 'TR: DR-2026-000001' });
    expect(segments.map((one) => one.split(/[ :]/)[0])).toEqual(['own', 'quote']);
  });
  it('with answers written in between stays a quote, and the answers are own text', async () => {
    const body =
      'mes réponses dans le texte\n\nLe 5 oct. 2026 à 10:31, Deals <deals@operator.example> a écrit :\n> Combien de postes ?\n\n25\n\n> Quelle adresse ?\n\n3, rue Haute\n\n> Merci\n';
    expect(await ofText(body, REPLY)).toEqual([
      'own: mes réponses dans le texte',
      'quote deals@operator.example: Le 5 oct. 2026 à 10:31, Deals <deals@operator.example> a écrit : / Combien de postes ?',
      'own: 25',
      'quote: Quelle adresse ?',
      'own: 3, rue Haute',
      'quote: Merci',
    ]);
  });
  it('is not begun by a sentence that looks like one', async () => {
    const body =
      'On this day\n\nI wrote something.\n\nLe client nous a écrit le 5 octobre :\nil veut la fibre.';
    expect(await ofText(body)).toEqual([
      'own: On this day / I wrote something. / Le client nous a écrit le 5 octobre : / il veut la fibre.',
    ]);
  });
  it('is not begun by a date above a contact', async () => {
    const body = 'Signature prévue :\n30.11.2026\nLuc Kohn <luc@garage-kohn.example>\n12 postes';
    expect(await ofText(body)).toEqual([`own: ${body.replaceAll('\n', ' / ')}`]);
  });
  it('is not begun by a form with a few of the same words', async () => {
    const body = 'Date: 5.10.2026\nFirma: Garage Kohn\nVon: 8 bis 17 Uhr erreichbar\nAn: Büro 2\nOrt: Trier';
    expect(await ofText(body)).toEqual([`own: ${body.replaceAll('\n', ' / ')}`]);
  });
});

describe('a forwarded mail', () => {
  const forwards: [string, string, Headers][] = [
    [
      'Gmail',
      `à noter\n\n---------- Forwarded message ---------\nDe : ${CUSTOMER}\nDate: lun. 5 oct. 2026 à 09:31\nSubject: offre\nTo: <anne.martin@partner-one.example>\n\nNous voulons la fibre.`,
      { Subject: 'Fwd: offre' },
    ],
    [
      'Outlook with the prefix alone',
      `à noter\n\nDe : ${CUSTOMER}\nEnvoyé : lundi 5 octobre 2026 09:31\nÀ : Anne Martin <anne.martin@partner-one.example>\nObjet : offre\n\nNous voulons la fibre.`,
      { Subject: 'TR: offre' },
    ],
    [
      'Outlook without any prefix',
      `à noter\n\n________________________________\nVan: ${CUSTOMER}\nVerzonden: maandag 5 oktober 2026 09:31\nAan: Anne Martin <anne.martin@partner-one.example>\nOnderwerp: offre\n\nNous voulons la fibre.`,
      { Subject: 'nouveau client offre' },
    ],
    [
      'a reply to the customer to which we were added',
      `à noter\n\nVon: ${CUSTOMER}\nGesendet: Montag, 5. Oktober 2026 09:31\nAn: Anne Martin <anne.martin@partner-one.example>\nBetreff: offre\n\nNous voulons la fibre.`,
      { Subject: 'AW: offre', 'In-Reply-To': '<c1@garage-kohn.example>' },
    ],
    [
      'Apple',
      `à noter\n\n> Anfang der weitergeleiteten Nachricht:\n> \n> Von: ${CUSTOMER}\n> Betreff: offre\n> Datum: 5. Oktober 2026 um 09:31:00 MESZ\n> An: anne.martin@partner-one.example\n> \n> Nous voulons la fibre.`,
      { Subject: 'Fwd: offre' },
    ],
    [
      'Thunderbird',
      `à noter\n\n-------- Weitergeleitete Nachricht --------\nBetreff: \toffre\nDatum: \tMon, 5 Oct 2026 09:31:00 +0200\nVon: \t${CUSTOMER}\nAn: \tanne.martin@partner-one.example\n\nNous voulons la fibre.`,
      { Subject: 'Fwd: offre' },
    ],
    [
      'Zimbra',
      `à noter\n\n----- Mail transféré -----\nDe: ${CUSTOMER}\nÀ: "Anne Martin" <anne.martin@partner-one.example>\nEnvoyé: Lundi 5 Octobre 2026 09:31:00\nObjet: offre\n\nNous voulons la fibre.`,
      { Subject: 'Fwd: offre' },
    ],
    [
      'Open-Xchange',
      `à noter\n\n---------- Ursprüngliche Nachricht ----------\nVon: ${CUSTOMER}\nAn: anne.martin@partner-one.example\nDatum: 05.10.2026 09:31 CEST\nBetreff: offre\n\nNous voulons la fibre.`,
      { Subject: 'Fwd: offre' },
    ],
    [
      'Proton',
      `à noter\n\n------- Forwarded Message -------\nFrom: ${CUSTOMER}\nDate: On Monday, October 5th, 2026 at 9:31 AM\nSubject: offre\nTo: anne.martin@partner-one.example\n\n> Nous voulons la fibre.`,
      { Subject: 'Fw: offre' },
    ],
    [
      'Yahoo, on one line',
      `à noter\n\n   ----- Forwarded Message ----- From: ${CUSTOMER}To: "Anne" <anne.martin@partner-one.example>Sent: Monday, October 5, 2026, 09:31:00 AM GMT+2Subject: offre\n Nous voulons la fibre.`,
      { Subject: 'Fw: offre' },
    ],
    [
      'a phone in Luxembourgish',
      `à noter\n\nVun: ${CUSTOMER}\nGeschéckt: Méindeg, 5. Oktober 2026 09:31\nUn: Anne Martin\nBetreff: offre\n\nNous voulons la fibre.`,
      { Subject: 'WG: offre' },
    ],
  ];
  it.each(forwards)('of %s is the comment and the mail with its author', async (_, body, headers) => {
    expect(await ofText(body, headers)).toEqual([
      'own: à noter',
      'forward luc@garage-kohn.example: Nous voulons la fibre.',
    ]);
  });

  it('as HTML is told by its structure', async () => {
    const body = `<p>à noter</p><div class="moz-forward-container">-------- Message transféré --------<table class="moz-email-headers-table"><tr><th>Sujet : </th><td>offre</td></tr><tr><th>Date : </th><td>Mon, 5 Oct 2026</td></tr><tr><th>De : </th><td>Luc Kohn <a href="mailto:luc@garage-kohn.example">&lt;luc@garage-kohn.example&gt;</a></td></tr><tr><th>Pour : </th><td>anne.martin@partner-one.example</td></tr></table><br>Nous voulons la fibre.</div>`;
    expect(await ofHtml(body, { Subject: 'Fwd: offre' })).toEqual([
      'own: à noter',
      'forward luc@garage-kohn.example: Nous voulons la fibre.',
    ]);
  });
  it('with a subject that the outer mail does not have keeps it as forwarded text', async () => {
    const body = `voir plus bas\n\nDe : ${CUSTOMER}\nEnvoyé : lundi 5 octobre 2026\nÀ : Anne\nObjet : Fibre pour Garage Kohn\n\nMerci de rappeler.`;
    expect(await ofText(body, { Subject: 'TR: un client' })).toEqual([
      'own: voir plus bas',
      'forward luc@garage-kohn.example: Fibre pour Garage Kohn',
      'forward luc@garage-kohn.example: Merci de rappeler.',
    ]);
  });
  it("keeps the customer's signature apart, with the customer as author", async () => {
    const body = `à noter\n\n-----Message d'origine-----\nDe : ${CUSTOMER}\nEnvoyé : lundi 5 octobre 2026\nÀ : Anne\nObjet : offre\n\nNous voulons la fibre.\n\nCordialement,\nLuc Kohn\nGarage Kohn S.à r.l.\nTVA LU12345613`;
    expect(await ofText(body, { Subject: 'TR: offre' })).toContain(
      'forward_signature luc@garage-kohn.example: Cordialement, / Luc Kohn / Garage Kohn S.à r.l. / TVA LU12345613',
    );
  });
  it('of a whole conversation keeps each author, and our own side as a quote', async () => {
    const body = `suite

De : ${CUSTOMER}
Envoyé : mardi 6 octobre 2026
À : Anne Martin <anne.martin@partner-one.example>
Objet : RE: offre

Oui, 14 postes.

De : Anne Martin <anne.martin@partner-one.example>
Envoyé : lundi 5 octobre 2026
À : ${CUSTOMER}
Objet : offre

Combien de postes ?

Anne Martin
Partner One SARL

De : Deals <deals@operator.example>
Envoyé : lundi 5 octobre 2026
À : Anne Martin <anne.martin@partner-one.example>
Objet : tarifs

Client : un autre`;
    expect((await ofText(body, { Subject: 'TR: offre' })).map((one) => one.split(' / ')[0])).toEqual([
      'own: suite',
      'forward luc@garage-kohn.example: RE: offre',
      'forward luc@garage-kohn.example: Oui, 14 postes.',
      'forward anne.martin@partner-one.example: Combien de postes ?',
      'signature anne.martin@partner-one.example: Anne Martin',
      'quote deals@operator.example: De : Deals <deals@operator.example>',
    ]);
  });
  it('that is attached counts like one in the text', async () => {
    const raw = rawMail(
      `--b\nContent-Type: text/plain\n\nvoir pièce jointe\n--b\nContent-Type: message/rfc822\n\nFrom: ${CUSTOMER}\nSubject: offre\n\nNous voulons la fibre.\n--b--\n`,
      { Subject: 'Fwd: offre', 'Content-Type': 'multipart/mixed; boundary=b' },
    );
    expect(shown(segmentMail(await parseMail(raw)))).toEqual([
      'own: voir pièce jointe',
      'forward luc@garage-kohn.example: Nous voulons la fibre.',
    ]);
  });
  it('that a delivery report returns is our own mail: a quote', async () => {
    const raw = rawMail(
      '--b\nContent-Type: text/plain\n\nfailed\n--b\nContent-Type: message/rfc822\n\nFrom: deals@operator.example\nSubject: DR\n\nClient : Garage\n--b--\n',
      { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' },
    );
    expect(shown(segmentMail(await parseMail(raw))).at(-1)).toBe(
      'quote deals@operator.example: Client : Garage',
    );
  });
});

describe('the signature', () => {
  const TEXT = 'Nouveau client : Garage Kohn, 12 postes.';
  it.each([
    'Cordialement,',
    'Bien à vous',
    'Meilleures salutations,',
    "Merci d'avance et bonne journée,",
    'Bàv,',
    'Cdlt',
    'Mit freundlichen Grüßen',
    'Viele Grüße aus Trier',
    'MfG',
    'Vielen Dank und beste Grüße',
    'LG',
    'Kind regards,',
    'Best,',
    'Many thanks',
    'With best wishes,',
    'Thanks in advance and best regards',
    'Met vriendelijke groet,',
    'Groetjes',
    'Mvg',
    'Alvast bedankt',
    'Hartelijke groeten',
    'Mat beschte Gréiss',
    'Léif Gréiss',
    'Villmools Merci',
    'Merci am Viraus',
    'Schéine Gréiss',
    'Met dank en vriendelijke groeten,',
    "Dans l'attente de votre retour, nous vous prions d'agréer, Madame, nos salutations distinguées.",
  ])('after "%s" holds closing, name and letterhead', async (closing) => {
    const letterhead =
      'Anne Martin\nPartner One SARL\n5, rue du Port, L-1234 Luxembourg\nTél. +352 20 30 40\nTVA LU99887766';
    const segments = await ofText(`Bonjour,\n\n${TEXT}\n\n${closing}\n${letterhead}`);
    expect(segments).toEqual([
      `own: Bonjour, / ${TEXT}`,
      `signature: ${closing} / ${letterhead.replaceAll('\n', ' / ')}`,
    ]);
  }); // prettier-ignore
  it.each([
    ['a mark', '-- \nAnne Martin\nTVA LU99887766'],
    ['the name of the sender', 'Anne\n\nAnne Martin | Sales | Partner One SARL\nTVA LU99887766'],
    ['the house of the sender', 'Partner-One SARL · 5, rue du Port · TVA LU99887766'],
  ])('is known by %s without a closing', async (_, signature) => {
    const segments = await ofText(`Bonjour,\n\n${TEXT}\n\n${signature}`);
    expect(segments).toHaveLength(2);
    expect(segments[1]).toMatch(/^signature: .*TVA LU99887766$/);
  });
  it.each([
    'Envoyé de mon iPhone',
    'Von meinem iPhone gesendet',
    'Sent from my iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Geschéckt vun mengem iPhone',
    'Outlook für Android herunterladen',
    'Télécharger Outlook pour iOS',
    'Get Outlook for Android',
    'Envoyé depuis mon appareil Galaxy',
    'Gesendet mit der GMX Mail App',
  ])('of a device is "%s"', async (line) => {
    expect(await ofText(`${TEXT}\n\n${line}`)).toEqual([`own: ${TEXT}`, `signature: ${line}`]);
  }); // prettier-ignore
  it('is what the mail program marked as one', async () => {
    expect(
      await ofHtml(`<div>${TEXT}</div><div class="gmail_signature"><b>Anne</b><br>TVA LU99887766</div>`),
    ).toEqual([`own: ${TEXT}`, 'signature: Anne / TVA LU99887766']);
  });
  it("is the author's below the one of a pasted letter", async () => {
    const letter = 'Nous voulons la fibre.\nCordialement,\nLuc Kohn\nGarage Kohn SARL';
    expect(await ofText(`Voici :\n\n${letter}\n\nBien à vous\nAnne`)).toEqual([
      `own: Voici : / ${letter.replaceAll('\n', ' / ')}`,
      'signature: Bien à vous / Anne',
    ]);
  });
  it('is not what somebody typed into the element for it', async () => {
    const html = `<div id="Signature"><p>Merci d'enregistrer ce client pour nous, il veut la fibre.</p><p>Client : Garage Kohn</p><p>Anne Martin</p></div>`;
    expect(await ofHtml(html)).toEqual([
      "own: Merci d'enregistrer ce client pour nous, il veut la fibre. / Client : Garage Kohn",
      'signature: Anne Martin',
    ]);
  });
  it.each([
    ['a postscript', 'PS: le client est joignable au 621 123 456.'],
    ['a postscript in German', 'P.S. Der Kunde ist ab Montag erreichbar.'],
    ['customer data', 'Client : Garage Kohn\nTVA : LU12345613'],
    ['unlabelled customer data', 'Garage Kohn\n3, rue Haute\n12 postes, fibre'],
    ['customer data as a table', 'Kunde\tGarage Kohn'],
    ['a sentence to the reader', 'Pourriez-vous aussi vérifier la fibre à cette adresse ?'],
  ])('does not swallow %s below it', async (_, after) => {
    const segments = await ofText(`Bonjour, voici un dossier.\n\nCordialement,\nAnne Martin\n\n${after}`);
    expect(segments).toEqual([
      'own: Bonjour, voici un dossier.',
      'signature: Cordialement, / Anne Martin',
      `own: ${after.replaceAll('\n', ' / ')}`,
    ]);
  });
  it.each([
    [
      'thanks before the data',
      'Merci beaucoup,\n\nvoici le client que nous avons vu hier.\nClient : Garage Kohn',
    ],
    ['a thanks that asks', 'Merci de noter ce client : Garage Kohn'],
    ["a customer of the sender's name", 'Clients :\nGarage Martin\n12 postes\nBoulangerie Weis\n4 postes'],
    ['a first name above the data', 'Guy\nAnne\nGarage Kohn\n3, rue Haute\n12 postes, fibre'],
    ['an order of short lines', 'Garage Kohn\n3, rue Haute\nL-4030 Esch\n12 postes\nfibre'],
  ])('is not begun by %s', async (_, body) => {
    expect(await ofText(body)).toEqual([`own: ${body.replace(/\n+/g, ' / ')}`]);
  });
});

describe('an advertisement below the signature', () => {
  const offices = Array.from(
    { length: 14 },
    (_, n) => `Agence ${n + 1} – ${n + 3}, rue du Port – T +352 99 88 ${n + 10}`,
  );
  const notice =
    'DISCLAIMER: this e-mail is confidential and intended solely for the addressee. If you received this message in error, delete it.';
  it.each([
    'PROMOTION : 10 postes à 99 EUR par mois, commandez avant le 31 décembre !',
    '*** Herbstaktion: Cloud-Telefonie, 20 Nebenstellen für nur 199 EUR im Monat ***',
    'SPECIAL OFFER: 30 seats for EUR 299 per month, order before Christmas!',
    'ACTIE: 15 toestellen voor 149 EUR per maand, bestel nu!',
    'Promotioun: 8 Apparater fir 79 EUR de Mount',
  ])('is no new text of the author: %j', async (promotion) => {
    const letterhead = `--\nAnne Martin\nPartner One SARL\n\n${promotion}\nIT | Firewall | Mobile`;
    const segments = await ofText(`Bonjour, un dossier.\n\n${letterhead}`);
    expect(segments[0]).toBe('own: Bonjour, un dossier.');
    expect(segments.slice(1).every((one) => one.startsWith('signature: '))).toBe(true);
  });
  it('with a long list of offices and notices that repeat stays one below the mark', async () => {
    const tail = [...offices, '', ...Array.from({ length: 30 }, () => notice)].join('\n');
    const segments = await ofText(`Bonjour, un dossier.\n\n--\nAnne Martin\n\n${tail}`);
    expect(segments[0]).toBe('own: Bonjour, un dossier.');
    expect(segments.map((one) => one.split(':')[0]).slice(1)).toEqual(['signature', 'disclaimer']);
  });
  it('does not hide a long text below a line of dashes', async () => {
    const text = Array.from({ length: 30 }, (_, n) => `${n + 1}. Garage numéro ${n + 1}, la fibre`).join(
      '\n',
    );
    const segments = await ofText(`Bonjour, la liste.\n\n--\n${text}`);
    expect(segments.some((one) => one.startsWith('own') && one.includes('numéro 30'))).toBe(true);
  });
});

describe('a disclaimer', () => {
  it.each([
    ['French', 'Ce message est confidentiel et réservé à son destinataire.'],
    ['German', 'Der Inhalt dieser E-Mail ist vertraulich und nur für den Empfänger bestimmt.'],
    ['English', 'This e-mail is confidential and intended for the addressee only.'],
    ['Dutch', 'Dit bericht is vertrouwelijk en alleen bestemd voor de geadresseerde.'],
    ['Luxembourgish', 'Dës E-Mail ass vertraulech an nëmme fir den Empfänger geduecht.'],
    ['any language, about trees', 'Please consider the environment before printing this e-mail.'],
  ])('in %s is told from the signature', async (_, text) => {
    expect(await ofText(`Nouveau client.\n\nCordialement\nAnne Martin\n\n${text}`)).toEqual([
      'own: Nouveau client.',
      'signature: Cordialement / Anne Martin',
      `disclaimer: ${text}`,
    ]);
  });
});

describe('a banner of a mail gateway', () => {
  it('above the text is no text of the author', async () => {
    const body = "ATTENTION : cet e-mail provient de l'extérieur de l'organisation.\n\nNouveau client.";
    expect(await ofText(body)).toEqual([
      "disclaimer: ATTENTION : cet e-mail provient de l'extérieur de l'organisation.",
      'own: Nouveau client.',
    ]);
  });
});

describe('any text', () => {
  const line = fc.constantFrom(
    '',
    'Bonjour,',
    'Client : Garage Kohn',
    '12 postes',
    '> Combien ?',
    '>> encore',
    '-- ',
    'Cordialement,',
    'Anne Martin',
    'Merci',
    'PS: urgent',
    'Tél. +352 20 30 40',
    'Envoyé de mon iPhone',
    'Ce message est confidentiel et réservé à son destinataire.',
    'Le lun. 5 oct. 2026 à 10:31, Deals <deals@operator.example> a écrit :',
    '-----Original Message-----',
    'a\tb',
  );
  it('loses no line and keeps their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 25 }), async (lines) => {
        const mail = await textMail(lines.join('\n'));
        const cut = segmentMail(mail).filter((one) => one.kind !== 'subject');
        const kept = cut.flatMap((one) => one.text.split('\n')).map((text) => text.trim());
        const given = mail.body.map((one) => one.text.trim()).filter((text) => !/^-{5}/.test(text));
        expect(kept.filter((text) => text !== '' && !/^-{5}/.test(text))).toEqual(
          given.filter((text) => text !== ''),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile text', () => {
  it.each([
    ['line ends', '\n'.repeat(100_000)],
    ['quoted lines', '> a\n'.repeat(100_000)],
    ['quote marks', '>'.repeat(100_000)],
    ['header lines', 'From: a <a@b.example>\n'.repeat(30_000)],
    ['attributions', 'On 5 May 2026 at 10:00, X wrote:\n'.repeat(30_000)],
    [
      'forwards inside forwards',
      '---------- Forwarded message ---------\nFrom: x <a@b.example>\nDate: 1 May 2026\nTo: y\nSubject: z\n\n'.repeat(
        5000,
      ),
    ],
    ['closings', 'Cordialement\n'.repeat(50_000)],
    ['labels', 'a: b\n'.repeat(100_000)],
    ['one long line', 'From: '.repeat(150_000)],
  ])('of very many %s takes no time worth naming', async (_, body) => {
    const mail = await textMail(body);
    const start = performance.now();
    segmentMail(mail);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
