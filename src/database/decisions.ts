import type { Queryable } from '../ports.ts';

/** One stored decision: what was decided, from what, by which rules (invariant 8). */
export interface StoredDecision {
  messageId?: bigint;
  ordinal: number;
  registrationId?: bigint;
  customerName?: string;
  outcome: string;
  rule: string;
  queuePosition?: number;
  /** Request and standing as JSON text. */
  inputs: string;
  tried: string;
  policyVersion: string;
  decidedAt: Date;
  ledgerEntry: bigint;
}

export async function insertDecision(tx: Queryable, decision: StoredDecision): Promise<void> {
  await tx.query(
    `insert into decision (message_id, ordinal, registration_id, customer_name, outcome, rule, queue_position,
       inputs, tried, policy_version, decided_at, ledger_entry)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11, $12)`,
    [
      decision.messageId ?? null,
      decision.ordinal,
      decision.registrationId ?? null,
      decision.customerName ?? null,
      decision.outcome,
      decision.rule,
      decision.queuePosition ?? null,
      decision.inputs,
      decision.tried,
      decision.policyVersion,
      decision.decidedAt,
      decision.ledgerEntry,
    ],
  );
}

/** The ordinal of a mail's next decision: a mail that was held and released has some already. */
export async function nextOrdinal(tx: Queryable, messageId: bigint): Promise<number> {
  const { rows } = await tx.query<{ next: number }>(
    'select coalesce(max(ordinal) + 1, 0) as next from decision where message_id = $1',
    [messageId],
  );
  return rows[0]!.next;
}

/** How many customers a partner asked about in mails that arrived after `since` and until `until`. */
export async function countClearances(
  tx: Queryable,
  partnerId: string,
  since: Date,
  until: Date,
): Promise<number> {
  const { rows } = await tx.query<{ count: bigint }>(
    `select count(*) as count from decision d join message m on m.id = d.message_id
     where d.rule = 'command.clearance' and d.outcome = 'answered' and d.inputs ->> 'partnerId' = $1
       and m.received_at > $2 and m.received_at <= $3`,
    [partnerId, since, until],
  );
  return Number(rows[0]!.count);
}
