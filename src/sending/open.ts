import type { Config } from '../config.ts';
import { ExpectedError, messageOf } from '../expected-error.ts';
import type { Sender } from '../ports.ts';
import { openMaildirSender } from './maildir.ts';
import { openSmtpSender } from './smtp.ts';

/**
 * Opens the way out that the configuration names. An SMTP server is connected to on first use.
 * Throws an ExpectedError where the Maildir cannot be made.
 */
export async function openSender({ sending }: Pick<Config, 'sending'>): Promise<Sender> {
  if (sending.mode === 'maildir') {
    return openMaildirSender(sending.path).catch((error) => {
      throw new ExpectedError(`The Maildir for notices ${sending.path} cannot be made: ${messageOf(error)}`, {
        cause: error,
      });
    });
  }
  const { host, port, secure, user, password } = sending;
  return openSmtpSender({ host, port, secure, user, password });
}
