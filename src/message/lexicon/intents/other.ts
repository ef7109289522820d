import { wholeCue } from './types.ts';

/** A general question, about the programme rather than a deal. */
export const QUESTION = [
  wholeCue(
    2,
    `
    do you (?:also |even )?(?:protect|cover|accept|sell|offer|support|need|register); (?:schutzt|registriert|akzeptiert|verkauft|bietet) ihr; (?:protegez|acceptez|couvrez|vendez|proposez)-vous; est-ce que vous (?:protegez|acceptez|couvrez|vendez|proposez); (?:beschermen|aanvaarden|registreren|verkopen) jullie; (?:schutzt|akzepteiert|registreiert|verkeeft) dir;
    comment (?:fonctionne|ca marche|faire|fait-on|se passe|proceder|peut-on|dois-je|doit-on|devons-nous|puis-je)*;
    combien de (?:temps|jours|mois);
    quelle (?:est|sont) (?:... )?(?:duree|regle|regles|procedure|delai|conditions?|commission)*;
    quels? (?:est|sont) (?:... )?(?:delais?|criteres|documents|conditions|services)*;
    (?:une|quelques|deux|trois|petite|petites) questions?; (?:est-il|serait-il) possible; faut-il;
    que se passe-t-il; qu'est-ce qu*; dois-je; doit-on;
    peut-on (?:... )?(?:aussi|deja|enregistrer|declarer)*; je (?:me demande|voudrais savoir);
    nous aimerions savoir;
    wie (?:funktioniert|lange|lauft|gehen wir|geht|macht man|melde|ist das|verhalt|muss|soll|wird|werden);
    (?:eine|zwei|drei|kurze|allgemeine|paar|noch eine) (?:... )?fragen?;
    was (?:passiert|ist wenn|gilt|bedeutet|muss|braucht); muss(?:en)? (?:wir|ich|man);
    (?:darf|durfen|kann|konnen) (?:wir|ich|man);
    welche (?:unterlagen|angaben|fristen|regeln|leistungen|produkte|provision*|daten); wer (?:ist|war);
    ab wann; gilt (?:das|der|die|es); zahlt (?:das|auch|es);
    how (?:does|do|long|is|are|can|many|would|should|much|early);
    (?:a|two|three|some|quick|general|one) (?:... )?questions?;
    what (?:happens|is the|are the|if|do you|does|counts);
    (?:can|may|must|should|do) (?:we|i|you) (?:... )?(?:also|still|need|have to|already)*;
    is (?:it|there) (?:... )?(?:possible|a way|a list|allowed|a deadline|a limit)*; are (?:we|there);
    does (?:it|this|the|that|a); wondering; who (?:is|was|were|do|should);
    which (?:services|products|documents|details|data);
    hoe (?:werkt|lang|gaat|moet|kan|kunnen|doen|vroeg|verloopt);
    (?:een|twee|drie|enkele|paar|korte|algemene) (?:... )?vra(?:ag|agje|gen);
    wat (?:gebeurt|is de|zijn de|als|moet|geldt); (?:mag|mogen|moet|moeten|kan|kunnen) (?:we|wij|ik|er);
    welke (?:gegevens|documenten|diensten|regels|termijn|producten); vanaf wanneer;
    geldt (?:dit|dat|de|het); wie (?:is|was);
    wei (?:funktioneiert|laang|mecht|geet|muss|leeft|ass dat|kann|gett);
    (?:eng|zwou|drai|kuerz|puer|kleng) (?:... )?fro(?:en)?;
    wat (?:gescheit|passeiert|ass wann|muss|gellt|brauch*);
    (?:muss|musse|kann|konne|duerf|dierfe) (?:ech|mir|een|een och); wei eng; gellt (?:dat|et|de); vu wei*;
    wien (?:ass|war)
  `,
  ),
];

/** Is this customer free? */
export const CLEARANCE = [
  wholeCue(
    3,
    `
    (?:est|serait|sont)(?:-ce|-il|-elle|-ils|-elles| ce)?(?: que)? (?:... )?(?:libre|disponible|deja pris|deja prise|deja reserve|deja protege|deja enregistre|deja declare|deja attribue)s?e?s?;
    (?:libre|disponible)s? (?:chez vous|ou|dans|encore|actuellement)?(?= ?\\?);
    (?:quelqu'un|un autre|un partenaire|un revendeur|une autre) (?:... )?(?:est|a|suit|travaille|deja) (?:... )?(?:dessus|client|declare|enregistre|pris|deja|protege|reserve|dossier);
    encore libre; toujours libre; peut-on (?:y aller|demarcher|prospecter|approcher|se positionner);
    deja (?:chez vous|connu|dans votre);
    (?:noch|uberhaupt|derzeit|aktuell) (?:frei|verfugbar|offen|zu haben);
    (?:ist|sind|ware) (?:... )?(?:frei|vergeben|geschutzt|reserviert|belegt|registriert|verfugbar|bekannt)(?= ?[,?]| bei| oder| von| fur| schon);
    schon (?:vergeben|geschutzt|registriert|jemand|reserviert|gemeldet|bei euch|ein partner);
    bereits (?:vergeben|geschutzt|registriert|jemand|reserviert|gemeldet|ein partner);
    (?:hat|ist) (?:... )?(?:jemand|anderer partner|anderer) (?:... )?(?:dran|gemeldet|registriert|drauf);
    kundenabfrage; verfugbarkeitsprufung; spricht etwas dagegen;
    (?:is|are) (?:... )?(?:free|available|taken|claimed|registered|protected|open|spoken for|up for grabs)(?= ?[,?]| with| or| by| for| at| already);
    still (?:free|available|open);
    already (?:taken|claimed|registered|protected|working|with another|spoken for);
    (?:anyone|anybody|someone|another partner|somebody) (?:... )?(?:already|on it|registered|working|claimed|looking after);
    may (?:we|i) (?:approach|pursue|contact|go after|pitch); clearance; nog (?:vrij|beschikbaar|open);
    (?:is|zijn) (?:... )?(?:vrij|beschikbaar|bezet|geregistreerd|beschermd|ingenomen|toegewezen)(?= ?[,?]| bij| of| door| voor| al);
    al (?:bezet|vergeven|geregistreerd|iemand|beschermd|een partner|geclaimd|gereserveerd);
    (?:iemand|andere partner) (?:... )?(?:mee bezig|al|aan);
    mogen we (?:... )?(?:benaderen|contacteren|opvolgen); nach (?:frai|fräi|disponibel|ze hunn);
    (?:ass|sinn) (?:... )?(?:frai|disponibel|besat|reserveiert|protegeiert|vergin|registreiert)(?= ?[,?]| bei| oder| vun| fir| schonn);
    schonn? (?:vergin|reserveiert|een|een drun|registreiert|protegeiert|geholl|besat);
    (?:een|een aneren|en anere partner|iergendeen) (?:... )?(?:schonn|drun|ugemellt)
  `,
  ),
];

/** A member of staff tells of a customer who came by itself. */
export const DIRECT = [
  wholeCue(
    2.5,
    `
    (?:m'a|nous a|m'ont|nous ont|a|ont) (?:... )?(?:appele|contacte|ecrit|telephone|demande|sollicite|interpelle)e?s?;
    (?:directement|de lui-meme|d'elle-meme|spontanement|en direct);
    (?:via|par|sur) (?:le|notre) (?:site|formulaire|chat|stand|salon)*;
    demande (?:directe|entrante|spontanee|recue); appel entrant; pas de partenaire; aucun partenaire;
    passe au (?:bureau|showroom|stand); pour (?:memoire|trace|info|le registre);
    (?:hat|haben) (?:... )?(?:angerufen|gemeldet|geschrieben|kontaktiert|angefragt|gefragt);
    rief (?:... )?an; (?:direkt|von sich aus|selbst|unaufgefordert);
    uber (?:die|unsere) (?:webseite|website|homepage|hotline|formular)*;
    (?:direkt|eingehende|telefonische)-?(?:anfrage|kontakt); (?:kein|ohne) partner; zur dokumentation;
    furs protokoll; auf der messe;
    (?:called|rang|wrote|contacted|emailed|approached|phoned|reached out|asked) (?:... )?(?:us|me|in|directly|mixvoip)*;
    on the phone; (?:direct|inbound|incoming) (?:inquiry|enquiry|request|lead|call|contact); found us;
    web ?(?:site|form); walk(?:ed)?-in; no partner; for the record; by himself; of their own accord;
    our stand; trade fair;
    (?:heeft|hebben) (?:... )?(?:gebeld|gemaild|gecontacteerd|geschreven|gevraagd|opgebeld);
    belde (?:... )?(?:ons|mij|zelf)*; (?:rechtstreeks|uit zichzelf|spontaan);
    via (?:de|onze) (?:website|site|webformulier|chat);
    (?:directe|inkomende) (?:aanvraag|vraag|lead|oproep); (?:geen|zonder) partner; ter info;
    voor de goede orde; op de beurs;
    (?:huet|hunn) (?:... )?(?:ugeruff|geschriwwen|gemellt|kontakteiert|gefrot|ugefrot);
    (?:direkt|vu sech aus|selwer); iwwer (?:de|eise|eisen|d') ?(?:site|websait|formulaire)*;
    (?:direkt|direkten) (?:ufro|demande|kontakt); (?:kee|ouni) partner; fir de protokoll; fir d'archiv;
    op der foire
  `,
  ),
];

export const THANKS = [
  wholeCue(
    2,
    `
    merci (?:beaucoup|bien|pour|de|encore|a vous|d'avoir);
    (?:bien|parfait|super|genial|top)(?: recu| note)?; vielen dank; danke (?:schon|sehr|fur|dir|euch)*;
    super; perfekt; thank(?:s| you)(?: (?:for|a lot|so much|very much|all))?; great; perfect; well received;
    noted; bedankt; dank (?:je|u|jullie|voor)*; hartelijk dank; prima; helemaal goed; ontvangen; merci;
    villmools merci; danke; tip ?top; ass gutt; alles klar; schone (?:feiertage|woche|wochenende);
    bonnes? (?:fetes|vacances|annee|fin); happy (?:holidays|new year); merry christmas; joyeux*; frohe*;
    prettige*; schei(?:n)? (?:feierdeeg|weekend|vakanz)
  `,
  ),
];

export const SPAM = [
  wholeCue(
    1.6,
    `
    wir bieten (?:ihnen|euch); we (?:offer|provide|specialize|specialise);
    nous (?:vous )?(?:proposons|offrons); wij bieden; sonderpreis*; special price; prix special;
    unschlagbar*; financement; financing; finanzierung; reply (?:yes|stop);
    our (?:services|products) include
  `,
  ),
  wholeCue(
    2,
    `
    firmenkontakte?n?; adressdaten; datenbank; base de donnees de; contact list; bedrijvenlijst
  `,
  ),
  wholeCue(
    3,
    `
    seo; backlinks?; guest post*; first page of google; premiere page (?:de|sur) google; google-?ranking*;
    (?:increase|boost) (?:... )?(?:traffic|ranking|sales|visibility)*;
    web-? ?(?:design|development) (?:company|services|agency|offer)*;
    (?:email|contact|leads?|b2b|attendee|attendees)-? ?(?:list|database|datenbank)s?; qualified leads;
    bitcoin*; crypto*; krypto*; casino*; viagra; cialis; lotter*; loterie; jackpot; inheritance;
    heritage de; erbschaft; next of kin; gift cards?; cartes? cadeaux?; itunes; western union;
    (?:business|personal|quick|cheap) loans?; pret (?:personnel|rapide|entre particuliers); kredit ohne;
    (?:confirm|verify|update|validate) your (?:account|password|mailbox|identity|credentials|details);
    (?:password|passwort|mot de passe|wachtwoord|passwuert) (?:... )?(?:expir|lauft|abgelaufen|verloopt|verlopen|leeft)*;
    (?:account|compte|konto|mailbox|boite mail|postfach|postvak) (?:... )?(?:suspend|gesperrt|bloque|deactivated|full|voll|pleine|geblokkeerd|opgeschort)*;
    (?:click|klicken sie|cliquez|klik) (?:here|hier|ici|op|auf|sur|below); unsubscribe; se desinscrire;
    desabonner; abmelden newsletter; uitschrijven; factoring; solar panels?; panneaux solaires;
    leading (?:manufacturer|supplier|provider); virtual assistants?;
    outsourc* (?:company|team|partner|services); limited offer; special offer; sonderangebot;
    offre speciale; (?:earn|make) (?:... )?(?:per day|from home|money); investment opportunity;
    wire transfer; virement urgent; neue bankverbindung; nouveau rib; changement de rib; new bank details;
    paiement en attente; package (?:could not|is waiting);
    (?:colis|paket|pakket) (?:... )?(?:en attente|wartet|wacht); mobile app development; explainer videos?
  `,
  ),
  wholeCue(
    4,
    `
    (?:liste|list|lijst|lescht|excel) (?:... )?(?:de |of |van |vun |aller |alle |all )?(?:toutes les|tous les|all|aller|alle|alleguer) (?:... )?(?:affaires|deals|enregistrements|registrations|registrierungen|registraties|partenaires|partners?|partnern|clients|customers|kunden|klanten|prospects);
    (?:tous|alle|all) (?:partenaires|partner|partners) confondus;
    (?:all|every) (?:... )?(?:protected|registered) (?:deals|customers|registrations);
    (?:alle|samtliche) (?:geschutzten|registrierten|protegeierten|geregistreerde|beschermde) (?:... )?(?:deals|kunden|registrierungen|klanten|clienten|projekte)
  `,
  ),
  wholeCue(
    1,
    `
    urgent*; dringend; confidentiel*; strictly confidential; streng vertraulich; tout de suite; immediately;
    sans autre controle; ne peux pas telephoner; n'en parlez a personne; sofort;
    dear (?:sir|sir/madam|friend|business owner|website owner); limited time; act now;
    free (?:trial|audit|quote|demo); roi
  `,
  ),
];

/** Text of machines, for the mails whose headers do not say so. */
export const AUTO_REPLY = [
  wholeCue(
    2,
    `
    (?:wenden|richten) sie sich (?:... )?an; adressez-vous a; (?:veuillez|merci de|vous pouvez|priere de) (?:... )?(?:contacter|joindre|vous adresser);
    (?:please |you can |kindly )?(?:contact|reach|turn to|call) (?:... )?(?:my )?colleague; (?:contact opnemen met|terecht bij|wenden tot|contacteer|contacteert u); mellt iech (?:... )?bei;
    (?:a mon|on my|upon my|nach meiner|bij mijn|no menger|des mon) (?:retour|return|ruckkehr|terugkeer|terugkomst|reckkier|zereckkommen);
    (?:bin|ben|sinn|serai|be) (?:... )?(?:wieder|weer|erem|de retour|back) (?:... )?(?:da|bereikbaar|aanwezig|do|am buro|erreichbar|office|bureau)?;
    (?:lese|lees|liesen|lis|consulte|checking|reading) (?:... )?(?:mails?|courriels|e-?mails?|messages) (?:... )?(?:nicht|niet|pas|net|irregularly|unregelmaßig|onregelmatig);
    (?:wird|werden) nicht (?:weitergeleitet|gelesen); not be (?:forwarded|read); worden niet (?:doorgestuurd|gelezen);
    nicht im (?:buro|haus); niet op kantoor; not in the office; hors du bureau; en cas d'urgence;
    in dringenden fallen; in urgent cases; bij dringende; unregelmaßig; acces limite; limited access;
    eingeschrankt\\w{0,2} zugriff; wieder (?:im buro|erreichbar|da); de retour le
  `,
  ),
  wholeCue(
    4,
    `
    ich bin (?:\\S{1,20} ){0,8}(?:nicht (?:im hause?|im buro|da|am platz|verfugbar|erreichbar)|abwesend|außer haus); (?:i am|i'm|i will be|i'll be) (?:out|away|off) (?:until|till|from|this week|between);
    ik ben (?:\\S{1,20} ){0,8}(?:niet (?:aanwezig|bereikbaar|op kantoor)|afwezig); ech sinn (?:\\S{1,20} ){0,8}(?:net (?:do|erreechbar|am buro|disponibel)|ofwiesend);
    je (?:suis|serai) (?:\\S{1,20} ){0,4}(?:absente?|indisponible|injoignable) (?:jusqu|du|de|a partir)*;
    reponse automatique; message automatique (?:d'absence)?;
    (?:je suis|actuellement) (?:... )?(?:absente?|en conge|en conges|en vacances|hors du bureau);
    absente? du bureau; out of (?:the )?office; automatic reply; auto-?reply; auto-?response;
    (?:i am|i'm|currently) (?:... )?(?:out of office|on leave|on holiday|on vacation|on annual leave|away);
    abwesenheits*;
    (?:ich bin|bin|derzeit) (?:... )?(?:nicht im (?:buro|haus)|abwesend|im urlaub|nicht erreichbar);
    automatische antwort; automatisch(?:e)? (?:antwoord|beantwoording|bericht);
    (?:ik ben|ben) (?:... )?(?:afwezig|met verlof|op vakantie|niet op kantoor); afwezig(?:heid)?;
    automatesch antwert; (?:ech sinn|sinn) (?:... )?(?:net am buro|am conge|an der vakanz|ofwiesend);
    net am buro;
    (?:anfrage|nachricht|ticket|e-?mail) (?:... )?(?:bei uns eingegangen|unter der (?:ticket|vorgangs)*nummer);
    (?:votre|your|uw|jullie) (?:demande|request|ticket|message|verzoek|bericht) (?:... )?(?:a bien ete recue?|has been (?:received|logged)|is (?:goed )?ontvangen|a ete enregistree? sous);
    wird unter der (?:ticket|vorgangs)*nummer;
    (?:a ete lu|wurde gelesen|was read|is gelezen|gouf gelies)(?= |$); do not reply to this;
    ne pas repondre a ce (?:message|mail|courriel); nicht auf diese (?:e-?mail|nachricht)
  `,
  ),
];

export const BOUNCE = [
  wholeCue(
    4,
    `
    undeliver*; delivery (?:status notification|has failed|failure|failed|incomplete);
    mail delivery (?:failed|subsystem|system); returned to sender; unzustellbar*; nicht zugestellt;
    konnte nicht zugestellt*; non remis; n'a pas pu etre (?:remis|distribue|livre);
    echec de (?:la )?(?:remise|distribution|livraison); onbestelbaar*; bezorging is mislukt;
    niet (?:worden )?(?:bezorgd|afgeleverd); recipientnotfound; user unknown; mailbox unavailable;
    diagnostic-code; final-recipient; remote server returned; address(?:ee)? not found;
    couldn't be delivered
  `,
  ),
];
