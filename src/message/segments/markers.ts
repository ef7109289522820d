/** Lines that announce a forwarded or an original mail. */

/** "Forwarded message" and its like; also the announcement of Apple Mail ("Begin forwarded message:"). */
const FORWARDED = new RegExp(
  'forwarded (?:message|mail|e-?mail)|fwd\\.?msg|begin forwarded message' +
    '|message (?:transféré|réexpédié|transmis)|début du message (?:transféré|réexpédié)' +
    '|e-?mail transféré|weitergeleitete (?:nachricht|mail|e-mail)' +
    '|anfang der weitergeleiteten (?:nachricht|e-mail)|doorgestuurd bericht' +
    '|doorgezonden bericht|begin doorgestuurd bericht' +
    '|weidergeleet(?:e|en)? (?:message|noriicht|mail|e-mail)' +
    '|virugeleet(?:e|en)? (?:message|noriicht|mail)|mensaje reenviado|[İi]leti başlangıcı' +
    '|przesłana wiadomość|перенаправленное сообщение|(?:已)?转发(?:的)?邮件|proslijeđena poruka' +
    '|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato' +
    '|mensagem (?:reencaminhada|encaminhada)|início da mensagem (?:reencaminhada|encaminhada)' +
    '|treść przekazanej wiadomości|przekazana wiadomość|wiadomość przekazana dalej' +
    '|początek przekazywanej wiadomości|přeposlaná zpráva|začátek přeposílané zprávy' +
    '|preposlaná správa|začiatok preposlanej správy|videresendt (?:meddelelse|melding|besked)' +
    '|start på videresendt|videresendt (?:e-post|mail)|vidarebefordrat (?:meddelande|mejl)' +
    '|välitetty viesti|edelleenlähetetty viesti|továbbított (?:üzenet|levél)' +
    '|mesaj redirecționat|începe mesajul redirecționat|proslijeđen[ai] poruk[au]' +
    '|započni proslijeđenu poruku|posredovano sporočilo|перенаправлене повідомлення' +
    '|початок листа, що пересилається|переслане повідомлення|пересылаемое сообщение' +
    '|пересланное сообщение|начало переадресованного сообщения|препратено съобщение' +
    '|[İi]letil(?:en|miş) (?:[İi]leti|mesaj)|προωθημένο μήνυμα|edastatud kiri|missatge reenviat' +
    '|转发的邮件|轉寄|メッセージを転送|転送されたメッセージ',
  'iu',
); // prettier-ignore

/** "Original message" and its like: written above replies and above forwards. */
const ORIGINAL = new RegExp(
  'original message|message (?:original|d.origine)|ursprüngliche (?:nachricht|mail|e-mail)' +
    '|original-?nachricht|original-?mail|oorspronkelijk bericht|origineel bericht' +
    '|ursprénglech(?:e|en)? (?:message|noriicht|mail)|originalmessage|mensaje original' +
    '|messaggio originale|mensagem original|wiadomość oryginalna|oryginalna wiadomość' +
    '|původní (?:zpráva|e-mail)|pôvodná správa|oprindelig (?:meddelelse|besked)' +
    '|opprinnelig melding|ursprungligt meddelande|ursprungligt brev|alkuperäinen viesti' +
    '|eredeti üzenet|mesaj original|izvorna poruka|izvirno sporočilo|вихідне повідомлення' +
    '|исходное сообщение|оригинално съобщение|özgün ileti|orijinal mesaj|αρχικό μήνυμα' +
    '|algne kiri|原始邮件|元のメッセージ',
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
