import type { CustomerDescription } from '../customer/description.ts';
import type { Queryable } from '../ports.ts';
import type { Attachment } from '../registration/standing.ts';
import type { CustomerKey, StoredCustomer } from './customers.ts';
import { CUSTOMER_COLUMNS, type CustomerRow, toCustomer } from './customers.ts';

/** A customer of the customer base with what the ledger knows beyond it. */
export interface ImportedCustomer extends StoredCustomer {
  externalId: string;
  /** Since when the ledger itself says whose customer it is: by a won registration or a ruling. */
  attachedAt?: Date;
}

export interface NewCustomer {
  externalId: string;
  description: CustomerDescription;
  attachment: Attachment;
  keys: readonly CustomerKey[];
}

/** The customers that have one of these ids of the customer base, by that id. */
export async function customersByExternalIds(
  tx: Queryable,
  externalIds: readonly string[],
): Promise<Map<string, ImportedCustomer>> {
  const { rows } = await tx.query<CustomerRow & { external_id: string; attached_at: Date | null }>(
    'select * from customer where external_id = any($1::text[])',
    [externalIds],
  );
  return new Map(
    rows.map((row) => [
      row.external_id,
      { ...toCustomer(row), externalId: row.external_id, attachedAt: row.attached_at ?? undefined },
    ]),
  );
}

/**
 * The keys, as `kind key`, of customers that only registrations or awareness made known: those keys of which two
 * descriptions of one company share at least one when nobody doubts that they are the same.
 */
export async function keysOutsideBase(tx: Queryable): Promise<Set<string>> {
  const { rows } = await tx.query<{ kind: string; key: string }>(
    `select distinct k.kind, k.key from customer c join customer_key k on k.customer_id = c.id
     where c.external_id is null and k.kind in ('number', 'core', 'domain', 'phone')`,
  );
  return new Set(rows.map(({ kind, key }) => `${kind} ${key}`));
}

/** Adds many customers with their keys. */
export async function insertCustomers(tx: Queryable, customers: readonly NewCustomer[]): Promise<void> {
  if (customers.length === 0) return;
  const rows = customers.map(({ externalId, description, attachment }) => ({
    ...description,
    external_id: externalId,
    aliases: description.aliases ?? [],
    partner_id: attachment.partnerId,
    it_partner_id: attachment.itPartnerId,
    mixvoip_services: attachment.mixvoipServices,
    last_revenue: attachment.lastRevenue?.toISOString().slice(0, 10),
  }));
  const inserted = await tx.query<{ id: bigint; external_id: string }>(
    `insert into customer (external_id, ${CUSTOMER_COLUMNS.join(', ')}, aliases, partner_id, it_partner_id, mixvoip_services, last_revenue)
     select external_id, ${CUSTOMER_COLUMNS.join(', ')}, aliases, partner_id, it_partner_id, mixvoip_services, last_revenue
     from jsonb_to_recordset($1::jsonb) as given (external_id text, ${CUSTOMER_COLUMNS.map((name) => `${name} text`).join(', ')},
       aliases text[], partner_id text, it_partner_id text, mixvoip_services text[], last_revenue date)
     returning id, external_id`,
    [JSON.stringify(rows)],
  );
  const ids = new Map(inserted.rows.map(({ id, external_id }) => [external_id, id]));
  const keys = customers.flatMap(({ externalId, keys }) =>
    keys.map((key) => ({ ...key, id: ids.get(externalId)! })),
  );
  await tx.query(
    `insert into customer_key (kind, key, customer_id)
     select * from unnest($1::text[], $2::text[], $3::bigint[]) on conflict do nothing`,
    [keys.map(({ kind }) => kind), keys.map(({ key }) => key), keys.map(({ id }) => id)],
  );
}
