import type { Config } from '../config.ts';
import { ExpectedError, messageOf } from '../expected-error.ts';
import type { Mailbox } from '../ports.ts';
import { openImap } from './imap.ts';
import { imapLogin } from './imap-login.ts';
import { openMaildir } from './maildir.ts';

/**
 * Opens the mailbox that the configuration names. An IMAP server is connected to on first use.
 * Throws an ExpectedError where the configuration lacks something or the Maildir cannot be made.
 */
export async function openMailbox(config: Pick<Config, 'mailbox' | 'limits' | 'oauth'>): Promise<Mailbox> {
  const { mailbox, limits, oauth } = config;
  if (mailbox.mode === 'maildir') {
    const { path, handledFolder } = mailbox;
    return openMaildir({ path, handledFolder, maxMailBytes: limits.mailBytes }).catch((error) => {
      throw new ExpectedError(`The Maildir ${path} cannot be made: ${messageOf(error)}`, { cause: error });
    });
  }
  const { host, port, secure, folder, handledFolder } = mailbox;
  const login = imapLogin(mailbox, oauth);
  return openImap({ host, port, secure, folder, handledFolder, maxMailBytes: limits.mailBytes, ...login });
}
