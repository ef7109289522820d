import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OAuthConfig } from '../../src/oauth/config.ts';
import { openTokens } from '../../src/oauth/tokens.ts';
import { freePort } from '../support/servers.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { startTokenServer, type TokenServer } from '../support/token-server.ts';

const MINUTE_MS = 60_000;
const USER = 'dealreg@mixvoip.example';
let server: TokenServer;

beforeAll(async () => {
  server = await startTokenServer();
});
beforeEach(() => {
  server.asked.length = 0;
  server.misbehave = undefined;
});
afterAll(() => server.stop());

const application = (): OAuthConfig => ({
  grant: 'client_credentials',
  tokenUrl: server.url,
  scope: 'https://outlook.office365.com/.default',
  clientId: 'app',
  clientSecret: 'hunter2+&',
});

describe('asking for a token', () => {
  test('given an application of Microsoft, then it asks in its own name', async () => {
    await openTokens(application(), USER).current();
    expect(server.asked).toEqual([
      {
        grant_type: 'client_credentials',
        scope: 'https://outlook.office365.com/.default',
        client_id: 'app',
        client_secret: 'hunter2+&',
      },
    ]);
  });

  test('given a refresh token of Google, then it asks for the user who agreed', async () => {
    const { tokenUrl } = application();
    const scope = 'https://mail.google.com/';
    const secrets = { clientId: 'app', clientSecret: 'hunter2', refreshToken: 'rt' };
    await openTokens({ grant: 'refresh_token', tokenUrl, scope, ...secrets }, USER).current();
    expect(server.asked).toEqual([
      { grant_type: 'refresh_token', refresh_token: 'rt', client_id: 'app', client_secret: 'hunter2' },
    ]);
  });

  test('given a service account of Google, then it signs that it acts for the user of the mailbox', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const file = join(temporaryFolder(), 'key.json');
    writeFileSync(
      file,
      JSON.stringify({
        client_email: 'robot@project.example',
        private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
        private_key_id: 'k1',
      }),
    );
    const scope = 'https://mail.google.com/';
    await openTokens({ grant: 'service_account', tokenUrl: server.url, scope, file }, USER).current();
    const [{ grant_type, assertion = '', ...rest } = {}] = server.asked;
    expect(grant_type).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(rest).toEqual({});
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'k1' });
    const { payload } = await jwtVerify(assertion, publicKey);
    expect(payload).toMatchObject({ iss: 'robot@project.example', sub: USER, aud: server.url, scope });
    expect(decodeJwt(assertion).exp! - decodeJwt(assertion).iat!).toBe(300);
  });
});

describe('keeping a token', () => {
  function tokensAt(freshMs?: number) {
    const clock = { now: Date.now() };
    return { clock, tokens: openTokens(application(), USER, { now: () => clock.now, freshMs }) };
  }

  test('given many connections at once, then one token serves them all', async () => {
    const { tokens } = tokensAt();
    const given = await Promise.all(Array.from({ length: 8 }, () => tokens.current()));
    expect(new Set(given).size).toBe(1);
    expect(server.asked).toHaveLength(1);
  });

  test('given a token that ends in less than five minutes, then another is asked for before it does', async () => {
    const { clock, tokens } = tokensAt();
    const first = await tokens.current();
    clock.now += 54 * MINUTE_MS;
    expect(await tokens.current()).toBe(first);
    clock.now += 2 * MINUTE_MS;
    expect(await tokens.current()).not.toBe(first);
  });

  test('given a token server that is down, then the old token serves until it ends', async () => {
    const { clock, tokens } = tokensAt();
    const first = await tokens.current();
    server.misbehave = { status: 503, error: 'temporarily_unavailable' };
    clock.now += 58 * MINUTE_MS;
    expect(await tokens.current()).toBe(first);
    clock.now += 2 * MINUTE_MS;
    await expect(tokens.current()).rejects.toMatchObject({ code: 'oauth.http_503' });
    server.misbehave = undefined;
    expect(await tokens.current()).not.toBe(first);
  });

  test('given a token that a mail server refuses, then another is asked for once, unless it is brand-new', async () => {
    const { clock, tokens } = tokensAt();
    const first = await tokens.current();
    expect(await tokens.after(first)).toBe(first);
    clock.now += MINUTE_MS;
    const second = await tokens.after(first);
    expect(second).not.toBe(first);
    expect(await tokens.after(first)).toBe(second);
    expect(server.asked).toHaveLength(2);
  });
});

describe('a token that is refused', () => {
  const failing = async (config: OAuthConfig): Promise<Error & { code: string }> =>
    openTokens(config, USER)
      .current()
      .then(
        () => Promise.reject(new Error('there was a token')),
        (error) => error,
      );

  test.each([
    [
      401,
      'invalid_client',
      'AADSTS7000222: The secret of hunter2 is expired.',
      /secret that has not expired .*AADSTS7000222/,
    ],
    [400, 'invalid_scope', undefined, /no right to https:\/\/outlook/],
    [400, 'invalid_request', 'AADSTS900023: no tenant', /^OAUTH_TENANT/],
    [400, 'Some Words\nof the server', undefined, /\(127.0.0.1:\d+: refused\)/],
  ])(
    'given %i %s, then it is said in one line what to mend, without a secret',
    async (status, error, description, line) => {
      server.misbehave = { status, error, description };
      const { message, code } = await failing(application());
      expect(message).toMatch(line);
      expect(message).not.toMatch(/hunter2|\n/);
      expect(code).toMatch(/^oauth\.[a-z_]+$/);
    },
  );

  test('given nobody at that address, then it is said', async () => {
    const tokenUrl = `http://127.0.0.1:${await freePort()}/token`;
    const { message, code } = await failing({ ...application(), tokenUrl });
    expect(message).toMatch(/^OAUTH_TOKEN_URL: 127.0.0.1:\d+ gives no token \(ECONNREFUSED\)/);
    expect(code).toBe('oauth.ECONNREFUSED');
  });

  test('given a file that is no key, then it is said without quoting it', async () => {
    const file = join(temporaryFolder(), 'key.json');
    const scope = 'https://mail.google.com/';
    const config: OAuthConfig = { grant: 'service_account', tokenUrl: server.url, scope, file };
    expect((await failing(config)).message).toMatch(/^OAUTH_SERVICE_ACCOUNT_FILE .*no such file/);
    writeFileSync(file, '{"client_email":"a","private_key":"-----BEGIN PRIVATE KEY-----\\nhunter2"}');
    const { message } = await failing(config);
    expect(message).toMatch(/^OAUTH_SERVICE_ACCOUNT_FILE must be the JSON key/);
    expect(message).not.toContain('hunter2');
    expect(server.asked).toEqual([]);
  });
});
