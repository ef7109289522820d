import type { Queryable } from '../ports.ts';

/** A notice of ours that a mail answers. */
export interface AnsweredNotice {
  kind: string;
  recipient: string;
  registrationIds: bigint[];
  disputeId?: bigint;
}

/** The newest of our notices among these Message-IDs. */
export async function noticeInThread(
  tx: Queryable,
  messageIds: readonly string[],
): Promise<AnsweredNotice | undefined> {
  if (messageIds.length === 0) return undefined;
  const { rows } = await tx.query<{
    kind: string;
    recipient: string;
    registration_ids: bigint[];
    dispute_id: bigint | null;
  }>(
    `select kind, recipient, registration_ids, dispute_id from outbox
     where message_id = any($1::text[]) order by id desc limit 1`,
    [messageIds],
  );
  const row = rows[0];
  return (
    row && {
      kind: row.kind,
      recipient: row.recipient,
      registrationIds: row.registration_ids,
      disputeId: row.dispute_id ?? undefined,
    }
  );
}

/** How many notices an address got since an instant. */
export async function answersSince(tx: Queryable, address: string, since: Date): Promise<number> {
  const { rows } = await tx.query<{ count: bigint }>(
    'select count(*) as count from outbox where recipient = $1 and created_at > $2 and in_reply_to is not null',
    [address, since],
  );
  return Number(rows[0]!.count);
}
