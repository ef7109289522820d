import type { CustomerDescription } from '../customer/description.ts';
import type { Service } from '../message/understanding.ts';
import type { Queryable } from '../ports.ts';
import type { Attachment } from '../registration/standing.ts';

export interface StoredCustomer {
  id: bigint;
  externalId?: string;
  description: CustomerDescription;
  attachment: Attachment;
}

/** One key under which a customer is found. */
export interface CustomerKey {
  kind: string;
  key: string;
}

export interface CustomerRow {
  id: bigint;
  external_id: string | null;
  name: string | null;
  vat: string | null;
  registration_number: string | null;
  country: string | null;
  city: string | null;
  postal_code: string | null;
  street: string | null;
  domain: string | null;
  phone: string | null;
  aliases: string[];
  partner_id: string | null;
  it_partner_id: string | null;
  mixvoip_services: Service[];
  last_revenue: string | null;
}

/** The columns that describe a customer, named as the fields of its description. */
export const CUSTOMER_COLUMNS = [
  'name',
  'vat',
  'registration_number',
  'country',
  'city',
  'postal_code',
  'street',
  'domain',
  'phone',
] as const satisfies (keyof CustomerDescription & keyof CustomerRow)[];

export function toCustomer(row: CustomerRow): StoredCustomer {
  const description: CustomerDescription = { aliases: row.aliases };
  for (const field of CUSTOMER_COLUMNS) if (row[field] !== null) description[field] = row[field];
  return {
    id: row.id,
    ...(row.external_id === null ? {} : { externalId: row.external_id }),
    description,
    attachment: {
      ...(row.partner_id === null ? {} : { partnerId: row.partner_id }),
      ...(row.it_partner_id === null ? {} : { itPartnerId: row.it_partner_id }),
      mixvoipServices: row.mixvoip_services,
      ...(row.last_revenue === null ? {} : { lastRevenue: new Date(`${row.last_revenue}T00:00:00Z`) }),
    },
  };
}

export async function insertCustomer(
  tx: Queryable,
  description: CustomerDescription,
  keys: readonly CustomerKey[],
): Promise<bigint> {
  const { rows } = await tx.query<{ id: bigint }>(
    `insert into customer (${CUSTOMER_COLUMNS.join(', ')}, aliases)
     values (${CUSTOMER_COLUMNS.map((_, index) => `$${index + 1}`).join(', ')}, $${CUSTOMER_COLUMNS.length + 1}) returning id`,
    [...CUSTOMER_COLUMNS.map((field) => description[field] ?? null), description.aliases ?? []],
  );
  const { id } = rows[0]!;
  await insertKeys(tx, id, keys);
  return id;
}

async function insertKeys(tx: Queryable, id: bigint, keys: readonly CustomerKey[]): Promise<void> {
  await tx.query(
    `insert into customer_key (kind, key, customer_id)
     select kind, key, $3 from unnest($1::text[], $2::text[]) as given (kind, key) on conflict do nothing`,
    [keys.map(({ kind }) => kind), keys.map(({ key }) => key), id],
  );
}

/** Replaces the description and the keys of a customer. */
export async function updateCustomer(
  tx: Queryable,
  id: bigint,
  description: CustomerDescription,
  keys: readonly CustomerKey[],
): Promise<void> {
  const assignments = CUSTOMER_COLUMNS.map((field, index) => `${field} = $${index + 3}`).join(', ');
  await tx.query(`update customer set aliases = $2, ${assignments} where id = $1`, [
    id,
    description.aliases ?? [],
    ...CUSTOMER_COLUMNS.map((field) => description[field] ?? null),
  ]);
  await tx.query('delete from customer_key where customer_id = $1', [id]);
  await insertKeys(tx, id, keys);
}

/** Sets whose customer it is, as an import or a won registration says. */
export async function updateAttachment(
  tx: Queryable,
  id: bigint,
  attachment: Attachment & { externalId?: string; attachedAt?: Date },
): Promise<void> {
  await tx.query(
    `update customer set partner_id = $2, it_partner_id = $3, mixvoip_services = $4, last_revenue = $5,
       external_id = coalesce($6, external_id), attached_at = coalesce($7, attached_at) where id = $1`,
    [
      id,
      attachment.partnerId ?? null,
      attachment.itPartnerId ?? null,
      attachment.mixvoipServices,
      attachment.lastRevenue?.toISOString().slice(0, 10) ?? null,
      attachment.externalId ?? null,
      attachment.attachedAt ?? null,
    ],
  );
}

export async function customerById(tx: Queryable, id: bigint): Promise<StoredCustomer | undefined> {
  const { rows } = await tx.query<CustomerRow>('select * from customer where id = $1', [id]);
  return rows[0] && toCustomer(rows[0]);
}

export async function customerByExternalId(
  tx: Queryable,
  externalId: string,
): Promise<StoredCustomer | undefined> {
  const { rows } = await tx.query<CustomerRow>('select * from customer where external_id = $1', [externalId]);
  return rows[0] && toCustomer(rows[0]);
}

/**
 * Customers that share a key, those that share the most first, at most `limit`.
 * A key that more than `commonest` customers have tells nothing and is passed over.
 */
export async function customersWithKeys(
  tx: Queryable,
  keys: readonly CustomerKey[],
  limit: number,
  commonest: number,
): Promise<StoredCustomer[]> {
  if (keys.length === 0) return [];
  const { rows } = await tx.query<CustomerRow>(
    `with found as (
       select k.customer_id, count(*) as shared
       from unnest($1::text[], $2::text[]) as given (kind, key)
       cross join lateral (
         select customer_id from customer_key c where c.kind = given.kind and c.key = given.key limit $4
       ) as k
       group by k.customer_id order by shared desc, k.customer_id limit $3
     )
     select c.* from found join customer c on c.id = found.customer_id order by found.shared desc, c.id`,
    [keys.map(({ kind }) => kind), keys.map(({ key }) => key), limit, commonest],
  );
  return rows.map(toCustomer);
}

/** Lets a customer be found no more on which nothing hangs: it turned out to be another one. */
export async function hideUnusedCustomer(tx: Queryable, id: bigint): Promise<void> {
  await tx.query(
    `delete from customer_key where customer_id = $1
       and not exists (select from registration where customer_id = $1)
       and not exists (select from awareness where customer_id = $1)
       and not exists (select from customer where id = $1 and external_id is not null)`,
    [id],
  );
}
