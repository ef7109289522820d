import type { Context } from '../context.ts';
import { headOfDay, insertHead } from '../database/heads.ts';
import { lastEntry } from '../database/ledger.ts';
import { signHead } from '../ledger/head.ts';
import { rootOf } from '../ledger/merkle.ts';
import { luxembourgDay } from '../registration/calendar.ts';
import { layOutHead } from './head-files.ts';

/**
 * Signs the ledger's head once for each day of Luxembourg on which it is called. Any number of processes may call it,
 * as often as they like: a day has one head. Nothing is signed while the ledger is empty. Returns whether this call
 * signed the day's head.
 */
export async function signDailyHead(context: Context): Promise<boolean> {
  const { database, clock, headKey, log } = context;
  const day = luxembourgDay(clock.now());
  if (await headOfDay(database, day)) return false;
  const { entry, frontier } = await lastEntry(database);
  if (entry === 0n) return false;
  const head = { size: Number(entry), root: rootOf(frontier).toString('hex'), at: clock.now().toISOString() };
  const isNew = await insertHead(database, { day, head: signHead(head, headKey) });
  if (isNew) log.headSigned({ entries: head.size });
  return isNew;
}

/** Lays today's head out as a file, where it is signed and the file is missing. */
export async function publishHead({ database, clock, config }: Context): Promise<void> {
  // A database in memory is a trial: it leaves nothing behind.
  if (config.database.mode === 'memory') return;
  const today = await headOfDay(database, luxembourgDay(clock.now()));
  if (today) await layOutHead(config, today);
}
