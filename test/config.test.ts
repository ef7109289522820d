import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig, readEnvironment } from '../src/config.ts';
import { exampleFile, type SettingName, settings, textOf } from '../src/settings.ts';
import { temporaryFolder } from './support/temporary.ts';

const SECRET = 's'.repeat(32);
const NAMES = Object.keys(settings.shape) as SettingName[];
/** A wrong value for every setting that has a wrong one. */
const WRONG: Record<SettingName, string> = {
  DATABASE_URL: 'mysql://user:hunter2@host/db',
  REDIS_URL: 'localhost:6379',
  MAILBOX_URL: 'pop3://user:hunter2@host',
  MAILBOX_HANDLED_FOLDER: 'two\nlines',
  MAILBOX_POLL_SECONDS: '0',
  MAILBOX_SINCE: '2026-02-30',
  SMTP_URL: 'maildir:',
  SENT_FOLDER: 'two\nlines',
  OAUTH_PROVIDER: 'yahoo',
  OAUTH_TENANT: '../common',
  OAUTH_CLIENT_ID: 'two\nlines',
  OAUTH_CLIENT_SECRET: 'two\nlines',
  OAUTH_REFRESH_TOKEN: 'two words',
  OAUTH_SERVICE_ACCOUNT_FILE: 'two\nlines',
  OAUTH_TOKEN_URL: 'oauth2.googleapis.com',
  DATA_DIR: 'two\nlines',
  HEAD_KEY_FILE: 'two\nlines',
  POLICY_FILE: 'two\nlines',
  DEALREG_ADDRESS: 'dealreg',
  DEALREG_NAME: 'Deal\r\nBcc: all@example.org',
  HEAD_OF_SALES_ADDRESS: 'nobody@',
  HEAD_OF_SALES_NAME: 'two\nlines',
  HEAD_OF_SALES_LANGUAGE: 'it',
  STAFF_DOMAINS: 'mixvoip.com; example.org',
  CONTACT_PHONE: 'two\nlines',
  WEBSITE: 'two\nlines',
  AUTHSERV_ID: 'two\nlines',
  BOUNCE_ADDRESS: '<>',
  NOTICE_SECRET: 'short',
  LOG_LEVEL: 'loud',
  MAX_MAIL_BYTES: '30 MB',
  UNDERSTAND_TIMEOUT_SECONDS: '-1',
};

describe('given nothing is set', () => {
  test('then everything runs embedded in the folder data', () => {
    const config = loadConfig({}, '/srv/dealreg');
    expect(config).toMatchObject({
      database: { mode: 'embedded', directory: '/srv/dealreg/data/database' },
      queue: { mode: 'embedded' },
      mailbox: { mode: 'maildir', path: '/srv/dealreg/data/mailbox' },
      sending: { mode: 'maildir', path: '/srv/dealreg/data/outbox' },
      identity: { address: 'dealreg@mixvoip.com', staffDomains: ['mixvoip.com'], bounceAddress: '' },
    });
  });

  test('then an empty variable counts as not set', () => {
    expect(loadConfig({ DATABASE_URL: '', REDIS_URL: ' ' }, '/srv')).toEqual(loadConfig({}, '/srv'));
  });
});

describe('given production', () => {
  test('then every part is where its URL says', () => {
    const config = loadConfig({
      DATABASE_URL: 'postgresql://u:p@db:5432/dealreg',
      REDIS_URL: 'redis://queue:6379',
      MAILBOX_URL: 'imaps://dealreg%40mixvoip.com:p%40ss%2Fword@mail.example/Deals%20in',
      SMTP_URL: 'smtp://relay.example',
      NOTICE_SECRET: SECRET,
    });
    expect(config.database).toEqual({ mode: 'postgresql', url: 'postgresql://u:p@db:5432/dealreg' });
    expect(config.queue).toEqual({ mode: 'redis', url: 'redis://queue:6379' });
    expect(config.mailbox).toMatchObject({
      mode: 'imap',
      host: 'mail.example',
      port: 993,
      secure: true,
      user: 'dealreg@mixvoip.com',
      password: 'p@ss/word',
      folder: 'Deals in',
    });
    expect(config.sending).toEqual({
      mode: 'smtp',
      host: 'relay.example',
      port: 587,
      secure: false,
      user: undefined,
      password: undefined,
    });
  });

  test('then without Redis the queue is on the same PostgreSQL', () => {
    const url = 'postgresql://u@db/dealreg';
    expect(loadConfig({ DATABASE_URL: url, NOTICE_SECRET: SECRET }).queue).toEqual({
      mode: 'postgresql',
      url,
    });
  });

  test('then a missing NOTICE_SECRET is asked for', () => {
    expect(() => loadConfig({ DATABASE_URL: 'postgresql://u@db/dealreg' })).toThrow(
      /^NOTICE_SECRET must be .* because DATABASE_URL is set\.$/,
    );
  });
});

describe('given a wrong value', () => {
  test.each(NAMES)(
    'of %s, then one line names it, the form of its value and an example, and does not repeat the value',
    (name) => {
      expect.assertions(2);
      try {
        loadConfig({ [name]: WRONG[name] });
      } catch (error) {
        const { form, example } = textOf(name);
        expect(error).toMatchObject({
          name: 'ExpectedError',
          exitCode: 2,
          message: `${name} must be ${form}, for example ${name}=${example}`,
        });
        expect((error as Error).message).not.toContain('hunter2');
      }
    },
  );

  test('of several, then each has its line', () => {
    expect(() => loadConfig({ LOG_LEVEL: 'loud', WEBSITE: 'a\nb' })).toThrow(
      /^WEBSITE must be .*\nLOG_LEVEL must be .*$/,
    );
  });
});

describe('the configuration', () => {
  test('is frozen through and through', () => {
    const config = loadConfig({});
    expect(
      Object.isFrozen(config) &&
        Object.isFrozen(config.identity.headOfSales) &&
        Object.isFrozen(config.mailbox),
    ).toBe(true);
  });

  test('is read from .env too, and the process wins', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), 'DEALREG_NAME="From file"\nPATH=nowhere\n');
    const environment = readEnvironment(folder);
    expect(environment.DEALREG_NAME).toBe('From file');
    expect(environment.PATH).toBe(process.env.PATH);
  });
});

describe('given OAuth2', () => {
  const MICROSOFT = {
    OAUTH_PROVIDER: 'microsoft',
    OAUTH_TENANT: 'mixvoip.example',
    OAUTH_CLIENT_ID: 'app',
    OAUTH_CLIENT_SECRET: 'hunter2',
  };

  test('then Microsoft gives tokens to the application of the directory', () => {
    expect(loadConfig(MICROSOFT).oauth).toEqual({
      grant: 'client_credentials',
      tokenUrl: 'https://login.microsoftonline.com/mixvoip.example/oauth2/v2.0/token',
      scope: 'https://outlook.office365.com/.default',
      clientId: 'app',
      clientSecret: 'hunter2',
    });
  });

  test('then Google gives tokens to a service account, or for a refresh token', () => {
    const google = { OAUTH_PROVIDER: 'google' };
    const server = { tokenUrl: 'https://oauth2.googleapis.com/token', scope: 'https://mail.google.com/' };
    expect(loadConfig({ ...google, OAUTH_SERVICE_ACCOUNT_FILE: 'key.json' }, '/srv').oauth).toEqual({
      ...server,
      grant: 'service_account',
      file: '/srv/key.json',
    });
    const secrets = { OAUTH_CLIENT_ID: 'app', OAUTH_CLIENT_SECRET: 'hunter2', OAUTH_REFRESH_TOKEN: 'rt' };
    expect(loadConfig({ ...google, ...secrets }).oauth).toMatchObject({
      grant: 'refresh_token',
      refreshToken: 'rt',
    });
  });

  test.each([
    [{ OAUTH_PROVIDER: undefined }, /^OAUTH_PROVIDER is needed because OAUTH_/],
    [{ OAUTH_TENANT: undefined }, /^OAUTH_TENANT is needed with OAUTH_PROVIDER=microsoft/],
    [{ OAUTH_CLIENT_SECRET: undefined }, /^OAUTH_CLIENT_SECRET is needed/],
    [{ OAUTH_REFRESH_TOKEN: 'rt' }, /are for google/],
    [{ OAUTH_PROVIDER: 'google' }, /^OAUTH_PROVIDER=google needs/],
    [{ OAUTH_TOKEN_URL: 'http://token.example/' }, /^OAUTH_TOKEN_URL must begin with https/],
  ])('then a set that does not fit is refused in one line: %j', (change, message) => {
    expect(() => loadConfig({ ...MICROSOFT, ...change })).toThrow(message);
    expect(() => loadConfig({ ...MICROSOFT, ...change })).not.toThrow('hunter2');
  });
});

describe('given what the mailbox holds already', () => {
  test.each([
    ['2026-11-02', '2026-11-02T00:00:00.000Z'],
    ['2026-11-02T08:00:00+01:00', '2026-11-02T07:00:00.000Z'],
  ])('then %s is the arrival from which on mails are answered', (text, instant) => {
    expect(loadConfig({ MAILBOX_SINCE: text }).mailbox.since).toEqual(new Date(instant));
  });

  test('then a folder of sent mails without an IMAP account is refused', () => {
    expect(() => loadConfig({ SENT_FOLDER: 'Sent' })).toThrow(/^SENT_FOLDER needs a MAILBOX_URL with imap/);
  });
});

describe('.env.example', () => {
  test('is what the settings say', () => {
    expect(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')).toBe(exampleFile());
  });

  test('holds a right example for every setting', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), exampleFile().replaceAll(/^#(?=[A-Z_]{1,40}=)/gm, ''));
    const environment = readEnvironment(folder);
    for (const name of NAMES) expect(environment[name], name).toBe(textOf(name).example);
    const { OAUTH_REFRESH_TOKEN, OAUTH_SERVICE_ACCOUNT_FILE, ...microsoft } = environment;
    const google = { ...microsoft, OAUTH_PROVIDER: 'google' };
    expect(() => loadConfig(microsoft)).not.toThrow();
    expect(() => loadConfig({ ...google, OAUTH_REFRESH_TOKEN })).not.toThrow();
    expect(() => loadConfig({ ...google, OAUTH_SERVICE_ACCOUNT_FILE })).not.toThrow();
  });
});
