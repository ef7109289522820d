import type { FetchMessageObject, ImapFlow, MailboxObject } from 'imapflow';
import { ExpectedError } from '../expected-error.ts';
import type { ArrivedMail, Mailbox, MailboxCursor } from '../ports.ts';
import { adviceFor } from './imap-advice.ts';
import { guarded, ImapConnection, type ImapServer, LISTEN_MOST_MS } from './imap-connection.ts';
import { oversizeBytes } from './oversize.ts';
import { Signal } from './signal.ts';

/** Mails whose sizes are asked for, and bytes that are read, with one command. */
const PAGE = 200;
const PAGE_BYTES = 8 * 1024 * 1024;
const RECONNECT_MS = 500;

export interface ImapOptions extends ImapServer {
  /** Names the mailbox in the database: the account, not the server, which may move. */
  account: string;
  folder: string;
  /** Folder for handled mails. Without it the mailbox is only ever opened for reading. */
  handledFolder?: string;
  maxMailBytes: number;
}

/**
 * A folder of an IMAP server. Mails are known by UIDVALIDITY and UID; bodies are read with BODY.PEEK, so that no
 * flag changes. Nothing connects before the first use. Errors are ImapErrors; after one the next use connects anew.
 */
export function openImap(options: ImapOptions): Mailbox {
  return new ImapMailbox(options);
}

type Sized = { uid: bigint; size: number; receivedAt: Date };

class ImapMailbox implements Mailbox {
  readonly mode = 'imap';
  readonly latenessMs = 300;
  readonly name: string;
  readonly #options: ImapOptions;
  readonly #changed = new Signal();
  readonly #closed = new Signal();
  readonly #connection: ImapConnection;

  constructor(options: ImapOptions) {
    this.#options = options;
    this.name = `imap:${options.account}/${options.folder}`;
    this.#connection = new ImapConnection(options, options.folder, !options.handledFolder, this.#changed);
  }

  async read(
    cursor: MailboxCursor | undefined,
    store: (mail: ArrivedMail) => Promise<void>,
    signal: AbortSignal,
  ): Promise<MailboxCursor> {
    this.#changed.clear();
    return this.#connection.use(async (client, folder) => {
      const uidvalidity = folder.uidValidity;
      let lastUid = cursor?.uidvalidity === uidvalidity ? cursor.lastUid : 0n;
      for (const page of pages(await uidsBeyond(client, folder, lastUid))) {
        await this.#readPage(client, uidvalidity, page, store, signal);
        lastUid = page.at(-1)!;
      }
      return { uidvalidity, lastUid };
    }, signal);
  }

  async missing(uidvalidity: bigint, known: ReadonlySet<bigint>, signal: AbortSignal): Promise<bigint[]> {
    return this.#connection.use(async (client, folder) => {
      if (folder.uidValidity !== uidvalidity) return [];
      return (await uidsBeyond(client, folder, 0n)).filter((uid) => !known.has(uid));
    }, signal);
  }

  async fetch(
    uids: readonly bigint[],
    store: (mail: ArrivedMail) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    if (uids.length === 0) return;
    await this.#connection.use(async (client, folder) => {
      for (const page of pages(uids)) await this.#readPage(client, folder.uidValidity, page, store, signal);
    }, signal);
  }

  async wait(maxMs: number, signal: AbortSignal): Promise<void> {
    if (this.#connection.idle()) await this.#changed.wait(Math.min(maxMs, LISTEN_MOST_MS), signal);
    // A server that drops each connection is not asked faster than this.
    if (!this.#connection.open) await this.#closed.wait(Math.min(maxMs, RECONNECT_MS), signal);
  }

  async move(uidvalidity: bigint, uids: readonly bigint[]): Promise<bigint[]> {
    const target = this.#options.handledFolder;
    if (!target || uids.length === 0) return [];
    return this.#connection.use(async (client, folder) => {
      if (folder.uidValidity !== uidvalidity || !canMove(client)) return [];
      await guarded(() => client.mailboxCreate(target));
      await guarded(() => client.messageMove(uids.join(','), target, { uid: true }));
      // What the folder no longer holds is moved; servers do not all say which mails they moved.
      const left = await guarded(() => client.search({ uid: uids.join(',') }, { uid: true }));
      const kept = new Set(left || []);
      return uids.filter((uid) => !kept.has(Number(uid)));
    }, new AbortController().signal);
  }

  async check(): Promise<string> {
    const { account, host, port, folder: name, handledFolder, renew } = this.#options;
    const { signal } = new AbortController();
    const facts = this.#connection.use(async (client, folder) => {
      const facts = [`IMAP ${host}:${port}, ${account}, folder ${folder.path}, ${folder.exists} mails`];
      if (!client.secureConnection) facts.push('not encrypted');
      if (!client.capabilities.has('IDLE')) facts.push('no IDLE: new mails are found by polling');
      if (handledFolder && !canMove(client)) facts.push('no MOVE: handled mails stay where they are');
      return facts.join('; ');
    }, signal);
    return facts.catch((error) => {
      const server = { host, port, folder: name, account, byToken: renew !== undefined };
      throw new ExpectedError(adviceFor(error, server), { cause: error });
    });
  }

  async close(): Promise<void> {
    this.#connection.close();
    this.#changed.raise();
    this.#closed.raise();
  }

  /** Asks for sizes before bodies; what is too big is read in its first part only. */
  async #readPage(
    client: ImapFlow,
    uidvalidity: bigint,
    uids: readonly bigint[],
    store: (mail: ArrivedMail) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const max = this.#options.maxMailBytes;
    const wanted = new Set(uids);
    const sized = (await fetchAll(client, uids, { size: true, internalDate: true })).flatMap(toSized);
    for (const batch of batches(
      sized.filter((mail) => wanted.has(mail.uid)),
      max,
    )) {
      // A server may announce less than it sends: never more than the limit and one byte is read.
      const maxLength = batch.length === 1 && batch[0]!.size > max ? oversizeBytes(max) : max + 1;
      const bodies = await fetchAll(
        client,
        batch.map((mail) => mail.uid),
        { source: { start: 0, maxLength } },
      );
      const byUid = new Map(bodies.map((body) => [BigInt(body.uid), body.source]));
      for (const mail of batch) {
        signal.throwIfAborted();
        const source = byUid.get(mail.uid);
        // A mail that somebody has removed meanwhile.
        if (!source) continue;
        const truncated = mail.size > max || source.length > max;
        const raw = truncated ? source.subarray(0, oversizeBytes(max)) : source;
        await store({ uidvalidity, ...mail, size: Math.max(mail.size, source.length), raw, truncated });
      }
    }
  }
}

/** UIDs of the folder beyond `after`, ascending. */
async function uidsBeyond(client: ImapFlow, folder: MailboxObject, after: bigint): Promise<bigint[]> {
  if (folder.exists === 0 || BigInt(folder.uidNext ?? 0) === after + 1n) return [];
  // `n:*` always includes the last mail, even when its UID is below n (RFC 3501, 6.4.8).
  const found = await guarded(() => client.search({ uid: `${after + 1n}:*` }, { uid: true }));
  return (found || [])
    .map(BigInt)
    .filter((uid) => uid > after)
    .sort((a, b) => (a < b ? -1 : 1));
}

function fetchAll(
  client: ImapFlow,
  uids: readonly bigint[],
  query: Parameters<ImapFlow['fetchAll']>[1],
): Promise<FetchMessageObject[]> {
  return guarded(() => client.fetchAll(uids.join(','), { ...query, uid: true }, { uid: true }));
}

/** A row without these facts is about another mail's flags, or of a mail that has just gone. */
function toSized(row: FetchMessageObject): Sized[] {
  if (row.size === undefined || row.internalDate === undefined) return [];
  const arrived = new Date(row.internalDate).getTime();
  return [{ uid: BigInt(row.uid), size: row.size, receivedAt: new Date(Math.floor(arrived / 1000) * 1000) }];
}

function* pages(uids: readonly bigint[]): Generator<readonly bigint[]> {
  for (let at = 0; at < uids.length; at += PAGE) yield uids.slice(at, at + PAGE);
}

/** Mails in order of UID, as many at once as are read into memory together; one that is too big stands alone. */
function* batches(mails: readonly Sized[], max: number): Generator<Sized[]> {
  let batch: Sized[] = [];
  let bytes = 0;
  for (const mail of [...mails].sort((a, b) => (a.uid < b.uid ? -1 : 1))) {
    if (batch.length > 0 && (mail.size > max || bytes + mail.size > PAGE_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(mail);
    bytes += mail.size > max ? PAGE_BYTES : mail.size;
  }
  if (batch.length > 0) yield batch;
}

/** Without MOVE and UIDPLUS, removing the copied mails could remove others that somebody has marked as deleted. */
function canMove(client: ImapFlow): boolean {
  return client.capabilities.has('MOVE') || client.capabilities.has('UIDPLUS');
}
