import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { holdMailbox, mailboxCursor, markChecked } from '../database/mailboxes.ts';
import { latestWaiting } from '../database/messages.ts';
import type { MailboxCursor } from '../ports.ts';
import { startOf, storeMail } from './store-mail.ts';
import { codeOf, MailboxChores } from './tend-mailbox.ts';

type ReceiveContext = Pick<Context, 'database' | 'mailbox' | 'queue' | 'clock' | 'config' | 'log'>;

const SECOND_MS = 1_000;
/** A timer may fire a moment early. */
const TIMER_MS = 10;
const BACK_OFF_FIRST_MS = SECOND_MS;
const BACK_OFF_MOST_MS = 60 * SECOND_MS;

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
  const chores = new MailboxChores();
  while (!signal.aborted) {
    try {
      const reading = await readOnce(context, signal);
      failures = 0;
      await chores.tend(context, signal);
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
  await holdMailbox(database, mailbox.name, cursor.uidvalidity, startOf(context));
  await markChecked(database, mailbox.name, new Date(startedAt.getTime() - lateness(context)));
  await queue.wake('decide');
  return { startedAt, stored, cursor };
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
