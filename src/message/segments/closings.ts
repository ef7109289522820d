/** Words at the end of a mail: closings, device lines, postscripts. */

/** Closings of fr de en nl lb and neighbours; the line holds little else. */
const CLOSING = new RegExp(
  `^(?:(?:et |und |en |and |an |merci(?: d'avance| beaucoup| bien)?,? ?(?:et )?|vielen dank,? ?(?:und )?|danke,? ?(?:und )?|thanks,? ?(?:and )?|bedankt,? ?(?:en )?|alvast bedankt,? ?(?:en )?|besten dank,? ?(?:und )?|merci,? ?(?:an )?|villmools merci,? ?(?:an )?|recevez,? .{0,30}|veuillez .{0,40}|je vous prie .{0,60}|dans l'attente .{0,60}|avec (?:nos|mes|toutes?) (?:nos|mes)? ?|meilleures |sincères |bien )?)(?:${[
    // French
    'cordialement',
    'bien cordialement',
    'très cordialement',
    'cdl?t',
    'bàv',
    'bàt',
    'bav',
    'bien à (?:vous|toi)',
    'salutations(?: distinguées| cordiales)?',
    '(?:mes |nos )?(?:sincères |meilleures |cordiales )?salutations',
    'respectueusement',
    'amicalement',
    'sincèrement',
    'à bientôt',
    '(?:bonne|excellente|belle) (?:journée|soirée|fin de journée|semaine|fin de semaine|après-midi)',
    'bon (?:week-?end|après-midi)',
    'l.expression de .{0,60}',
    'avec mes .{0,40}',
    'merci(?: d.avance| beaucoup| bien| à vous| bcp)?(?: pour .{0,40})?',
    'd.avance merci',
    // German
    'mit (?:den )?(?:freundlichen|besten|vielen|herzlichen|lieben|sonnigen|kollegialen) grü(?:ß|ss)en',
    'mit freundlichem gru(?:ß|ss)',
    'mfg',
    'm\\.?f\\.?g\\.?',
    'vg',
    'lg',
    'bg',
    'hg',
    '(?:viele|beste|schöne|liebe|herzliche|freundliche|sonnige|besten|ganz liebe)(?: und freundliche)? grü(?:ß|ss)e',
    '(?:schönen|freundlichen|lieben|herzlichen|besten) gru(?:ß|ss)',
    'gr(?:u|ü)(?:ß|ss)e?',
    'hochachtungsvoll',
    'ihr(?:e)?',
    '(?:vielen |besten |herzlichen |lieben )?dank(?: im voraus| vorab)?',
    'danke(?: schön| sehr| im voraus| vorab)?',
    'schönen (?:tag|abend|feierabend)(?: noch)?',
    'schönes wochenende',
    // English
    '(?:with )?(?:kind|best|warm|kindest|warmest|many)? ?(?:regards|wishes)',
    'rgds',
    'br',
    'kr',
    'best(?: wishes)?',
    'all the best',
    'yours (?:sincerely|faithfully|truly)',
    'sincerely(?: yours)?',
    'cheers',
    'thanks?(?: you)?(?: (?:very much|so much|a lot|in advance|again|and (?:kind|best) regards))?',
    'many thanks',
    'thx',
    'tia',
    'have a (?:nice|good|great) (?:day|evening|weekend|one)',
    'speak soon',
    'talk soon',
    // Dutch
    'met dank(?: en (?:vriendelijke|hartelijke|beste) groet(?:en)?)?',
    '(?:met|vriendelijke|hartelijke|beste) (?:vriendelijke |hartelijke |beste |collegiale )?groet(?:en|jes)?',
    'groet(?:en|jes)?',
    'mvg',
    'm\\.?v\\.?g\\.?',
    'hoogachtend',
    '(?:alvast |hartelijk |heel erg )?(?:bedankt|dank)',
    'dank u(?: wel)?',
    'dankjewel',
    'gr',
    'fijne (?:dag|avond|weekend)',
    'fijn weekend',
    // Luxembourgish
    '(?:mat|mat de|mat deene)? ?(?:beschte|frëndleche|frëndlechem|léiwe|léiwen|schéine|schéinen|léif|gudde|villen) gr(?:éi|ei)ss(?:en)?',
    '(?:vill |villmools |villmol )?merci(?: am viraus| am virus)?',
    'bescht(?:e|en)? gr(?:éi|ei)ss(?:en)?',
    'gr(?:éi|ei)ss(?:en)?',
    'e schéinen dag(?: nach)?',
    'schéinen (?:dag|owend|weekend)',
    'äddi',
    'bis geschwënn',
    // Italian, Spanish, Portuguese, Polish
    '(?:cordiali|distinti) saluti',
    'saluti',
    'un cordial saludo',
    'saludos(?: cordiales)?',
    'atentamente',
    '(?:com os )?melhores cumprimentos',
    'cumprimentos',
    'atenciosamente',
    'obrigad[oa]',
    'pozdrawiam',
    'z poważaniem',
  ].join('|')})(?![\\p{L}])(?<rest>.{0,60})$`,
  'iu',
); // prettier-ignore

const SOFT_CLOSING =
  /^\W{0,3}(?:(?:villmools|vill|beschte|gudde|schéine?n?|e schéine?n?|gutt) |un grand |d'avance |mille )?(?:merci|danke|dank|vielen dank|besten dank|thanks?|bedankt|alvast|grazie|gracias|grüße|gruß|gréiss|groet|mit |mat |with |met |avec |au plaisir|en vous|dans l'attente|bon(?:ne)? |bis |à |gudd)(?![\p{L}])/iu;

/** `Merci de nous confirmer…` asks for something and closes nothing. */
function isRequest(text: string): boolean {
  return /^\W{0,3}(?:merci|thanks?|danke|bedankt|dank) (?:de |d['’](?!avance)|for |für |om |voor het )/i.test(
    text,
  );
}

/** A short line that thanks or wishes, as it stands above a name; it may hold more words than a plain closing. */
export function isSoftClosing(text: string): boolean {
  if (text.length > 70 || /[\d:\t?]/.test(text) || !SOFT_CLOSING.test(text)) return false;
  // `Merci de nous confirmer…` asks for something.
  const request = /^\W{0,3}(?:merci|thanks?|danke|bedankt|dank) (?:de |d['’]|for |für |om |voor het )/i.test(
    text,
  );
  return !request && !(text.endsWith('.') && text.split(' ').length > 5);
}

/** The long French formula: `Dans l'attente …, nous vous prions d'agréer, Madame, nos salutations distinguées.` */
const FORMAL_CLOSING =
  /(?:vous prions?|vous prie|veuillez|recevez|vous présent(?:e|ons)).{0,160}(?:salutations|sentiments|considération|respects)[^.]{0,40}\.?$/iu;

const CLOSING_LIMIT = 110;

/** A line that closes a mail; a name or a second closing may follow on it, a sentence may not. */
export function isClosing(text: string): boolean {
  const line = text.replace(/[\u00a0*_]/g, ' ').trim();
  if (line.length <= 250 && FORMAL_CLOSING.test(line)) return true;
  if (line === '' || line.length > CLOSING_LIMIT || /[\t:]/.test(line) || isRequest(line)) return false;
  const rest = CLOSING.exec(line)?.groups?.rest;
  if (rest === undefined || /\d/.test(rest)) return false;
  const words = rest.split(/[\s,;.!/|–-]+/).filter((word) => word !== '');
  const small = words.filter(
    (word) =>
      /^\p{Ll}/u.test(word) &&
      !/^(?:et|und|and|en|aus|de|du|van|von|vun|der|den|the|à|a|vous|tous|toutes|toi|ihnen|allen|u|in|im|from|best|regards|kind|noch|beste|grüße|groeten|meilleures|salutations|freundliche|cordialement|an|all|zesummen|advance|avance)$/iu.test(
        word,
      ),
  );
  return words.length <= 9 && small.length <= 1;
}

/** A line that a phone or an app puts at the end. */
export function isDeviceLine(text: string): boolean {
  const line = text.trim();
  return line.length <= 140 && DEVICE.test(line);
}

const DEVICE =
  /^[\s—–-]{0,4}(?:sent (?:from|via|with|using)|envoyé (?:de|depuis|à partir de|avec)|gesendet (?:von|mit|über)|diese nachricht wurde von meinem|von meinem .{1,40} gesendet|verzonden (?:vanaf|met|van|via)|verstuurd (?:vanaf|met|via)|geschéckt (?:vun|vu|mat|iwwer)|(?:get|download) outlook for|obtenir outlook|télécharge[rz] outlook|outlook für .{2,20} (?:herunterladen|beziehen)|holen sie sich outlook|(?:download|haal) outlook voor|outlook voor .{2,10} downloaden|enviado (?:desde|do|de|a partir)|inviato da|sendt fra|skickat från|wysłane? z|lähetetty|odesláno z|odoslané z|отправлено с|надіслано з)\b/iu;

/** P.S. and its like: text after a signature that is no signature. */
export function isPostscript(text: string): boolean {
  return (
    /^\W{0,3}(?:p\.?\s?p?\.?\s?s\.?|n\.?\s?b\.?|nota bene|nota|post-?scriptum|edit|nachtrag|ps)(?:\s{0,2}[:.–—-]|\s{1,3}(?=\p{L}))/iu.test(
      text,
    ) && !/^\s{0,3}(?:nb|ps)\s\d/i.test(text)
  );
}
