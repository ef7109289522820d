import { type FSWatcher, watch } from 'node:fs';
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ArrivedMail, Mailbox, MailboxCursor } from '../ports.ts';
import { completeFiles, identityOf, listMaildir, type MaildirFile } from './maildir-files.ts';
import { oversizeBytes } from './oversize.ts';
import { Signal } from './signal.ts';
import { assignUids, readUidList } from './uid-list.ts';

/** Without a file watch (network file systems), changes are looked for this often. */
const UNWATCHED_POLL_MS = 1_000;

export interface MaildirOptions {
  path: string;
  /** Sub-folder for handled mails, in the manner of Maildir++ (`.Handled`). Without it they stay where they are. */
  handledFolder?: string;
  maxMailBytes: number;
}

/**
 * A Maildir as a mailbox: a file that appears in `new` (or `cur`) is a mail. It is known by its name, which a list
 * beside it maps to a UID; a handled mail may stay in `new`, nothing is flagged or renamed to remember it.
 */
export async function openMaildir(options: MaildirOptions): Promise<Mailbox> {
  const path = resolve(options.path);
  for (const folder of ['tmp', 'new', 'cur']) await mkdir(join(path, folder), { recursive: true });
  const maildir = new Maildir({ ...options, path });
  maildir.watch();
  return maildir;
}

class Maildir implements Mailbox {
  readonly name: string;
  readonly mode = 'maildir';
  readonly latenessMs = 100;
  readonly #path: string;
  readonly #options: MaildirOptions;
  readonly #changed = new Signal();
  #watchers: FSWatcher[] = [];

  constructor(options: MaildirOptions) {
    this.#options = options;
    this.#path = options.path;
    this.name = `maildir:${options.path}`;
  }

  watch(): void {
    try {
      for (const folder of ['new', 'cur']) {
        const watcher = watch(join(this.#path, folder), () => this.#changed.raise());
        watcher.on('error', () => this.#unwatch());
        this.#watchers.push(watcher);
      }
    } catch {
      this.#unwatch();
    }
  }

  async read(
    cursor: MailboxCursor | undefined,
    store: (mail: ArrivedMail) => Promise<void>,
    signal: AbortSignal,
  ): Promise<MailboxCursor> {
    this.#changed.clear();
    const paths = await listMaildir(this.#path);
    const known = await readUidList(this.#path);
    const after = cursor && cursor.uidvalidity === known?.uidvalidity ? cursor.lastUid : 0n;
    for (const [identity, uid] of known?.uids ?? []) if (uid <= after) paths.delete(identity);
    const files = await completeFiles(paths);
    const { uidvalidity, uids } =
      known && files.every((file) => known.uids.has(file.identity))
        ? known
        : await assignUids(
            this.#path,
            files.map((file) => file.identity),
            cursor,
          );
    const byUid = files.map((file) => ({ file, uid: uids.get(file.identity)! }));
    byUid.sort((a, b) => (a.uid < b.uid ? -1 : 1));
    let lastUid = cursor?.uidvalidity === uidvalidity ? cursor.lastUid : 0n;
    for (const { file, uid } of byUid) {
      if (signal.aborted) break;
      await this.#store(file, { uidvalidity, uid }, store);
      lastUid = uid;
    }
    signal.throwIfAborted();
    return { uidvalidity, lastUid };
  }

  async missing(uidvalidity: bigint, known: ReadonlySet<bigint>): Promise<bigint[]> {
    const list = await readUidList(this.#path);
    if (list?.uidvalidity !== uidvalidity) return [];
    const present = await listMaildir(this.#path);
    return [...list.uids].flatMap(([name, uid]) => (present.has(name) && !known.has(uid) ? [uid] : []));
  }

  async fetch(
    uids: readonly bigint[],
    store: (mail: ArrivedMail) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const list = await readUidList(this.#path);
    if (!list) return;
    const wanted = new Set(uids);
    const paths = await listMaildir(this.#path);
    for (const identity of paths.keys()) {
      if (!wanted.has(list.uids.get(identity) ?? -1n)) paths.delete(identity);
    }
    for (const file of await completeFiles(paths)) {
      signal.throwIfAborted();
      await this.#store(file, { uidvalidity: list.uidvalidity, uid: list.uids.get(file.identity)! }, store);
    }
  }

  async wait(maxMs: number, signal: AbortSignal): Promise<void> {
    await this.#changed.wait(this.#watchers.length > 0 ? maxMs : Math.min(maxMs, UNWATCHED_POLL_MS), signal);
  }

  async move(uidvalidity: bigint, uids: readonly bigint[]): Promise<bigint[]> {
    const folder = this.#options.handledFolder;
    const list = await readUidList(this.#path);
    if (!folder || list?.uidvalidity !== uidvalidity) return [];
    const target = join(this.#path, `.${folder.replaceAll('/', '.').replace(/^\.{1,9}/, '')}`);
    for (const part of ['tmp', 'new', 'cur']) await mkdir(join(target, part), { recursive: true });
    const present = await listMaildir(this.#path);
    const wanted = new Set(uids);
    const moved = new Set<bigint>();
    for (const [identity, uid] of list.uids) {
      if (!wanted.has(uid)) continue;
      const path = present.get(identity);
      if (path) await rename(path, join(target, 'cur', flagged(basename(path))));
      // A file that is gone already was moved by somebody else.
      moved.add(uid);
    }
    return [...moved];
  }

  async check(): Promise<string> {
    const count = (await listMaildir(this.#path)).size;
    return `Maildir ${this.#path}, ${count} mails${this.#watchers.length > 0 ? '' : ', not watched (polled)'}`;
  }

  async close(): Promise<void> {
    this.#unwatch();
    this.#changed.raise();
  }

  async #store(
    file: MaildirFile,
    id: { uidvalidity: bigint; uid: bigint },
    store: (mail: ArrivedMail) => Promise<void>,
  ): Promise<void> {
    const truncated = file.size > this.#options.maxMailBytes;
    const raw = await readStart(file, truncated ? oversizeBytes(this.#options.maxMailBytes) : file.size);
    if (raw) await store({ ...id, receivedAt: file.receivedAt, size: file.size, raw, truncated });
  }

  #unwatch(): void {
    for (const watcher of this.#watchers) watcher.close();
    this.#watchers = [];
  }
}

/** The first bytes of a mail; `undefined` where somebody has removed it, `new` and `cur` both looked at. */
async function readStart(file: MaildirFile, bytes: number): Promise<Buffer | undefined> {
  const handle = await open(file.path).catch(() => reopen(file));
  if (!handle) return undefined;
  try {
    const buffer = Buffer.alloc(bytes);
    let length = 0;
    while (length < bytes) {
      const { bytesRead } = await handle.read(buffer, length, bytes - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await handle.close();
  }
}

async function reopen(file: MaildirFile): Promise<FileHandle | undefined> {
  const maildir = resolve(file.path, '..', '..');
  const path = (await listMaildir(maildir)).get(identityOf(basename(file.path)));
  return path === undefined ? undefined : open(path);
}

function flagged(name: string): string {
  return name.includes(':2,') ? name : `${name}:2,S`;
}
