import { cue, wholeCue } from './types.ts';

/** Data is added to a deal already sent, or corrected, or a question of ours is answered. */
export const AMEND = [
  cue(
    2.2,
    `
    (?:petite |une |grosse )?erreurs?; (?:kleiner? )?fehler; (?:small |my )?(?:error|mistake); foutje?;
    feeler; irrtum; versehen(?:tlich)?
  `,
  ),
  cue(
    3,
    `
    corrig*; corrections?; rectif*; erratum; faute de frappe; completer; complements? (?:d'|a|au|pour|de)*;
    (?:mes|nos|les|voici) reponses?; comme (?:demande|convenu); mettre a jour; mise a jour;
    me(?:s|ttez) a jour; precisions?; (?:je me suis|on s'est) trompe*; en reponse a; korrektur*; korrigier*;
    erganz(?:ung|en|e|t|ungen|end)*; nachtrag*; nach(?:zu)?(?:reichen|tragen|liefern|melden);
    reiche (?:... )?nach; aktualisier*; richtigstell*; berichtig*; tippfehler;
    wie (?:gewunscht|erbeten|angefragt);
    (?:zu|auf) (?:ihrer|eurer|deiner|ihre|eure|deine) (?:ruckfrage|frage|nachfrage|mail|anfrage);
    hier (?:die|sind die|kommen die) (?:... )?(?:angaben|daten|antworten|infos|informationen|unterlagen);
    zahlendreher; verschrieben; bitte (?:... )?(?:andern|anpassen|hinzufugen|aufnehmen); corrections?;
    correct(?:ing)? (?:... )?(?:the|our|my); amend*; typo; update (?:to|on|our|the|for|of); here you go;
    as requested; to answer your; in answer to;
    (?:missing|additional|requested) (?:details?|data|info|information|bits?);
    i (?:made|got) (?:... )?(?:mistake|wrong); please (?:add|change|update|correct);
    answers? (?:to your|below|inline); correctie*; corrigeer*; corrigeren; aanvulling*; aanvullen;
    aan te vullen; aanpass*; aan te passen; wijzig*; typfout*; vergissing; foutje;
    (?:hierbij|hier) (?:zijn |is |komen )?(?:de|het) (?:... )?(?:gegevens|antwoord|antwoorden|info|informatie);
    zoals gevraagd; (?:als|in) antwoord op; ontbrekende; toevoegen; korrektur*; korrigei(?:ert|eren|er)*;
    verbesser*; erganz*; nodro*; nozedroen; tippfeeler; feeler; wei gefrot;
    hei (?:sinn |ass |kommen )?(?:d'|de|dei|dat) ?(?:... )?(?:infoen|informatiounen|donneeen|antwert|antwerten|date|daten);
    aktualiseier*; richteg (?:adress|ass|nummer|muss); dobaisetzen; bei(?:ze)?setzen
  `,
  ),
  cue(
    1.6,
    `
    au lieu d(?:e|u|'); et (?:non|pas) (?:pas )?; finalement; en fait; ajout(?:er|ez|e|ons); modifi*;
    manqu(?:ait|aient|ant|ante|ants|antes); voici (?:le|la|les|l'|ce|son|sa); precis(?:er|e|ons); en plus;
    il faut (?:lire|noter); ai oublie; avons oublie; avais oublie; oubli*; changement; plutot; statt; anstatt; andert sich; geandert; anderung*;
    fehlend*; vergessen; doch (?:nicht|nur|eher); lautet; hat sich; zusatzlich; nun doch;
    richtig (?:ist|muss|sind|ware); hinzu; ruckfrage; auch noch; instead of; rather than;
    should (?:be|read|say); actually; forgot; wrong; change[ds]?; in addition; also (?:want|need)s?;
    not \\d{1,5}; here (?:is|are) (?:the|their|his|her|its); the (?:vat|company) number is; take \\d{1,5};
    make (?:it|that); in plaats van; moet (?:zijn|worden); eigenlijk; vergeten; toch; extra; ook nog;
    niet \\d{1,5} maar; gewijzigd; veranderd; amplaz(?: vun)?; muss (?:... )?sinn; vergiess; anescht;
    geannert; annerung*; net (?:... )?mee; net \\d{1,5}; nach dobai; feelt
  `,
  ),
];

export const WITHDRAW = [
  cue(
    3,
    `
    (?:we are|we're|i am|i'm) dropping; dropping (?:the|this|our|dr-);
    tombe(?:nt)? a l'eau; (?:hat sich )?zerschlagen; ausbuchen; en suspens; on hold indefinitely; geblatzt; desistement; se (?:retire|desiste)(?:nt)?; verzicht(?:en|et|e)?; (?:please |kindly )?delete; duplicate; doublon; (?:war|ist|wurde) (?:... )?doppelt; dubbel (?:ingediend|gemeld|aangemeld|doorgestuurd); (?:haal|halen) (?:... )?weg; (?:gaat|gaan) (?:er )?niet (?:mee |meer )?(?:verder|door); zoumaachen; zoumaache; ofgesot; (?:merci de|pouvez|peux|bitte|please|gelieve) (?:... )?(?:fermer|clore|schliessen|schließen|close|sluiten|afsluiten); stop pour; fait marche arriere; kein interesse mehr; geen interesse meer; kee(?:n|ng)? interessi? mei; (?:hat|haben) (?:... )?(?:abgesagt|abgelehnt|zuruckgezogen); (?:backed|pulled|dropped|opted) out; changed (?:his|her|their) minds?; change d'avis; (?:van gedacht|van mening) veranderd; nicht (?:mehr )?(?:weiter )?(?:verfolgen|weiterverfolgen|weiterfuhren); (?:mag|mogen|laten|laat) vervallen; vervallen; (?:brauchen|brauche|brauch) (?:... )?(?:nicht mehr|net mei); (?:n'avons|n'a|n'ai|n'ont) plus besoin; (?:do not|don't|no longer) need (?:... )?(?:registration|protection|any more|anymore); (?:uberlegt|iwwerluecht|bedacht); cloturer; cloturez; fermer (?:le|ce|notre) (?:dossier|enregistrement); scrap;
    bin (?:it|this|our); (?:sent|registered|submitted) (?:... )?(?:in error|by mistake);
    (?:envoyee?|declaree?|faite?|partie?) (?:... )?par erreur;
    (?:irrtumlich|versehentlich) (?:... )?(?:gemeldet|geschickt|gesendet|registriert);
    per (?:vergissing|ongeluk); hat sich erledigt; erubrigt sich; ziet (?:er|ervan) ?(?:... )?af;
    hoeft niet meer; (?:zitt|zeien|zei) (?:... )?zereck; gestuerwen;
    fallt (?:... )?(?:aus|flach|ins wasser); geplatzt; klappt (?:... )?nicht; fell through; fallen through;
    afgesprongen; fale gelooss; (?:wird|gett) (?:... )?naischt
  `,
  ),
  cue(
    3.5,
    `
    zie(?:t|n) (?:... )?af van; (?:kann|konnen|kann dat|darf) (?:wieder )?(?:raus|weg|geloscht werden); (?:mag|mogen|kan|kunnen) (?:jullie )?(?:... )?(?:sluiten|afsluiten|weg|schrappen);
    (?:a fait|en|in) (?:faillite|liquidation|konkurs|insolvenz|faillissement); (?:went|gone|is) (?:bankrupt|bust|into administration|into liquidation); (?:ist|sind) (?:insolvent|pleite); (?:is|zijn) failliet; (?:ass|sinn) (?:... )?faillite;
    (?:auf|op) (?:unbestimmte|onbestimmten?|onbepaalde) (?:zeit|zait|tijd) (?:verschoben|uitgesteld|verluecht)*; reporte sine die; sine die; indefinitely (?:postponed|delayed)*; (?:shelved|mothballed|scrapped);
    annul(?:er|ez|ation|e|ons|ee); retir(?:er|ez|e|ons); retrait; supprim(?:er|ez|e); laisse[rz]? tomber;
    abandonn(?:er|ons|e|ee|ent); plus de projet; projet (?:est )?(?:abandonne|annule|mort|enterre);
    sans suite; (?:ignorer|ignorez|ignore|oubliez); (?:merci d'|veuillez |priere d')oublier; oublie (?:ma|mon|ce|cette|le dossier);
    ne (?:pas )?(?:tenir|tenez|tiens) (?:pas )?compte; ne donne(?:nt|ra|ront)? (?:pas|plus) suite; renonc*;
    libere[rz]? (?:le|la|ce|cette)*; zuruck(?:zu)?ziehen; ziehe(?:n)? (?:... )?zuruck; zuruckgezogen;
    stornier*; storno; ruckzug; loschen; loscht; ignorieren; ignoriert; gegenstandslos; hinfallig;
    (?:herausnehmen|rausnehmen|austragen|streichen|freigeben); nehmt (?:... )?raus;
    projekt (?:... )?(?:gestorben|abgesagt|abgeblasen|eingestellt|entfallt|tot); abgesagt; vergesst;
    macht (?:... )?(?:doch )?nichts; (?<!noch )nichts registrieren; withdraw*; cancel*; retract*; revoke;
    please (?:... )?(?:ignore|disregard|delete|remove|drop);
    (?:ignore|disregard) (?:... )?(?:mail|email|message|registration|request);
    take (?:... )?off (?:the|your) (?:list|books); release (?:the|this|it|our)*;
    no longer (?:... )?(?:project|pursuing|going ahead|relevant|needed|pursue);
    (?:project|deal) (?:is|has been|was) (?:dead|cancelled|off|called off|shelved|dropped); called off;
    pull (?:our|the|this); intrekken; in te trekken; trek(?:ken)? (?:... )?in; annuleren; annuleer;
    annulatie; annulering; schrappen; schrap; verwijderen; laten vallen; negeren; negeer; gaat niet door;
    vervalt(?! (?:binnenkort|op|over|weldra|morgen|volgende|eind|in|bijna)); (?:project|klant) (?:... )?(?:afgeblazen|stopgezet|geannuleerd); vrijgeven;
    zereck(?:ze)?zei(?:en)*; zeien (?:... )?zereck; zereckgezunn; annuleier*; laschen; lascht; ignoreier*;
    streichen; vergiesst; gett (?:... )?naischt; net mei aktuell; ewech huelen; eraushuelen; fale loossen;
    falegelooss
  `,
  ),
  cue(
    1.5,
    `
    n'est plus d'actualite; plus d'actualite; ne (?:veut|veulent) (?:plus|rien|finalement); retracte;
    nicht mehr (?:aktuell|relevant|weiter); no longer; nothing left; niet meer (?:actueel|nodig|door);
    kein(?:e|en)? (?:projekt|interesse|bedarf) mehr; gestoppt; geen project meer; kee projet mei; renoncent
  `,
  ),
];

export const EXTEND = [
  wholeCue(
    3.5,
    `
    besoin d'un delai; (?:schutz|protection|bescherming|reservation|registrierung|reservierung) (?:... )?(?:bis|jusqu'|jusque|until|tot|bis zum) (?:... )?(?:laufen|halten|gelten|last|lopen|blijven|garder|courir)?; (?:brauchen|braichten|bräuchten|brauchten|need|hebben) (?:... )?(?:noch|nach|another|nog) (?:... )?(?:monat|mount|month|maand|zeit|zait|tijd|wochen|weken|weeks);
    prolong*; prorog*; delai (?:supplementaire|plus long);
    (?:repousser|reporter|decaler|reconduire|etendre|renouveler|allonger) (?:... )?(?:l'|d')?(?:protection|enregistrement|reservation|echeance|delai|delais|date);
    (?:mois|semaines|jours) (?:de plus|supplementaires?); extension; verlanger*;
    (?:monate?|wochen|tage) (?:mehr|langer|zusatzlich); fristverlangerung*; aufschub; extend*; extension;
    prolong*; (?:months?|weeks?|days?) (?:more|longer|extra);
    (?:more|extra|additional) (?:time|months?|weeks?|days?); another (?:\\w{1,8} )?(?:months?|weeks?|days?);
    keep (?:... )?(?:protected|open|alive); verleng*;
    (?:maanden|maand|weken|dagen) (?:extra|langer|meer|erbij); uitstel; verlanger*;
    (?:meint|mount|wochen|deeg) (?:mei|langer|dobai); verlangeren
  `,
  ),
  wholeCue(
    2.5,
    `
    (?:noch|nach) (?:ee|een|eng|zwee|zwou|drai|einen?|zwei|drei|vier|\\d) (?:\\w{2,10} )?(?:monate?|mount|meint|wochen?); (?:one|two|a|\\d) more (?:month|week)s?; encore (?:un|deux|trois|quelques|\\d) (?:mois|semaines?);
    nog (?:een|twee|drie|\\d) (?:maand|maanden|weken|week); (?:maanden|maand|weken|dagen) (?:bij|erbij); (?:decision|choix|signature|entscheidung|beslissing|decisioun) (?:... )?(?:repousse|reporte|decale|verschoben|uitgesteld|verluecht|postponed|delayed)\\w{0,3};
    (?:garder|maintenir|behalten|houden|keep) (?:... )?(?:protection|schutz|bescherming|reservation)
  `,
  ),
];

export const WON = [
  cue(
    3,
    `
    signee?s?(?= (?:hier|aujourd'hui|ce matin|ce midi|cette semaine|lundi|mardi|mercredi|jeudi|vendredi|par le client|des deux)); (?:avons|a) battu; beat (?:the |two |three |all |our )*(?:competitor|other|rival)s?;
    (?:on|nous) (?:le |la |l')?(?:tenons|tient); (?:de|den|die|der|le|la|the) (?:handtekening|ennerschreft|unterschrift|signature) (?:... )?(?:is binnen|ass do|ist da|is in|est la|obtenue);
    purchase order; (?:a|ont|avons) (?:valide|accepte|signe|approuve) (?:... )?(?:devis|offre|contrat|l'offre|commande); (?:hat|haben) (?:... )?(?:bestellt|zugesagt|angenommen|beauftragt); (?:heeft|hebben) (?:... )?(?:besteld|aanvaard|goedgekeurd); (?:huet|hunn) (?:... )?(?:bestallt|ugeholl|zougesot); (?:we|i) (?:just |finally |have )?closed; order form; (?:klant|client|kunde|customer) (?:... )?(?:akkoord|ist einverstanden|said yes|a dit oui|huet jo gesot|hat zugesagt); feu vert du client; victoire; hourra; hurra*; geschafft; bons? de commande; auftrag (?:... )?(?:eingegangen|erhalten|bekommen|erteilt|unterschrieben); getekende (?:offerte|overeenkomst|bestelbon); bestelbon; (?:unterschriebenes?|signed|signee?) (?:angebot|offer|order|offre|devis); commande signee; po (?:came|received|is in|arrived); (?:is|zijn) binnen; bestelling volgt;
    auftrag (?:kommt|folgt); haben (?:... )?(?:den auftrag|die unterschrift|den zuschlag);
    on (?:l'|a )(?:a |le )?(?:eu|emporte|remporte|decroche)*; decroche(?:e|s)? (?:le |la |l'|ce |cette )?(?:affaire|marche|contrat|client|dossier|commande|projet);
    (?:l'affaire|le deal|le contrat|le marche) (?:est )?(?:a nous|dans la poche|decrochee?);
    mir hunn (?:... )?(?:de sak|optrag|ennerschreft); up to you now; signature (?:obtenue|recue)
  `,
  ),
  cue(
    3.5,
    `
    (?:affaire|dossier|projet|deal|marche|contrat|enregistrement)s? (?:... )?(?:gagnee?|signee?|remportee?|conclue?);
    (?:a|ont|vient|viennent|est|avons) (?:... )?(?:signer?|remporte|gagner?|gagne);
    c'est (?:signe|gagne|fait|dans la poche); gagnee?; bon de commande (?:signe|recu);
    commande (?:signee|recue|passee|confirmee); (?:contrat|offre|devis) signee?; gewonnen;
    (?:hat|haben|ist|wurde) (?:... )?(?:unterschrieben|unterzeichnet|beauftragt|zugesagt);
    auftrag (?:erhalten|ist da|erteilt|bekommen|gewonnen|unterschrieben|liegt vor);
    zuschlag (?:erhalten|bekommen); unter dach und fach; eingetutet; abgeschlossen; haben den auftrag; won;
    (?:they|he|she|customer|client|has|have) (?:... )?signed;
    signed (?:the|our|on|today|yesterday|off|and)*; (?:deal|it) is (?:ours|done|closed|signed); closed won;
    order (?:received|placed|confirmed|is in); sealed;
    (?:heeft|hebben|is) (?:... )?(?:getekend|ondertekend|gegund|besteld); binnengehaald; getekend;
    (?:deal|opdracht|klant) (?:... )?binnen; opdracht (?:gekregen|ontvangen|binnen);
    bestelling (?:geplaatst|ontvangen); toegewezen gekregen;
    (?:huet|hunn) (?:... )?(?:ennerschriwwen|ennerschriwen|bestallt|zougesot); gewonnen; ennerschriwwen;
    optrag (?:kritt|do); ass am sak; commande (?:kritt|ass do)
  `,
  ),
];

export const LOST = [
  cue(
    2.5,
    `
    (?:went|gone|going|signed|signs?) with (?!us(?![a-z])|you(?![a-z])|mixvoip|it(?![a-z])|the (?:project|plan|order))[a-z0-9&]{2,20}; (?:bleef|bleven) (?:... )?bij (?!ons|jullie|mixvoip)[a-z0-9]{2,20}; fait(?:s)? doubler; signe(?:nt)? (?:finalement )?avec (?!nous|vous|mixvoip)[a-z]{2,20};
    retenu (?:la |un |une |l'|d'autres? )?(?:concurren|autre)\\w{0,8}; das rennen gemacht; (?:anderer|andere) (?:anbieter|firma|dienstleister|partner) (?:... )?(?:bekommen|gewahlt|gemacht|genommen|beauftragt|zuschlag); kwijt; (?:hu|hunn) (?:... )?(?:verluer|verluren|net kritt); (?:zu hoch|zu teuer|too high|trop eleve|te hoog|ze deier|ze heich);
    (?:decided|decides|prefer|prefers|chose|want|wants|going) to stay; stay(?:s|ing)? with; koos (?:... )?voor; au profit de; signed elsewhere; signe ailleurs; woanders (?:unterschrieben|abgeschlossen); (?:war|ass|waren) (?:mei )?(?:billeger|belleger|billiger|gunstiger); (?:cheaper|moins chers?|goedkoper); underbid; (?:part|partent|partis?|repart|repartent|continue|continuent|travaille|signent) (?:finalement )?avec(?! nous| vous| mixvoip); (?:voor|met) een (?:andere?|ander) (?:leverancier|partij|aanbieder|provider|operator)?; (?:fir|mat) en aner(?:en|e)?; (?:einen|einem|anderen) (?:anderen )?(?:anbieter|lieferanten|wettbewerber) (?:... )?(?:gewahlt|entschieden|vergeben|genommen)*; came second; (?:deal|order|contract|business) went to; (?:leider )?nicht (?:bekommen|erhalten|gewonnen); mauvaise nouvelle; schlechte nachricht*; bad news; slecht nieuws; schlecht noriicht; (?:pas|n'avons pas|n'a pas) (?:eu|obtenu|remporte) (?:... )?(?:marche|affaire|contrat|projet|dossier); l'emporte(?:nt)?; (?:ging|geht|ging|gehen) an (?:die|den|das|einen|eine)?; zuschlag (?:... )?(?:an|ging|geht); awarded to; (?:picked|picks|takes|took|preferred) (?:another|a different|the other|someone)*; gaan (?:... )?(?:verder|in zee) (?:... )?met; (?:met|bij) (?:... )?verder; no luck; sticking with;
    (?:reste|restent|rester|restera) (?:finalement |chez); (?:bleibt|bleiben) (?:... )?bei;
    (?:blijft|blijven) (?:... )?bij; (?:bleift|bleiwen) (?:... )?bei;
    (?:signe|signent|signee?|parti|partie) (?:... )?chez(?! nous| vous| mixvoip); (?:unterschrieben|abgeschlossen) bei;
    nicht (?:gegen|durchsetzen); too expensive; trop chers?; zu teuer; te duur; ze deier
  `,
  ),
  cue(
    3.5,
    `
    (?:bei|beim|chez|with|bij|mat|mam|avec|aan|an) (?:... )?(?:konkurren|mitbewerb|wettbewerb|concurren|competit|rival)\\w{0,8} (?:... )?(?:unterschrieben|getekend|ondertekend|signe|signed|ennerschriwwen|bestellt|besteld|bestallt|abgeschlossen|gekauft|gegaangen|gegangen);
    (?:unterschrieben|signed|signe|signent|getekend|ennerschriwwen|bestellt|besteld) (?:... )?(?:bei|beim|chez|with|bij|mat|mam|avec) (?:... )?(?:konkurren|mitbewerb|wettbewerb|concurren|competit|rival)\\w{0,8};
    perdue?s?;
    (?:client|il|elle|ils|elles) (?:... )?(?:a|ont|est|sont) (?:... )?(?:choisi|opte|retenu|prefere|parti|partie|partis|reste|signe) (?:... )?(?:concurrent|autre|ailleurs|proximus|orange|post|telenet|telekom|sfr|bouygues|offre|moins cher)*;
    parti(?:e|s)? (?:a|chez) (?:la |un |une )?(?:concurrent*|autre*); signe (?:ailleurs|chez|avec un autre);
    (?:choisi|retenu|opte pour|prefere) (?:un|une|l')? ?(?:autre|concurrent*);
    n'avons pas (?:ete retenus|gagne|obtenu|remporte); pas ete retenu*; verloren; verlieren;
    (?:sich )?(?:fur|gegen)(?! uns| euch| ihnen| mixvoip) (?:... )?(?:entschieden|mitbewerb*|wettbewerb*|anderen anbieter);
    (?:an|zu) (?:... )?(?:mitbewerber|wettbewerber|konkurrenz|konkurrenten) (?:... )?(?:gegangen|verloren|vergeben);
    nicht (?:den )?(?:zuschlag|bekommen|erhalten); absage (?:erhalten|bekommen|vom|des); abgesprungen;
    geht (?:... )?zu(?:r|m)? (?:... )?(?:konkurrenz|mitbewerb*|wettbewerb*|telekom|vodafone|anderen|1&1|post|o2); lost(?! (?:interest|its|their|patience|faith|trust|contact|time));
    (?:went|gone|going) (?:with|for|to) (?:... )?(?:competitor|someone else|another|elsewhere|competition|rival|other)*;
    went elsewhere; signed (?:with|elsewhere) (?:... )?(?:competitor|another|someone|else)*;
    (?:chose|chosen|picked|opted for|decided for) (?:... )?(?:competitor|another|other|someone)*;
    did(?: not|n't) (?:get|win) (?:it|the|this); beaten; verloren;
    (?:gekozen|getekend|beslist) (?:voor|bij) (?:... )?(?:andere|concurrent|ander|iemand)*;
    (?:kiest|kozen|koos) (?:voor|bij); naar (?:de )?concurrent(?:ie)?;
    niet (?:gewonnen|binnengehaald|gehaald); misgelopen; verluer*; verluren;
    (?:fir|bei) (?:... )?(?:decideiert|entscheet|ennerschriwwen);
    bei (?:d'konkurrenz|der konkurrenz|engem aneren); konkurrenz (?:... )?(?:geholl|kritt|gaangen);
    net kritt
  `,
  ),
  wholeCue(
    1,
    `
    leider; malheureusement; helas; unfortunately; helaas; jammer*; leider; schlechte nachricht;
    mauvaise nouvelle; bad news; slecht nieuws; schlecht neiegkeet
  `,
  ),
];
