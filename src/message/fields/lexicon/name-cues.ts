/** What stands around a customer's name. Sources of regular expressions over folded text, five languages. */

const ARTICLE = String.raw`(?:(?:le|la|les|l'|un|une|der|die|das|den|dem|the|de|het|een|d'|eise[nr]?|notre|unsere[nmr]?|our|onze|ons|eng?|dee[n]?|neuen?|new|nouveau|nouvelle|nieuwe?|neien?|eventuel|potentiel|potenziellen?|potential|mogelijke|vieux|ancien|firma|fa\.?|societe|ste|ets|firme|company|bedrijf|famille|familie)[ ]?){0,4}`;

/** The next words are the customer. */
export const STRONG_BEFORE = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:end|neu|eind)?-?(?:kunden?|klant|kunde)|(?:end )?(?:client|customer)e?s?|cliente?|prospekt|prospect|interessenten?|lead|firma|societe|entreprise|unternehmen|bedrijf|company|firme|account|dossier|dossiers|affaire|deal|projekt|projet|project|opportunit(?:y|e|eit)|chance|kans|demande|enregistrement|declaration|registration (?:for|of)|registrierung(?: fur| von)?|anmeldung(?: fur| von)?|projektmeldung(?: fur)?|meldung(?: fur| von)?|aanmelding(?: voor)?|registratie(?: voor| van)?|umeldung(?: fir| vun)?)(?: (?:final|potentiel|potentielle|name|heißt|ist|est|is|ass|nomme|nommee|called|named|namens|heet|fur|pour|for|voor|fir|de|von|van|vun|avec|mit|met|mat|chez|bei|bij))?[ ]?[:=–-]?[ ]?["«(]?[ ]?${ARTICLE}["«]?[ ]?$`,
  'u',
);
/** `chez X`, `bei X`: often the customer, sometimes an operator. */
export const MEDIUM_BEFORE = new RegExp(
  String.raw`(?<![\p{L}])(?:chez|bei|beim|bei der|bij|at|avec|with|mit|mat|met|by|from|visiting|enregistrer|noter|reserver|bloquer|proteger|declarer|inscrire|ajouter|mettre|me mettre|register|reserve|claim|block|log|registreren|noteren|reserveren|umellen|besuchen?|bezoeken|rencontre|visite(?: de)?|rdv|termin|rendez-vous|contacte(?: par)?|kontaktiert|accompagnons|accompagner|suivons|begleiten|betreuen|helping|begeleiden|zit bij|spoke to|gesproken met|anfrage von|demande de|aanvraag van|request from|ufro vun)[ ]["«]?${ARTICLE}["«]?$`,
  'u',
);
export const WEAK_BEFORE = new RegExp(
  String.raw`(?<![\p{L}])(?:bitte|gelieve|graag|ihr bitte|kannst du|konnen sie|kunnen jullie|kan je|zet jij|zet je|kanns du|kanns de|pour|fur|for|voor|fir|concernant|concerne|betrifft|betreffend|betreffende|betr\.?|concerning|regarding|about|wegen|iwwer|zu|zum|zur|sur|over|de|von|van|vun|der|la|le|les|l'|die|das|the|het|den|d')[ ]?["«]?${ARTICLE}["«]?$`,
  'u',
);

/** Belongs to the sentence that asks for registration. */
export const REGISTER_VERBS = [
  'enregistr*',
  'declar*',
  'reserv*',
  'bloqu*',
  'inscri*',
  'noter',
  'note',
  'notez',
  'proteg*',
  'mettre',
  'mets',
  'mettez',
  'annonc*',
  'signal*',
  'ajout*',
  'pour nous',
  'a notre nom',
  'je prends',
  'anmeld*',
  'registrier*',
  'eintrag*',
  'tragt',
  'vormerk*',
  'reservier*',
  'schutz*',
  'melde*',
  'buchen',
  'anleg*',
  'legt',
  'aufnehm*',
  'aufzunehm*',
  'sicher*',
  'fur uns',
  'auf uns',
  'nehmt',
  'register*',
  'claim*',
  'reserve*',
  'block*',
  'log',
  'record*',
  'pencil*',
  'put down',
  'protect*',
  'flag*',
  'for us',
  'in our name',
  'dibs',
  'introduc*',
  'submit*',
  'notify',
  'registreer*',
  'registreren',
  'aanmeld*',
  'vastleg*',
  'vastzet*',
  'noteer*',
  'noteren',
  'zetten',
  'zet',
  'claimen',
  'reserver*',
  'inschrijv*',
  'boeken',
  'opnemen',
  'aangemeld',
  'voor ons',
  'op onze naam',
  'op naam van',
  'umell*',
  'umelden',
  'reserveier*',
  'androen',
  'andro',
  'aschreiw*',
  'noteier*',
  'protegeier*',
  'festhal*',
  'fir eis',
  'op eis',
  'enregistreier*',
  'registreier*',
  'mellen',
  'mell*',
];

/** The next name is somebody else: who serves, owns, recommends, or was before. */
export const OTHER_BEFORE =
  /(?<![\p{L}])(?:actuellement chez|encore chez|aujourd'hui chez|jusqu'ici chez|client(?:e)? chez|contrat (?:chez|avec)|abonne(?:e)? chez|quitt(?:e|er|ent)|remplace(?:r)?|noch bei|derzeit bei|aktuell bei|momentan bei|bisher bei|zurzeit bei|vertrag (?:bei|mit)|verlasst|verlassen|currently with|still with|contract with|moving away from|leaving|leaves|switching from|huidige leverancier|nu bij|momenteel bij|contract bij|contract met|verlaat|verlaten|weg bij|bis elo bei|nach bei|kontrakt bei|verloosst|(?:revendeur|installateur|prestataire|fournisseur|operateur|integrateur|anbieter|provider|leverancier|dienstleister|systemhaus|concurrent|mitbewerber|wettbewerber|competitor|integrator|reseller|concurrenten?)(?: (?:est|ist|is|ass|actuel|heißt|namens|de|der|the))?[ ,:]?[ ]?|filiale (?:de|du|d')|tochter(?:gesellschaft|firma)? (?:von|der|des)|teil (?:von|der|des)|gehort zur?|part of|belongs to|subsidiary of|member of|fait partie (?:de|du)|groupe|gruppe|group|konzern|onderdeel van|dochter van|deel van|gehéiert zu|gehoert zu|ehemals|anciennement|formerly|voorheen|frier|fréier|recommande(?:e)? par|conseil de|sur recommandation de|empfohlen von|empfehlung von|recommended by|referred by|via|doorverwezen door|aangebracht door|tip van|cabinet comptable|pas|nicht|niet|not|net|non|kein(?:e|en)?|geen|sauf|außer|except|behalve|comme|wie|like|such as|zoals|ex-|gegenuber|en face de|opposite|tegenover|neben|a cote de|next to|ancien(?:ne)?(?: nom)?[ :]|installe(?:e)?s? par|geliefert von|geleverd door|supplied by|bei uns|confondre avec|verwechseln mit|confused with|verwarren met)[ ]?["«]?(?:(?:la|le|les|l'|der|die|das|den|dem|the|de|het|d')[ ]?)?["«]?$/u;
/** What follows says that the name before is not meant. */
export const OTHER_AFTER =
  /^["»)]?[ ,]{0,2}(?:\([^)]{0,30}\),? )?(?:bitte nicht|nicht (?:registrieren|gemeint|teil|betroffen|verwechseln|anmelden|eintragen)|n'est pas (?:concerne|le client|la cliente|a enregistrer)|ne (?:fait|font) pas partie|hors (?:perimetre|projet)|is not (?:part|the customer|concerned|in scope)|not in scope|out of scope|valt (?:erbuiten|buiten)|is niet (?:de klant|betrokken)|niet registreren|hoort er niet bij|ass net|(?:customer|client|kunde|klant|cliente) (?:since|depuis|seit|sinds|zenter) |ist nicht (?:der kunde|teil|gemeint|betroffen)|bleibt (?:außen vor|unberuhrt)|sind nicht teil|(?:ist|war|is|was|est|etait|ass) (?:notre|leur|unser|ihr|our|their|onze|hun|der|le|the|de|hire) (?:concurrent|mitbewerber|competitor|concurrent|prestataire|anbieter|provider|leverancier|installateur|revendeur|handler|integrator|comptable|steuerberater|accountant|boekhouder)|(?:,|-|–) (?:leur|ihr|their|hun|l'actuel|der aktuelle|the current|de huidige) (?:prestataire|revendeur|anbieter|provider|leverancier|integrateur|integrator|installateur|partner|partenaire))/u;

/** `in Diekirch`, `à Wiltz`, `aus Trier`, `zu Esch`, `(Jambes)`, `, Remich`: what leads from a name to its town. */
export const TOWN_LEAD =
  /^["»)]?(?:,? ?\(|,? (?:a|à|in|aus|zu|ze|te|uit|von|de|van|vun|from|at|en|base(?:e)? a|situe(?:e)? a|installe(?:e)? a|mit sitz in|sitz in|based in|located in|gevestigd (?:in|te)|mat setz zu|near|bei|pres de) |, | [-–] )(?:(?:la|le|der|stad|ville de|commune de|the) )?/u;
