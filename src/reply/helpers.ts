import type { HelperDelegate, HelperOptions } from 'handlebars';
import type { Language, Service } from '../message/understanding.ts';
import { cut } from './clean.ts';
import { day, minute, moment, money, period } from './dates.ts';
import { MARK } from './markup.ts';
import type { CustomerShown } from './params.ts';
import { countryName, customerLine, customerName, list, services } from './phrases.ts';
import { WORDS, type Words } from './words/index.ts';

/** Dictionaries that a template may look a code up in: `{{word 'statuses' status}}`. */
type Dictionary = Exclude<keyof Words, 'colon' | 'and' | 'unnamed' | 'vat' | 'companyNumber' | 'ends'>;

/** The helpers of the templates of one language. Each throws for a missing value: a notice has no gaps. */
export function helpersFor(language: Language): Record<string, HelperDelegate> {
  const words = WORDS[language];
  return {
    day: (instant: unknown) => day(text(instant, 'day'), language),
    minute: (instant: unknown) => minute(text(instant, 'minute'), language),
    moment: (instant: unknown) => moment(text(instant, 'moment'), language),
    services: (wanted: unknown) => services(array(wanted, 'services') as Service[], language),
    customer: (customer: unknown) => customerName(object(customer, 'customer'), language),
    shortCustomer: (customer: unknown) => customerName(object(customer, 'shortCustomer'), language, 50),
    customerLine: (customer: unknown) => customerLine(object(customer, 'customerLine'), language),
    short: (hash: unknown) => text(hash, 'short').slice(0, 12),
    cut: (value: unknown, limit: number) => cut(text(value, 'cut'), limit),
    link: (target: unknown) => `${MARK.linkStart}${text(target, 'link')}${MARK.linkEnd}`,
    quote: (value: unknown) =>
      text(value, 'quote')
        .split('\n')
        .map((line) => MARK.quote + line)
        .join('\n'),
    list: (items: unknown) => list(array(items, 'list') as string[], language),
    field: (path: unknown) => capital(wordFor(words, 'fields', lastPart(path))),
    changed: (path: unknown, value: unknown) =>
      changedValue(language, lastPart(path), text(value, 'changed')),
    dated: (value: unknown) => period(text(value, 'dated'), language),
    money: (value: unknown) => money(text(value, 'money'), language, words.per),
    word: (dictionary: Dictionary, code: unknown) => wordFor(words, dictionary, code),
    wordList: (dictionary: Dictionary, codes: unknown) =>
      list(
        array(codes, 'wordList').map((code) => wordFor(words, dictionary, code)),
        language,
      ),
    is: (one: unknown, other: unknown) => one === other,
    known: (customer: unknown) => Object.keys(object(customer, 'known')).length > 0,
    any: (...values: unknown[]) => values.slice(0, -1).some(isFilled),
    when(this: unknown, value: unknown, ...rest: unknown[]): string {
      const options = rest.at(-1) as HelperOptions;
      return rest.slice(0, -1).includes(value) ? options.fn(this) : options.inverse(this);
    },
  };
}

/** `customer.city` is the field `city`. */
function lastPart(path: unknown): string {
  const whole = text(path, 'field');
  return whole.split('.').at(-1) || whole;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The new value of a field as one would say it: services and situations are codes, an amount or a date has its form. */
function changedValue(language: Language, path: string, value: string): string {
  const words = WORDS[language];
  if (path === 'value') return money(value, language, words.per);
  if (path === 'expected_close') return period(value, language);
  if (path === 'country') return countryName(value, language);
  if (path !== 'services' && path !== 'situation') return value;
  const dictionary = path === 'services' ? 'services' : 'situations';
  const codes = value.split(/[\s,]+/).filter((code) => code !== '');
  return list(
    codes.map((code) => wordFor(words, dictionary, code)),
    language,
  );
}

/** The word of a code; a code that the dictionary does not hold (free text of a mail) stands for itself. */
function wordFor(words: Words, dictionary: Dictionary, code: unknown): string {
  const entries: Record<string, string> = words[dictionary];
  const known = text(code, dictionary);
  return Object.hasOwn(entries, known) ? (entries[known] ?? known) : known;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function text(value: unknown, helper: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new TypeError(`template helper ${helper}: a text is missing`);
}

function array(value: unknown, helper: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError(`template helper ${helper}: a list is missing`);
}

function object(value: unknown, helper: string): CustomerShown {
  if (value !== null && typeof value === 'object') return value;
  throw new TypeError(`template helper ${helper}: a customer is missing`);
}
