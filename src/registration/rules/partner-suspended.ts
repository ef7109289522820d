import type { TableEntry } from './rule.ts';

export const partnerSuspended: TableEntry = {
  name: 'partner.suspended',
  description: 'The partner is not active: rejected, the Head of Sales is copied.',
  check: ({ request }) =>
    request.partner?.status === 'suspended'
      ? { decides: { outcome: 'rejected', copiesHeadOfSales: true } }
      : undefined,
};
