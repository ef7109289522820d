import { describe, expect, test } from 'vitest';
import { detectIntent, type IntentContext } from '../../src/message/intent.ts';
import type { Automation, Intent, Segment } from '../../src/message/understanding.ts';

const REF = 'DR-2026-000512';

/** What surrounds the own text. */
interface Around {
  subj?: string;
  /** A notice of ours that is quoted. */
  notice?: string;
  staff?: boolean;
  partner?: boolean;
  fwd?: string;
  att?: string;
  /** A customer's name was found. */
  name?: boolean;
}

const PERSON: Automation = { mayProcess: true, mayAnswer: true, reasons: [] };

function mail(text: string, around: Around = {}): IntentContext {
  const subject = around.subj ?? (around.notice ? `Re: Mixvoip Deal Registration ${REF}` : '');
  const segments: Segment[] = [
    { id: 0, kind: 'subject', text: subject },
    { id: 1, kind: 'own', text },
  ];
  if (around.notice)
    segments.push({ id: 2, kind: 'quote', text: `Von: dealreg@mixvoip.com\n${around.notice}` });
  if (around.fwd) segments.push({ id: 3, kind: 'forward', text: around.fwd });
  if (around.att) segments.push({ id: 4, kind: 'attachment', text: around.att, attachment: 'form.pdf' });
  return {
    segments,
    automation: PERSON,
    fromStaff: around.staff ?? false,
    fromPartner: around.partner ?? true,
    isReply: around.notice !== undefined,
    senderDomain: 'partner.example',
    namesCustomer: around.name ?? false,
  };
}

const MAILS: [Intent, string, Around?][] = [
  // nothing is registered
  [
    'question',
    'Ass den Hotel Perl zu Klierf nach fräi? Mir mellen nach näischt un, et ass just eng Fro.',
    { name: true },
  ],
  [
    'question',
    'Ist das Hotel Perl noch frei? Wir melden noch nichts an, das ist nur eine Frage.',
    { name: true },
  ],
  // register
  [
    'register',
    'Bonjour, peux-tu nous protéger sur la Clinique du Parc à Liège ? 40 postes en téléphonie cloud.',
  ],
  [
    'register',
    'Hello,\nnous souhaitons déclarer un projet chez Boulangerie Feltz, Mersch : fibre + 4 lignes.\nMerci',
  ],
  ['register', 'Boulangerie Feltz Mersch fibre 6 postes c pour nous merci'],
  [
    'register',
    'Voici un lead pour vous: Pharmacie du Nord, Ettelbruck, veut la fibre. A mettre sur mon nom svp.',
  ],
  [
    'register',
    "Bonjour, je suis en négociation avec Menuiserie Dupuis SRL (Namur) pour un central 3CX hébergé. Merci de bloquer le client jusqu'à la signature.",
  ],
  [
    'register',
    'voir ci-dessous, à traiter pour notre compte svp',
    {
      fwd: 'Bonjour, nous cherchons une solution de téléphonie pour 10 personnes. Pouvez-vous nous faire une offre ?',
      subj: 'TR: demande',
    },
  ],
  [
    'register',
    'Fiche en annexe. Bien à vous',
    { att: 'Client\tDupont SA\nBesoin\tfibre', subj: 'nouveau projet' },
  ],
  [
    'register',
    'Hallo, wir hätten da einen neuen Interessenten: Tischlerei Brandt, Konz. Glasfaser und SIP-Trunk. Bitte auf uns vormerken.',
  ],
  ['register', 'Bitte Kundenschutz für Zahnarztpraxis Dr. Meier, Saarburg (Telefonie, 8 Plätze).'],
  [
    'register',
    'Servus, könnt ihr die Spedition Krämer für uns blocken? Die wollen 30 Nebenstellen in der Cloud.',
  ],
  ['register', 'Wir möchten folgendes Projekt bei Ihnen anmelden: Hotel Post, Bitburg, Internet 500 Mbit.'],
  ['register', 'siehe Anhang, bitte anlegen', { att: 'Firma\tXY GmbH\nBedarf\tInternet' }],
  ['register', 'Hi, please put Harper & Cole down for us, they want a hosted PBX for 12.'],
  ['register', 'We met Lindqvist Shipping yesterday: leased line plus SIP. Can you ring-fence it for us?'],
  [
    'register',
    'New one: Oakfield Academy, Luxembourg, Teams telephony, 60 users. Please confirm protection.',
  ],
  ['register', 'I would like to claim the following prospect before the others do: Delta Freight, fibre.'],
  ['register', 'Beste, graag registreren: Garage Claes in Hasselt, glasvezel en 6 toestellen VoIP.'],
  [
    'register',
    'Kunnen jullie Tandartspraktijk Smit op onze naam zetten? Ze zoeken een telefooncentrale in de cloud.',
  ],
  [
    'register',
    'Hallo, nieuwe klant voor jullie: Bouwbedrijf Janssens, Genk. Wil internet en SIP. Mag ik die claimen?',
  ],
  [
    'register',
    'hierbij een aanvraag van een klant, graag voor ons vastleggen',
    { fwd: 'Wij zoeken een nieuwe internetlijn en telefonie voor 12 mensen', subj: 'Fwd: offerte' },
  ],
  [
    'register',
    'Moien, mir hätten e Projet beim Schräiner Wagner zu Wolz: Glasfaser an 5 Telefonen. Kanns de dat fir eis blockéieren?',
  ],
  [
    'register',
    'Salut, w.e.g. de Kabinet Reding zu Ettelbréck op eis schreiwen, si wëllen eng Cloud-Zentral fir 9 Leit.',
  ],
  ['register', "Neie Client: Boucherie Hames, Réimech, Internet + Telefonie. Merci fir d'Bestätegung"],
  ['register', 'Mir mellen iech heimat e Projet un: Crèche Bambi, Suessem, Telefonie fir 7 Leit.'],
  // amend
  ['amend', `Pour ${REF} : le numéro de TVA est LU12345678 et ils seront finalement 22 au lieu de 18.`],
  [
    'amend',
    'Voilà les infos demandées : TVA BE0123456749, 12 utilisateurs.',
    { notice: `Bonjour, il nous manque le numéro de TVA et le nombre de postes (${REF}).` },
  ],
  [
    'amend',
    '14 et en mars',
    { notice: `Pourriez-vous préciser le nombre de postes et la date de décision ? ${REF}` },
  ],
  ['amend', 'Petite erreur dans ma déclaration de ce matin: le client est à Arlon et pas à Athus.'],
  ['amend', `Zu ${REF} bitte ergänzen: Ansprechpartner ist Frau Kunz, 0651 12345.`],
  [
    'amend',
    'Sorry, Zahlendreher: die PLZ lautet 54290.',
    { notice: `Wir haben Ihre Meldung unter ${REF} erfasst.` },
  ],
  [
    'amend',
    'Es sind 25 Nebenstellen, Abschluss im Februar.',
    { notice: `Für ${REF} benötigen wir noch die Anzahl der Nebenstellen und den geplanten Abschluss.` },
  ],
  ['amend', `Please add number porting to ${REF}, they have 20 DDIs.`],
  ['amend', 'VAT is LU98765432.', { notice: `we still need the VAT number for ${REF}` }],
  ['amend', 'Correction to my registration from yesterday: it is 35 users, not 53.'],
  [
    'amend',
    'Het btw-nummer is BE0987654321, 15 gebruikers.',
    { notice: `Wij missen nog het btw-nummer en het aantal gebruikers voor ${REF}` },
  ],
  ['amend', `Bij ${REF} graag aanpassen: de contactpersoon is nu Els Maes.`],
  ['amend', `Op ${REF} wëll de Client och nach d'Nummere portéieren.`],
  ['amend', '12 Leit, Decisioun am Mäerz.', { notice: `Eis feelt nach d'Unzuel vun de Posten fir ${REF}` }],
  // withdraw
  ['withdraw', `Merci d'annuler ${REF}, le client a fait faillite.`],
  ['withdraw', `Vous pouvez clôturer ${REF}, le projet tombe à l'eau.`],
  ['withdraw', "On laisse tomber pour le Café Central, oubliez ma demande d'hier svp."],
  ['withdraw', `Bitte ${REF} zurückziehen, der Kunde hat das Budget gestrichen.`],
  ['withdraw', 'Das Projekt Hotel Post hat sich erledigt, bitte die Registrierung löschen.'],
  ['withdraw', `Please cancel ${REF}. The customer shelved the whole thing.`],
  ['withdraw', 'Scrap my message from this morning about Delta Freight, sent in error.'],
  ['withdraw', `Gelieve ${REF} te annuleren, het project gaat niet door.`],
  ['withdraw', `Jullie mogen ${REF} schrappen, klant ziet ervan af.`],
  ['withdraw', `Dir kënnt ${REF} läschen, de Client mécht näischt méi.`],
  ['withdraw', `Zitt w.e.g. ${REF} zréck, de Projet ass gestuerwen.`],
  // extend
  ['extend', `Peut-on avoir 30 jours de plus pour ${REF} ? Le client hésite encore.`],
  ['extend', 'Oui, merci de prolonger.', { notice: `Votre protection ${REF} expire le 3 mars.` }],
  ['extend', 'oui', { notice: `Votre protection ${REF} expire le 3 mars. Souhaitez-vous la prolonger ?` }],
  ['extend', `Bitte ${REF} um einen Monat verlängern, die Entscheidung fällt erst im Mai.`],
  ['extend', 'Ja bitte!', { notice: `Der Schutz für ${REF} läuft am 3. März ab. Möchten Sie verlängern?` }],
  ['extend', `Could you keep ${REF} protected for another two months? Budget round slipped.`],
  [
    'extend',
    'Yes please, another 30 days.',
    { notice: `${REF} expires on 3 March. Do you want to extend it?` },
  ],
  ['extend', `Graag ${REF} met een maand verlengen.`],
  ['extend', `Kann een ${REF} nach ee Mount verlängeren? De Client ass an der Vakanz.`],
  // won
  ['won', `Super nouvelle, le client a signé ce matin ! ${REF}`],
  ['won', `${REF} : commande reçue, 480 €/mois.`],
  ['won', `Wir haben den Auftrag, ${REF} kann auf gewonnen gesetzt werden.`],
  ['won', `Der Kunde hat heute unterschrieben (${REF}).`],
  ['won', `They signed yesterday! ${REF} is ours, 24 users in the end.`],
  ['won', `Good news on ${REF}: purchase order came in.`],
  ['won', `De klant heeft vandaag getekend voor ${REF}. Feest!`],
  ['won', `${REF} is binnen, bestelling volgt.`],
  ['won', `De Client huet gëschter ënnerschriwwen, ${REF} ass gewonnen.`],
  // lost
  ['lost', `Malheureusement ${REF} est perdu, ils ont signé chez Proximus.`],
  ['lost', `Le client de ${REF} a choisi un concurrent, trop cher.`],
  ['lost', `Leider hat sich der Kunde für Vodafone entschieden, ${REF} ist damit verloren.`],
  ['lost', `Unfortunately we lost ${REF}, they went with BT.`],
  ['lost', `${REF}: they decided to stay with Orange, price.`],
  ['lost', `Helaas, ${REF} is verloren, klant kiest voor KPN.`],
  ['lost', `Leider hu mir ${REF} verluer, si ginn bei d'Post.`],
  // status
  ['status', 'Bonjour, avez-vous pu traiter ma demande du 3 octobre pour la Menuiserie Dupuis ?'],
  ['status', `Où en est ${REF} ?`],
  ['status', `Toujours pas de réponse pour ${REF}, pouvez-vous vérifier ?`],
  ['status', `Jusqu'à quand sommes-nous protégés sur ${REF} ?`],
  ['status', `Gibt es schon etwas Neues zu ${REF}?`],
  ['status', 'Habt ihr meine Anmeldung von letzter Woche (Hotel Post) bekommen?'],
  ['status', `Is ${REF} approved yet?`],
  ['status', 'Did you get my registration for Delta Freight last Tuesday? Heard nothing since.'],
  ['status', `Hoe staat het met ${REF}?`],
  ['status', 'Hebben jullie onze aanmelding van Garage Claes goed ontvangen?'],
  ['status', `Wéi ass de Stand vu ${REF}?`],
  ['status', 'Hutt dir meng Umeldung vum Kabinet Reding kritt?'],
  // contest
  ['contest', `Je ne suis pas d'accord avec votre refus de ${REF}. Nous étions les premiers chez le client.`],
  [
    'contest',
    'Ce refus est incompréhensible, nous avons un mandat. Merci de revoir votre position.',
    { notice: `Nous ne pouvons accepter ${REF}, refusé.` },
  ],
  ['contest', `Gegen die Ablehnung von ${REF} legen wir Widerspruch ein.`],
  [
    'contest',
    'Das kann nicht sein, wir waren vor allen anderen dort!',
    { notice: `Ihre Registrierung ${REF} wurde abgelehnt.` },
  ],
  ['contest', `We dispute the rejection of ${REF}; we have been working with them since May.`],
  [
    'contest',
    'This is unfair. Please look at it again.',
    { notice: `${REF} rejected: registered earlier by another partner` },
  ],
  ['contest', `Wij gaan niet akkoord met de afwijzing van ${REF}.`],
  ['contest', `Mir sinn net d'accord mat der Oflehnung vu ${REF}.`],
  // question
  ['question', 'Bonjour, combien de temps dure la protection après acceptation ?'],
  ['question', 'Est-ce que les services IT peuvent aussi être déclarés ?'],
  ['question', 'Quels documents faut-il joindre pour un client qui change de revendeur ?'],
  ['question', 'Wie lange gilt der Projektschutz und kann man ihn verlängern?'],
  ['question', 'Müssen wir jeden Standort einzeln anmelden?'],
  ['question', 'What happens if two partners register the same customer on the same day?'],
  ['question', 'Do I need the VAT number to register someone?'],
  ['question', 'Hoe lang zijn we beschermd na een aanmelding?'],
  ['question', 'Welke diensten vallen onder de dealregistratie?'],
  ['question', 'Wéi laang gëllt de Schutz, an kann een dat verlängeren?'],
  ['question', 'Wie ist bei euch der Ansprechpartner für Provisionen?'],
  ['question', 'La Brasserie du Parc à Namur est-elle encore libre chez vous ?'],
  ['question', 'Ist die Firma Hoffmann Logistik in Trier bei euch noch frei?'],
  ['question', 'Is Northgate Capital still available or has somebody registered it already?'],
  ['question', 'Is Bakkerij Peeters in Gent nog vrij?'],
  ['question', 'Ass de Garage Kieffer zu Dikrech nach fräi?'],
  // other
  ['other', 'Merci beaucoup pour votre aide et bonne journée !'],
  ['other', 'Vielen Dank, perfekt!', { notice: `Ihre Registrierung ${REF} ist angenommen.` }],
  ['other', 'Thanks, noted.', { notice: `${REF} accepted` }],
  ['other', 'Bedankt!', { notice: `${REF} aanvaard` }],
  ['other', 'Top, merci a schéine Weekend!', { notice: `${REF} ugeholl` }],
  ['other', 'Bonjour, je vous transmets mon nouveau numéro de portable : 0478 12 34 56.'],
  ['other', 'Unser Büro bleibt vom 24.12. bis 2.1. geschlossen. Frohe Festtage!'],
  ['other', 'Please update your records: our new address is 5 Main Street, Luxembourg.'],
  // spam
  [
    'spam',
    'Dear Sir, we offer SEO services and can bring your website to the first page of Google. Click here.',
    { partner: false },
  ],
  [
    'spam',
    'Your mailbox is full. Verify your account within 24 hours: http://x.example/login',
    { partner: false },
  ],
  [
    'spam',
    'Bonjour, besoin de financement ? Prêt personnel rapide de 5000 à 500000 euros, contactez-moi.',
    { partner: false },
  ],
  [
    'spam',
    'Sehr geehrte Damen und Herren, wir bieten Ihnen eine Datenbank mit 50.000 Firmenkontakten zum Sonderpreis.',
    { partner: false },
  ],
  [
    'spam',
    'I am the lawyer of late Mr Smith and you are named in his inheritance of USD 4,500,000.',
    { partner: false },
  ],
  // awareness
  [
    'awareness',
    'Hi, Mr Klein from Hotel Moselblick called me, wants a quote for fibre and telephony. No partner involved.',
    { staff: true },
  ],
  [
    'awareness',
    'Bonjour, demande reçue via notre formulaire web : Garage Thinnes à Remich souhaite une offre SIP. Pour mémoire.',
    { staff: true },
  ],
  ['awareness', 'Kunde Weingut Becker hat sich direkt bei mir gemeldet, braucht Glasfaser.', { staff: true }],
  [
    'awareness',
    'De heer Peeters van Bakkerij Peeters belde ons, wil telefonie. Graag vastleggen.',
    { staff: true },
  ],
  [
    'awareness',
    "D'Madame Weis vun der Apdikt Weis huet mech ugeruff, si wëll Internet vun eis.",
    { staff: true },
  ],
  ['question', 'Hi, who was first on Hotel Moselblick?', { staff: true }],
  // auto
  [
    'auto_reply',
    "Je suis absent jusqu'au 12 mai. En cas d'urgence contactez Paul.",
    { subj: `Absence : Re: ${REF}` },
  ],
  [
    'auto_reply',
    'Ich bin bis 3.8. nicht im Büro und lese meine Mails unregelmäßig.',
    { subj: 'Automatische Antwort' },
  ],
  [
    'auto_reply',
    'Thank you for your message. I am currently on leave with no access to email.',
    { subj: `Automatic reply: ${REF}` },
  ],
  ['auto_reply', 'Ik ben afwezig tot maandag.', { subj: 'Automatisch antwoord' }],
  [
    'register',
    'Bonjour à tous, voici notre nouveau projet : la commune de Beckerich souhaite équiper sa maison relais (internet + téléphonie, 20 postes). Pouvez-vous en prendre note pour Datacom ?',
  ],
  [
    'register',
    "J'ai décroché un rdv avec Transports Blum (Bastogne) mardi, ils regardent pour du SIP. On se positionne dessus.",
    { name: true },
  ],
  ['register', 'prospect: Fleuriste Iris, Mersch. tel 3 postes. ok pour vous?', { name: true }],
  [
    'register',
    "Pourriez-vous valider ce client sur notre compte ? Hôtel des Ardennes, Clervaux, besoin d'une fibre.",
    { name: true },
  ],
  [
    'register',
    'Suite à notre conversation téléphonique, merci de bien vouloir enregistrer officiellement Lux Trading S.A. (centrale cloud, 15 users).',
    { name: true },
  ],
  [
    'register',
    'Ci-joint le formulaire complété pour Garage Simon.',
    { name: true, att: 'Client\tGarage Simon\nService\tinternet' },
  ],
  [
    'register',
    'Möchten gerne die Praxis Dr. Sommer in Merzig anmelden, Telefonie + Internet.',
    { name: true },
  ],
  [
    'register',
    'Ich hab da wen: Malerbetrieb Schuh, Wittlich, neue Telefone. Schreibt ihr uns den gut?',
    { name: true },
  ],
  [
    'register',
    'Bitte nehmt folgendes Projekt in eure Liste auf: Spedition Nagel, SIP-Trunk 20 Kanäle, Entscheidung im Mai.',
    { name: true },
  ],
  ['register', 'Neue Opportunity im Anhang.', { att: 'Kunde\tNagel GmbH\nBedarf\tSIP' }],
  [
    'register',
    'Kunde siehe unten, unser Projekt, Angebot machen wir selbst.',
    { fwd: 'Guten Tag, wir suchen einen neuen Telefonanbieter für 12 Mitarbeiter.' },
  ],
  [
    'register',
    'Please log the following opportunity against our account: Greenhill School, fibre and phones.',
    { name: true },
  ],
  ['register', 'Could we get protection on Riverside Dental? 9 handsets, cloud.', { name: true }],
  [
    'register',
    "Just back from Marlowe Partners, they're in. Internet and Teams calling for 30. Keep it warm for us!",
    { name: true },
  ],
  [
    'register',
    'FYI and please book it on us.',
    { fwd: 'We are interested in a new phone system, can you quote?' },
  ],
  [
    'register',
    'Kan je Slagerij Mertens uit Aalst voor ons inboeken? Zoekt nieuwe telefooncentrale.',
    { name: true },
  ],
  [
    'register',
    'Wij hebben een nieuw project: Basisschool De Linde, glasvezel en 20 toestellen. Graag bevestiging van bescherming.',
    { name: true },
  ],
  [
    'register',
    'Beste, in bijlage ons aanvraagformulier voor Rederij Vos.',
    { name: true, att: 'Klant\tRederij Vos\nDienst\tinternet' },
  ],
  [
    'register',
    'Ech mellen hei e neie Prospekt: Coiffeur Nadia, Diddeleng, Telefon an Internet.',
    { name: true },
  ],
  [
    'register',
    'Kéint dir eis de Restaurant Um Eck zu Miersch opschreiwen? Si brauchen Fiber.',
    { name: true },
  ],
  ['amend', `Bonjour, j'ai oublié de préciser pour ${REF} que le client veut aussi garder ses numéros.`],
  ['amend', `Le contact chez ${REF} a changé, c'est maintenant Mme Thill, 621 111 222.`],
  [
    'amend',
    'RCS B222333, signature en avril.',
    { notice: `Il nous manque le RCS et la date de signature pour ${REF}` },
  ],
  [
    'amend',
    'Bonjour, en annexe le kbis demandé.',
    { notice: `Merci de nous transmettre un document officiel pour ${REF}`, att: 'SIREN 123456789' },
  ],
  ['amend', `Betrifft ${REF}: der Kunde heißt korrekt Müller & Sohn OHG, nicht GmbH.`],
  ['amend', `Die Firma zieht um, neue Adresse für ${REF}: Hafenstr. 3, 54290 Trier.`],
  ['amend', 'Glasfaser und Telefonie, 12 Plätze.', { notice: `Welche Leistungen wünscht der Kunde? ${REF}` }],
  ['amend', `For ${REF}: make that 45 seats and EUR 700 a month.`],
  [
    'amend',
    'Fibre plus SIP, decision in June.',
    { notice: `Which services does the customer want, and when will he decide? ${REF}` },
  ],
  ['amend', `Voor ${REF}: het zijn 18 gebruikers geworden.`],
  [
    'amend',
    'Hierbij het KBO-nummer: 0123.456.789',
    { notice: `Gelieve het ondernemingsnummer door te geven. ${REF}` },
  ],
  ['amend', `Bei ${REF} ass d'Adress falsch, et ass 12, rue du Moulin.`],
  ['withdraw', `Le prospect ne souhaite plus donner suite, vous pouvez retirer ${REF} de la liste.`],
  [
    'withdraw',
    "Merci de ne pas tenir compte de mon mail précédent concernant Garage Simon, le client a changé d'avis.",
  ],
  ['withdraw', `${REF} kann raus, Kunde hat kein Interesse mehr.`],
  ['withdraw', `Wir möchten die Registrierung ${REF} nicht weiter verfolgen.`],
  ['withdraw', `Please take ${REF} off your books, the client went bankrupt.`],
  ['withdraw', `We no longer pursue ${REF}, please release it.`],
  ['withdraw', `Onze aanmelding ${REF} mag vervallen.`],
  ['withdraw', `Mir brauchen ${REF} net méi, de Client huet et sech anescht iwwerluecht.`],
  ['extend', `La décision pour ${REF} est reportée à juin, peut-on repousser l'échéance ?`],
  ['extend', `Der Kunde entscheidet erst im Herbst. Könnt ihr den Schutz für ${REF} verlängern?`],
  ['extend', `Need more time on ${REF}, board meets in May.`],
  [
    'extend',
    'Ja, graag nog drie maanden.',
    { notice: `Uw bescherming ${REF} verloopt op 3 maart. Verlengen?` },
  ],
  ['extend', 'Jo, w.e.g. nach 2 Méint.', { notice: `De Schutz vu ${REF} leeft of. Wëllt dir verlängeren?` }],
  ['won', `C'est gagné pour ${REF}, contrat signé hier, 32 postes.`],
  ['won', `Bon de commande en annexe pour ${REF}.`],
  ['won', `Auftrag für ${REF} ist heute eingegangen!`],
  ['won', `${REF} closed won, contract signed on 12 May.`],
  ['won', `Getekende offerte in bijlage, ${REF} is gewonnen.`],
  ['won', `Gutt Noriicht: ${REF} ass ënnerschriwwen.`],
  ['lost', `Nous n'avons pas eu le marché (${REF}), c'est Orange qui l'emporte.`],
  ['lost', `Der Zuschlag für ${REF} ging an die Telekom.`],
  ['lost', `No luck with ${REF}, the customer picked another supplier.`],
  ['lost', `We hebben ${REF} niet binnengehaald, ze gaan met Telenet verder.`],
  ['lost', `De Client vu ${REF} ass bei d'Konkurrenz gaangen.`],
  ['status', `Pouvez-vous me confirmer que ${REF} est bien enregistré ?`],
  ['status', 'Bonjour, avez-vous une décision pour Lux Trading ? Envoyé il y a dix jours.', { name: true }],
  ['status', `Ist ${REF} noch geschützt und bis wann?`],
  [
    'status',
    'Ich habe letzte Woche die Spedition Nagel gemeldet und noch keine Bestätigung erhalten.',
    { name: true },
  ],
  ['status', `Can you tell me where we stand with ${REF}?`],
  ['status', 'I sent you Greenhill School two weeks ago and have not had an answer.', { name: true }],
  ['status', `Is er al nieuws over ${REF}?`],
  ['status', 'Ik heb vorige week Slagerij Mertens aangemeld maar nog niets gehoord.', { name: true }],
  ['status', `Hutt dir ${REF} scho gekuckt?`],
  [
    'contest',
    "Je m'étonne de votre décision sur " +
      REF +
      ' : nous travaillons avec ce client depuis janvier, voir le compte rendu joint.',
  ],
  [
    'contest',
    "Pourquoi ce refus ? Le client m'a confirmé n'avoir vu personne d'autre.",
    {
      notice: `Votre déclaration ${REF} est refusée : un autre partenaire a informé Mixvoip avant vous.`,
    },
  ],
  ['contest', `Wir bitten um erneute Prüfung von ${REF}, die Ablehnung ist für uns nicht nachvollziehbar.`],
  ['contest', `I want to appeal the decision on ${REF}.`],
  [
    'contest',
    'Dit begrijp ik niet, wij waren er als eerste. Graag herbekijken.',
    { notice: `Uw aanmelding ${REF} is geweigerd.` },
  ],
  [
    'contest',
    'Dat ass net fair, mir hunn dee Client virun engem Joer fonnt.',
    { notice: `Är Umeldung ${REF} gouf refuséiert.` },
  ],
  ['question', 'Bonjour, qui est mon interlocuteur pour les commissions ?'],
  ['question', "Petite question : est-ce que le mobile est couvert par l'enregistrement ?"],
  ['question', 'Können wir auch Kunden in Belgien anmelden?'],
  ['question', 'Is there a form for registrations or is a mail enough?'],
  ['question', 'How do you handle customers with several sites?'],
  ['question', 'Moeten we per vestiging een aparte aanmelding doen?'],
  ['question', "Brauch dir d'TVA-Nummer direkt oder geet dat och spéider?"],
  ['question', "Avant d'y aller : le Garage Simon à Wiltz est-il déjà chez quelqu'un ?", { name: true }],
  ['question', 'Darf ich die Spedition Nagel ansprechen oder ist da schon jemand dran?', { name: true }],
  ['question', 'Before I invest time: is anyone already working on Greenhill School?', { name: true }],
  ['question', 'Is Rederij Vos al door iemand geclaimd?', { name: true }],
  ['other', 'Merci Nausicaa, à bientôt !'],
  ['other', 'Danke für die schnelle Antwort!', { notice: `Ihre Anmeldung ${REF} ist geschützt.` }],
  ['other', 'Great, thank you!', { notice: `${REF} is protected.` }],
  ['other', 'Bonjour, ci-joint notre facture 2026-114 pour le stand commun.', { att: 'Facture 2026-114' }],
  ['other', 'Kleine Info: Herr Weber hat unser Haus verlassen, bitte künftig an Frau Klein schreiben.'],
  [
    'register',
    'Salut Nausicaa, tu peux ajouter la Pharmacie Lentz à mes dossiers stp ? fibre + 5 tel',
    { name: true },
  ],
  [
    'register',
    "Je te signale un contact chez Ateliers Reuland, ils veulent tout revoir (internet, téléphones). C'est bon si je te le réserve ?",
    { name: true },
  ],
  ['register', "Demande d'ouverture de dossier — Client : Immo Kayl, Besoin : SIP 8 canaux", { name: true }],
  [
    'register',
    "Bonjour, j'aimerais poser une option sur la société Metalux à Foetz, téléphonie pour 30 personnes.",
    { name: true },
  ],
  [
    'register',
    "Nous avons été consultés par la Clinique vétérinaire du Lac pour sa téléphonie. Merci d'en prendre bonne note.",
    { name: true },
  ],
  [
    'register',
    'Guten Morgen, wir haben einen Lead: Autohaus Becker, Schweich. Benötigt werden Internet und Telefonie. Bitte für uns sichern.',
    { name: true },
  ],
  ['register', 'Kundin: Kosmetik Lang, Trier. Möchte Glasfaser. Bitte Bestätigung.', { name: true }],
  ['register', 'hi, got a hot one: Baker & Sons, 15 users, cloud pbx. pls reserve', { name: true }],
  [
    'register',
    'As discussed on the phone, here are the details of the new account: Baker & Sons, leased line.',
    { name: true },
  ],
  [
    'register',
    'Dag Nausicaa, we zitten bij Apotheek Claes aan tafel voor telefonie en internet. Kan jij die op ons zetten?',
    { name: true },
  ],
  [
    'register',
    'Nieuwe opportuniteit, details: klant Verhuur Maes, dienst glasvezel, 10 gebruikers.',
    { name: true },
  ],
  [
    'register',
    'Moien, huel w.e.g. den Atelier Kremer op eis Lëscht, si brauchen eng Zentral.',
    { name: true },
  ],
  ['amend', `Le client ${REF} souhaite finalement une ligne fibre en plus de la téléphonie.`],
  ['amend', `Pour compléter le dossier ${REF} : 11 postes, 230 €/mois.`],
  ['amend', `Nachmeldung zu ${REF}: es kommen noch 5 Nebenstellen dazu.`],
  ['amend', `In ${REF} hat sich ein Fehler eingeschlichen, richtig ist Schulstraße 7.`],
  ['amend', `Re ${REF}, the contact is now Jane Poole, jane@baker.example.`],
  ['amend', `The customer in ${REF} also wants a backup line.`],
  ['amend', `Ik had een foute postcode doorgegeven voor ${REF}: het is 9000 Gent.`],
  [
    'amend',
    '20 gebruikers, beslissing in mei.',
    { notice: `Hoeveel gebruikers en wanneer valt de beslissing? ${REF}` },
  ],
  ['amend', "D'TVA vum Client ass LU87654321.", { notice: `Fir ${REF} feelt eis d'TVA-Nummer.` }],
  ['withdraw', `Stop pour ${REF}, le client se retire.`],
  ['withdraw', `Désistement du client sur ${REF}, merci de fermer.`],
  ['withdraw', `Wir verzichten auf den Schutz für ${REF}.`],
  ['withdraw', 'Bitte die Meldung von heute früh zu Kosmetik Lang streichen, war doppelt.', { name: true }],
  ['withdraw', `Kindly delete ${REF}. It was a duplicate.`],
  ['withdraw', `Apotheek Claes gaat niet verder, haal ${REF} maar weg.`, { name: true }],
  ['withdraw', `De Client huet ofgesot, dir kënnt ${REF} zoumaachen.`],
  ['extend', `Serait-il possible d'avoir un mois supplémentaire sur ${REF} ?`],
  ['extend', `Wir brauchen für ${REF} noch etwas Zeit, bitte um Fristverlängerung bis Ende Juni.`],
  ['extend', 'Sure, keep it for another 30 days.', { notice: `${REF} will expire on 4 May.` }],
  ['extend', `Mag ${REF} nog een maand langer beschermd blijven?`],
  ['won', `Victoire ! ${REF} est signé.`],
  ['won', `Vertrag für ${REF} ist unterschrieben zurück, 14 Plätze.`],
  ['won', `We closed ${REF} this morning, order form attached.`],
  ['won', `${REF}: klant is akkoord en heeft de offerte ondertekend.`],
  ['lost', `Mauvaise nouvelle pour ${REF}, ils partent avec Orange.`],
  ['lost', `${REF} haben wir leider nicht bekommen, der Kunde geht zur Telekom.`],
  ['lost', `We came second on ${REF}, the deal went to a competitor.`],
  ['lost', `De klant van ${REF} heeft voor een andere leverancier gekozen.`],
  ['status', `Pas de news depuis ma déclaration du 12. Un souci avec ${REF} ?`],
  ['status', `Kurze Frage zu ${REF}: ist das bei euch schon bearbeitet?`],
  ['status', `Bitte um kurze Rückmeldung, ob ${REF} angenommen wurde.`],
  ['status', 'Please confirm receipt of our registration for Baker & Sons sent on Monday.', { name: true }],
  ['status', `What's happening with ${REF}?`],
  ['status', `Kunnen jullie bevestigen dat ${REF} geregistreerd is?`],
  ['status', `Kënnt dir mir soen ob ${REF} ugeholl ass?`],
  ['contest', `Nous ne pouvons accepter cette décision concernant ${REF}.`],
  ['contest', `Einspruch! ${REF} gehört uns, siehe Angebot vom März.`],
  ['contest', `I strongly object to the outcome of ${REF}.`],
  ['contest', `We betwisten de weigering van ${REF}.`],
  ['question', 'Les clients publics peuvent-ils être enregistrés ?'],
  ['question', 'Que se passe-t-il si le client signe après la fin de la protection ?'],
  ['question', 'Welche Angaben braucht ihr mindestens für eine Anmeldung?'],
  ['question', 'What is your policy on customers who already use Mixvoip?'],
  ['question', 'Wat is de termijn voor een antwoord op een aanmelding?'],
  ['question', 'Wéi vill Deeg huet een Zäit fir Donnéeën nozereechen?'],
  ['question', 'Puis-je démarcher Metalux ou est-ce pris ?', { name: true }],
  ['question', 'Habt ihr Autohaus Becker schon im System oder ist der frei?', { name: true }],
  ['question', 'Could you check whether Baker & Sons is taken?', { name: true }],
  ['question', 'Is Verhuur Maes al bij een andere partner gekend?', { name: true }],
  ['other', 'Bien reçu, merci.'],
  ['other', 'Ok, danke, alles klar.', { notice: `${REF} ist erfasst.` }],
  ['other', 'Perfect, thanks for the quick turnaround', { notice: `${REF} accepted` }],
  ['other', 'Merci, mir sinn zefridden!', { notice: `${REF} ugeholl` }],
  [
    'spam',
    'Hello, I represent a leading outsourcing company and would like to schedule a call about virtual assistants.',
    { partner: false },
  ],
  ['spam', 'Votre colis est en attente, cliquez ici pour payer 1,99 €.', { partner: false }],
  ['spam', 'Ihr Konto wurde gesperrt. Bestätigen Sie Ihr Passwort.', { partner: false }],
  [
    'awareness',
    'Bonjour, Mme Weber (Fleuriste Iris, Mersch) nous a contactés ce matin pour une fibre.',
    { staff: true, name: true },
  ],
  [
    'awareness',
    'Anruf von Herrn Lang, Kosmetik Lang Trier, möchte Angebot Telefonie. Bitte vermerken.',
    { staff: true, name: true },
  ],
  ['awareness', 'Walk-in today: Baker & Sons, looking for internet.', { staff: true, name: true }],
  [
    'awareness',
    'De Patron vum Atelier Kremer huet eis geschriwwen, well Telefonie.',
    { staff: true, name: true },
  ],
  [
    'register',
    'Bonsoir, un petit nouveau : Toiletteur Zoé à Pétange, elle veut une ligne et internet. Notez-le pour nous.',
    { name: true },
  ],
  [
    'register',
    'Je souhaite me positionner sur Chocolaterie Blaise (Arlon) — 10 collaborateurs, besoin centrale + fibre.',
    { name: true },
  ],
  [
    'register',
    'Hallo Team, neuer Fall aus Konz: Optik Adam, Internet. Danke fürs Eintragen!',
    { name: true },
  ],
  ['register', 'Wir sind bei der Kanzlei Horn dran (SIP, 10 Kanäle). Bitte schützen.', { name: true }],
  ['register', 'Hi, adding a prospect: Hilltop Clinic, hosted voice for 40.', { name: true }],
  ['register', 'Hoi, deze graag op ons conto: Fietsen Bakker, Meppel, glasvezel.', { name: true }],
  [
    'register',
    "Moie, mir hunn de Weingut Duhr besicht, si wëllen eis Offer fir Internet. Haalt eis d'Plaz w.e.g. fräi.",
    { name: true },
  ],
  ['amend', `Changement de contact pour ${REF} : voir avec M. Faber, m.faber@blaise.example`],
  ['amend', `Merci d'ajouter le SIP trunk au dossier ${REF}.`],
  ['amend', `Bitte bei ${REF} die Portierung mit aufnehmen.`],
  ['amend', `Umsatz für ${REF} steigt auf 640 € im Monat.`],
  ['amend', `Their VAT number changed: it's LU55555555 (${REF}).`],
  ['amend', `Bij ${REF} komt er ook internet bij.`],
  ['amend', `Kleine aanvulling op ${REF}: 22 toestellen.`],
  ['amend', `Fir ${REF} nach d'Handelsregisternummer: B 191919.`],
  ['withdraw', `Le dossier ${REF} peut être supprimé, doublon avec celui de mon collègue.`],
  ['withdraw', `${REF} hat sich zerschlagen, bitte ausbuchen.`],
  ['withdraw', `Der Kunde macht nichts mehr, ${REF} bitte stornieren.`],
  ['withdraw', `Please remove ${REF} from the register, project on hold indefinitely.`],
  ['withdraw', `Wij trekken onze registratie ${REF} in.`],
  ['withdraw', `Annuléiert w.e.g. ${REF}.`],
  ['extend', `Nous aurions besoin d'un délai pour ${REF}, le client signe en mai.`],
  ['extend', `Kann der Schutz für ${REF} bis Juni laufen?`],
  ['extend', `Would you mind extending ${REF} by a month?`],
  ['extend', `Kan ${REF} verlengd worden tot juni?`],
  ['extend', `Mir bräichten nach e Mount fir ${REF}.`],
  ['won', `Le client ${REF} a validé le devis !`],
  ['won', `Kunde hat bestellt, ${REF} ist durch.`],
  ['won', `Deal ${REF} won, 28 seats.`],
  ['won', `We mogen ${REF} op gewonnen zetten.`],
  ['won', `Mir hunn ${REF} gewonnen!`],
  ['lost', `Dossier ${REF} perdu au profit de POST.`],
  ['lost', `Kunde hat sich bei ${REF} für 1&1 entschieden.`],
  ['lost', `The client behind ${REF} signed elsewhere.`],
  ['lost', `Jammer genoeg koos de klant van ${REF} voor Proximus.`],
  ['lost', `${REF} ass verluer, d'POST war méi bëlleg.`],
  ['status', `Du nouveau pour ${REF} ?`],
  ['status', `Ist ${REF} inzwischen entschieden?`],
  ['status', `Still waiting on ${REF} - can you update me?`],
  ['status', `Wanneer krijgen we antwoord op ${REF}?`],
  ['status', `Gëtt et eppes Neies zu ${REF}?`],
  ['contest', `Nous contestons formellement le rejet de ${REF}.`],
  ['contest', `Die Entscheidung zu ${REF} ist falsch, wir haben die älteren Rechte.`],
  ['contest', `Please review ${REF} again, your rejection overlooks our mail of 3 May.`],
  ['contest', `Ik maak bezwaar tegen de beslissing over ${REF}.`],
  ['contest', `Mir akzeptéieren d'Oflehnung vu ${REF} net.`],
  ['other', 'Top, merci pour la rapidité !', { notice: `${REF} accepté` }],
  ['other', 'Schönes Wochenende!', {}],
  // lost, told with words of winning
  ['lost', `Leider hu mer de Client vun ${REF} verluer, hien huet bei der Konkurrenz ënnerschriwwen.`],
  ['lost', `${REF} : le client a signé ailleurs, on l'a perdu.`],
  ['lost', `${REF}: der Kunde hat beim Mitbewerber unterschrieben.`],
  ['lost', `${REF}: they signed with another provider in the end.`],
  ['lost', `${REF}: de klant heeft bij een concurrent getekend.`],
  ['lost', `${REF}: wir haben den Zuschlag nicht bekommen.`],
  ['lost', `On n'a pas eu ${REF}, ils sont partis chez Orange.`],
  ['lost', `${REF}: d'Gemeng huet sech fir en aneren entscheet.`],
  ['won', `${REF} : signé hier, nous avons battu deux concurrents !`],
  ['won', `${REF} haben wir gegen zwei Mitbewerber gewonnen.`],
  ['won', `${REF}: contract signed today, ahead of two competitors.`],
  ['won', `${REF}: getekend, ondanks de concurrentie.`],
  ['won', `${REF}: de Client huet gëschter ënnerschriwwen.`],
  // a mandate or a signature to come wins nothing
  [
    'register',
    'La crèche Arc-en-ciel à Pétange nous a signé un mandat, merci de la noter pour nous : téléphonie et internet.',
    { name: true },
  ],
  [
    'register',
    'Die Kita Regenbogen hat uns eine Vollmacht unterschrieben, bitte eintragen: Telefonie und Internet.',
    { name: true },
  ],
  [
    'register',
    'They signed a letter of authority for us; please register Rainbow Nursery, telephony and internet.',
    { name: true },
  ],
  [
    'register',
    'Ze hebben ons een volmacht getekend, graag noteren: Crèche Regenboog, telefonie en internet.',
    { name: true },
  ],
  [
    'register',
    'Den Optrag gëtt am Mäerz ënnerschriwwen. Kënnt dir dat Altersheem fir eis androen? Et geet ëm eng Cloud-Zentral.',
    { name: true },
  ],
  [
    'register',
    'Getekend wordt er waarschijnlijk in maart. Graag op onze naam zetten: rusthuis, telefooncentrale.',
    { name: true },
  ],
  [
    'register',
    'Unterschrieben wird voraussichtlich im März. Bitte für uns vormerken: Seniorenheim, Telefonanlage.',
    { name: true },
  ],
  // asks whether a customer is free and says that nothing is claimed
  [
    'question',
    'Bevor ich Zeit investiere: ist die Schlosserei Blum in Konz noch frei? Ich möchte noch nichts registrieren.',
    { name: true },
  ],
  [
    'question',
    'Avant d’y passer du temps : la Ferronnerie Blum à Mersch est-elle encore libre ? Je ne veux encore rien enregistrer.',
    { name: true },
  ],
  [
    'question',
    'Before I spend time on it: is Blum Metalwork still free? Nothing to register yet.',
    { name: true },
  ],
  [
    'question',
    'Voor ik ermee begin: is Smederij Blum in Genk nog vrij? Ik wil nog niets registreren.',
    { name: true },
  ],
  [
    'question',
    'Ier ech ufänken: ass d’Schlässerei Blum zu Miersch nach fräi? Ech wëll nach näischt umellen.',
    { name: true },
  ],
  ['question', 'Weet jij of er al een andere partner op Smederij Blum zit?', { name: true }],
  ['question', 'Hat schon ein anderer Partner die Schlosserei Blum angemeldet?', { name: true }],
  // an absence whose headers and subject do not say so
  [
    'auto_reply',
    'Ich bin bis einschließlich 4. Mai nicht im Haus. In dringenden Fällen (neue Projekte, Internet und Telefonie) wenden Sie sich an Herrn Blum. Ab dem 5. Mai bin ich wieder da.',
  ],
  [
    'auto_reply',
    'Je suis absent jusqu’au 4 mai. Pour toute demande de téléphonie ou d’internet, adressez-vous à M. Blum. Je vous répondrai à mon retour.',
  ],
  [
    'auto_reply',
    'I am out until 4 May. For anything about internet or telephony please contact my colleague Mr Blum. I will answer on my return.',
  ],
  [
    'auto_reply',
    'Ik ben tot en met 4 mei niet aanwezig. Voor vragen over internet of telefonie kan u terecht bij mijn collega Blum. Vanaf 5 mei ben ik weer bereikbaar.',
  ],
  [
    'auto_reply',
    'Ech sinn bis de 4. Mee net do. Fir Ufroen iwwer Internet an Telefonie mellt Iech w.e.g. bei mengem Kolleg. Vum 5. Mee un sinn ech erëm do.',
  ],
  [
    'register',
    'Je suis en congé à partir de demain, peux-tu vite enregistrer le Garage Blum à Mersch pour nous ? Fibre et téléphonie.',
    { name: true },
  ],
  [
    'register',
    'Ich bin ab morgen im Urlaub, bitte vorher noch die Schlosserei Blum für uns eintragen: Internet.',
    { name: true },
  ],
  [
    'register',
    'I am on leave from tomorrow, please register Blum Metalwork for us before that: fibre.',
    { name: true },
  ],
  // status without a reference
  ['status', 'Bonjour, avez-vous des nouvelles de ma demande pour le Garage Blum ?'],
  ['status', 'Ich habe euch vorige Woche die Schlosserei Blum gemeldet und noch nichts gehört.'],
  ['status', 'I sent you Blum Metalwork last week, has it been accepted?'],
  ['status', 'Vorige week Smederij Blum doorgegeven, nog geen reactie gekregen. Staat het genoteerd?'],
  ['status', 'Ech hunn iech d’Schlässerei Blum gemellt, hutt dir dat kritt?'],
  ['status', 'Wie sieht es mit meiner Anmeldung von Montag aus?'],
  ['status', 'Où en est le dossier Garage Blum que je vous ai envoyé mardi ?'],
  // withdraws
  ['withdraw', `${REF}: der Kunde verschiebt das Vorhaben auf unbestimmte Zeit, bitte schließen.`],
  ['withdraw', `${REF} : le client a fait faillite, vous pouvez clôturer.`],
  ['withdraw', `${REF}: the customer went bankrupt, please close it.`],
  ['withdraw', `${REF}: de klant ziet af van het project, jullie mogen het sluiten.`],
  ['withdraw', `${REF}: de Projet ass gestuerwen, dir kënnt en zoumaachen.`],
  ['withdraw', `${REF} kann raus, das war ein Versehen von mir.`],
  // told by the way, or with words of another intent
  ['lost', `Pour info le dossier ${REF} est mort pour nous, ils ont choisi un autre fournisseur.`],
  ['lost', `${REF} können Sie schließen, der Kunde hat sich für Vodafone entschieden.`],
  ['lost', `Please close ${REF}, the customer went with Colt.`],
  ['lost', `${REF} mag dicht, klant bleef uiteindelijk bij Proximus.`],
  ['lost', `Dir kënnt ${REF} zoumaachen, de Client bleift bei der Post.`],
  ['lost', `${REF}: on s'est fait doubler, le client signe avec Orange.`],
  ['lost', `Leider hat bei ${REF} ein anderer Anbieter das Rennen gemacht.`],
  ['lost', `We came second on ${REF}. You can close the file.`],
  ['lost', `Helaas, ${REF} zijn we kwijt. Jullie mogen het dossier sluiten.`],
  ['lost', `Mauvaise nouvelle pour ${REF} : trop chers, vous pouvez clôturer.`],
  ['lost', `${REF} – Absage vom Kunden, Preis war zu hoch. Bitte schließen.`],
  ['lost', `Pas de chance avec ${REF}, le conseil d'administration a retenu la concurrence.`],
  ['withdraw', `${REF}: der Kunde baut doch nicht, bitte schließen.`],
  ['withdraw', `Please close ${REF}, the customer is not moving after all.`],
  ['withdraw', `${REF} : finalement ils ne déménagent plus, merci de fermer le dossier.`],
  ['withdraw', `${REF} mag gesloten worden, het project gaat niet door.`],
  ['withdraw', `Dir kënnt ${REF} zoumaachen, de Projet gëtt näischt.`],
  ['withdraw', `Wir ziehen ${REF} zurück, der Kunde hat kein Budget.`],
  ['withdraw', `We are dropping ${REF}, no budget this year.`],
  ['withdraw', `Plus de budget chez le client de ${REF}, on abandonne.`],
  [
    'register',
    'Der Kunde Bäckerei Kranz in Trier verlässt sein Systemhaus und möchte mit uns Telefonie und Internet. Bitte schützen.',
    { name: true },
  ],
  [
    'register',
    "La boulangerie Kranz quitte son prestataire, elle veut la fibre et la téléphonie avec nous. Merci d'enregistrer.",
    { name: true },
  ],
  [
    'register',
    'Kranz Bakery is leaving its integrator and goes with us for fibre and telephony. Please log it.',
    { name: true },
  ],
  [
    'register',
    'Bakkerij Kranz gaat weg bij zijn integrator en kiest voor ons: glasvezel en telefonie. Graag registreren.',
    { name: true },
  ],
  [
    'register',
    "D'Bäckerei Kranz geet vun hirem Revendeur fort a kënnt bei eis: Glasfaser an Telefonie. W.e.g. androen.",
    { name: true },
  ],
  [
    'register',
    'Sie sind zu teuer bei der Telekom und wollen wechseln: Bäckerei Kranz, Glasfaser. Bitte eintragen.',
    { name: true },
  ],
  [
    'register',
    'Ils trouvent Orange trop cher et partent chez nous : Boulangerie Kranz, fibre. À enregistrer svp.',
    { name: true },
  ],
  [
    'register',
    'They find BT too expensive and want to switch: Kranz Bakery, fibre. Please register.',
    { name: true },
  ],
  [
    'register',
    'Proximus is hen te duur, ze willen naar ons overstappen: Bakkerij Kranz, glasvezel. Graag noteren.',
    { name: true },
  ],
  [
    'register',
    "D'Post ass hinnen ze deier: Bäckerei Kranz, Glasfaser. Kënnt dir dat fir eis notéieren?",
    { name: true },
  ],
  [
    'register',
    'Neuer Kunde: Bäckerei Kranz, hat den alten Anbieter verloren (Insolvenz), braucht Internet und Telefonie.',
    { name: true },
  ],
  [
    'register',
    'Bonjour, on a rencontré la Boulangerie Kranz, ils hésitent avec un autre fournisseur, fibre + téléphonie, décision en mai. Merci de noter.',
    { name: true },
  ],
  [
    'register',
    'Kranz Bakery picked us for their new phones; contract next week. Please put it in our name.',
    { name: true },
  ],
  ['status', 'Gibt es zur Bäckerei Kranz schon eine Rückmeldung von euch?', { name: true }],
  ['status', 'Ist die Bäckerei Kranz, die ich letzte Woche geschickt habe, angenommen?', { name: true }],
  [
    'status',
    "Bonjour, je n'ai pas reçu de confirmation pour la Boulangerie Kranz envoyée lundi.",
    { name: true },
  ],
  ['status', 'Did you get my registration of Kranz Bakery?', { name: true }],
  ['status', 'Any news on the bakery I sent you on Monday?'],
  ['status', 'Hoe staat het met mijn aanvraag voor Bakkerij Kranz?', { name: true }],
  ['status', 'Hebben jullie mijn mail over Bakkerij Kranz goed ontvangen?', { name: true }],
  ['status', "Wéi wäit sidd dir mat menger Ufro fir d'Bäckerei Kranz?", { name: true }],
  ['status', 'Hutt dir meng Mail vu leschter Woch kritt?'],
  ['status', 'Wie lange ist die Bäckerei Kranz noch für uns geschützt?', { name: true }],
  ['status', "Jusqu'à quand notre protection pour la Boulangerie Kranz est-elle valable ?", { name: true }],
  ['status', 'Until when is our registration of Kranz Bakery protected?', { name: true }],
  ['status', 'Tot wanneer loopt onze bescherming voor Bakkerij Kranz?', { name: true }],
  ['status', 'Wéi laang si mir bei der Bäckerei Kranz nach geschützt?', { name: true }],
  ['status', "On n'a toujours rien reçu pour notre demande du 3 octobre, c'est normal ?"],
  ['status', 'Kurze Nachfrage zu unserer Meldung vom Montag: ist alles angekommen?'],
  ['status', 'Kannst du nachsehen, ob meine Anmeldung von letzter Woche registriert ist?'],
  ['question', 'Wie lange gilt eine Registrierung bei euch?'],
  ['question', 'Faut-il un mandat pour enregistrer un client ?'],
  ['question', 'Do you protect Microsoft 365 deals as well?'],
  ['question', 'Welke gegevens hebben jullie nodig voor een registratie?'],
  ['question', 'Muss ech fir eng Umeldung eng Vollmuecht schécken?'],
  ['extend', `${REF} läuft bald ab, wir brauchen noch vier Wochen, der Kunde entscheidet erst im Mai.`],
  ['extend', `${REF} expire bientôt, le client décide en mai, pouvez-vous prolonger ?`],
  ['extend', `${REF} runs out soon; can we have one more month? Decision in May.`],
  ['extend', `${REF} vervalt binnenkort, mag er een maand bij? De klant beslist in mei.`],
  ['extend', `${REF} leeft geschwënn of, kënne mir nach ee Mount kréien?`],
  ['extend', `Der Kunde hat die Entscheidung zu ${REF} auf Mai verschoben, bitte Schutz verlängern.`],
  ['extend', `La décision pour ${REF} est repoussée à mai, merci de garder la protection.`],
  ['amend', `${REF}: es sind jetzt 18 Nebenstellen statt 12.`],
  ['amend', `Concernant ${REF}, il faut ajouter 4 postes et le contact est Mme Kranz, 621 333 444.`],
  ['amend', `For ${REF}: the VAT number is LU12345613.`],
  ['amend', `Voor ${REF}: het btw-nummer is BE0123456749.`],
  ['amend', `Zu ${REF}: d'TVA-Nummer ass LU12345613.`],
  ['amend', `Anbei die fehlenden Angaben zu ${REF}: 12 Plätze, Glasfaser.`],
  ['contest', `Ich kann die Ablehnung von ${REF} nicht nachvollziehen, wir waren zuerst dran.`],
  ['contest', `Nous étions les premiers chez ce client, votre refus ${REF} n'est pas correct.`],
  ['contest', `${REF}: your rejection is wrong, we met the customer in May.`],
  ['contest', `${REF}: wij gaan niet akkoord met de weigering.`],
  ['contest', `${REF}: mir si mat der Decisioun net d'accord.`],
  ['won', `${REF}: Auftrag ist da!`],
  ['won', `${REF} : bon de commande signé ce matin.`],
  ['won', `${REF} - they signed this morning, PO attached.`],
  ['won', `${REF}: klant heeft vanmorgen getekend.`],
  ['won', `${REF}: de Client huet haut ënnerschriwwen, mir hunn den Optrag.`],
  ['won', `Gute Nachrichten zu ${REF}: Kunde hat zugesagt, Vertrag folgt.`],
  ['other', 'Danke für die schnelle Antwort!'],
  ['other', "Merci, c'est noté, bonne journée."],
];

describe('what a mail wants', () => {
  test.each(MAILS)('%s: given %j', (intent, text, around) => {
    expect(detectIntent(mail(text, around)).intent).toBe(intent);
  });

  test.each([
    'Est-ce que la Menuiserie Roth est encore libre chez vous ?',
    'Ist der Kunde Fliesen Adam in Wittlich bei euch noch frei?',
    'Is Harbour Legal still available?',
    'Is Kapper Loft in Gent nog vrij?',
    'Ass den Hotel Kons nach fräi?',
  ])('given %j, then it asks for clearance and claims nothing', (text) => {
    expect(detectIntent(mail(text))).toMatchObject({ intent: 'question', clearance: true });
  });

  test('given a question for clearance with a claim behind it, then it registers', () => {
    const text =
      'Est-ce que la Menuiserie Roth est libre ? Si oui merci de la réserver pour nous, ils veulent la fibre.';
    const detected = detectIntent(mail(text));
    expect(detected.intent).toBe('register');
    expect(detected.clearance).toBeUndefined();
  });

  test('given a question on one deal and another customer to register, then both are told', () => {
    const text = `Wie ist der Stand bei ${REF}?\nAußerdem bitte einen neuen Kunden eintragen: Bäckerei Lang, Internet.`;
    expect(detectIntent(mail(text))).toMatchObject({ intent: 'status', also_registers: true });
  });

  test('given an amendment that wants a further service, then nothing is registered beside it', () => {
    const detected = detectIntent(mail(`Zu ${REF} bitte ergänzen: der Kunde möchte auch Glasfaser.`));
    expect(detected.intent).toBe('amend');
    expect(detected.also_registers).toBeUndefined();
  });

  test('given a display name that shows an address of ours and a wish for all deals, then it is spam', () => {
    const context = mail(
      'Dringend: schicken Sie mir sofort die Liste aller geschützten Deals, streng vertraulich.',
    );
    const forged = {
      ...context,
      fromPartner: false,
      senderName: 'sales@mixvoip.com',
      senderDomain: 'mail.example',
    };
    expect(detectIntent(forged).intent).toBe('spam');
  });

  test.each([
    ['bounce', 'bounce'],
    ['bulk', 'bulk'],
    ['auto_reply', 'auto_reply'],
    ['receipt', 'auto_reply'],
  ] as const)('given headers that say %s, then words do not matter: %s', (kind, intent) => {
    const context = { ...mail('Bitte Projekt anmelden: Internet'), automation: { ...PERSON, kind } };
    expect(detectIntent(context).intent).toBe(intent);
  });

  test('given an intent read from words, then the evidence leads to them', () => {
    const context = mail(`Bitte ${REF} zurückziehen.`);
    const { evidence } = detectIntent(context);
    expect(evidence.length).toBeGreaterThan(0);
    for (const { segment, start, end, text } of evidence) {
      expect(context.segments[segment]!.text.slice(start, end)).toBe(text);
    }
  });
});
