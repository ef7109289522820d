import { mkdir, open, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FILE = 'dealreg-uidlist';
const VERSION = '1';
const LINE = /^(\d{1,18}) (.+)$/;
const LOCK_RETRY_MS = 10;
/** A lock that is older was left behind by a killed process: writing the list takes milliseconds. */
const LOCK_STALE_MS = 10_000;

export interface UidList {
  uidvalidity: bigint;
  /** Identity of a file (its name without flags) to its UID. */
  uids: ReadonlyMap<string, bigint>;
}

/** UIDs up to this one were given before. */
interface Used {
  uidvalidity: bigint;
  lastUid: bigint;
}

/**
 * A Maildir has no UIDs. This list gives each file one, in the manner of Dovecot's `dovecot-uidlist`: a first line
 * with version and UIDVALIDITY, then one line a file. A UID is on the disk before anything refers to it.
 * A lost or damaged list means a new UIDVALIDITY, and so that the mailbox is read from its first mail again.
 */
export async function readUidList(maildir: string): Promise<UidList | undefined> {
  const text = await readFile(join(maildir, FILE), 'utf8').catch(absent);
  return text === undefined ? undefined : parse(text);
}

/**
 * Gives every name that has no UID yet the next one above all others and above `used`, in the order given.
 * Safe beside other processes.
 */
export async function assignUids(maildir: string, names: readonly string[], used?: Used): Promise<UidList> {
  const unlock = await lock(maildir);
  try {
    const list = (await readUidList(maildir)) ?? (await create(maildir));
    const uids = new Map(list.uids);
    // A list that was restored from a backup may end below what was read already.
    let last = used?.uidvalidity === list.uidvalidity ? used.lastUid : 0n;
    for (const uid of uids.values()) if (uid > last) last = uid;
    let lines = '';
    for (const name of names) {
      if (uids.has(name)) continue;
      last += 1n;
      uids.set(name, last);
      lines += `${last} ${name}\n`;
    }
    if (lines !== '') await append(join(maildir, FILE), lines);
    return { uidvalidity: list.uidvalidity, uids };
  } finally {
    await unlock();
  }
}

function parse(text: string): UidList | undefined {
  // What follows the last line end was cut off by a crash, and nothing refers to it.
  const [head = '', ...lines] = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  const [version, uidvalidity = ''] = head.split(' ');
  if (version !== VERSION || !/^\d{1,18}$/.test(uidvalidity)) return undefined;
  const uids = new Map<string, bigint>();
  let last = 0n;
  for (const line of lines.slice(0, -1)) {
    const [, uid = '0', name = ''] = LINE.exec(line) ?? [];
    if (BigInt(uid) <= last || uids.has(name)) return undefined;
    last = BigInt(uid);
    uids.set(name, last);
  }
  return { uidvalidity: BigInt(uidvalidity), uids };
}

/** Starts a list whose UIDVALIDITY is higher than any before: the time, or one more than a damaged list's. */
async function create(maildir: string): Promise<UidList> {
  const path = join(maildir, FILE);
  const damaged = await readFile(path, 'utf8').catch(absent);
  const before = BigInt(/^1 (\d{1,18})\b/.exec(damaged ?? '')?.[1] ?? 0);
  const now = BigInt(Math.floor(Date.now() / 1000));
  const uidvalidity = now > before ? now : before + 1n;
  const temporary = `${path}.new`;
  await writeFile(temporary, `${VERSION} ${uidvalidity}\n`, { flush: true });
  await rename(temporary, path);
  return { uidvalidity, uids: new Map() };
}

async function append(path: string, lines: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const text = await file.readFile();
    // Behind the last complete line, so that a line that a crash has cut off is written over.
    const end = text.lastIndexOf(0x0a) + 1;
    await file.truncate(end);
    await file.write(lines, end);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function lock(maildir: string): Promise<() => Promise<void>> {
  await mkdir(maildir, { recursive: true });
  const path = join(maildir, `${FILE}.lock`);
  for (;;) {
    try {
      await (await open(path, 'wx')).close();
      return () => unlink(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const held = await stat(path).catch(absent);
    if (held && Date.now() - held.mtimeMs > LOCK_STALE_MS) await unlink(path).catch(absent);
    else await sleep(LOCK_RETRY_MS);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
