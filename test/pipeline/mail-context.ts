import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '../../src/config.ts';
import { openDatabaseInMemory } from '../../src/database/connect.ts';
import { createLog } from '../../src/log.ts';
import { openMailbox } from '../../src/mailbox/open.ts';
import type { Clock, Database, JobName, Mailbox, Queue, Sender } from '../../src/ports.ts';
import { openSender } from '../../src/sending/open.ts';

/** A queue that only remembers whom it was asked to wake. */
export class RecordingQueue implements Queue {
  readonly mode = 'embedded';
  readonly woken: { job: JobName; id?: bigint }[] = [];
  async wake(job: JobName, id?: bigint): Promise<void> {
    this.woken.push({ job, id });
  }
  async close(): Promise<void> {}
}

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  #now: Date;
  constructor(at: string) {
    this.#now = new Date(at);
  }
  now(): Date {
    return this.#now;
  }
  advance(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
  }
}

export interface MailContext {
  folder: string;
  config: Config;
  database: Database;
  mailbox: Mailbox;
  sender: Sender;
  queue: RecordingQueue;
  clock: Clock;
  log: ReturnType<typeof createLog>;
}

/** What receiving and delivering need, in a folder of its own; everything real but the queue. Mails may be old. */
export async function mailContext(
  environment: Record<string, string> = {},
  overrides: Partial<MailContext> = {},
): Promise<MailContext & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dealreg-mail-'));
  const config = loadConfig(
    { DATA_DIR: folder, LOG_LEVEL: 'silent', MAILBOX_SINCE: '2000-01-01', ...environment },
    folder,
  );
  const context: MailContext = {
    folder,
    config,
    database: overrides.database ?? (await openDatabaseInMemory()),
    mailbox: overrides.mailbox ?? (await openMailbox(config)),
    sender: overrides.sender ?? (await openSender(config)),
    queue: new RecordingQueue(),
    clock: { now: () => new Date() },
    log: createLog('silent'),
    ...overrides,
  };
  return {
    ...context,
    async close() {
      await context.mailbox.close();
      await context.sender.close();
      if (!overrides.database) await context.database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A small mail; the subject makes it unlike others. */
export function mailText(subject: string, body = 'Bonjour,\r\n'): string {
  return [
    'From: Anna Weber <anna@netz.example>',
    'To: dealreg@mixvoip.com',
    `Subject: ${subject}`,
    `Message-ID: <${subject.replace(/[^a-z0-9]/gi, '-')}@netz.example>`,
    'Date: Mon, 05 Oct 2026 08:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
  ].join('\r\n');
}
