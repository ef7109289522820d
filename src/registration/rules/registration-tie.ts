import type { TableEntry } from './rule.ts';

export const registrationTie: TableEntry = {
  name: 'registration.tie',
  description: 'Two partners wrote in the same second: conflict for both, never a coin toss.',
  check({ request, standing }) {
    const rivals = standing.simultaneous.filter(({ partnerId }) => partnerId !== request.partner?.id);
    if (rivals.length === 0) return undefined;
    return { decides: { outcome: 'conflict', status: 'disputed', holdsPlace: true } };
  },
};
