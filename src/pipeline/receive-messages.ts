import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { advanceCursor, holdMailbox, mailboxCursor, markChecked } from '../database/mailboxes.ts';
import {
  insertMessage,
  latestWaiting,
  markMoved,
  messageWithHash,
  storedUids,
  unmovedUids,
} from '../database/messages.ts';
import type { ArrivedMail, MailboxCursor } from '../ports.ts';

type ReceiveContext = Pick<Context, 'database' | 'mailbox' | 'queue' | 'clock' | 'config' | 'log'>;

const SECOND_MS = 1_000;
/** A timer may fire a moment early. */
const TIMER_MS = 10;
const GAP_SWEEP_MS = 5 * 60 * SECOND_MS;
const BACK_OFF_FIRST_MS = SECOND_MS;
const BACK_OFF_MOST_MS = 60 * SECOND_MS;
const MOVE_BATCH = 100;
const OVERSIZE = 'mail.oversize';

/** One reading of the mailbox, from the cursor to the end. */
export interface Reading {
  startedAt: Date;
  /** Messages stored by it, duplicates and mails set aside included. */
  stored: number;
  cursor: MailboxCursor;
}

/**
 * Reads the mailbox until `signal` aborts: on every arrival, on every poll, and once more as soon as the second
 * of the latest arrival is over, because only then is it known which mails arrived in that second.
 * Errors of mailbox and database are logged by code and followed by another try, ever more slowly.
 * Any number of receivers may run at once.
 */
export async function receiveMessages(context: ReceiveContext, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let sweepGapsAt = context.clock.now().getTime() + GAP_SWEEP_MS;
  while (!signal.aborted) {
    try {
      const reading = await readOnce(context, signal);
      if (context.clock.now().getTime() >= sweepGapsAt) {
        await fillGaps(context, signal);
        sweepGapsAt = context.clock.now().getTime() + GAP_SWEEP_MS;
      }
      await moveHandled(context);
      failures = 0;
      await context.mailbox.wait(await timeToWait(context, reading.startedAt), signal);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      const delay = Math.min(BACK_OFF_MOST_MS, BACK_OFF_FIRST_MS * 2 ** (failures - 1));
      context.log.mailboxFailed({ code: codeOf(error), failures, retryInMs: delay });
      await sleep(delay, undefined, { signal }).catch(() => undefined);
    }
  }
}

/**
 * Stores every mail beyond the cursor, each in a transaction of its own together with the cursor, and wakes those
 * that work on it. At the end it records up to when the mailbox was read: whatever had arrived by then is stored.
 * Throws what mailbox or database throw; what was stored until then stays stored.
 */
export async function readOnce(
  context: ReceiveContext,
  signal: AbortSignal = new AbortController().signal,
): Promise<Reading> {
  const { database, mailbox, queue } = context;
  const startedAt = context.clock.now();
  let stored = 0;
  const cursor = await mailbox.read(
    await mailboxCursor(database, mailbox.name),
    async (mail) => {
      if (await storeMail(context, mail, true)) stored += 1;
    },
    signal,
  );
  await holdMailbox(database, mailbox.name, cursor.uidvalidity);
  await markChecked(database, mailbox.name, new Date(startedAt.getTime() - lateness(context)));
  await queue.wake('decide');
  return { startedAt, stored, cursor };
}

/** Stores mails that the mailbox holds below the cursor but the database lacks; returns how many. */
export async function fillGaps(
  context: ReceiveContext,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  const { database, mailbox } = context;
  const cursor = await mailboxCursor(database, mailbox.name);
  if (!cursor) return 0;
  const known = await storedUids(database, mailbox.name, cursor.uidvalidity);
  const missing = await mailbox.missing(cursor.uidvalidity, known, signal);
  const gaps = missing.filter((uid) => uid <= cursor.lastUid);
  let filled = 0;
  await mailbox.fetch(
    gaps,
    async (mail) => {
      if (mail.uidvalidity === cursor.uidvalidity && (await storeMail(context, mail, false))) filled += 1;
    },
    signal,
  );
  if (filled > 0) context.log.gapsFilled({ count: filled });
  return filled;
}

/** Moves mails whose outcome is committed to the folder of handled mails, where one is configured. */
export async function moveHandled(context: ReceiveContext): Promise<number> {
  const { database, mailbox, config } = context;
  if (!config.mailbox.handledFolder) return 0;
  const cursor = await mailboxCursor(database, mailbox.name);
  if (!cursor) return 0;
  const uids = await unmovedUids(database, mailbox.name, cursor.uidvalidity, MOVE_BATCH);
  if (uids.length === 0) return 0;
  const moved = await mailbox.move(cursor.uidvalidity, uids);
  await markMoved(database, mailbox.name, cursor.uidvalidity, moved, context.clock.now());
  if (moved.length > 0) context.log.mailsMoved({ count: moved.length });
  return moved.length;
}

/**
 * Commits one mail: raw bytes and identity first. The same bytes under another UID are the same mail (moved back,
 * or another UIDVALIDITY): kept as a duplicate, without its bytes. Returns false where this UID is stored already.
 */
async function storeMail(context: ReceiveContext, mail: ArrivedMail, advance: boolean): Promise<boolean> {
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

/** How long a mail of a second that is over may still come to light. */
function lateness(context: ReceiveContext): number {
  return context.mailbox.latenessMs ?? 0;
}

/** Until the next poll; or until the second of the latest arrival is over, where the reading began before that. */
async function timeToWait(context: ReceiveContext, readFrom: Date): Promise<number> {
  const { database, mailbox, config, clock } = context;
  const poll = config.mailbox.pollSeconds * SECOND_MS;
  // Not only what this reading has stored: another receiver may have died before it came to close that second.
  const latest = await latestWaiting(database, mailbox.name);
  const openUntil = latest === undefined ? 0 : latest.getTime() + SECOND_MS + lateness(context);
  if (readFrom.getTime() >= openUntil) return poll;
  return Math.min(poll, Math.max(0, openUntil + TIMER_MS - clock.now().getTime()));
}

/** A word that says what failed, without any text of the mailbox or its mails. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown');
}
