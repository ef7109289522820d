import type { Language } from '../message/understanding.ts';
import { numberDropsN } from './n-rule.ts';

export const ZONE = 'Europe/Luxembourg';

const LOCALES: Record<Language, string> = { fr: 'fr', de: 'de', en: 'en-GB', nl: 'nl', lb: 'lb' };

/** Between a day and its time of day. */
const AT: Record<Language, string> = { fr: ' à ', de: ' um ', en: ' at ', nl: ' om ', lb: ' um ' };

interface Parts {
  weekday: string;
  day: string;
  month: string;
  year: string;
  hour: string;
  minute: string;
  second: string;
}

const formats = new Map<Language, Intl.DateTimeFormat>();

function partsOf(instant: string, language: Language): Parts {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], {
      timeZone: ZONE,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      numberingSystem: 'latn',
    });
    formats.set(language, format);
  }
  const parts = format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]);
  return Object.fromEntries(parts) as unknown as Parts;
}

/** `lundi 5 octobre 2026`, `Montag, 5. Oktober 2026`, in Luxembourg's time. */
export function day(instant: string, language: Language): string {
  const { weekday, day: number, month, year } = partsOf(instant, language);
  switch (language) {
    case 'fr':
      return `${weekday} ${number === '1' ? '1er' : number} ${month} ${year}`;
    case 'de':
      return `${weekday}, ${number}. ${month} ${year}`;
    case 'lb':
      return `${weekday}, ${numberDropsN(Number(number)) ? 'de' : 'den'} ${number}. ${month} ${year}`;
    case 'en':
    case 'nl':
      return `${weekday} ${number} ${month} ${year}`;
  }
}

/** The day with hour and minute: for deadlines. */
export function minute(instant: string, language: Language): string {
  const { hour, minute: minutes } = partsOf(instant, language);
  return `${day(instant, language)}${AT[language]}${hour}:${minutes}`;
}

/** The day with the time to the second: for arrivals, where a second decides. */
export function moment(instant: string, language: Language): string {
  return `${minute(instant, language)}:${partsOf(instant, language).second}`;
}

const QUARTER: Record<Language, string> = {
  fr: 'trimestre $1 de $2',
  de: '$1. Quartal $2',
  en: 'quarter $1 of $2',
  nl: 'kwartaal $1 van $2',
  lb: '$1. Trimester $2',
};

/** A date, month or quarter of a record (`2026-12-15`, `2026-12`, `2027-Q1`) in words; anything else as it stands. */
export function period(value: string, language: Language): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(`${value}T12:00:00Z`, language);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  if (quarter) return QUARTER[language].replace('$1', quarter[2]!).replace('$2', quarter[1]!);
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(value)) return value;
  const { month, year } = partsOf(`${value}-15T12:00:00Z`, language);
  return `${month} ${year}`;
}

/** An amount as the mail gave it (`450 EUR / month`) as one writes it; anything else as it stands. */
export function money(value: string, language: Language, per: Record<string, string>): string {
  const parts = /^(\d{1,12}(?:\.\d{1,4})?) ([A-Z]{3})(?: \/ (month|year|once))?$/.exec(value);
  if (!parts) return value;
  const amount = Number(parts[1]);
  const written = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency: parts[2],
    minimumFractionDigits: amount % 1 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(amount);
  return [written, per[parts[3] ?? '']].filter((part) => part).join(' ');
}
