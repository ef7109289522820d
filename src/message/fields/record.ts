/** One registration read from the pieces of text that are about one customer. */

import { evidenceFor, type Placed } from '../evidence.ts';
import { servicesOf } from '../services.ts';
import type { Evidence, Segment, Service, StatedCustomer, StatedRegistration } from '../understanding.ts';
import { findClosing } from './closing.ts';
import { FieldStore } from './field-store.ts';
import { findLabelled } from './labels.ts';
import { findValue } from './money.ts';
import type { Piece } from './pieces.ts';
import type { ReadingContext } from './reading-context.ts';
import { readCustomer } from './record-customer.ts';
import { readLabels, withoutIgnored } from './record-labels.ts';
import type { Scope } from './scope.ts';
import { findSeats } from './seats.ts';

export interface ReadRegistration {
  registration: StatedRegistration;
  /** Paths relative to the registration: `customer.name`, `seats`. */
  found: Map<string, Placed<unknown>>;
  services: Evidence[];
  /** The pieces it was read from, as segments, for whoever reads situations. */
  segments: Segment[];
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

/** Reads one registration: labels first, then running text; what is said of all customers last. */
export function readRecord(scope: Scope, context: ReadingContext): ReadRegistration {
  const store = new FieldStore();
  const labelled = scope.pairs ?? scope.pieces.map((piece) => ({ piece, values: findLabelled(piece.text) }));
  readLabels(store, labelled, scope, context);
  const pieces = withoutIgnored(scope.pieces, labelled);
  readCustomer(store, pieces, scope, context);
  const shared = scope.shared ?? [];
  for (const piece of [...pieces, ...shared]) readDeal(store, piece, context);
  const own = readServices(pieces, context);
  const isShared = own.services.length === 0 && shared.length > 0;
  const { services, evidence } = isShared ? readServices(shared, context) : own;
  const segments = (isShared ? [...pieces, ...shared] : pieces).map(asSegment);
  return { registration: registrationOf(store, services), found: store.found, services: evidence, segments };
}

function readDeal(store: FieldStore, piece: Piece, context: ReadingContext): void {
  store.put('seats', findSeats(piece.text), piece);
  store.put('value', findValue(piece.text), piece);
  store.put('expected_close', findClosing(piece.text, context.mailDate), piece);
}

/** Services of several pieces together; each piece has its own number while they are read, for two may be of one segment. */
function readServices(
  pieces: readonly Piece[],
  context: ReadingContext,
): { services: Service[]; evidence: Evidence[] } {
  const numbered = pieces.map((piece, id) => ({ ...asSegment(piece), id }));
  const exclude = (segment: Segment) => ({ exclude: context.nameSpans(pieces[segment.id] as Piece) });
  const { services, evidence } = servicesOf(numbered, exclude);
  const placed = evidence.map((line) => {
    const { segment, offset } = pieces[line.segment] as Piece;
    return { ...line, segment: segment.id, start: line.start + offset, end: line.end + offset };
  });
  return { services, evidence: placed };
}

function registrationOf(store: FieldStore, services: Service[]): StatedRegistration {
  const customer: StatedCustomer = {};
  for (const field of ORDER) {
    const value = store.value<string>(`customer.${field}`);
    if (value !== undefined) customer[field] = value;
  }
  const registration: StatedRegistration = { customer, services, situation: [] };
  for (const path of ['seats', 'value', 'expected_close'] as const) {
    const value = store.value(path);
    if (value !== undefined) Object.assign(registration, { [path]: value });
  }
  return registration;
}

function asSegment(piece: Piece): Segment {
  return { ...piece.segment, text: piece.text };
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
