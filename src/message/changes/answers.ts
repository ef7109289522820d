import { fold } from '../lexicon/fold.ts';
import { occurs, pattern } from '../lexicon/pattern.ts';
import { findServiceMentions } from '../services.ts';
import type { Segment, Service } from '../understanding.ts';

/** Answers to the questions of our notice. */
export interface Answers {
  /** The answers as `label<TAB>value` lines; absent where none stands under a question. */
  segment?: Segment;
  /** Services that we asked about and the answer affirms. */
  services: Service[];
}

/** What a question of ours asks for, with the label under which its answer is read. The first that fits counts. */
const FIELDS: [string, RegExp][] = [
  [
    'E-mail',
    pattern(`
  e-?mail*; courriel; adresse (?:mail|electronique); mailadres*
`),
  ],
  [
    'Contact phone',
    pattern(`
  telephone du contact; telefonnummer*; numero de telephone; phone number; telefoonnummer; telefonsnummer
`),
  ],
  [
    'VAT number',
    pattern(`
  tva; vat*; ust*; btw*; umsatzsteuer*; steuernummer; tax number
`),
  ],
  [
    'Trade register',
    pattern(`
  rcs; registre*; handelsregister*; hrb; kvk*; siren; siret; bce; kbo; ondernemingsnummer;
  numero d'entreprise; company number; trade register; registration number
`),
  ],
  [
    'Users',
    pattern(`
  postes?; utilisateurs?; collaborateurs?; effectif; nebenstellen; arbeitsplatze; benutzer*; nutzer*;
  anwender*; mitarbeiter*; users?; seats?; extensions?; employees; headcount; people; gebruikers?;
  werkplekken; toestellen; medewerkers; posten; leit; apparater
`),
  ],
  [
    'Monthly value',
    pattern(`
  montants?; valeur; budget; chiffre d'affaires; umsatz*; wert; auftragswert; value; revenue; amount;
  bedrag; waarde; omzet; emsaz; mensuel*; monatlich*
`),
  ],
  [
    'Expected signature',
    pattern(`
  quand; date*; periode; echeance; conclu*; signature; decision; cloture; abschluss*; zeitpunkt*; wann;
  entscheidung*; termin; when; closing; close; decide*; signing; wanneer; datum; beslissing*; sluiting*;
  ondertekening; weini; decisioun*; ofschloss*
`),
  ],
  [
    'Address',
    pattern(`
  adresse*; siege; rue; localite; anschrift*; standort*; sitz; address*; site; location; adres*; vestiging;
  plaats; adress*; uertschaft
`),
  ],
  [
    'Contact',
    pattern(`
  contact*; interlocut*; personne; ansprechpartner*; kontakt*; contactpersoon; aanspreekpunt;
  kontaktpersoun; persoun
`),
  ],
  [
    'Services',
    pattern(`
  services?; besoins?; produits?; prestations?; leistung*; produkte?; leistungsumfang; bedarf; products?;
  requirements?; scope; diensten; dienst; producten; behoefte*; deengschter; produiten; besoinen
`),
  ],
  [
    'Customer',
    pattern(`
  nom; raison sociale; client; entite*; firma*; kunde*; gesellschaft; name; customer; company; legal entity;
  klant*; bedrijf*; naam; numm
`),
  ],
];

const YES = pattern(`
  oui; ok; d'accord; bien sur; exact*; ja; jawohl; genau; richtig; yes; yep; sure; correct; right; klopt;
  inderdaad; jo; jojo; genee; stemmt
`);
const NO = pattern(`
  non; pas; nein; nicht; kein*; no; not; nee; neen; niet; geen; net; keng; keen
`);
const QUESTION_LIMIT = 40;

/**
 * Pairs answers with questions: own text that stands right under a quoted question, or numbered answers to numbered
 * questions. Yes to "do they keep their numbers?" is a wish for that service.
 */
export function answersToQuestions(segments: Segment[]): Answers {
  const own = segments.filter((segment) => segment.kind === 'own');
  const quoted = segments.filter((segment) => segment.kind === 'quote');
  if (own.length === 0 || quoted.length === 0) return { services: [] };
  const lines = [...underQuestions(segments), ...numbered(own, quoted)];
  const services = affirmed(own, quoted);
  if (lines.length === 0) return { services };
  const id = own[0]!.id;
  return { segment: { id, kind: 'own', text: lines.join('\n') }, services };
}

/** `quote` ending in a question, then `own`. */
function underQuestions(segments: Segment[]): string[] {
  const body = segments.filter((segment) => segment.kind === 'own' || segment.kind === 'quote');
  return body.flatMap((segment, index) => {
    const before = body[index - 1];
    if (segment.kind !== 'own' || before?.kind !== 'quote') return [];
    const question = lastLine(before.text);
    const label = question === undefined ? undefined : labelOf(question);
    const answer = segment.text.trim().split('\n')[0]?.trim();
    return label && answer ? [`${label}\t${answer}`] : [];
  });
}

function lastLine(text: string): string | undefined {
  return text
    .split('\n')
    .findLast((line) => line.trim() !== '')
    ?.slice(0, 300);
}

function labelOf(question: string): string | undefined {
  const folded = fold(question);
  return FIELDS.find(([, words]) => occurs(folded, words))?.[0];
}

const NUMBERED = /^[ \t>]{0,8}(\d{1,2})[.):][ \t]{1,4}(\S[^\n]{0,300})$/gm;

function numbered(own: Segment[], quoted: Segment[]): string[] {
  const questions = numberedLines(quoted);
  return [...numberedLines(own)].flatMap(([number, answer]) => {
    const question = questions.get(number);
    const label = question === undefined ? undefined : labelOf(question);
    return label ? [`${label}\t${answer}`] : [];
  });
}

function numberedLines(segments: Segment[]): Map<string, string> {
  const lines = segments.flatMap((segment) => [...segment.text.slice(0, 20_000).matchAll(NUMBERED)]);
  return new Map(
    lines
      .slice(0, QUESTION_LIMIT)
      .reverse()
      .map((match) => [match[1]!, match[2]!]),
  );
}

/** Questions about one service that can be answered by yes, and a yes at the beginning of the answer. */
function affirmed(own: Segment[], quoted: Segment[]): Service[] {
  const answer = fold(
    own
      .map((segment) => segment.text)
      .join('\n')
      .slice(0, 60),
  );
  if (!occurs(answer, YES) || occurs(answer, NO)) return [];
  const questions = quoted.flatMap(
    (segment) => segment.text.slice(0, 20_000).match(/[^\n.?!]{8,240}\?/g) ?? [],
  );
  return questions.slice(0, QUESTION_LIMIT).flatMap((question) => {
    const services = new Set(findServiceMentions(question).map((mention) => mention.service));
    return services.size === 1 ? [...services] : [];
  });
}
