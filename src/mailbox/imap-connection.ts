import type { ConnectionOptions } from 'node:tls';
import { ImapFlow, type MailboxObject } from 'imapflow';
import { isLoopback, startTlsOptions } from '../loopback.ts';
import { TokenError } from '../oauth/token-error.ts';
import type { Signal } from './signal.ts';

/** Every wait for the server ends; the longest is that for a silent connection. */
const CONNECT_TIMEOUT_MS = 15_000;
const GREETING_TIMEOUT_MS = 15_000;
const SOCKET_TIMEOUT_MS = 60_000;
/** Beyond it the library probes a silent line with a NOOP, which ends the listening. */
export const LISTEN_MOST_MS = SOCKET_TIMEOUT_MS / 2;

export interface Credentials {
  user: string;
  pass?: string;
  /** For OAuth2 in place of the password. */
  accessToken?: string;
}

export interface ImapServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS, which only a server on this machine may lack. */
  secure: boolean;
  /** Asked before each connection, so that a token may be a fresh one. */
  auth: () => Promise<Credentials>;
  /** Other credentials than those that the server has refused; undefined where there are none. For tokens only. */
  renew?: (refused: Credentials) => Promise<Credentials | undefined>;
  tls?: ConnectionOptions;
  /** How long the server may be silent when it owes an answer. */
  socketTimeoutMs?: number;
}

/** What failed, as a code; the server's own words may hold data of a mail. */
export class ImapError extends Error {
  override name = 'ImapError';
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/**
 * One connection to one folder. It is opened when it is needed and never repaired: after any failure the next use
 * makes a new client. Announcements of the server raise `changed`.
 */
export class ImapConnection {
  readonly #server: ImapServer;
  readonly #folder: string;
  readonly #readOnly: boolean;
  readonly #changed: Signal;
  #client: ImapFlow | undefined;

  constructor(server: ImapServer, folder: string, readOnly: boolean, changed: Signal) {
    this.#server = server;
    this.#folder = folder;
    this.#readOnly = readOnly;
    this.#changed = changed;
  }

  /**
   * Runs `work` on the freshly selected folder. The selection is repeated each time: it shows a new UIDVALIDITY,
   * it shows mails that were never announced, and it proves that the connection lives.
   * Throws an ImapError, after which the connection is gone; so it is after `signal` aborts.
   */
  async use<T>(
    work: (client: ImapFlow, folder: MailboxObject) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    signal.throwIfAborted();
    const abort = (): void => this.close();
    signal.addEventListener('abort', abort);
    try {
      const { client, folder } = await this.#selected();
      return await work(client, folder);
    } catch (error) {
      this.close();
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  get open(): boolean {
    return this.#client?.usable ?? false;
  }

  /** Starts to listen for announcements, which any further use of the connection ends; false where it is not open. */
  idle(): boolean {
    // A failure closes the connection, and that raises `changed`.
    if (this.open) this.#client?.idle().catch(() => undefined);
    return this.open;
  }

  close(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.close();
  }

  /** A connection that was kept may have died unnoticed: then a new one is made at once. */
  async #selected(): Promise<{ client: ImapFlow; folder: MailboxObject }> {
    const kept = this.open ? this.#client : undefined;
    if (kept) {
      const folder = await kept
        .mailboxOpen(this.#folder, { readOnly: this.#readOnly })
        .catch(() => undefined);
      if (folder) return { client: kept, folder };
    }
    this.close();
    const client = await guarded(() => this.#connect());
    return {
      client,
      folder: await guarded(() => client.mailboxOpen(this.#folder, { readOnly: this.#readOnly })),
    };
  }

  /** A token may be refused before its time, as after a change of rights: then one other is tried. */
  async #connect(): Promise<ImapFlow> {
    const { auth, renew } = this.#server;
    const credentials = await auth();
    try {
      return await this.#connectAs(credentials);
    } catch (error) {
      const refused = codeOf(error) === 'imap.authentication';
      const renewed = refused && renew ? await renew(credentials) : undefined;
      if (!renewed) throw error;
      return this.#connectAs(renewed);
    }
  }

  async #connectAs(credentials: Credentials): Promise<ImapFlow> {
    const { host, port, secure, tls, socketTimeoutMs } = this.#server;
    const client = new ImapFlow({
      host,
      port,
      secure,
      doSTARTTLS: secure || isLoopback(host) ? undefined : true,
      auth: credentials,
      tls: secure ? tls : { ...startTlsOptions(host), ...tls },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      greetingTimeout: GREETING_TIMEOUT_MS,
      socketTimeout: socketTimeoutMs ?? SOCKET_TIMEOUT_MS,
    });
    // Without a listener the first broken connection would end the process.
    client.on('error', () => client.close());
    client.on('exists', () => this.#changed.raise());
    client.on('close', () => {
      if (this.#client === client) this.#client = undefined;
      this.#changed.raise();
    });
    this.#client = client;
    await client.connect();
    return client;
  }
}

/** Runs one command, turning what it throws into an ImapError; that there is no token is an error of its own. */
export async function guarded<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof ImapError || error instanceof TokenError) throw error;
    throw new ImapError(codeOf(error), error);
  }
}

function codeOf(error: unknown): string {
  const failure = error as {
    authenticationFailed?: boolean;
    mailboxMissing?: boolean;
    code?: unknown;
    responseStatus?: unknown;
    name?: unknown;
  };
  if (failure.authenticationFailed) return 'imap.authentication';
  if (failure.mailboxMissing) return 'imap.folder_missing';
  return `imap.${String(failure.code ?? failure.responseStatus ?? failure.name)}`;
}
