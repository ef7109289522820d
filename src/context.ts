import { type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { openDatabase } from './database/connect.ts';
import { keptHeadKey } from './head-key.ts';
import { createLog, type Log } from './log.ts';
import { readPolicy } from './policy-file.ts';
import type { Clock, Database, Mailbox, Queue, Sender } from './ports.ts';
import { openQueue } from './queue/open.ts';
import type { Policy } from './registration/policy.ts';

/** All that the pipeline may touch. */
export interface Context extends AsyncDisposable {
  readonly config: Config;
  readonly database: Database;
  readonly queue: Queue;
  /** Throws where the context was made without it. */
  readonly mailbox: Mailbox;
  /** Throws where the context was made without it. */
  readonly sender: Sender;
  readonly clock: Clock;
  /** The charter's settings. */
  readonly policy: Policy;
  readonly log: Log;
  /** Key of the marks by which own mails are known again. */
  readonly noticeSecret: string;
  /** Ed25519 private key that signs receipts and heads; read, or made, at its first use. */
  readonly headKey: KeyObject;
  /** Closes what it opened, last opened first; what came in by an override is left open. */
  close(): Promise<void>;
}

export interface ContextOptions {
  /** Whether mailbox and sender are opened; not every duty and command has use for them. */
  open?: readonly ('mailbox' | 'sender')[];
  database?: Database;
  queue?: Queue;
  mailbox?: Mailbox;
  sender?: Sender;
  clock?: Clock;
  policy?: Policy;
  log?: Log;
}

export const SYSTEM_CLOCK: Clock = { now: () => new Date() };

/**
 * Opens what the configuration names. Each part may be replaced, which tests do.
 * Throws an ExpectedError where a part cannot be opened; what was open by then is closed.
 */
export async function createContext(config: Config, options: ContextOptions = {}): Promise<Context> {
  let headKey: KeyObject | undefined;
  const opened: { close(): Promise<void> }[] = [];
  const keep = <T extends { close(): Promise<void> }>(part: T): T => {
    opened.push(part);
    return part;
  };
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  try {
    const log = options.log ?? createLog(config.logLevel);
    const database = options.database ?? keep(await openDatabase(config));
    const queue = options.queue ?? keep(openQueue(config, database, log));
    const mailbox =
      options.mailbox ??
      (options.open?.includes('mailbox')
        ? keep(await (await import('./mailbox/open.ts')).openMailbox(config))
        : undefined);
    const sender =
      options.sender ??
      (options.open?.includes('sender')
        ? keep(await (await import('./sending/open.ts')).openSender(config))
        : undefined);
    return {
      config,
      database,
      queue,
      get mailbox() {
        return present(mailbox, 'mailbox');
      },
      get sender() {
        return present(sender, 'sender');
      },
      clock: options.clock ?? SYSTEM_CLOCK,
      policy: options.policy ?? readPolicy(config.policyFile),
      log,
      noticeSecret: config.noticeSecret ?? keptSecret(config.dataDir),
      get headKey() {
        headKey ??= keptHeadKey(config);
        return headKey;
      },
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function present<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`this context was made without ${name}`);
  return part;
}

/** The secret of an embedded installation: made at its first start, then read. Only its owner may read it. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'notice-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
