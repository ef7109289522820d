/** Partners, customers and mails of the end to end specifications. */

export const PARTNERS_CSV = `partner_id,name,domain,extra_domains,country,language,contact_email,status
E01,Solvanet S.à r.l.,solvanet.example,,LU,fr,projets@solvanet.example,active
E02,Brunnhof Systeme GmbH,brunnhof.example,,DE,de,vertrieb@brunnhof.example,active
E03,Kustlijn ICT B.V.,kustlijn.example,,NL,nl,projecten@kustlijn.example,active
E04,Harrowgate Telecom Ltd,harrowgate.example,,GB,en,sales@harrowgate.example,active
E05,Minett Computer S.à r.l.,minett.example,,LU,lb,info@minett.example,active
`;

export const CUSTOMERS_CSV = `customer_id,name,vat,registration_number,country,city,postal_code,domain,phone,partner_id,it_partner_id,mixvoip_services,last_revenue
K01,Rederij Oosterdiep B.V.,,,NL,Delfzijl,9934,rederij-oosterdiep.example,,E03,,communication,2026-10-01
`;

export const AWARENESS_CSV = `customer_name,vat,domain,country,city,services,recorded_at,recorded_by
Imprimerie Faubourg S.A.,,imprimerie-faubourg.example,LU,Esch-sur-Alzette,internet,2026-11-01T08:00:00Z,sales@mixvoip.com
`;

export interface MailParts {
  from: string;
  name: string;
  subject: string;
  body: string;
  id: string;
  /** What the receiving server found out about the sender. */
  dmarc?: 'pass' | 'fail';
  /** Message-ID of the notice that it answers. */
  answers?: string;
  headers?: readonly string[];
}

/** A mail as the receiving server stores it, its finding on top. */
export function mailOf({
  from,
  name,
  subject,
  body,
  id,
  dmarc = 'pass',
  answers,
  headers = [],
}: MailParts): string {
  const domain = from.split('@')[1];
  return [
    ...(headers.some((header) => header.startsWith('Return-Path')) ? [] : [`Return-Path: <${from}>`]),
    `Authentication-Results: mx.mixvoip.com; dkim=${dmarc === 'pass' ? 'pass' : 'none'} header.d=${domain};`,
    ` spf=${dmarc} smtp.mailfrom=${domain}; dmarc=${dmarc} header.from=${domain}`,
    ...headers,
    `Message-ID: ${idOf(id, domain!)}`,
    'Date: Tue, 24 Nov 2026 09:12:00 +0100',
    `From: ${name} <${from}>`,
    'To: dealreg@mixvoip.com',
    `Subject: ${subject}`,
    ...(answers ? [`In-Reply-To: ${answers}`, `References: ${answers}`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...body.trim().split('\n'),
    '',
  ].join('\r\n');
}

export const idOf = (id: string, domain: string): string => `<${id}@${domain}>`;

/** Mails that need nothing to have been answered before, in order of arrival. */
export const FIRST_MAILS = {
  /** Partner A informs Mixvoip first. */
  first: {
    id: 'first',
    from: 'odile.brasseur@solvanet.example',
    name: 'Odile Brasseur',
    subject: 'Nouveau projet : Menuiserie Clausener',
    body: `Bonjour,

Nous travaillons avec la Menuiserie Clausener S.à r.l. à Mersch (menuiserie-clausener.example). Elle souhaite une
connexion internet fibre et une nouvelle téléphonie pour 18 postes, budget d'environ 730 € par mois.

Merci de l'enregistrer pour nous.

Cordialement
Odile Brasseur
Solvanet S.à r.l.`,
  },
  /** Partner B comes later for the same customer. */
  second: {
    id: 'second',
    from: 'ruedigher@brunnhof.example',
    name: 'Arne Ruedigher',
    subject: 'Projektanmeldung Menuiserie Clausener',
    body: `Guten Tag,

wir möchten folgenden Kunden anmelden: Menuiserie Clausener S.à r.l., Mersch, Luxemburg. Es geht um einen
Glasfaseranschluss und eine Telefonanlage.

Mit freundlichen Grüßen
Arne Ruedigher
Brunnhof Systeme GmbH`,
  },
  /** No service is named. */
  incomplete: {
    id: 'incomplete',
    from: 'imogen.tate@harrowgate.example',
    name: 'Imogen Tate',
    subject: 'New deal: Larkspur Veterinary Group',
    body: `Hello,

please register Larkspur Veterinary Group Ltd in Dudelange for us, domain larkspur-vets.example.

Best regards
Imogen Tate
Harrowgate Telecom Ltd`,
  },
  /** Somebody writes in partner A's name. */
  forged: {
    id: 'forged',
    from: 'odile.brasseur@solvanet.example',
    name: 'Odile Brasseur',
    subject: 'Retrait : Menuiserie Clausener',
    dmarc: 'fail',
    body: `Bonjour,

Merci de retirer notre enregistrement de la Menuiserie Clausener, le client a choisi quelqu'un d'autre.

Odile Brasseur`,
  },
  /** A machine writes. */
  absent: {
    id: 'absent',
    from: 'wim.terpstra@kustlijn.example',
    name: 'Wim Terpstra',
    subject: 'Automatisch antwoord: Projecten',
    headers: ['Return-Path: <>', 'Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
    body: 'Ik ben afwezig tot en met maandag. Voor dringende vragen: projecten@kustlijn.example.',
  },
  /** Mixvoip itself learns of a project. */
  awareness: {
    id: 'awareness',
    from: 'sales@mixvoip.com',
    name: 'Claire Fischbach',
    subject: 'Demande directe : Garage Hoffelter',
    body: `Bonjour,

Le Garage Hoffelter S.A. à Wiltz nous a appelés directement ce matin, ils cherchent un accès internet fibre.

Claire Fischbach
Mixvoip`,
  },
  /** A partner comes after Mixvoip knew by a mail of its staff. */
  late: {
    id: 'late',
    from: 'jempi@minett.example',
    name: 'Jempi Steichen',
    subject: 'Neie Projet: Garage Hoffelter',
    body: `Moien,

mir schaffen un engem Projet fir de Garage Hoffelter S.A. zu Wiltz. Si brauchen eng Glasfaser Internetverbindung.
Kënnt dir dat w.e.g. fir eis aschreiwen?

Merci
Jempi Steichen
Minett Computer S.à r.l.`,
  },
  /** A partner comes after Mixvoip knew by its own records. */
  knownBefore: {
    id: 'known-before',
    from: 'odile.brasseur@solvanet.example',
    name: 'Odile Brasseur',
    subject: 'Imprimerie Faubourg',
    body: `Bonjour,

Merci d'enregistrer pour nous l'Imprimerie Faubourg S.A. à Esch-sur-Alzette, elle souhaite une connexion internet.

Cordialement
Odile Brasseur
Solvanet S.à r.l.`,
  },
} satisfies Record<string, MailParts>;

/** The partner of record wants more for its own customer. */
export const OWN_CUSTOMER: MailParts = {
  id: 'own-customer',
  from: 'wim.terpstra@kustlijn.example',
  name: 'Wim Terpstra',
  subject: 'Aanmelding Rederij Oosterdiep',
  body: `Goedendag,

graag registreren wij Rederij Oosterdiep B.V. in Delfzijl voor een glasvezelverbinding op kantoor.

Met vriendelijke groet
Wim Terpstra
Kustlijn ICT B.V.`,
};

/** What the incomplete mail lacked, in the thread of the question. */
export const completion = (answers: string): MailParts => ({
  id: 'completion',
  from: 'imogen.tate@harrowgate.example',
  name: 'Imogen Tate',
  subject: 'Re: New deal: Larkspur Veterinary Group',
  answers,
  body: `Sorry, I forgot: they want SIP trunks and a new internet line.

Best regards
Imogen`,
});

/** The Head of Sales rules for the first. */
export const ruling = (answers: string): MailParts => ({
  id: 'ruling',
  from: 'nrouge@mixvoip.com',
  name: 'Nausicaa Rouge',
  subject: 'Re: Votre décision',
  answers,
  body: `1

-- 
Nausicaa Rouge
Head of Sales, Mixvoip`,
});

/** One of many registrations that have nothing to do with each other. */
export function registration(number: number): MailParts {
  const name = `Atelier ${WORDS[number % WORDS.length]} ${WORDS[(number * 7 + 3) % WORDS.length]} ${number}`;
  const partners = ['solvanet', 'brunnhof', 'kustlijn', 'harrowgate', 'minett'] as const;
  const domain = `${partners[number % partners.length]}.example`;
  return {
    id: `registration-${number}`,
    from: `person${number}@${domain}`,
    name: `Person ${number}`,
    subject: `New deal ${number}`,
    body: `Hello,

please register this customer for us: ${name} S.A., Luxembourg, atelier-${number}.example. They want SIP trunks.

Best regards
Person ${number}`,
  };
}

const WORDS = [
  'Bruyère',
  'Tilleul',
  'Kiesel',
  'Morgenthal',
  'Vroenhof',
  'Ahorn',
  'Saumur',
  'Quercus',
  'Ostrea',
  'Zinnia',
];
