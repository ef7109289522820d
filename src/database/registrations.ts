import type { StatedRegistration } from '../message/understanding.ts';
import type { Queryable } from '../ports.ts';
import type { NewRegistration, RegistrationChange, RegistrationContact } from '../registration/events.ts';
import type { RegistrationState } from '../registration/standing.ts';
import type { RegistrationStatus, Rule } from '../registration/vocabulary.ts';

/** A registration as stored: its state, whom to write to, and the partner's own words. */
export interface StoredRegistration extends RegistrationState {
  messageId: bigint;
  stated: StatedRegistration;
  contact: RegistrationContact;
  closedAt?: Date;
}

interface RegistrationRow {
  id: bigint;
  reference: string;
  partner_id: string;
  customer_id: bigint | null;
  stated: StatedRegistration;
  services: StoredRegistration['services'];
  received_at: Date;
  message_id: bigint;
  status: RegistrationStatus;
  rule: Rule;
  shared: boolean;
  holds_place: boolean;
  protected_until: Date | null;
  grace_until: Date | null;
  reminded: number[];
  extensions: number;
  contact_address: string;
  contact_name: string | null;
  language: string;
  closed_at: Date | null;
}

const toRegistration = (row: RegistrationRow): StoredRegistration => ({
  id: row.id,
  reference: row.reference,
  partnerId: row.partner_id,
  customerId: row.customer_id ?? undefined,
  stated: row.stated,
  services: row.services,
  receivedAt: row.received_at,
  messageId: row.message_id,
  status: row.status,
  rule: row.rule,
  shared: row.shared,
  holdsPlace: row.holds_place,
  protectedUntil: row.protected_until ?? undefined,
  graceUntil: row.grace_until ?? undefined,
  reminded: row.reminded,
  extensions: row.extensions,
  contact: { address: row.contact_address, name: row.contact_name ?? undefined, language: row.language },
  closedAt: row.closed_at ?? undefined,
});

/** The next reference of a year, `DR-2026-000123`. Numbers are never used twice; a rolled-back one is reused. */
export async function nextReference(tx: Queryable, year: number): Promise<string> {
  const { rows } = await tx.query<{ last: number }>(
    `insert into reference_number (year, last) values ($1, 1)
     on conflict (year) do update set last = reference_number.last + 1 returning last`,
    [year],
  );
  return `DR-${year}-${String(rows[0]!.last).padStart(6, '0')}`;
}

export async function insertRegistration(
  tx: Queryable,
  registration: NewRegistration,
  stated: StatedRegistration,
  contact: RegistrationContact,
): Promise<bigint> {
  const { rows } = await tx.query<{ id: bigint }>(
    `insert into registration (reference, partner_id, customer_id, stated, services, received_at, message_id, status,
       rule, holds_place, protected_until, grace_until, contact_address, contact_name, language)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    [
      registration.reference,
      registration.partnerId,
      registration.customerId ?? null,
      JSON.stringify(stated),
      registration.services,
      registration.receivedAt,
      registration.messageId,
      registration.status,
      registration.rule,
      registration.holdsPlace,
      registration.protectedUntil ?? null,
      registration.graceUntil ?? null,
      contact.address,
      contact.name ?? null,
      contact.language,
    ],
  );
  return rows[0]!.id;
}

const COLUMNS: Record<keyof RegistrationChange, string> = {
  customerId: 'customer_id',
  services: 'services',
  receivedAt: 'received_at',
  status: 'status',
  rule: 'rule',
  shared: 'shared',
  holdsPlace: 'holds_place',
  protectedUntil: 'protected_until',
  graceUntil: 'grace_until',
  extensions: 'extensions',
  reminded: 'reminded',
  closedAt: 'closed_at',
};

/** Writes what changed; columns that the change does not name stay. */
export async function updateRegistration(
  tx: Queryable,
  id: bigint,
  change: RegistrationChange,
  stated?: StatedRegistration,
  contact?: RegistrationContact,
): Promise<void> {
  const set: [string, unknown][] = Object.entries(change)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [COLUMNS[key as keyof RegistrationChange], value]);
  if (stated) set.push(['stated', JSON.stringify(stated)]);
  if (contact)
    set.push(
      ['contact_address', contact.address],
      ['contact_name', contact.name ?? null],
      ['language', contact.language],
    );
  if (set.length === 0) return;
  const assignments = set.map(([column], index) => `${column} = $${index + 2}`).join(', ');
  await tx.query(`update registration set ${assignments} where id = $1`, [
    id,
    ...set.map(([, value]) => value),
  ]);
}

export async function registrationById(tx: Queryable, id: bigint): Promise<StoredRegistration | undefined> {
  const { rows } = await tx.query<RegistrationRow>('select * from registration where id = $1', [id]);
  return rows[0] && toRegistration(rows[0]);
}

export async function registrationByReference(
  tx: Queryable,
  reference: string,
): Promise<StoredRegistration | undefined> {
  const { rows } = await tx.query<RegistrationRow>('select * from registration where reference = $1', [
    reference,
  ]);
  return rows[0] && toRegistration(rows[0]);
}

/** All registrations for a customer, in order of rank. */
export async function registrationsOfCustomer(
  tx: Queryable,
  customerId: bigint,
): Promise<StoredRegistration[]> {
  const { rows } = await tx.query<RegistrationRow>(
    'select * from registration where customer_id = $1 order by received_at, id',
    [customerId],
  );
  return rows.map(toRegistration);
}

/** A partner's registrations, newest first, at most `limit`. */
export async function registrationsOfPartner(
  tx: Queryable,
  partnerId: string,
  limit: number,
): Promise<StoredRegistration[]> {
  const { rows } = await tx.query<RegistrationRow>(
    'select * from registration where partner_id = $1 order by received_at desc, id desc limit $2',
    [partnerId, limit],
  );
  return rows.map(toRegistration);
}

/** All registrations in order of reference, after one, at most `limit`. */
export async function registrationsAfter(
  tx: Queryable,
  afterId: bigint,
  limit: number,
): Promise<StoredRegistration[]> {
  const { rows } = await tx.query<RegistrationRow>(
    'select * from registration where id > $1 order by id limit $2',
    [afterId, limit],
  );
  return rows.map(toRegistration);
}
