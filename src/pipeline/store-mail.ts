import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { advanceCursor, holdMailbox, type MailboxStart } from '../database/mailboxes.ts';
import { insertMessage, messageWithHash, type SetAsideReason } from '../database/messages.ts';
import type { ArrivedMail } from '../ports.ts';

/** A mailbox may hold years of mail when it is first read; mails of the last hours may still wait for an answer. */
const BEFORE_FIRST_READING_MS = 86_400_000;

type StoreContext = Pick<Context, 'database' | 'mailbox' | 'queue' | 'clock' | 'config' | 'log'>;

/**
 * Commits one mail: raw bytes and identity first. The same bytes under another UID are the same mail (moved back,
 * or another UIDVALIDITY): kept as a duplicate, without its bytes. One that arrived before the service began, or of
 * which only the start was read, is set aside for people. Returns false where this UID is stored already.
 */
export async function storeMail(
  context: StoreContext,
  mail: ArrivedMail,
  advance: boolean,
): Promise<boolean> {
  const { database, mailbox, queue, log } = context;
  const rawHash = createHash('sha256').update(mail.raw).digest('hex');
  const message = await database.transaction(async (tx) => {
    const startsAt = await holdMailbox(tx, mailbox.name, mail.uidvalidity, startOf(context));
    const duplicateOf = await messageWithHash(tx, rawHash);
    const reason = duplicateOf === undefined ? reasonToSetAside(mail, startsAt) : undefined;
    const state = duplicateOf !== undefined ? 'duplicate' : reason ? 'set_aside' : 'received';
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
      lastError: reason,
    });
    if (advance) await advanceCursor(tx, mailbox.name, { uidvalidity: mail.uidvalidity, lastUid: mail.uid });
    return id === undefined ? undefined : { id, state, reason };
  });
  if (!message) return false;
  const facts = { message: message.id, state: message.state, size: mail.size };
  if (message.reason) log.mailSetAside({ ...facts, reason: message.reason });
  else log.mailStored(facts);
  if (message.state === 'received') await queue.wake('understand', message.id);
  return true;
}

/** From which arrival on the mails of the mailbox are worked on: as configured, else since shortly before now. */
export function startOf({ config, clock }: Pick<Context, 'config' | 'clock'>): MailboxStart {
  return {
    set: config.mailbox.since,
    atFirst: new Date(clock.now().getTime() - BEFORE_FIRST_READING_MS),
  };
}

/** That bytes are missing matters more: such a mail can never be read from here. */
function reasonToSetAside(mail: ArrivedMail, startsAt: Date | null): SetAsideReason | undefined {
  if (mail.truncated) return 'mail.oversize';
  return startsAt !== null && mail.receivedAt < startsAt ? 'mail.before_start' : undefined;
}
