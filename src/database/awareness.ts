import type { Service } from '../message/understanding.ts';
import type { Queryable } from '../ports.ts';

export interface StoredAwareness {
  id: bigint;
  customerId: bigint;
  services: Service[];
  recordedAt: Date;
  recordedBy: string;
  /** The ledger's entry that recorded it. */
  entry?: bigint;
}

interface AwarenessRow {
  id: bigint;
  customer_id: bigint;
  services: Service[];
  recorded_at: Date;
  recorded_by: string;
  ledger_entry: bigint | null;
}

const toAwareness = (row: AwarenessRow): StoredAwareness => ({
  id: row.id,
  customerId: row.customer_id,
  services: row.services,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  ...(row.ledger_entry === null ? {} : { entry: row.ledger_entry }),
});

export async function insertAwareness(
  tx: Queryable,
  awareness: Omit<StoredAwareness, 'id'> & { source: 'mail' | 'import'; messageId?: bigint },
): Promise<bigint> {
  const { rows } = await tx.query<{ id: bigint }>(
    `insert into awareness (customer_id, services, recorded_at, recorded_by, message_id, source, ledger_entry)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [
      awareness.customerId,
      awareness.services,
      awareness.recordedAt,
      awareness.recordedBy,
      awareness.messageId ?? null,
      awareness.source,
      awareness.entry ?? null,
    ],
  );
  return rows[0]!.id;
}

/** What Mixvoip knew of a customer, oldest first. */
export async function awarenessOfCustomer(tx: Queryable, customerId: bigint): Promise<StoredAwareness[]> {
  const { rows } = await tx.query<AwarenessRow>(
    'select id, customer_id, services, recorded_at, recorded_by, ledger_entry from awareness where customer_id = $1 order by recorded_at, id',
    [customerId],
  );
  return rows.map(toAwareness);
}

/** What imports recorded of a customer in one person's name. */
export async function importedAwareness(
  tx: Queryable,
  customerId: bigint,
  recordedBy: string,
): Promise<StoredAwareness[]> {
  const { rows } = await tx.query<AwarenessRow>(
    `select id, customer_id, services, recorded_at, recorded_by, ledger_entry from awareness
     where customer_id = $1 and recorded_by = $2 and source = 'import'`,
    [customerId, recordedBy],
  );
  return rows.map(toAwareness);
}
