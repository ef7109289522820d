/** One registration read from the pieces of text that are about one customer. */

import { evidenceFor, type Found, isBelieved, type Placed, place } from '../evidence.ts';
import { servicesOf } from '../services.ts';
import type { Evidence, Segment, StatedCustomer, StatedRegistration } from '../understanding.ts';
import { findClosing } from './closing.ts';
import { chooseContact } from './contact.ts';
import { countryOfTown, isTown } from './gazetteer.ts';
import type { FieldValues } from './labelled-fields.ts';
import { labelledCountry, readLabelledFields } from './labelled-fields.ts';
import { findLabelled, type LabelledValue } from './labels.ts';
import { findValue } from './money.ts';
import type { CustomerName } from './choose-name.ts';
import { choosePlace } from './place.ts';
import type { Piece } from './pieces.ts';
import type { ReadingContext } from './reading-context.ts';
import { findSeats } from './seats.ts';
import { readTyped, type Typed, withPhones } from './typed.ts';
import { nearestIdentifier } from './ownership.ts';

/** The pieces about one customer. */
export interface Scope {
  pieces: Piece[];
  /** Text about all customers of the mail: it gives what the customer's own text lacks. */
  shared?: Piece[];
  /** Labelled values, where they are known already (a table row). */
  pairs?: { piece: Piece; values: LabelledValue[] }[];
  name?: CustomerName;
}

export interface ReadRegistration {
  registration: StatedRegistration;
  /** Paths relative to the registration: `customer.name`, `seats`. */
  found: Map<string, Placed<unknown>>;
  services: Evidence[];
  /** The pieces it was read from, as segments, for whoever reads situations. */
  segments: Segment[];
}

const LABEL_CONFIDENCE = 0.95;

/** Blanks stretches of a text, keeping every offset. */
export function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const span of spans)
    result =
      result.slice(0, span.start) + ' '.repeat(Math.max(0, span.end - span.start)) + result.slice(span.end);
  return result;
}

class RecordReader {
  private readonly scope: Scope;
  private readonly context: ReadingContext;
  private readonly found = new Map<string, Placed<unknown>>();

  constructor(scope: Scope, context: ReadingContext) {
    this.scope = scope;
    this.context = context;
  }

  private put(path: string, found: Found<unknown> | undefined, piece: Piece): void {
    if (found === undefined || !isBelieved(found) || this.found.has(path)) return;
    const shifted = { ...found, start: found.start + piece.offset, end: found.end + piece.offset };
    this.found.set(path, place(shifted, piece.segment.id, piece.segment.text));
  }

  private value<T>(path: string): T | undefined {
    return this.found.get(path)?.value as T | undefined;
  }

  read(): ReadRegistration {
    const labelled =
      this.scope.pairs ?? this.scope.pieces.map((piece) => ({ piece, values: findLabelled(piece.text) }));
    this.readLabels(labelled);
    const masked = this.masked(labelled);
    this.readName();
    this.readProse(masked);
    this.readDeal(masked);
    return this.result(masked);
  }

  private readLabels(labelled: { piece: Piece; values: LabelledValue[] }[]): void {
    const { hints, mailDate } = this.context;
    const all = labelled.flatMap(({ piece, values }) => values.map((pair) => ({ piece, pair })));
    const pairs = all.map(({ pair }) => pair).filter((pair) => pair.field !== 'ignored');
    const first = readLabelledFields(pairs, { hints, mailDate });
    const country = labelledCountry(first, hints) ?? this.context.country;
    for (const { path, value, pair } of readLabelledFields(pairs, {
      country,
      hints: country ? [country, ...hints] : hints,
      mailDate,
    })) {
      const piece = all.find((entry) => entry.pair === pair)?.piece as Piece;
      if (path === 'name' && this.scope.name) continue;
      if (this.isInsiders(path, value)) continue;
      const confidence = pair.exact ? LABEL_CONFIDENCE : 0.85;
      this.put(
        isDealField(path) ? path : `customer.${path}`,
        { value, start: pair.start, end: pair.end, method: pair.method, confidence },
        piece,
      );
    }
  }

  /** A form filled with the partner's own data says nothing of the customer. */
  private isInsiders(path: keyof FieldValues, value: unknown): boolean {
    const { insider, insiderValues, outsiders } = this.context;
    if (path === 'contact_email') return insider(String(value).split('@')[1] ?? '');
    if (path === 'domain') return insider(String(value));
    if (path === 'name') return outsiders.has(String(value));
    return insiderValues.has(String(value));
  }

  /** The text with what labels already told, and what must not be read, taken out. */
  private masked(labelled: { piece: Piece; values: LabelledValue[] }[]): Piece[] {
    return this.scope.pieces.map((piece) => {
      const values = labelled.find((entry) => entry.piece === piece)?.values ?? [];
      const spans = values.filter((pair) => pair.field === 'ignored');
      return { ...piece, text: blank(piece.text, spans) };
    });
  }

  private readName(): void {
    const { name } = this.scope;
    if (!name) return;
    this.put(
      'customer.name',
      {
        value: name.name,
        start: name.start,
        end: name.end,
        method: name.method,
        confidence: name.confidence,
      },
      name.piece,
    );
    if (name.town)
      this.put(
        'customer.city',
        {
          value: name.town.name,
          start: name.town.start,
          end: name.town.end,
          method: 'prose',
          confidence: 0.8,
        },
        name.piece,
      );
  }

  private countryNow(): string | undefined {
    const vat = this.value<string>('customer.vat')?.slice(0, 2);
    const city = this.value<string>('customer.city');
    return (
      this.value<string>('customer.country') ??
      vat ??
      (city ? countryOfTown(city, this.context.hints) : undefined)
    );
  }

  private readProse(pieces: Piece[]): void {
    const { hints } = this.context;
    const before = this.countryNow() ?? this.context.country;
    let country = before;
    const typed = pieces.map((piece) =>
      readTyped(piece.text, country, country ? [country, ...hints] : hints),
    );
    const name = this.scope.name;
    pieces.forEach((piece, index) => {
      const here = typed[index] as Typed;
      const vat = nearestIdentifier(
        here.vats.filter((vat) => !this.context.insiderValues.has(vat.value.number)),
        piece,
        name,
        this.context,
      );
      if (vat) this.put('customer.vat', { ...vat, value: vat.value.number }, piece);
      const register = nearestIdentifier(
        here.registers.filter(
          (found) =>
            !this.context.insiderValues.has(found.value.number) &&
            found.value.number !== this.value<string>('customer.vat')?.slice(2),
        ),
        piece,
        name,
        this.context,
      );
      if (register)
        this.put('customer.registration_number', { ...register, value: register.value.number }, piece);
      this.readPlace(here, piece);
    });
    this.readLoosePlace(pieces, typed);
    country = this.countryNow() ?? country;
    this.readContact(
      pieces,
      country === before
        ? typed
        : pieces.map((piece, index) => withPhones(typed[index] as Typed, piece.text, country)),
    );
  }

  private readPlace(typed: Typed, piece: Piece): void {
    if (this.value('customer.postal_code') && this.value('customer.street')) return;
    const address = choosePlace(
      typed,
      piece,
      this.scope.name,
      this.context,
      this.value<string>('customer.city'),
    );
    if (!address) return;
    const { value } = address;
    if (value.postal_code && value.city) this.found.delete('customer.city');
    for (const path of ['street', 'postal_code', 'city', 'country'] as const)
      if (value[path]) this.put(`customer.${path}`, { ...address, value: value[path] }, piece);
  }

  /** A town, or a street, that stands alone. */
  private readLoosePlace(pieces: Piece[], typed: Typed[]): void {
    const { name } = this.scope;
    if (!this.value('customer.city')) {
      for (const piece of pieces) {
        const town = this.context.looseTown(piece, this.scope.name);
        if (town) this.put('customer.city', town, piece);
      }
    }
    const municipal = name && !this.value('customer.city') ? townOfMunicipality(name.name) : undefined;
    if (name && municipal)
      this.put(
        'customer.city',
        { value: municipal, start: name.start, end: name.end, method: 'derived', confidence: 0.7 },
        name.piece,
      );
    if (!this.value('customer.street')) {
      pieces.forEach((piece, index) => {
        const streets = (typed[index] as Typed).streets.filter(
          (street) => !this.context.insiderValues.has(street.value),
        );
        if (streets.length === 1) this.put('customer.street', streets[0], piece);
      });
    }
    const vat = this.value<string>('customer.vat')?.slice(0, 2);
    const city = this.found.get('customer.city');
    const country = vat ?? (city ? countryOfTown(String(city.value), this.context.hints) : undefined);
    const from = this.found.get('customer.vat') ?? city;
    if (country && from && !this.found.has('customer.country'))
      this.found.set('customer.country', { ...from, value: country, method: 'derived' });
  }

  private readContact(pieces: Piece[], typed: Typed[]): void {
    const known = {
      name: this.value<string>('customer.contact_name'),
      email: this.value<string>('customer.contact_email'),
      phone: this.value<string>('customer.contact_phone'),
      domain: this.value<string>('customer.domain'),
    };
    const contact = chooseContact(pieces, typed, known, this.scope.name?.name, this.context);
    for (const [path, entry] of Object.entries(contact))
      if (entry) this.put(`customer.${path}`, entry.found, entry.piece);
    const phone = this.value<string>('customer.contact_phone');
    if (phone && !this.found.has('customer.country')) {
      const prefix = { '+352': 'LU', '+32': 'BE', '+33': 'FR', '+49': 'DE', '+31': 'NL' };
      const country = Object.entries(prefix).find(([start]) => phone.startsWith(start))?.[1];
      const from = this.found.get('customer.contact_phone');
      if (country && from && /^\s*(?:\+|00)/.test(from.text))
        this.found.set('customer.country', { ...from, value: country, method: 'derived', confidence: 0.7 });
    }
  }

  /** Seats, value and date: the customer's own text first, then what is said of all. */
  private readDeal(pieces: Piece[]): void {
    for (const piece of [...pieces, ...(this.scope.shared ?? [])]) {
      this.put('seats', findSeats(piece.text), piece);
      this.put('value', findValue(piece.text), piece);
      this.put('expected_close', findClosing(piece.text, this.context.mailDate), piece);
    }
  }

  private result(pieces: Piece[]): ReadRegistration {
    const customer: StatedCustomer = {};
    for (const [path, found] of this.found)
      if (path.startsWith('customer.')) Object.assign(customer, { [path.slice(9)]: found.value });
    const segments = pieces.map(asSegment);
    let read = this.servicesIn(pieces);
    let context = segments;
    const shared = this.scope.shared ?? [];
    if (read.services.length === 0 && shared.length > 0) {
      read = this.servicesIn(shared);
      context = [...segments, ...shared.map(asSegment)];
    }
    const registration: StatedRegistration = {
      customer: inOrder(customer),
      services: read.services,
      situation: [],
    };
    for (const path of ['seats', 'value', 'expected_close'] as const) {
      const value = this.value(path);
      if (value !== undefined) Object.assign(registration, { [path]: value });
    }
    return { registration, found: this.found, services: read.evidence, segments: context };
  }

  private servicesIn(pieces: Piece[]): ReturnType<typeof servicesOf> {
    const names = this.context.nameSpans;
    const read = servicesOf(pieces.map(asSegment), (segment) => {
      const piece = pieces.find((one) => one.segment.id === segment.id);
      return { exclude: piece ? names(piece) : [] };
    });
    const offset = (id: number) => pieces.find((piece) => piece.segment.id === id)?.offset ?? 0;
    return {
      services: read.services,
      evidence: read.evidence.map((line) => ({
        ...line,
        start: line.start + offset(line.segment),
        end: line.end + offset(line.segment),
      })),
    };
  }
}

const MUNICIPALITY =
  /^(?:commune|ville|mairie|administration communale|gemeinde(?:verwaltung)?|stadt(?:verwaltung)?|ortsgemeinde|gemeente|stad|gemeng|stadsbestuur|gemeentebestuur) (?:de |d'|du |des |van |vun )?/i;

/** A municipality lies in the town that it is named after. */
function townOfMunicipality(name: string): string | undefined {
  const town = name.replace(MUNICIPALITY, '');
  return town !== name && isTown(town) ? town : undefined;
}

const ORDER = [
  'name',
  'vat',
  'registration_number',
  'country',
  'city',
  'postal_code',
  'street',
  'domain',
  'contact_name',
  'contact_email',
  'contact_phone',
] as const;

function inOrder(customer: StatedCustomer): StatedCustomer {
  return Object.fromEntries(
    ORDER.filter((field) => customer[field] !== undefined).map((field) => [field, customer[field]]),
  );
}

function asSegment(piece: Piece): Segment {
  return { ...piece.segment, text: piece.text };
}

function isDealField(path: string): boolean {
  return path === 'seats' || path === 'value' || path === 'expected_close';
}

/** Reads one registration. */
export function readRecord(scope: Scope, context: ReadingContext): ReadRegistration {
  return new RecordReader(scope, context).read();
}

/** Evidence lines of a registration at its place in the list. */
export function recordEvidence(read: ReadRegistration, prefix: string): Evidence[] {
  const fields = [...read.found].map(([path, found]) => evidenceFor(`${prefix}${path}`, found));
  return [
    ...fields,
    ...read.services.map((line) => ({
      ...line,
      path: line.path.replace(/^(?:registrations\.\d+\.)?/, prefix),
    })),
  ];
}
