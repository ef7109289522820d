import { ResponseBodyError } from 'oauth4webapi';
import type { OAuthConfig } from './config.ts';

/** Why there is no access token: a code for the log, one line for people as message. */
export class TokenError extends Error {
  override name = 'TokenError';
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** What is wrong with a token server's refusal or silence and what to do about it, on one line. */
export function tokenError(error: unknown, config: OAuthConfig): TokenError {
  if (error instanceof TokenError) return error;
  const { host } = new URL(config.tokenUrl);
  if (error instanceof ResponseBodyError) {
    const code = word(error.error);
    const detail = [code, microsoftCode(error)].filter(Boolean).join(', ');
    return new TokenError(`oauth.${code}`, `${advice(code, config)} (${host}: ${detail})`, error);
  }
  const code = networkCode(error);
  return new TokenError(
    `oauth.${code}`,
    `OAUTH_TOKEN_URL: ${host} gives no token (${code}); check the address, the DNS and the firewall.`,
    error,
  );
}

function advice(code: string, config: OAuthConfig): string {
  if (config.grant === 'service_account') {
    return code === 'unauthorized_client'
      ? `OAUTH_SERVICE_ACCOUNT_FILE: the service account has no domain-wide delegation of ${config.scope}`
      : 'OAUTH_SERVICE_ACCOUNT_FILE: the key is refused; check that it still exists, the user in the URL, and the clock of this machine';
  }
  switch (code) {
    case 'invalid_client':
    case 'unauthorized_client':
      return 'OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET: the application is refused; use the value of a secret that has not expired';
    case 'invalid_grant':
      return 'OAUTH_REFRESH_TOKEN: it has expired or was revoked; the user of the mailbox must agree anew';
    case 'invalid_scope':
      return `OAUTH_CLIENT_ID: the application has no right to ${config.scope}`;
    default:
      return 'OAUTH_TENANT, OAUTH_CLIENT_ID: the request is refused; check both';
  }
}

/** Microsoft says what is wrong by a number of its own. */
function microsoftCode({ error_description: text = '' }: ResponseBodyError): string | undefined {
  return /\bAADSTS\d{1,9}\b/.exec(text.slice(0, 1000))?.[0];
}

/** A code as the standard writes it (RFC 6749, 5.2); anything else must not reach a log. */
function word(code: string): string {
  return /^[a-z_]{1,60}$/.test(code) ? code : 'refused';
}

/** What stood between us and an answer: the network, or an answer that is none. */
function networkCode(error: unknown): string {
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown };
  if (cause instanceof Response) return `http_${cause.status}`;
  const inner = (cause as { code?: unknown } | undefined)?.code;
  return String(inner ?? code ?? name).slice(0, 60);
}
