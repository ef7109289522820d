import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { advanceCursor, holdMailbox } from '../database/mailboxes.ts';
import { insertMessage, messageWithHash } from '../database/messages.ts';
import type { ArrivedMail } from '../ports.ts';

export const OVERSIZE = 'mail.oversize';

/**
 * Commits one mail: raw bytes and identity first. The same bytes under another UID are the same mail (moved back,
 * or another UIDVALIDITY): kept as a duplicate, without its bytes. Returns false where this UID is stored already.
 */
export async function storeMail(
  context: Pick<Context, 'database' | 'mailbox' | 'queue' | 'clock' | 'log'>,
  mail: ArrivedMail,
  advance: boolean,
): Promise<boolean> {
  const { database, mailbox, queue, log } = context;
  const rawHash = createHash('sha256').update(mail.raw).digest('hex');
  const message = await database.transaction(async (tx) => {
    await holdMailbox(tx, mailbox.name, mail.uidvalidity);
    const duplicateOf = await messageWithHash(tx, rawHash);
    const state = duplicateOf !== undefined ? 'duplicate' : mail.truncated ? 'set_aside' : 'received';
    const id = await insertMessage(tx, {
      mailbox: mailbox.name,
      uidvalidity: mail.uidvalidity,
      uid: mail.uid,
      receivedAt: mail.receivedAt,
      storedAt: context.clock.now(),
      raw: duplicateOf === undefined ? mail.raw : null,
      rawHash,
      size: mail.size,
      state,
      duplicateOf,
      lastError: state === 'set_aside' ? OVERSIZE : undefined,
    });
    if (advance) await advanceCursor(tx, mailbox.name, { uidvalidity: mail.uidvalidity, lastUid: mail.uid });
    return id === undefined ? undefined : { id, state };
  });
  if (!message) return false;
  const facts = { message: message.id, state: message.state, size: mail.size };
  if (message.state === 'set_aside') log.mailSetAside({ ...facts, reason: OVERSIZE });
  else log.mailStored(facts);
  if (message.state === 'received') await queue.wake('understand', message.id);
  return true;
}
