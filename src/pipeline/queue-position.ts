import { registrationsOfCustomer } from '../database/registrations.ts';
import type { Queryable } from '../ports.ts';
import type { RegistrationState } from '../registration/standing.ts';

/** Place of a waiting registration among those that wait for the same customer; undefined when it does not wait. */
export async function queuePositionOf(
  tx: Queryable,
  registration: RegistrationState,
): Promise<number | undefined> {
  if (registration.status !== 'queued' || registration.customerId === undefined) return undefined;
  const queue = (await registrationsOfCustomer(tx, registration.customerId)).filter(
    ({ status }) => status === 'queued',
  );
  return queue.findIndex(({ id }) => id === registration.id) + 1;
}
