import { cue, wholeCue } from './types.ts';

/** A new registration is asked for. Participles are left out: "we have registered" speaks of an earlier one. */
export const REGISTER = [
  cue(
    3,
    `
    (?:a|d'|de|pour|nous|voudrions|voudrais|souhaite|souhaitons|aimerions|aimerais|veuillez|pouvez-vous|peux-tu|pourriez-vous|pourrais-tu|peut-on|veux|veut|me|la|le|l') ?(?:enregistrer|declarer|reserver|bloquer|proteger|inscrire|revendiquer);
    (?:enregistrer|declarer|reserver|bloquer|proteger|inscrire|revendiquer); enregistrez;
    (?:reserve|enregistre|bloque|note|inscris|mets|declare|garde|marque|prends|rajoute|ajoute)s?-(?:le|la|les|moi|nous);
    (?:demande|fiche|formulaire) (?:d'|de )(?:enregistrement|declaration|reservation|protection|deal);
    declaration (?:de|d'|d'un|d'une) (?:projet|affaire|opportunite|prospect|client|deal|nouveau|nouvelle)*;
    (?:protection|reservation) (?:de|du|pour|d') ?(?:ce |cette |le |la |un |une |nouveau )?(?:projet|dossier|client|prospect|affaire|deal|compte)*;
    nouvel enregistrement; nouvelle declaration;
    (?:projekt|kunden|deal|objekt|lead|neukunden|opportunity|chancen)-?(?:meldung|anmeldung|registrierung|registration|schutz|schutzanfrage)*;
    (?:neuanmeldung|neumeldung|neuregistrierung);
    (?:bitte|zu|zur|um) (?:... )?(?:registrierung|anmeldung|schutz|eintragung|vormerkung|reservierung);
    (?:registrieren|anmelden|vormerken|reservieren|eintragen|schutzen|einbuchen|anzumelden|einzutragen|vorzumerken|blockieren|blocken|sichern);
    (?:tragt|tragen|tragst|trag) (?:... )?ein; (?:melde|melden|meldet|meldest) (?:... )?an;
    (?:merke|merken|merkt) (?:... )?vor; deal-?registration;
    (?:registration|protection) (?:request|form|for|of); new (?:deal|registration);
    (?:to |please |could you |can you |can we |we |i |would like to |you |and )?(?:register|registering|ring-?fence);
    (?:reserve|claim|protect|block|pencil in|pencil this in|lock in|log|earmark|secure);
    put (?:... )?(?:down|in) (?:for|under|as) (?:us|ours);
    (?:deal|project|klant|lead)-?(?:aanmelding|registratie|melding)*;
    (?:aanmelden|aan te melden|registreren|vastleggen|vast te leggen|reserveren|claimen|inboeken|vastzetten|inschrijven|blokkeren);
    (?:meld|melden|meldt) (?:... )?aan; (?:leg|leggen) (?:... )?vast;
    nieuwe (?:aanmelding|registratie|melding); op (?:naam van|onze naam) (?:... )?(?:zetten|noteren|gezet)*;
    umell*; unzemellen; umeldung;
    (?:reserveieren|registreieren|reservieren|androen|aschreiwen|anzeschreiwen|anzedroen|bloekeieren|blockeieren|protegeieren|anzebuchen|schutzen);
    (?:mellt|mellen) (?:... )?un; (?:dro|droen|drot|schreift|schreiwt|schreif) (?:... )?an;
    nei(?:en)? (?:deal|umeldung|registreierung)
  `,
  ),
  cue(
    2,
    `
    nouve(?:au|l|lle|aux|lles) (?:dossier|client|prospect|projet|deal|opportunite|affaire|piste|lead|cliente|demande client)s?;
    je (?:le |la |les )?prends; on (?:le |la |les )?prend;
    (?:mettre|mets|mettez) (?:... )?(?:dans le systeme|a notre nom|sur notre compte|pour nous|de cote);
    noter (?:... )?(?:pour|au nom|chez|a notre); a notre nom; au nom de; pour le compte de;
    neu(?:e|er|es|en|em) (?:projekt|kunde|kunden|deal|lead|opportunity|interessent|chance|fall|vorgang|objekt|anfrage|projekte);
    noch (?:ein|einer|eine|eins) (?:kunde|projekt|deal|neue)*;
    fur uns (?:... )?(?:anlegen|aufnehmen|notieren|erfassen|buchen|hinterlegen|reserviert)*;
    (?:anlegen|erfassen|aufnehmen|hinterlegen|notieren|melden); auf (?:uns|unseren namen|unser konto);
    (?:auf|fur) (?:... )?(?:buchen|registrieren|eintragen); legt (?:... )?an; nehmt (?:... )?auf;
    registrierung beim; new (?:opportunity|lead|prospect|customer|project|client|account|enquiry|case)s?;
    (?:one|a) more (?:customer|deal|prospect|one); flag (?:... )?(?:opportunity|lead|prospect|early|this);
    in our name; for our account; under our name; i'll take (?:it|this); down for us;
    put (?:us|this|them|it) (?:... )?down; note (?:... )?for us;
    nieuwe? (?:deal|klant|lead|kans|opportuniteit|prospect|project|dossier|aanvraag|case)s?;
    (?:noteren|noteer|vermelden|opnemen|zetten); voor ons (?:... )?(?:noteren|houden|boeken|zetten)*;
    nog een (?:klant|nieuwe|project);
    nei(?:en|er|t|e)? (?:client|projet|dossier|lead|prospect|opportuniteit|chance|ufro|cliente);
    fir eis (?:... )?(?:notei*|opschreiwen|reserv*)*; op eis(?:en|e)? (?:numm|konto)?;
    noch (?:een|eng) (?:client|projet|nei*); opschreiwen; noteieren
  `,
  ),
  cue(
    1.6,
    `
    aanmelding*; anmeldung; meldung; registrierung; registratie; registration; umeldung; enregistrement;
    inschrijving; formul(?:aire|ar|ier); fiche
  `,
  ),
  cue(
    1,
    `
    opportunite; prospect; declaration; enregistrement (?:de|pour); deal; dossier;
    (?:endkunde|interessent|opportunity|opportunity|lead|chance); deal-?id; end (?:customer|user);
    eindklant; client final; endclient; mrr; pipeline; opportuniteit; offre (?:avant|d'ici);
    est-ce (?:que c'est )?libre
  `,
  ),
  wholeCue(
    1.5,
    `
    si oui (?:... )?(?:prends|reserve|enregistre|note)*;
    if (?:so|yes|it is) (?:... )?(?:register|reserve|put|book|take);
    wenn ja (?:... )?(?:registrier|reservier|anmeld|eintrag)*; zo ja; wann jo
  `,
  ),
];
