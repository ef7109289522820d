import type { Context } from '../context.ts';
import { messagesToUnderstand, storedBefore } from '../database/messages-understood.ts';
import { dueNotices } from '../database/outbox.ts';
import { decideNext } from './decide-next.ts';
import { eraseExpired } from './erase.ts';
import { signDailyHead } from './sign-head.ts';
import { understandMessage } from './understand-message.ts';

/** Things of each kind woken in one sweep; the next sweep finds the rest. */
const LIMIT = 500;

/**
 * Finds everything that is due or stuck in the database and wakes it: the queue may have lost every job
 * (invariant 10). Once a day it signs the ledger's head and erases what was kept long enough.
 * Returns how many things were found.
 */
export async function sweep(context: Context): Promise<number> {
  const { database, queue, clock, log } = context;
  const waiting = await messagesToUnderstand(database, clock.now(), LIMIT);
  for (const id of waiting) await queue.wake('understand', id);
  await understandOrphans(context, waiting);
  const taken = await decideNext(context);
  const notices = await dueNotices(database, clock.now(), LIMIT);
  for (const id of notices) await queue.wake('deliver', id);
  const found = waiting.length + taken + notices.length;
  log.swept({ understand: waiting.length, decide: taken, deliver: notices.length });
  if (await signDailyHead(context)) await eraseExpired(context);
  return found;
}

/** Later than this a mail is not merely waiting its turn. */
const ORPHANED_MS = 10_000;
const MOST_ORPHANS = 20;

/**
 * A worker that died holds its job until the queue's lock runs out, and with it the whole line: what has waited too
 * long is understood here. Twice understood is once stored.
 */
async function understandOrphans(context: Context, waiting: readonly bigint[]): Promise<void> {
  const before = new Date(context.clock.now().getTime() - ORPHANED_MS);
  const orphans = await storedBefore(context.database, waiting, before);
  for (const id of orphans.slice(0, MOST_ORPHANS)) await understandMessage(context, id);
}
