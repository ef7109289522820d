import type { Queryable } from '../ports.ts';
import type { Rule, RulingChoice } from '../registration/vocabulary.ts';

/** A conflict that waits, or waited, for the Head of Sales' ruling. */
export interface Dispute {
  id: bigint;
  rule: Rule;
  registrationId: bigint;
  againstRegistrationId?: bigint;
  againstCustomerId?: bigint;
  /** The partner of record on the other side, as it was when the dispute was opened. */
  againstPartnerId?: string;
  state: 'open' | 'ruled' | 'dissolved';
  openedAt: Date;
  /** When it was last put before her. */
  raisedAt: Date;
  /** When it is put before her again. */
  raiseDue: Date;
  ruledAt?: Date;
  choice?: RulingChoice;
}

interface DisputeRow {
  id: bigint;
  rule: Rule;
  registration_id: bigint;
  against_registration_id: bigint | null;
  against_customer_id: bigint | null;
  against_partner_id: string | null;
  state: Dispute['state'];
  opened_at: Date;
  raised_at: Date;
  raise_due: Date;
  ruled_at: Date | null;
  choice: RulingChoice | null;
}

const toDispute = (row: DisputeRow): Dispute => ({
  id: row.id,
  rule: row.rule,
  registrationId: row.registration_id,
  againstRegistrationId: row.against_registration_id ?? undefined,
  againstCustomerId: row.against_customer_id ?? undefined,
  againstPartnerId: row.against_partner_id ?? undefined,
  state: row.state,
  openedAt: row.opened_at,
  raisedAt: row.raised_at,
  raiseDue: row.raise_due,
  ruledAt: row.ruled_at ?? undefined,
  choice: row.choice ?? undefined,
});

export async function insertDispute(
  tx: Queryable,
  dispute: Pick<
    Dispute,
    | 'rule'
    | 'registrationId'
    | 'againstRegistrationId'
    | 'againstCustomerId'
    | 'againstPartnerId'
    | 'openedAt'
    | 'raiseDue'
  >,
): Promise<bigint> {
  const { rows } = await tx.query<{ id: bigint }>(
    `insert into dispute (rule, registration_id, against_registration_id, against_customer_id, against_partner_id, opened_at, raised_at, raise_due)
     values ($1, $2, $3, $4, $5, $6, $6, $7) returning id`,
    [
      dispute.rule,
      dispute.registrationId,
      dispute.againstRegistrationId ?? null,
      dispute.againstCustomerId ?? null,
      dispute.againstPartnerId ?? null,
      dispute.openedAt,
      dispute.raiseDue,
    ],
  );
  return rows[0]!.id;
}

export async function markDisputeRaised(tx: Queryable, id: bigint, at: Date, raiseDue: Date): Promise<void> {
  await tx.query('update dispute set raised_at = $2, raise_due = $3 where id = $1', [id, at, raiseDue]);
}

export async function markDisputeRuled(
  tx: Queryable,
  id: bigint,
  choice: RulingChoice,
  at: Date,
): Promise<void> {
  await tx.query(`update dispute set state = 'ruled', choice = $2, ruled_at = $3 where id = $1`, [
    id,
    choice,
    at,
  ]);
}

export async function markDisputeDissolved(tx: Queryable, id: bigint): Promise<void> {
  await tx.query(`update dispute set state = 'dissolved' where id = $1`, [id]);
}

export async function disputeById(tx: Queryable, id: bigint): Promise<Dispute | undefined> {
  const { rows } = await tx.query<DisputeRow>('select * from dispute where id = $1', [id]);
  return rows[0] && toDispute(rows[0]);
}

/** Disputes that a registration opened or stands against, newest first. */
export async function disputesOfRegistration(tx: Queryable, registrationId: bigint): Promise<Dispute[]> {
  const { rows } = await tx.query<DisputeRow>(
    `select * from dispute where registration_id = $1 or against_registration_id = $1 order by id desc`,
    [registrationId],
  );
  return rows.map(toDispute);
}
