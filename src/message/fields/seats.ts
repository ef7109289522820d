/** How many seats: workplaces, telephones, users; else people; never lines, channels, rooms, sites or pupils. */

import type { Found } from '../evidence.ts';
import { fold } from '../lexicon/fold.ts';
import { occurs, pattern } from '../lexicon/pattern.ts';
import { OLD_NUMBER, PART_OF, PEOPLE, PLACES, TOTAL, TRADES } from './lexicon/seats.ts';
import { readCount } from './numbers.ts';

type Kind = 'place' | 'people' | 'trade' | 'bare';

interface Count extends Found<number> {
  kind: Kind;
  /** Its clause says that it is the sum. */
  total: boolean;
}

const NUMBER = String.raw`\d{1,3}[ .']\d{3}|\d{1,3}-?(?:tal|aine)|\d{1,4}|\p{L}{3,24}(?:-\p{L}{2,9}){0,2}`;
const LINK = String.raw`(?:[ -]{1,2}(?:de|d'|of|an|a|von|van|vun|x|neue|neie|nei|nouveaux|nouvelles|new|nieuwe|interne|internes|vaste|fixes?|feste|wireless|cordless|dect|sip|ip|mobile|snurlose|schnurlose|full-time|unsere|seine|ihre|nos|leurs|our|their|total|hosted|cloud|teams|voip|betroffene|aktive|active|actifs|physische|echte|bureau|office|interne|telefonie|[a-z]{3,12}e[nsr]?)){0,2}`;
const kinds: [Kind, readonly string[]][] = [
  ['place', PLACES],
  ['people', PEOPLE],
  ['trade', TRADES],
];
/** Compounds count where the last part is long enough to be sure (`Dienstapparate`, but not `Häuser`). */
const COMPOUNDED = 7;

function nounPattern(words: readonly string[], kind: Kind): string {
  if (kind === 'trade') return `(?:${words.join('|')})`;
  const long = words.filter((word) => word.replace(/[^\p{L}]/gu, '').length >= COMPOUNDED);
  return `(?:${words.join('|')}|\\p{L}{2,16}-?(?:${long.join('|')}))`;
}

const nouns = kinds.map(([kind, words]) => ({
  kind,
  expression: new RegExp(
    String.raw`(?<![\p{L}\d.,/+-])(${NUMBER})${kind === 'trade' ? String.raw`(?:[ ]\p{L}{4,12})?` : LINK}[ -]{1,2}${nounPattern(words, kind)}(?![\p{L}\d])`,
    'gu',
  ),
}));
/** `nous sommes 21`, `ils sont 7`, `there are 40 of them`, `wir sind 19`, `take 60`. */
const BARE =
  /(?<![\p{L}])(?:nous sommes|on est|ils sont|elles sont|wir sind|sie sind|sind sie|zijn ze|ze zijn|we zijn|zijn met|mir sinn|si sinn|we are|they are|there are|users?:|seats?:|postes ?:|take|make it|count|nehmt|take|prenez|compter|comptez|pour|mit|zu)[ ](?:a|bei|met|mat|zu|toujours|inzwischen|now|maintenant|en tout|insgesamt)?[ ]?(\d{1,4})(?=\s*[.;,)(\n]|\s*$|\s+(?:today|en tout|a |au|dans|in |im |op |insgesamt|of |an |et |und |and |en |statt|instead|mais |aber |but |maar |mee ))/gu;
/** `soit 37 au total`, `zusammen 32`, `20 in total`: the sum without its noun. */
const SUM =
  /(?<![\p{L}\d])(?:(?:soit|en tout|au total|total ?:?|insgesamt|zusammen|gesamt ?:?|in totaal|totaal ?:?|samen|all in all|altogether|in total|zesummen|am ganzen) (?:also |donc |dus |zirka |circa |ca\. )?(\d{1,4})(?=\s*(?:[.;,)\n]|$)| (?:au total|en tout|insgesamt|zusammen|in totaal|in total))|(\d{1,4}) (?:au total|en tout|insgesamt|zusammen|in totaal|in total|all in all|am ganzen)(?=\s*(?:[.;,)\n]|$)))/gu;
const total = pattern(TOTAL);
const SUMMED_AFTER =
  /^ (?:au total|en tout|insgesamt|zusammen|in totaal|in total|altogether|zesummen|am ganzen)/;
const partOf = pattern(PART_OF);
const old = pattern(OLD_NUMBER);
/** Today's number, where another is given. */
const TODAY = /^\d+ (?:today|now|at present|aujourd'hui|actuellement|heute|derzeit|vandaag|momenteel|haut)/;
const JOINED =
  /^[\s,]{0,2}(?:(?:et|and|und|en|an|plus|sowie|ainsi que|as well as|\+|&)\s)?(?:\p{L}{2,8}\s)?$/u;

function clauseStart(folded: string, start: number): string {
  const before = folded.slice(Math.max(0, start - 40), start);
  return before.slice(
    Math.max(
      before.lastIndexOf('. '),
      before.lastIndexOf('\n'),
      before.lastIndexOf(';'),
      before.lastIndexOf('('),
    ) + 1,
  );
}

function classify(folded: string, start: number, end: number, kind: Kind, value: number): Count | undefined {
  const before = clauseStart(folded, start);
  const near = before.slice(-24);
  if (occurs(near, partOf) || occurs(near.slice(-18), old)) return undefined;
  if (
    /(?:^|[^\p{L}])(?:de|von|from|van|vun|entre|zwischen|between|tussen)\s$/u.test(near) &&
    /^\s?(?:a|bis|to|tot|auf|naar|op|et|und|and|en)\s\d/.test(folded.slice(end))
  )
    return undefined;
  const isTotal = occurs(near, total) || SUMMED_AFTER.test(folded.slice(end, end + 14));
  return {
    value,
    start,
    end,
    method: 'prose',
    confidence: kind === 'place' ? 0.85 : 0.75,
    kind,
    total: isTotal,
  };
}

/** All matches, also those that begin inside another whose first word was no number (`for fourteen people`). */
function* overlapping(folded: string, expression: RegExp): Generator<RegExpExecArray> {
  expression.lastIndex = 0;
  for (let match = expression.exec(folded); match; match = expression.exec(folded)) {
    yield match;
    if (readCount(match[1] as string) === undefined)
      expression.lastIndex = match.index + (match[1] as string).length;
  }
}

function findCounts(text: string): Count[] {
  const folded = fold(text);
  const found: Count[] = [];
  for (const { kind, expression } of nouns) {
    for (const match of overlapping(folded, expression)) {
      const written = match[1] as string;
      const value = readCount(written);
      if (value === undefined || value === 0 || value > 20_000) continue;
      if (/[-–]\s?$/.test(folded.slice(0, match.index)) && /\d\s?[-–]\s?$/.test(folded.slice(0, match.index)))
        continue;
      const count = classify(folded, match.index, match.index + match[0].length, kind, value);
      if (count) found.push(count);
    }
  }
  for (const match of folded.matchAll(BARE)) {
    const start = match.index + match[0].length - (match[1] as string).length;
    if (found.some((other) => start >= other.start && start < other.end)) continue;
    const today = TODAY.test(folded.slice(start, start + 24));
    if (today && found.length > 0) continue;
    found.push({
      value: Number(match[1]),
      start,
      end: start + (match[1] as string).length,
      method: 'prose',
      confidence: 0.7,
      kind: 'bare',
      total: false,
    });
  }
  if (found.length > 0) {
    for (const match of folded.matchAll(SUM)) {
      const value = Number(match[1] ?? match[2]);
      found.push({
        value,
        start: match.index,
        end: match.index + match[0].length,
        method: 'prose',
        confidence: 0.8,
        kind: 'place',
        total: true,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** `16 lawyers and 4 assistants`, `12 postes et 3 combinés`: neighbours joined by "and" are added up. */
function addUp(text: string, counts: Count[]): Count[] {
  const folded = fold(text);
  const result: Count[] = [];
  for (const count of counts) {
    const last = result.at(-1);
    if (
      last &&
      last.kind === count.kind &&
      !count.total &&
      JOINED.test(folded.slice(last.end, count.start))
    ) {
      result[result.length - 1] = { ...last, value: last.value + count.value, end: count.end };
    } else result.push(count);
  }
  return result;
}

/** `ce n'est pas dix postes mais 14`, `nicht 17, sondern 7`: the second is right. */
const CORRECTION = new RegExp(
  String.raw`(?<![\p{L}])(?:pas|non|nicht|not|niet|net)[ ](${NUMBER})(?:[ ]\p{L}{3,18})?,?[ ](?:mais|sondern|maar|but|mee)[ ](?:bien[ ]|plutot[ ]|rather[ ]|wel[ ]|zwar[ ])?(${NUMBER})(?![\p{L}\d%€.,]\d|[ ]?(?:€|eur|mois|monat|month))`,
  'gu',
);

function findCorrection(text: string): Found<number> | undefined {
  const match = [...fold(text).matchAll(CORRECTION)].find(
    ([, wrong, right]) => readCount(wrong ?? '') !== undefined && readCount(right ?? '') !== undefined,
  );
  const value = match ? readCount(match[2] as string) : undefined;
  if (!match || value === undefined) return undefined;
  const end = match.index + match[0].length;
  return { value, start: end - (match[2] as string).length, end, method: 'correction', confidence: 0.8 };
}

/** The number of seats that the text says, or undefined where it says none or two. */
export function findSeats(text: string): Found<number> | undefined {
  const corrected = findCorrection(text);
  if (corrected) return corrected;
  const counts = addUp(text, findCounts(text));
  const pools = [
    counts.filter((count) => count.total),
    counts.filter((count) => count.kind === 'place'),
    counts.filter((count) => count.kind === 'people' || count.kind === 'bare'),
    counts.filter((count) => count.kind === 'trade'),
  ];
  for (const pool of pools) {
    const [first] = pool;
    if (first === undefined) continue;
    return pool.every((count) => count.value === first.value) ? first : undefined;
  }
  return undefined;
}

/** A count under a label or column: the first figure, unless two compete. */
export function readSeats(value: string): number | undefined {
  const prose = findSeats(value);
  if (prose) return prose.value;
  const figures = [...value.matchAll(/\d{1,3}[ .']\d{3}(?!\d)|\d{1,5}/g)].map((match) => match[0]);
  if (figures.length === 1) return readCount(figures[0] as string);
  if (figures.length === 0) return readCount(value.split(/[\s(]/)[0] ?? '');
  if (/\d\s?\+\s?\d/.test(value)) return figures.reduce((sum, figure) => sum + (readCount(figure) ?? 0), 0);
  return /^\s*(?:ca\.?\s|env\.?\s|circa\s)?\d{1,5}\s*(?:\(|\p{L})/u.test(value)
    ? readCount(figures[0] as string)
    : undefined;
}
