import type { Config } from '../config.ts';
import { ExpectedError, messageOf } from '../expected-error.ts';
import { imapLogin } from '../mailbox/imap-login.ts';
import { openTokens } from '../oauth/tokens.ts';
import type { Sender } from '../ports.ts';
import { openMaildirSender } from './maildir.ts';
import { openSentFolder, type SentFolder } from './sent-folder.ts';
import { openSmtpSender } from './smtp.ts';

/**
 * Opens the way out that the configuration names. An SMTP server is connected to on first use.
 * Throws an ExpectedError where the Maildir cannot be made, or the account of the folder of sent mails cannot log in.
 */
export async function openSender(config: Pick<Config, 'sending' | 'mailbox' | 'oauth'>): Promise<Sender> {
  const { sending, oauth } = config;
  if (sending.mode === 'maildir') {
    return openMaildirSender(sending.path).catch((error) => {
      throw new ExpectedError(`The Maildir for notices ${sending.path} cannot be made: ${messageOf(error)}`, {
        cause: error,
      });
    });
  }
  const { host, port, secure, user, password } = sending;
  const tokens = oauth && user && password === undefined ? openTokens(oauth, user) : undefined;
  return openSmtpSender({ host, port, secure, user, password, tokens, sentFolder: sentFolderOf(config) });
}

function sentFolderOf({
  sending,
  mailbox,
  oauth,
}: Pick<Config, 'sending' | 'mailbox' | 'oauth'>): SentFolder | undefined {
  if (sending.mode !== 'smtp' || mailbox.mode !== 'imap' || !sending.sentFolder) return undefined;
  const { host, port, secure } = mailbox;
  return openSentFolder({ host, port, secure, folder: sending.sentFolder, ...imapLogin(mailbox, oauth) });
}
