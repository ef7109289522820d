import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Config, loadConfig } from '../../src/config.ts';
import { openMailbox } from '../../src/mailbox/open.ts';
import type { Mailbox, Sender } from '../../src/ports.ts';
import { openSender } from '../../src/sending/open.ts';
import { mailText } from '../pipeline/mail-context.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { missingServer } from '../support/servers.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { newFolder } from '../support/temporary.ts';
import { startTokenServer, type TokenServer } from '../support/token-server.ts';

const signal = new AbortController().signal;
const open: { close(): Promise<void> }[] = [];
let tokens: TokenServer;

beforeAll(async () => {
  tokens = await startTokenServer();
});
beforeEach(() => {
  tokens.asked.length = 0;
  tokens.misbehave = undefined;
});
afterEach(async () => {
  for (const part of open.splice(0)) await part.close();
});
afterEach(() => vi.useRealTimers());
afterAll(() => tokens.stop());

/** Tokens so far are worth nothing, and are no longer brand-new. */
function revokeAfterAWhile(): void {
  tokens.revoke();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
}

function configOf(servers: { MAILBOX_URL?: string; SMTP_URL?: string }): Config {
  return loadConfig({
    OAUTH_PROVIDER: 'microsoft',
    OAUTH_TENANT: 'mixvoip.example',
    OAUTH_CLIENT_ID: 'app',
    OAUTH_CLIENT_SECRET: 'hunter2',
    OAUTH_TOKEN_URL: tokens.url,
    ...servers,
  });
}

/** Lets Dovecot take tokens by the mechanisms given, and ask the token server what they are worth. */
function takingTokens(mechanisms: string): string {
  const file = join(newFolder('dr-oauth-'), 'oauth2.conf');
  writeFileSync(
    file,
    `introspection_mode = post\nintrospection_url = ${tokens.introspectionUrl}\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n`,
  );
  chmodSync(file, 0o644);
  chmodSync(join(file, '..'), 0o755);
  const patient = 'service anvil {\n unix_listener anvil-auth-penalty {\n mode = 0\n }\n}\n';
  return `${patient}auth_mechanisms = plain ${mechanisms}\npassdb {\n driver = oauth2\n mechanisms = ${mechanisms}\n args = ${file}\n}\n`;
}

describe.skipIf(missingServer('dovecot')).each(['xoauth2', 'oauthbearer'])(
  'an IMAP server that takes tokens by %s',
  (mechanism) => {
    let dovecot: Dovecot;
    beforeAll(async () => {
      dovecot = await startDovecot(takingTokens(mechanism));
      await dovecot.useFreshAccount();
      await dovecot.deliver(mailText('one'));
    });
    afterAll(() => dovecot?.stop());

    async function mailboxOf(user = dovecot.user): Promise<Mailbox> {
      const mailbox = await openMailbox(
        configOf({ MAILBOX_URL: `imap://${user}@127.0.0.1:${dovecot.port}/INBOX` }),
      );
      open.push(mailbox);
      return mailbox;
    }
    async function countMails(mailbox: Mailbox): Promise<number> {
      const uids: bigint[] = [];
      await mailbox.read(undefined, async ({ uid }) => void uids.push(uid), signal);
      return uids.length;
    }

    test('given a URL without a password, when the mailbox is read, then a token logs in, and serves again', async () => {
      const mailbox = await mailboxOf();
      expect(await countMails(mailbox)).toBe(1);
      expect(await mailbox.check()).toContain(`${dovecot.user}, folder INBOX, 1 mails`);
      expect(tokens.asked).toHaveLength(1);
    });

    test('given a token that is revoked, when the mailbox is read over a new line, then another token logs in', async () => {
      const mailbox = await mailboxOf();
      await countMails(mailbox);
      revokeAfterAWhile();
      await mailbox.close();
      expect(await countMails(mailbox)).toBe(1);
      expect(tokens.asked).toHaveLength(2);
    });

    test('given a token of somebody else, when the mailbox is checked, then it is said what to mend', async () => {
      const mailbox = await mailboxOf('somebody');
      await expect(mailbox.check()).rejects.toThrow(
        /refuses the OAuth2 token for somebody; give the application access/,
      );
      await expect(countMails(mailbox)).rejects.toMatchObject({ code: 'imap.authentication' });
    });

    test('given a token server that refuses, when the mailbox is checked, then its reason is said', async () => {
      tokens.misbehave = { status: 401, error: 'invalid_client' };
      const mailbox = await mailboxOf();
      await expect(mailbox.check()).rejects.toThrow(/^OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET: /);
      await expect(countMails(mailbox)).rejects.toMatchObject({ code: 'oauth.invalid_client' });
    });
  },
);

describe('an SMTP server that takes tokens', () => {
  let sink: SmtpSink;
  beforeAll(async () => {
    sink = await startSmtpSink(undefined, (user, token) => tokens.isGood(user, token));
  });
  afterAll(() => sink.stop());

  async function senderOf(user = tokens.user): Promise<Sender> {
    const sender = await openSender(configOf({ SMTP_URL: `smtp://${user}@127.0.0.1:${sink.port}` }));
    open.push(sender);
    return sender;
  }
  const mail = {
    messageId: '<1@mixvoip.com>',
    envelopeFrom: '',
    to: ['anna@netz.example'],
    raw: Buffer.from('Subject: x\r\n\r\nBonjour\r\n'),
  };

  test('given a URL without a password, when notices are sent, then one token logs in', async () => {
    const sender = await senderOf();
    expect(await sender.send(mail, signal)).toMatchObject({ state: 'sent' });
    sink.cut();
    expect(await sender.send(mail, signal)).toMatchObject({ state: 'sent' });
    expect(tokens.asked).toHaveLength(1);
    expect(await sender.check()).toContain(`logged in as ${tokens.user}`);
  });

  test.each([
    ['at once', undefined],
    ['by a challenge', 'challenge'],
  ] as const)(
    'given a token that is revoked, when the server refuses it %s, then another one logs in',
    async (_, login) => {
      const sender = await senderOf();
      await sender.send(mail, signal);
      revokeAfterAWhile();
      sink.reset();
      sink.misbehave = { login };
      expect(await sender.send(mail, signal)).toMatchObject({ state: 'sent' });
      expect(tokens.asked).toHaveLength(2);
    },
  );

  test('given a token of somebody else, when a notice is sent, then it waits, and doctor says what to mend', async () => {
    const sender = await senderOf('somebody');
    expect(await sender.send(mail, signal)).toMatchObject({ state: 'retry', reason: 'smtp.535' });
    await expect(sender.check()).rejects.toThrow(/refuses the OAuth2 token; give the application the right/);
  });

  test('given a token server that refuses, when a notice is sent, then it waits, and doctor says why', async () => {
    tokens.misbehave = { status: 401, error: 'invalid_client' };
    const sender = await senderOf();
    expect(await sender.send(mail, signal)).toEqual({ state: 'retry', reason: 'smtp.oauth.invalid_client' });
    await expect(sender.check()).rejects.toThrow(/^OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET: /);
  });
});
