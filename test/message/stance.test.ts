import { describe, expect, test } from 'vitest';
import { findServices } from '../../src/message/services.ts';

/** A sentence and the services that it wants, by what makes it hard. */
const SPOKEN: Record<string, [string, string][]> = {
  'what stays is told in a clause of its own': [
    [
      'Telefonie in der Cloud. Internet hat sie von der Telekom und das soll auch so bleiben.',
      'communication',
    ],
    ['Ils veulent un trunk SIP. Leur fibre est chez Orange et cela ne change pas.', 'sip_trunk'],
    ['He wants new phones. The internet is with BT and that stays as it is.', 'communication'],
    ['Ze willen een telefooncentrale. Internet zit bij Telenet en dat blijft zo.', 'communication'],
    ['Si wëllen eng nei Telefonszentral. Den Internet hunn se schonn a bleift och esou.', 'communication'],
    ['Neue Telefonanlage gewünscht. Internet haben wir gerade erst neu, das passt.', 'communication'],
    ['Un central cloud pour l’hôtel ; internet, ils viennent de le refaire.', 'communication'],
    ['A hosted PBX please; their internet was renewed last month and is fine.', 'communication'],
    ['Glasvezel gevraagd, de telefonie is net vernieuwd.', 'internet'],
    ['Si brauchen Glasfaser, mat der Telefonie si se zefridden.', 'internet'],
    ['Glasfaser für den Neubau, mit der Telefonie sind sie zufrieden.', 'internet'],
    ['Il faut la fibre, côté téléphonie ils sont contents.', 'internet'],
    ['Fibre is wanted; they are happy with their phones.', 'internet'],
    [
      'Den Server und die Datensicherung betreuen wir seit Jahren. Gewünscht ist eine Cloud-Telefonanlage.',
      'communication',
    ],
  ],
  'what the customer has from the sender stands in brackets': [
    ['Notre client depuis 2021 (internet par nous) veut maintenant une téléphonie cloud.', 'communication'],
    ['Unser Kunde (Glasfaser über uns) möchte nun eine Telefonanlage.', 'communication'],
    ['Our client since May (fibre through us) now wants Teams telephony.', 'communication'],
    ['Onze klant (glasvezel via ons) wil nu een telefooncentrale.', 'communication'],
    ['Eise Client (Fibre iwwer eis) wëll elo eng Telefonszentral.', 'communication'],
    ['Mir betreien si am IT, elo wëlle si hir Telefonie iwwer eis.', 'communication'],
    ['Ze zijn al jaren bij ons voor hun servers en willen nu vaste telefonie.', 'communication'],
    ['A request from one of our IT clients: a cloud phone system.', 'communication'],
    ['Demande d’un de nos clients informatiques : une nouvelle téléphonie.', 'communication'],
    ['Anfrage eines unserer IT-Kunden: neue Telefonanlage.', 'communication'],
    ['Vraag van een van onze IT-klanten: nieuwe telefooncentrale.', 'communication'],
    ['Ufro vun engem vun eisen IT-Clienten: eng nei Telefonszentral.', 'communication'],
  ],
  'what a trunk is put on is not sold': [
    ['Un trunk SIP pour notre central, que nous gardons.', 'sip_trunk'],
    ['Wir brauchen einen SIP-Trunk für unsere Anlage.', 'sip_trunk'],
    ['A SIP trunk for our PBX, which moves with us.', 'sip_trunk'],
    ['Een SIP-trunk voor onze centrale, die verhuist mee.', 'sip_trunk'],
    ['Mir brauchen e SIP-Trunk fir eis Zentral.', 'sip_trunk'],
    ['SIP-Trunk an ihre Starface-Telefonanlage, 8 Kanäle.', 'sip_trunk'],
  ],
  'an offer is about internet': [
    ['Er will ein Angebot über Internet und Cloud-Telefonie.', 'internet communication'],
    ['Sie bittet um ein Angebot über Internet.', 'internet'],
    ['Er fragt nach einem Vertrag über Internet und Telefonie.', 'internet communication'],
    ['We found them on the internet, they want a phone system.', 'communication'],
    ['Über das Internet gefunden: will eine Telefonanlage.', 'communication'],
  ],
  'telephony is named in short': [
    ['fibre + 4 postes tel svp', 'internet communication'],
    ['Internet et téléphone pour 5 personnes', 'internet communication'],
    ['Internet und Telefon für das neue Büro', 'internet communication'],
    ['internet and phone for the new office', 'internet communication'],
    ['internet en telefoon voor het nieuwe kantoor', 'internet communication'],
    ['Internet an Telefon fir den neie Büro', 'internet communication'],
    ['Internet + Tel. für 3 Plätze', 'internet communication'],
    ['Si brauch eng Telefonanlag mat 6 Apparater.', 'communication'],
    ['12 Cloud-Nebenstellen und ein Glasfaseranschluss', 'internet communication'],
    ['Services : [x] Internet [ ] SIP [x] Centrale cloud', 'internet communication'],
    ['fibre, centrale virtuelle, 8 postes', 'internet communication'],
    ['La fibre et un petit standard, 4 postes.', 'internet communication'],
    ['Ils renouvellent leur parc téléphonique : 90 postes.', 'communication'],
    ['En ook de gsm’s van onze chauffeurs.', 'communication'],
    ['Handys für die sechs Monteure', 'communication'],
    ['des forfaits mobiles pour les quatre livreurs', 'communication'],
    ['Telefon: 0651 12345, will Glasfaser', 'internet'],
    ['Tél : 26 44 55 66, souhaite la fibre', 'internet'],
    ['Phone: 020 7946 0000. Wants fibre.', 'internet'],
    ['Accueil téléphonique : 26 44 55 66. Besoin : fibre', 'internet'],
  ],
  'numbers are kept, and so they are wanted': [
    ['SIP-Anschluss, Übernahme des Durchwahlblocks', 'sip_trunk numbers'],
    ['Eine Cloud-Telefonanlage, unsere alte Nummer soll bleiben.', 'numbers communication'],
    ['SIP-Trunk, Rufnummere behalen', 'sip_trunk numbers'],
    ['Eng Telefonszentral, an hir Nummer wëlle si behalen.', 'numbers communication'],
    ['Een cloudcentrale en ze willen hun nummer houden.', 'numbers communication'],
    ['A hosted PBX, and they want to keep their number.', 'numbers communication'],
    ['Une centrale cloud, et garder leur numéro.', 'numbers communication'],
    ['Cloud-Telefonie, die Telefonnummer wird mitgenommen.', 'numbers communication'],
    ['Telefonie, eis Nummere musse mat.', 'numbers communication'],
  ],
  'a wish has words in between': [
    ['Si hätten elo och gär hir Telefonie nei.', 'communication'],
    ['Er hätte jetzt auch gerne Glasfaser.', 'internet'],
    ['Ze zouden nu ook graag glasvezel hebben, de telefonie houden ze bij Proximus.', 'internet'],
    ['They would now also like fibre; telephony remains with BT.', 'internet'],
    ['Ils aimeraient maintenant aussi la fibre, la téléphonie reste chez Orange.', 'internet'],
  ],
  'refused in passing': [
    ['Telefonie in der Cloud, Internet brauchen sie keins.', 'communication'],
    ['Une téléphonie cloud, pas besoin d’internet de notre côté.', 'communication'],
    ['Hosted telephony, they need no internet from us.', 'communication'],
    ['Telefonie in de cloud, internet hebben ze niet nodig.', 'communication'],
    ['Telefonie an der Cloud, Internet brauche si keen.', 'communication'],
    ['Fibre only, we deliberately leave the firewall out.', 'internet'],
    ['Nur Glasfaser, die Firewall lassen wir bewusst außen vor.', 'internet'],
    ['Juste la fibre, le pare-feu et la téléphonie c’est pour plus tard.', 'internet'],
    ['Enkel glasvezel, over telefonie praten we volgend jaar.', 'internet'],
    ['Just Glasfaser, iwwer Telefonie schwätze mer d’nächst Joer.', 'internet'],
  ],
};

describe('given sentences in which', () => {
  describe.each(Object.entries(SPOKEN))('%s', (_, sentences) => {
    test.each(sentences)('when it says %j, then it wants %j', (text, services) => {
      expect(
        findServices(text)
          .map(({ service }) => service)
          .join(' '),
      ).toBe(services);
    });
  });
});
