import type { TableEntry } from './rule.ts';

export const senderUnknown: TableEntry = {
  name: 'sender.unknown',
  description: 'Authenticated, but no partner has that domain: rejected, with how to become a partner.',
  check: ({ request }) => (request.partner ? undefined : { decides: { outcome: 'rejected' } }),
};
