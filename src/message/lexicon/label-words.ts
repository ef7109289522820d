import type { Language } from '../understanding.ts';

/** Words of form labels by language, folded to lower case without accents: what tells a form's language. */
const WORDS: Record<Language, string> = {
  fr: `client prospect societe entreprise raison sociale adresse rue ville localite commune code postal pays tva numero
    siret siren contact interlocuteur telephone portable courriel mail site web services service souhaites besoins projet
    postes utilisateurs nombre budget montant decision signature prevue date remarque situation actuel fournisseur`,
  de: `kunde endkunde interessent firma unternehmen anschrift adresse strasse ort stadt plz land ust-idnr ust-id ust
    handelsregister ansprechpartner ansprechpartnerin kontakt telefon handy e-mail webseite website dienste dienst
    leistungen bedarf projekt nebenstellen arbeitsplatze benutzer anzahl budget wert entscheidung unterschrift voraussichtlich
    datum bemerkung anbieter bisheriger aktueller`,
  en: `customer client prospect company end address street town city postcode zip country vat number registration contact
    person phone mobile email website services service needed required project seats users extensions budget value decision
    expected close date remarks current provider`,
  nl: `klant eindklant prospect bedrijf onderneming naam adres straat plaats stad gemeente postcode land btw btw-nummer
    ondernemingsnummer kvk contactpersoon contact telefoon gsm e-mail website diensten dienst nodig project toestellen
    werkplekken gebruikers aantal budget waarde beslissing verwachte datum opmerking huidige leverancier`,
  lb: `client clientin firma betrib numm adress strooss stroossen uert plaz plazen stad postleitzuel land tva nummer
    kontakt kontaktpersoun telefon handy servicer service deenschter deenschtleeschtung projet apparater arbechtsplazen
    aarbechtsplazen benotzer unzuel budget wert decisioun ennerschreft datum bemierkung aktuellen ubidder`,
};

const setOf = (language: Language): ReadonlySet<string> => new Set(WORDS[language].split(/\s+/));

export const LABEL_WORDS: Record<Language, ReadonlySet<string>> = {
  fr: setOf('fr'),
  de: setOf('de'),
  en: setOf('en'),
  nl: setOf('nl'),
  lb: setOf('lb'),
};
