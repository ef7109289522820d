import { readFile } from 'node:fs/promises';
import { importPKCS8, SignJWT } from 'jose';
import * as oauth from 'oauth4webapi';
import * as z from 'zod';
import type { OAuthConfig } from './config.ts';
import { TokenError } from './token-error.ts';

/** Well below the time that `doctor` and a connection allow. */
const TIMEOUT_MS = 10_000;
/** Of a server that does not say how long its token lives. */
const UNSTATED_LIFETIME_MS = 10 * 60_000;
const ASSERTION_LIFETIME_S = 300;
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LONGEST_KEY_FILE = 20_000;

const keyFile = z.object({
  client_email: z.string().min(1),
  private_key: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
  private_key_id: z.string().optional(),
});

export interface Granted {
  token: string;
  lifetimeMs: number;
}

/**
 * Asks the token server once (RFC 6749, 4.4 and 6; RFC 7523 for a service account, which acts for `user`).
 * Throws a TokenError for a key file that cannot be used, else what the library throws.
 */
export async function requestToken(config: OAuthConfig, user: string, now: number): Promise<Granted> {
  const server = { issuer: new URL(config.tokenUrl).origin, token_endpoint: config.tokenUrl };
  const { grantType, parameters, clientId, clientAuth } = await grantOf(config, user, now);
  const client = { client_id: clientId };
  const response = await oauth.genericTokenEndpointRequest(
    server,
    client,
    clientAuth,
    grantType,
    parameters,
    {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // Plain HTTP is configured for this machine only.
      [oauth.allowInsecureRequests]: new URL(config.tokenUrl).protocol === 'http:',
    },
  );
  const granted = await oauth.processGenericTokenEndpointResponse(server, client, response);
  return {
    token: granted.access_token,
    lifetimeMs: granted.expires_in === undefined ? UNSTATED_LIFETIME_MS : granted.expires_in * 1000,
  };
}

interface Grant {
  grantType: string;
  parameters: Record<string, string>;
  clientId: string;
  clientAuth: oauth.ClientAuth;
}

async function grantOf(config: OAuthConfig, user: string, now: number): Promise<Grant> {
  const { scope } = config;
  if (config.grant === 'service_account') {
    const { client_email: issuer, private_key, private_key_id } = await readKey(config.file);
    const key = await importPKCS8(private_key, 'RS256').catch((error) => {
      throw unusable(error);
    });
    const issuedAt = Math.floor(now / 1000);
    const assertion = await new SignJWT({ scope })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(private_key_id && { kid: private_key_id }) })
      .setIssuer(issuer)
      .setSubject(user)
      .setAudience(config.tokenUrl)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + ASSERTION_LIFETIME_S)
      .sign(key);
    // The assertion alone says who asks (RFC 7523, 2.1).
    return {
      grantType: JWT_BEARER,
      parameters: { assertion },
      clientId: issuer,
      clientAuth: () => undefined,
    };
  }
  const { clientId, clientSecret } = config;
  const common = { clientId, clientAuth: oauth.ClientSecretPost(clientSecret) };
  return config.grant === 'refresh_token'
    ? { ...common, grantType: 'refresh_token', parameters: { refresh_token: config.refreshToken } }
    : { ...common, grantType: 'client_credentials', parameters: { scope } };
}

async function readKey(file: string): Promise<z.infer<typeof keyFile>> {
  try {
    const text = await readFile(file, 'utf8');
    return keyFile.parse(JSON.parse(text.slice(0, LONGEST_KEY_FILE)));
  } catch (error) {
    throw unusable(error);
  }
}

/** Without the reason's own words: they may quote the key. */
function unusable(error: unknown): TokenError {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT' ? ' (there is no such file)' : '';
  return new TokenError(
    'oauth.key_file',
    `OAUTH_SERVICE_ACCOUNT_FILE must be the JSON key of a service account as Google made it${missing}.`,
  );
}
