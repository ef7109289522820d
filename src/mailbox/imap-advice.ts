import { TokenError } from '../oauth/token-error.ts';

/** What is wrong with a mailbox that cannot be read and what to do about it, on one line. */
export function adviceFor(
  error: unknown,
  server: { host: string; port: number; folder: string; account: string; byToken: boolean },
): string {
  if (error instanceof TokenError) return error.message;
  const { code = 'unknown' } = error as { code?: string };
  const where = `${server.host}:${server.port}`;
  switch (code) {
    case 'imap.authentication':
      if (server.byToken)
        return `MAILBOX_URL: ${where} refuses the OAuth2 token for ${server.account}; give the application access to this mailbox (Microsoft 365: IMAP.AccessAsApp and full access for its service principal).`;
      return `MAILBOX_URL: ${where} refuses the user or the password; percent-encode special characters.`;
    case 'imap.folder_missing':
      return `MAILBOX_URL: ${where} has no folder ${server.folder}; name an existing one after the host.`;
    case 'imap.ECONNREFUSED':
      return `MAILBOX_URL: nothing listens at ${where}; check host and port (imaps: 993).`;
    case 'imap.ENOTFOUND':
    case 'imap.EAI_AGAIN':
      return `MAILBOX_URL: the name ${server.host} is not known; check its spelling and the DNS.`;
    case 'imap.CONNECT_TIMEOUT':
    case 'imap.GREETING_TIMEOUT':
    case 'imap.ETIMEOUT':
      return `MAILBOX_URL: ${where} does not answer in time; check the port, the scheme and the firewall.`;
    default:
      return /CERT|SIGNED|ISSUER|ALTNAME/.test(code)
        ? `MAILBOX_URL: the certificate of ${where} is not trusted (${code}); use its real name, or name its authority in NODE_EXTRA_CA_CERTS.`
        : `MAILBOX_URL: ${where} cannot be used (${code}).`;
  }
}
