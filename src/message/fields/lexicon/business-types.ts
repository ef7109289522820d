/** Words that open the name of a business or institution, folded; and the ends of such compounds. */
export const BUSINESS_TYPES: ReadonlySet<string> = new Set(
  // French
  (
    'garage carrosserie auto-ecole autoecole concession boulangerie boulangerie-patisserie patisserie boucherie boucherie-charcuterie charcuterie fromagerie epicerie traiteur chocolaterie confiserie poissonnerie primeur cave caves domaine chateau brasserie restaurant resto auberge hotel hotel-restaurant hostellerie cafe bistro bistrot pizzeria taverne snack camping gite ferme ferme-auberge ' +
    'pharmacie clinique hopital polyclinique laboratoire cabinet centre maison residence ephad seniorie foyer creche garderie ecole lycee college institut universite academie internat mjc musee theatre cinema bibliotheque mediatheque paroisse eveche fondation association federation syndicat mutuelle chambre ordre commune mairie ville communaute administration cpas ocmw agence bureau etude fiduciaire notaire notariat ' +
    'imprimerie librairie papeterie fleuriste fleurs jardinerie pepiniere jardins serres menuiserie ebenisterie charpente toitures toiture couverture plomberie chauffage sanitaire electricite peinture platrerie maconnerie construction constructions entreprise travaux batiment terrassement ferronnerie serrurerie metallerie mecanique atelier ateliers galerie galeries toiture usine fonderie scierie carriere transports transport messagerie taxis taxi ambulances demenagements voyages autocars cars logistique ' +
    'optique opticien bijouterie horlogerie salon coiffure coiffeur institut-de-beaute spa pressing blanchisserie teinturerie nettoyage magasin boutique mode chaussures meubles cuisines cuisine quincaillerie droguerie distillerie etablissements ets etablissement societe groupe compagnie cooperative vignoble vignobles vins abattoir laiterie moulin moulins malterie sucrerie veterinaire clinique-veterinaire dentaire kine immobiliere immobilier regie courtage assurances banque credit architectes architecture geometre expertise conseil consulting solutions studio studios agence-immobiliere club tennis piscine golf stade port aeroport casino ' +
    // German
    'autohaus autohof kfz-werkstatt werkstatt karosserie backerei konditorei metzgerei fleischerei weingut weinkellerei kellerei brauerei gasthaus gasthof pension hotel-garni landhotel restaurant cafe eiscafe apotheke praxis zahnarztpraxis arztpraxis hausarztpraxis tierarztpraxis gemeinschaftspraxis klinik rehaklinik krankenhaus klinikum pflegeheim seniorenheim altenheim seniorenresidenz pflegedienst sozialstation physiotherapie kita kindergarten grundschule gymnasium realschule schule hochschule akademie kanzlei rechtsanwalte rechtsanwaltskanzlei steuerkanzlei steuerberatung steuerberater notariat ingenieurburo architekturburo architekten planungsburo sachverstandigenburo druckerei buchhandlung gartnerei gartencenter baumschule blumen ' +
    'schreinerei tischlerei zimmerei dachdecker dachdeckermeister dachdeckerei elektro elektrotechnik sanitar heizung heizungsbau malerbetrieb bauunternehmen bauunternehmung baugeschaft hochbau tiefbau fliesen fensterbau metallbau stahlbau maschinenbau sagewerk spedition transporte busreisen reiseburo fahrschule optik optiker juwelier friseur friseursalon mobelhaus mobel kuchenstudio modehaus sporthaus sanitatshaus hausverwaltung immobilien versicherung versicherungsmakler versicherungsburo sparkasse volksbank raiffeisenbank stadtwerke stadt gemeinde gemeindeverwaltung verbandsgemeinde ortsgemeinde landkreis kreisverwaltung kirchengemeinde pfarrei caritas diakonie lebenshilfe verein turnverein sportverein genossenschaft winzergenossenschaft molkerei landhandel baustoffe baumarkt getranke mineralquelle mineralbrunnen reiterhof bauhof tierklinik institut haus ' +
    // Dutch
    'bakkerij slagerij brouwerij garage autobedrijf carrosseriebedrijf apotheek huisartsenpraktijk tandartspraktijk dierenarts dierenartspraktijk dierenkliniek praktijk fysiotherapie ziekenhuis zorgcentrum woonzorgcentrum rusthuis verpleeghuis kinderdagverblijf kinderopvang basisschool school college lyceum advocatenkantoor advocaten notariskantoor notaris accountantskantoor boekhoudkantoor kantoor makelaardij makelaar verzekeringen verzekeringskantoor drukkerij boekhandel bloemist bloemen kwekerij tuincentrum timmerbedrijf timmerfabriek schrijnwerkerij schrijnwerk dakwerken bouwbedrijf aannemersbedrijf aannemer bouwwerken loodgietersbedrijf installatiebedrijf elektro schildersbedrijf transportbedrijf transport taxibedrijf rijschool reisbureau optiek juwelier kapsalon kapper meubelen keukens restaurant hotel herberg eetcafe café brasserie frituur camping boerderij melkveebedrijf zuivel zuivelhoeve kaasmakerij gemeente stad stichting vereniging cooperatie coöperatie maatschap woningcorporatie metaalbewerking constructiebedrijf machinefabriek scheepswerf groothandel supermarkt winkel slijterij architectenbureau ingenieursbureau studiebureau adviesbureau uitzendbureau sportclub voetbalclub manege museum theater bibliotheek kerk parochie kaasboerderij molen ' +
    // English
    'winery bakery butchery pharmacy clinic hospital practice surgery school academy college university hotel inn pub restaurant café brewery garage dealership law-firm chambers solicitors trust fund fiduciary brokers insurance bank nursery kindergarten foundation museum theatre library church parish municipality council printers farm estate vineyard studio atelier workshop ' +
    // Luxembourgish
    'bäckerei baeckerei bäckerei-konditorei metzlerei metzlerei-traiteur gemeng schreinerei coiffure salon hotel restaurant café wäibau wäikellerei wenzerei winzer daachdecker elektro sanitär garage apdikt apdikten doktesch crèche maison-relais schoul fiduciaire bauerenhaff haff bulli spidol altersheem fleegeheem crossfit gaertnerei gärtnerei autosatelier'
  )
    .split(' ')
    .map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()),
);

/** German, Dutch and Luxembourgish compounds end so. */
export const BUSINESS_ENDS = [
  'praxis',
  'praktijk',
  'kanzlei',
  'kellerei',
  'genossenschaft',
  'schule',
  'schoul',
  'heim',
  'residenz',
  'klinik',
  'kliniek',
  'apotheke',
  'apotheek',
  'backerei',
  'bakkerij',
  'brauerei',
  'brouwerij',
  'metzgerei',
  'metzlerei',
  'gartnerei',
  'schreinerei',
  'zentrum',
  'centrum',
  'verein',
  'verband',
  'quelle',
  'handel',
  'handlung',
  'bedrijf',
  'gesellschaft',
  'betrieb',
  'agentur',
  'makelaardij',
  'kantoor',
  'druckerei',
  'drukkerij',
  'technik',
  'techniek',
  'werkstatt',
  'werke',
  'werk',
  'haus',
  'hotel',
  'stiftung',
  'verwaltung',
  'schreinerij',
  'werken',
  'meister',
  'verblijf',
  'opvang',
  'school',
  'haff',
  'gut',
  'buro',
  'bau',
  'spedition',
  'brennerei',
  'destillerie',
  'muhle',
  'kirche',
  'gemeinde',
  'gemeente',
  'museum',
  'theater',
  'markt',
  'wirtschaft',
  'logistik',
  'logistiek',
  'kwekerij',
  'stokerij',
  'slagerij',
  'boerderij',
  'zorg',
  'pflege',
  'transporte',
];

/** After a comma these still belong to the name. */
export const PROFESSIONS = [
  'avocats',
  'avocat',
  'avocats a la cour',
  'notaire',
  'notaires',
  'architectes',
  'architecte',
  'rechtsanwalte',
  'steuerberater',
  'notar',
  'notare',
  'advocaten',
  'advocaat',
  'notarissen',
  'attorneys',
  'attorneys-at-law',
  'solicitors',
  'geometres',
  'experts-comptables',
  'architekten',
  'ingenieure',
  'architecten',
  'wirtschaftsprufer',
  'huissiers',
  'affekoten',
];
