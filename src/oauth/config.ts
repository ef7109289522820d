import { resolve } from 'node:path';
import { ExpectedError } from '../expected-error.ts';
import { isLoopback } from '../loopback.ts';
import type { SettingName, Settings } from '../settings.ts';

/** How access tokens for IMAP and SMTP are obtained. */
export type OAuthConfig = { tokenUrl: string; scope: string } & (
  | { grant: 'client_credentials'; clientId: string; clientSecret: string }
  | { grant: 'refresh_token'; clientId: string; clientSecret: string; refreshToken: string }
  | { grant: 'service_account'; file: string }
);

const MICROSOFT_SCOPE = 'https://outlook.office365.com/.default';
const GOOGLE_SCOPE = 'https://mail.google.com/';
const GOOGLE_TOKEN_URL = 'https://oauth2.googleapis.com/token';

type OAuthSettings = Pick<Settings, Extract<SettingName, `OAUTH_${string}`>>;

/**
 * The OAuth2 settings, grouped; `undefined` where there are none. Throws an ExpectedError with one line that says
 * which setting is missing or does not belong.
 */
export function oauthOf(values: OAuthSettings, folder: string): OAuthConfig | undefined {
  const given = (Object.keys(values) as SettingName[]).find(
    (name) => name.startsWith('OAUTH_') && values[name as keyof OAuthSettings] !== undefined,
  );
  if (!given) return undefined;
  const tokenUrl = values.OAUTH_TOKEN_URL;
  if (tokenUrl && !isPrivate(tokenUrl))
    throw wrong('OAUTH_TOKEN_URL must begin with https: secrets are sent there.');
  switch (values.OAUTH_PROVIDER) {
    case undefined:
      throw wrong(`OAUTH_PROVIDER is needed because ${given} is set: microsoft or google.`);
    case 'microsoft':
      return microsoft(values, tokenUrl);
    case 'google':
      return google(values, tokenUrl ?? GOOGLE_TOKEN_URL, folder);
  }
}

function microsoft(values: OAuthSettings, tokenUrl: string | undefined): OAuthConfig {
  if (values.OAUTH_REFRESH_TOKEN ?? values.OAUTH_SERVICE_ACCOUNT_FILE) {
    throw wrong(
      'OAUTH_REFRESH_TOKEN and OAUTH_SERVICE_ACCOUNT_FILE are for google: microsoft needs a client secret.',
    );
  }
  const tenant = needed(values, 'OAUTH_TENANT', 'OAUTH_PROVIDER=microsoft');
  return {
    grant: 'client_credentials',
    tokenUrl: tokenUrl ?? `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    scope: MICROSOFT_SCOPE,
    clientId: needed(values, 'OAUTH_CLIENT_ID', 'OAUTH_PROVIDER=microsoft'),
    clientSecret: needed(values, 'OAUTH_CLIENT_SECRET', 'OAUTH_PROVIDER=microsoft'),
  };
}

function google(values: OAuthSettings, tokenUrl: string, folder: string): OAuthConfig {
  const { OAUTH_SERVICE_ACCOUNT_FILE: file, OAUTH_REFRESH_TOKEN: refreshToken } = values;
  const common = { tokenUrl, scope: GOOGLE_SCOPE };
  if (file) {
    if (refreshToken)
      throw wrong('OAUTH_SERVICE_ACCOUNT_FILE and OAUTH_REFRESH_TOKEN are two ways: set one.');
    return { ...common, grant: 'service_account', file: resolve(folder, file) };
  }
  if (!refreshToken)
    throw wrong('OAUTH_PROVIDER=google needs OAUTH_SERVICE_ACCOUNT_FILE or OAUTH_REFRESH_TOKEN.');
  return {
    ...common,
    grant: 'refresh_token',
    refreshToken,
    clientId: needed(values, 'OAUTH_CLIENT_ID', 'OAUTH_REFRESH_TOKEN'),
    clientSecret: needed(values, 'OAUTH_CLIENT_SECRET', 'OAUTH_REFRESH_TOKEN'),
  };
}

function needed(values: OAuthSettings, name: keyof OAuthSettings, because: string): string {
  const value = values[name];
  if (value === undefined) throw wrong(`${name} is needed with ${because}.`);
  return value;
}

/** Nobody else reads what is sent there. */
function isPrivate(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[(.{1,45})\]$/, '$1'));
}

const wrong = (message: string) => new ExpectedError(message, { exitCode: 2 });
