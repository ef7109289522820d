/**
 * Words that are capitalised in mails without being part of a company's name, folded: greetings, sentence openers,
 * words of the trade (deal, customer, registration), titles, months and days. A name neither begins nor ends with one.
 */
const WORDS =
  // greetings and closings
  'bonjour bonsoir salut coucou hello hi hey dear chere cher chers cheres madame monsieur mesdames messieurs hallo guten tag morgen abend moin moien mojen moie servus gruß gruss grusse gruße liebe lieber liebes sehr geehrte geehrter geehrtes beste hoi dag goedemorgen goedemiddag goedendag geachte mvg groet groeten groetjes vriendelijke freundliche freundlichen mit cordialement bien cdlt cdt bav salutations merci thanks thank regards best kind cheers sincerely viele vielen dank danke bedankt dank alvast mfg lg vg bg beschte villmools gréiss greiss eddi addi awar ciao sorry svp stp wg ps nb ' +
  // sentence openers, pronouns, articles, verbs at the head
  'je j tu il elle nous vous ils elles on ce cet cette ces c ca cela voici voila est-ce peux peut pouvez pourriez pouvons puis peut-etre suite apres avant pour par avec sans sur dans en de du des le la les un une notre nos votre vos mon ma mes leur leurs son sa ses au aux a et ou mais donc or ni car si quand comme oui non ok ici petit petite rdv rendez-vous objet sujet re tr fw fwd aw wg antw vs rv ' +
  'ich du er sie es wir ihr ihnen ihre ihren ihrem unser unsere unseren unserem mein meine meinen der die das den dem des ein eine einen einem einer dies diese dieser dieses diesen bitte anbei hiermit hier kann konnen konnten konnt darf durfen mochte mochten wollen will hat haben ist sind war wird werden fur von vom bei beim zu zum zur im in am an auf aus nach mit und oder aber auch noch nur so wie was wer wo wenn dann da ja nein bzw zusatzlich außerdem ausserdem ansonsten folgende folgender folgendes folgenden neue neuer neues neuen ab bis seit ' +
  'i we you he she it they this that these those my our your their his her its the a an is are was were will would can could shall should may might must please kindly have has had just here there and or but if when also for from with at by of to in on not no yes as so new another next per let could ' +
  'ik wij we jij jullie u hij zij ze het de een dit dat deze die mijn onze ons uw hun kan kunnen kunt kun mag mogen wil willen graag gelieve zie hierbij bijgevoegd in bij voor van met naar op uit aan en of maar ook nog als dan er is zijn was worden wordt heeft hebben nieuw nieuwe nieuws even ' +
  'mir dir hien si et ech du en d dat dee deen de den dem eis eisen eiser eist aer är hir seng säin en eng engem e kenne kennt kanns konnt ka kennen hues hutt hunn huet ass sinn war gett ginn fir vun mat bei zu no op aus an oder mee awer och nach wann w.e.g weg wgl wéi wei nei neien neie neit annex am ' +
  // words of the trade
  'client clients cliente clientele prospect prospects customer customers kunde kunden kundin kundenname endkunde endkunden interessent interessenten klant klanten eindklant prospekt lead leads account company compagny firma firmen firme unternehmen bedrijf societe entreprise organisation raison sociale enseigne naam name nom entity end ' +
  'deal deals dealregistrierung dealregistratie dealreg registration registrations registrierung registrierungen registreren registratie registratioun register anmeldung anmeldungen aanmelding aanmeldingen umeldung umellung melding meldung meldungen projektmeldung projektmeldungen projekt projekte project projects projet projets dossier dossiers affaire affaires opportunite opportunites opportunity opportunities enregistrement enregistrements declaration declarations reservation protection schutz kundenschutz projektschutz bescherming demande demandes request anfrage anfragen aanvraag offre offres angebot angebote offerte offer quote devis ticket statut status stand stand sachstand rappel relance question frage fragen vraag questions nouveau nouvelle nouveaux nouvelles neukunde neukunden info infos information infobox urgent wichtig important correction korrektur correctie mise jour update addendum zusatz ajout nachtrag verlangerung prolongation verlenging extension gewonnen gagne gewonnen won verloren perdu lost retrait stornierung annulation annulering ruckzug widerspruch einspruch bezwaar contestation objection ' +
  'mixvoip mixpbx partner partenaire partenaires reseller revendeur wiederverkaufer nausicaa rouge desk team contact contacts kontakt ansprechpartner ansprechpartnerin contactpersoon kontaktpersoun interlocuteur interlocutrice adresse adress address anschrift adres telefon telefoon telephone tel tél gsm handy mobil mobile fax mail email e-mail e-mails website web site homepage tva vat btw ust ust-idnr ustid mwst rcs hrb hra siren siret kvk kbo bce rpm rpr iban nr no ref reference referenz referentie plz ort ville code postal land pays country cp zip bp postfach ' +
  'betreff objet subject von an gesendet datum from to sent date cc de à envoye expediteur destinataire aan verzonden onderwerp van ' +
  'geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrung gerant gerante directeur directrice inhaber inhaberin chef patron patronne leiter leiterin president responsable manager zaakvoerder bestuurder eigenaar owner director ceo cfo cto coo it-leiter prokurist sekretariat secretariat accueil ' +
  // titles
  'm mr mrs ms mme mlle me maitre herr herrn frau fräulein fraulein dhr mevr mevrouw meneer heer här har madamm dr prof ' +
  // services and goods, with their usual words
  'internet fibre glasfaser glasvezel fiber glasfaseranschluss internetanschluss sip trunk sip-trunk siptrunk sip-trunks trunks telefonie telephonie telephony telefonanlage telefonzentrale telefonzentral telefoncentrale telefooncentrale telefonanlagen standard pbx cloud-pbx cloud cloudtelefonie cloud-telefonie voip teams microsoft office m365 365 firewall backup back-up rufnummern rufnummernportierung portierung porting portabilite nummern numeros centrex mobilfunk mobiles mobiel wlan wifi wi-fi lan server hosting security securite it informatique informatik edv ict isdn dsl vdsl adsl sdwan sd-wan vpn 4g 5g lte dect ddi sda did nebenstellen postes utilisateurs users gebruikers benutzer arbeitsplatze werkplekken budget montant umsatz services service dienste diensten produkte producten produits leistungen wunsch bedarf besoin besoins needs behoefte solution losung oplossing anschluss leitung leitungen ligne lignes lijn lijnen acces zugang standleitung migration umstieg wechsel changement remplacement ersatz vervanging ' +
  // kinds of places and things that are no company by themselves
  'siege siège sitz zentrale filiale filialen standort standorte site sites vestiging vestigingen niederlassung betrieb depot lager bureau bureaux büro burogebaude gebaude holding gruppe groupe group konzern mutter tochter filialgesellschaft muttergesellschaft marché marche vertrag vertrage contrat contrats contract contracten kontrakt kundigung resiliation opzeg notice mandat vollmacht mandate volmacht pouvoir ausschreibung tender aanbesteding appel entscheidung decision beslissing decisioun abschluss signature unterschrift termin rendez-vous meeting besprechung gesprach protokoll anhang annexe bijlage attachment piece jointe pj liste lijst list export datei formular formulaire formulier crm erp ' +
  // time
  'lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag monday tuesday wednesday thursday friday saturday sunday maandag dinsdag woensdag donderdag vrijdag zaterdag zondag meindeg densdeg mettwoch donneschdeg freideg samschdeg sonndeg janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre januar februar marz april juni juli august september oktober november dezember january february march may june july october december januari februari maart mei augustus abrell jan feb apr aug sep sept okt oct nov dez dec q1 q2 q3 q4 t1 t2 t3 t4 kw noel weihnachten christmas kerst monat jahr mois an month year maand jaar mount joer woche semaine week heute gestern demain hier today yesterday vandaag gisteren haut muer ' +
  // countries, languages
  'luxembourg luxemburg letzebuerg belgique belgien belgie belgium france frankreich frankrijk deutschland allemagne germany duitsland daitschland nederland niederlande netherlands europe eu eur euro euros';

export const STOP_WORDS: ReadonlySet<string> = new Set(
  WORDS.split(' ').map((word) =>
    word.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase(),
  ),
);

/** Articles and determiners before a name, folded. */
export const ARTICLES: ReadonlySet<string> = new Set([
  'le',
  'la',
  'les',
  'un',
  'une',
  'der',
  'die',
  'das',
  'den',
  'dem',
  'the',
  'de',
  'het',
  'een',
  'd',
  'l',
  "l'",
  "d'",
  'en',
  'eng',
  'dee',
  'deen',
  'dat',
  'e',
  'ein',
  'eine',
  'einem',
  'einen',
  'a',
  'an',
]);
export const INDEFINITE: ReadonlySet<string> = new Set([
  'un',
  'une',
  'ein',
  'eine',
  'einen',
  'einem',
  'einer',
  'a',
  'an',
  'een',
  'eng',
  'engem',
  'enger',
]);

/** Lower-case words inside names, kept when a capitalised word follows. */
export const CONNECTORS: ReadonlySet<string> = new Set([
  '&',
  '+',
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  "l'",
  "d'",
  'van',
  'von',
  'vom',
  'der',
  'den',
  'zum',
  'um',
  'uff',
  'zur',
  'am',
  'im',
  'an',
  'auf',
  'dem',
  'beim',
  'op',
  'aux',
  'au',
  'à',
  'sur',
  'sous',
  'of',
  'the',
  'ter',
  'ten',
  'te',
  "'t",
  't',
  'aan',
  'het',
  'in',
  'vun',
  'bei',
  'und',
  'et',
  'en',
  'and',
  'a',
  'u',
  'ob',
  'lez',
  'les',
  'y',
  'e',
  'i',
  'tot',
  'voor',
  'fur',
  'für',
  'pour',
  'for',
]);
/** `and`, and what may follow it inside one name: a partner, not a second customer. */
export const AND_WORDS: ReadonlySet<string> = new Set(['und', 'et', 'en', 'and', 'a', 'an', 'u']);
export const AFTER_AND: ReadonlySet<string> = new Set([
  'fils',
  'fille',
  'filles',
  'associes',
  'associe',
  'partners',
  'partner',
  'partenaires',
  'cie',
  'compagnie',
  'co',
  'company',
  'sohne',
  'sohn',
  'tochter',
  'zonen',
  'zoon',
  'zn',
  'sons',
  'son',
  'daughters',
  'soeurs',
  'freres',
  'frere',
  'kollegen',
  'collegae',
  'cons',
  'sozien',
  'vennoten',
  'jongen',
  'sënn',
  'senn',
]);
/** Connectors that lead to a place: with a town after them the name is over. */
export const PLACE_CONNECTORS: ReadonlySet<string> = new Set([
  'in',
  'à',
  'a',
  'an',
  'aus',
  'zu',
  'ze',
  'te',
  'bei',
  'de',
  'von',
  'van',
  'vun',
  'for',
  'pour',
  'fur',
  'für',
  'voor',
  'im',
  'sur',
]);
