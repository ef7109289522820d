import { fold } from '../lexicon/fold.ts';

const NUMBER = String.raw`(?:(?:eur|€|£)[ ]?)?\d{1,9}(?:[.,' ]\d{2,3}){0,3}(?:,-)?(?:[ ]?(?:€|eur|euros?|k|%)(?![a-z]))?`;
const UNIT = `(?:[ ]{1,2}(?!nun|jetzt|maintenant|now|nu|elo|doch|mais|aber|but|maar|mee|et|und|and|en|an)[a-zßœæ-]{3,20})?`;
const ARTICLE = `(?:(?:den|der|die|das|dem|de|des|les|la|le|the|of|d'|l'|het|zu|a|in|at|op|te|bij|bei)[ ]{1,2})?`;
const WORD = String.raw`[A-ZÀ-Ý][\p{L}-]{1,30}(?: [A-ZÀ-Ý][\p{L}-]{1,30}){0,2}`;
const INSTEAD = `(?:statt|anstatt|anstelle von|au lieu d[eu]s?|au lieu d'|plutot que|instead of|rather than|in plaats van|amplaz(?: vu(?:n|m))?)`;

/** Patterns over folded text of the same length; group 1, where there is one, is what is cut. */
const OLD_NUMBERS: RegExp[] = [
  // 36 statt 30 Nebenstellen
  new RegExp(String.raw`\d[^\n.;]{0,30}?([ ,(]{1,2}${INSTEAD}[ ]{1,2}${ARTICLE}${NUMBER}\)?)`, 'g'),
  // statt der 30 Plätze nun 36
  new RegExp(String.raw`(${INSTEAD}[ ]{1,2}${ARTICLE}${NUMBER}${UNIT}),?(?=[^\n.;]{0,30}\d)`, 'g'),
  // de 20 à 25 postes
  new RegExp(
    `(?<![a-z])((?:de|von|from|van|vun)[ ]{1,2}${NUMBER}${UNIT}[ ]{1,2}(?:a|auf|to|naar|op)[ ]{1,2})(?=${NUMBER})`,
    'g',
  ),
  // 7 et pas 17
  new RegExp(
    String.raw`\d[^\n.;]{0,30}?((?:,|[ ](?:et|und|and|en|an))?[ ]{1,2}(?:(?:et|und|and|en|an)[ ])?(?:non pas|non|pas|nicht|not|niet|net)[ ]{1,2}${ARTICLE}${NUMBER})`,
    'g',
  ),
  // pas 17 mais 7
  new RegExp(
    `(?<![a-z])((?:pas|nicht|not|niet|net)[ ]{1,2}${ARTICLE}${NUMBER}${UNIT},?[ ]{1,2}(?:mais|sondern|but|maar|mee)[ ]{1,2})`,
    'g',
  ),
  // 17 -> 7
  new RegExp(`(${NUMBER}${UNIT}[ ]{0,2}(?:->|=>|→|-->)[ ]{0,2})(?=${NUMBER})`, 'g'),
  // (bisher 30)
  new RegExp(
    String.raw`(\(?(?:vorher|bisher|zuvor|avant|auparavant|precedemment|previously|formerly|was|before|voorheen|eerst|virdrun|bis elo)[ :]{1,2}${NUMBER}\)?)(?![a-z])`,
    'g',
  ),
];

/** Over the text as written: names need their capitals. */
const OLD_WORDS: RegExp[] = [
  // in Bitburg statt in Trier
  new RegExp(
    `([ ,]{1,2}(?:statt|anstatt|au lieu de|au lieu d'|instead of|in plaats van|amplaz(?: vun)?)[ ]{1,2}(?:in |à |zu |te |op |at |de )?${WORD})`,
    'gu',
  ),
  // net zu Esch, mee zu Differdange
  new RegExp(
    String.raw`(?<!\p{L})((?:pas|nicht|not|niet|net)[ ]{1,2}(?:in |à |zu |te |at |bei |de |chez )?${WORD},?[ ]{1,2}(?:mais|sondern|but|maar|mee)[ ]{1,2})`,
    'gu',
  ),
  // à Arlon et pas à Athus
  new RegExp(
    `((?:,|[ ](?:et|und|and|en|an))[ ]{1,2}(?:non|pas|nicht|not|niet|net)[ ]{1,2}(?:in |à |zu |te |at |bei |de |chez )${WORD})`,
    'gu',
  ),
];

const READ_LIMIT = 20_000;

/**
 * Text without the values that it says are wrong or past: of "36 statt 30 Nebenstellen" stays "36 Nebenstellen", of
 * "de 20 à 25 postes" stays "25 postes". The result is for reading values; its offsets are its own.
 */
export function withoutOldValues(text: string): string {
  let rest = text.slice(0, READ_LIMIT);
  for (const expression of OLD_NUMBERS) rest = cut(rest, fold(rest), expression);
  for (const expression of OLD_WORDS) rest = cut(rest, rest, expression);
  return rest;
}

function cut(text: string, seen: string, expression: RegExp): string {
  let result = '';
  let at = 0;
  for (const match of seen.matchAll(expression)) {
    const start = match.index + match[0].indexOf(match[1]!);
    if (start < at) continue;
    result += text.slice(at, start);
    at = start + match[1]!.length;
  }
  return result + text.slice(at);
}
