import { readdirSync, readFileSync } from 'node:fs';
import { sampleMails } from '../../src/demo/samples.ts';
import { type MailParts, mailOf } from '../e2e/mails.ts';
import { seededRandom } from './statistics.ts';

/** Ten partners, two of each language. */
export const PARTNERS = ['fr', 'de', 'en', 'nl', 'lb'].flatMap((language) =>
  [1, 2].map((number) => ({
    id: `B-${language}-${number}`,
    name: `Partner ${language.toUpperCase()} ${number}`,
    domain: `partner-${language}-${number}.example`,
    language,
  })),
);

export const PARTNERS_CSV = [
  'partner_id,name,domain,extra_domains,country,language,contact_email,status',
  ...PARTNERS.map(
    ({ id, name, domain, language }) => `${id},${name},${domain},,LU,${language},desk@${domain},active`,
  ),
].join('\n');

const BODIES: Record<string, (customer: string) => string> = {
  fr: (customer) => `Bonjour,

Nous avons rencontré hier ${customer} à Luxembourg. Ils déménagent au printemps et veulent la fibre et une nouvelle
téléphonie pour 25 postes, budget autour de 450 € par mois.

Merci de l'enregistrer pour nous.

Cordialement`,
  de: (customer) => `Guten Tag,

wir möchten folgendes Projekt anmelden:

Kunde: ${customer}
Ort: Luxemburg
Bedarf: Glasfaseranschluss und SIP-Trunk für 40 Arbeitsplätze
Start: 1. März

Mit freundlichen Grüßen`,
  en: (customer) => `Hello,

please register ${customer}, Luxembourg, for us. They want SIP trunks and a leased line for 60 users, decision
expected in January.

Best regards`,
  nl: (customer) => `Goedendag,

graag registreren wij ${customer} in Luxemburg. De klant zoekt een glasvezelverbinding en nieuwe
telefonie.

Met vriendelijke groet`,
  lb: (customer) => `Moien,

mir schaffen un engem Projet fir ${customer} an der Stad Lëtzebuerg. Si brauchen eng Glasfaser an eng nei Telefonie.
Kënnt dir dat w.e.g. fir eis aschreiwen?

Merci`,
};

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

/** A customer's name: two words that no other number's name is like. */
export function customerName(number: number): string {
  const random = seededRandom(number * 7919 + 1);
  const letter = (letters: string) => letters[Math.floor(random() * letters.length)]!;
  const word = () => {
    const text = Array.from({ length: 4 }, () => letter(CONSONANTS) + letter(VOWELS)).join('');
    return text[0]!.toUpperCase() + text.slice(1);
  };
  return `${word()} ${word()} S.A.`;
}

/**
 * One registration of a partner in its language. Every tenth is for the customer of the mail before it, which is
 * another partner's: a conflict, with a notice to the Head of Sales beside the answer.
 */
export function registrationMail(number: number, run: string): string {
  const partner = PARTNERS[number % PARTNERS.length]!;
  const customer = customerName(number % 10 === 9 ? number - 1 : number);
  const parts: MailParts = {
    id: `${run}-${number}`,
    from: `person${number}@${partner.domain}`,
    name: `Person ${number}`,
    subject: customer,
    body: `${BODIES[partner.language]!(customer)}\nPerson ${number}\n${partner.name}`,
  };
  return mailOf(parts);
}

export const messageIdOf = (number: number, run: string): string =>
  `<${run}-${number}@${PARTNERS[number % PARTNERS.length]!.domain}>`;

/** The project's own sample mails that carry no attachment. */
export function corpusMails(): Buffer[] {
  const folder = new URL('../corpus/', import.meta.url);
  const corpus = readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .sort()
    .map((file) => readFileSync(new URL(file, folder)));
  return [...corpus, ...sampleMails().map(({ raw }) => raw)].filter(
    (raw) => !/^content-disposition: attachment/im.test(raw.toString('latin1')),
  );
}
