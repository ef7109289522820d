import type { ImapFlow } from 'imapflow';
import { ExpectedError } from '../expected-error.ts';
import { adviceFor } from '../mailbox/imap-advice.ts';
import { guarded, ImapConnection, type ImapServer } from '../mailbox/imap-connection.ts';
import { Signal } from '../mailbox/signal.ts';
import { markOf } from './notice-mark.ts';

/** Some servers file what they send some minutes later. */
const FILED_WITHIN_MS = 10 * 60_000;
/** How far back, and how many mails, it is looked whether the server files our notices at all. */
const RECENT_MS = 7 * 86_400_000;
const RECENT_MOST = 500;

export interface SentFolderOptions extends ImapServer {
  account: string;
  folder: string;
}

/** The folder where the server that sends files a copy of each mail that it has accepted. */
export interface SentFolder {
  readonly filedWithinMs: number;
  /** As `Sender.lookUp`. Throws an ImapError or a TokenError. */
  lookUp(messageId: string): Promise<'accepted' | 'absent' | 'unknown'>;
  /** Name and state for `doctor`. Throws an ExpectedError that says what to mend. */
  check(): Promise<string>;
}

/** Opens the folder for reading only; nothing connects before the first use, and no connection is kept. */
export function openSentFolder(options: SentFolderOptions): SentFolder {
  return new ImapSentFolder(options);
}

interface Filed {
  messageId: string;
  mark: string;
}

class ImapSentFolder implements SentFolder {
  readonly filedWithinMs = FILED_WITHIN_MS;
  readonly #options: SentFolderOptions;

  constructor(options: SentFolderOptions) {
    this.#options = options;
  }

  /**
   * `absent` only where the folder holds other notices of the last days: a folder without any tells nothing, because
   * the server may file its mails elsewhere, or none.
   */
  async lookUp(messageId: string): Promise<'accepted' | 'absent' | 'unknown'> {
    return this.#use(async (client) => {
      const mark = markOf(messageId);
      for (const [name, value] of Object.entries({ 'message-id': messageId, 'x-dealreg': mark })) {
        const found = await guarded(() => client.search({ header: { [name]: value } }, { uid: true }));
        if (found && found.length > 0) return 'accepted';
      }
      // Not every server searches every header: the latest mails are looked through, too.
      const recent = await recentNotices(client);
      if (recent.some((filed) => filed.messageId === messageId || filed.mark === mark)) return 'accepted';
      return recent.some((filed) => filed.mark !== '') ? 'absent' : 'unknown';
    });
  }

  async check(): Promise<string> {
    const { host, port, folder, account, renew } = this.#options;
    const ours = this.#use(async (client) => {
      return (await recentNotices(client)).filter((filed) => filed.mark !== '').length;
    });
    const count = await ours.catch((error) => {
      const server = { host, port, folder, account, byToken: renew !== undefined };
      const advice = adviceFor(error, server).replace(/^MAILBOX_URL/, 'SENT_FOLDER');
      throw new ExpectedError(advice, { cause: error });
    });
    const tells = count === 0 ? ', so it cannot tell yet which notice was accepted' : '';
    return `sent mails in ${folder}, notices of the last days: ${count}${tells}`;
  }

  async #use<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const connection = new ImapConnection(this.#options, this.#options.folder, true, new Signal());
    try {
      return await connection.use(work, new AbortController().signal);
    } finally {
      connection.close();
    }
  }
}

/** The latest mails of the folder: what they are known by; an empty mark for those that are no notices. */
async function recentNotices(client: ImapFlow): Promise<Filed[]> {
  const since = new Date(Date.now() - RECENT_MS);
  const uids = (await guarded(() => client.search({ since }, { uid: true }))) || [];
  const latest = uids.sort((a, b) => a - b).slice(-RECENT_MOST);
  if (latest.length === 0) return [];
  const rows = await guarded(() =>
    client.fetchAll(latest.join(','), { uid: true, headers: ['message-id', 'x-dealreg'] }, { uid: true }),
  );
  return rows.map(({ headers }) => {
    const text = (headers?.toString('latin1') ?? '').replace(/\r?\n[ \t]{1,20}/g, ' ');
    return { messageId: headerIn(text, 'message-id'), mark: headerIn(text, 'x-dealreg') };
  });
}

function headerIn(headers: string, name: string): string {
  const line = headers.split(/\r?\n/).find((one) => one.toLowerCase().startsWith(`${name}:`)) ?? '';
  return line.slice(name.length + 1).trim();
}
