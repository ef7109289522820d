/** What is known of a mail before any customer is read from it: who is an insider, which country is near, who wrote. */

import type { Found } from '../evidence.ts';
import type { Language, Segment } from '../understanding.ts';
import type { CustomerName } from './choose-name.ts';
import { isFreeMail, registrableDomain } from './domain.ts';
import { domainOf } from './email.ts';
import { type NameCandidate, type NameContext, rateNames } from './names.ts';
import { Outsiders } from './outsiders.ts';
import { type NamedCompany, PieceReader } from './piece-names.ts';
import { factPieces, type IsInsider, type Piece, pieceOf } from './pieces.ts';
import { addressKey } from './place.ts';
import type { Span } from './spans.ts';
import { findLooseTown, townCountriesIn } from './towns.ts';
import { readTyped, type Typed, takenBy } from './typed.ts';

export interface ReadingContext {
  insider: IsInsider;
  outsiders: Outsiders;
  /** VAT and register numbers, phones, addresses and streets of insiders' signatures. */
  insiderValues: ReadonlySet<string>;
  insiderPeople: readonly string[];
  /** Countries that are near, likeliest first. */
  hints: readonly string[];
  /** Where phone numbers without prefix are read, unless the customer's country is known. */
  country?: string;
  mailDate?: string;
  customerAuthor?: { name?: string; address: string };
  pieces: Piece[];
  /** The mail answers an older one: its subject line may be about another customer. */
  answersOurs: boolean;
  /** Written by the customer itself. */
  signature(piece: Piece): boolean;
  candidates(piece: Piece): NameCandidate[];
  companies(piece: Piece): NamedCompany[];
  nameSpans(piece: Piece): Span[];
  looseTown(piece: Piece, name: CustomerName | undefined): Found<string> | undefined;
  /** Whether a number stands in a line with an insider's name or address. */
  isInsidersLine(piece: Piece, found: Span): boolean;
}

export interface ContextInput {
  segments: Segment[];
  senderName?: string;
  senderAddress?: string;
  ownAddress: string;
  partnerNames: readonly string[];
  partnerDomains: readonly string[];
  mailDate?: string;
  /** Of the sender's own text: a last hint to the country. */
  language?: Language;
}

interface Insiders {
  values: Set<string>;
  people: string[];
  names: string[];
  countries: string[];
}

const SIGNATURE_COUNTRIES = ['LU', 'BE', 'FR', 'DE', 'NL'];

function readInsiders(signatures: Segment[]): Insiders {
  const insiders: Insiders = { values: new Set(), people: [], names: [], countries: [] };
  for (const segment of signatures) {
    const { text } = pieceOf(segment);
    const first = readTyped(text, undefined, []);
    const country =
      first.vats[0]?.value.country ??
      first.addresses[0]?.value.country ??
      first.phones[0]?.value.country ??
      first.registers[0]?.value.country;
    if (country && segment.kind === 'signature') insiders.countries.push(country);
    for (const guess of country ? [country] : SIGNATURE_COUNTRIES)
      collect(readTyped(text, guess, [guess]), insiders);
    const context: NameContext = { domains: [], taken: takenBy(first) };
    for (const run of rateNames(text, context)) if (run.form && !run.person) insiders.names.push(run.name);
  }
  return insiders;
}

function collect(typed: Typed, insiders: Insiders): void {
  for (const found of typed.vats) insiders.values.add(found.value.number).add(found.value.number.slice(2));
  for (const found of typed.registers) insiders.values.add(found.value.number);
  for (const found of typed.phones) insiders.values.add(found.value.number);
  for (const found of typed.addresses) insiders.values.add(addressKey(found.value));
  for (const found of typed.streets) insiders.values.add(found.value);
  insiders.people.push(...typed.people.map((person) => person.name));
}

function insiderTest(domains: readonly string[]): IsInsider {
  const known = new Set(domains.map((domain) => registrableDomain(domain) ?? domain));
  return (domain) => known.has(domain) || known.has(registrableDomain(domain) ?? domain);
}

/** `Re: …` over a quoted mail: the subject line is an older one. */
function isAnswer(segments: Segment[]): boolean {
  const subject = segments.find((segment) => segment.kind === 'subject')?.text ?? '';
  const replies = /^\s*(?:\[[^\]]{0,30}\]\s*)?(?:re|aw|antw|sv|rép|ré)\s?(?:\[\d\])?\s?:/i.test(subject);
  return replies && segments.some((segment) => segment.kind === 'quote');
}

/** Where a language is mostly written; others are written in several of our countries. */
const WRITTEN_IN: Record<string, string[]> = { lb: ['LU'], de: ['DE'] };

/** Everything about the mail that the readers share. Pieces' names and typed values are read once. */
export function readingContext(input: ContextInput): ReadingContext {
  const senderDomain = input.senderAddress ? domainOf(input.senderAddress) : undefined;
  const ownDomain = domainOf(input.ownAddress);
  const senderIsFree = senderDomain !== undefined && isFreeMail(senderDomain);
  const domains = [
    ...input.partnerDomains,
    ownDomain,
    ...(senderDomain && !senderIsFree ? [senderDomain] : []),
  ];
  const insider = insiderTest(domains);
  const facts = factPieces(input.segments, insider);
  const insiders = readInsiders(facts.insiderSignatures);
  const insiderNames = [...input.partnerNames, ...insiders.names, ...partnerDisplay(input.senderName)];
  const outsiders = new Outsiders(insiderNames, domains);
  const towns = facts.pieces.flatMap((piece) => townCountriesIn(piece.text));
  const hints = [
    ...new Set([
      ...insiders.countries,
      ...languageCountries(input.segments),
      ...towns,
      ...(WRITTEN_IN[input.language ?? ''] ?? []),
    ]),
  ];
  const reading = new PieceReader(facts, outsiders, insider, hints);
  return {
    insider,
    outsiders,
    insiderValues: insiders.values,
    insiderPeople: [
      ...insiders.people,
      ...(input.senderName ? [input.senderName] : []),
      'Nausicaa Rouge',
      'Nausicaa',
      ...authorsInside(input.segments, insider),
    ],
    hints,
    country: hints[0],
    mailDate: input.mailDate,
    customerAuthor: facts.customerAuthor,
    pieces: facts.pieces,
    answersOurs: isAnswer(input.segments),
    signature: (piece) => reading.isCustomers(piece.segment),
    candidates: (piece) => reading.candidates(piece),
    companies: (piece) => reading.companies(piece),
    nameSpans: (piece) => reading.nameSpans(piece),
    looseTown: (piece, name) => findLooseTown(piece, name, reading.nameSpans(piece)),
    isInsidersLine: (piece, found) => reading.isInsidersLine(piece, found),
  };
}

/** `Kirchberg Consulting | Sales`, `Alzette Cloud CRM`: display names that hold the partner's. */
function partnerDisplay(name: string | undefined): string[] {
  if (!name) return [];
  const parts = name
    .split(/\s*[|(@–/]\s*|\s-\s|\svia\s/)
    .map((part) => part.replace(/\b(?:CRM|Sales|Team|Service ?Desk|Support|Helpdesk|Info)\b/gi, '').trim());
  return [...parts, name].filter((part) => part.length > 2);
}

function authorsInside(segments: Segment[], insider: IsInsider): string[] {
  return segments.flatMap(({ author }) =>
    author?.name && author.address && insider(domainOf(author.address)) ? [author.name] : [],
  );
}

/** Where the mail's numbers and prefixes point, most often named first. */
function languageCountries(segments: Segment[]): string[] {
  const text = segments.map((segment) => segment.text.slice(0, 8000)).join('\n');
  const counts = new Map<string, number>();
  for (const match of text.matchAll(
    /\+(352|32|33|49|31)(?!\d{9,})|(?<![\p{L}])(LU|BE|FR|DE|NL)[ ]?(?=\d{8}|0\d{3}\.|\d{4} \d{4})|(?<![\p{L}])(L|B|D|F)-(?=\d{4})/gu,
  )) {
    const country =
      { 352: 'LU', 32: 'BE', 33: 'FR', 49: 'DE', 31: 'NL' }[match[1] ?? ''] ??
      match[2] ??
      ({ L: 'LU', B: 'BE', D: 'DE', F: 'FR' } as Record<string, string>)[match[3] ?? ''];
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([country]) => country);
}
