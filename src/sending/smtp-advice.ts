import { TokenError } from '../oauth/token-error.ts';
import { type DeliveryFailure, resultOfFailure } from './delivery-error.ts';

/** What is wrong with a server that cannot be used for sending and what to do about it, on one line. */
export function adviceFor(
  failure: DeliveryFailure & { originalCode?: string },
  server: { host: string; port: number; byToken: boolean },
): string {
  if (failure instanceof TokenError) return failure.message;
  const where = `${server.host}:${server.port}`;
  const code = failure.originalCode ?? failure.code ?? '';
  if (failure.code === 'EAUTH' || failure.responseCode === 535) {
    if (server.byToken)
      return `SMTP_URL: ${where} refuses the OAuth2 token; give the application the right to send (Microsoft 365: SMTP.SendAsApp, and SMTP AUTH switched on for this mailbox).`;
    return `SMTP_URL: ${where} refuses the user or the password; percent-encode special characters.`;
  }
  if (code === 'ECONNREFUSED')
    return `SMTP_URL: nothing listens at ${where}; check host and port (smtps: 465, smtp: 587).`;
  if (failure.code === 'EDNS')
    return `SMTP_URL: the name ${server.host} is not known; check its spelling and the DNS.`;
  if (failure.code === 'ETIMEDOUT') {
    return `SMTP_URL: ${where} does not answer in time; check the port, the scheme and the firewall.`;
  }
  if (failure.code === 'ETLS' || /CERT|SIGNED|ISSUER|ALTNAME/.test(code)) {
    return `SMTP_URL: no trusted encryption with ${where} (${code}); use its real name, or name its authority in NODE_EXTRA_CA_CERTS.`;
  }
  const { reason } = resultOfFailure(failure, true) as { reason: string };
  return `SMTP_URL: ${where} cannot be used (${reason}).`;
}
