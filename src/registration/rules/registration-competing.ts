import { holdsPlaceAt, sameSecond } from '../request.ts';
import type { TableEntry } from './rule.ts';

export const registrationCompeting: TableEntry = {
  name: 'registration.competing',
  description: 'Another partner’s registration holds protection (S6): conflict and a place in the queue.',
  check({ request, standing }) {
    const registrations = standing.customer?.registrations ?? [];
    const others = registrations.filter(
      (registration) =>
        registration.partnerId !== request.partner?.id && registration.id !== request.registration?.id,
    );
    const holder = others.find(
      (registration) =>
        holdsPlaceAt(registration, request.receivedAt) &&
        // Claims of one second have no order between them: that is the tie's to say.
        !(sameSecond(registration.receivedAt, request.receivedAt) && registration.status === 'disputed'),
    );
    if (!holder) return undefined;
    const before = others.filter(
      (registration) =>
        registration.status === 'queued' && registration.receivedAt.getTime() <= request.receivedAt.getTime(),
    );
    return {
      decides: {
        outcome: 'conflict',
        status: 'queued',
        queuePosition: before.length + 1,
        against: { registrationId: holder.id },
      },
    };
  },
};
