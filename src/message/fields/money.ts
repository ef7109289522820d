/** Amounts of money with currency and period. */

import type { Found } from '../evidence.ts';
import { fold } from '../lexicon/fold.ts';
import { occurrences, occurs, pattern } from '../lexicon/pattern.ts';
import type { Money } from '../understanding.ts';
import { NOT_THE_VALUE, ONCE, PER_MONTH, PER_YEAR, THE_VALUE } from './lexicon/money.ts';
import { readHundreds, readNumber } from './numbers.ts';

/** An amount as it stands; the period is absent where the text names none. */
export interface Amount extends Omit<Money, 'per'> {
  per?: Money['per'];
}

const CURRENCIES: Record<string, string> = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  chf: 'CHF',
  usd: 'USD',
  $: 'USD',
  gbp: 'GBP',
  '£': 'GBP',
};
const FIGURE = String.raw`\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,2})?(?![\d,])|\d{1,3}(?:[ .'\u00a0\u202f]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?(?:,-|,--)?`;
const UNIT = String.raw`(?:[ ]?(k|t|mio|tsd)(?=\.?(?:[ ]|€|eur|$|[),;/]))\.?)?`;
const SIGN = String.raw`€|eur(?:os?)?(?![\p{L}])|chf(?![\p{L}])|usd(?![\p{L}])|gbp(?![\p{L}])|\$|£`;
const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:(${SIGN})[ ]{0,2}(${FIGURE})${UNIT}|(${FIGURE})${UNIT}[ ]{0,2}(${SIGN}))`,
  'giu',
);
const month = pattern(PER_MONTH);
const year = pattern(PER_YEAR);
const once = pattern(ONCE);
const notValue = pattern(NOT_THE_VALUE);
const theValue = pattern(THE_VALUE);
/** Between an amount and its period stand at most these: `netto / Monat`, `HTVA par mois`, `(récurrent mensuel)`. */
const AFTER = 34;

function scale(unit: string | undefined): number {
  if (unit === undefined) return 1;
  return unit.toLowerCase() === 'mio' ? 1_000_000 : 1000;
}

/** The nearest period word in a stretch of folded text. */
export function periodIn(folded: string): Money['per'] | undefined {
  const first = (expression: RegExp) =>
    occurrences(folded, expression, 1)[0]?.start ?? Number.POSITIVE_INFINITY;
  const [m, y, o] = [first(month), first(year), first(once)];
  const nearest = Math.min(m, y, o);
  if (nearest === Number.POSITIVE_INFINITY) return undefined;
  if (nearest === m) return 'month';
  return nearest === y ? 'year' : 'once';
}

/** `neunhundert Euro`, `huit cents euros`, `five hundred euros`: whole amounts in words. */
const IN_WORDS = /(?<![\p{L}])((?:\p{L}{3,24}[ -]){0,3}\p{L}{4,24})[ ](euros?|eur|€)(?![\p{L}])/giu;

function amountInWords(words: string): { value: number; length: number } | undefined {
  const parts = words.split(/[ -]/);
  for (let from = 0; from < parts.length; from++) {
    const phrase = parts.slice(from).join(' ');
    const value = readHundreds(phrase);
    if (value !== undefined) return { value, length: phrase.length };
  }
  return undefined;
}

/** The text after an amount that can still name its period: up to the next amount, sentence or line. */
function tail(folded: string, end: number): string {
  const after = folded.slice(end, end + AFTER);
  const stop = after.search(/[.!?;](?:\s|$)|\n|\d{2}|€|\beur|, (?:et|und|en|and|an|mais|aber|maar|but)\b/);
  return stop < 0 ? after : after.slice(0, stop);
}

/** `Montant mensuel : 340 €`, `monthly 340`, `MRR 340 EUR`: the period before the amount, within its clause. */
function head(folded: string, start: number): string {
  const before = folded.slice(Math.max(0, start - 40), start);
  const stop = Math.max(
    before.lastIndexOf('\n'),
    before.lastIndexOf('. '),
    before.lastIndexOf(';'),
    before.lastIndexOf('€'),
  );
  return before.slice(stop + 1);
}

/** Every amount with a currency sign or code. */
export function findAmounts(text: string): Found<Amount>[] {
  const folded = fold(text);
  const found: Found<Amount>[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const value = readNumber(match[2] ?? match[4] ?? '');
    const currency = CURRENCIES[(match[1] ?? match[6] ?? '').toLowerCase()];
    if (value === undefined || currency === undefined || value === 0) continue;
    const start = match.index;
    const end = start + match[0].length;
    const per = periodIn(tail(folded, end)) ?? periodIn(head(folded, start));
    const amount = Math.round(value * scale(match[3] ?? match[5]) * 100) / 100;
    found.push({ value: { amount, currency, per }, start, end, method: 'pattern', confidence: 0.8 });
  }
  for (const match of text.matchAll(IN_WORDS)) {
    const read = amountInWords(match[1] as string);
    if (!read) continue;
    const start = match.index + (match[1] as string).length - read.length;
    const end = match.index + match[0].length;
    const per = periodIn(tail(folded, end)) ?? periodIn(head(folded, start));
    found.push({
      value: { amount: read.value, currency: 'EUR', per },
      start,
      end,
      method: 'words',
      confidence: 0.75,
    });
  }
  found.forEach((amount, index) => {
    const next = found[index + 1];
    if (amount.value.per === undefined && next && CONTRAST.test(folded.slice(amount.end, next.start)))
      amount.value.per = next.value.per;
  });
  for (const amount of found) amount.value.per ??= neighbourPeriod(folded, amount, found);
  return found;
}

/** In one sentence all amounts have the period that one of them is given: `1.900 Euro im Monat, wir bieten 1.450 Euro an`. */
function neighbourPeriod(
  folded: string,
  amount: Found<Amount>,
  all: readonly Found<Amount>[],
): Money['per'] | undefined {
  const near = all.filter(
    (other) =>
      other !== amount && other.value.per !== undefined && Math.abs(other.start - amount.start) < 110,
  );
  const sameSentence = near.find(
    (other) =>
      !/[.!?]\s|\n\n/.test(
        folded.slice(Math.min(amount.end, other.end), Math.max(amount.start, other.start)),
      ),
  );
  return sameSentence?.value.per;
}

/** `520 € statt 450 € im Monat`: the period is said once, for both. */
const CONTRAST =
  /^\s?(?:statt|anstatt|anstelle von|au lieu de|instead of|in plaats van|amplaz(?: vun)?|et non|et pas|nicht|not|niet)\s$/;

/** The clause before an amount: what it says decides whether the amount is the deal's. */
function clauseBefore(folded: string, start: number): string {
  const before = folded.slice(Math.max(0, start - 110), start);
  const stop = before.search(
    /(?:[.!?;:](?=\s)|\n|, (?:wir|wij|nous|we|on|mir|mais|aber|maar|but|mee|et|und)(?= ))(?![\s\S]*(?:[.!?;](?=\s)|\n|, (?:wir|wij|nous|we|on|mir|mais|aber|maar|but|mee)(?= )))/,
  );
  return stop < 0 ? before : before.slice(stop + 1);
}

/** `contre 230 € aujourd'hui`, `1.900 € today`: what is paid now, said after the amount. */
const NOW_AFTER =
  /^[^.;\n]{0,18}\b(?:aujourd'hui|actuellement|heute|derzeit|bisher|today|currently|at present|vandaag|momenteel|nu |bis elo|chez|bei der|bei dem|bij)\b/;

function standing(folded: string, amount: Found<Amount>): number {
  const before = clauseBefore(folded, amount.start);
  const after = folded.slice(amount.end, amount.end + 30);
  const negatives = occurrences(before, notValue);
  const positives = occurrences(before, theValue);
  const lastNegative = negatives.at(-1)?.start ?? -1;
  const lastPositive = positives.at(-1)?.start ?? -1;
  if (/^[^.\n]{0,16}\b(?:gewichtet|weighted|pondere|gewogen)/.test(after)) return -1;
  if (lastNegative > lastPositive || NOW_AFTER.test(after)) return -1;
  return (
    (lastPositive >= 0 ? 1 : 0) +
    (amount.value.per === 'month' ? 0.6 : 0) +
    (amount.value.per === 'year' ? 0.3 : 0)
  );
}

/**
 * The deal's value: the amount whose clause speaks of it; never what is paid today, capital or list prices.
 * Undefined where two amounts could be it, or the period is not said.
 */
export function findValue(text: string): Found<Money> | undefined {
  const folded = fold(text);
  const rated = findAmounts(text)
    .filter((amount) => amount.value.per !== undefined)
    .map((amount) => ({ amount, rating: standing(folded, amount) }))
    .filter(({ rating }) => rating >= 0);
  if (rated.length === 0) return undefined;
  const best = Math.max(...rated.map(({ rating }) => rating));
  const top = rated.filter(({ rating }) => rating === best).map(({ amount }) => amount);
  const [first] = top;
  if (first === undefined || top.some((other) => other.value.amount !== first.value.amount)) return undefined;
  return {
    ...first,
    value: {
      amount: first.value.amount,
      currency: first.value.currency,
      per: first.value.per as Money['per'],
    },
  };
}

/** A value under a label or column; the label may hold currency and period (`EUR/Monat`, `MRR EUR`). */
export function readValue(value: string, label: string): Money | undefined {
  const hint = fold(label);
  const withSign = findAmounts(value)[0]?.value;
  const bare = /^\s*(?:ca\.?|env\.?|±|~|circa)?\s*(\d[\d.,' \u00a0]*)\s*(?:[^\d]{0,30})$/iu.exec(value);
  const amount = withSign?.amount ?? (bare ? readNumber((bare[1] as string).trim()) : undefined);
  if (amount === undefined || amount === 0) return undefined;
  const currency =
    withSign?.currency ??
    (/€|eur/.test(hint) || !/chf|usd|\$|£|gbp/.test(hint) ? 'EUR' : hint.includes('chf') ? 'CHF' : 'USD');
  if (
    withSign === undefined &&
    !/€|eur|chf|usd|gbp/.test(`${hint} ${fold(value)}`) &&
    !occurs(
      hint,
      pattern([
        'mrr',
        'arr',
        'umsatz*',
        'wert*',
        'montant*',
        'value',
        'revenu*',
        'waarde',
        'bedrag',
        'budget*',
        'valeur',
        'omzet',
        'wert',
        'betrag',
        'mensuel*',
      ]),
    )
  )
    return undefined;
  const per = withSign?.per ?? periodIn(fold(value)) ?? periodIn(hint);
  return per === undefined ? undefined : { amount, currency, per };
}
