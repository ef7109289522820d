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

/** How many mails of an address that arrived after `since` and until `until` were answered. */
export async function answersBetween(
  tx: Queryable,
  address: string,
  since: Date,
  until: Date,
): Promise<number> {
  const { rows } = await tx.query<{ count: bigint }>(
    `select count(distinct m.id) as count from outbox o join message m on m.id = o.in_reply_to
     where o.recipient = $1 and m.received_at > $2 and m.received_at <= $3`,
    [address, since, until],
  );
  return Number(rows[0]!.count);
}
