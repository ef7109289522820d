import { pattern } from './pattern.ts';

/** Words for what surrounds the deal: rivals, mandates, tenders, revenue, direct contact; notation in `pattern.ts`. */

/** Another partner is after the same deal. */
export const COMPETING = pattern(`
  (?:anderer|anderen|anderem|weiterer|weiteren|zweiter|andere|anere?n?m?|aner|autre|other|another|second|tweede) (?:(?:de vos|of your|eurer|ihrer|van jullie|vun iech) )?mixvoip-? ?(?:partner|reseller|partenaire|revendeur|handler|partneren|dealer)s?;
  (?:partner|reseller|partenaire|revendeur)s? mixvoip (?:... )?(?:deja|aussi|egalement);
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
  (?:vollmacht|mandat|zustimmung|volmacht|mandaat|vollmuecht) (?:... )?(?:reiche|reichen|liefern|schicken|sturen|schecken) (?:... )?(?:nach|nog|later|spater);
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
  consultation (?:\\w{2,5} )?(?:publique|ouverte|restreinte|des entreprises); schreib(?:t|en) (?:... )?aus; offentlich (?:... )?(?:aus|auszuschreiben|ausgeschrieben);
  public (?:procurement|contract); overheidsopdracht*; openbare? (?:opdracht|oproep); procurement (?:procedure|process); schreiw(?:t|en) (?:... )?aus;
  appels? d'offres?; cahier des charges; marches? publics?; soumission*; adjudication;
  procedure (?:negociee|ouverte|restreinte); mise en concurrence; dce; ausschreibung*; vergabe*; submission;
  leistungsverzeichnis; lastenheft; offentliche vergabe; ausgeschrieben\\w{0,2}; tender*; rfp; rfq;
  request for (?:proposal|quotation)s?; call for (?:tenders?|bids); invitation to (?:tender|bid);
  aanbesteding*; aanbested*; bestek; lastenboek; openbare procedure; offerteaanvraag met bestek;
  soumissioun*; appell? d'offre; ausschreiwung*; ausgeschriwwen
`);

export const NO_REVENUE = pattern(`
  rien (?:n'est |n'a ete |n'y est |n'a |ne leur est )?(?:plus )?factur\\w{1,3}; n'achet\\w{1,3} (?:... )?plus rien; ne vous achet\\w{1,3} plus (?:... )?rien; plus (?:aucune |de )?factur(?:e|es|ation) (?:... )?depuis;
  (?:nichts|nix) (?:mehr )?(?:abgerechnet|berechnet|fakturiert|verrechnet|in rechnung gestellt); keine rechnung(?:en)? mehr; (?:nothing|not) (?:has |have |is )?(?:been )?(?:being )?(?:billed|invoiced); no (?:invoices?|bills?) (?:... )?since;
  niets (?:meer )?(?:gefactureerd|aangerekend|gefaktureerd); geen factu(?:ur|ren) meer; naischt (?:mei )?(?:fakturei?ert|verrechent|bezuelt); keng rechnung(?:en|e)? mei;
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
  (?:huet|hunn) (?:iech|mixvoip) (?:... )?(?:geschriwwen|gefrot|ugefrot|gemellt);
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
