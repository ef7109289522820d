import { parseMail } from '../message/parse.ts';
import type { Queryable } from '../ports.ts';

const PLACEHOLDER = /\{\{(reference|message-id):([\w-]{1,40})\}\}/g;

interface Told {
  recipient: string;
  message_id: string;
  reference: string | null;
}

/**
 * A mail that answers one of our notices names it by `{{reference:EVENT}}` and `{{message-id:EVENT}}`: what the
 * notice of that event to this sender got takes their place.
 * @param noticeIdsOf outbox rows of an event
 */
export async function fillIn(
  tx: Queryable,
  raw: Buffer,
  noticeIdsOf: (event: string) => Promise<readonly bigint[]>,
): Promise<Buffer> {
  const text = raw.toString('latin1');
  if (!text.includes('{{')) return raw;
  const sender = (await parseMail(raw)).from[0]?.address?.toLowerCase() ?? '';
  const values = new Map<string, string>();
  for (const [whole, what, event] of text.matchAll(PLACEHOLDER)) {
    const told = await toldTo(tx, sender, await noticeIdsOf(event!));
    const value = what === 'reference' ? told?.reference : told?.message_id;
    if (value) values.set(whole, value);
  }
  return Buffer.from(
    text.replace(PLACEHOLDER, (whole) => values.get(whole) ?? whole),
    'latin1',
  );
}

/** The notice to the sender, else to its domain, else the first. */
async function toldTo(
  tx: Queryable,
  sender: string,
  noticeIds: readonly bigint[],
): Promise<Told | undefined> {
  const { rows } = await tx.query<Told>(
    `select o.recipient, o.message_id, r.reference from outbox o left join registration r on r.id = o.registration_ids[1]
     where o.id = any($1::bigint[]) order by o.id`,
    [noticeIds],
  );
  const domain = sender.slice(sender.lastIndexOf('@'));
  return (
    rows.find(({ recipient }) => recipient === sender) ??
    rows.find(({ recipient }) => recipient.endsWith(domain)) ??
    rows[0]
  );
}
