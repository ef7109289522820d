import { fold } from './lexicon/fold.ts';
import type { StatedRuling } from './understanding.ts';

export type RulingChoice = NonNullable<StatedRuling['choice']>;

const LINE_LIMIT = 120;
const COMMENT_LIMIT = 4000;

/** A greeting that shares its line with the choice. */
const GREETING_BEFORE =
  /^(?:hi|hello|hey|hallo|bonjour|salut|moien|moin|dag|hoi)(?:\s[^\s,!]{2,20}){0,2}[,!]\s{0,3}(?=\S)/;

const GREETING =
  /^(?:hi|hello|hey|dear|hallo|bonjour|salut|moien|moin|dag|beste|guten (?:tag|morgen)|bonsoir)\b[^,!:\n]{0,30}[,!:]?$/;

const LEAD =
  "(?:(?:please|bitte|svp|stp|ok|okay|oui|ja|yes|jo|my|ma|meine|mijn|the|le|la|die|de|den|het|d|choice|choix|wahl|keuze|decision|entscheidung|beslissing|decisioun|answer|reponse|antwort|antwoord|option|number|nummer|numero|choix numero|nr|no|n°|is|est|ist|ass|c'est|it's|go|i|rule|je|tranche|for|pour|fur|voor|fir|partner|partenaire|party|partei|kunde|customer|client|klant|dat|das|ce sont|sind|are|sinn|zijn)[\\s:.,-]{1,3}){0,6}";
const TAIL =
  '(?:[\\s]{1,2}(?:please|bitte|svp|stp|merci|danke|thanks|dank|keeps (?:it|the place)|garde|behalt|wins|gagne|gewinnt|wint|may sell|can sell|peuvent vendre|durfen verkaufen|mogen verkopen|kunnen verkopen|dierfe verkafen))?';

const WORDS: Record<RulingChoice, string> = {
  first:
    'a|first|1st|first one|premier|premiere|1er|erster|erste|ersten|eerste|eischten|eischte|partner of record',
  second:
    'b|second|2nd|second one|second partner|deuxieme|2e|2eme|seconde|zweiter|zweite|zweiten|tweede|zweeten|newcomer|challenger|nouveau|nouveau venu',
  both: 'both|both may sell|both of them|les deux|tous les deux|beide|beiden|alle beide|allebei|alle twee|all zwee|allen zwee|a und b|a and b|a et b|a en b|a an b',
  mixvoip:
    "mixvoip|mixvoip direct|mixvoip direkt|direct|direkt|en direct|neither|ni l'un ni l'autre|aucun des deux|keiner|keiner von beiden|keen|geen van beide",
  same: "same|the same|same customer|same company|identical|meme|meme client|meme societe|le meme|la meme|c'est le meme|c'est le meme client|identique|derselbe|dieselbe|derselbe kunde|gleicher kunde|gleiche firma|identisch|dezelfde|zelfde|zelfde klant|dezelfde klant|deselwechten|dee selwechten|selwechte client|deeselwechte",
  different:
    'different|other|another|not the same|another customer|different customer|different company|autre|autre client|un autre client|pas le meme|pas le meme client|different client|client different|anderer|anderer kunde|ein anderer|ein anderer kunde|eine andere firma|andere|verschieden|nicht derselbe|nicht dieselbe|andere klant|een andere|een andere klant|ander|niet dezelfde|anere client|en anere client|en aneren|net deeselwechten',
};

const CHOICES = (Object.entries(WORDS) as [RulingChoice, string][]).map(
  ([choice, words]) => [choice, new RegExp(`^${LEAD}(?:${words})${TAIL}$`)] as const,
);
const NUMBER = new RegExp(
  `^[[(]?${LEAD}[[(]?([1-9])[\\])]?(?:[.):]?|[.)]?\\s?[-:,.)=]?\\s{1,2}([^\\n]{0,100}))$`,
);

/**
 * The choice that the first line of a reply states, and the comment below it; absent where the line states none.
 * A number is returned as it stands: what it means depends on the dispute that the mail answers. Who may rule is
 * decided elsewhere.
 */
export function readRuling(ownText: string): StatedRuling | undefined {
  const lines = ownText.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => line !== '' && !GREETING.test(fold(line.slice(0, LINE_LIMIT))));
  const line = lines[at];
  if (line === undefined || line.length > LINE_LIMIT) return undefined;
  const stated = wholeLine(line) ?? beforeReason(line);
  if (stated === undefined) return undefined;
  const below = lines
    .slice(at + 1)
    .join('\n')
    .trim()
    .slice(0, COMMENT_LIMIT);
  const comment = [stated.comment, below].filter((part) => part).join('\n');
  const { comment: _, ...choice } = stated;
  return comment === '' ? choice : { ...choice, comment };
}

function wholeLine(line: string): StatedRuling | undefined {
  const plain = fold(line)
    .replace(/^[>"'*_\s]{1,20}|["'*_\s.!]{1,20}$/g, '')
    .replace(GREETING_BEFORE, '');
  const number = NUMBER.exec(plain);
  if (number) {
    const reason = line.slice(line.length - (number[2]?.length ?? 0)).trim();
    const choice = number[2] ? choiceOf(fold(number[2]).replace(/[.!\s]+$/, '')) : undefined;
    const base = { number: Number(number[1]), ...(choice ? { choice } : {}) };
    return number[2] && !choice ? { ...base, comment: reason } : base;
  }
  const choice = choiceOf(plain);
  return choice === undefined ? undefined : { choice };
}

/** "For A, they were first", "both – the customer asked for it": a choice, a break, the reason. */
function beforeReason(line: string): StatedRuling | undefined {
  const cut = /^(.{1,40}?)(?:[,;:.!]\s|\s[-–—]\s|\s\()(.{1,110})$/.exec(line);
  if (!cut) return undefined;
  const stated = wholeLine(cut[1]!);
  return stated === undefined ? undefined : { ...stated, comment: cut[2]!.trim() };
}

function choiceOf(plain: string): RulingChoice | undefined {
  return CHOICES.find(([, expression]) => expression.test(plain))?.[0];
}
