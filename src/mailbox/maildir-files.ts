import type { BigIntStats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where a Maildir keeps mails; `tmp` holds those that are not complete. */
const FOLDERS = ['new', 'cur'] as const;
/** How long a file that is written in place must rest before it counts as complete. */
const SETTLE_MS = 150;
/** A Maildir name is `seconds.unique.host`, made when the delivery began. */
const MAILDIR_NAME = /^(\d{9,10})\.[^.]{1,200}\.[^/]{1,200}$/;
const NOT_BEFORE = 946_684_800;

export interface MaildirFile {
  /** Name without flags: moving it from `new` to `cur` or flagging it does not change it. */
  identity: string;
  path: string;
  size: number;
  receivedAt: Date;
}

/** Names of all mails, by identity; nothing is opened. */
export async function listMaildir(maildir: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const folder of FOLDERS) {
    for (const entry of await readdir(join(maildir, folder), { withFileTypes: true })) {
      // Copying tools write to a dot name first.
      if (entry.name.startsWith('.') || entry.name.includes('\n') || !entry.isFile()) continue;
      files.set(identityOf(entry.name), join(maildir, folder, entry.name));
    }
  }
  return files;
}

/**
 * The files among `paths` that are completely there, in order of arrival. A file that is renamed into place is
 * complete at once. One that is written in place is awaited for a moment; if it grows meanwhile it is left for
 * the next reading: its arrival is its last change, hence later than this reading's start.
 */
export async function completeFiles(paths: ReadonlyMap<string, string>): Promise<MaildirFile[]> {
  const first = await statAll(paths);
  const wait = Math.max(0, ...[...first.values()].map(restNeeded));
  if (wait > 0) await sleep(wait);
  const second = wait > 0 ? await statAll(paths) : first;
  const complete: MaildirFile[] = [];
  for (const [identity, path] of paths) {
    const [before, after] = [first.get(identity), second.get(identity)];
    if (!before || !after || before.size !== after.size || before.mtimeNs !== after.mtimeNs) continue;
    complete.push({ identity, path, size: Number(after.size), receivedAt: arrivalOf(identity, after) });
  }
  return complete.sort(
    (a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.identity < b.identity ? -1 : 1),
  );
}

/**
 * When the file came into the mailbox, in whole seconds: the time in its name where a delivery agent has named it
 * (and the file system does not contradict), else its last change of status. Not the time of its last
 * modification: that one travels with a file that is moved or copied.
 */
export function arrivalOf(identity: string, status: Pick<BigIntStats, 'ctimeMs'>): Date {
  const changed = Math.floor(Number(status.ctimeMs) / 1000);
  const named = Number(MAILDIR_NAME.exec(identity)?.[1] ?? 0);
  const believable = named >= NOT_BEFORE && named <= changed + 1 && !identity.endsWith('.eml');
  return new Date((believable ? named : changed) * 1000);
}

export function identityOf(name: string): string {
  const flags = name.indexOf(':2,');
  return flags < 0 ? name : name.slice(0, flags);
}

/** A rename changes the status after the last modification; where both are equal it was written in place. */
function restNeeded(status: BigIntStats): number {
  if (status.ctimeNs > status.mtimeNs && status.size > 0n) return 0;
  const age = Date.now() - Number(status.mtimeMs);
  return Math.min(SETTLE_MS, Math.max(0, SETTLE_MS - age));
}

async function statAll(paths: ReadonlyMap<string, string>): Promise<Map<string, BigIntStats>> {
  const all = new Map<string, BigIntStats>();
  for (const [identity, path] of paths) {
    const status = await stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    if (status) all.set(identity, status);
  }
  return all;
}
