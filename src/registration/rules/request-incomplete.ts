import { addDays } from '../policy.ts';
import { isNamed } from '../request.ts';
import type { Finding, TableEntry } from './rule.ts';

export const requestIncomplete: TableEntry = {
  name: 'request.incomplete',
  description:
    'Customer or service missing: asked for; the place is kept for `grace_days` if the customer is named.',
  check({ request, policy, services }) {
    const named = isNamed(request.customer);
    const missing: Finding['missing'] = [];
    if (!named) missing.push('customer');
    if (services.length === 0) missing.push('services');
    if (missing.length === 0) return undefined;
    return {
      decides: {
        outcome: 'needs_information',
        status: 'pending',
        holdsPlace: named,
        graceUntil: addDays(request.receivedAt, policy.grace_days),
        missing,
      },
    };
  },
};
