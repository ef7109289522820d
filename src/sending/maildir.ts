import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { OutgoingMail, Sender, SendResult } from '../ports.ts';

/**
 * Sends into a Maildir: a notice becomes an .eml file in `new` that any mail program opens. Its name follows from
 * the Message-ID, so that a second attempt finds the first one's file and nothing is ever sent twice.
 */
export async function openMaildirSender(folder: string): Promise<Sender> {
  const path = resolve(folder);
  for (const part of ['tmp', 'new', 'cur']) await mkdir(join(path, part), { recursive: true });
  return new MaildirSender(path);
}

class MaildirSender implements Sender {
  readonly mode = 'maildir';
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async send(mail: OutgoingMail, signal: AbortSignal): Promise<SendResult> {
    const name = nameOf(mail.messageId);
    try {
      if (await this.#find(name)) return { state: 'sent', response: `${name} was there already` };
      const temporary = join(this.#path, 'tmp', `${name}.${process.pid}`);
      await write(temporary, mail.raw);
      signal.throwIfAborted();
      await mail.beforeData?.();
      await rename(temporary, join(this.#path, 'new', name));
      await syncFolder(join(this.#path, 'new'));
      return { state: 'sent', response: `new/${name}` };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? (error as Error).name;
      return { state: 'retry', reason: `maildir.${code}` };
    }
  }

  async lookUp(messageId: string): Promise<'accepted' | 'absent'> {
    return (await this.#find(nameOf(messageId))) ? 'accepted' : 'absent';
  }

  async check(): Promise<string> {
    const probe = join(this.#path, 'tmp', `check.${process.pid}`);
    await (await open(probe, 'w')).close();
    await unlink(probe);
    return `Maildir ${this.#path}, ${(await readdir(join(this.#path, 'new'))).length} notices in new/`;
  }

  async close(): Promise<void> {}

  /** A mail program may have moved the file to `cur` and added flags. */
  async #find(name: string): Promise<boolean> {
    for (const part of ['new', 'cur']) {
      const names = await readdir(join(this.#path, part));
      if (names.some((found) => found === name || found.startsWith(`${name}:2,`))) return true;
    }
    return false;
  }
}

function nameOf(messageId: string): string {
  return `${createHash('sha256').update(messageId).digest('hex').slice(0, 32)}.eml`;
}

async function write(path: string, raw: OutgoingMail['raw']): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(raw);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
