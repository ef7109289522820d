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
  proximus; orange; telenet; telekom; deutsche telekom; vodafone; o2; sfr; bouygues; free;
  post(?: luxembourg| telecom)?; tango; kpn; ziggo; voo; scarlet; bt; colt; eltrona; luxembourg online; 1&1;
  odido; t-mobile; operat(?:eur|or|oren|eurs|ors); incumbent; carrier; provider; netzbetreiber; anbieter
`);

/** Goes away: from whom, the sentence around it says. */
export const LEAVES = pattern(`
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
  vertrek(?:t|ken)? bij; (?:gi|geet|ginn) (?:... )?(?:fort|ewech); gekennegt; kennegt; verloosst;
  verloossen; (?:well|wellt|wellen) (?:... )?(?:fort|ewech|wiesselen); wiessel(?:t|en) (?:vum|vun|de);
  (?:ewech|fort) (?:vun|vum); trennt sech
`);

export const DISSATISFIED = pattern(`
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
  (?:already|currently) (?:have|has|use|uses|get|buy) (?:... )?(?:from|with) (?:you|mixvoip);
  (?:vorhanden|existante?|existing|bestehend|bestaand|aanwezig|bestoend|deja la)[ (,:]{0,3}(?:von|bei|chez|de|from|with|van|bij|vun|via) (?:euch|ihnen|mixvoip|vous|you|jullie|iech);
  (?:deja|actuellement|encore) (?:... )?(?:client|cliente|clients|abonne|abonnes|chez) (?:... )?(?:mixvoip|chez vous|de chez vous|vous);
  (?:client|cliente|clients) (?:direct |directe |directs )?(?:chez |de |de chez )?(?:mixvoip|vous);
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

/** Another partner is after the same deal. */
export const COMPETING = pattern(`
  nog een andere? (?:partner|reseller|integrator|installateur)s?; in de running; deux autres (?:revendeurs|partenaires); (?:zwei|drei|mehrere) (?:andere|weitere) (?:partner|systemhauser|handler|anbieter);
  (?:un|d'un|par un|avec un|l'|d') ?autre (?:de vos )?(?:partenaire|revendeur|integrateur|installateur|prestataire)s?;
  (?:autres|d'autres|deux|trois|plusieurs) (?:de vos )?(?:partenaires|revendeurs|integrateurs);
  un de vos (?:autres )?(?:partenaires|revendeurs); (?:un|des|le) (?:confrere|concurrent)s?;
  reserve(?:e)? a quelqu'un d'autre; quelqu'un d'autre (?:... )?(?:est|a|dessus)*;
  (?:nous ne sommes|on n'est) pas (?:les )?seuls; en concurrence;
  aussi (?:consulte|contacte|sollicite|demande)e?s? (?:... )?(?:autre|revendeur|partenaire|concurrent)*;
  (?:ein|einem|einen|eines|noch ein|weiterer|weiteren|anderer|anderen|anderem) (?:anderer|anderen|anderem|weiterer|weiteren|eurer|ihrer)? ?(?:partner|reseller|handler|systemhaus|dienstleister|wiederverkaufer)s?;
  (?:noch )?(?:einen?|einem|ein) (?:anderen?m?|weiteren?) (?:partner|reseller|handler|systemhaus|dienstleister)s?; mitbewerber*; mitbewerb; konkurrent*; konkurrenz;
  (?:auch|ebenfalls|parallel) (?:... )?(?:andere|anderer|weitere) (?:... )?(?:partner|anbieter|systemhaus)*;
  nicht die einzigen; wettbewerber;
  (?:another|other|rival|second|competing) (?:of your |\\w{1,12} )?(?:partner|reseller|integrator|dealer|bidder)s?;
  one of your (?:other )?partners; competitor*;
  also (?:... )?(?:in the (?:race|running|mix)|bidding|quoting|pitching|after (?:it|this|them)|talking to them|at work|circling);
  auch (?:... )?(?:am werk|dran|unterwegs|im rennen|am ball|im gesprach|angefragt);
  aussi (?:... )?(?:sur le coup|dessus|en lice|dans la course|propose|sur l'affaire);
  ook (?:... )?(?:bezig|in de running|langs geweest|aan het werk|in de race);
  och (?:... )?(?:drun|amgaang|am gesprei?ch|do gewiescht|am rennen);
  someone else (?:... )?(?:is|has|on it|bidding|quoting|pitching); not the only ones?; up against;
  also (?:talking|spoken|invited|asked) (?:... )?(?:another|other|others);
  (?:een|door een|met een|bij een) ?andere? (?:van jullie )?(?:partner|reseller|integrator|installateur|dealer)s?;
  (?:andere|twee|meerdere|nog een) (?:partner|partners|reseller|resellers|integrator)s?;
  een van jullie (?:andere )?partners; concurrent(?:en|ie)?; niet de enigen?;
  ook (?:... )?(?:andere|een andere) (?:... )?(?:partner|aanbieder|offerte)s?;
  (?:en|engem|een|mat engem) aner(?:en|e|em)? (?:partner|revendeur|handler|integrateur|installateur);
  (?:aner|puer|zwee) (?:partneren|revendeuren|partner); een vun are? partner*; konkurrent*; konkurrenz;
  net dei eenzeg
`);

export const MANDATE = pattern(`
  mandat(?:s)?(?: signe| ecrit| exclusif)?; procuration; lettre de mission;
  (?:accord|consentement|autorisation|confirmation) (?:ecrite?|signee?); accord (?:... )?par ecrit;
  (?:travaill|trait|passe|collabor)\\w{1,4} (?:uniquement|exclusivement|seulement) (?:avec|par);
  (?:confirm|autoris|mandat|charg|designe|donne mandat)\\w{1,5} (?:par la presente |ici |officiellement )(?:... )?;
  (?:nous|je) (?:vous )?(?:mandat|autoris|charg)(?:e|ons) (?:... )?; lettre de resiliation; vollmacht*;
  mandat*; bevollmachtig*;
  schriftliche\\w{0,2} (?:zustimmung|einverstandnis|bestatigung|auftrag|beauftragung|erklarung);
  ausschließlich mit; beauftragen (?:wir|ich) (?:... )?;
  hiermit (?:beauftrag|bevollmachtig|bestatig|ermachtig)\\w{1,5}; auftragsbestatigung des kunden;
  maklervollmacht; (?:signed |written |exclusive )?mandate;
  letter of (?:authority|authorisation|authorization|appointment|intent); loa; power of attorney;
  (?:written|signed) (?:consent|authorisation|authorization|agreement|confirmation|approval); in writing;
  (?:hereby )(?:appoint|authori[sz]e|mandate|confirm|instruct); exclusively (?:with|through);
  (?:only|exclusively) (?:deal|work|dealing|working) with; mandaat; volmacht; machtiging;
  schriftelijk\\w? (?:akkoord|toestemming|bevestiging|opdracht|toelating);
  (?:bij deze|hierbij) (?:machtig|bevestig|geef|stel|duid)\\w{0,3}; uitsluitend (?:met|via);
  exclusief (?:met|via); mandat; prokuratioun; vollmuecht;
  schreftlech\\w{0,3} (?:accord|zoustemmung|bestategung|averstännes|averstannes);
  hei-?mat (?:bestateg|mandateier|bevollmachteg)\\w{0,4}; nemme mat; ausschließlech mat
`);

/** A mandate that is not there yet, or is asked about. */
export const MANDATE_MISSING = pattern(`
  (?:pas|sans|aucun) (?:... )?(?:mandat|procuration|accord);
  (?:mandat|procuration|accord) (?:... )?(?:suit|suivra|suivront|a venir|plus tard|sera|manque|en cours|des que);
  (?:attend|attends|attendons|envoie|enverrai|enverrons|transmettrai|demander|demandons|obtenir|faut|faudra|besoin) (?:... )?(?:mandat|procuration|accord);
  (?:kein|keine|ohne|noch) (?:... )?(?:vollmacht|mandat|zustimmung);
  (?:vollmacht|mandat|zustimmung|erklarung) (?:... )?(?:folgt|nachgereicht|kommt (?:noch|spater|morgen)|fehlt|steht (?:noch )?aus|liegt (?:noch )?nicht);
  (?:brauchen|besorgen|holen|fordern|nachreichen) (?:... )?(?:vollmacht|mandat|zustimmung);
  (?:no|without|not|need|needs|await|awaiting|waiting for|get|obtain|ask for) (?:... )?(?:mandate|authority|consent|authorisation|loa);
  (?:mandate|authority|consent|authorisation|loa) (?:... )?(?:follows|will follow|to follow|later|pending|tomorrow|next week|is coming);
  (?:geen|zonder|nog geen|vragen|wachten op|nodig) (?:... )?(?:mandaat|volmacht|machtiging|akkoord);
  (?:mandaat|volmacht|machtiging|akkoord) (?:... )?(?:volgt|komt|later|nog);
  (?:kee|ouni|brauchen|froen) (?:... )?(?:mandat|vollmuecht);
  (?:mandat|vollmuecht) (?:... )?(?:kennt|follegt|speider|feelt)
`);

export const TENDER = pattern(`
  appels? d'offres?; cahier des charges; marches? publics?; soumission*; adjudication;
  procedure (?:negociee|ouverte|restreinte); mise en concurrence; dce; ausschreibung*; vergabe*; submission;
  leistungsverzeichnis; lastenheft; offentliche vergabe; ausgeschrieben\\w{0,2}; tender*; rfp; rfq;
  request for (?:proposal|quotation)s?; call for (?:tenders?|bids); invitation to (?:tender|bid);
  aanbesteding*; aanbested*; bestek; lastenboek; openbare procedure; offerteaanvraag met bestek;
  soumissioun*; appell? d'offre; ausschreiwung*; ausgeschriwwen
`);

export const NO_REVENUE = pattern(`
  (?:aucun|pas de|plus de|plus aucun|sans|zero|0 euros? de|0 ?€ de) (?:... )?(?:revenu|revenus|chiffre d'affaires|ca|recette|recettes|facturation);
  (?:ne )?(?:rapporte|genere|facture|consomme) (?:... )?(?:plus rien|rien|plus|pas de);
  (?:client|compte|contrat) (?:... )?(?:dormant|inactif|inactive|mort); (?:plus|rien) factur\\w{1,3} depuis;
  (?:kein|keinen|keinerlei|null|ohne) (?:... )?(?:umsatz|umsatze|einnahmen|erlose|ertrag);
  (?:bringt|macht|generiert) (?:... )?(?:keinen|nichts|null) (?:umsatz|mehr|ein)*;
  (?:inaktiv|ruhend|karteileiche)\\w{0,2}; umsatzlos\\w{0,2}; 0 ?(?:€|euro|eur) umsatz;
  (?:no|zero|without|any|nil) (?:... )?(?:revenue|turnover|billing|income|spend);
  (?:brings?|generates?|generating|bringing|billed|bills?) (?:... )?(?:no|nothing|zero)(?: revenue| in)?;
  (?:dormant|inactive|dead) (?:account|customer|client|contract)?; not (?:been )?(?:billed|invoiced);
  (?:geen|zonder|nul|nihil) (?:... )?(?:omzet|inkomsten|opbrengst|facturatie);
  (?:brengt|levert|genereert) (?:... )?(?:niets|geen|niks);
  (?:slapende?|inactieve?|dode) (?:klant|account|contract);
  (?:keen|kee|keng|ouni|null) (?:... )?(?:emsaz|recetten|chiffre|akommes);
  (?:brengt|mecht) (?:... )?(?:naischt|keen emsaz); inaktiv\\w{0,2}
`);

/** The customer turned to Mixvoip itself. In staff mails, "us" is Mixvoip; in partners' mails it is the partner. */
export const DIRECT_BY_NAME = pattern(`
  (?:vous (?:a|ont)|(?:contacte|appele|ecrit|approche|sollicite|adresse|consulte)\\w{0,3}) (?:... )?(?:directement|en direct|(?:a |chez |aupres de )?mixvoip|vos commerciaux|votre service commercial);
  (?:directement|en direct) (?:... )?(?:a |aupres de |chez |avec )?(?:mixvoip|vous|votre);
  s'est (?:... )?adresse\\w{0,2} (?:... )?(?:a vous|a mixvoip|chez vous|directement);
  vous (?:a|ont) (?:deja )?(?:contacte|appele|ecrit|sollicite)\\w{0,2};
  (?:direkt|selbst|bereits|schon) (?:... )?(?:bei|an|mit) (?:euch|ihnen|mixvoip) (?:... )?(?:gemeldet|gewandt|angefragt|angerufen|kontakt|geschrieben|gesprochen)*;
  (?:hat|haben) (?:euch|sie|mixvoip) (?:... )?(?:direkt |selbst |schon |bereits )?(?:kontaktiert|angerufen|angeschrieben|angefragt);
  direkt (?:bei|an|zu) (?:mixvoip|euch|ihnen);
  (?:contacted|called|wrote to|approached|emailed|asked|reached out to|spoke to|turned to|been in touch with) (?:you|mixvoip|your sales)(?: directly)?;
  direct(?:ly)? (?:with|to|from) (?:you|mixvoip); came (?:directly )?to (?:you|mixvoip);
  (?:rechtstreeks|zelf|al|direct) (?:... )?(?:bij|met|aan|naar) (?:jullie|u|mixvoip) (?:... )?(?:gebeld|gemaild|contact|gecontacteerd|aangeklopt|geschreven)*;
  (?:heeft|hebben) (?:jullie|u|mixvoip) (?:... )?(?:rechtstreeks |zelf |al )?(?:gecontacteerd|gebeld|gemaild|aangeschreven);
  (?:direkt|selwer|scho|schonn) (?:... )?(?:bei|un|mat) (?:iech|mixvoip) (?:... )?(?:gemellt|gewannt|geschriwwen|ugeruff|kontakt)*;
  (?:huet|hunn) (?:iech|mixvoip) (?:... )?(?:direkt |selwer |schonn )?(?:kontakteiert|ugeruff|ugeschriwwen)
`);
