import type { Outcome } from '../vocabulary.ts';
import type { TableEntry } from './rule.ts';

/** To the asking partner an acceptance and a repetition are the same: it holds the customer either way. */
const asSeenByPartner = (outcome: Outcome): Outcome => (outcome === 'repeated' ? 'accepted' : outcome);

export const customerUncertain: TableEntry = {
  name: 'customer.uncertain',
  description:
    'The name is like a known customer’s, but not surely the same, and the outcome would differ: the Head of Sales is asked, the place is kept.',
  check({ standing, ifCustomerWere }) {
    if (standing.alike.length === 0) return undefined;
    const asItStands = asSeenByPartner(ifCustomerWere(standing.customer).outcome);
    const other = standing.alike.find(
      (candidate) => asSeenByPartner(ifCustomerWere(candidate).outcome) !== asItStands,
    );
    if (!other) return undefined;
    return {
      decides: {
        outcome: 'conflict',
        status: 'disputed',
        holdsPlace: true,
        against: { customerId: other.customerId },
      },
    };
  },
};
