import { loadConfig } from '../config.ts';
import { createContext } from '../context.ts';
import type { Candidate, CustomerDescription } from '../customer/index.ts';
import { findCustomers } from '../pipeline/find-customer.ts';

/** Whom the ledger knows under a description, best first; for `dealreg match NAME`. */
export async function searchLedger(description: CustomerDescription): Promise<Candidate[]> {
  await using context = await createContext(loadConfig());
  const { same, alike } = await findCustomers(context.database, description);
  return [...(same ? [same] : []), ...alike].map(({ customer, comparison }) => ({
    id: customer.externalId ?? String(customer.id),
    description: customer.description,
    comparison,
  }));
}
