/** Dates in five languages, with the precision that the text has: day, month or quarter. */

import type { Found } from '../evidence.ts';
import { fold } from '../lexicon/fold.ts';
import {
  type Day,
  nextWeekday,
  reference,
  type StatedDate,
  toDay,
  toMonth,
  weekMonth,
  weeksAhead,
  yearFor,
} from './calendar.ts';
import { oneOf } from './keys.ts';
import { MONTHS, ORDINALS, WEEKDAYS } from './lexicon/months.ts';
import { readCount } from './numbers.ts';

const MONTH = oneOf(MONTHS.keys());
const ORDINAL = oneOf(ORDINALS.keys());
const YEAR = String.raw`(20\d{2})`;
const NO_WORD = String.raw`(?![\p{L}\d])`;
const NUMERIC =
  /(?<![\d.,/\p{L}-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\5(\d{4}|\d{2}))(?![\d/-]|[.,]\d)/gu;
/** `vóór 20/12`, `bis 31.12.`, `avant le 15/01`: without a year only after a word for a point in time. */
const SHORT =
  /(?<=(?:^|[^\p{L}])(?:am|le|zum|vor|voor|avant|avant le|before|bis|bis zum|op|by|au|tegen|on|d'ici le|virun|den|jusqu'au|until|uiterlijk|spatestens|om|rond|vers le|per|um) )(\d{1,2})[/.](\d{1,2})\.?(?![\d/€%]|[.,]\d| ?(?:€|eur|uhr|h\b|postes|user))/gu;
const DAY_MONTH = new RegExp(
  String.raw`(?<![\p{L}\d])(\d{1,2})(?:er|\.|e|ste|de|st|nd|rd|th)?[ ]{1,2}(?:of |de |d'|vum )?(${MONTH})${NO_WORD}\.?(?:[ ]{1,2}${YEAR}(?!\d))?`,
  'gu',
);
const MONTH_DAY = new RegExp(
  String.raw`(?<![\p{L}\d])(${MONTH})\.?[ ](\d{1,2})(?:st|nd|rd|th)?(?![\d.:])(?:,?[ ]${YEAR}(?!\d))?`,
  'gu',
);
const MONTH_YEAR = new RegExp(
  String.raw`(?<![\p{L}\d])(${MONTH})${NO_WORD}\.?(?:[ /-]{1,2}(?:of |de )?(?:${YEAR}|'(\d{2}))(?!\d))?`,
  'gu',
);
const NUMERIC_MONTH = /(?<![\d.,/\p{L}-])(\d{1,2})[/.](20\d{2})(?![\d/-])/gu;
const QUARTER = new RegExp(
  String.raw`(?<![\p{L}\d])(?:[qt]\s?([1-4])(?:[ /-]{0,2}(?:de |en |van |of |vum )?(?:${YEAR}|'?(\d{2})(?!\d)))?|(?:im |au |in the |in het )?(${ORDINAL})\.?[ ](?:trimestre|quartal|quarter|kwartaal|trimester)(?:[ ](?:de |of |van |vum |in )?${YEAR})?)(?![\p{L}\d])`,
  'gu',
);
const WEEK = new RegExp(
  String.raw`(?<![\p{L}\d])(?:kw|kalenderwoche|semaine|week|woch)\s?(\d{1,2})(?!\d|[ ](?:jours|tage|dagen))(?:[ /-]{0,2}\(?${YEAR}\)?)?`,
  'gu',
);
const NAMED =
  /(?<![\p{L}])(?:(fin(?: de l')? ?d?'?annee|fin de l'annee|d'ici la fin de l'annee|jahresende|ende des jahres|ende (?:dieses |diesen )?jahres|end of (?:the |this )?year|year[- ]end|eind(?:e)? (?:van het |dit |van dit )?jaar|jaareinde|(?:e)?enn vum joer|joersenn|avant noel|before christmas|vor weihnachten|voor kerst(?:mis)?|virun chreschtdag|noel|weihnachten|christmas|virun de feierdeeg|vor den feiertagen|avant les fetes(?: de fin d'annee)?|voor de feestdagen|before the holidays)|(mois prochain|nachsten? monat|nachsten monats|next month|volgende maand|nachste mount)|(ce mois(?:-ci)?|diesen monat|diesem monat|this month|deze maand|dese mount))(?![\p{L}])/gu;

const RELATIVE =
  /(?<![\p{L}])(?:in|d'ici|dans|within|binnen|over|an|a|innerhalb von|innert) (\d{1,2}|\p{L}{3,8}) (semaines?|wochen?|weeks?|weken|woche[nr]?|wochens?)(?![\p{L}])/gu;

const WEEKDAY = new RegExp(
  String.raw`(?<![\p{L}])(${oneOf(WEEKDAYS.keys())})(?![\p{L}]|,? (?:den |de |le |the )?\d|s)`,
  'gu',
);

/** `unterschrieben am Freitag`, `last Friday`: a day that was. */
const PAST_BEFORE =
  /(?:unterschrieben|unterzeichnet|signe|signed|getekend|ondertekend|ennerschriwwen|letzten|vorigen|last|afgelopen|vorige|leschte|leschten|seit|depuis|since|sinds) (?:am |on |op |le |den |de )?$/;

type Reader = (
  folded: string,
  today: Day | undefined,
  put: (match: RegExpMatchArray, value: StatedDate | undefined) => void,
) => void;

const century = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));

const readers: Reader[] = [
  (folded, _today, put) => {
    for (const match of folded.matchAll(NUMERIC)) {
      if (match[1]) put(match, toDay(Number(match[1]), Number(match[2]), Number(match[3])));
      else put(match, toDay(century(match[7] as string), Number(match[6]), Number(match[4])));
    }
  },
  (folded, today, put) => {
    for (const match of folded.matchAll(DAY_MONTH)) {
      const [month, day] = [MONTHS.get(match[2] as string) as number, Number(match[1])];
      const year = match[3] ? Number(match[3]) : yearFor(month, day, today);
      put(match, year === undefined ? undefined : toDay(year, month, day));
    }
  },
  (folded, today, put) => {
    for (const match of folded.matchAll(MONTH_DAY)) {
      const [month, day] = [MONTHS.get(match[1] as string) as number, Number(match[2])];
      const year = match[3] ? Number(match[3]) : yearFor(month, day, today);
      put(match, year === undefined ? undefined : toDay(year, month, day));
    }
  },
  (folded, today, put) => {
    for (const match of folded.matchAll(QUARTER)) {
      const quarter = match[1] ? Number(match[1]) : ORDINALS.get(match[4] as string);
      const written = match[2] ?? match[3] ?? match[5];
      const year = written ? century(written) : yearFor((quarter ?? 0) * 3, undefined, today);
      put(match, quarter === undefined || year === undefined ? undefined : `${year}-Q${quarter}`);
    }
  },
  (folded, today, put) => {
    for (const match of folded.matchAll(SHORT)) {
      const [day, month] = [Number(match[1]), Number(match[2])];
      const year = month >= 1 && month <= 12 ? yearFor(month, day, today) : undefined;
      put(match, year === undefined ? undefined : toDay(year, month, day));
    }
  },
  (folded, _today, put) => {
    for (const match of folded.matchAll(NUMERIC_MONTH)) {
      const month = Number(match[1]);
      put(match, month >= 1 && month <= 12 ? toMonth(Number(match[2]), month) : undefined);
    }
  },
  (folded, today, put) => {
    for (const match of folded.matchAll(MONTH_YEAR)) {
      const written = match[2] ?? match[3];
      const name = match[1] as string;
      const month = MONTHS.get(name) as number;
      if (!written && !isMonthHere(folded, match.index, name)) continue;
      const year = written ? century(written) : yearFor(month, undefined, today);
      put(match, year === undefined ? undefined : toMonth(year, month));
    }
  },
  (folded, today, put) => {
    for (const match of folded.matchAll(WEEK))
      put(match, weekMonth(Number(match[1]), match[2] ? Number(match[2]) : undefined, today));
  },
  (folded, today, put) => {
    for (const match of folded.matchAll(WEEKDAY)) {
      if (!PAST_BEFORE.test(folded.slice(Math.max(0, match.index - 30), match.index)))
        put(match, nextWeekday(WEEKDAYS.get(match[1] as string), today));
    }
  },
  (folded, today, put) => {
    for (const match of folded.matchAll(RELATIVE))
      put(match, weeksAhead(readCount(match[1] as string), today));
  },
  (folded, today, put) => {
    for (const match of folded.matchAll(NAMED)) {
      if (today === undefined) continue;
      const next =
        today.month === 12
          ? { year: today.year + 1, month: 1 }
          : { year: today.year, month: today.month + 1 };
      if (match[1]) put(match, toMonth(today.year, 12));
      else put(match, match[2] ? toMonth(next.year, next.month) : toMonth(today.year, today.month));
    }
  },
];

/** Short forms and words with other meanings (`mai`, `mars`, `may`, `mar`) need a preposition before them. */
function isMonthHere(folded: string, start: number, name: string): boolean {
  if (name.length > 5 && name !== 'august') return true;
  const before = folded.slice(Math.max(0, start - 18), start);
  return /(?:^|[^\p{L}])(?:en|in|im|i|au|mi-?|fin|fin de|debut|mitte|ende|anfang|bis|eind|begin|half|medio|of|by|end of|early|late|mid-?|avant|vor|voor|before|per|tegen|am|zu|d'ici|courant|ab|vum|bis enn|enn|ufanks|mett|until|spatestens|uiterlijk|de|vers|rond|around|gegen)\s?$/u.test(
    before,
  );
}

/**
 * Every date in the text, in order; `mailDate` (ISO) places dates without a year: the next one to come.
 * A month or quarter is given as such, never as a day.
 */
export function findDates(text: string, mailDate?: string): Found<StatedDate>[] {
  const folded = fold(text);
  const today = reference(mailDate);
  const found: Found<StatedDate>[] = [];
  for (const read of readers) {
    read(folded, today, (match, value) => {
      const start = match.index as number;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) return;
      if (value !== undefined) found.push({ value, start, end, method: 'pattern', confidence: 0.85 });
    });
  }
  return found.sort((a, b) => a.start - b.start);
}
