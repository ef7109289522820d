import { describe, expect, test } from 'vitest';
import { findSituations, situationsOf } from '../../src/message/situation.ts';

/** A sentence and what it states, in the order of the contract. */
const STATED: [string, string][] = [
  // leaves_partner
  ['Si verloossen hire Partner a kommen bei eis.', 'leaves_partner'],
  ['De Betrib verléisst säin alen Informatiker.', 'leaves_partner'],
  ['Le client a résilié le contrat avec son intégrateur et cherche quelqu’un de sérieux.', 'leaves_partner'],
  ['Ils quittent leur installateur actuel fin mars.', 'leaves_partner'],
  ['Der Kunde hat seinem bisherigen Systemhaus gekündigt.', 'leaves_partner'],
  ['Sie wechseln von ihrem IT-Dienstleister zu uns.', 'leaves_partner'],
  ['They are moving away from their current reseller.', 'leaves_partner'],
  ['The board gave notice to their installer last week.', 'leaves_partner'],
  ['Ze hebben hun vorige installateur opgezegd.', 'leaves_partner'],
  ['De klant wil weg bij zijn huidige ICT-partner.', 'leaves_partner'],
  ['Si hunn hirem Revendeur gekënnegt.', 'leaves_partner'],
  ['Ils quittent Proximus fin mars.', ''],
  ['Der Vertrag mit Vodafone ist gekündigt.', ''],
  // dissatisfied
  ['Ils ne sont pas du tout satisfaits du support actuel.', 'dissatisfied'],
  ['La patronne en a marre des coupures.', 'dissatisfied'],
  ['Der Geschäftsführer ist sehr unzufrieden.', 'dissatisfied'],
  ['Die haben von den Ausfällen die Nase voll.', 'dissatisfied'],
  ['The office manager is fed up with waiting for call-backs.', 'dissatisfied'],
  ['They are not happy with the service they get.', 'dissatisfied'],
  ['De directie is ontevreden over de opvolging.', 'dissatisfied'],
  ['Ze zijn het beu.', 'dissatisfied'],
  ['De Patron ass onzefridden.', 'dissatisfied'],
  ['Si sinn net zefridden mat hirem Operateur.', 'dissatisfied'],
  ['Le client est très content de son installation.', ''],
  // own_customer
  ['C’est un client existant chez nous, nous gérons leur parc informatique.', 'own_customer'],
  ['La société est déjà cliente chez nous pour les imprimantes.', 'own_customer'],
  ['Das ist ein Bestandskunde von uns.', 'own_customer'],
  ['Wir betreuen dort seit 2019 die IT.', 'own_customer'],
  ['They have been our client for backup since 2020.', 'own_customer'],
  ['We already look after their servers.', 'own_customer'],
  ['Bestaande klant van ons, wij beheren er het netwerk.', 'own_customer'],
  ['Si si scho laang Client bei eis.', 'own_customer'],
  ['Merci d’enregistrer notre client Dupont SA.', ''],
  // mixvoip_customer
  ['Ils sont déjà clients chez vous pour internet.', 'mixvoip_customer'],
  ['Der Kunde ist bereits Kunde bei Mixvoip.', 'mixvoip_customer'],
  ['They are already a customer of yours.', 'mixvoip_customer'],
  ['De klant is al klant bij jullie.', 'mixvoip_customer'],
  ['De Client ass scho Client bei iech.', 'mixvoip_customer'],
  // competing_partner
  ['Un autre de vos partenaires a aussi remis une offre.', 'competing_partner'],
  ['Es gibt noch einen anderen Partner, der dort anbietet.', 'competing_partner'],
  ['Another partner of yours is quoting as well.', 'competing_partner'],
  ['Een andere partner is er ook mee bezig.', 'competing_partner'],
  ['En anere Partner huet och eng Offer gemaach.', 'competing_partner'],
  // mandate
  ['Le mandat signé est en pièce jointe.', 'mandate'],
  ['Anbei die unterschriebene Vollmacht des Kunden.', 'mandate'],
  ['Please find the signed letter of authority attached.', 'mandate'],
  ['In bijlage de getekende volmacht.', 'mandate'],
  ['Am Annexe de Mandat vum Client.', 'mandate'],
  ['Le mandat suivra la semaine prochaine.', ''],
  ['Die Vollmacht wird nachgereicht.', ''],
  ['We do not have a mandate yet.', ''],
  ['De volmacht volgt nog.', ''],
  // tender
  ['Il s’agit d’un marché public, remise des offres le 12.', 'tender'],
  ['Es ist eine öffentliche Ausschreibung.', 'tender'],
  ['The customer runs a tender, deadline in May.', 'tender'],
  ['Het is een aanbesteding.', 'tender'],
  ['Et ass eng Soumissioun.', 'tender'],
  // no_revenue
  ['Le compte ne génère plus aucun chiffre d’affaires.', 'no_revenue'],
  ['Der Kunde macht keinen Umsatz mehr.', 'no_revenue'],
  ['This customer brings in no revenue.', 'no_revenue'],
  ['De klant levert geen omzet meer op.', 'no_revenue'],
  ['De Client mécht keen Ëmsaz méi.', 'no_revenue'],
  // direct_contact
  ['Le gérant vous a contacté directement la semaine passée.', 'direct_contact'],
  ['Der Kunde hat sich direkt bei euch gemeldet.', 'direct_contact'],
  ['The customer contacted Mixvoip directly.', 'direct_contact'],
  ['De klant heeft rechtstreeks met jullie contact opgenomen.', 'direct_contact'],
  // several
  [
    'Ils sont mécontents de leur prestataire et le quittent, nous gérons déjà leur réseau.',
    'leaves_partner dissatisfied own_customer',
  ],
  [
    'Ils en ont assez de leur prestataire informatique, qui ne décroche plus, et nous ont demandé de reprendre tout.',
    'dissatisfied',
  ],
  ['La cliente a dénoncé le contrat de son revendeur pour fin juin.', 'leaves_partner'],
  ['Le gérant ne veut plus travailler avec son installateur.', 'leaves_partner'],
  ['Client de longue date chez nous (imprimantes).', 'own_customer'],
  ["On s'occupe de leur réseau depuis 5 ans.", 'own_customer'],
  ['Ils utilisent déjà un trunk chez vous.', 'mixvoip_customer'],
  ['Nous ne sommes pas seuls : un confrère a remis une offre la semaine passée.', 'competing_partner'],
  ['Vous trouverez le mandat du client en pièce jointe.', 'mandate'],
  ['Le cahier des charges est joint, dépôt le 15.', 'tender'],
  ['Der Kunde trennt sich zum Jahresende von seinem Dienstleister.', 'leaves_partner'],
  ['Mit dem jetzigen Betreuer ist man alles andere als zufrieden.', 'dissatisfied'],
  ['Unser Bestandskunde Schreinerei Koch möchte jetzt auch Telefonie.', 'own_customer'],
  ['Die Server laufen bei uns im Rechenzentrum, wir kümmern uns um die IT.', 'own_customer'],
  ['Zwei weitere Systemhäuser sind auch angefragt.', 'competing_partner'],
  ['Vollmacht liegt bei.', 'mandate'],
  ['Vergabe erfolgt öffentlich, Angebotsfrist 3. Mai.', 'tender'],
  ['The client is parting ways with their IT company.', 'leaves_partner'],
  ['Their present integrator keeps letting them down.', 'dissatisfied'],
  ["We've been doing their IT since 2018.", 'own_customer'],
  ['They already have two lines from you.', 'mixvoip_customer'],
  ['Heard that one other reseller is sniffing around too.', 'competing_partner'],
  ['The signed mandate is enclosed.', 'mandate'],
  ['It will be an RFP, so expect other bids.', 'tender'],
  [
    'De zaakvoerder is het vertrouwen in zijn huidige leverancier kwijt en stapt op 1 juni over.',
    'leaves_partner dissatisfied',
  ],
  ['Al jaren klant bij ons voor de werkplekken.', 'own_customer'],
  ['Er is nog een andere partner in de running.', 'competing_partner'],
  ['Ondertekende volmacht als bijlage.', 'mandate'],
  ['Het gaat om een openbare aanbesteding van de gemeente.', 'tender'],
  ['Si wëlle vun hirem Revendeur ewech.', 'leaves_partner'],
  ['De Chef ass rosen iwwer de Support.', 'dissatisfied'],
  ["Mir maachen do schonn d'Informatik.", 'own_customer'],
  ['Bonjour, Garage Roth à Wiltz, fibre et téléphonie, 12 postes, décision en mai.', ''],
  ['Please register Baker Ltd, hosted PBX, 12 users, they are in the same building as our office.', ''],
  ['Wir rechnen mit 300 Euro im Monat, Ansprechpartner ist Herr Roth.', ''],
  // leaves_partner, told in other words
  ['Ils résilient chez leur prestataire informatique fin juin.', 'leaves_partner'],
  ['Der Vertrag mit dem Systemhaus ist zum Jahresende gekündigt.', 'leaves_partner'],
  ['They have just served notice on their phone supplier.', 'leaves_partner'],
  ['Het contract met hun integrator loopt af en ze verlengen niet.', 'leaves_partner'],
  ['Si hu mat hirem Revendeur Schluss gemaach.', 'leaves_partner'],
  ['Er is bij hun integrator nog niets opgezegd.', ''],
  ['Beim Systemhaus ist noch nichts gekündigt.', ''],
  ['Chez leur prestataire rien n’est encore résilié.', ''],
  ['Mat hirem Partner ass nach näischt gekënnegt.', ''],
  ['Ils veulent changer de fournisseur internet.', ''],
  ['Sie wollen den Internetanbieter wechseln.', ''],
  ['Ze willen weg van KPN.', ''],
  // dissatisfied, told in other words
  ['Si sinn net zefridde mat hirem aktuelle Fournisseur.', 'dissatisfied'],
  ['Der Chef liegt mit seinem Betreuer über Kreuz.', 'dissatisfied'],
  ['Her current supplier drives her mad.', 'dissatisfied'],
  ['Le gérant est remonté contre son installateur.', 'dissatisfied'],
  ['De zaakvoerder is niet te spreken over de helpdesk.', 'dissatisfied'],
  ['Hie regt sech iwwer de Support op.', 'dissatisfied'],
  ['Die Kundin ist mit der Betreuung gar nicht glücklich.', 'dissatisfied'],
  ['La directrice n’est plus du tout satisfaite du suivi.', 'dissatisfied'],
  ['Ze hebben er genoeg van.', 'dissatisfied'],
  // own_customer, told in other words
  ['C’est un de nos clients informatiques.', 'own_customer'],
  ['Das ist einer unserer Bestandskunden.', 'own_customer'],
  ['Ze zijn al jaren bij ons voor hun servers.', 'own_customer'],
  ['They have been with us for years for their backups.', 'own_customer'],
  ['Eise Client, dee mir säit Joren am IT betreien.', 'own_customer'],
  ['Die sind seit zehn Jahren bei uns in der IT-Betreuung.', 'own_customer'],
  ['Ils sont chez nous depuis 2015 pour l’informatique.', 'own_customer'],
  ['Vraag van een van onze bestaande klanten.', 'own_customer'],
  ['Den Server bedreie mir do scho säit 2018.', 'own_customer'],
  // no_revenue, told in other words
  ['La ligne est résiliée et plus rien n’est facturé depuis 2024.', 'no_revenue'],
  ['Seit zwei Jahren wird dort nichts mehr abgerechnet.', 'no_revenue'],
  ['Nothing has been billed there for two years.', 'no_revenue'],
  ['Er wordt al twee jaar niets meer gefactureerd.', 'no_revenue'],
  ['Do gëtt säit zwee Joer näischt méi fakturéiert.', 'no_revenue'],
  ['Ils ne vous achètent plus rien depuis deux ans.', 'no_revenue'],
  // competing_partner, told in other words
  ['Ein anderer Mixvoip-Partner war wohl auch schon da.', 'competing_partner'],
  ['Un autre partenaire Mixvoip leur a déjà fait une offre.', 'competing_partner'],
  ['Another Mixvoip reseller has quoted as well.', 'competing_partner'],
  ['Er is nog een andere Mixvoip-partner langs geweest.', 'competing_partner'],
  ['En anere Mixvoip-Partner huet och eng Offer gemaach.', 'competing_partner'],
  // tender, told in other words
  ['La consultation est publique, réponse le 30 novembre.', 'tender'],
  ['Die Gemeinde schreibt die Telefonie öffentlich aus.', 'tender'],
  ['It goes out to public procurement in spring.', 'tender'],
  ['Het is een overheidsopdracht.', 'tender'],
  ['Dat leeft iwwer e Marché public.', 'tender'],
  // each situation once more, in passing
  [
    'Bislang lief dort alles über ein kleines Systemhaus; der Vertrag ist zum 31.12. gekündigt.',
    'leaves_partner',
  ],
  ['Ze werkten met een integrator uit Hasselt, dat contract is opgezegd.', 'leaves_partner'],
  ['Their old installer has been given notice.', 'leaves_partner'],
  ['Hirem fréieren Revendeur hu si gekënnegt.', 'leaves_partner'],
  ['Der Kunde will sein Systemhaus wechseln.', 'leaves_partner'],
  ['Ils en ont assez de leur prestataire et nous confient tout.', 'dissatisfied'],
  ['Der Support des jetzigen Dienstleisters lässt zu wünschen übrig.', 'dissatisfied'],
  ['De klant klaagt over de trage service van zijn leverancier.', 'dissatisfied'],
  ['They complain about slow support.', 'dissatisfied'],
  ['Le client se plaint du support de son opérateur.', 'dissatisfied'],
  ["D'Direktesch ass net content mam Service.", 'dissatisfied'],
  ['Sie sind mit uns sehr zufrieden.', ''],
  ['They are very happy with us.', ''],
  ["L'accord écrit du client est joint.", 'mandate'],
  ['Anbei die unterschriebene Vollmacht.', 'mandate'],
  ['Signed letter of authority attached.', 'mandate'],
  ['De getekende volmacht zit in bijlage.', 'mandate'],
  ['Dat ënnerschriwwent Mandat läit bäi.', 'mandate'],
  ['Das Mandat reichen wir nach.', ''],
  ['Le mandat suivra la semaine prochaine.', ''],
  ['The mandate will follow.', ''],
  ['Volmacht volgt.', ''],
  ["D'Mandat kënnt nach.", ''],
  ['Das ist eine öffentliche Ausschreibung.', 'tender'],
  ['Marché public, remise des offres le 3 mai.', 'tender'],
  ['Invitation to tender, bids by 3 May.', 'tender'],
  ['Openbare aanbesteding, indienen voor 3 mei.', 'tender'],
  ['Ëffentlech Soumissioun, Ofgab den 3. Mee.', 'tender'],
  ['Der Kunde hat auch schon direkt bei euch angefragt.', 'direct_contact'],
  ['Le client vous a aussi contactés directement.', 'direct_contact'],
  ['The client also wrote to you directly.', 'direct_contact'],
  ['De klant heeft ook rechtstreeks met jullie contact opgenomen.', 'direct_contact'],
  ['De Client huet Iech och direkt geschriwwen.', 'direct_contact'],
  ['Er ist bereits Mixvoip-Kunde (Internet).', 'mixvoip_customer'],
  ['Il est déjà client Mixvoip pour internet.', 'mixvoip_customer'],
  ['They already get their internet from you.', 'mixvoip_customer'],
  ['Ze zijn al klant bij jullie voor internet.', 'mixvoip_customer'],
  ['Si si scho Client bei Iech fir den Internet.', 'mixvoip_customer'],
  ['Ein anderer Partner von euch bietet dort auch an.', 'competing_partner'],
  ['Un autre de vos partenaires est aussi dessus.', 'competing_partner'],
  ['Another of your partners is quoting too.', 'competing_partner'],
  ['Een andere partner van jullie is er ook mee bezig.', 'competing_partner'],
  ['En anere Partner vun Iech ass och drun.', 'competing_partner'],
  ['Kein anderer Partner ist dran.', ''],
  ["Aucun autre partenaire n'est en lice.", ''],
  ['Unser Kunde seit 2015, wir machen die EDV.', 'own_customer'],
  ["Client chez nous depuis 2015 pour l'informatique.", 'own_customer'],
  ['A customer of ours since 2015.', 'own_customer'],
  ['Klant van ons sinds 2015.', 'own_customer'],
  ['Client vun eis zënter 2015.', 'own_customer'],
  ['Seit Jahren kein Umsatz mehr mit diesem Konto.', 'no_revenue'],
  ["Aucun chiffre d'affaires depuis deux ans.", 'no_revenue'],
  ['No revenue there since 2023.', 'no_revenue'],
  ['Al twee jaar geen omzet.', 'no_revenue'],
  ['Zënter zwee Joer keen Ëmsaz méi.', 'no_revenue'],
];

describe('what a text states of the customer', () => {
  test.each(STATED)('given %j, then %j', (text, situations) => {
    expect(
      findSituations(text)
        .map(({ situation }) => situation)
        .join(' '),
    ).toBe(situations);
  });

  test('given a call to "us", when staff wrote it, then the customer turned to Mixvoip; when a partner did, not', () => {
    const text = 'The owner called us this morning and asked for a quote.';
    expect(findSituations(text, { fromStaff: true }).map(({ situation }) => situation)).toEqual([
      'direct_contact',
    ]);
    expect(findSituations(text)).toEqual([]);
  });

  test('given a name that holds such a word, when it is excluded, then it does not count', () => {
    const text = 'Bitte Mandat Consulting GmbH eintragen';
    expect(findSituations(text, { exclude: [{ start: 6, end: 28 }] })).toEqual([]);
  });

  test('given several segments, then the situations are united, each with the place it stands', () => {
    const { situations, evidence } = situationsOf([
      { id: 2, kind: 'own', text: 'Mandat en annexe.' },
      { id: 5, kind: 'forward', text: 'Nous sommes mécontents.' },
    ]);
    expect(situations).toEqual(['dissatisfied', 'mandate']);
    expect(evidence.map(({ segment }) => segment).toSorted()).toEqual([2, 5]);
  });
});
