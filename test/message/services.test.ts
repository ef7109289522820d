import { describe, expect, test } from 'vitest';
import { findServiceMentions, findServices, servicesOf } from '../../src/message/services.ts';

/** A sentence and what it says is wanted. */
const WANTED: [string, string][] = [
  ['Il garde sa téléphonie chez Orange et veut la fibre.', 'internet'],
  ['Le client souhaite un nouveau central, la connexion internet reste chez POST.', 'communication'],
  [
    'Nous gérons déjà leur informatique, il leur faut maintenant une téléphonie cloud pour 12 personnes.',
    'communication',
  ],
  ['Pas de téléphonie, uniquement la fibre.', 'internet'],
  ['Fibre + reprise des numéros, sans SIP.', 'internet numbers'],
  [
    'Leur central actuel est en fin de vie, à remplacer par du 3CX avec trunk SIP 10 canaux.',
    'sip_trunk communication',
  ],
  ['Trunk SIP pour leur PABX Mitel existant.', 'sip_trunk'],
  [
    'Elle conserve ses numéros et son opérateur internet actuel, on change la centrale téléphonique.',
    'numbers communication',
  ],
  ['Der Kunde behält Internet bei der Telekom und möchte eine neue Telefonanlage.', 'communication'],
  ['Nur Internet, keine Telefonie.', 'internet'],
  ['Gewünscht: Glasfaser 1 Gbit mit 5G-Backup, die Firewall betreuen wir selbst.', 'internet'],
  [
    'Internet, Telefonie und Firewall bleiben bei der Post, es geht nur um die Portierung von 30 Rufnummern.',
    'numbers',
  ],
  [
    'SIP-Trunk mit 8 Sprachkanälen an der vorhandenen Telefonanlage, Durchwahlblock wird mitgenommen.',
    'sip_trunk numbers',
  ],
  ['Bitte um Schutz: Microsoft 365 und Datensicherung für 20 Plätze.', 'it'],
  ['They keep their phones with BT but need a leased line.', 'internet'],
  ['Customer wants Teams telephony and number porting, no internet.', 'numbers communication'],
  ['We already manage their servers. They now ask for a hosted PBX.', 'communication'],
  ['A SIP trunk for their existing Avaya PBX, 30 channels.', 'sip_trunk'],
  ['Fibre with 4G failover; the firewall is not needed.', 'internet'],
  ['I called him on the phone, found them on the internet, needs cloud telephony.', 'communication'],
  ['Ze houden hun internet bij Proximus maar willen een nieuwe telefooncentrale.', 'communication'],
  ['Geen telefonie, enkel glasvezel.', 'internet'],
  ['Wij beheren hun IT al jaren; nu vragen ze een SIP-trunk en behoud van hun nummers.', 'sip_trunk numbers'],
  [
    'Vaste telefonie en internet voor 15 werkplekken, nummers worden overgezet.',
    'internet numbers communication',
  ],
  ['De klant wil glasvezel met 4G-back-up, de firewall blijft bij ons.', 'internet'],
  ['Si behalen hiren Internet bei der Post a wëllen eng nei Telefonszentral.', 'communication'],
  ['Just Internet iwwer Glasfaser, keng Telefonie.', 'internet'],
  ["D'IT maache mir, si brauchen e SIP-Trunk an hir Nummeren solle portéiert ginn.", 'sip_trunk numbers'],
  ['Mir hätte gär eng nei Zentral fir 10 Leit an och séieren Internet.', 'internet communication'],
  [
    'Services souhaités : fibre, téléphonie, portabilité\nOpérateur actuel : Proximus (internet, mobile)',
    'internet numbers communication',
  ],
  ['[x] Internet\n[ ] SIP-Trunk\n[x] Rufnummern\n[ ] Telefonie', 'internet numbers'],
  ['☒ Fibre ☐ SIP ☒ Téléphonie', 'internet communication'],
  ['Internet: oui\nTéléphonie: non\nSIP: non\nNuméros: oui', 'internet numbers'],
  ['Internet\tja\nTelefonie\tnein\nIT\tnein', 'internet'],
  ['Leistungen (Internet / SIP / Telefonie / Rufnummern):\tInternet und Rufnummern', 'internet numbers'],
  ['Téléphone : +352 26 12 34 56\nMobile : 621 123 456\nInternet : www.truc.lu\nBesoin : fibre', 'internet'],
  ['Ihr Internet ist nicht stabil, sie wollen eine Standleitung.', 'internet'],
  ['Ils sont mécontents de leur téléphonie actuelle.', 'communication'],
  [
    'Zurzeit haben sie eine ISDN-Anlage von Auerswald. Wir bieten eine Cloud-Telefonanlage an.',
    'communication',
  ],
  ['De huidige lijnen bij KPN lopen af; ze zoeken bellen via Teams.', 'communication'],
  ['Voor later eventueel ook telefonie, nu enkel internet.', 'internet'],
  ['Telephony can wait, the fibre is urgent.', 'internet'],
  ['La téléphonie, on verra plus tard. La fibre tout de suite.', 'internet'],
  ['Contact center 20 agents plus SIP trunking', 'sip_trunk communication'],
  ['hébergement de leur serveur + firewall managé', 'it'],
  ['25 abonnements mobiles et une fibre pour le dépôt', 'internet communication'],
  ['25 Handyverträge und ein Internetanschluss', 'internet communication'],
  ['Il est passé chez nous hier au téléphone. Son numéro de TVA est LU123. Besoin: 8 numéros SDA', 'numbers'],
  ['It is not about telephony but about the internet line.', 'internet'],
  ['Es geht nicht um Telefonie, sondern um Internet.', 'internet'],
  ["Ce n'est pas pour la téléphonie mais pour une liaison fibre dédiée.", 'internet'],
  ['Not only internet but telephony too', 'internet communication'],
  ['Nicht nur Glasfaser, auch neue Telefone.', 'internet communication'],
  [
    'Their phone contract with the incumbent ends in March; they want a cloud PBX and will keep their DDI range.',
    'numbers communication',
  ],
  [
    'Betrifft: Hosted PBX (18 NST), Internetzugang VDSL 250, Portierung 3 Rufnummern',
    'internet numbers communication',
  ],
  ['Redundante Internetanbindung + M365 Migration', 'internet it'],
  ['Fir de Moment hunn si Internet bei Tango, dat bleift. Si brauchen nëmmen Telefonie.', 'communication'],
  [
    "Le cabinet déménage en mars : il lui faudra une ligne fibre dédiée et une dizaine de téléphones IP. La partie informatique est gérée par leur frère, on n'y touche pas.",
    'internet communication',
  ],
  [
    "Besoin : lien internet 500 Mb/s + backup 4G, 6 canaux SIP sur l'IPBX Wildix en place.",
    'internet sip_trunk',
  ],
  [
    "Ils ont déjà la fibre (POST) et en sont contents, c'est uniquement pour passer leur vieux PABX en VoIP.",
    'communication',
  ],
  ['On leur a proposé M365 et une solution de sauvegarde, plus un firewall Fortinet.', 'it'],
  [
    'Le client veut du Teams avec numéros fixes luxembourgeois, portage de la tranche 28 55 10-19.',
    'numbers',
  ],
  [
    'Renouvellement de la flotte mobile (18 SIM) et nouvelle box 5G pour le chantier.',
    'internet communication',
  ],
  ["Téléphonie seulement. Internet chez Eltrona jusqu'en 2028.", 'communication'],
  [
    "Demande : raccordement FTTH du nouveau bâtiment ; la téléphonie suivra peut-être l'an prochain.",
    'internet',
  ],
  [
    "Pour info l'hôtel a 40 chambres, WiFi géré par une autre société. Ils cherchent un standard virtuel.",
    'communication',
  ],
  [
    'Le projet comprend : un SIP trunk 15 canaux, la reprise de 50 SDA et deux accès fibre redondants.',
    'internet sip_trunk numbers',
  ],
  [
    'Ablösung der ISDN-Anlage durch Cloud-PBX, 14 Apparate, Faxnummer soll erhalten bleiben.',
    'communication',
  ],
  [
    'Standortvernetzung über zwei Glasfaserleitungen, dazu SIP-Trunk für die bestehende Mitel.',
    'internet sip_trunk',
  ],
  ['Kunde braucht dringend schnelleres Internet, Telefon läuft über Vodafone und bleibt dort.', 'internet'],
  ['Es geht um die Telefonie. IT machen wir sowieso, Internet kommt von der Telekom.', 'communication'],
  ['Gewünscht sind 20 Mobilfunkverträge, sonst nichts.', 'communication'],
  ['Angefragt: Firewall und Serverhosting. Telefonanlage ist erst zwei Jahre alt und bleibt.', 'it'],
  ['Rufnummernportierung von 0651/4000-0 bis -99 plus SIP mit 10 Kanälen.', 'sip_trunk numbers'],
  [
    'Sie haben Internet und Telefonie bei der Post, wollen mit beidem zu Mixvoip wechseln.',
    'internet communication',
  ],
  [
    'Der Kunde wünscht eine Komplettlösung: Internet, Telefonie, Rufnummernmitnahme.',
    'internet numbers communication',
  ],
  ['WLAN und Switches liefern wir, von euch bräuchten wir den Internetanschluss.', 'internet'],
  [
    'They run Teams already and want to make calls from it, so Direct Routing with 20 channels please.',
    'sip_trunk',
  ],
  ['The PBX stays, we only need trunks and the port-in of 30 numbers.', 'sip_trunk numbers'],
  ['Leased line 200/200 with LTE failover. Voice is not in scope for now.', 'internet'],
  [
    'Looking for a hosted phone system, 25 handsets, plus mobile subscriptions for the drivers.',
    'communication',
  ],
  ['We look after their Microsoft 365 tenant. What they need from you is broadband.', 'internet'],
  ['New office: connectivity, telephony and managed security.', 'internet communication it'],
  ["They'd like to replace both the internet line and the old switchboard.", 'internet communication'],
  [
    'A call centre with 40 agents wants to move to the cloud and keep its 0800 number.',
    'numbers communication',
  ],
  [
    'Their current provider for internet and phones is Proximus; both contracts end in May and they want to come over to us with everything.',
    'internet communication',
  ],
  ['IT support is done in-house. They need fibre.', 'internet'],
  [
    'De klant zoekt een nieuwe telefooncentrale met 12 toestellen; internet blijft bij Telenet.',
    'communication',
  ],
  [
    'Aanvraag: glasvezel 1 Gbps + vaste telefonie + overname van de nummers.',
    'internet numbers communication',
  ],
  ['Ze hebben geen interesse in telefonie, wel in een back-uplijn over 5G.', 'internet'],
  ['SIP-trunk (4 kanalen) voor hun eigen 3CX.', 'sip_trunk'],
  ['Wij doen de firewall en de servers, jullie de internetlijn graag.', 'internet'],
  ['Mobiele abonnementen voor 9 medewerkers en bellen via Teams.', 'communication'],
  ['Hun ICT zit bij ons. De telefonie willen ze vernieuwen.', 'communication'],
  ['Twee vestigingen met elk een internetverbinding, één centrale in de cloud.', 'internet communication'],
  ['Graag offerte voor beveiliging en back-up van hun servers.', 'it'],
  ["Enkel nummerportering, 10 DDI's.", 'numbers'],
  ['Si brauchen en neien Internetuschloss an eng Telefonzentral fir 15 Leit.', 'internet communication'],
  ["Den Internet bleift bei der POST, mee d'Telefonie soll bei iech kommen.", 'communication'],
  ["Mir këmmeren eis ëm d'IT, si hätte gär Glasfaser vun iech.", 'internet'],
  ["Et geet ëm e SIP-Trunk mat 8 Kanäl, d'Zentral hunn se schonn.", 'sip_trunk'],
  ['De Client wëll seng Nummeren behalen an op Teams-Telefonie wiesselen.', 'numbers communication'],
  ['Keng Telefonie, just eng Fiber mat 4G Backup.', 'internet'],
  ['Firewall an Backup vun de Server, soss näischt.', 'it'],
  ['Leistung: Internet (neu), Telefonie (Bestand bleibt), IT (nein)', 'internet'],
  [
    'Produits\tFibre Pro, IPBX 8 postes\nOpérateur actuel\tOrange (fibre + mobile)\nRemarques\tMatériel informatique hors périmètre',
    'internet communication',
  ],
  ['Services requested: SIP trunk, DDI range. Not required: internet, mobile.', 'sip_trunk numbers'],
  ['Fibre ✓ Téléphonie ✗ SIP ✓', 'internet sip_trunk'],
  ['Interesse an: Internet ja / Telefonie nein / Rufnummern ja', 'internet numbers'],
  [
    'Hallo Nausicaa, ich habe dich telefonisch nicht erreicht, deshalb per Mail. Kunde X will VDSL.',
    'internet',
  ],
  [
    "Vu sur leur site internet, ils recrutent. Je les ai eus au téléphone : besoin d'une solution de téléphonie.",
    'communication',
  ],
  ['Der Kunde hat noch kein Glasfaser und möchte das jetzt haben.', 'internet'],
  ['They have no PBX at all at the moment and want one in the cloud.', 'communication'],
  ['Ze hebben nog geen glasvezel en willen dat nu.', 'internet'],
  [
    'La société remplace ses deux lignes RNIS par des canaux SIP et prend un accès fibre chez vous.',
    'internet sip_trunk',
  ],
  [
    'Ils souhaitent conserver leur numéro principal et passer sur une solution IPBX dans le cloud.',
    'numbers communication',
  ],
  [
    'Nouveau siège à Capellen : câblage par nos soins, connexion internet 1 Gb et 60 téléphones.',
    'internet communication',
  ],
  ['Pour le moment uniquement la connexion, la voix viendra dans un second temps.', 'internet'],
  ['Il a une box grand public et voudrait une vraie ligne pro avec IP fixe.', ''],
  ["Centre d'appels de 12 agents, enregistrement des appels obligatoire.", 'communication'],
  ['Migration Exchange vers Office 365 et antivirus managé pour 25 postes.', 'it'],
  ['Garage : 3 téléphones sans fil, 1 fixe, internet 100 méga.', 'internet communication'],
  ['Lien MPLS entre Arlon et Luxembourg + secours 5G', 'internet'],
  ["Renseignement pris, la fibre n'est pas disponible à l'adresse : on part sur de la 5G.", 'internet'],
  ['Kunde: 8 Arbeitsplätze, VoIP-Telefone, bestehender DSL-Anschluss bleibt.', 'communication'],
  ['Wir bauen das Netzwerk, Mixvoip soll Leitung und Telefonie liefern.', 'internet communication'],
  ['Anfrage einer Kanzlei: Teams-Telefonie mit Rufnummernblock 0-49.', 'numbers communication'],
  ['Bisher 3 ISDN-Leitungen, künftig SIP.', 'sip_trunk'],
  ['Der Wunsch: ausfallsicheres Internet (Glasfaser + LTE), sonst keine Änderungen.', 'internet'],
  ['Sie nutzen Microsoft 365 bei uns und brauchen nun eine Telefonlösung dazu.', 'communication'],
  ['Mobilfunk für die Monteure (15 Karten) und Datenvolumen', 'communication'],
  ['Server-Housing und Backup in Luxemburg', 'it'],
  ['IT-Sicherheit ist Thema, aber das machen wir; es geht um die Telefonie.', 'communication'],
  ['Kein SIP, keine Nummern, nur Anschluss 250 Mbit.', 'internet'],
  ['They want to ditch ISDN for SIP and bring along their 100 DDIs.', 'sip_trunk numbers'],
  ['Existing Cisco phones will be reused with your hosted PBX.', 'communication'],
  ['Internet only please, phones are staying where they are.', 'internet'],
  ['Fixed line replacement: cloud telephony for reception and 14 rooms', 'communication'],
  ['Broadband, 5 VoIP handsets, porting of 2 numbers', 'internet numbers communication'],
  ['Firewall managed by us; connectivity from you.', 'internet'],
  ['Vast internet voor de werf, 4G-router volstaat.', 'internet'],
  ['Omzetting van de oude PBX naar Teams, met behoud van het hoofdnummer.', 'numbers communication'],
  ['De school wil SIP met 12 kanalen op de bestaande centrale.', 'sip_trunk'],
  ['Nieuwe telefonie nodig, IT en internet zitten bij een andere partij.', 'communication'],
  [
    "Fir hiren neie Büro: Internet, 12 Telefonen an d'Nummeren iwwerhuelen.",
    'internet numbers communication',
  ],
  ["D'Telefonie bleift wéi se ass, et ass just wéinst dem Internet.", 'internet'],
  ['Si wiessele vun ISDN op SIP.', 'sip_trunk'],
  ['E Call Center mat 8 Leit, alles an der Cloud.', 'communication'],
];

describe('the services that a text wants', () => {
  test.each(WANTED)('given %j, then %j', (text, services) => {
    expect(
      findServices(text)
        .map((mention) => mention.service)
        .join(' '),
    ).toBe(services);
  });

  test('given a company whose name holds a service word, when the name is excluded, then it does not count', () => {
    const text = 'Glasfaser Müller sucht eine Telefonanlage';
    expect(findServices(text, { exclude: [{ start: 0, end: 16 }] }).map(({ service }) => service)).toEqual([
      'communication',
    ]);
  });

  test('given a company name with a legal form, then the service word that begins it does not count', () => {
    expect(findServices('Backup Consult S.à r.l. veut une fibre').map(({ service }) => service)).toEqual([
      'internet',
    ]);
  });

  test('given small letters, then "did" and "it" are English words, not acronyms', () => {
    expect(
      findServices('she did not say, leave it to me; they want fibre').map(({ service }) => service),
    ).toEqual(['internet']);
  });

  test('given a sentence about an invoice, then it speaks of what is there', () => {
    const [mention] = findServiceMentions('Auf der Rechnung vom Mai ist der SIP-Trunk doppelt.');
    expect(mention?.stance).toBe('current');
  });

  test('given a mention, then its offsets lead to its very words', () => {
    const text = 'Ils veulent « la fibre » et une téléphonie.';
    for (const mention of findServiceMentions(text)) {
      expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    }
  });

  test('given several segments, then what one wants counts for all, with evidence', () => {
    const found = servicesOf([
      { id: 4, kind: 'own', text: 'à enregistrer' },
      { id: 7, kind: 'forward', text: 'Nous voudrions garder nos numéros et passer à la fibre.' },
    ]);
    expect(found.services).toEqual(['internet', 'numbers']);
    expect(found.evidence.every((line) => line.segment === 7)).toBe(true);
  });

  test('given hostile repetition, then reading takes time in proportion to its length', () => {
    for (const piece of ['pas ', 'internet ', '[ ] ', 'sip trunk für die ', 'x:', 'a']) {
      const started = performance.now();
      findServiceMentions(piece.repeat(40_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});

describe('a length or a purpose after "for"', () => {
  test.each([
    'The customer wants telephony for 15 users.',
    'De klant zoekt telefonie voor 15 werkplekken.',
    'Der Kunde braucht Telefonie für 15 Arbeitsplätze.',
    'Le client cherche une téléphonie pour 15 postes.',
    'De Client sicht Telefonie fir 15 Plazen.',
  ])('says for whom it is, not that the customer has it: %s', (text) => {
    expect(findServiceMentions(text)).toMatchObject([{ service: 'communication', stance: 'wanted' }]);
  });
});
