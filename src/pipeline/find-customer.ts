import { compareCustomers } from '../customer/compare.ts';
import type { Comparison, CustomerDescription } from '../customer/description.ts';
import { blockingKeys, foldedName } from '../customer/index.ts';
import { awarenessOfCustomer } from '../database/awareness.ts';
import {
  customerById,
  customersWithKeys,
  insertCustomer,
  type StoredCustomer,
  updateCustomer,
} from '../database/customers.ts';
import { registrationsOfCustomer } from '../database/registrations.ts';
import type { StatedCustomer } from '../message/understanding.ts';
import type { Queryable } from '../ports.ts';
import type { CustomerStanding } from '../registration/standing.ts';

/** Known customers compared for one mail; a decision never scans a table. */
const CANDIDATES = 100;
/** A key that more customers have tells nothing. */
const COMMONEST_KEY = 200;

/** A known customer with what comparing it with the mail's said. */
export interface Candidate {
  customer: StoredCustomer;
  comparison: Comparison;
}

export interface FoundCustomers {
  same?: Candidate;
  /** Those that may be the same, most alike first; also those beside `same` that look the same. */
  alike: Candidate[];
}

/** What a mail states of a customer, as a description to compare. */
export function describe(stated: StatedCustomer): CustomerDescription {
  const { name, vat, registration_number, country, city, postal_code, street, domain, contact_phone } =
    stated;
  return { name, vat, registration_number, country, city, postal_code, street, domain, phone: contact_phone };
}

/** Finds whom the ledger knows under a description. */
export async function findCustomers(
  tx: Queryable,
  description: CustomerDescription,
): Promise<FoundCustomers> {
  const known = await customersWithKeys(tx, blockingKeys(description), CANDIDATES, COMMONEST_KEY);
  const candidates = known
    .map((customer) => ({ customer, comparison: compareCustomers(description, customer.description) }))
    .filter(({ comparison }) => comparison.verdict !== 'different')
    .sort((a, b) => b.comparison.score - a.comparison.score);
  const same = candidates.find(({ comparison }) => comparison.verdict === 'same');
  return { same, alike: candidates.filter((candidate) => candidate !== same) };
}

/** Everything that hangs on a customer, as `decide` wants it. */
export async function standingOf(tx: Queryable, customer: StoredCustomer): Promise<CustomerStanding> {
  return {
    customerId: customer.id,
    attachment: customer.attachment,
    registrations: await registrationsOfCustomer(tx, customer.id),
    awareness: await awarenessOfCustomer(tx, customer.id),
  };
}

export async function standingById(tx: Queryable, customerId: bigint): Promise<CustomerStanding> {
  const customer = await customerById(tx, customerId);
  if (!customer) throw new Error('a customer that is referred to exists');
  return standingOf(tx, customer);
}

/** Makes a customer known that was not. */
export const addCustomer = (tx: Queryable, description: CustomerDescription): Promise<bigint> =>
  insertCustomer(tx, description, blockingKeys(description));

/** Other names kept of one customer. */
const MOST_ALIASES = 10;

/**
 * Fills in what a surely same description knows beyond the stored one, and keeps its name as another name of the
 * customer; nothing known is overwritten.
 */
export async function learn(
  tx: Queryable,
  customer: StoredCustomer,
  description: CustomerDescription,
): Promise<void> {
  const known = present(customer.description);
  const { name, ...rest } = present(description);
  const aliases = known.aliases ?? [];
  const names = new Set([known.name, ...aliases].map((known) => known && foldedName(known)));
  const isNew = name !== undefined && known.name !== undefined && !names.has(foldedName(name));
  const merged: CustomerDescription = {
    ...rest,
    ...(name === undefined ? {} : { name }),
    ...known,
    aliases: isNew && aliases.length < MOST_ALIASES ? [...aliases, name] : aliases,
  };
  const adds = isNew || Object.keys(merged).length > Object.keys(known).length;
  if (!adds) return;
  await updateCustomer(tx, customer.id, merged, blockingKeys(merged));
}

const present = (description: CustomerDescription): CustomerDescription =>
  Object.fromEntries(Object.entries(description).filter(([, value]) => value !== undefined));
