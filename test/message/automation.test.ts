import { describe, expect, it } from 'vitest';
import { detectAutomation, type OwnMail } from '../../src/message/automation.ts';
import { parseMail } from '../../src/message/parse.ts';
import type { AutomationKind } from '../../src/message/understanding.ts';
import { rawMail } from './mail-text.ts';

const OWN: OwnMail = { address: 'deals@operator.example' };
const REGISTRATION = 'Bonjour,\n\nnouveau client : Garage Exemple SA, fibre et téléphonie.\n\nAnne Martin';

async function automation(headers: Record<string, string | undefined>, body = REGISTRATION, own = OWN) {
  return detectAutomation(await parseMail(rawMail(body, headers)), own);
}

describe('a mail that a person wrote', () => {
  it('may be processed and answered', async () => {
    expect(await automation({})).toEqual({ mayProcess: true, mayAnswer: true, reasons: [] });
  });
  it.each([
    ['Auto-Submitted: no', { 'Auto-Submitted': 'No (a person)' }],
    ['suppression of receipts only', { 'X-Auto-Response-Suppress': 'DR, RN, NRN' }],
    ['a precedence that is no bulk', { Precedence: 'special-delivery' }],
    ['a feedback id of its provider', { 'Feedback-ID': '123:user:provider' }],
    ['a subject about absence', { Subject: 'Vertretung bei Abwesenheit der Kundin' }],
    ['a subject that begins with Lu', { Subject: 'Lu: Luxembourg Fibre' }],
  ])('and that has %s, too', async (_, headers) => {
    expect(await automation(headers)).toMatchObject({ mayProcess: true, mayAnswer: true });
  });
  it('and that says that its author will be away, too', async () => {
    const body =
      'Bonjour,\n\nnouveau client : Garage Exemple, fibre.\n\nJe serai absente du 12 au 16, ma collègue suit.\n\nAnne';
    expect(await automation({ 'In-Reply-To': '<x@operator.example>' }, body)).toMatchObject({
      mayAnswer: true,
    });
  });
  it('from a no-reply address with words that failures use, is still read', async () => {
    const body = 'New registration for the following address: 5, rue du Port. Customer: Garage Exemple SA.';
    expect(await automation({ From: 'CRM <noreply@partner-one.example>' }, body)).toMatchObject({
      mayProcess: true,
    });
  });
  it('and that quotes a failure, too', async () => {
    const body =
      'Bonjour,\n\nmon premier mail est revenu avec "550 5.1.1 user unknown", le voici à nouveau : Garage Exemple SA.';
    expect(await automation({}, body)).toMatchObject({ mayProcess: true, mayAnswer: true });
  });
});

describe('a header that only asks for silence', () => {
  it.each([
    ['X-Auto-Response-Suppress: All', { 'X-Auto-Response-Suppress': 'All' }, undefined],
    ['X-Auto-Response-Suppress: OOF, AutoReply', { 'X-Auto-Response-Suppress': 'OOF, AutoReply' }, undefined],
    ['a null Return-Path', { 'Return-Path': '<>' }, undefined],
    ['a no-reply address', { From: 'CRM <no-reply@partner-one.example>' }, undefined],
    ['a bulk precedence in any case', { Precedence: 'Bulk' }, 'bulk'],
    ['a single List-Unsubscribe', { 'List-Unsubscribe': '<mailto:stop@partner-one.example>' }, 'bulk'],
    ['Auto-Submitted: auto-generated', { 'Auto-Submitted': 'auto-generated' }, undefined],
  ])('%s blocks the answer, not the registration', async (_, headers, kind) => {
    const found = await automation(headers);
    expect(found).toMatchObject({ mayProcess: true, mayAnswer: false });
    expect(found.kind).toBe(kind);
    expect(found.reasons).toHaveLength(1);
  });
  it('does not block it where a business system names the person to answer', async () => {
    const headers = {
      From: 'CRM <crm@partner-one.example>',
      'Reply-To': 'anne.martin@partner-one.example',
      'Auto-Submitted': 'auto-generated',
    };
    expect(await automation(headers)).toMatchObject({ mayProcess: true, mayAnswer: true });
  });
});

describe('a mail that does not name us', () => {
  it('but was delivered to us is processed and not answered', async () => {
    const found = await automation({
      To: 'all@partner-one.example',
      'Delivered-To': 'deals@operator.example',
    });
    expect(found).toMatchObject({ mayProcess: true, mayAnswer: false });
  });
  it.each([
    ['an alias', { To: 'deal@operator.example' }],
    ['a tagged address', { To: 'deals+autumn@operator.example' }],
    ['Cc', { To: 'x@operator.example', Cc: 'Deals <deals@operator.example>' }],
  ])('directly but by %s is answered', async (_, headers) => {
    const own = { ...OWN, aliases: ['deal@operator.example'] };
    const found = await automation(
      { ...headers, 'Delivered-To': 'deals@operator.example' },
      REGISTRATION,
      own,
    );
    expect(found.mayAnswer).toBe(true);
  });
});

describe("a machine's mail", () => {
  const report = (type: string) =>
    `--b\nContent-Type: text/plain\n\nVotre message\n--b\nContent-Type: ${type}\n\nFinal-Recipient: rfc822; a@b.example\n--b--\n`;
  const reportHeaders = (kind: string) => ({
    'Content-Type': `multipart/report; report-type=${kind}; boundary=b`,
  });
  const cases: [string, AutomationKind, Record<string, string>, string][] = [
    [
      'Auto-Submitted: auto-replied',
      'auto_reply',
      { 'Auto-Submitted': 'auto-replied; owner-email="a@b.example"' },
      'x',
    ],
    [
      'Auto-Submitted in any case with a comment',
      'auto_reply',
      { 'Auto-Submitted': 'Auto-Replied (vacation)' },
      'x',
    ],
    ['Precedence: auto_reply', 'auto_reply', { Precedence: 'auto_reply' }, 'x'],
    [
      'a bulk precedence in answer to us',
      'auto_reply',
      { Precedence: 'bulk', 'In-Reply-To': '<x@operator.example>' },
      'x',
    ],
    [
      "Exchange's absence rule",
      'auto_reply',
      { 'X-Auto-Response-Suppress': 'All', 'X-MS-Exchange-Inbox-Rules-Loop': 'a@b.example' },
      'x',
    ],
    ['X-Autoreply', 'auto_reply', { 'X-Autoreply': 'yes' }, 'x'],
    ['X-Loop of a ticket system', 'auto_reply', { 'X-Loop': 'support@partner-one.example' }, 'x'],
    ['a delivery report', 'bounce', reportHeaders('delivery-status'), report('message/delivery-status')],
    ['an abuse report', 'bounce', reportHeaders('feedback-report'), report('message/feedback-report')],
    [
      'a read receipt',
      'receipt',
      reportHeaders('disposition-notification'),
      report('message/disposition-notification'),
    ],
    [
      'a read receipt in words',
      'receipt',
      { Subject: 'Gelesen: DR-2026-000001' },
      'Ihre Nachricht wurde am Montag gelesen.',
    ],
    ['X-Failed-Recipients', 'bounce', { 'X-Failed-Recipients': 'a@b.example' }, 'x'],
    [
      'a bounce in words from a mail system',
      'bounce',
      { From: 'Mail Delivery System <MAILER-DAEMON@b.example>' },
      'Your message could not be delivered.',
    ],
    [
      'a bounce in words from an ordinary address',
      'bounce',
      { From: 'server@b.example', Subject: 'Re: Garage' },
      'Error: Invalid user address\n\n550 - no such user here',
    ],
    ['a bounce by its subject', 'bounce', { Subject: 'Unzustellbar: Garage', 'Return-Path': '<>' }, 'x'],
    [
      'a mailing-list post',
      'bulk',
      { 'List-Id': '<resellers.lists.example>', Precedence: 'list' },
      REGISTRATION,
    ],
    [
      'a newsletter',
      'bulk',
      { 'List-Unsubscribe': '<https://x.example>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      REGISTRATION,
    ],
    [
      'a newsletter with its footer',
      'bulk',
      { 'List-Unsubscribe': '<https://x.example>' },
      `${REGISTRATION}\n\nSe désabonner`,
    ],
    ['our own address', 'own_mail', { From: 'Deals <Deals@operator.example>' }, REGISTRATION],
    ['our own marker', 'own_mail', { 'X-Dealreg': 'a1b2' }, REGISTRATION],
  ];
  it.each(cases)('known by %s is neither processed nor answered', async (_, kind, headers, body) => {
    expect(await automation(headers, body)).toMatchObject({ kind, mayProcess: false, mayAnswer: false });
  });
  it('with a Message-ID of ours is our own mail', async () => {
    const own = { ...OWN, messageIdDomains: ['notices.operator.example'] };
    const found = await automation({ 'Message-ID': '<n1@notices.operator.example>' }, REGISTRATION, own);
    expect(found).toMatchObject({ kind: 'own_mail', mayProcess: false });
  });
  it('says every marker, and the gravest names it', async () => {
    const found = await automation({
      From: OWN.address,
      'Auto-Submitted': 'auto-replied',
      Precedence: 'bulk',
    });
    expect(found.kind).toBe('own_mail');
    expect(found.reasons).toEqual([
      'From is our own address',
      'Auto-Submitted: auto-replied',
      'precedence: bulk',
      'the answer would go to ourselves',
    ]);
  });
});

describe('a newsletter without any header', () => {
  it.each([
    [
      'Novembre chez Distri One',
      'Bonjour,\n\nles nouveautés du mois : centrales IP et fibre.\n\nVoir la version en ligne\nSe désabonner',
    ],
    [
      'Partner-Newsletter November',
      'Liebe Partner,\n\nneue IP-Telefone sind da. Jetzt zum Webinar anmelden!\n\nHier können Sie sich vom Newsletter abmelden.',
    ],
    [
      'Our monthly update',
      'Dear partners,\n\nmeet the new SIP phones. Register now for the webinar!\n\nYou are receiving this email because you are a reseller.',
    ],
    ['Nieuwsbrief november', 'Beste partners,\n\nontdek onze nieuwe telefooncentrales.\n\nUitschrijven'],
    ['Newsletter November', 'Léif Partner,\n\nentdeckt eis nei Telefonen a Glasfaser-Offeren.\n\nOfmellen'],
    [
      'Black week',
      'SIP-Telefone mit 30 % Rabatt, bestellen Sie bis Freitag.\n\nMöchten Sie keine weiteren E-Mails mehr erhalten? Hier klicken.',
    ],
    [
      'Nouveautés',
      'Cher partenaire,\n\nenregistrez vos projets fibre et gagnez une prime.\n\nCet e-mail vous est adressé en tant que revendeur.',
    ],
    [
      'New phones',
      'Discover our new SIP phones, special offer until Friday.\n\nIf you no longer wish to receive these mails, click here.',
    ],
    [
      'Nieuw',
      'Ontdek onze telefooncentrales, korting tot vrijdag.\n\nDeze e-mail werd verzonden naar dealreg@mixvoip.com.',
    ],
    ['Invitation', 'Chers partenaires,\n\nInscrivez-vous à notre webinaire sur la téléphonie cloud !'],
  ])('is known by two things that it says: "%s"', async (subject, body) => {
    expect(await automation({ Subject: subject }, body)).toMatchObject({ kind: 'bulk', mayProcess: false });
  });
  it.each([
    ['Nouveau client', 'Bonjour,\n\nle Garage Exemple veut la fibre. Ils ont vu votre newsletter.\n\nAnne'],
    ['Neuer Kunde', 'Hallo,\n\nbitte jetzt anmelden: Garage Beispiel, Telefonie!\n\nAnne'],
    ['Fwd: Newsletter', 'Liebe Partner,\n\nunser Newsletter\n\nabmelden'],
    [
      'New customer',
      'Hi,\n\nplease register Example Ltd. They unsubscribed from their old provider.\n\nAnne',
    ],
    [
      'Projektmeldung',
      'Kunde: Garage Beispiel GmbH\nInternet\n\nAnne\n\nOnline-Version\nAbmelden Newsletter Unsubscribe',
    ],
    ['Nieuwe klant', 'Beste partners van Mixvoip,\n\ngraag Garage Voorbeeld registreren, glasvezel.\n\nAnne'],
  ])('is not seen in a mail of a person: "%s"', async (subject, body) => {
    expect((await automation({ Subject: subject }, body)).kind).toBeUndefined();
  });
});

describe('an absence reply without any header', () => {
  it.each([
    'Automatic reply: Garage Exemple',
    'Out of Office: Garage',
    'Réponse automatique : Garage',
    "Message d'absence",
    'Automatische Antwort: Garage',
    'Abwesenheitsnotiz: Garage',
    'Automatisch antwoord: Garage',
    'Afwezig: Garage',
    'Automatesch Äntwert: Garage',
    'Respuesta automática: Garage',
    'Risposta automatica: Garage',
    'Resposta automática: Garage',
    'Automatyczna odpowiedź: Garage',
    'Autosvar: Garage',
    'Automatiskt svar: Garage',
    'Automaattinen vastaus: Garage',
    'AW: Abwesenheitsnotiz',
  ])('is known by its subject "%s"', async (subject) => {
    expect(await automation({ Subject: subject })).toMatchObject({ kind: 'auto_reply', mayProcess: false });
  }); // prettier-ignore
  it.each([
    "Bonjour,\n\nje suis absente du bureau jusqu'au 12 octobre.",
    'Guten Tag,\nvielen Dank für Ihre Nachricht. Ich bin bis zum 12.10. nicht im Büro.',
    'Hello,\n\nI am out of the office until Monday.',
    'Beste,\n\nik ben afwezig tot en met vrijdag.',
    'Moien,\n\nech sinn bis de 12. net am Büro.',
    'Guten Tag,\n\nvielen Dank für Ihre Nachricht. Ich bin bis einschließlich 4. Mai 2026 nicht im Haus und lese meine Mails nicht.',
    'Guten Tag, ich befinde mich bis zum 4. Mai im Urlaub.',
    'Bonjour, je serai absent du bureau du 3 au 12 mai. En cas d’urgence, contactez Mme Weis.',
    'Bonjour, actuellement en congé, je prendrai connaissance de votre message à mon retour le 12 mai.',
    'Hi, I am currently away and back on 12 May. For urgent matters please contact my colleague.',
    'Hello, thank you for your message. I will be out until Monday 12 May with limited access to mail.',
    'Beste, ik ben met verlof tot 12 mei. Voor dringende zaken kan u terecht bij mijn collega.',
    'Dag, bedankt voor uw bericht. Van 3 tot 12 mei ben ik niet bereikbaar.',
    'Moien, ech si bis den 12. Mee am Congé. Mellt Iech w.e.g. bei mengem Kolleg.',
    'Moien, merci fir Äre Message. Vum 3. bis den 12. Mee sinn ech net do.',
  ])('is known by its words when it answers us: %j', async (body) => {
    const found = await automation({ Subject: 'Re: Garage', 'In-Reply-To': '<x@operator.example>' }, body);
    expect(found).toMatchObject({ kind: 'auto_reply', mayProcess: false });
  });
  it.each([
    'Bonjour,\n\nje suis en déplacement demain, mais le client attend : Garage Exemple, la fibre, merci de le noter pour nous.',
    'Hallo,\n\nich bin ab morgen im Urlaub, daher jetzt noch: hier die Angaben, 14 Nebenstellen.',
    'Bonjour, je suis en congé à partir de lundi, voici donc le numéro de TVA.',
    'Hallo, der Kunde ist bis Montag im Urlaub, die Unterlagen kommen danach.',
    'Hi, our contact there is out of the office until Monday; 14 seats, as asked.',
    'Dag, de zaakvoerder is met verlof tot 12 mei, daarna wordt er getekend.',
    'Moien, de Patron ass bis den 12. am Congé, duerno gëtt ënnerschriwwen.',
  ])('is not seen in an answer of a person: %j', async (body) => {
    const found = await automation({ Subject: 'Re: Garage', 'In-Reply-To': '<x@operator.example>' }, body);
    expect(found.kind).toBeUndefined();
  });
  it('of a ticket system is known by its acknowledgement', async () => {
    const body = 'Guten Tag,\n\nIhre Anfrage ist bei uns eingegangen. Ihre Ticketnummer lautet 2026-1001.';
    const found = await automation({ Subject: 'Re: Garage', 'In-Reply-To': '<x@operator.example>' }, body);
    expect(found).toMatchObject({ kind: 'auto_reply', mayProcess: false });
  });
});
