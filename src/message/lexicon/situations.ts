import { pattern } from './pattern.ts';

/** Words for the customer's situation, in five languages; notation in `pattern.ts`. */

/** A company like the sender's: who sells or looks after telecom or IT, but no operator. */
export const PARTNER_NOUN = pattern(`
  (?:installat|integrat)eur*; prestataire*; revendeur*; sous-traitant*;
  fournisseur (?:informatique|telecom|it|telephonique)*; partenaire(?: actuel| informatique| telecom)?;
  societe (?:informatique|telecom|qui)*; informaticien*; boite (?:informatique|it); leur (?:ssii|esn);
  (?:it-|tk-|telefon|telekommunikations?|it )?(?:dienstleister|systemhaus|handler|fachhandler|betreuer|installateur|integrator|reseller|partner|haus)*;
  wiederverkaufer*; (?:fach)?handler;
  (?:it |telecom |telephone |phone )?(?:integrator|reseller|installer|supplier|dealer|provider|vendor|msp|partner|company|contractor)s?;
  (?:it-|telecom)?(?:partner|leverancier|installateur|integrator|reseller|dealer|dienstverlener|ict-partner|ict-leverancier|verdeler)s?;
  (?:revendeur|installateur|integrateur|dengschtleeschter|prestataire|handler|fournisseur|informatiker|partner)*
`);

/** Operators: leaving one is no leaving of a partner. */
export const OPERATOR = pattern(`
  fournisseur (?:d'acces|internet|d'internet|telecom|d'electricite|d'energie)*;
  proximus; orange; telenet; telekom; deutsche telekom; vodafone; o2; sfr; bouygues; free;
  post(?: luxembourg| telecom)?; tango; kpn; ziggo; voo; scarlet; bt; colt; eltrona; luxembourg online; 1&1;
  odido; t-mobile; operat(?:eur|or|oren|eurs|ors); incumbent; carrier; provider; netzbetreiber; anbieter
`);

/** Goes away: from whom, the sentence around it says. */
export const LEAVES = pattern(`
  (?:est|a ete|ont|a) (?:deja )?denoncee?s?;
  (?:verlengen|verlengt) (?:... )?niet; niet (?:... )?(?:verlengd|verlengen); (?:verlangern|verlangert) (?:... )?nicht; nicht (?:... )?(?:verlangert|verlangern);
  (?:renouvel|reconduis)\\w{1,4} pas; ne (?:sera|seront) pas (?:renouvele|reconduit)\\w{0,2}; (?:won't|will not|not|don't|doesn't) (?:be )?renew\\w*;
  verlangere?n? (?:... )?net; schluss (?:gemaach|gemacht|machen|maachen); kuckt sech (?:... )?em;
  (?:parted|parting) company; (?:kundigt|kundigen|gekundigt); (?:heeft|hebben) (?:... )?(?:de bons gegeven|aan de deur gezet); bedankt (?:... )?voor de eer;
  (?:tourne|tournent) le dos;
  (?:wellt?|wellen?|welle) (?:... )?(?:ewech|fort); (?:wil|willen) (?:... )?weg; parting ways;
  quitt(?:e|ent|er|ant|era|eront); resili(?:e|er|ent|ation)e?;
  (?:a|ont) (?:... )?(?:resilie|quitte|denonce|rompu|remercie);
  change(?:nt|r)? de (?:prestataire|partenaire|revendeur|integrateur|installateur|fournisseur|societe informatique|crèche);
  se separe(?:nt|r)?;
  (?:ne )?(?:veut|veulent|souhaite|souhaitent) (?:... )?(?:plus (?:... )?(?:travailler|rester|entendre|avec)|quitter|partir|changer);
  part(?:ent|ir)? de chez; met(?:tent)? fin; mettre fin; arrete(?:nt)? (?:avec|la collaboration|le contrat);
  verlass(?:t|en); kundig(?:t|en|te|ten|ung); (?:hat|haben|wurde|ist) (?:... )?gekundigt;
  wechsel(?:t|n|te|ten); zu wechseln; (?:trennt|trennen) sich; will (?:... )?weg; wollen (?:... )?weg;
  weg vo[nm]; geht weg; beendet; kehrt (?:... )?den rucken; losung vom; abkehr; abgesprungen;
  (?:is|are) (?:... )?(?:leaving|moving away|parting|terminating|switching|quitting); leav(?:e|es|ing);
  (?:gave|given|giving|has given|served) (?:... )?notice; terminat(?:e|ed|es|ing);
  cancel(?:s|led|ling)? (?:... )?(?:contract|agreement|partner|integrator|reseller);
  moving (?:away|over) from; switch(?:es|ing)? (?:away |over )?from; done with; parted ways;
  wants? (?:out|to leave|away); dropp(?:ed|ing); got rid of; sacked; verla(?:at|ten);
  (?:heeft|hebben) (?:... )?(?:opgezegd|verlaten|beeindigd); opgezegd; zeg(?:t|gen) (?:... )?op; weg bij;
  weg van; stap(?:t|pen) (?:... )?(?:over|af|weg); wil(?:len)? (?:... )?weg;
  wissel(?:t|en) van (?:partner|leverancier|installateur|integrator);
  verander(?:t|en) van (?:partner|leverancier|installateur|integrator); neemt afscheid;
  vertrek(?:t|ken)? bij; (?:gi|geet|ginn) (?:... )?(?:fort|ewech); gekennegt; kennegt; verl(?:oo|ei)sst?;
  verloossen; (?:well|wellt|wellen) (?:... )?(?:fort|ewech|wiesselen); wiessel(?:t|en) (?:vum|vun|de);
  (?:ewech|fort) (?:vun|vum); trennt sech
`);

export const DISSATISFIED = pattern(`
  net (?:mei )?(?:\\w{2,6} )?zefridden?; (?:liegt|liegen) (?:... )?uber kreuz; uber kreuz (?:liegt|liegen); driv(?:es|ing) (?:\\w{2,8} )?(?:her|him|them|everyone|me) (?:mad|crazy|nuts|up the wall);
  remontee?s? contre; en froid avec; a couteaux tires; a bout de patience; n'en (?:peut|peuvent) plus; plus que decu\\w{0,2}; laisse(?:nt)? a desirer;
  niet te spreken over; niet te genieten; geduld (?:... )?op; het vertrouwen (?:... )?weg; regt sech (?:... )?op; regen sech (?:... )?op; geduld (?:... )?um enn;
  (?:nicht|wenig|alles andere als) (?:\\w{2,9} )?(?:glucklich|begeistert|uberzeugt|angetan); argert (?:ihn|sie|die); lasst (?:... )?zu wunschen ubrig; hapert (?:... )?(?:service|support|betreuung);
  genoeg van; laat (?:... )?te wensen over; leaves (?:... )?to be desired; out of patience; (?:losing|lost|runs? out of) patience; at loggerheads;
  alles andere als (?:zufrieden|glucklich); let(?:s|ting)? them down; vertrouwen (?:... )?(?:kwijt|verloren); confiance (?:... )?perdue; vertrauen (?:... )?verloren; vertrauen (?:... )?verluer*; plus (?:aucune )?confiance; at (?:their|his|her) wits' end; at the end of (?:their|his|her) tether; am ende (?:ihrer|seiner) geduld;
  (?:tres |plutot |vraiment )?mecontente?s?; insatisfaite?s?; insatisfaction; mecontentement;
  (?:n'est|ne sont|pas|plus) (?:... )?(?:satisfaite?s?|contente?s?|heureux|convaincue?s?);
  (?:en a|ont|en ont|avoir) (?:marre|assez); ras-le-bol; ras le bol; a bout;
  (?:tres |extremement )?deçue?s?; decue?s?; excedee?s?; fachee?s?; furieux; furieuse;
  se plaign(?:ent|ait|aient); se plaint; exaspere*; perdu confiance; ne repond(?:ent)? (?:plus|jamais|pas);
  pas de suivi; lache*r?; agacee?s?; service (?:deplorable|nul|catastrophique|lamentable); enerve*;
  unzufrieden*; unglucklich*; missgestimmt*; unzufriedenheit; nicht (?:mehr )?(?:... )?zufrieden;
  verargert*; enttauscht*; frustriert*; (?:hat|haben) (?:... )?(?:satt|nase voll|schnauze voll); nase voll;
  die nase gestrichen; beschwer(?:t|en) sich; schlechter? (?:service|support|betreuung);
  (?:ist|sind|war|waren|stink) ?sauer; geht nicht mehr ans telefon; stinksauer; genervt; kein vertrauen;
  argert sich; argern sich; unhappy; dissatisf*;
  (?:not|far from|isn't|aren't|no longer|anything but|less than) (?:... )?(?:happy|satisfied|pleased|impressed|content);
  fed up; frustrat*; disappoint*; annoyed; angry; furious; complain(?:s|ing|ed|ts)?;
  poor (?:service|support); bad (?:service|support); terrible (?:service|support); sick of; had enough;
  lost (?:faith|trust|patience); nobody (?:... )?(?:picked up|calls back|called back|answers|answered);
  let down; ontevreden*; niet (?:meer )?(?:... )?(?:tevreden|gelukkig|blij); teleurgesteld*; gefrustreerd*;
  (?:beu|zat); klag(?:en|t); klaagt; ontgoocheld*; boos;
  slechte (?:service|dienst|dienstverlening|support|ondersteuning); ongenoegen; geen vertrouwen; genoeg van;
  ergert zich; ergeren zich; onzefridd*; net (?:mei )?(?:... )?zefridden; roserei; rosen;
  (?:d'nues|nues) voll; enttauscht; frustreiert; beschwei(?:ert|eren) sech; schlechte service; genervt;
  kee vertrauen; kee rifft zreck; net content
`);

/** Already the sender's customer. */
export const OWN_CUSTOMER = pattern(`
  (?:un|une|l'un|l'une) de nos (?:\\w{3,16} )?client(?:e|es|s)?; (?:einer|eine|einem|einen|eines) unserer (?:\\w{3,16} )?(?:kunden|kundinnen|it-kunden);
  one of our (?:\\w{2,16} )?(?:clients|customers); een van onze (?:\\w{2,16}-? ?)?klanten; (?:een|engem|eng) (?:vun|vu) (?:eisen|eise) (?:\\w{2,14}-? ?)?clien(?:ten|te|ts|t);
  (?:zijn|is|zitten|zit) (?:... )?(?:al|sinds|reeds) (?:... )?bij ons; (?:klant|bij ons) (?:... )?(?:al jaren|sinds (?:19|20)\\d\\d);
  (?:been|already|are|is) (?:... )?with us (?:... )?(?:for (?:\\w{1,8} )?years|since|already|for their|for it|for its); (?:sind|ist) (?:... )?(?:seit|bereits|schon) (?:... )?bei uns(?! (?:gemeldet|angefragt|eingegangen|angerufen|bekannt));
  (?:est|sont) (?:... )?chez nous (?:depuis|pour); chez nous depuis; (?:sinn|ass) (?:... )?(?:zenter|sait|scho|schonn) (?:... )?bei eis;
  mir (?:... )?(?:sait|zenter|scho|schonn) (?:... )?(?:betreie|bedreie|maache|kemmere|geiere)n?; (?:bedreie|betreie|maache|kemmere)n? mir (?:... )?(?:sait|zenter|scho|schonn);
  (?:betreuen|machen|warten|hosten|verwalten) wir (?:... )?(?:seit|schon|bereits);
  we(?:'ve| have) (?:been )?(?:... )?(?:doing|managing|running|supporting|hosting|looking after|handling) (?:... )?(?:it|network|servers?|since|years); wij doen (?:... )?(?:it|ict)(?: al)?;
  (?:deja|est|sont|client|cliente|clients) (?:... )?(?:client|cliente|clients|clientes) (?:... )?(?:chez nous|de chez nous|de notre|a nous);
  (?:deja|est|sont) (?:... )?(?:notre|nos) (?:client|cliente|clients);
  (?:client|cliente|clients) (?:chez nous|existant|existante|existants|historique|de longue date|fidele|de la maison|a nous);
  (?:notre|nos) (?:client|cliente|clients) (?:depuis|pour|existant|de longue|historique|fidele)*(?= (?:depuis|pour (?:le|la|les|l'|son|leur|ses)|existant|de longue|historique|fidele));
  (?:client|cliente|clients) depuis;
  (?:nous|on) (?:... )?(?:gerons|gere|assurons|assure|nous occupons|s'occupe|maintenons|hebergeons|suivons|suit|equipe|equipons) (?:... )?(?:depuis|deja|informatique|reseau|parc|serveur|serveurs|imprimantes|it|copieurs|infrastructure|postes);
  (?:dont|pour qui|chez qui) (?:nous|on) (?:... )?(?:gerons|gere|assurons|faisons|fait|maintenons|avons);
  (?:informatique|reseau|serveurs?|parc|imprimantes) (?:... )?(?:chez nous|par nos soins|par nous);
  deja client(?:e|s)?(?= (?:chez nous|de notre|pour|depuis));
  (?:lui|leur) (?:avons|fournissons|louons|vendons) deja;
  deja (?:sous contrat|en contrat|equipee?s?) (?:chez|avec|par) nous; bestandskunde*;
  (?:bereits|schon|langjahrig\\w{0,3}|seit) (?:... )?(?:kunde|kundin|kunden) (?:... )?(?:bei uns|von uns);
  (?:ist|sind) (?:... )?(?:unser|unsere) (?:... )?(?:kunde|kundin|kunden) (?:seit|fur);
  (?:kunde|kundin|kunden) (?:seit|von uns|bei uns|unseres hauses);
  (?:unser|unsere|unseren|unserem) (?:langjahrig\\w{0,3}|bestehend\\w{0,3}|treu\\w{0,2}) (?:kunde|kundin|kunden);
  wir (?:... )?(?:betreuen|warten|managen|hosten|verwalten|machen|kummern uns) (?:... )?(?:seit|bereits|schon|it|edv|netzwerk|server|drucker);
  (?:betreuen|machen|warten|verwalten) wir (?:... )?(?:seit|bereits|schon|die it|die edv|dort)*(?= (?:seit|bereits|schon|die|dort|auch));
  (?:it|edv|netzwerk|server) (?:... )?(?:bei uns|von uns|durch uns);
  von uns (?:betreut|gewartet|gehostet|versorgt)\\w{0,2};
  (?:our|ours|existing|long-standing|current) (?:... )?(?:client|customer) (?:of ours|since|for);
  (?:existing|long-?standing|long-?time|loyal) (?:client|customer)(?: of ours)?;
  (?:client|customer)s? of ours;
  (?:been|are|is|were) (?:... )?(?:our|a) (?:... )?(?:client|customer)s? (?:of ours|for|since);
  already (?:... )?(?:our|ours|a) (?:... )?(?:client|customer)s?(?! of (?:yours|mixvoip));
  we (?:already |currently |have |do )?(?:manage|run|host|look after|looked after|support|supply|handle|maintain|do|provide|managed|run) (?:... )?(?:it|network|servers?|printers?|email|since|already|for years|microsoft|backup|firewall|website);
  bestaande klant; (?:is|zijn|al) (?:... )?klant (?:... )?(?:bij ons|van ons|sinds|voor);
  (?:onze|ons) (?:vaste|trouwe|bestaande) klant; klant (?:bij ons|van ons|sinds);
  al (?:jaren|lang|jarenlang) (?:... )?klant;
  (?:wij|we) (?:... )?(?:beheren|verzorgen|doen|onderhouden|hosten) (?:... )?(?:it|ict|netwerk|servers?|printers?|al|sinds|werkplekken);
  (?:beheren|verzorgen|doen|onderhouden) (?:wij|we) (?:... )?(?:al|sinds|it|ict);
  (?:it|ict|netwerk|servers?) (?:... )?(?:bij ons|door ons);
  (?:ass|sinn) (?:... )?(?:client|clienten) (?:... )?(?:bei eis|vun eis|zenter);
  (?:eisen|eise|eiser) (?:... )?client (?:zenter|fir|scho*); client (?:bei eis|vun eis|zenter);
  scho(?:n)? (?:... )?(?:eise client|eisen client|client bei eis);
  (?:d'informatik|d'it|informatik|it|netzwierk|server|drecker) (?:... )?(?:maache|mecht|bedreie|bekemmere|gereiert) ?(?:mir|n mir)?(?: do)?;
  mir (?:... )?(?:maachen|bedreien|geréieren|gereieren|kemmeren) (?:... )?(?:informatik|it|scho|schonn|zenter|netzwierk|server);
  bestandsclient
`);

/** Already a customer of Mixvoip itself. */
export const MIXVOIP_CUSTOMER = pattern(`
  mixvoip-(?:kunde|kundin|kunden|client|klant|customer)s?;
  (?:already|currently) (?:have|has|use|uses|get|buy) (?:... )?(?:from|with) (?:you|mixvoip);
  (?:vorhanden|existante?|existing|bestehend|bestaand|aanwezig|bestoend|deja la)[ (,:]{0,3}(?:von|bei|chez|de|from|with|van|bij|vun|via) (?:euch|ihnen|mixvoip|vous|you|jullie|iech);
  (?:deja|actuellement|encore) (?:... )?(?:client|cliente|clients|abonne|abonnes|chez) (?:... )?(?:mixvoip|chez vous|de chez vous|vous);
  (?:client|cliente|clients) (?:direct |directe |directs )?(?:(?:chez |de |de chez )?mixvoip|(?:chez|de|de chez) vous);
  (?:ont|a|utilise|utilisent|dispose|disposent) (?:... )?(?:deja|actuellement|encore|une|un|des) (?:... )?(?:chez vous|mixvoip);
  (?:est|sont) (?:deja )?chez (?:vous|mixvoip);
  (?:bereits|schon|aktuell|derzeit) (?:... )?(?:kunde|kundin|kunden) (?:... )?(?:von mixvoip|bei mixvoip|bei euch|bei ihnen|von euch);
  (?:kunde|kundin|kunden) (?:von|bei) (?:mixvoip|euch|ihnen);
  (?:hat|haben|nutzt|nutzen|bezieht|beziehen|lauft|laufen) (?:... )?(?:schon|bereits|derzeit|aktuell|einen|eine|ein|seit) (?:... )?(?:von|bei) (?:mixvoip|euch|ihnen);
  (?:ist|sind) (?:... )?bei (?:mixvoip|euch|ihnen) (?:kunde|unter vertrag);
  (?:already|currently|existing) (?:... )?(?:customer|client|with|yours)s? (?:... )?(?:of mixvoip|of yours|mixvoip|you);
  (?:customer|client)s? of (?:mixvoip|yours); (?:mixvoip|your) (?:customer|client)s?(?: already)?;
  (?:have|has|use|uses|using|buy|buys|get|gets) (?:... )?(?:already|a|an|their|its|some) (?:... )?(?:from|with) (?:you|mixvoip);
  (?:al|reeds|momenteel|nu) (?:... )?klant (?:... )?(?:bij mixvoip|bij jullie|van mixvoip|van jullie|bij u);
  klant (?:van|bij) (?:mixvoip|jullie|u);
  (?:heeft|hebben|gebruikt|gebruiken|neemt|nemen) (?:... )?(?:al|reeds|een) (?:... )?(?:bij|van) (?:jullie|mixvoip|u);
  (?:schonn?|scho) (?:... )?(?:client|clienten) (?:... )?(?:bei iech|vun iech|bei mixvoip|vu mixvoip);
  client (?:bei|vun|vu) (?:iech|mixvoip);
  (?:huet|hunn|benotzt|benotzen) (?:... )?(?:schonn?|scho|en|eng) (?:... )?(?:bei|vun|vu) (?:iech|mixvoip)
`);
