/** Stems by which a label that no list holds is still understood, folded; the first that fits decides. */

import type { LabelField } from './labels.ts';

export const LABEL_STEMS: readonly (readonly [LabelField, RegExp])[] = [
  [
    'ignored',
    /partner(?!schaft)|parten|resell|revend|wiederverk|handler|vendeur|verkauf|verkoper|salesperson|account ?manager|bearbeit|ingevuld|rempli|ausgefullt|completed by|prepared|handled|erstell|angelegt|cree|created|aangemaakt|gewicht|ponder|weight|probab|wahrschein|\bkans\b|chance|kanal|kanale|canaux|channel|kanalen|\bfax|fin (?:du |de )?contrat|vertragsende|laufzeit|looptijd|einde contract|contract end|kundig|preavis|opzeg|actuel|aktuell|bisher|\bcurrent|huidig|existing|bestehend|bestaand|switch|umzug|umstell|inbetrieb|ingebruik|mise en service|go live|golive|livegang|\bstart|demarr|demenag|verhuis|livraison|liefer|lever(?:ing|datum)|wiedervor|relance|follow|naechste|nachste|volgende|prochaine|next|facturation|rechnung|billing|factuur|concurr|wettbew|mitbew|competit|installation date|standorte|\bsites\b|vestigingen|remise|rabatt|korting|discount|marge|eleves|schuler|zimmer|chambres|rooms|kamers|betten|\blits\b/,
  ],
  ['vat', /\b(?:n |no |nr |num(?:ero)? )?(?:de )?(?:tva|vat|btw|mwst|ust)\b|umsatzsteuer|steuernummer/],
  [
    'registration_number',
    /\brcs\b|\br c s\b|handelsreg|\bhrb\b|\bhra\b|\bkvk\b|\bkbo\b|\bbce\b|\bsiren\b|\bsiret\b|trade reg|company reg|reg(?:ister|istration)?(?: |-)?(?:no|nr|number|nummer)|ondernemingsn|numero d entreprise|unternehmensn|registre/,
  ],
  ['contact_email', /\be ?mail\b|\bmail\b|courriel|mailadres/],
  ['mobile', /\bgsm\b|\bhandy|\bmobil|\bportable\b/],
  [
    'contact_phone',
    /\btel\b|telefonn|telefoonn|telephone|\bphone\b|durchwahl|ligne directe|direct line|rufnummer des/,
  ],
  ['domain', /\bweb|\bsite internet|homepage|\burl\b|internetadres|internetsei/],
  [
    'closing',
    /abschluss|signature|unterschr|unterzeich|decision|decisioun|entscheid|closing|close|\border(?!s)|commande|bestell|beslis|onderteken|sluit(?:ing|datum)|cloture|auftragserteil|zuschlag|attribution|gunning|ofschloss|ennersch/,
  ],
  [
    'seats',
    /nebenstell|utilisateur|\bpostes\b|\busers?\b|arbeitsplatz|arbeitsplatz|benutzer|toestel|werkplek|gebruiker|\bextensions?\b|\bseats?\b|mitarbeit|collaborateur|medewerker|\bposten\b|benotzer|apparat|headcount|employe|effectif|licences?\b|lizenz|teilnehmer|endgerat|handsets/,
  ],
  [
    'value',
    /montant|umsatz|\bwert\b|auftragswert|value|revenue|\bfee\b|\bmrr\b|bedrag|waarde|omzet|budget|volum|betrag|abonnement|mensualite|\bmonthly\b|monatlich|mensuel|maandel|turnover|emsaz|potentiel|potenzial|potential|\bpreis\b|\bprijs\b|\bprix\b/,
  ],
  [
    'postal_town',
    /(?:plz|postleitz|code postal|postcode|\bcp\b|\bzip\b).*(?:ort|stadt|ville|localit|commune|plaats|gemeente|town|city)/,
  ],
  ['street', /straße|strasse|\brue\b|straat|street|strooss/],
  ['address', /adres|anschrift|siege|zetel|\bsitz\b|registered office/],
  [
    'contact',
    /ansprech|contact|kontakt|interlocut|aanspreek|zaakvoerder|decision maker|entscheider|decideur|uspriech|responsable/,
  ],
  [
    'services',
    /leistung|produkt|product|produit|service|dienst|besoin|bedarf|behoefte|requirement|solution|losung|oplossing|besoinen/,
  ],
  [
    'name',
    /^(?:\p{L}{1,12} )?(?:end ?)?(?:kunde|klant|client|customer|firma|societe|company|raison sociale|unternehmen|bedrijf|prospect|interessent)(?: \p{L}{1,12})?$/u,
  ],
  ['remarks', /bemerk|remarq|remark|comment|opmerk|hinweis|notiz|\bnote|\binfo|situation|kontext|contexte/],
];
