import { allPartners } from '../database/partners.ts';
import {
  registrationById,
  registrationsOfCustomer,
  type StoredRegistration,
} from '../database/registrations.ts';
import { mentionsAnother } from '../registration/ruling.ts';
import type { Ruling } from './ruling-effects.ts';

/** Her comment, for a reader to whom it gives nobody else away. */
export async function commentFor(
  ruling: Ruling,
  readerId: string,
  ownReference?: string,
): Promise<string | undefined> {
  const { step, comment } = ruling;
  if (!comment) return undefined;
  const partners = (await allPartners(step.tx)).filter(({ id }) => id !== readerId);
  const around = await registrationsAround(ruling);
  const others = around.filter(({ partnerId }) => partnerId !== readerId);
  const contacts = [
    ...others.map(({ contact }) => contact),
    ...partners
      .filter(({ id }) => id === ruling.dispute.againstPartnerId)
      .map(({ contactEmail }) => ({ address: contactEmail })),
  ];
  return mentionsAnother(comment, { partners, contacts, ownReference }) ? undefined : comment;
}

/** Every registration that a ruling may be about: both sides, and all others of their customer. */
async function registrationsAround({ step, dispute }: Ruling): Promise<StoredRegistration[]> {
  const sides = [];
  for (const id of [dispute.registrationId, dispute.againstRegistrationId]) {
    const side = id === undefined ? undefined : await registrationById(step.tx, id);
    if (side) sides.push(side);
  }
  const customerIds = new Set([dispute.againstCustomerId, ...sides.map(({ customerId }) => customerId)]);
  const around = [...sides];
  for (const id of customerIds)
    if (id !== undefined) around.push(...(await registrationsOfCustomer(step.tx, id)));
  return around;
}
