/** Lines that announce a forwarded or an original mail, and lines that say who wrote what is quoted. */

/** "Forwarded message" and its like; also the announcement of Apple Mail ("Begin forwarded message:"). */
const FORWARDED = new RegExp(
  [
    'forwarded (?:message|mail|e-?mail)',
    'fwd\\.?msg',
    'begin forwarded message',
    'message (?:transféré|réexpédié|transmis)',
    'début du message (?:transféré|réexpédié)',
    'e-?mail transféré',
    'weitergeleitete (?:nachricht|mail|e-mail)',
    'anfang der weitergeleiteten (?:nachricht|e-mail)',
    'doorgestuurd bericht',
    'doorgezonden bericht',
    'begin doorgestuurd bericht',
    'weidergeleet(?:e|en)? (?:message|noriicht|mail|e-mail)',
    'virugeleet(?:e|en)? (?:message|noriicht|mail)',
    'mensaje reenviado',
    'inicio del mensaje reenviado',
    'messaggio inoltrato',
    'inizio messaggio inoltrato',
    'mensagem (?:reencaminhada|encaminhada)',
    'início da mensagem (?:reencaminhada|encaminhada)',
    'treść przekazanej wiadomości',
    'przekazana wiadomość',
    'wiadomość przekazana dalej',
    'początek przekazywanej wiadomości',
    'přeposlaná zpráva',
    'začátek přeposílané zprávy',
    'preposlaná správa',
    'začiatok preposlanej správy',
    'videresendt (?:meddelelse|melding|besked)',
    'start på videresendt',
    'videresendt (?:e-post|mail)',
    'vidarebefordrat (?:meddelande|mejl)',
    'välitetty viesti',
    'edelleenlähetetty viesti',
    'továbbított (?:üzenet|levél)',
    'mesaj redirecționat',
    'începe mesajul redirecționat',
    'proslijeđen[ai] poruk[au]',
    'započni proslijeđenu poruku',
    'posredovano sporočilo',
    'перенаправлене повідомлення',
    'початок листа, що пересилається',
    'переслане повідомлення',
    'пересылаемое сообщение',
    'пересланное сообщение',
    'начало переадресованного сообщения',
    'препратено съобщение',
    '[İi]letil(?:en|miş) (?:[İi]leti|mesaj)',
    'προωθημένο μήνυμα',
    'edastatud kiri',
    'missatge reenviat',
    '转发的邮件',
    '轉寄',
    'メッセージを転送',
    '転送されたメッセージ',
  ].join('|'),
  'iu',
); // prettier-ignore

/** "Original message" and its like: written above replies and above forwards. */
const ORIGINAL = new RegExp(
  [
    'original message',
    'message (?:original|d.origine)',
    'ursprüngliche (?:nachricht|mail|e-mail)',
    'original-?nachricht',
    'original-?mail',
    'oorspronkelijk bericht',
    'origineel bericht',
    'ursprénglech(?:e|en)? (?:message|noriicht|mail)',
    'originalmessage',
    'mensaje original',
    'messaggio originale',
    'mensagem original',
    'wiadomość oryginalna',
    'oryginalna wiadomość',
    'původní (?:zpráva|e-mail)',
    'pôvodná správa',
    'oprindelig (?:meddelelse|besked)',
    'opprinnelig melding',
    'ursprungligt meddelande',
    'ursprungligt brev',
    'alkuperäinen viesti',
    'eredeti üzenet',
    'mesaj original',
    'izvorna poruka',
    'izvirno sporočilo',
    'вихідне повідомлення',
    'исходное сообщение',
    'оригинално съобщение',
    'özgün ileti',
    'orijinal mesaj',
    'αρχικό μήνυμα',
    'algne kiri',
    '原始邮件',
    '元のメッセージ',
  ].join('|'),
  'iu',
); // prettier-ignore

const LINE_LIMIT = 120;

export type MarkerKind = 'forwarded' | 'original' | 'rule';

/** What a separating line announces: `---- Forwarded message ----`, `-----Original Message-----`, `________`. */
export function markerOf(line: string): MarkerKind | undefined {
  const text = line.replace(/[\ufeff\u00a0]/g, ' ').trim();
  if (text === '' || text.length > LINE_LIMIT) return undefined;
  if (/^[-_=*~ ]{5,}$/.test(text)) return 'rule';
  const framed = /^[-_=*~]{2}/.test(text) && /[-_=*~]{2}$/.test(text) && /\p{L}{3}/u.test(text);
  const announced = /[:：]$/.test(text);
  if (!framed && !announced) return undefined;
  if (FORWARDED.test(text)) return 'forwarded';
  // A framed line in words that are not known here announces a mail all the same if headers follow it.
  if (ORIGINAL.test(text) || (framed && text.startsWith('---') && text.endsWith('---'))) return 'original';
  return undefined;
}

/** A line between dashes in words that are known: it opens another mail even without headers below it. */
export function isKnownMarker(line: string): boolean {
  const text = line.trim();
  const framed = text.length <= LINE_LIMIT && /^[-_=*~]{3}.*[-_=*~]{3}$/.test(text);
  return framed && (FORWARDED.test(text) || ORIGINAL.test(text));
}

/** A marker with the headers run on behind it on the same line (Yahoo): what stands after the marker. */
export function inlineMarker(line: string): { kind: MarkerKind; rest: string } | undefined {
  const match = /^[\s\ufeff]{0,10}-{3,10} ([^-:：]{4,60}) -{3,10} (.{10,})$/u.exec(line.slice(0, 2000));
  if (!match) return undefined;
  if (FORWARDED.test(match[1]!)) return { kind: 'forwarded', rest: match[2]! };
  return ORIGINAL.test(match[1]!) ? { kind: 'original', rest: match[2]! } : undefined;
}

const WROTE =
  /(?<![\p{L}])(?:wrote|writes|a écrit|schrieb|schrieben|schreef|geschreven|geschriwwen|schreift|escribió|ha scritto|escreveu|napisał(?:\(a\)|a)?|napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?|skrev|kirjoitti|írta|a scris|je napisao(?:\/la)?|napisao je|je napisal(?:\/a)?|написал(?:\(а\)|а)?|написав(?:\(ла\))?|пише|пишет|написа|şun(?:u|ları) yazdı|yazdı|έγραψε|kirjutas|rakstīja|rašė|va escriure|写道|寫道|書きました|のメール)(?![\p{L}])/iu;
/** On, Le, Am, Op, Den, El, Il, Em, Dnia, Dne, W dniu, På, Pe, Dana, At … with a digit or a weekday soon after. */
const OPENER =
  /^["“]?(?:\d|(?:on|at|le|am|op|den|de|el|il|em|no|dnia|dne|dňa|w dniu|on the|på|pe|pada|dana|ti|vào|на|в|στις|το|a|în|u|ons|an|um|d)[ ,.]{1,3}["“]?.{0,24}?\d|在 ?\d)/iu;
const DATE_FIRST =
  /^\d{1,4}[-./年 ]{0,2}(?:\d{1,2}|\p{L}{3,10})[-./月 ]{1,2}\d{1,4}.{0,160}(?:<[^<>\s]{3,200}>\s?[:：]?|GMT[+-]\d\d:?\d\d.{0,80})$/u;
const ATTRIBUTION_LIMIT = 350;

/**
 * True for a text like `On 3 May 2026 at 10:12, Anna <anna@example.org> wrote:`, already joined to one line.
 * It needs the verb at its end or an address behind the verb, and an address, a time or a year.
 */
export function isAttribution(text: string): boolean {
  if (text.length < 12 || text.length > ATTRIBUTION_LIMIT) return false;
  if (DATE_FIRST.test(text)) return true;
  if (!/(?:[:：]|-{3,})$/.test(text)) return false;
  const verb = WROTE.exec(text);
  if (!verb) return false;
  const after = text.slice(verb.index + verb[0].length);
  const atEnd =
    /^[^\p{L}\d]{0,12}$/u.test(after) ||
    /^ (?:het volgende|folgendes|ce qui suit|the following)/i.test(after);
  const addressed = /[<[(]?[\w.+-]{1,64}@[\w.-]{1,200}/.test(text);
  if (!atEnd && !/(?:<[^<>]{3,200}>|\]|"|\p{L})\s{0,2}(?:het volgende geschreven\s?)?[:：-]/u.test(after))
    return false;
  const dated = /\d{1,2}[:.h]\d{2}|\b(?:19|20)\d\d\b/.test(text);
  const undated = /^["“]?[^<>@\d.!?]{2,80}["”]?\s{0,2}<[^<>\s]{3,254}>,?\s{1,2}[\p{L}\d]/u.test(text);
  if (undated && atEnd) return true;
  return OPENER.test(text) && (addressed || dated) && (atEnd || addressed || dated);
}

/** The address or name that an attribution names: the words before the address, or between date and verb. */
export function attributedTo(text: string): { name?: string; address?: string } {
  const found = /[\w.+'-]{1,64}@[\w.-]{1,200}\w/.exec(text);
  const address = found?.[0].toLowerCase();
  const before = found ? text.slice(0, found.index) : text.slice(0, WROTE.exec(text)?.index ?? 0);
  const name = nameAtEnd(before);
  return { ...(name ? { name } : {}), ...(address ? { address } : {}) };
}

const BEFORE_NAME =
  /^(?:uhr|auer|am|pm|utc|ces?t|gmt|at|um|om|à|kl\.?|huet|hat|heeft|schrieb|schreef|skrev|пользователь)[,:]?$/iu;

function nameAtEnd(text: string): string | undefined {
  const bare = text.replace(/["“”<([:：,\s]{1,10}$/u, '').replace(/["“”]/g, '');
  const last =
    bare.split(/\d{1,2}[:.h]\d{2}(?::\d{2})?|(?:19|20)\d\d|,|：|，|GMT[+-]\d\d:?\d\d/).at(-1) ?? '';
  const words = last.trim().split(/\s+/);
  // Words like "at", "Uhr" or "schreef" stand between date and name; a name begins with a capital.
  const from = words.findLastIndex((word) => BEFORE_NAME.test(word)) + 1;
  const start = words.findIndex((word, index) => index >= from && /^\p{Lu}/u.test(word));
  const name = start < 0 ? '' : words.slice(start).join(' ');
  return name.length >= 2 && name.length <= 80 ? name : undefined;
}
