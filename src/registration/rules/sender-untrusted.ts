import type { TableEntry } from './rule.ts';

export const senderUntrusted: TableEntry = {
  name: 'sender.untrusted',
  description: 'The From domain is not authenticated: held, no answer.',
  check: ({ request }) => (request.trusted ? undefined : { decides: { outcome: 'held' } }),
};
