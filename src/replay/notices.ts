import type { Queryable } from '../ports.ts';

/** A notice as a replay tells it. */
export interface ReplayedNotice {
  kind: string;
  to: string[];
  cc: string[];
  language: string;
  subject: string;
  text: string;
}

/** The notices of these outbox rows, in order. */
export async function noticesOf(tx: Queryable, ids: readonly bigint[]): Promise<ReplayedNotice[]> {
  const { rows } = await tx.query<Omit<ReplayedNotice, 'to'> & { recipient: string }>(
    'select kind, recipient, cc, language, subject, text from outbox where id = any($1::bigint[]) order by id',
    [ids],
  );
  return rows.map(({ kind, recipient, cc, language, subject, text }) => ({
    kind,
    to: [recipient],
    cc,
    language,
    subject,
    text,
  }));
}
