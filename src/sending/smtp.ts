import { ExpectedError } from '../expected-error.ts';
import type { OutgoingMail, Sender, SendResult } from '../ports.ts';
import { type DeliveryFailure, resultOfFailure } from './delivery-error.ts';
import type { SentFolder } from './sent-folder.ts';
import { adviceFor } from './smtp-advice.ts';
import { type SmtpServer, SmtpSession } from './smtp-session.ts';

/** An attempt as a whole, well below the time for which its row is locked. */
const SEND_TIMEOUT_MS = 2 * 60_000;
/** How many connections are kept for the next mail, for how long, and for how many mails. */
const KEPT = 3;
const KEEP_MS = 20_000;
const MAILS_PER_SESSION = 100;
/** What may stand in an SMTP command: no space, bracket, quote, or control character can move the envelope. */
const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9.-]{1,253}$/i;

export interface SmtpOptions extends SmtpServer {
  sendTimeoutMs?: number;
  sentFolder?: SentFolder;
}

/**
 * Sends by SMTP over connections that are kept for a while. Nothing connects before the first mail.
 * Only a folder where the server files what it sends can tell later whether a mail was accepted.
 */
export function openSmtpSender(options: SmtpOptions): Sender {
  return new SmtpSender(options);
}

interface Attempt {
  mail: OutgoingMail;
  begun: boolean;
  session?: SmtpSession;
  stopped?: DeliveryFailure;
}

class SmtpSender implements Sender {
  readonly mode = 'smtp';
  readonly #options: SmtpOptions;
  readonly #idle = new Map<SmtpSession, NodeJS.Timeout>();

  constructor(options: SmtpOptions) {
    this.#options = options;
  }

  async send(mail: OutgoingMail, signal: AbortSignal): Promise<SendResult> {
    if (!isEnvelope(mail)) return { state: 'failed', reason: 'smtp.address_invalid' };
    const attempt: Attempt = { mail, begun: false };
    const stop = (code: string): void => {
      attempt.stopped = { code };
      attempt.session?.close();
    };
    const timer = setTimeout(() => stop('ETIMEDOUT'), this.#options.sendTimeoutMs ?? SEND_TIMEOUT_MS);
    // What has begun is better finished than left uncertain.
    const abort = (): void => void (attempt.begun || stop('EABORT'));
    signal.addEventListener('abort', abort);
    try {
      if (signal.aborted) stop('EABORT');
      return await this.#attempt(attempt);
    } catch (error) {
      const failure = attempt.stopped ?? (error as DeliveryFailure);
      return resultOfFailure(failure, attempt.begun);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  }

  get filedWithinMs(): number | undefined {
    return this.#options.sentFolder?.filedWithinMs;
  }

  async lookUp(messageId: string): Promise<'accepted' | 'absent' | 'unknown'> {
    return (await this.#options.sentFolder?.lookUp(messageId)) ?? 'unknown';
  }

  async check(): Promise<string> {
    const { host, port, user, tokens, sentFolder } = this.#options;
    const session = await this.#open().catch((error: DeliveryFailure) => {
      throw new ExpectedError(adviceFor(error, { host, port, byToken: tokens !== undefined }), {
        cause: error,
      });
    });
    session.quit();
    const facts = [`SMTP ${host}:${port}${user === undefined ? '' : `, logged in as ${user}`}`];
    if (sentFolder) facts.push(await sentFolder.check());
    return facts.join('; ');
  }

  async close(): Promise<void> {
    for (const session of [...this.#idle.keys()]) this.#take(session).quit();
  }

  async #attempt(attempt: Attempt): Promise<SendResult> {
    const kept = [...this.#idle.keys()].at(-1);
    if (kept) {
      try {
        return await this.#sendOver(this.#take(kept), attempt);
      } catch (error) {
        // A server drops idle connections: as long as nothing was said about the mail, another one will do.
        if (attempt.begun || attempt.stopped || (error as DeliveryFailure).responseCode !== undefined)
          throw error;
      }
    }
    return this.#sendOver(await this.#open(), attempt);
  }

  async #sendOver(session: SmtpSession, attempt: Attempt): Promise<SendResult> {
    attempt.session = session;
    if (attempt.stopped) {
      session.close();
      throw attempt.stopped;
    }
    const { response, refused } = await session.send(attempt.mail, async () => {
      await attempt.mail.beforeData?.();
      attempt.begun = true;
    });
    this.#keep(session);
    return { state: 'sent', response: refused > 0 ? `${response} (${refused} copies refused)` : response };
  }

  #open(): Promise<SmtpSession> {
    return SmtpSession.open(this.#options);
  }

  #keep(session: SmtpSession): void {
    if (!session.alive) return;
    if (this.#idle.size >= KEPT || session.messages >= MAILS_PER_SESSION) {
      session.quit();
      return;
    }
    const timer = setTimeout(() => this.#take(session).quit(), KEEP_MS);
    timer.unref();
    this.#idle.set(session, timer);
  }

  #take(session: SmtpSession): SmtpSession {
    clearTimeout(this.#idle.get(session));
    this.#idle.delete(session);
    return session;
  }
}

function isEnvelope(mail: OutgoingMail): boolean {
  const from = mail.envelopeFrom === '' || ADDRESS.test(mail.envelopeFrom);
  return from && mail.to.length > 0 && mail.to.every((address) => ADDRESS.test(address));
}
