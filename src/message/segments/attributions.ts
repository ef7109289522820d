/** Lines that say who wrote what is quoted below: `On 3 May 2026 at 10:12, Anna <anna@example.org> wrote:`. */

const WROTE =
  /(?<![\p{L}])(?:wrote|writes|a écrit|schrieb|schrieben|schreef|geschreven|geschriwwen|schreift|escribió|ha scritto|escreveu|napisał(?:\(a\)|a)?|napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?|skrev|kirjoitti|írta|a scris|je napisao(?:\/la)?|napisao je|je napisal(?:\/a)?|написал(?:\(а\)|а)?|написав(?:\(ла\))?|пише|пишет|написа|şun(?:u|ları) yazdı|yazdı|έγραψε|kirjutas|rakstīja|rašė|va escriure|写道|寫道|書きました|のメール|님이 작성)(?![\p{L}])/iu;
/** On, Le, Am, Op, Den, El, Il, Em, Dnia, Dne, W dniu, På, Pe, Dana, At … or a weekday, with a digit soon after. */
const OPENER =
  /^["“]?(?:\d|(?:on|at|le|am|op|den|de|el|il|em|no|dnia|dne|dňa|w dniu|on the|på|pe|pada|dana|ti|vào|на|в|στις|το|a|în|u|ons|an|um|d)[ ,.]{1,3}["“]?.{0,24}?\d|\p{L}{2,10}[.,]{1,2} {0,2}\d|\p{L}{2,3} \d{1,2}\.|在 ?\d)/iu;
/** A date, then a name with an address, and no verb. */
const DATE_FIRST =
  /^(?:\p{L}{2,12}[.,]{0,2} )?(?:\d{4}[-./年 ]{1,2}\d{1,2}[-./月 ]{1,2}\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{1,2}\.? \p{L}{3,10}\.?,? \d{4}).{0,160}(?:<[^<>\s]{3,200}>\s?[:：]|GMT[+-]\d\d:?\d\d.{0,80})$/u;
const ADDRESS = /[\w.+'-]{1,64}@[\w.-]{1,200}\w/;
const ATTRIBUTION_LIMIT = 350;

/**
 * True for a text like `On 3 May 2026 at 10:12, Anna <anna@example.org> wrote:`, already joined to one line.
 * It begins with a date or with name and address, has the verb, and ends with a colon; without an address it needs a
 * time or year, and a name, so that "On 3 May 2026 the customer wrote:" stays a sentence.
 */
export function isAttribution(text: string): boolean {
  if (text.length < 12 || text.length > ATTRIBUTION_LIMIT) return false;
  if (DATE_FIRST.test(text)) return true;
  const verb = /(?:[:：]|-{3,})$/.test(text) ? WROTE.exec(text) : null;
  if (!verb) return false;
  const before = text.slice(0, verb.index);
  const after = text.slice(verb.index + verb[0].length);
  const verbEnds = VERB_ENDS.test(after);
  if (ADDRESS.test(before)) {
    if (verbEnds) return OPENER.test(text) || NAME_AND_ADDRESS.test(before);
    return /[>)\]]\s{0,2}(?:ezt )?$/.test(before) && /^[^@]{0,60}\d[^@]{0,14}$/.test(after);
  }
  if (!OPENER.test(text)) return false;
  if (ADDRESS.test(after)) return /[>\])"”]\s{0,2}(?:het volgende )?(?:geschreven)?\s?[:：-]/i.test(after);
  const dated = /\d{1,2}[:.h]\d{2}|\b(?:19|20)\d\d\b/.test(text);
  return (
    dated && (verbEnds ? isName(nameAtEnd(before)) || NICKNAME.test(before) : isName(nameAtStart(after)))
  );
}

const VERB_ENDS =
  /^(?: (?:het volgende|folgendes|ce qui suit|the following))?(?:[^\p{L}\d]{0,12}|\s{0,2}geschreven\s?:)$/iu;
const NAME_AND_ADDRESS = /^["“«„]?[^<>@\d.!?]{2,80}["”»]?\s{0,2}[<([][^<>\s]{3,254}[>)\]]/u;
/** One word between a comma and the verb: `…, codinghorror wrote:`; a pronoun makes it a sentence. */
const NICKNAME =
  /,\s{1,3}(?!(?:il|elle|on|ils|elles|er|sie|es|hij|zij|ze|he|she|they|we|hien|hatt|si)\s)[\p{L}\p{N}._-]{2,40}\s{0,3}$/iu;

function isName(name: string | undefined): boolean {
  return name !== undefined && !/\s(?:nous|vous|me|m['’]|mir|uns|us|ons|mij|iech|eis)$/i.test(name);
}

/** The address or name that an attribution names: the words before the address, or before or behind the verb. */
export function attributedTo(text: string): { name?: string; address?: string } {
  const found = ADDRESS.exec(text);
  const verb = WROTE.exec(text);
  const before = text.slice(0, found?.index ?? verb?.index ?? 0);
  const behind = verb && !found ? nameAtStart(text.slice(verb.index + verb[0].length)) : undefined;
  const name = nameAtEnd(before) ?? behind;
  return { ...(name ? { name } : {}), ...(found ? { address: found[0].toLowerCase() } : {}) };
}

function nameAtStart(text: string): string | undefined {
  const name = text.replace(/["“”„«»:：]/g, '').trim();
  return /^\p{Lu}/u.test(name) && name.length <= 80 && !/\d/.test(name) ? name : undefined;
}

const BEFORE_NAME =
  /^(?:uhr|auer|am|pm|utc|ces?t|gmt|at|um|om|à|kl\.?|huet|hat|heeft|schrieb|schreef|skrev|пользователь|użytkownik)[,:]?$/iu;

function nameAtEnd(text: string): string | undefined {
  const bare = text.replace(/["“”„«»<([:：,\s]{1,10}$/u, '').replace(/["“”„«»]/g, '');
  const last =
    bare.split(/\d{1,2}[:.h]\d{2}(?::\d{2})?|(?:19|20)\d\d|,|：|，|GMT[+-]\d\d:?\d\d/).at(-1) ?? '';
  const words = last.trim().split(/\s+/);
  // Words like "at", "Uhr" or "schreef" stand between date and name; a name begins with a capital.
  const from = words.findLastIndex((word) => BEFORE_NAME.test(word)) + 1;
  const start = words.findIndex((word, index) => index >= from && /^\p{Lu}/u.test(word));
  const name = start < 0 ? '' : words.slice(start).join(' ');
  return name.length >= 2 && name.length <= 80 ? name : undefined;
}
