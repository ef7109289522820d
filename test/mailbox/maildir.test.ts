import {
  copyFile,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMaildir } from '../../src/mailbox/maildir.ts';
import { arrivalOf } from '../../src/mailbox/maildir-files.ts';
import { assignUids } from '../../src/mailbox/uid-list.ts';
import type { ArrivedMail, Mailbox, MailboxCursor } from '../../src/ports.ts';
import { mailText } from '../pipeline/mail-context.ts';

const signal = new AbortController().signal;
let path: string;
let mailbox: Mailbox;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'dealreg-maildir-'));
  mailbox = await openMaildir({ path, maxMailBytes: 100_000 });
});
afterEach(async () => {
  await mailbox.close();
  await rm(path, { recursive: true, force: true });
});

async function readAll(from: Mailbox, cursor?: MailboxCursor) {
  const mails: ArrivedMail[] = [];
  const end = await from.read(cursor, async (mail) => void mails.push(mail), signal);
  return { mails, end, subjects: mails.map((mail) => /^Subject: (.*)\r$/m.exec(mail.raw.toString())?.[1]) };
}

/** As a delivery agent does it: written in tmp, renamed to new. */
async function deliver(name: string, text: string): Promise<void> {
  await writeFile(join(path, 'tmp', name), text);
  await rename(join(path, 'tmp', name), join(path, 'new', name));
}

/** As a copying program does it that knows nothing of Maildirs. */
async function writeSlowly(to: string, text: string): Promise<void> {
  const file = await open(to, 'w');
  for (let at = 0; at < text.length; at += 2000) {
    await file.write(text.slice(at, at + 2000));
    await sleep(40);
  }
  await file.close();
}

describe('a Maildir as a mailbox', () => {
  test('given mails in new, when it is read, then each comes once with its unchanged bytes and a rising UID', async () => {
    await deliver('1.eml', mailText('one'));
    await deliver('2.eml', mailText('two'));
    const first = await readAll(mailbox);
    expect(first.subjects.sort()).toEqual(['one', 'two']);
    expect(first.mails.map((mail) => mail.uid)).toEqual([1n, 2n]);
    expect(first.mails[0]?.raw.toString()).toContain('Bonjour,');
    expect((await readAll(mailbox, first.end)).mails).toEqual([]);
    await deliver('3.eml', mailText('three'));
    expect((await readAll(mailbox, first.end)).mails.map((mail) => mail.uid)).toEqual([3n]);
  });

  test('given a mail that a reader has flagged and moved to cur, when it is read again, then it is no new mail', async () => {
    await deliver('a.eml', mailText('one'));
    const { end } = await readAll(mailbox);
    await rename(join(path, 'new', 'a.eml'), join(path, 'cur', 'a.eml:2,S'));
    expect((await readAll(mailbox, end)).mails).toEqual([]);
  });

  test('given a mail that is first seen in cur, when the mailbox is read, then it is read', async () => {
    await writeFile(join(path, 'cur', 'seen.eml:2,S'), mailText('seen'));
    expect((await readAll(mailbox)).subjects).toEqual(['seen']);
  });

  test('given a file that is written in place, when the mailbox is read meanwhile, then it comes whole or later', async () => {
    const text = mailText('slow', `${'x'.repeat(70)}\r\n`.repeat(500));
    const writing = writeSlowly(join(path, 'new', 'slow.eml'), text);
    const mails: ArrivedMail[] = [];
    let cursor: MailboxCursor | undefined;
    let written = false;
    void writing.then(() => {
      written = true;
    });
    while (!written) cursor = await mailbox.read(cursor, async (mail) => void mails.push(mail), signal);
    await mailbox.read(cursor, async (mail) => void mails.push(mail), signal);
    expect(mails.map((mail) => mail.raw.toString() === text)).toEqual([true]);
  });

  test('given folders, dot files and files in tmp, when the mailbox is read, then they are no mails', async () => {
    await writeFile(join(path, 'tmp', 'half.eml'), 'half');
    await writeFile(join(path, 'new', '.rsync.Xa1'), 'half');
    await mkdtemp(join(path, 'new', 'folder'));
    expect((await readAll(mailbox)).mails).toEqual([]);
  });

  test('given a mail above the limit, when it is read, then its start comes, marked as cut', async () => {
    await deliver('big.eml', mailText('big', 'x'.repeat(200_000)));
    const [mail] = (await readAll(mailbox)).mails;
    expect(mail).toMatchObject({ truncated: true });
    expect(mail!.size).toBeGreaterThan(200_000);
    expect(mail!.raw.length).toBe(100_000);
  });

  test('given a lost UID list, when the mailbox is read, then it starts over under a new UIDVALIDITY', async () => {
    await deliver('a.eml', mailText('one'));
    const first = await readAll(mailbox);
    await unlink(join(path, 'dealreg-uidlist'));
    await sleep(1100);
    const second = await readAll(mailbox, first.end);
    expect(second.mails).toHaveLength(1);
    expect(second.end.uidvalidity).toBeGreaterThan(first.end.uidvalidity);
  });

  test('given a UID list whose last line a crash has cut off, when mails arrive, then no UID is given twice', async () => {
    await deliver('a.eml', mailText('one'));
    const { end } = await readAll(mailbox);
    const list = await open(join(path, 'dealreg-uidlist'), 'a');
    await list.write('2 b.e');
    await list.close();
    await deliver('b.eml', mailText('two'));
    await deliver('c.eml', mailText('three'));
    const { mails, end: after } = await readAll(mailbox, end);
    expect(mails.map((mail) => mail.uid)).toEqual([2n, 3n]);
    expect(after.uidvalidity).toBe(end.uidvalidity);
  });

  test('given several processes that see the same new files, when they give UIDs at once, then all agree', async () => {
    const names = Array.from({ length: 40 }, (_, number) => `mail-${number}`);
    const lists = await Promise.all(
      [0, 7, 13, 21].map((from) => assignUids(path, [...names.slice(from), ...names.slice(0, from)])),
    );
    const last = await assignUids(path, []);
    expect(new Set(last.uids.values()).size).toBe(40);
    for (const list of lists) for (const [name, uid] of list.uids) expect(last.uids.get(name)).toBe(uid);
  });

  test('given a UID list that was restored from an older copy, when the mailbox is read, then no UID stands for two mails', async () => {
    await deliver('a.eml', mailText('one'));
    const first = await readAll(mailbox);
    const list = await readFile(join(path, 'dealreg-uidlist'), 'utf8');
    await deliver('b.eml', mailText('two'));
    const second = await readAll(mailbox, first.end);
    await writeFile(join(path, 'dealreg-uidlist'), list);
    await deliver('c.eml', mailText('three'));
    const third = await readAll(mailbox, second.end);
    expect(third.subjects.sort()).toEqual(['three', 'two']);
    expect(third.mails.map((mail) => mail.uid)).toEqual([3n, 4n]);
  });

  test('given any damage to the UID list, when mails are listed, then each has a UID of its own', async () => {
    const line = fc.oneof(
      fc.tuple(fc.nat(9), fc.constantFrom('a', 'b', 'c', '')).map(([uid, name]) => `${uid} ${name}`),
      fc.string({ maxLength: 20 }),
    );
    const text = fc.tuple(
      fc.constantFrom('1 1700000000', '1 9999999999', '2 7', ''),
      fc.array(line),
      fc.constantFrom('', '\n'),
    );
    await fc.assert(
      fc.asyncProperty(text, async ([head, lines, end]) => {
        await writeFile(join(path, 'dealreg-uidlist'), [head, ...lines].join('\n') + end);
        const { uids, uidvalidity } = await assignUids(path, ['a', 'b', 'x']);
        expect(['a', 'b', 'x'].every((name) => uids.has(name))).toBe(true);
        expect(new Set(uids.values()).size).toBe(uids.size);
        expect(await assignUids(path, ['x', 'b'])).toEqual({ uids, uidvalidity });
      }),
      { numRuns: 60 },
    );
  });

  test('given a waiting reader, when a file appears, then the wait ends within a tenth of a second', async () => {
    await readAll(mailbox);
    const waited = mailbox.wait(10_000, signal);
    await sleep(50);
    const started = performance.now();
    await deliver('a.eml', mailText('one'));
    await waited;
    expect(performance.now() - started).toBeLessThan(100);
  });

  test('given a file that appeared between reading and waiting, when the wait begins, then it ends at once', async () => {
    await readAll(mailbox);
    await deliver('a.eml', mailText('one'));
    await sleep(50);
    const started = performance.now();
    await mailbox.wait(10_000, signal);
    expect(performance.now() - started).toBeLessThan(100);
  });

  test('given a mail that was read but is unknown to the database, when gaps are looked for, then it is found and read', async () => {
    await deliver('a.eml', mailText('one'));
    await deliver('b.eml', mailText('two'));
    const { end } = await readAll(mailbox);
    expect(await mailbox.missing(end.uidvalidity, new Set([2n]), signal)).toEqual([1n]);
    const mails: ArrivedMail[] = [];
    await mailbox.fetch([1n], async (mail) => void mails.push(mail), signal);
    expect(mails.map((mail) => mail.uid)).toEqual([1n]);
    await unlink(join(path, 'new', mails[0]!.raw.toString().includes('one') ? 'a.eml' : 'b.eml'));
    expect(await mailbox.missing(end.uidvalidity, new Set([2n]), signal)).toEqual([]);
  });

  test('given a folder for handled mails, when one is moved, then it lies there and nothing is deleted', async () => {
    const withFolder = await openMaildir({ path, handledFolder: 'Handled', maxMailBytes: 100_000 });
    await deliver('a.eml', mailText('one'));
    await deliver('b.eml', mailText('two'));
    const { end } = await readAll(withFolder);
    expect(await withFolder.move(end.uidvalidity, [1n])).toEqual([1n]);
    expect(await readdir(join(path, '.Handled', 'cur'))).toHaveLength(1);
    expect(await readdir(join(path, 'new'))).toHaveLength(1);
    expect(await withFolder.move(end.uidvalidity - 1n, [2n])).toEqual([]);
    await withFolder.close();
  });

  test('given no folder for handled mails, when one is to be moved, then it stays', async () => {
    await deliver('a.eml', mailText('one'));
    const { end } = await readAll(mailbox);
    expect(await mailbox.move(end.uidvalidity, [1n])).toEqual([]);
    expect(await readdir(join(path, 'new'))).toEqual(['a.eml']);
  });
});

describe('time of arrival in a Maildir', () => {
  test('given an old file that is moved or copied into new, when it is read, then it arrived now, in whole seconds', async () => {
    const old = join(path, 'old.eml');
    await writeFile(old, mailText('old'));
    await utimes(old, new Date('2020-01-01'), new Date('2020-01-01'));
    await copyFile(old, join(path, 'new', 'copied.eml'));
    await utimes(join(path, 'new', 'copied.eml'), new Date('2020-01-01'), new Date('2020-01-01'));
    await rename(old, join(path, 'new', 'moved.eml'));
    const { mails } = await readAll(mailbox);
    expect(mails).toHaveLength(2);
    for (const { receivedAt } of mails) {
      expect(receivedAt.getTime() % 1000).toBe(0);
      expect(Math.abs(Date.now() - receivedAt.getTime())).toBeLessThan(3000);
    }
  });

  const changed = { ctimeMs: BigInt(Date.parse('2026-10-05T08:00:09.500Z')) };
  test.each([
    ['a delivery agent named it', '1791187200.M1P2.host', '2026-10-05T08:00:00.000Z'],
    ['flags follow the name', '1791187200.M1P2.host,S=12', '2026-10-05T08:00:00.000Z'],
    ['the name is later than the file', '1791190000.M1P2.host', '2026-10-05T08:00:09.000Z'],
    ['the name is no Maildir name', '1791187200.eml', '2026-10-05T08:00:09.000Z'],
    ['the name only looks like one', '1791187200.offre.eml', '2026-10-05T08:00:09.000Z'],
    ['the name says 1970', '100000000.M1.host', '2026-10-05T08:00:09.000Z'],
  ])('given that %s, then %s arrived at %s', (_, name, expected) => {
    expect(arrivalOf(name, changed).toISOString()).toBe(expected);
  });
});
