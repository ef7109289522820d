/** Out-of-office replies and acknowledgements that only their words give away. */

import type { ParsedMail } from '../parsed-mail.ts';
import { type Finding, shown } from './finding.ts';

const SUBJECT =
  /^\W{0,3}(?:(?:re|aw|sv|antw)\s?: ?)?(?:auto(?:matic|mated|matisch(?:e|es)?)?[- ]?(?:reply|response|respon[sd]\w{0,4}|antwort|antwoord)|automatic reply|out[- ]of[- ](?:the[- ])?office|ooo\b|vacation (?:reply|notice|message)|away from (?:the )?(?:office|my mail)|réponse automatique|réponse d'absence|(?:message|notification|avis) d['’]absence|absen(?:ce|t|te) du bureau|absence\s?:|abwesenheits(?:notiz|nachricht|meldung|agent|assistent)|abwesend\s?:|abwesenheit\s?:|automatische (?:antwort|eingangsbestätigung|beantwoording)|automatisch(?:es)? (?:antwoord|bericht)|afwezig(?:heids(?:bericht|melding|assistent)|heid)?\s?:|niet aanwezig|automatesch (?:äntwert|noriicht)|net am büro|respuesta automática|fuera de (?:la )?oficina|ausente\s?:|risposta automatica|fuori (?:ufficio|sede)|resposta automática|ausência (?:do|temporária)|automatyczna odpowiedź|poza biurem|nieobecność|autosvar|automatisk(?:t)? svar|frånvaro|fravær|automaattinen vastaus|poissa|automatická odpověď|automatikus válasz|răspuns automat|otomatik yanıt|автоматический ответ|автовідповідь)/iu;

/** "I am away" at the very beginning, after a greeting and thanks. */
const ABSENT = new RegExp(
  [
    "(?:^|[.!,\\n] ?)(?:i am|i'm|i will be|i'll be) (?:currently )?(?:out of (?:the )?office|(?:out|away)(?: (?:until|till|from|on|with|and|for|this)\\b|[.,])|on (?:annual |parental |sick )?(?:leave|holiday|vacation)|not in the office)",
    'je (?:suis|serai) (?:actuellement )?(?:absente?|en (?:congés?|vacances|déplacement|arrêt)).{0,40}(?:jusqu|du |de |à partir|et |avec|sans)',
    'actuellement (?:absente?|en (?:congés?|vacances)).{0,60}(?:retour|jusqu|du )',
    'ich (?:bin|befinde mich) .{0,60}(?:nicht (?:im (?:büro|hause?)|erreichbar|da|am platz)|abwesend|im urlaub|außer haus|in elternzeit)',
    '(?:bin|befinde) ich .{0,60}(?:nicht (?:im (?:büro|hause?)|erreichbar|am platz)|abwesend|im urlaub|außer haus)',
    '(?:ik ben|ben ik) .{0,40}(?:afwezig|niet (?:aanwezig|op kantoor|bereikbaar)|met (?:vakantie|verlof)|op vakantie)',
    '(?:ech si(?:nn)?|si(?:nn)? ech) .{0,40}(?:net (?:am büro|do|erreechbar)|am congé|an der vakanz|ofwiesend)',
    'estoy (?:fuera|ausente|de vacaciones)|sono (?:fuori|assente|in ferie)|estou (?:ausente|fora|de férias)',
    'jestem (?:nieobecn|na urlopie)|jag är (?:inte på kontoret|borta|på semester)',
  ].join('|'),
  'iu',
);
/** Somebody who leaves tomorrow and hands something over first. */
const HANDS_OVER =
  /\bDR-20\d\d|(?:^|[^\p{L}])(?:voici|hier (?:die|sind|noch)|hierbij|here(?:'s| is| are)|anbei|ci-joint|en annexe|in bijlage|attached|am anhang|(?:nouveau client|neuer kunde|new customer|nieuwe klant|neie client)\s{0,2}:.{0,3}|merci de (?:noter|enregistrer|compléter|prolonger)|bitte (?:noch |vorher |schnell )?(?:registr|eintrag|ergänz|verlänger|anmeld|vormerk)\p{L}{0,10}|please (?:register|extend|add|note)|graag (?:noteren|registreren|aanvullen|verlengen)|\d{1,4} (?:postes|plätze|nebenstellen|seats|users|extensions|toestellen|apparater|utilisateurs))(?![\p{L}])/iu;
const RECEIVED =
  /(?:your (?:request|message|e-?mail|enquiry|inquiry|ticket) (?:has been|was) (?:received|registered|created)|we have received your (?:request|message|e-?mail|enquiry)|votre (?:demande|message|e-?mail|ticket) (?:a bien été|a été|est bien) (?:reçue?|enregistrée?|prise? en compte)|nous avons bien reçu votre (?:demande|message|e-?mail)|ihre (?:anfrage|nachricht|e-?mail) (?:ist|wurde) .{0,40}(?:eingegangen|erhalten|erfasst|registriert)|wir haben ihre (?:anfrage|nachricht|e-?mail) erhalten|uw (?:aanvraag|bericht|e-?mail|vraag) (?:is|werd) .{0,40}(?:ontvangen|geregistreerd)|we hebben uw (?:aanvraag|bericht|e-?mail) ontvangen|är (?:ufro|message|mail) ass .{0,30}ukomm)/iu;
const TICKET =
  /(?:ticket|case|incident|vorgang|dossier|zaak|request|anfrage|demande|meldung)[\s-]{0,3}(?:nummer|number|id|n[°ºr]|no\.?|référence)?[\s:.#]{0,4}(?:lautet|ist|is|est|ass)?[\s:.#]{0,3}[#[]?[A-Z]{0,6}-?\d{3,}|\[[^\]]{0,20}#\s?[A-Z]{0,6}-?\d{3,}/iu;
const MACHINE =
  /automati(?:c|que|sch|esch)\S{0,4} (?:erzeugt|generiert|generated|reply|message|response|eingangs|empfangs|bericht|antwort|gegenereerd|verstuurd|confirm)|(?:do not|please don't) reply|ne pas répondre|nicht (?:auf diese|antworten)|niet (?:op dit bericht|beantwoorden)|bitte antworten sie nicht/iu;

/** Subject lines of absence replies; else an answer that begins with an absence; else a ticket acknowledgement. */
export function absenceFindings(mail: ParsedMail): Finding[] {
  const subject = mail.envelope.subject;
  if (SUBJECT.test(subject)) return [reply(shown('Subject', subject))];
  const text = openingText(mail);
  const answersUs = mail.envelope.inReplyTo.length > 0 || /^(?:re|aw|antw|sv)\s?:/i.test(subject);
  const absent = ABSENT.test(text.slice(0, 400)) && !HANDS_OVER.test(text);
  if (answersUs && absent) return [reply('text of an absence reply')];
  const ticket = TICKET.test(subject) || TICKET.test(text);
  const acknowledged = RECEIVED.test(text.slice(0, 500)) && ticket;
  if (acknowledged && (answersUs || MACHINE.test(text))) return [reply('text of a ticket acknowledgement')];
  return [];
}

function reply(reason: string): Finding {
  return { reason, kind: 'auto_reply', blocks: 'processing' };
}

/** The first lines that are no greeting; an absence reply is short, so a long mail gives none. */
function openingText(mail: ParsedMail): string {
  const lines = mail.body.filter((line) => line.quote === 0 && !line.history && line.text.trim() !== '');
  const text = lines
    .slice(0, 25)
    .map((line) => line.text.trim().slice(0, 300))
    .join('\n');
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  return total > 2500 ? '' : text;
}
