import type { Context } from '../context.ts';
import { headOfDay, insertHead } from '../database/heads.ts';
import { lastEntry } from '../database/ledger.ts';
import { signHead } from '../ledger/head.ts';
import { rootOf } from '../ledger/merkle.ts';
import { luxembourgDay } from '../registration/calendar.ts';
import { layOutHead } from './head-files.ts';

/**
 * Signs the ledger's head once for each day of Luxembourg on which it is called, and lays it out as a file. Any number
 * of processes may call it, as often as they like: a day has one head, and a file that is missing is written anew.
 * Nothing is signed while the ledger is empty. Returns whether this call signed the day's head.
 */
export async function signDailyHead(context: Context): Promise<boolean> {
  const { database, clock, config } = context;
  const day = luxembourgDay(clock.now());
  const isNew = (await headOfDay(database, day)) === undefined && (await signToday(context, day));
  const today = await headOfDay(database, day);
  // A database in memory is a trial: it leaves nothing behind.
  if (today && config.database.mode !== 'memory') await layOutHead(config, today);
  return isNew;
}

async function signToday(context: Context, day: string): Promise<boolean> {
  const { database, clock, headKey, log } = context;
  const { entry, frontier } = await lastEntry(database);
  if (entry === 0n) return false;
  const head = { size: Number(entry), root: rootOf(frontier).toString('hex'), at: clock.now().toISOString() };
  const isNew = await insertHead(database, { day, head: signHead(head, headKey) });
  if (isNew) log.headSigned({ entries: head.size });
  return isNew;
}
