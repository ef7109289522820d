import { cue, wholeCue } from './types.ts';

/** Asks how a deal stands, or objects to a decision. */
export const STATUS = [
  wholeCue(
    4,
    `
    (?:wie lange|how long|wei laang|hoe lang|combien de temps|until when|jusqu'a quand|bis wann) (?:... )?(?:fur uns|for us|fir eis|voor ons|pour nous|unsere?r?|our|notre|onze|meine?|my|mijn|meng|si mir|sinn mir|sind wir|are we|sommes-nous|zijn we)
  `,
  ),
  wholeCue(
    3,
    `
    (?:is|are|was|has) (?:... )?(?:approved|accepted|confirmed|registered|protected|through|done|logged|valid|validated)(?: yet| already| now)?(?= ?\\?);
    (?:est|sont) (?:... )?(?:valide|acceptee?|enregistree?|confirmee?|protegee?|bloquee?)(?:s)?(?: maintenant| deja)?(?= ?\\?);
    (?:ist|sind) (?:... )?(?:bestatigt|genehmigt|registriert|angenommen|durch|geschutzt|eingetragen)(?: jetzt| schon)?(?= ?\\?);
    (?:is|zijn) (?:... )?(?:goedgekeurd|bevestigd|geregistreerd|aanvaard|beschermd)(?: al| nu)?(?= ?\\?);
    (?:ass|sinn) (?:... )?(?:ugeholl|confirmeiert|bestategt|registreiert|protegeiert)(?= ?\\?);
    heard nothing; pas de (?:news|nouvelles?|retour|reponse); un (?:souci|probleme) avec; what(?: i|')s (?:happening|going on|up) with; (?:schon|bereits|al|scho) (?:bearbeitet|geprueft|gepruft|behandeld|bekeken|traiteiert)(?= ?\\?); confirm (?:the )?receipt; accuser reception; (?:eingang|erhalt|empfang) (?:... )?bestatigen; ontvangst (?:... )?bevestigen; (?:reception|ukommen) (?:... )?(?:confirmer|bestategen); (?:have not|haven't|has not|hasn't|had not|hadn't|have never) (?:... )?(?:had|seen|got|received|heard) (?:... )?(?:answer|reply|anything|confirmation|response|word|news)*; hutt dir (?:... )?(?:gekuckt|traiteiert|kritt|gesinn); habt ihr (?:... )?(?:angeschaut|gepruft|bearbeitet); hebben jullie (?:... )?(?:bekeken|behandeld|gezien); nichts (?:mehr )?gehort; rien (?:recu|entendu); niets (?:meer )?(?:gehoord|vernomen);
    relanc*; nachhaken; nachfassen; ping
  `,
  ),
  wholeCue(
    3.5,
    `
    (?:wei wait|wie weit) (?:sidd|seid|sind|ist|ass|sinn|si); how far (?:are you|have you|along); hoever (?:staan|staat|zijn);
    ou en (?:est|sommes|etes|sont)(?:-nous|-vous|-on)?;
    (?:quel est|connaitre) (?:... )?(?:statut|etat|avancement|status); statut (?:de|du|d');
    (?:accuse de reception|confirmation|reponse|nouvelles?|retour) (?:... )?(?:jamais|toujours|pas|encore|aucun|aucune)*(?=[^.!]{0,60}\\?);
    (?:aucun|aucune|pas (?:eu|recu|encore|d')|sans|toujours pas|toujours rien|jamais) (?:... )?(?:accuse|reponse|nouvelles?|confirmation|retour)s?;
    (?:l'|le |la |les )?(?:avez-vous|as-tu|avez vous|as tu) (?:... )?(?:recu|traite|vu|pu|decision|reponse|nouvelle|retour|avance|decide|valide)*;
    (?:bien|est-il|est-elle|a-t-il ete|a-t-elle ete) (?:recue?|enregistree?|pris en compte|accepte|valide)*(?=[^.!\\n]{0,60}\\?);
    des nouvelles; jusqu'(?:a quand|quand)(?=[^.!\\n]{0,90}(?:protege|valable|valide|reserve|court));
    (?:wie ist|was ist) der (?:aktuelle )?(?:stand|status);
    stand der (?:dinge|registrierung|anmeldung|anfrage); stand (?:zu|bei|von|unserer); (?:der|aktueller?|zum|neuer) stand; stand(?= (?:dr|zu|zum|zur|bei|von|der|des|unserer?|meiner?)[ -]); sachstand;
    status (?:unserer|der|zu|von|unsere); funkstille;
    (?:noch|bisher|bislang) (?:keine|nichts) (?:... )?(?:antwort|ruckmeldung|bestatigung|gehort|erhalten|bekommen|reaktion)*;
    (?:ist|sind|habt ihr|haben sie|hast du|habt|haben) (?:... )?(?:angekommen|eingegangen|durch|erhalten|bekommen|bestatigt|registriert|eingetragen)(?=[^.!]{0,40}\\?);
    gibt es (?:... )?(?:neuigkeiten|neues|ruckmeldung|entscheidung);
    bis wann (?:... )?(?:geschutzt|gultig|schutz|gilt|lauft)*;
    noch (?:gultig|aktiv|geschutzt)(?=[^.!]{0,40}\\?); wie lange (?:... )?(?:noch )?(?:geschutzt|gultig);
    (?:what is|what's|check|know) (?:... )?(?:status|state) of; status (?:of|on|update|check|for|please)*;
    where (?:do we|does (?:it|this)|are we|is|we) (?:... )?(?:stand|at|with)*;
    (?:any|no|had no|without) (?:news|update|answer|reply|word|response|feedback|confirmation)s?;
    (?:have|has|did) (?:... )?(?:receive|received|get|got|come through|gone through|arrived|been approved|been accepted)(?=[^.!]{0,60}\\?);
    (?:haven't|have not|never|not) (?:... )?(?:heard|received|got) (?:... )?(?:back|anything|answer|reply|confirmation|acknowledg*|from you)*;
    still (?:valid|protected|active|ours|running|pending|waiting);
    (?:until when|how long) (?:are we|is it|is our|does our); gone quiet; chasing; following up;
    follow(?:ing)?-up on; hoe (?:staat|zit|ver) (?:... )?(?:met|mee|het|onze)*; wat is de (?:status|stand);
    status (?:van|aanvraag|opvragen); stand van zaken; al (?:nieuws|iets|een antwoord|meer|bekend);
    (?:nog|tot nu toe) (?:geen|niets|niks) (?:... )?(?:antwoord|nieuws|bevestiging|gehoord|ontvangen|reactie|vernomen)*;
    (?:hebben|heb|is|zijn) (?:... )?(?:goed )?(?:ontvangen|aangekomen|binnengekomen|geregistreerd|goedgekeurd)(?=[^.!]{0,40}\\?);
    nog (?:geldig|actief|beschermd)(?=[^.!]{0,60}\\?); tot wanneer;
    wei (?:ass|steet|geseit) (?:... )?(?:stand|status|et mat|mat|aus)*;
    wou (?:ass|sti|steet|sinn|si) (?:mer|mir|et|dat|de|d'|eis|eisen|en)?;
    naischt (?:mei )?(?:... )?(?:heieren|geheiert|kritt|eremgeheiert); stand (?:vun|bei);
    (?:nach|bis elo|ni) (?:... )?(?:naischt|keng|kee) (?:... )?(?:antwert|bestategung|neies|heieren|kritt|geheiert|reaktioun|noricht)*;
    (?:hutt|hues|ass|sinn) (?:... )?(?:ukomm|kritt|duerch|registreiert|ugeholl)(?=[^.!]{0,40}\\?);
    gett et (?:... )?neies; eppes neies; nach (?:gelteg|aktiv|protegeiert|reserveiert)(?=[^.!]{0,60}\\?);
    bis wei(?:ni|nei|ni)
  `,
  ),
  wholeCue(
    2.6,
    `
    (?:angenommen|registriert|bestatigt|genehmigt|geschutzt|eingetragen|accepted|registered|approved|confirmed|acceptee?|enregistree?|validee?|goedgekeurd|geregistreerd|aanvaard|ugeholl|registreiert)(?= ?(?:ist|jetzt|schon)? ?\\?);
    (?:nachsehen|nachschauen|schauen|gucken|kucken|nokucken|kijken|regarder|voir) ?,? (?:ob|of|si) (?:... )?(?:meine?|unsere?|meng|eis|mijn|onze|ma|mon|notre);
    wie (?:sieht|schaut|steht) es (?:... )?(?:mit|um|bei) (?:meiner|unserer|der|dr-)*;
    (?:dire|savoir|confirmer|verifier|indiquer) (?:si|que|la reception|ou en est); (?:sagen|mitteilen|bestatigen|ruckmeldung|bescheid|wissen|prufen) ?,? (?:... )?(?:ob|dass|wie weit);
    (?:tell me|let me know|let us know|confirm|check|verify|know) (?:... )?(?:if|whether|that our|that my|where); (?:zeggen|weten|bevestigen|nagaan|checken) (?:... )?(?:of|dat|hoever); (?:soen|wessen|bestategen|nokucken) (?:... )?(?:ob|datt|wei wait)
  `,
  ),
];

export const CONTEST = [
  wholeCue(
    3,
    `
    (?:ne pouvons|ne peux|ne peut|pouvons|peux) (?:pas )?(?:accepter|admettre|cautionner); (?:cannot|can't|won't|will not) accept; (?:konnen|kann) (?:... )?nicht akzeptieren; kunnen (?:... )?niet (?:aanvaarden|accepteren); konnen (?:... )?net acceptei*; object to; gehort (?:uns|zu uns); (?:entscheidung|decision|beslissing|decisioun|ablehnung|refus|rejection|oflehnung|oflenung) (?:... )?(?:falsch|fausse?|wrong|incorrect|verkeerd|onjuist|net richteg|unberechtigt|injustifiee?|unjustified); (?:akzeptei\\w{1,6}|akzeptier\\w{1,3}|aanvaard\\w{0,2}|accepter\\w{0,2}) (?:... )?(?:net|nicht|niet); (?:altere|altesten|alteren|earlier|prior) (?:rechte|rights|claim); kann (?:das |ja |doch )?(?:... )?nicht (?:sein|stimmen|wahr sein);
    (?:ce n'est|c'est|n'est) pas (?:possible|correct|juste|vrai);
    (?:that |this )?(?:can't|cannot) be(?: right| true)?; dat (?:kan|klopt) niet; klopt niet;
    dat ka(?:nn)? net (?:sinn|stemmen); stemmt net; stimmt (?:so )?nicht; nicht korrekt; falsch entschieden;
    wrong decision; mauvaise decision; nous etions (?:la )?(?:avant|les premiers|en premier);
    on etait (?:la )?(?:avant|les premiers); wir waren (?:... )?(?:vor|zuerst|fruher|die ersten);
    we were (?:... )?(?:first|before|earlier); wij waren (?:... )?(?:eerst|eerder|voor);
    mir waren (?:... )?(?:eischt|virdrun|fir d'eischt)
  `,
  ),
  wholeCue(
    4,
    `
    contest(?:e|er|ons|ation|ent)?; pas d'accord; en desaccord; desaccord; reclamation;
    (?:revoir|reexaminer|reconsiderer|reviser|revenir sur|verifier) (?:... )?(?:decision|dossier|refus|rejet|position|votre);
    n'accept(?:e|ons) pas; inacceptable; incomprehensible;
    je (?:ne )?comprends pas (?:... )?(?:refus|rejet|decision|pourquoi)*; injuste; pas normal;
    fais(?:ons)? appel; recours; widersprech*; widerspruch*; einspruch*;
    nicht (?:... )?(?:hinnehmen|einverstanden|akzeptieren|nachvollziehen|nachvollziehbar|gelten lassen|verstehen|richtig);
    beschwer*; reklam*;
    (?:prufen|uberprufen|uberdenken) (?:... )?(?:noch ?mal|noch einmal|erneut|entscheidung|ablehnung|nochmals);
    (?:noch ?mal|noch einmal|erneut|nochmals) (?:... )?(?:prufen|anschauen|uberdenken);
    legen (?:... )?(?:widerspruch|einspruch|beschwerde) ein; ungerecht; unfair; contest; contesting;
    disput(?:e|ing); appeal; object(?:ion|ing)?(?: to)?; disagree;
    (?:do|can)(?: not|n't|not) (?:agree|accept|understand); unfair;
    (?:reconsider|review|look again|re-?examine|revisit|take another look);
    not (?:acceptable|right|correct|fair); complain(?:t)?; challenge (?:the|this|your); betwist*; bezwaar;
    niet (?:mee )?(?:akkoord|eens|terecht|aanvaarden|accepteren); niet mee eens;
    (?:herbekijken|herzien|heroverwegen|opnieuw bekijken|herbezien); beroep; klacht; protest*; onterecht;
    oneerlijk; begrijp(?:en)? (?:... )?niet; contesteier*; protesteier*; net d'accord; net averstan*;
    net akzepteieren; widersprech*; nach eng ker (?:... )?(?:kucken|preiwen)*; iwwerpreiwen;
    beschwei(?:er|eren)*; reklameier*; net korrekt; net fair
  `,
  ),
  cue(
    1.5,
    `
    refus*; rejet*; ablehn*; abgelehnt; reject*; refusal; declined; afgewezen; afwijz*; geweigerd;
    ofgelehnt; ofgeleent; refuseiert; etonn*; surpris*; verwundert; surprised; verbaasd; iwwerrascht;
    bien avant; waren (?:zuerst|fruher|schon|vorher); saßen (?:... )?schon;
    were (?:first|there first|earlier); waren (?:eerst|eerder); etions (?:les )?premiers; waren eischter;
    waren deï eischt; proof; preuve*; nachweis*; bewijs*; beweis*
  `,
  ),
];
