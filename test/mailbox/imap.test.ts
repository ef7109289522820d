import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ImapOptions, openImap } from '../../src/mailbox/imap.ts';
import type { ArrivedMail, Mailbox, MailboxCursor } from '../../src/ports.ts';
import { mailText } from '../pipeline/mail-context.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { findProgram, freePort, missingServer } from '../support/servers.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';

const signal = new AbortController().signal;
const open: { close(): Promise<void> }[] = [];

describe.skipIf(missingServer('dovecot'))('an IMAP folder as a mailbox', () => {
  let dovecot: Dovecot;
  let proxy: TcpProxy;
  beforeAll(async () => {
    dovecot = await startDovecot();
    proxy = await TcpProxy.before(dovecot.port);
  });
  beforeEach(() => dovecot.useFreshAccount());
  afterEach(async () => {
    for (const mailbox of open.splice(0)) await mailbox.close();
  });
  afterAll(async () => {
    await proxy?.stop();
    await dovecot?.stop();
  });

  function mailboxOf(options: Partial<ImapOptions> = {}): Mailbox {
    const mailbox = openImap({
      host: '127.0.0.1',
      port: proxy.port,
      secure: false,
      account: dovecot.user,
      folder: 'INBOX',
      maxMailBytes: 100_000,
      auth: async () => ({ user: dovecot.user, pass: dovecot.password }),
      ...options,
    });
    open.push(mailbox);
    return mailbox;
  }

  async function readAll(mailbox: Mailbox, cursor?: MailboxCursor) {
    const mails: ArrivedMail[] = [];
    const end = await mailbox.read(cursor, async (mail) => void mails.push(mail), signal);
    return { mails, end };
  }

  test('given mails of different arrival, when they are read, then each comes once, unchanged, unflagged, with its INTERNALDATE', async () => {
    const mailbox = mailboxOf();
    const uid = await dovecot.deliver(mailText('one'), new Date('2026-10-05T08:00:07Z'));
    await dovecot.deliver(mailText('two'), new Date('2026-10-05T07:59:00Z'));
    const first = await readAll(mailbox);
    expect(first.mails.map((mail) => mail.receivedAt.toISOString())).toEqual([
      '2026-10-05T08:00:07.000Z',
      '2026-10-05T07:59:00.000Z',
    ]);
    expect(first.mails[0]!.raw.toString()).toBe(mailText('one'));
    expect(first.mails[0]).toMatchObject({ size: mailText('one').length, truncated: false });
    expect(await dovecot.flags(uid)).not.toContain('\\Seen');
    expect((await readAll(mailbox, first.end)).mails).toEqual([]);
    await dovecot.deliver(mailText('three'));
    expect((await readAll(mailbox, first.end)).mails.map((mail) => mail.uid)).toEqual([3n]);
  });

  test('given an empty folder, when it is read, then there is nothing and a cursor', async () => {
    expect(await readAll(mailboxOf())).toMatchObject({ mails: [], end: { lastUid: 0n } });
  });

  test('given a listening mailbox, when a mail arrives, then the wait ends at once', async () => {
    const mailbox = mailboxOf();
    const { end } = await readAll(mailbox);
    const waited = mailbox.wait(20_000, signal);
    await sleep(200);
    await dovecot.deliver(mailText('one'));
    const delivered = performance.now();
    await waited;
    expect(performance.now() - delivered).toBeLessThan(1500);
    expect((await readAll(mailbox, end)).mails).toHaveLength(1);
  });

  test('given a new UIDVALIDITY, when the folder is read, then it starts from the first mail', async () => {
    const mailbox = mailboxOf();
    await dovecot.deliver(mailText('one'));
    await dovecot.deliver(mailText('two'));
    const first = await readAll(mailbox);
    await dovecot.changeUidvalidity();
    const second = await readAll(mailbox, first.end);
    expect(second.end.uidvalidity).not.toBe(first.end.uidvalidity);
    expect(second.mails.map((mail) => mail.uid)).toEqual([1n, 2n]);
    expect(await mailbox.missing(first.end.uidvalidity, new Set(), signal)).toEqual([]);
  });

  test('given a line that was cut, when the folder is read again, then a new connection is made', async () => {
    const mailbox = mailboxOf();
    const { end } = await readAll(mailbox);
    const waited = mailbox.wait(20_000, signal);
    await sleep(100);
    await dovecot.deliver(mailText('one'));
    proxy.cut();
    await waited;
    expect((await readAll(mailbox, end)).mails).toHaveLength(1);
  });

  test('given a line that has died without a word, when the folder is read again, then a new connection is made', async () => {
    const mailbox = mailboxOf({ socketTimeoutMs: 1000 });
    const { end } = await readAll(mailbox);
    const waited = mailbox.wait(500, signal);
    await sleep(100);
    proxy.freeze();
    await dovecot.deliver(mailText('one'));
    await waited;
    expect((await readAll(mailbox, end)).mails).toHaveLength(1);
  });

  test('given a line that is cut between two mails, when reading goes on, then the second follows and the first is not repeated', async () => {
    const mailbox = mailboxOf();
    for (const name of ['one', 'two', 'three']) await dovecot.deliver(mailText(name, 'x'.repeat(90_000)));
    let cursor: MailboxCursor | undefined;
    const seen: bigint[] = [];
    const store = async (mail: ArrivedMail) => {
      seen.push(mail.uid);
      cursor = { uidvalidity: mail.uidvalidity, lastUid: mail.uid };
      if (seen.length === 1) throw new Error('database lost');
    };
    await expect(mailbox.read(cursor, store, signal)).rejects.toThrow('database lost');
    cursor = await mailbox.read(cursor, store, signal);
    expect(seen).toEqual([1n, 2n, 3n]);
  });

  test('given a mail above the limit, when it is read, then only its start is fetched', async () => {
    const mailbox = mailboxOf();
    await dovecot.deliver(mailText('big', 'x'.repeat(300_000)));
    await dovecot.deliver(mailText('small'));
    const { mails } = await readAll(mailbox);
    expect(mails.map((mail) => mail.truncated)).toEqual([true, false]);
    expect(mails[0]!.raw.length).toBe(100_000);
    expect(mails[0]!.size).toBeGreaterThan(300_000);
  });

  test('given mails that somebody has removed or that the database lacks, when gaps are looked for, then only what is there is found', async () => {
    const mailbox = mailboxOf();
    for (const name of ['one', 'two', 'three']) await dovecot.deliver(mailText(name));
    const { end } = await readAll(mailbox);
    await dovecot.remove(2);
    expect(await mailbox.missing(end.uidvalidity, new Set([3n]), signal)).toEqual([1n]);
    const mails: ArrivedMail[] = [];
    await mailbox.fetch([1n, 2n], async (mail) => void mails.push(mail), signal);
    expect(mails.map((mail) => mail.uid)).toEqual([1n]);
  });

  test('given a folder for handled mails, when one is moved, then it lies there and the others stay', async () => {
    const mailbox = mailboxOf({ handledFolder: 'Handled' });
    await dovecot.deliver(mailText('one'));
    await dovecot.deliver(mailText('two'));
    const { end } = await readAll(mailbox);
    expect(await mailbox.move(end.uidvalidity, [1n])).toEqual([1n]);
    expect(await dovecot.uids()).toEqual([2]);
    expect(await dovecot.uids('Handled')).toHaveLength(1);
    expect(await mailbox.move(end.uidvalidity + 1n, [2n])).toEqual([]);
    expect(await mailbox.move(end.uidvalidity, [2n])).toEqual([2n]);
  });

  test('given a wrong password, no server, or no folder, when it is read, then the error has a code and no text of the server', async () => {
    const wrong = mailboxOf({ auth: async () => ({ user: dovecot.user, pass: 'falsch' }) });
    await expect(readAll(wrong)).rejects.toMatchObject({ code: 'imap.authentication' });
    const nowhere = mailboxOf({ port: 1 });
    await expect(readAll(nowhere)).rejects.toMatchObject({ code: 'imap.ECONNREFUSED' });
    const folder = mailboxOf({ folder: 'Missing' });
    await expect(readAll(folder)).rejects.toMatchObject({ code: 'imap.folder_missing' });
  });

  test('given a wrong password, no server, or no folder, when it is checked, then it is said what to mend', async () => {
    const wrong = mailboxOf({ auth: async () => ({ user: dovecot.user, pass: 'falsch' }) });
    await expect(wrong.check()).rejects.toThrow(/refuses the user or the password/);
    await expect(mailboxOf({ port: 1 }).check()).rejects.toThrow(/nothing listens at 127.0.0.1:1/);
    await expect(mailboxOf({ folder: 'Missing' }).check()).rejects.toThrow(/has no folder Missing/);
  });

  test('given a reader that is told to stop, when it waits or reads, then it ends', async () => {
    const mailbox = mailboxOf();
    await readAll(mailbox);
    const stop = new AbortController();
    const waited = mailbox.wait(20_000, stop.signal);
    stop.abort();
    await waited;
    await expect(mailbox.read(undefined, async () => undefined, stop.signal)).rejects.toThrow();
  });

  test('given an open folder, when it is checked, then server, folder and number of mails are said', async () => {
    await dovecot.deliver(mailText('one'));
    expect(await mailboxOf().check()).toContain('folder INBOX, 1 mails; not encrypted');
  });
});

const openssl = findProgram('openssl');

describe.skipIf(missingServer('dovecot') || !openssl)('an IMAP server with TLS', () => {
  let dovecot: Dovecot;
  let securePort: number;
  let ca: string;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dr-tls-'));
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject];
    execFileSync(openssl!, [...request, '-keyout', key, '-out', certificate], { stdio: 'pipe' });
    for (const file of [folder, key, certificate]) chmodSync(file, 0o755);
    ca = readFileSync(certificate, 'utf8');
    securePort = await freePort();
    const listener = `service imap-login {\n inet_listener imaps {\n port = ${securePort}\n ssl = yes\n }\n}\n`;
    dovecot = await startDovecot(`ssl = yes\nssl_cert = <${certificate}\nssl_key = <${key}\n${listener}`);
    await dovecot.useFreshAccount();
  });
  afterAll(() => dovecot?.stop());

  function mailboxOf(secure: boolean, tls?: ImapOptions['tls']): Mailbox {
    const { user, password, port } = dovecot;
    return openImap({
      host: 'localhost',
      port: secure ? securePort : port,
      secure,
      account: user,
      folder: 'INBOX',
      maxMailBytes: 100_000,
      auth: async () => ({ user, pass: password }),
      tls,
    });
  }
  async function checked(mailbox: Mailbox): Promise<string> {
    return mailbox.check().finally(() => mailbox.close());
  }

  test('given a certificate that nobody vouches for, when the folder is checked, then no password is given away', async () => {
    await expect(checked(mailboxOf(true))).rejects.toThrow(/certificate of localhost:\d+ is not trusted/);
  });

  test('given its authority, when the folder is checked, then the line is encrypted', async () => {
    expect(await checked(mailboxOf(true, { ca }))).not.toContain('not encrypted');
  });

  test('given STARTTLS with a home-made certificate on this machine, when the folder is checked, then it is used', async () => {
    expect(await checked(mailboxOf(false))).not.toContain('not encrypted');
  });
});

describe.skipIf(missingServer('dovecot'))('an IMAP server that lacks extensions', () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot('imap_capability = IMAP4rev1\n');
    await dovecot.useFreshAccount();
  });
  afterAll(() => dovecot?.stop());

  test('given neither MOVE nor UIDPLUS, when handled mails are to be moved, then they stay', async () => {
    const mailbox = openImap({
      host: '127.0.0.1',
      port: dovecot.port,
      secure: false,
      account: dovecot.user,
      folder: 'INBOX',
      handledFolder: 'Handled',
      maxMailBytes: 100_000,
      auth: async () => ({ user: dovecot.user, pass: dovecot.password }),
    });
    await dovecot.deliver(mailText('one'));
    const { uidvalidity } = await mailbox.read(undefined, async () => undefined, signal);
    expect(await mailbox.move(uidvalidity, [1n])).toEqual([]);
    expect(await dovecot.uids()).toEqual([1]);
    expect(await mailbox.check()).toContain('no MOVE');
    await mailbox.close();
  });
});
