/** Who of the people named in a text is likely the customer's contact. */

import { domainOf } from './email.ts';
import { foldKey } from './keys.ts';
import { isAddressOf, type Person } from './people.ts';
import type { Piece } from './pieces.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Typed } from './typed.ts';

/** A person with the text it stands in, and how likely it is the contact. */
export interface Candidate {
  person: Person;
  piece: Piece;
  typed: Typed;
  rank: number;
}

const NEAR = 90;
/** A person below this rank is only mentioned. */
const FEWEST = 1.5;

/** Whether something follows a person's name closely, in its sentence. */
export function follows(text: string, person: Person, at: number): boolean {
  return at >= person.end && at - person.end < NEAR && !/[.!?]\s\p{Lu}/u.test(text.slice(person.end, at));
}

/** Ranks the people of a mail. */
export class ContactReader {
  private readonly context: ReadingContext;
  private readonly customer: string | undefined;

  constructor(context: ReadingContext, customer: string | undefined) {
    this.context = context;
    this.customer = customer;
  }

  isOwnMail(address: string): boolean {
    return this.context.insider(domainOf(address));
  }

  private rank(person: Person, piece: Piece, typed: Typed): number {
    let rank = person.rank;
    const { text } = piece;
    if (
      typed.emails.some(
        (mail) =>
          !this.isOwnMail(mail.value) &&
          (isAddressOf(person.name, mail.value) || follows(text, person, mail.start)),
      )
    )
      rank += 1.5;
    if (typed.phones.some((phone) => follows(text, person, phone.start))) rank += 0.8;
    const author = this.context.customerAuthor;
    if (
      author &&
      (foldKey(author.name ?? '') === foldKey(person.name) || isAddressOf(person.name, author.address))
    )
      rank += 3;
    const surname = foldKey(person.name).split(' ').at(-1) ?? '';
    if (this.customer && surname.length > 3 && foldKey(this.customer).includes(surname)) rank += 0.8;
    if (
      /^[ ,]{1,2}(?:of|von|de|du|vun|vum|van|from|bei|chez|at|bij|\()\s?/u.test(
        text.slice(person.end, person.end + 8),
      ) &&
      person.by === 'name'
    )
      rank += 0.7;
    if (this.context.signature(piece)) rank += 0.7;
    return rank;
  }

  candidates(pieces: Piece[], typed: Typed[]): Candidate[] {
    const all = pieces.flatMap((piece, index) => {
      const here = typed[index] as Typed;
      const names = this.context.companies(piece).filter((company) => !company.outsider);
      const people = here.people.filter(
        (person) => !names.some((name) => name.start < person.start && name.end >= person.end),
      );
      return people.map((person) => ({
        person,
        piece,
        typed: here,
        rank: this.rank(person, piece, here),
      }));
    });
    const isInsider = (name: string) => this.context.insiderPeople.some((other) => samePerson(other, name));
    return all
      .filter(({ person, rank }) => rank >= FEWEST && !isInsider(person.name))
      .sort((a, b) => b.rank - a.rank);
  }
}

/** Whether one name holds the other: `Wolter` and `Marc Wolter`. */
export function samePerson(a: string, b: string): boolean {
  const [x, y] = [foldKey(a).split(' '), foldKey(b).split(' ')];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short.length > 0 && short.every((word) => long.includes(word));
}
