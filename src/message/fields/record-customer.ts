/** The customer's fields from running text: numbers, place, contact. */

import type { Found } from '../evidence.ts';
import { chooseContact } from './contact.ts';
import type { FieldStore } from './field-store.ts';
import { countryOfTown, isTown } from './gazetteer.ts';
import { nearestIdentifier } from './ownership.ts';
import type { Piece } from './pieces.ts';
import { choosePlace } from './place.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Scope } from './scope.ts';
import { readTyped, type Typed, withPhones } from './typed.ts';

const PHONE_PREFIXES: Record<string, string> = {
  '+352': 'LU',
  '+32': 'BE',
  '+33': 'FR',
  '+49': 'DE',
  '+31': 'NL',
};

/** Puts name, identifiers, place and contact into the store, as far as labels left them open. */
export function readCustomer(
  store: FieldStore,
  pieces: Piece[],
  scope: Scope,
  context: ReadingContext,
): void {
  new CustomerReader(store, pieces, scope, context).read();
}

class CustomerReader {
  private readonly store: FieldStore;
  private readonly pieces: Piece[];
  private readonly scope: Scope;
  private readonly context: ReadingContext;

  constructor(store: FieldStore, pieces: Piece[], scope: Scope, context: ReadingContext) {
    this.store = store;
    this.pieces = pieces;
    this.scope = scope;
    this.context = context;
  }

  read(): void {
    this.readName();
    const { hints } = this.context;
    const first = this.countryNow() ?? this.context.country;
    const typed = this.pieces.map((piece) => readTyped(piece.text, first, first ? [first, ...hints] : hints));
    this.pieces.forEach((piece, index) => {
      this.readIdentifiers(typed[index] as Typed, piece);
      this.readAddress(typed[index] as Typed, piece);
    });
    this.readTown();
    this.readStreet(typed);
    this.deriveCountry();
    const country = this.countryNow() ?? first;
    const again = (one: Typed, index: number) => withPhones(one, (this.pieces[index] as Piece).text, country);
    this.readContact(country === first ? typed : typed.map(again));
  }

  private readName(): void {
    const { name } = this.scope;
    if (!name) return;
    const { start, end, method, confidence, piece, town } = name;
    this.store.put('customer.name', { value: name.name, start, end, method, confidence }, piece);
    if (town)
      this.store.put(
        'customer.city',
        { value: town.name, start: town.start, end: town.end, method: 'prose', confidence: 0.8 },
        piece,
      );
  }

  private countryNow(): string | undefined {
    const vat = this.store.value<string>('customer.vat')?.slice(0, 2);
    const city = this.store.value<string>('customer.city');
    return (
      this.store.value<string>('customer.country') ??
      vat ??
      (city ? countryOfTown(city, this.context.hints) : undefined)
    );
  }

  private readIdentifiers(typed: Typed, piece: Piece): void {
    const { insiderValues } = this.context;
    const put = <T extends { number: string }>(path: string, found: Found<T>[]) => {
      const own = nearestIdentifier(found, piece, this.scope.name, this.context);
      if (own) this.store.put(path, { ...own, value: own.value.number }, piece);
    };
    put(
      'customer.vat',
      typed.vats.filter((found) => !insiderValues.has(found.value.number)),
    );
    const vat = this.store.value<string>('customer.vat')?.slice(2);
    put(
      'customer.registration_number',
      typed.registers.filter((found) => !insiderValues.has(found.value.number) && found.value.number !== vat),
    );
  }

  private readAddress(typed: Typed, piece: Piece): void {
    if (this.store.value('customer.postal_code') && this.store.value('customer.street')) return;
    const address = choosePlace(
      typed,
      piece,
      this.scope.name,
      this.context,
      this.store.value<string>('customer.city'),
    );
    if (!address) return;
    const { value } = address;
    if (value.postal_code && value.city && !this.isLabelled('customer.city'))
      this.store.found.delete('customer.city');
    for (const path of ['street', 'postal_code', 'city', 'country'] as const)
      if (value[path]) this.store.put(`customer.${path}`, { ...address, value: value[path] }, piece);
  }

  private isLabelled(path: string): boolean {
    const method = this.store.found.get(path)?.method;
    return method === 'label' || method === 'table';
  }

  /** A town that stands alone; a municipality lies in the town that it is named after. */
  private readTown(): void {
    const { name } = this.scope;
    for (const piece of this.pieces) {
      if (this.store.value('customer.city')) return;
      this.store.put('customer.city', this.context.looseTown(piece, name), piece);
    }
    const municipal = name ? townOfMunicipality(name.name) : undefined;
    if (name && municipal)
      this.store.put(
        'customer.city',
        { value: municipal, start: name.start, end: name.end, method: 'derived', confidence: 0.7 },
        name.piece,
      );
  }

  private readStreet(typed: Typed[]): void {
    this.pieces.forEach((piece, index) => {
      const streets = (typed[index] as Typed).streets.filter(
        (street) => !this.context.insiderValues.has(street.value),
      );
      if (streets.length === 1) this.store.put('customer.street', streets[0], piece);
    });
  }

  private deriveCountry(): void {
    const vat = this.store.value<string>('customer.vat');
    if (vat) this.store.derive('customer.country', 'customer.vat', vat.slice(0, 2));
    const city = this.store.value<string>('customer.city');
    const country = city ? countryOfTown(city, this.context.hints) : undefined;
    if (country) this.store.derive('customer.country', 'customer.city', country);
  }

  private readContact(typed: Typed[]): void {
    const value = (path: string) => this.store.value<string>(`customer.${path}`);
    const known = {
      name: value('contact_name'),
      email: value('contact_email'),
      phone: value('contact_phone'),
      domain: value('domain'),
    };
    const contact = chooseContact(this.pieces, typed, known, this.scope.name?.name, this.context);
    for (const [path, entry] of Object.entries(contact))
      if (entry) this.store.put(`customer.${path}`, entry.found, entry.piece);
    const phone = value('contact_phone');
    const written = this.store.found.get('customer.contact_phone')?.text ?? '';
    const prefix = phone ? Object.keys(PHONE_PREFIXES).find((start) => phone.startsWith(start)) : undefined;
    if (prefix && /^\s*(?:\+|00)/.test(written))
      this.store.derive('customer.country', 'customer.contact_phone', PHONE_PREFIXES[prefix], 0.7);
  }
}

const MUNICIPALITY =
  /^(?:commune|ville|mairie|administration communale|gemeinde(?:verwaltung)?|stadt(?:verwaltung)?|ortsgemeinde|gemeente|stad|gemeng|stadsbestuur|gemeentebestuur) (?:de |d'|du |des |van |vun )?/i;

function townOfMunicipality(name: string): string | undefined {
  const town = name.replace(MUNICIPALITY, '');
  return town !== name && isTown(town) ? town : undefined;
}
