/** One registration read from the pieces of text that are about one customer. */

import { evidenceFor, type Placed } from '../evidence.ts';
import { servicesOf } from '../services.ts';
import type { Evidence, Segment, Service, StatedCustomer, StatedRegistration } from '../understanding.ts';
import { findClosing } from './closing.ts';
import { FieldStore } from './field-store.ts';
import { findLabelled } from './labels.ts';
import { findValue } from './money.ts';
import { type Piece, readOver } from './pieces.ts';
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
  /** What it was read from, for whoever reads situations. */
  pieces: Piece[];
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
  return {
    registration: registrationOf(store, services),
    found: store.found,
    services: evidence,
    pieces: isShared ? [...pieces, ...shared] : pieces,
  };
}

function readDeal(store: FieldStore, piece: Piece, context: ReadingContext): void {
  store.put('seats', findSeats(piece.text), piece);
  store.put('value', findValue(piece.text), piece);
  store.put('expected_close', findClosing(piece.text, context.mailDate), piece);
}

/** Services of several pieces together; words inside names do not count. */
function readServices(
  pieces: readonly Piece[],
  context: ReadingContext,
): { services: Service[]; evidence: Evidence[] } {
  const exclude = (segment: Segment) => ({ exclude: context.nameSpans(pieces[segment.id] as Piece) });
  return readOver(pieces, (segments) => servicesOf(segments, exclude));
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
