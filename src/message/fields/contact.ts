/** The person to talk to at the customer, with address, phone and web domain. */

import type { Found } from '../evidence.ts';
import { type Candidate, ContactReader, follows, samePerson } from './contact-candidates.ts';
import { isFreeMail, registrableDomain } from './domain.ts';
import { domainOf } from './email.ts';
import { domainAgreement } from './names.ts';
import { coreOf } from './outsiders.ts';
import { isAddressOf, type Person } from './people.ts';
import type { Piece } from './pieces.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Typed } from './typed.ts';

export interface Entry {
  found: Found<string>;
  piece: Piece;
}

export interface Contact {
  contact_name?: Entry;
  contact_email?: Entry;
  contact_phone?: Entry;
  domain?: Entry;
}

/** What labels told already. */
export interface KnownContact {
  name?: string;
  email?: string;
  phone?: string;
  domain?: string;
}

/** The fullest form of the chosen person's name anywhere in the text. */
function fullest(chosen: Candidate, candidates: Candidate[], everyone: Person[]): string {
  const forms = [
    ...candidates.map(({ person }) => person.name),
    ...everyone.map((person) => person.name),
  ].filter((name) => samePerson(name, chosen.person.name));
  return forms.reduce(
    (best, name) => (name.split(' ').length > best.split(' ').length ? name : best),
    chosen.person.name,
  );
}

/** Fills what labels left open: the person by rank; then the address and phone that are that person's or the only ones. */
export function chooseContact(
  pieces: Piece[],
  typed: Typed[],
  known: KnownContact,
  customer: string | undefined,
  context: ReadingContext,
): Contact {
  const reader = new ContactReader(context, customer);
  const candidates = reader.candidates(pieces, typed);
  const contact: Contact = {};
  const chosen = known.name
    ? candidates.find(({ person }) => samePerson(person.name, known.name as string))
    : candidates[0];
  const everyone = typed.flatMap((one) => one.people);
  if (!known.name && chosen) {
    const value = fullest(chosen, candidates, everyone);
    contact.contact_name = {
      piece: chosen.piece,
      found: {
        value,
        start: chosen.person.start,
        end: chosen.person.end,
        method: chosen.person.by,
        confidence: Math.min(0.95, 0.5 + chosen.rank / 10),
      },
    };
  } else if (!known.name) contact.contact_name = authorEntry(pieces, context);
  const person = known.name ?? contact.contact_name?.found.value;
  if (!known.email) contact.contact_email = chooseEmail(pieces, typed, person, chosen, reader, context);
  if (!known.phone) contact.contact_phone = choosePhone(pieces, typed, chosen, context);
  if (!known.domain)
    contact.domain = chooseDomain(
      pieces,
      typed,
      known.email ?? contact.contact_email?.found.value,
      customer,
      context,
    );
  return contact;
}

/** The author of the customer's forwarded mail, where the display name is a person's. */
function authorEntry(pieces: Piece[], context: ReadingContext): Entry | undefined {
  const author = context.customerAuthor;
  const piece = pieces.find((one) => one.segment.author?.address === author?.address);
  if (!author?.name || !piece || !/^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,3}$/u.test(author.name))
    return undefined;
  if (
    context.outsiders.has(author.name) ||
    domainAgreement(coreOf(author.name), domainOf(author.address)) > 0.6
  )
    return undefined;
  if (!isAddressOf(author.name, author.address)) return undefined;
  return {
    piece,
    found: {
      value: author.name.replace(/^(?:Dr|Mr|Mme|M|Me|Herr|Frau)\.? /, ''),
      start: 0,
      end: 0,
      method: 'author',
      confidence: 0.8,
    },
  };
}

function chooseEmail(
  pieces: Piece[],
  typed: Typed[],
  person: string | undefined,
  chosen: Candidate | undefined,
  reader: ContactReader,
  context: ReadingContext,
): Entry | undefined {
  const all = pieces
    .flatMap((piece, index) => (typed[index] as Typed).emails.map((found) => ({ found, piece })))
    .filter(({ found }) => !reader.isOwnMail(found.value));
  const matching = person ? all.find(({ found }) => isAddressOf(person, found.value)) : undefined;
  if (matching) return matching;
  const near = chosen
    ? all.find(
        ({ found, piece }) => piece === chosen.piece && follows(piece.text, chosen.person, found.start),
      )
    : undefined;
  if (near) return near;
  const author = context.customerAuthor;
  const piece = pieces.find((one) => one.segment.author?.address === author?.address);
  if (author && piece)
    return { piece, found: { value: author.address, start: 0, end: 0, method: 'author', confidence: 0.93 } };
  return new Set(all.map(({ found }) => found.value)).size === 1 ? all[0] : undefined;
}

function choosePhone(
  pieces: Piece[],
  typed: Typed[],
  chosen: Candidate | undefined,
  context: ReadingContext,
): Entry | undefined {
  const all = pieces
    .flatMap((piece, index) => (typed[index] as Typed).phones.map((found) => ({ found, piece })))
    .filter(
      ({ found, piece }) =>
        found.value.kind !== 'fax' &&
        !context.insiderValues.has(found.value.number) &&
        !context.isInsidersLine(piece, found),
    );
  const entry = (one: (typeof all)[0]): Entry => ({
    piece: one.piece,
    found: { ...one.found, value: one.found.value.number },
  });
  const near = chosen
    ? all.find(
        ({ found, piece }) => piece === chosen.piece && follows(piece.text, chosen.person, found.start),
      )
    : undefined;
  if (near) return entry(near);
  const distinct = new Set(all.map(({ found }) => found.value.number));
  const [first] = all;
  if (first === undefined) return undefined;
  if (distinct.size === 1 || context.signature(first.piece)) return entry(first);
  const same = all.filter(({ piece }) => piece === first.piece);
  return chosen && same.length > 0 && same[0] ? entry(same[0]) : undefined;
}

function chooseDomain(
  pieces: Piece[],
  typed: Typed[],
  email: string | undefined,
  customer: string | undefined,
  context: ReadingContext,
): Entry | undefined {
  const sites = pieces
    .flatMap((piece, index) => (typed[index] as Typed).domains.map((found) => ({ found, piece })))
    .filter(({ found }) => !context.insider(found.value));
  const mails = pieces
    .flatMap((piece, index) =>
      (typed[index] as Typed).emails.map((found) => ({
        piece,
        found: { ...found, value: registrableDomain(domainOf(found.value)) ?? '' },
      })),
    )
    .filter(({ found }) => found.value !== '' && !isFreeMail(found.value) && !context.insider(found.value));
  const ofEmail = email ? registrableDomain(domainOf(email)) : undefined;
  const all = [...sites, ...mails];
  const matching = all.filter(({ found }) => found.value === ofEmail);
  if (matching[0]) return matching[0];
  if (ofEmail && !isFreeMail(ofEmail) && !context.insider(ofEmail) && pieces[0]) {
    const piece = pieces.find((one) => one.segment.author?.address === email) ?? pieces[0];
    return { piece, found: { value: ofEmail, start: 0, end: 0, method: 'email', confidence: 0.85 } };
  }
  const named = customer ? all.filter(({ found }) => domainAgreement(coreOf(customer), found.value) > 0) : [];
  if (named[0]) return named[0];
  return new Set(all.map(({ found }) => found.value)).size === 1 ? all[0] : undefined;
}
