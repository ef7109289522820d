import { pattern } from './pattern.ts';

/** Words that say whether a service is wanted, is there already, or is left out. */

/** Wanted, and stronger than any word for what is there today: it is to be replaced. */
export const REPLACED = pattern(`
  rempla(?:ce|cer|cement|cent|cant|ceront|cera); remplacer; renouvel*; moderniser*;
  chang(?:e|er|ent|eons|eront|era) (?:de|leurs?|son|la|le|l'|toute|tout); migr*; basculer;
  passer (?:de ... )?(?:a|au|sur|en|vers); ersetz*; ersatz; abgelost; ablos*; ablosung; erneuer*; umstell*;
  umsteigen; wechseln (?:auf|zu); umzieh*; replac*; swap*; switch*; move (?:to|from|over);
  moving (?:to|from); upgrade*; renew*; vervang*; overstap*; overschakel*; vernieuw*; ersat; ersetzen;
  erneier*; emstell*; wiesselen (?:op|vun); instead of; anstelle; au lieu de; in plaats van; amplaz vun;
  a la place de; reprendre; ubernehmen; overnemen; take over; en remplacement; im tausch; goes in the bin
`);

export const WANTED = pattern(`
  fehl(?:t|en); manque(?:nt)?; lack(?:s|ing)?; missing; ontbre(?:ekt|ken); feelt; feelen; (?:nu|elo|jetzt|nun) (?:nog|nach|noch|enkel|just|nur|ook|och|auch);
  (?:pass|vien|viendr|arriv|bascul|reviend?r?)\\w{1,4} (?:\\w{2,12} ){0,2}chez nous; (?:kommt|kommen|wechselt|wechseln|geht|gehen) (?:\\w{2,12} ){0,2}(?:zu|bei) uns; (?:kennt|kommen|geet) (?:\\w{2,12} ){0,2}bei eis; (?:komt|komen) (?:\\w{2,12} ){0,2}bij ons;
  (?:proposons|propose|proposent|offrons|bieten|bieden|bidden|offeriert|offereieren); (?:we|i) (?:offer|quote|propose);
  (?:wil|willen|zou|zouden|vraagt|vragen|wellt?|wellen?|freet|froen|will|wollen|mochte|mochten|wants?|veut|veulent) (?:\\w{2,8} )?(?:nu|elo|haut|heute|vandaag|today|aujourd'hui);
  hatt(?:en|e)? (?:... )?gar*; hatte(?:n)? (?:... )?gern*;
  wel; dafur; stattdessen; hatte?n? gar*; komplettlosung;
  (?:es geht|geht es) (?:hier |nur |dabei |ihm |ihr |ihnen )?um; il s'agit d*; it(?: is|'s) (?:all )?about;
  het gaat (?:... )?om; (?:et geet|geet et) (?:... )?em; schneller*; starker*; besser*;
  plus (?:rapide|performant|de debit)*; meilleure?; faster; better; stronger; sneller*; beter*;
  mei (?:seier|schnell|gudd)*; uniquement; seulement; nur; only; just; enkel; alleen; slechts; nemmen;
  exclusivement; ausschließlich; veu(?:t|lent|x); voudr(?:ait|aient|ions); souhait*; cherch*;
  demand(?:e|ent|ait|es); besoin*; il (?:leur|lui) fa(?:ut|udrait); interess*; envisag*;
  prevo(?:it|ient|yons); installer; ajouter; nouve(?:au|l|lle|aux|lles); proposer; commander; projet;
  aimerai(?:t|ent); faudra(?:it)?; a prevoir; on part sur; offre pour; will; wollen; mocht*; braucht*;
  brauchen; benotig*; sucht; suchen; wunsch*; gewunscht*; bedarf*; interess*; plan(?:t|en); neue?[nrms]?;
  bekommt; bekommen; soll(?:en)?; angebot; anfrage; gefragt; hatte(?:n)? gern*; dazu; wants?; needs?;
  would like; looking for; after is; require*; request*; asked; asking; new; interested; quote for; order*;
  adding; plans? to; up for grabs; wil(?:len|t)?; zoek(?:t|en); nodig; wens(?:t|en); vra(?:agt|gen);
  gevraagd; nieuwe?; graag; behoefte; offerte; interesse; krijgt; wellt*; well(?:en)?; wei?lt*;
  brauch(?:en|t|e)?; sich(?:t|en); froen; freet; gefrot; nei(?:t|en|er|e)?; hatt(?:en)? gar*; gebraucht;
  interesseiert*; kritt; offer
`);

/** It is there, and stays as it is. */
export const KEPT = pattern(`
  (?:deja )?(?:dans notre|in unserem|in our|in ons|an eisem) (?:contrat|vertrag|contract|kontrakt);
  (?:haben wir|wir haben) (?:... )?(?:geliefert|installiert|montiert|verkauft|eingerichtet|aufgebaut); avons (?:... )?(?:installe|fourni|vendu|livre|mis en place)\\w{0,2}; we(?:'ve| have)? (?:installed|supplied|delivered|sold|set up|put in);
  (?:(?:wij|we) hebben|hebben (?:wij|we)) (?:... )?(?:geplaatst|geleverd|geinstalleerd|verkocht); (?:mir hunn|hu mir|hu mer) (?:... )?(?:installei?ert|geliwwert|verkaf*t);
  betreib(?:t|en); (?:runs?|operates?|running) (?:their|its|his|her|own|an? own); (?:ist|sind) gesetzt; draai(?:t|en) (?:een|hun|eigen) eigen;
  fonctionne(?:nt)? (?:\\w{3,9} )?bien; (?:funktioniert|funktionieren|lauft|laufen) (?:\\w{3,9} )?(?:gut|bestens|einwandfrei|stabil|prima); works? (?:\\w{3,9} )?(?:fine|well); (?:werkt|werken) (?:\\w{3,9} )?(?:goed|prima); (?:leeft|lafen|fonctionei?er\\w{0,3}) (?:\\w{3,9} )?(?:gutt|gudd|tip-?top);
  (?:kunde|kundin|kunden|bestandskunde|bestandskundin) von uns; (?:client|customer)s? of ours; klant van ons; clients? (?:a|de) nous;
  (?:macht|betreut|stellt|liefert|verwaltet|machen) (?:... )?(?:anderes|anderer|andere|schwester\\w*|kolleg\\w*|it-partner|systemhaus|informatiker)(?: haus| firma| partner)?; (?:done|delivered|covered) by; (?:gere|fait|faite|assuree?|suivie?) par (?:un|une|leur|nous|la|le|l');
  (?:doet|beheert|verzorgt) (?:... )?(?:andere?|collega|zus\\w*|zelf); (?:beheert|verzorgt|verwaltet|betreut|manages|looks after|handles|bedreit); mecht (?:... )?(?:aner\\w*|kolleg\\w*|partner);
  inchangee?s?; tel(?:le)?s? quel(?:le)?s?; wie gehabt; ongemoeid; as (?:it|they) (?:is|are); zoals het is; wei (?:et|se) (?:ass|sinn);
  (?:in|dans|an) (?:our|unserem|notre|ons|eisem) (?:own |eigenen? )?(?:data ?cent(?:re|er)|datacent(?:re|er|rum)|rechenzentrum|rack|cloud);
  sache (?:ihres|des|ihrer|von);
  (?:via|par|chez) nous(?= ?\\)); (?:uber|durch|von|bei) uns(?= ?\\)); (?:through|via|from|by|with) us(?= ?\\));
  (?:via|door|bij|van) ons(?= ?\\)); (?:iwwer|bei|vun|duerch) eis(?= ?\\));
  (?<!(?<![a-z])(?:nicht|pas|plus|not|niet|net|wenig|peu|less|never|nie|isn't|aren't|anything but|alles andere als) (?:\\w{2,9} ){0,2})(?:zufrieden|happy|satisfied|content|contents|contente|contentes|satisfaits?|satisfaites?|tevreden|zefridden?)(?: (?:with|mit|met|over|mat|de|avec))?(?! (?:... )?(?:stellen|maken|maachen));
  vien(?:t|nent) (?:juste )?d(?:e|'etre) (?:(?:le|la|les|tout) |l')?(?:refaire|refaite?s?|changer|changee?s?|renouveler|renouvelee?s?|signer|installer|installee?s?);
  (?:gerade|eben|kurzlich|erst|neulich) (?:... )?(?:neu|erneuert|gewechselt|verlangert|umgestellt|unterschrieben); das passt; passt so;
  (?:was|were|been|got) (?:\\w{2,9} )?(?:renewed|replaced|upgraded|installed) (?:... )?(?:last|recently|this (?:year|month|spring|summer|autumn)|ago|in); is fine; are fine;
  (?:is|zijn|werd|werden) (?:net|pas|onlangs|recent|recentelijk) (?:vernieuwd|vervangen|verlengd|aangelegd|vernieuwd);
  (?:grad|eischt|viru kuerzem) (?:... )?(?:nei|erneiert|gewiesselt|verlangert);
  (?:hunn|hu|huet) (?:se|si|hien|en|hatt|et|mer|mir) (?:\\w{2,6} )?scho*;
  mir (?:... )?(?:maache|bedreie|betreie|kemmere|geiere|liwwere)n?; (?:maache|bedreie|betreie)n? mir;
  (?:hunn|huet) (?:se|si|hien) scho*; (?:haben|hat) (?:sie|er|man) (?:schon|bereits); hebben ze al; (?:ils|elles) (?:l'|les )?ont deja;
  gard(?:e|ent|er|era|ons); conserv*; (?:rest|demeur)(?:e|ent|era|eront|ant)(?! (?:donc |maintenant |encore |plus que )?(?:la|le|les|l'|a|une|un) ?(?!meme|propri|charge)[a-z]);
  continue(?:nt|ra)? (?:avec|chez); ne (?:change|bouge|touche)*(?: ... )?pas;
  (?:nous|on) (?:gerons|gere|faisons|fait|assurons|assure|nous occupons|s'occupe|s'en occupe|heberge|hebergeons|infogere);
  s'occup(?:e|ent|ons); (?:client|cliente|clients)s? (?:(?:... )?depuis|(?:de )?(?:chez nous|nous|notre)(?: ...)? pour);
  deja (?:geree?s?|equipe*|fourni*|installe*|chez|en place|notre|nos|client*); en place;
  gere(?:e|es|s)? par; hors (?:perimetre|scope|projet); par ailleurs gere; (?:n'est|ne sont) pas concern*;
  a part; ne sera pas*; ne seront pas*; chez nous; behalt(?:en)?; bleib(?:t|en); beibehalt*; weiterhin;
  lauft weiter; laufen weiter; (?:mach|betreu|stell|liefer|manag)(?:t|en)? (?:... )?(?:wir|selbst|selber);
  wir (?:... )?(?:machen|betreuen|kummern|managen|hosten|liefern|stellen|verwalten|warten);
  betreuen (?:wir|die); bereits (?:bei uns|vorhanden|kunde|versorgt); vorhanden;
  kunde (?:(?:... )?seit|(?:von|bei) uns(?: ...)? fur); von uns (?:betreut|gemanagt|geliefert); bei uns; in eigenregie; selbst;
  unverandert; kommt von uns; (?:ist|sind) von uns; keep(?:s|ing)?; stay(?:s|ing)?; remain(?:s|ing)?;
  retain*; continue with;
  we (?:already )?(?:manage|run|host|look after|handle|do|provide|supply|take care of);
  (?:managed|run|hosted|supplied|provided|handled) by; (?:client|customer)s? (?:(?:... )?since|of ours(?: ...)? for);
  with us; unchanged; (?:is|are) (?:ours|theirs); est (?:a nous|la notre|le notre|de chez nous);
  (?:ist|sind) (?:unsere?|ihre eigene); gehort (?:uns|ihnen); (?:ass|sinn) vun eis; untouched;
  already (?:have|has|rolled out|in place|there|with|theirs|runs?); in place; in-house; houd(?:t|en)?;
  behoud(?:t|en)?; blij(?:ft|ven);
  (?:doen|beheren|verzorgen|leveren|regelen|onderhouden) (?:... )?(?:wij|we|zelf);
  (?:wij|we) (?:... )?(?:doen|beheren|verzorgen|leveren|regelen|onderhouden); klant (?:(?:... )?sinds|(?:van|bij) ons(?: ...)? voor);
  bij ons; al aanwezig; zelf; ongewijzigd; door ons; (?:is|zijn) van (?:ons|hen|henzelf); behal(?:en|t);
  bleif(?:t|en); bleiwen; (?:maach|mech|bedreien|bekemmer)(?:en|e|t)? mir;
  mir (?:... )?(?:maachen|bedreien|kemmeren|geieren|liwweren); client (?:(?:... )?zenter|(?:bei|vun) eis(?: ...)? fir); bei eis;
  selwer; vun eis
`);

/** It is there today, and nothing says that it stays. */
export const CURRENT = pattern(`
  (?:sie|ils|elles|they|ze|si|kunde|client|klant|customer) (?:haben|hat|ont|a|have|has|hebben|heeft|hunn|huet)(?= (?:(?:einen?|ein|une?|an?|een|eng|schon|already|deja|al|hir|leur|their|hun) )?[a-z0-9-]{3,20}(?: 365)?(?:,| und| et| and| en| an| mais| but| aber| maar| mee) );
  (?:is|are) (?:currently |still )?on (?:\\w{2,12}|the)(?= (?:broadband|fibre|fiber|adsl|isdn|dsl|cable)); (?:heeft|hebben) (?:\\w{2,8} )?(?:al|reeds); (?:hat|haben) (?:\\w{2,8} )?(?:schon|bereits); (?:has|have) already;
  invoice*; rechnung(?:en|s)?; factures?; factuur; facturen; rechnong*; provision*; commissie*;
  actuel(?:s|le|les|lement)?; est concerne\\w{0,2}; aujourd'hui; pour le moment; existant(?:e|s|es)?;
  (?:est|sont) (?:... )?(?:chez|fourni*); dispose(?:nt)?; ont deja; a deja; deja;
  equipe(?:e|es|s)? (?:de|d|avec); contrat*; operateur*; abonnement (?:chez|aupres); tourne; passe par;
  tombe en panne; en panne; coupures?; panne*; factur*; paient?; paye(?:nt)?; utilis(?:e|ent);
  achet(?:e|ent);
  chez (?:proximus|orange|telenet|post|telekom|sfr|bouygues|free|luxembourg online|tango|eltrona|scarlet|voo|kpn|ziggo|vodafone|bt|o2|1&1|1und1|telindus|colt|visual online|cegecom|base);
  derzeit*; aktuell*; momentan; bisher*; heute; bestehend*; bestands*; vorhandene?[nrs]?; gegenwartig*;
  zurzeit; zur zeit; bereits; vertrag*;
  (?:lauft|laufen|kommt|kommen|liegt|liegen|ist|sind) (?:... )?(?:bei|uber|von|noch);
  bei (?:der |dem )?(?:telekom|vodafone|o2|1&1|post|deutsche telekom|proximus|orange|tango|inexio|vse net|energis);
  nutz(?:t|en); storung*; ausfall*; ausfalle; zahlt; zahlen; ihre alte; seine alte; alte[nrs]?; current*;
  today; at the moment; presently; existing; have got; already; contract*; incumbent;
  (?:with|from) (?:bt|proximus|orange|post|telekom|vodafone|tango|telenet|kpn|colt);
  runs (?:on|over|through|with); buy(?:s)?; pay(?:s)?; use(?:s)?; using; outage*; down; huidig*; momenteel;
  bestaand*; vandaag; nu (?:bij|nog|via); nu; al (?:bij|een); contract*;
  bij (?:kpn|ziggo|proximus|telenet|orange|vodafone|odido|scarlet|voo);
  (?:loopt|lopen|komt|zit|zitten) (?:... )?(?:bij|via|nog); storing*; betaalt; betalen; gebruik(?:t|en);
  aktuell*; de moment; bis elo; elo; haut; scho(?:n)?; bestoend*; leeft (?:... )?(?:bei|iwwer); mecht;
  bei der post; pannen?; bezilt; bezuelen; kontrakt*; vertrag
`);

/** Refused, left out, or put off. After the mention, or before it. */
export const LEFT_OUT = pattern(`
  (?:valt|vallen) (?:\\w{2,8} )?buiten; hors (?:du|de ce) (?:dossier|projet|marche); (?:fallt|fallen) (?:... )?raus; (?:nicht|kein) (?:teil|bestandteil); net deel; (?:ist|sind) (?:hier )?(?:nicht|kein) (?:thema|gegenstand);
  gehort (?:hier )?nicht; hoort (?:hier |er )?niet; gehei?ert net; (?:doesn't|does not) belong; n'(?:est|entre|entrent) pas dans; ne (?:fait|font) pas partie;
  brauch(?:t|en|e)? (?:\\w{2,5} )?(?:keins|keinen|keines|keine|keen|keent|keng)(?= ?[.,;)!\\n]); (?:leave|leaving|left) (?:... )?out;
  lass(?:t|en)? (?:... )?(?:weg|außen vor);
  suivra; l'(?:an|annee) prochaine?; next year; nachstes jahr; volgend jaar; nachst joer; follegt speider;
  pas (?:besoin|necessaire|concern\\w{0,3}|demande\\w{0,2}|prevu\\w{0,2}|souhaite\\w{0,2}|interesse\\w{0,2}|inclus\\w{0,2}|dans);
  inutile; n'en tenez pas compte; hors perimetre; rien prevoir; exclu(?:e|s|es)?; plus tard; peut attendre;
  peuvent attendre; dans un (?:second|deuxieme) temps; ulterieurement; phase 2; on verra; reporte*;
  abandonn*; non;
  nicht (?:notig|benotigt|gewunscht|gebraucht|gewollt|erforderlich|betroffen|teil|dabei|interessant|im umfang|enthalten|relevant|anfass\\w{0,3}|anruhr\\w{0,3});
  kein (?:bedarf|interesse|thema); brauch(?:t|en) (?:... )?nicht; will (?:... )?nicht;
  wollen (?:... )?nicht; entfall(?:t|en); spater; aussen vor; außen vor; ausgenommen; nicht; nein;
  erst (?:2027|2028|nachstes jahr);
  not (?:needed|required|included|in scope|wanted|part|interested|concerned|relevant|affected|necessary|for now|yet);
  (?:do|does|did)(?: not|n't) (?:want|need|touch|include|require); no (?:need|interest); out of scope;
  excluded; later; can wait; second phase; leave alone; no thanks;
  niet (?:nodig|gewenst|inbegrepen|van toepassing|gevraagd|mee|betrokken|meenemen|aan de orde);
  geen (?:behoefte|interesse|nood); hoeft niet; hoeven niet; later; buiten scope; uitgesloten; kan wachten;
  nee; neen; wil (?:... )?niet; willen (?:... )?niet;
  net (?:gebraucht|neideg|gefrot|dobai|gewenscht|concerneiert); brauch(?:en|t|e)? (?:... )?net;
  wellt (?:... )?net; wellen (?:... )?net; mei speit; speider; nee; ka waarden
`);

/** A negation right before a mention. */
export const NEGATION = pattern(`
  pas; plus (?:de|d'); sans; hors; sauf; hormis; excepte; ni; aucune?; ne (?:... )?pas;
  kein(?:e|en|er|em|es)?; nicht; ohne; außer; ausser; weder; (?<=(?:weder|kein\\w{0,2}|nicht|geen|niet|nee|ohne|zonder) (?:\\S{1,20} ){1,6})noch; statt; no; not;
  (?:do|does|is|are|did)n't; without; except*; excluding; neither; nor; but no; geen; niet; zonder; behalve;
  excl(?:usief)?; keng; keen; kee; net; ouni; ausser
`);

/** "Not only": no negation at all. */
export const NOT_ONLY = pattern(`
  statt \\w{2,15} (?:kunftig|nun|jetzt|nur|neu|lieber);
  pas (?:que|seulement|uniquement); pas encore; non seulement; nicht (?:nur|zuletzt); noch nicht;
  not (?:only|just|yet); niet (?:alleen|enkel); nog niet; net (?:nemmen|just); no (?:doubt|problem); n° ?;
  sans (?:fil|doute|attendre|delai|engagement|coupure|interruption|tarder);
  ohne (?:unterbrechung|ausfall|probleme); without (?:interruption|delay); zonder onderbreking;
  noch (?:eine?n?|dazu|zusatzlich|internet|telefon*|einmal|was); statt(?: ... )dessen;
  nicht mehr(?: ... )?(?:lange|aktuell|zeitgemaß)
`);

/** Something is missing today: a fact, not a refusal. */
export const LACKS = pattern(`
  noch (?:gar )?kein*; nog geen; nach (?:keen|keng|kee); pas encore; not yet; (?:hat|haben|habe|besitzt) (?:... )?kein*;
  (?:has|have|having|there is) no; (?:n'a|n'ont|n'avons) pas; (?:heeft|hebben) geen; (?:huet|hunn) (?:keen|keng|kee)
`);

/** Between a negation and a mention: the thing is there and works badly, it is not refused. */
export const BAD_QUALITY = pattern(`
  stab(?:le|iles?|iel|il)*; fiab*; zuverlass*; reliab*; decent; correct*; betrouwba*; schnell*; snel*;
  rapide*; gescheit*; vernunftig*; zufrieden*; satisf*; content*; happy; tevreden*; zefridden*; working;
  funktionier*; fonctionn*; marche*
`);
