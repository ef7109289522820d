import type { Language } from '../understanding.ts';

/** Frequent words of mails, folded (`fold.ts`). A word of several languages speaks for each of them less. */
export const FUNCTION_WORDS: Record<Language, string> = {
  fr: `adresse ville pays societe nom telephone interlocuteur besoin besoins produits date delai budget montant effectif remarque remarques numero entreprise raison sociale operateur ligne lignes signature echeance cloture commentaire ne etre ete lui y ceux celui offre rendez-vous
    le la les un une des du de et est en au aux a pour dans sur par avec sans pas ne que qui ce cette ces son sa ses
    leur leurs nous vous je tu il elle ils elles on mon ma mes notre votre nos vos se si mais ou donc car plus moins
    tres bien aussi deja encore depuis chez entre sont ont avons avez etait sera serait peut faire fait souhaite
    souhaitent voici voila merci bonjour salut cordialement client societe veut veulent d l j n c s qu y suis
    pouvez peux peut-on stp svp bjr a-t-il ca cela afin suite veuillez trouver jointe joint ci enregistrer dossier
    quel quelle quand comment combien jours mois demande postes nouveau nouvelle toujours`,
  de: `strasse straße ort plz ansprechpartner ansprechpartnerin telefon anschrift firma kundenname leistungen anzahl umsatz abschluss bemerkung wahrscheinlichkeit angelegt nachricht erzeugte besitzer interessent gewunschte produkte gewunscht arbeitsplatze nebenstellen monat jahr land handelsregister registrierung anmeldung
    der die das den dem des ein eine einen einem einer eines und ist sind war wird werden wurde haben hat hatte ich
    du er sie es wir ihr euch uns mich mir ihn ihm ihnen mein unser unsere ihre ihren seine nicht kein keine noch schon
    auch nur aber oder wenn weil dass wie was wer fur von vom zu zum zur mit bei bis nach seit aus auf an am im in um
    uber unter durch ohne bitte danke vielen grusse gruß gruße hallo kunde kunden soll sollen kann konnen mochte
    mochten will wollen bekommt braucht gibt es dann hier heute jetzt neue neuen neuer wieder sehr anbei gerne
    herr frau sehr geehrte freundlichen viele moin dazu dieser diese dieses`,
  en: `address street city country company name phone contact number users services requested expected amount month remarks comments notes value decision signature date registration between
    the a an and is are was were be been to of in on at for from with by that this these those it its they them
    their we our us you your he she his her i my me not no do does did have has had will would can could should shall
    may please thanks thank hello hi dear regards best kind or but if when what which who how there here as up out
    about into over so than then just any all some one new need needs want wants customer client would like let know
    am don't we're i'm it's they're we'd i'd cheers attached see`,
  nl: `straat plaats bedrijf bedrijfsnaam contactpersoon telefoonnummer gewenste diensten aantal bedrag opmerking opmerkingen maand klantnaam ondernemingsnummer datum zie gebruikers aanmelding registratie verwachte
    de het een en is zijn was waren wordt worden werd heeft hebben had ik je jij u uw hij zij ze wij we jullie ons
    onze hun hem haar mijn niet geen nog al ook maar of als dat die deze dit wat wie hoe voor van met bij op aan in
    uit naar over onder door zonder tot te om er hier daar dan toch wel graag alsjeblieft bedankt dank groet groeten
    vriendelijke met hallo hoi dag beste klant willen wil kan kunnen moet moeten zou zal gaat gaan nieuwe bijlage
    kunt zodra alvast moi mogge werkplekken graag vandaag gisteren morgen geacht geachte mvg doen`,
  lb: `mam virum emol dacks bescheed feelt sot soen gesot kuckt kucken kuck driwwer drun drop dofir domat duerno datt keint keinten ze faerdeg misst
    zweet eischt lescht secher nawell gar geif geifen keim wou weini dest esou muer gescht dag deeg auer woch wochen clienten
    eisem eiser hirer senger senge mengen mengem leit kolleeg kollegen zesummen alleguer wierklech natierlech vlaicht
    nemmen knapp ronn ongefeier viru virun nom nodeem goufen waren hues hutt sidd bass kanns kennt kennen musst mussen
    dierf dierfen solls wann dann enn ufro offer ausfalt decideiert geschafft gemaach gefrot gesinn komm kommen kemmt
    weider emmer nie naischt vill puer hallef drai veier fennef zwee zwou eent eraus eran erop erof hannert niewent
    adress kontaktpersoun telefonsnummer unzuel posten montant decisioun kleng rescht stemmt richteg muer gescht mount joer leit eist hirem dem kanns kenns wannechgelift bescht beschten leschte vill wellen gesot geschwenn nees duerfir dofir sinn gutt mengen usw umellen umeldung
    de d den dem e eng en engem enger an ass sinn war gouf ginn gett hunn huet hu hat ech du hien si et mir dir iech
    eis hinnen mech mengem eisen eisem hiren hire sengem net keen keng kee nach schonn och mee oder wann well datt wei
    wat wien fir vun vum zu zum zur mat bei bis no zenter aus op um am iwwer duerch ouni wier wieren weg w.e.g merci
    moien moie client wellt wellen soll sollen kann kennen kenne brauch braucht brauchen gett haut elo nei neien neie
    erem ganz gutt schein alles beschte villmools leif mol kuerz ons eiser dat deen dei dësen dese dest esou sot mer
    eppes gi gin hei do ier maachen mecht maache kritt kreien zou awer vläicht vlaicht jo nee aner aneren`,
};
