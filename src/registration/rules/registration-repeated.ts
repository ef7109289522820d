import { isOpen } from '../request.ts';
import type { TableEntry } from './rule.ts';

export const registrationRepeated: TableEntry = {
  name: 'registration.repeated',
  description:
    'The same partner registered this customer and these services already: the existing reference; new services are decided as an addition.',
  check({ request, standing, services }) {
    const own = standing.customer?.registrations.find(
      (registration) =>
        registration.partnerId === request.partner?.id &&
        registration.id !== request.registration?.id &&
        registration.status !== 'pending' &&
        isOpen(registration, request.receivedAt),
    );
    if (!own) return undefined;
    const added = services.filter((service) => !own.services.includes(service));
    if (added.length === 0) return { decides: { outcome: 'repeated', repeats: own } };
    // Only a protection can be added to: a claim that waits for others' end is decided anew with all it asks for.
    if (own.status === 'protected' || own.status === 'won')
      return { narrows: { services: added, addition: own } };
    return { decides: { outcome: 'repeated', repeats: own } };
  },
};
