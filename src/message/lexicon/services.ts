import type { Service } from '../understanding.ts';
import { pattern } from './pattern.ts';

/** Words for what Mixvoip sells and for IT, in five languages; notation in `pattern.ts`. */
export const SERVICE_WORDS: Record<Service, RegExp> = {
  internet: pattern(`
    internet*(?!-?(?:site|seite|auftritt|siden|pagina|adress|shop|adresse));
    (?:nur|bloß|lediglich|reine|juste|uniquement|seulement|just|only|enkel|alleen|nemmen) (?:um )?(?:die|eine|la|une|the|a|de|een|d'|eng) ?(?:leitung|anbindung|ligne|line|lijn|leidung);
    (?:anschluss|anbindung|leitung)(?= (?:und|sowie|&|\\+) (?:die )?telefon); (?:la|une) ligne(?= et (?:la |une )?(?:tele|voip|voix)); lijn(?= en (?:de )?telefon); leidung(?= an (?:d'|eng )?telefon);
    (?:ihr|jullie|vous|you do|you|dir) (?:die|la|the|de|d') ?(?:leitung|ligne|line|lijn|leidung);
    (?:breitband|breedband|broadband|glasfaser|glasvezel|glasfieber)*; fibres?; fibers?; ftt[hbo]; lwl;
    (?:a|v|s|x|hd|sd)-?dsl*; dsl*; leased lines?;
    liaisons? (?:louee|dediee|point a point|internet|optique|fibre)s?; lignes? louees?; ll dediees?;
    standleitung*; mietleitung*; huurlijn*; mietleidung*;
    (?:4g|5g|lte)(?:-?(?:backup|router|routeur|failover|fallback|verbindung|verbinding|secours|anschluss|lijn|line))?;
    backup (?:par|over|via|uber|iwwer) (?:4g|5g|lte|mobilfunk);
    (?:ligne|acces|connexion|lien|connectivite) (?:de )?(?:secours|backup|redondante?)s?; (?:la|une|leur|nouvelle|bonne|seule) connexion; (?:neue|schnelle|schnellere|starkere|zweite|eigene|neie) (?:leitung|anbindung|verbindung|leidung)(?:en)?; (?:neuer|neuen|schneller|schnellerer|ein|einen|nur) anschluss; connectivite*;
    connectivity; connectiviteit; konnektivitat;
    connexions? (?:haut debit|tres haut debit|thd|professionnelles?|dediees?);
    acces (?:web|haut debit|thd|dedie);
    (?:datenleitung|datalijn|dataleidung|netzanschluss|ftto-leitung|internetleitung)*;
    data-?(?:lijn|line|verbinding)en?; redundante? (?:leitung|anbindung|anschluss|verbinding|lijn|line)*;
    zweitleitung*; zweiwegeanbindung; (?:uplink|sd-?wan|mpls|starlink)s?;
    (?:\\d{1,4} )?(?:gbit|mbit|gbps|mbps|gb/s|mb/s|gbe)(?:/s)?; haut debit; tres haut debit;
    symmetri(?:sch|cal|que)* (?:leitung|line|anschluss|connection|lijn)*
  `),
  sip_trunk: pattern(`
    sip*; (?:trunks?|trunking); (?:sprach|voice|spraak)-?kanal*; voip-?trunk*;
    canaux (?:voix|vocaux|simultanes); voice channels?; spraakkanalen; anlagenanschluss*; pri-?anschluss*;
    direct routing; t2
  `),
  numbers: pattern(`
    porta(?:ge|bilite|bilites)s?; port(?:er|ing|ed)? (?:... )?(?:numeros?|numbers?|nummers?|nummern);
    portier(?:ung|ungen|en|t); porteer*; portering*; porteiert?; porteieren;
    (?:number|nummer)s?-?port(?:a|ing|ering|age)*; nummer-?(?:portering|portabiliteit|behoud|overdracht)*;
    (?:ruf|telefon|service|durchwahl|sonder|tel)-?numme(?:r|rn|ren)(?:block|blocke|blocken|bereich|mitnahme|portierung|ubernahme|plan|kreis)?(?! ?[:.]? ?[(+0-9]);
    (?:ruf|durchwahl|telefon)?nummern?-?(?:block|blocke|blocken|bereich|plan|kreis)*; (?:hoofd|haupt|main|kopf|vaste|vast)-? ?(?:nummer|rufnummer|number|telefoonnummer); (?:behoud|overname|overzetten) van (?:... )?nummers?; numero principal; nummernkreis*; nummern(?: |-)?mitnahme; nummern; nummeren;
    nummere(?:block|plage|beraich)*; nummer-?(?:blok|reeks|block|range)*; nummers;
    (?:telefoon|bel|service|doorkies)-?nummers;
    (?:did|ddi|sda)-?(?:s|range|ranges|numbers?|nummern?|reeks|reeksen|bereich|bereiche|block|blocks|blok|plage|nummers)?;
    durchwahl(?:en|blocks?|bereichs?|blocke|blocken|bereiche|nummern)(?! ?[:.]? ?[(+0-9]);
    doorkies(?:nummers|reeks|blok);
    numeros(?! (?:de |d')?(?:tva|serie|client|rcs|siret|commande|dossier|entreprise|compte|ticket));
    (?:garde|conserve|reprendre|reprise|transfer|recuper|port|maint)* (?:... )?numero(?! (?:de |d')?(?:tva|serie|client|rcs|siret|commande|dossier|entreprise|compte|ticket));
    (?:tranche|bloc|plage|serie)s? (?:de |d')(?:\\d{1,4} )?(?:numeros?|sda|ddi|did); numbers(?! of);
    (?:number|phone number|ddi|did) (?:range|block)s?; (?:numero|nummer|number)s? 0800; 0800-?(?:number|numero|nummer)*; numeros? (?:0800|gratuit*);
    (?:keep|keeps|keeping|retain|retains|retaining) (?:... )?(?<!(?:reference|deal|ticket) )numbers?;
    (?:ruff?|telefons?)?nummere(?= (?:... )?(?:mat|behalen?|porteier|iwwer)); (?:ruff|ruf|telefons)nummere(?:n)?(?! ?[:.]? ?[(+0-9]);
    (?:unsere|ihre|seine|eure|alte|bisherige|bestehende|eigene|die)n? (?:(?:alte|bisherige|bestehende|jetzige)n? )?(?:telefon|ruf)?nummer(?= (?:... )?(?:bleib|behalt|mitnehm|mitgenommen|ubernehm|ubernommen|portier|mit));
    (?:houdt|houden|behoudt|behouden) (?:... )?nummer; (?:hun|zijn|haar|onze|het|mijn) (?:\\w{3,12} )?nummer(?= (?:... )?(?:houden|behouden|meenemen|mee|overzetten|porteren));
    (?:hir|seng|eis|meng|al|hier) nummer(?= (?:... )?(?:behalen?|mathuelen|mat(?![a-z])|iwwerhuelen|porteier));
    (?:numeros?|n°) (?:actuels? |existants? )?(?:a (?:reprendre|porter|garder|conserver|transferer)|repris|portes?|conserves?);
    numeros? verts?; freephone*; toll-?free
  `),
  communication: pattern(`
    telephonie*; telefonie*; telephony;
    (?:cloud|ip|teams|fest|mobil|festnetz)-?telefon(?:ie|anlage|system|apparate)*;
    telefon(?:anlage|anlagen|anlag|system|systeme|losung|losungen|zentrale|zentralen|zentral|apparat|apparate|apparaten|vermittlung|umstellung|lines?|installatioun);
    tel\\.? ?anlage*; tel\\.-?anlage*; tk-?(?:anlage|system|losung|cloud)*; cloud-?anlage*;
    (?:neue|neuer|neuen|moderne|gehostete|gehosteten|virtuelle|virtuellen) anlage; cloud-tk;
    (?:telefoon|telefonie)-?(?:centrale|centrales|systeem|oplossing|installatie|toestellen|toestel);
    telefooncentrale*; telefoontoestel*; (?:nieuwe|vaste|draadloze) toestellen; telefoons(?! ?:); telefons;
    telefone; telefonsanlag*; telefons?-?zentral*; telefonen; telefonsystem*; telefonsleisung*;
    (?:nei|nei[ae]r) apparater; handapparater; telephonique*(?! ?[+]| ?: ?(?:[a-z+(]|0|\\d{2}[ ./-]\\d)); telephones(?! ?:);
    central (?:tele|ip|cloud|voip|heberge|virtuel)*;
    (?:un|le|leur|son|notre|votre|ce|nouveau|vieux|ancien|petit|mini) (?:(?:nouveau|vieux|vieil|ancien|petit|mini|simple) ){0,2}central(?! ?[:]);
    centrale? (?:in de cloud|an der cloud|telefonique|ip);
    (?:cloud|virtuele|gehoste|hosted|nieuwe|oude|huidige|bestaande|hun)-? ?centrale*;
    zentral(?: an der cloud)?; (?:nei|nei[ae]r|al|nei[ae]) (?:telefons)?zentral;
    (?:nouvelle|leur|vieille|ancienne|une|sa|notre|petite|la) centrale(?! (?:d'achat|nucl|electr))(?= (?:heberge|tele|cloud|ip|virtu|alcatel|mitel|actuelle|pour|de \\d)|[ ,.;]);
    (?<=[+&,] ?|et |und |and |en |an )tel\\.?(?! ?[:.]? ?[(+0-9]);
    tel\\.?(?= \\d{1,3} (?:poste|user|ligne|apparat|nst|nebenst|toestel|plaats|telef)); centrex; voice-only; (?:de |hun |een )?centrale (?:wordt|word|vervangen|vernieuwen|vernieuwd); switchboards?;
    centrales? (?:cloud|heberg\\w*|virtu\\w*|ip|voip|numerique|pabx);
    (?:cloud|hosted|virtuelle|ip|voip)-?(?:nebenstellen?|extensions?|toestel|toestellen|seats?|apparater?|telefone?);
    (?:postes|extensions) (?:cloud|ip|voip|heberges); (?:postes?|lignes?) tel(?! ?[:.]? ?[(+0-9]);
    (?:onze|hun|les|des|leurs|nos|de) gsm's; gsm's; (?:dienst|firmen)?handys(?! ?:);
    (?<=(?:internet|fibre|fiber|glasfaser|glasfieber|glasvezel|dsl|adsl|vdsl|data|mobile) ?(?:,|\\+|&|/|et|und|and|en|an|sowie|plus) ?(?:le |la |de |das |l')?)(?:telefoon|telefon|telephone|phone)(?! ?[:.]? ?[(+0-9]);
    (?:telefoon|telefon|telephone|phone)(?= ?(?:,|\\+|&|/|et|und|and|en|an) ?(?:internet|fibre|fiber|glasfaser|glasvezel|glasfieber));
    voice (?:for|over ip); voice(?= (?:and|&) (?:data|internet|fibre|mobile)); (?<=(?:data|internet|fibre|mobile) (?:and|&) )voice;
    (?:siemens|agfeo|auerswald|alcatel|mitel|avaya|panasonic|unify|innovaphone|octopus|starface|yeastar|ericsson|nec|elmeg|gigaset)-?(?:anlagen?|anlag|centrale|zentral|switch|pbx|system);
    mobiel(?=,| en (?:vast|internet));
    autocommutateur*; autocom; (?:v|ip|i|cloud|mix|hosted|virtual|virtuelle)?-?pa?bx*; 3cx; voip(?!-?trunk);
    (?:le|un|du|leur|son|notre|nouveau|vieux|ancien|petit) (?:(?:nouveau|vieux|vieil|ancien|petit|mini|simple) ){0,2}standard(?! de);
    standards? (?:telephonique|automatique|virtuel)s?; standardiste virtuel*;
    (?:tele)?phone (?:systems?|solutions?|service|handsets?);
    (?:desk|ip|cordless|soft|handset|dect|hard)-?phones?; phones; handsets?; dect*; soft-?phones?;
    voice (?:services?|solutions?|platform|system);
    (?:la|services?|canaux|operateur|offre|solution|telephonie|lignes?) voix; voix (?:sur ip|et data|ip);
    (?:hosted|cloud) (?:voice|telephony|phone*); calling plans?;
    teams (?:telephon|telefon|phone|calling|voice|voix|bellen|telefoni)*;
    (?:bellen|telefoneren|telefonieren|appels?|appeler|telephoner|telefoneieren|calls?|calling|phoning) (?:... )?(?:via|per|uber|sur|dans|through|in|iwwer|mat|mit|met) (?:microsoft |ms )?teams;
    ms-?teams-?telefonie; operator connect;
    (?:contact|call|kontakt|kundenkontakt)-?(?:center|centre|centrum|zentrum)s?;
    centres? (?:d'appels?|de contacts?); serveur vocal*; ivr; svi; acd; warteschlange*; files? d'attente;
    call queues?; wachtrij*; keuzemenu*; anrufverteilung; ucaas; unified comm*; communications? unifiees?;
    unified communications?;
    mobile(?:s)?(?: (?:subscription|plan|sim|abo|contract|fleet|line|flotte|telephony|voice|data)s?)(?! ?[:+]);
    (?:forfaits?|abonnements?|flotte|lignes?|cartes?|telephonie|besoin en|besoins en|parc) (?:de )?(?:mobile|gsm|sim|portable)s?(?! ?[:+]);
    mobilfunk*; mobiltelefonie; (?:handy|mobil)-?(?:vertrag|vertrage|flotte|tarif|abo|abos|abonnement)*;
    (?:gsm|mobiele|mobiel|sim)-?(?:abonnement|abonnementen|kaart|kaarten|karte|karten|cards?|abos|toestellen|vloot|lines?|telefonie|bellen);
    mobile(?:s)?(?! ?(?:phone|nr|no|number|app|version)?\\.? ?[:+(0-9]); sim;
    (?:les|leurs|ses|des|\\d{1,3}) gsm; gsm(?= (?:restent|reste|blijven|bleiwen|chez|bij|bei));
    (?:vaste|mobiele|vast|mobiel) (?:telefonie|lijnen|bellen|en mobiel);
    (?:phone|telephone|voice|analogue|analog|isdn|telefon)-? ?lines?; (?:telefoon|isdn)-?lijn(?:en)?;
    telefonanschl*; telefonleitung*; sprachdienst*; fixnet; festnetz*; telefonieren; telephoner
  `),
  it: pattern(`
    managed[- ](?:it|services?|security|firewall|server|hosting|workplace|backup)*;
    it-?(?:betreuung|support|beheer|services?|dienstleistungen|dienst|diensten|outsourcing|infrastruktur|infrastructure|infrastructuur|management|sicherheit|security|wartung|onderhoud|umgebung|omgeving|hardware|betrieb|support|suppport|perimeter|maintenance);
    infogerance*; informatique(?:s)?; l'it; (?:leur|die|ihre|unsere|the|their|our|hun|de|hir|d') ?it;
    informatik; informatica; (?:microsoft|office|ms|m|o) ?-?365*; m365*; exchange online; sharepoint;
    intune; azure; entra; (?:managed |cloud |next-?gen )?fire-?wall*; utm; antivir*; anti-?virus*;
    endpoint*; edr; xdr; mdr; siem; soc; cyber*; pentest*; vpn;
    (?:daten|cloud|online|server|managed|veeam)-?(?:sicherung|backup|back-up)*;
    sauvegardes?(?: externalisee*| informatique| cloud)?; back-?ups?; datensicherung*; datesecherung*;
    (?:it|netzwerk|daten|information|informatique|network|netwerk|data)-?(?:sicherheit|security|beveiliging)*;
    securite (?:informatique|reseau|it|des donnees);
    security (?:monitoring|audit|services?|awareness|as a service|package)*;
    (?:informatica|it|netwerk)-?beveiliging; it-?secherheet; security;
    hebergement (?:web|de sites?|cloud|de serveurs?|du serveur|infogere|mail|du site|informatique|de donnees)*;
    hebergement(?! touristique| hotelier); (?:web|server|cloud|mail)-?hosting; hosting; housing;
    colocation*; serveurs?(?! vocal); servers?(?:n)?; vserver*; virtual machines?; vps; nas;
    (?:workplace|desktop|laptop)s? (?:as a service|management); daas; infrastructure as a service; iaas;
    cloud-?speicher*; parc informatique; postes de travail; helpdesk; help desk
  `),
};

/** Where a word of the lexicon means something else. These stretches are blanked before services are sought. */
export const NOT_A_SERVICE = pattern(`
    internet-?(?:seiten?|auftritts?|siden?|siten?|paginas?|sites?|adressen?|shops?|prasenz|recherche|suche);
    (?<!(?:angebot|offerte|vertrag|anfrage|auftrag|projekt|offre)s? )uber (?:das )?internet; (?:sur|im|via|op|par|vum|from|through|on the|the|via l'|sur l'|par l'|aus dem) internet(?! (?:connection|line|access|verbindung|anschluss|connectie));
    sites? internet; adresses? internet; page internet; internet ?: ?(?:www|http|\\[)*; cafe internet;
    internet-? ?cafe*; cyber-? ?cafe*;
    (?:prestataire|service|responsable|societe|partenaire|directeur|expert|fournisseur|technicien|departement|materiel|comite|dsi|consultant|entreprise|boite|ingenieur|conseiller|integrateur) (?:en )?(?:informatique|it|telecom|tele*|telephonique)s?;
    it-?(?:leiter*|manager|verantwortliche*|verantwoordelijke*|abteilung|department|afdeling|team|director|company|companies|firma|dienstleister*|partner*|provider*|contact*|chef|head|systemhaus|haus|leverancier*|consult*|administrator*|desk|verantwortlech*|responsible);
    it-? ?(?:kunde|kunden|kundin|klant|klanten|client|clients|clienten|customers?); (?:client|cliente)s? (?:en )?(?:informatiques?|it);
    numeros? telephoniques?; (?:head|director|chief|manager) of it; (?:par|au|de|du) telephone; (?:am|per|ans) telefon;
    on the (?:tele)?phone; by (?:tele)?phone;
    telefonisch(?:e|er|en)? (?:termin|rucksprache|kontakt|absprache|overleg|contact|gesprach|bereikbaar|erreichbar)*;
    (?:aan|over) de telefoon; um telefon;
    (?:entretien|contact|rendez-?vous|accueil|appel|conversation|echange|rdv|point) telephonique(?! (?:avec|automat|intellig|digne));
    conference telephonique*;
    (?:numeros?|nummern?|number|nummer) (?:de |d')?(?:tva|vat|btw|rcs|client|ticket|dossier);
    phone numbers? ?:; mobile (?:app|phone); deal numbers?; in numbers; ticketnummer*; large numbers?;
    numbers? of;
    envoye (?:de|depuis|a partir de) mon (?:telephone|mobile|gsm|smartphone|appareil) ?(?:mobile|portable)?;
    von (?:meinem|unterwegs|mobil*) (?:handy|mobiltelefon|telefon|smartphone)?;
    sent from my (?:mobile|phone)*; verzonden vanaf (?:mijn )?(?:mobiel|gsm|telefoon)*;
    backup-?(?:plan|kontakt|contact|person); job security; social security; securite sociale;
    (?:zentral|centrale?) (?:gelegen|bedeutung|rolle|question|point|role);
    la (?:direction|administration) centrale; centrale (?:d'achats?|nucleaire|electrique)
  `);

/** Mentions of IT that are lines to the internet: "4G backup", "backup line". */
export const BACKUP_LINE = pattern(`
    (?:4g|5g|lte|internet|dsl|mobilfunk|leitungs|line|lijn|fibre|fiber|glasfaser|starlink|mobile|mobiele|router)-? ?(?:als |as |en |comme |voor |for |fir |pour |fur )?(?:backup|back-up|failover|fallback)s?;
    (?:backup|back-up|failover|fallback)-? ?(?:leitung|line|lijn|verbinding|verbindung|anschluss|link|internet|connection|dsl|4g|5g|lte|leidung)*;
    (?:backup|back-up|failover|secours) (?:par |over |via |uber |iwwer |en |in |op |mit |met |mat |with |on )?(?:4g|5g|lte|mobilfunk|starlink|sim)
  `);
