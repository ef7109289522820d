/** Labels of forms, tables and exports, folded (`foldKey`), by the field they name. */

export type LabelField =
  | 'name'
  | 'vat'
  | 'registration_number'
  | 'address'
  | 'street'
  | 'postal_town'
  | 'postal_code'
  | 'city'
  | 'country'
  | 'contact'
  | 'contact_email'
  | 'contact_phone'
  | 'mobile'
  | 'domain'
  | 'services'
  | 'seats'
  | 'value'
  | 'closing'
  | 'remarks'
  /** Something that must not be read as any of these: owner, created, weighted, contract end. */
  | 'ignored';

const FIELDS: Record<LabelField, string> = {
  name:
    'client|client final|cliente|nom du client|nom client|nom de la societe|societe|raison sociale|denomination|denomination sociale|entreprise|organisation|etablissement|prospect|nom|nom de l entreprise|client concerne|nouveau client|enseigne|beneficiaire|compte|entite|entite juridique|' +
    'kunde|endkunde|kundenname|kundin|name des kunden|firma|firmenname|unternehmen|name|interessent|name endkunde|firmierung|neukunde|kunde name|organisation|einrichtung|firma kunde|' +
    'customer|customer name|end customer|end customer name|company|company name|account|account name|prospect name|organization|name of customer|client name|business name|legal name|end user|end client|legal entity|entity|' +
    'klant|klantnaam|eindklant|naam klant|naam|bedrijf|bedrijfsnaam|naam bedrijf|naam eindklant|relatie|organisatie|prospect|onderneming|vennootschap|' +
    'client firma|numm|numm vum client|betrib|firma numm|clientsnumm|numm client|endclient|de client',
  vat: 'tva|n tva|no tva|num tva|numero tva|numero de tva|tva intracommunautaire|n de tva|nr tva|tva nr|tva client|n tva client|ust id|ust idnr|ust id nr|ustid|ustidnr|ust idnr kunde|ust nr|umsatzsteuer id|umsatzsteuer identifikationsnummer|mwst nr|mwst|mwst nummer|tva nummer|tva numm|tva nr client|vat|vat number|vat no|vat nr|vat id|vat reg no|tax id|btw|btw nr|btw nummer|btwnummer|btw id|btw klant|ust',
  registration_number:
    'rcs|rc|n rcs|rcs n|rcs nr|rcs luxembourg|rcs nummer|numero rcs|registre de commerce|r c s|handelsregister|hrb|hr nummer|hr nr|registernummer|handelsregisternummer|siren|siret|n siren|n siret|siren siret|bce|n bce|kbo|kbo nr|kbo nummer|numero d entreprise|n d entreprise|n entreprise|no entreprise|ondernemingsnummer|ondernemingsnr|enterprise number|company number|company no|company registration|registration number|registration no|reg no|trade register|kvk|kvk nr|kvk nummer|k v k|unternehmensnummer|rpm|rpr|rcs numm|bce kbo|kbo bce|btw kbo|tva bce|handelsreg',
  address:
    'adresse|adresse du client|adresse client|siege|siege social|adresse du site|site|adresse d installation|lieu d installation|adresse siege|anschrift|kundenanschrift|adresse kunde|sitz|firmensitz|installationsadresse|standort|anschrift kunde|lieferadresse|address|customer address|site address|registered office|office|head office|location|installation address|adres|adres klant|adresgegevens|vestigingsadres|installatieadres|locatie|zetel|maatschappelijke zetel|adress|adress vum client|adress client|setz|kundenadresse|adresse postale',
  street:
    'rue|rue et numero|voie|n et rue|strasse|straße|straße nr|strasse nr|straße hausnr|straße und hausnummer|strasse und hausnummer|street|street address|address line 1|address 1|straat|straat en nummer|straat nr|straat en huisnummer|strooss|strooss an nummer|adresse 1|adresse ligne 1',
  postal_town:
    'plz ort|plz und ort|postleitzahl ort|cp ville|cp et ville|code postal et ville|code postal ville|cp localite|code postal localite|postcode plaats|postcode en plaats|postcode gemeente|postcode en gemeente|postcode woonplaats|zip city|postcode city|zip town|postal code city|postal code and city|plz uertschaft|pc plaats|plz stadt|postcode town|c p ville',
  postal_code:
    'plz|postleitzahl|code postal|cp|zip|zip code|postcode|postal code|c p|post code|postcode klant',
  city: 'ort|stadt|ortschaft|ville|localite|commune|plaats|gemeente|woonplaats|stad|city|town|uert|uertschaft|lieu|wohnort|vestigingsplaats',
  country: 'land|pays|country|staat|landcode|landercode|country code|code pays|land iso',
  contact:
    'contact|personne de contact|contact client|contact chez le client|interlocuteur|interlocutrice|nom du contact|contact principal|responsable|gerant|decideur|votre contact|contact sur place|ansprechpartner|ansprechpartnerin|ansprechperson|kontakt|kontaktperson|ansprechpartner kunde|ansprechpartner vor ort|ap|ap kunde|entscheider|geschaftsfuhrer|inhaber|contact person|contact name|customer contact|main contact|primary contact|decision maker|contact at customer|contact at client|contactpersoon|contactpersoon klant|contact klant|aanspreekpunt|contactpersoon bij klant|zaakvoerder|kontaktpersoun|kontakt client|uspriechpartner|uspriechpersoun|patron|gerant kontaktpersoun|contact naam|name ap|name ansprechpartner|nom contact|naam contact|naam contactpersoon',
  contact_email:
    'mail|e mail|email|courriel|adresse mail|adresse e mail|e mail adresse|email adresse|mail contact|email contact|e mail contact|contact email|contact e mail|e mail ap|mail ap|e mail kunde|mailadres|e mailadres|emailadres|email adres|email address|e mail address|mel|adresse electronique|customer email|email client|e mail klant|contact mail|e mail ansprechpartner|mail client',
  contact_phone:
    'tel|telephone|telephone contact|tel contact|n de telephone|no de telephone|numero de telephone|ligne directe|telefon|telefonnummer|tel nr|telefon ap|telefon kunde|rufnummer kunde|durchwahl|phone|phone number|contact phone|telephone number|direct line|telefoon|telefoonnummer|tel klant|telefoon contact|telefon nr|telefonsnummer|fon|tel client|tel ap|telefoonnr|telefon ansprechpartner|contact tel|contact telephone|tel direct|phone contact|telefoon klant|festnetz|fixe|nummer kontakt',
  mobile:
    'gsm|mobile|mobil|handy|portable|mobiel|mobilnummer|handynummer|gsm contact|mobile phone|cell|mobile number|gsm nummer|tel mobile|mob|mobieltje',
  domain:
    'site web|site internet|web|website|homepage|internetseite|webseite|domaine|domain|domein|url|www|webadresse|internetadresse|site|websait|internetsait|web site|domain name|mail domain|e mail domain',
  services:
    'services|service|service demande|services demandes|services souhaites|services envisages|besoin|besoins|produits|produit|solution|solutions|demande|prestations|offre|nature du besoin|projet|objet|description|produkte|produkt|gewunschte produkte|leistungen|leistung|bedarf|dienste|dienst|gewunschte leistungen|gewunschte dienste|losung|projekt|umfang|vorhaben|products|product|requested services|services requested|solution required|needs|requirements|scope|project|opportunity|interest|interested in|diensten|product|producten|gewenste diensten|gewenste producten|behoefte|behoeften|oplossing|gevraagd|wens|vraag|omschrijving|wat gett gebraucht|gebraucht|servicer|produkter|deengschter|besoinen|gewenscht|etiquettes|tags|dienst en|services wanted|interesse|positionen|wat|gewunscht|gewenst|souhaite',
  seats:
    'nombre d utilisateurs|utilisateurs|nb utilisateurs|nbre utilisateurs|nombre de postes|postes|nb postes|nbre de postes|nb de postes|nombre de lignes utilisateurs|nombre d employes|effectif|effectifs|nombre de collaborateurs|collaborateurs|nb users|nb d utilisateurs|nombre de personnes|nombre de licences|anzahl nebenstellen|nebenstellen|anzahl arbeitsplatze|arbeitsplatze|anzahl benutzer|benutzer|nutzer|anzahl nutzer|anzahl user|anz user|user|mitarbeiter|anzahl mitarbeiter|platze|anzahl platze|teilnehmer|anzahl teilnehmer|nst|anz nst|anzahl nst|users|number of users|no of users|seats|number of seats|nr of users|headcount|employees|number of employees|extensions|user count|seat count|qty users|aantal gebruikers|gebruikers|aantal werkplekken|werkplekken|aantal toestellen|toestellen|aantal medewerkers|medewerkers|aantal gebr|aantal users|aantal posten|aantal plaatsen|unzuel posten|posten|unzuel benotzer|benotzer|unzuel user|unzuel mataarbechter|unzuel leit|leit|arbeitsplatze anzahl|platzanzahl|anzahl apparate|unzuel apparater|nombre postes|nb poste|utilisateurs prevus|anzahl|unzuel|aantal|quantite|nombre|seats users|users seats',
  value:
    'montant|montant mensuel|montant estime|valeur|valeur estimee|budget|budget mensuel|revenu|revenu espere|revenu mensuel|revenu mensuel recurrent|ca|ca mensuel|ca estime|ca previsionnel|potentiel|abonnement mensuel|mrr|mrr eur|mrr estime|mensualite|valeur du contrat|estimation|umsatz|erwarteter umsatz|umsatz monat|monatlicher umsatz|monatsumsatz|wert|wert monat|auftragswert|volumen|geschatzter umsatz|betrag|monatlich|eur monat|wert eur monat|wert € monat|preis|kosten|potenzial|value|deal value|estimated value|expected value|monthly value|monthly revenue|expected revenue|amount|deal size|mrc|contract value|expected mrr|estimated monthly|monthly|revenue|waarde|dealwaarde|geschatte waarde|maandbedrag|bedrag|omzet|verwachte omzet|bedrag per maand|budget per maand|omzet per maand|mrr in eur|prijs|per maand|prais|wert mount|montant mount|montant de mount|montant mensuel estime|erwaarten ëmsaz|emsaz|estimatioun|eur mois|eur mnd|eur maand|valeur mensuelle|recurrent mensuel|mrr €|jahresumsatz projekt|umsatz jahr|valeur annuelle|annual value|arr|montant annuel|budget annuel|budget annuel estime|eenmalig bedrag|monatlicher betrag|monatsbetrag|inschatting|schatzung',
  closing:
    'date de signature|signature prevue|signature|date de decision|decision|decision prevue|date de cloture|cloture|cloture prevue|closing|date de closing|date de commande|commande prevue|echeance de decision|date prevue|signature estimee|date de conclusion|abschluss|abschluss geplant|geplanter abschluss|abschluss plan|abschluss voraussichtlich|voraussichtlicher abschluss|abschlussdatum|entscheidung|entscheidung bis|unterschrift|auftrag bis|auftragserteilung|erwarteter abschluss|zieldatum|expected close|expected close date|close date|expected closing|closing date|decision date|expected decision|expected order|order date|expected signature|expected closing date|target date|sign date|verwachte sluiting|verwachte sluitingsdatum|sluitingsdatum|beslissing|beslissing verwacht|verwachte beslissing|beslisdatum|datum beslissing|ondertekening|verwachte ondertekening|verwachte afsluiting|verwachte afsluitdatum|verwachte orderdatum|afsluiting|decisioun|decisioun bis|ofschloss|enneschreft|ennerschreft|bis weini|datum vun der decisioun|previsioun|close|timing|planning|delai|zeitplan|abschlusstermin|entscheidungstermin|vertragsabschluss|date signature|date decision|date cloture|signature vers',
  remarks:
    'remarques|remarque|commentaire|commentaires|note|notes|bemerkung|bemerkungen|anmerkung|anmerkungen|notiz|notizen|kommentar|hinweis|remarks|comments|comment|opmerking|opmerkingen|toelichting|nota|bemierkung|bemierkungen|situation|situation actuelle|contexte|hintergrund|background|context|current situation|huidige situatie|aktuelle situation|ist situation|statut|status',
  ignored:
    'vendeur|commercial|proprietaire|charge d affaires|account manager|sales rep|sales|owner|deal owner|besitzer|bearbeiter|bearbeiterin|tel bearbeiter|verkaufer|vertrieb|vertriebsmitarbeiter|betreuer|eigenaar|verkoper|accountmanager|verantwortlicher vertrieb|partenaire|partner|partner name|revendeur|reseller|partner contact|nom du partenaire|wiederverkaufer|handler|dealer|fachhandler|agent|integrateur|systemhaus|partner firma|soumis par|declare par|eingereicht von|submitted by|ingediend door|aangevraagd door|ihr ansprechpartner|unser ansprechpartner|votre interlocuteur|apporteur|' +
    'deal id|deal|kans id|chance|id|nr|n|ref|reference|notre reference|votre reference|ticket|numero|etape|phase|fase|stage|probabilite|wahrscheinlichkeit|probability|kans|slagingskans|waarschijnlijkheid|mrr gewichtet|gewichtet|weighted|weighted mrr|mrr pondere|gewogen mrr|revenu pondere|cree le|date de creation|angelegt am|angelegt|erstellt am|created|created on|created at|aangemaakt|aangemaakt op|datum|date|relance|date de relance|wiedervorlage|follow up|next step|opvolging|fin de contrat|contrat actuel|echeance contrat|fin du contrat actuel|vertragsende|vertrag bis|laufzeit|kundigungsfrist|contract end|contract end date|current contract|einddatum contract|contract tot|looptijd|mise en service|date de mise en service|inbetriebnahme|go live|go live date|start|livegang|ingebruikname|prestataire actuel|operateur actuel|fournisseur actuel|aktueller anbieter|bisheriger anbieter|aktueller provider|current provider|current supplier|huidige leverancier|huidige provider|huidige operator|concurrent|concurrence|wettbewerber|mitbewerber|competitor|competition|concurrenten|fax|telefax|rechnungsadresse|adresse de facturation|billing address|facturatieadres|facturatie adres|iban|bank|cout actuel|kosten heute|aktuelle kosten|current cost|current spend|huidige kosten|depense actuelle|branche|secteur|secteur d activite|industry|sector|sektor|betreff|subject|von|an|from|to|sent|envoye|gesendet|cc|de|a|onderwerp|verzonden|aan|van|objet|sites|nombre de sites|anzahl standorte|number of sites|aantal vestigingen|standorte|kanale|canaux|channels|nombre de canaux|anzahl kanale|kanalen|sprachkanale|debit|bandbreite|bandwidth|bandbreedte|prix catalogue|listenpreis|list price|catalogusprijs|remise|rabatt|discount|korting|marge|margin|lignes|leitungen|telefon vertrieb|ap partner|contact partenaire|eleves|schuler|pupils|betten|lits|beds|chambres|zimmer|rooms|kamers|setup|frais uniques|einmalkosten|mise en service eur|installation|one time|eenmalig',
};

/** Folded label → field. A label of two fields goes to the first that claims it. */
export const LABELS: ReadonlyMap<string, LabelField> = (() => {
  const labels = new Map<string, LabelField>();
  for (const [field, names] of Object.entries(FIELDS) as [LabelField, string][]) {
    for (const name of names.split('|')) {
      const key = name.normalize('NFD').replace(/\p{M}/gu, '');
      if (!labels.has(key)) labels.set(key, field);
    }
  }
  return labels;
})();

/** Words that may accompany a label without changing what it names. */
export const LABEL_FILLERS: ReadonlySet<string> = new Set([
  'client',
  'kunde',
  'kunden',
  'customer',
  'klant',
  'end',
  'final',
  'du',
  'de',
  'des',
  'der',
  'die',
  'das',
  'la',
  'le',
  'l',
  'd',
  'of',
  'the',
  'van',
  'vum',
  'vun',
  'nr',
  'no',
  'n',
  'estime',
  'estimee',
  'estimated',
  'geschatzt',
  'geschatzte',
  'geschatzter',
  'prevu',
  'prevue',
  'prevus',
  'geplant',
  'geplanter',
  'voraussichtlich',
  'voraussichtlicher',
  'voraussichtliche',
  'expected',
  'erwartet',
  'erwartete',
  'verwachte',
  'verwacht',
  'eur',
  'euro',
  '€',
  'ca',
  'env',
  'environ',
  'approx',
  'total',
  'gesamt',
  'totaal',
  'netto',
  'ht',
  'htva',
  'excl',
  'mois',
  'monat',
  'month',
  'maand',
  'mount',
  'par',
  'pro',
  'per',
  'a',
  'main',
  'principal',
  'sur',
  'place',
  'vor',
  'ort',
  'in',
  'im',
  'concerne',
  'fur',
  'pour',
  'for',
  'voor',
  'fir',
  'gewunschte',
  'gewunschter',
  'gewenste',
  'souhaite',
  'souhaites',
  'requested',
  'wanted',
  'demandes',
  'previsionnel',
  'previsionnelle',
  'mensuel',
  'mensuelle',
  'monatlich',
  'monatlicher',
  'monthly',
  'annuel',
  'an',
  'jahr',
  'jaar',
  'year',
]);

/** Headings that open a part of a form about the partner, and those that close it again. */
export const PARTNER_HEADINGS =
  /^(?:\d\.? ?)?(?:votre societe|partenaire|coordonnees (?:du |de votre )?partenaire|partner|partnerdaten|angaben (?:zum |des )?partner|ihr unternehmen|reseller|reseller details|partner details|partner information|uw gegevens|partnergegevens|gegevens partner|revendeur|wiederverkaufer|handler|apporteur|integrateur|vertriebspartner|vertrieb|systemhaus|soumis par|declarant|melder|meldender|eingereicht von|submitted by|donnees partenaire|infos partenaire|vendeur)$/;
export const CUSTOMER_HEADINGS =
  /^(?:\d\.? ?)?(?:client(?: final)?|kunde|endkunde|kundendaten|angaben zum (?:end)?kunden?|customer|end customer|customer details|customer information|klant|eindklant|klantgegevens|gegevens klant|coordonnees (?:du )?client|donnees client|infos client|prospect|projet|projekt|project|opportunite|opportunity|deal|besoin|bedarf|besoins|kans|vertragspartner|de client|client info)$/;
