/** Words that mail programs of many languages write above the mail they quote or forward. */

export type HeaderField = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'other';

/** One list per field; languages in the order en fr de nl lb es it pt pl cs sk da no sv fi hu ro hr sl uk ru bg tr el et lv lt ca ja zh. */
const WORDS: Record<HeaderField, string> = {
  from:
    'from|de|von|van|vun|da|od|nadawca|fra|från|lähettäjä|feladó|expeditor|expeditorul|de la' +
    '|šalje|pošiljatelj|від|від кого|от|отправитель|kimden|gönderen|από|saatja|no|nuo|mittente' +
    '|remetente|absender|expéditeur|afzender|odesílatel|odosielateľ|差出人|送信元|from / von|发件人|寄件者',
  sent:
    'date|sent|sent on|envoyé|envoyé le|gesendet|gesendet am|datum|verzonden|verzonden op' +
    '|verstuurd|geschéckt|dag|fecha|enviado|enviado el|data|inviato|enviada|enviado em|enviada em' +
    '|wysłano|odesláno|odeslané|odoslané|dátum|dato|sendt|sendt den|skickat|lähetetty|päivämäärä' +
    '|päiväys|küldve|elküldve|dată|trimis|poslano|poslano dana|дата|надіслано|отправлено' +
    '|изпратено|tarih|gönderildi|gönderme tarihi|ημερομηνία|στάλθηκε|saadetud|kuupäev|nosūtīts' +
    '|datums|išsiųsta|enviat|日付|送信日時|日時|发送时间|日期|寄件日期',
  to:
    'to|à|a|pour|an|aan|un|para|al|do|komu|příjemce|pre|til|till|vastaanottaja|címzett|către' +
    '|destinatarul|destinatar|prima|za|кому|до|kime|alıcı|προς|saaja|adresat|kam|kur|destinataire' +
    '|destinataires|empfänger|destinatario|destinatário|ontvanger|宛先|送信先|收件人|收件者|per a',
  cc:
    'cc|copie|copie à|kopija|kopie|kopie (cc)|kopia|kópia|kopio|kopi|másolat|másolatot kap|copia' +
    '|cópia|копія|копия|bilgi|κοιν|dw|kk|cci|bcc|抄送|副本|c.c|in cc',
  subject:
    'subject|objet|sujet|betreff|onderwerp|sujet / betreff|betrëfft|asunto|oggetto|assunto|temat' +
    '|předmět|predmet|emne|ämne|aihe|tárgy|subiect|subiectul|zadeva|тема|относно|konu|θέμα|teema' +
    '|tēma|tema|assumpte|件名|主题|主題|主旨',
  other:
    'reply-to|répondre à|antwort an|importance|wichtigkeit|priority|priorité|organization' +
    '|organisation|attachments|pièces jointes|anlagen|bijlagen|message-id|resent-from' +
    '|antwoord aan|prioriteit|categories|in-reply-to|references',
};

const FIELD_OF = new Map<string, HeaderField>(
  (Object.keys(WORDS) as HeaderField[]).flatMap((field) =>
    WORDS[field].split('|').map((word) => [word, field] as const),
  ),
);

export interface HeaderLine {
  field: HeaderField;
  value: string;
}

/** A label of at most 24 characters, bold marks of plain-text copies around it, and its value. */
const LABELLED =
  /^[ \t]{0,8}[*_]{0,2}([\p{L}][\p{L} .()/'-]{0,24}?)[ \t]{0,2}[*_]{0,2}[ \t]{0,2}[:：][*_]{0,2}[ \t]{0,8}(.*)$/u;

/** Reads `De : Anna <anna@example.org>`; undefined when the line does not begin with a known header word. */
export function headerLine(text: string): HeaderLine | undefined {
  const match = LABELLED.exec(text.length > 2000 ? text.slice(0, 2000) : text);
  const field = match && FIELD_OF.get(match[1]!.trim().toLowerCase());
  return field ? { field, value: match[2]!.trim() } : undefined;
}

const INLINE_LABEL = new RegExp(
  `(${[...FIELD_OF.keys()]
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.()/]/g, '\\$&'))
    .join('|')}) ?[:：]`,
  'giu',
);

/** Reads headers that a program ran together on one line: `From: Anna <a@x.org>To: b@y.org Subject: Hello`. */
export function inlineHeaders(text: string): HeaderLine[] {
  const labels = [...text.slice(0, 2000).matchAll(INLINE_LABEL)].filter((match) =>
    startsLabel(text, match.index),
  );
  return labels.map((label, index) => ({
    field: FIELD_OF.get(label[1]!.toLowerCase())!,
    value: text.slice(label.index + label[0].length, labels[index + 1]?.index ?? 2000).trim(),
  }));
}

/** A label follows a blank or closes up to the end of an address; inside a word it is none. */
function startsLabel(text: string, index: number): boolean {
  return index === 0 || !/[\p{Ll}@.-]/u.test(text[index - 1]!) || /[\p{Lu}]/u.test(text[index]!);
}
