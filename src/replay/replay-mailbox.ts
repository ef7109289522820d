import type { ArrivedMail, Clock, Mailbox, MailboxCursor, Queue, Sender } from '../ports.ts';

/** A clock that stands still until it is set. It never goes back. */
export class VirtualClock implements Clock {
  #now: Date;

  constructor(start: Date) {
    this.#now = start;
  }

  now(): Date {
    return new Date(this.#now);
  }

  advanceTo(at: Date): void {
    if (at > this.#now) this.#now = at;
  }
}

/** A mailbox in memory into which a replay delivers mails at chosen instants. */
export class ReplayMailbox implements Mailbox {
  readonly name = 'replay';
  readonly mode = 'maildir';
  readonly #mails: ArrivedMail[] = [];

  deliver(raw: Buffer, receivedAt: Date): void {
    this.#mails.push({
      uidvalidity: 1n,
      uid: BigInt(this.#mails.length + 1),
      receivedAt,
      size: raw.length,
      raw,
    });
  }

  async read(
    cursor: MailboxCursor | undefined,
    store: (mail: ArrivedMail) => Promise<void>,
  ): Promise<MailboxCursor> {
    const last = cursor?.lastUid ?? 0n;
    for (const mail of this.#mails.slice(Number(last))) await store(mail);
    return { uidvalidity: 1n, lastUid: BigInt(this.#mails.length) };
  }

  async missing(): Promise<bigint[]> {
    return [];
  }

  async fetch(): Promise<void> {}

  async wait(): Promise<void> {}

  async move(): Promise<bigint[]> {
    return [];
  }

  async check(): Promise<string> {
    return this.name;
  }

  async close(): Promise<void> {}
}

/** A replay drives every step itself: nothing needs waking. */
export const SILENT_QUEUE: Queue = { mode: 'embedded', wake: async () => {}, close: async () => {} };

/** A replay sends nothing: what would be sent is read from the outbox. */
export const NO_SENDER: Sender = {
  mode: 'maildir',
  send: async () => ({ state: 'failed', reason: 'a replay sends nothing' }),
  lookUp: async () => 'absent',
  check: async () => 'replay',
  close: async () => {},
};
