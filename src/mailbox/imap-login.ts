import type { Config, MailServer } from '../config.ts';
import { ExpectedError } from '../expected-error.ts';
import { openTokens } from '../oauth/tokens.ts';
import type { ImapServer } from './imap-connection.ts';

/**
 * How the account of MAILBOX_URL logs in: by its password, or by OAuth2 where the URL has none.
 * Throws an ExpectedError where it can do neither.
 */
export function imapLogin(
  { user, password }: Pick<MailServer, 'user' | 'password'>,
  oauth: Config['oauth'],
): Pick<ImapServer, 'auth' | 'renew'> & { account: string } {
  if (user && password) return { account: user, auth: async () => ({ user, pass: password }) };
  if (!user || !oauth) {
    const message =
      'MAILBOX_URL has no user or no password: imaps://user:password@host/INBOX, or set OAUTH_PROVIDER';
    throw new ExpectedError(message, { exitCode: 2 });
  }
  const tokens = openTokens(oauth, user);
  return {
    account: user,
    auth: async () => ({ user, accessToken: await tokens.current() }),
    renew: async ({ accessToken = '' }) => {
      const other = await tokens.after(accessToken);
      return other === accessToken ? undefined : { user, accessToken: other };
    },
  };
}
