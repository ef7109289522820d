import type { Config } from '../config.ts';
import type { Mailbox } from '../ports.ts';
import { openMaildir } from './maildir.ts';

/** Opens the mailbox that the configuration names. An IMAP server is connected to on first use. */
export async function openMailbox(config: Config): Promise<Mailbox> {
  const { mailbox, limits } = config;
  if (mailbox.mode === 'maildir') {
    const { path, handledFolder } = mailbox;
    return openMaildir({ path, handledFolder, maxMailBytes: limits.mailBytes });
  }
  throw new Error('IMAP');
}
