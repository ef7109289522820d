import type { Readable } from 'node:stream';

/**
 * What the pipeline asks of the outside world. Each port has one implementation a run mode;
 * `context.ts` chooses, tests override.
 */

export interface QueryResult<Row> {
  rows: Row[];
  rowCount: number;
}

/** Runs one SQL statement with `$1` parameters. Throws the driver's error, with its `code` (SQLSTATE). */
export interface Queryable {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
}

export interface Database extends Queryable {
  readonly mode: 'embedded' | 'postgresql';
  /** Commits what `work` did, or rolls it back when it throws. Not nestable. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Clock {
  now(): Date;
}

/** A mail as the mailbox holds it. */
export interface ArrivedMail {
  uidvalidity: bigint;
  uid: bigint;
  /** INTERNALDATE, or the Maildir's own arrival time; whole seconds. */
  receivedAt: Date;
  size: number;
  /** Unchanged bytes. */
  raw: Buffer;
  /** The mail exceeds the size limit, `raw` is only its start. */
  truncated?: boolean;
}

export interface MailboxCursor {
  uidvalidity: bigint;
  lastUid: bigint;
}

/** Reads a mailbox without changing it; flags are neither read nor set. */
export interface Mailbox {
  readonly name: string;
  readonly mode: 'maildir' | 'imap';
  /** How long after its arrival time a mail may become visible: servers set that time before they write the mail. */
  readonly latenessMs?: number;
  /**
   * Hands every mail beyond the cursor to `store`, in order of UID, and resolves when the end was reached.
   * After a UIDVALIDITY change it starts from the first mail. `store` has committed when it resolves.
   */
  read(
    cursor: MailboxCursor | undefined,
    store: (mail: ArrivedMail) => Promise<void>,
    signal: AbortSignal,
  ): Promise<MailboxCursor>;
  /** UIDs that the mailbox holds now and `known` lacks, so that gaps are found. */
  missing(uidvalidity: bigint, known: ReadonlySet<bigint>, signal: AbortSignal): Promise<bigint[]>;
  /** Reads single mails by UID, for gaps. */
  fetch(
    uids: readonly bigint[],
    store: (mail: ArrivedMail) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
  /** Resolves when something may have arrived (IDLE, file watch), or after `maxMs`. */
  wait(maxMs: number, signal: AbortSignal): Promise<void>;
  /** Moves handled mails to the configured folder; does nothing where none is configured. Never deletes. */
  move(uidvalidity: bigint, uids: readonly bigint[]): Promise<bigint[]>;
  /** Name and state for `doctor`; throws where it cannot be opened. */
  check(): Promise<string>;
  close(): Promise<void>;
}

export interface OutgoingMail {
  messageId: string;
  /** Empty: the null return path. */
  envelopeFrom: string;
  to: readonly string[];
  raw: Buffer | Readable;
  /**
   * Awaited once, right before the first byte of the mail leaves. Throwing stops the attempt with nothing sent.
   * Until it is called nothing can have been accepted.
   */
  beforeData?: () => Promise<void>;
}

/** How one attempt to send ended. `uncertain`: the mail may have been accepted; look it up before repeating. */
export type SendResult =
  | { state: 'sent'; response: string }
  | { state: 'retry'; reason: string }
  | { state: 'uncertain'; reason: string }
  | { state: 'failed'; reason: string };

export interface Sender {
  readonly mode: 'maildir' | 'smtp';
  /** How long a mail that was accepted may still be missing where `lookUp` looks; absent: it is there at once. */
  readonly filedWithinMs?: number;
  send(mail: OutgoingMail, signal: AbortSignal): Promise<SendResult>;
  /** Whether a mail with this Message-ID is known to have been accepted; `unknown` where nothing can tell. */
  lookUp(messageId: string): Promise<'accepted' | 'absent' | 'unknown'>;
  check(): Promise<string>;
  close(): Promise<void>;
}

/** Wakes workers. Losing every wake-up loses nothing: the sweep finds what is due in the database. */
export interface Queue {
  readonly mode: 'redis' | 'postgresql' | 'embedded';
  wake(job: JobName, id?: bigint): Promise<void>;
  close(): Promise<void>;
}

/** Every duty is a job, its worker, its pipeline step and its test share this name. */
export const JOB_NAMES = ['receive', 'understand', 'decide', 'deliver', 'sweep'] as const;
export type JobName = (typeof JOB_NAMES)[number];
