import { Readable } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2, { type XOAuth2ProvisionCallback } from 'nodemailer/lib/xoauth2';
import { isLoopback, startTlsOptions } from '../loopback.ts';
import type { AccessTokens } from '../oauth/tokens.ts';
import type { OutgoingMail } from '../ports.ts';
import type { DeliveryFailure } from './delivery-error.ts';

/** Each wait for the server ends well before an attempt's lock on its row does. */
const CONNECT_TIMEOUT_MS = 15_000;
const GREETING_TIMEOUT_MS = 15_000;
const SOCKET_TIMEOUT_MS = 60_000;

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS, which only a server on this machine may lack. */
  secure: boolean;
  user?: string;
  password?: string;
  /** In place of the password. */
  tokens?: AccessTokens;
  tls?: ConnectionOptions;
  /** How long the server may be silent. */
  socketTimeoutMs?: number;
  greetingTimeoutMs?: number;
}

export interface Accepted {
  response: string;
  /** How many of the recipients were refused. */
  refused: number;
}

/** One connection to an SMTP server, logged in. Errors are those of the library, with reply code and command. */
export class SmtpSession {
  readonly #connection: SMTPConnection;
  #alive = true;
  messages = 0;

  private constructor(connection: SMTPConnection) {
    this.#connection = connection;
    connection.on('end', () => {
      this.#alive = false;
    });
    // Without a listener an idle connection that breaks would end the process.
    connection.on('error', () => this.close());
  }

  /** Connects and logs in. A token that is refused before its time is replaced once. */
  static async open(server: SmtpServer): Promise<SmtpSession> {
    const { tokens } = server;
    const token = await tokens?.current();
    try {
      return await SmtpSession.#open(server);
    } catch (error) {
      const refused = (error as DeliveryFailure).responseCode === 535;
      if (!tokens || token === undefined || !refused || (await tokens.after(token)) === token) throw error;
      return SmtpSession.#open(server);
    }
  }

  static async #open(server: SmtpServer): Promise<SmtpSession> {
    const { host, port, secure, user, tls } = server;
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      requireTLS: !secure && !isLoopback(host),
      tls: secure ? tls : { ...startTlsOptions(host), ...tls },
      connectionTimeout: CONNECT_TIMEOUT_MS,
      greetingTimeout: server.greetingTimeoutMs ?? GREETING_TIMEOUT_MS,
      socketTimeout: server.socketTimeoutMs ?? SOCKET_TIMEOUT_MS,
    });
    const session = new SmtpSession(connection);
    await session.#whileConnected((done) => connection.connect((error) => done(error)));
    if (user !== undefined) {
      await session.#whileConnected((done) =>
        connection.login(loginOf(server, user), (error) => done(error)),
      );
    }
    return session;
  }

  get alive(): boolean {
    return this.#alive;
  }

  /**
   * Offers one mail. `begun` is called when its recipients are accepted and its first byte is about to leave, and
   * may stop it by throwing: the connection then breaks before the mail's end, which no server may take as a mail.
   */
  async send(mail: OutgoingMail, begun: () => Promise<void>): Promise<Accepted> {
    const main = mail.to[0];
    const envelope = {
      from: mail.envelopeFrom === '' ? (false as const) : mail.envelopeFrom,
      to: [...mail.to],
      size: Buffer.isBuffer(mail.raw) ? mail.raw.length : undefined,
      use8BitMime: Buffer.isBuffer(mail.raw) && mail.raw.some((byte) => byte > 0x7f),
    };
    let refusal: DeliveryFailure | undefined;
    const before = async (): Promise<void> => {
      // A copy that arrives without the mail it is a copy of would be half a notice: then none goes.
      const refused = refusals(this.#connection).find((error) => error.recipient === main);
      if (refused) {
        refusal = { ...refused };
        throw refused;
      }
      await begun();
    };
    const body = Readable.from(bodyOf(mail.raw, before), { objectMode: false });
    this.messages += 1;
    try {
      const info = await this.#whileConnected<SMTPConnection.SentMessageInfo>((done) =>
        this.#connection.send(envelope, body, done),
      );
      return { response: info.response.slice(0, 200), refused: info.rejected.length };
    } catch (error) {
      // The library takes what stopped the body for a failure of its own.
      throw refusal ?? error;
    }
  }

  /** Ends the session politely, or at once. */
  quit(): void {
    this.#alive = false;
    this.#connection.quit();
  }

  close(): void {
    this.#alive = false;
    this.#connection.close();
  }

  /** The library reports a broken connection by an event, a refused command by its callback, or both. */
  async #whileConnected<T>(command: (done: (error?: Error | null, result?: T) => void) => void): Promise<T> {
    const connection = this.#connection;
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    // The end may be announced before the reply that explains it.
    const ended = (): void => void setImmediate(() => reject(closed()));
    connection.on('error', reject).on('end', ended);
    try {
      command((error, result) => (error ? reject(error) : resolve(result as T)));
      return await promise;
    } catch (error) {
      this.close();
      throw error;
    } finally {
      connection.off('error', reject).off('end', ended);
    }
  }
}

/** The library asks for another token by itself where the server's refusal comes as a challenge. */
function loginOf(
  { tokens, password = '' }: SmtpServer,
  user: string,
): Parameters<SMTPConnection['login']>[0] {
  if (!tokens) return { user, pass: password };
  let used = '';
  const provisionCallback: XOAuth2ProvisionCallback = (_, renew, done) => {
    const token = renew ? tokens.after(used) : tokens.current();
    token.then(
      (given) => {
        used = given;
        done(null, given);
      },
      (error) => done(error),
    );
  };
  return { user, oauth2: new XOAuth2({ user, provisionCallback }) };
}

function closed(): Error & DeliveryFailure {
  return Object.assign(new Error('connection closed'), { code: 'ECONNECTION' });
}

async function* bodyOf(raw: OutgoingMail['raw'], before: () => Promise<void>): AsyncGenerator<Buffer> {
  await before();
  if (Buffer.isBuffer(raw)) yield raw;
  else yield* raw as AsyncIterable<Buffer>;
}

/** Recipients that the server has refused so far: the library tells only after the mail is sent. */
function refusals(connection: SMTPConnection): SMTPConnection.SMTPError[] {
  const { _envelope: envelope } = connection as unknown as {
    _envelope?: { rejectedErrors?: SMTPConnection.SMTPError[] };
  };
  return envelope?.rejectedErrors ?? [];
}
