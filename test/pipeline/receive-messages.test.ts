import { readdir, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDatabaseInMemory } from '../../src/database/connect.ts';
import { readOnce, receiveMessages } from '../../src/pipeline/receive-messages.ts';
import { fillGaps, moveHandled } from '../../src/pipeline/tend-mailbox.ts';
import { openMailbox } from '../../src/mailbox/open.ts';
import type { ArrivedMail, Database, Mailbox } from '../../src/ports.ts';
import { mailContext, mailText } from './mail-context.ts';

type TestContext = Awaited<ReturnType<typeof mailContext>>;
const open: TestContext[] = [];

let database: Database;
beforeAll(async () => {
  database = await openDatabaseInMemory();
});
afterAll(() => database.close());

async function given(environment?: Record<string, string>): Promise<TestContext> {
  await database.query('truncate message, mailbox cascade');
  const context = await mailContext(environment, { database });
  open.push(context);
  return context;
}
afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

async function deliver(context: TestContext, name: string, text: string): Promise<void> {
  const mailbox = join(context.folder, 'mailbox');
  await writeFile(join(mailbox, 'tmp', name), text);
  await rename(join(mailbox, 'tmp', name), join(mailbox, 'new', name));
}

interface Row {
  id: bigint;
  uid: bigint;
  state: string;
  raw: Buffer | null;
  size: number;
  received_at: Date;
  duplicate_of: bigint | null;
  last_error: string | null;
  moved_at: Date | null;
}
async function messages(context: TestContext): Promise<Row[]> {
  return (await context.database.query<Row>('select * from message order by id')).rows;
}

describe('receiving', () => {
  test('given new mails, when the mailbox is read, then each is stored with its bytes and understanding is woken', async () => {
    const context = await given();
    await deliver(context, 'a.eml', mailText('one'));
    await deliver(context, 'b.eml', mailText('two'));
    const reading = await readOnce(context);
    expect(reading).toMatchObject({ stored: 2, cursor: { lastUid: 2n } });
    const rows = await messages(context);
    expect(rows.map((row) => row.state)).toEqual(['received', 'received']);
    expect(rows.map((row) => row.raw?.toString()).sort()).toEqual([mailText('one'), mailText('two')].sort());
    expect(context.queue.woken.map((wake) => wake.job)).toEqual(['understand', 'understand', 'decide']);
    expect(await readOnce(context)).toMatchObject({ stored: 0 });
  });

  test('given an empty mailbox, when it is read, then it is known to be read up to now', async () => {
    const context = await given();
    const before = new Date(Date.now() - context.mailbox.latenessMs!);
    await readOnce(context);
    const { rows } = await context.database.query<{ checked_at: Date }>('select checked_at from mailbox');
    expect(rows[0]!.checked_at.getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  test('given the same bytes under another name, when they are read, then they are a duplicate that nobody works on', async () => {
    const context = await given();
    await deliver(context, 'a.eml', mailText('one'));
    await readOnce(context);
    await deliver(context, 'again.eml', mailText('one'));
    context.queue.woken.length = 0;
    await readOnce(context);
    const [first, second] = await messages(context);
    expect(second).toMatchObject({ state: 'duplicate', raw: null, duplicate_of: first!.id });
    expect(context.queue.woken.map((wake) => wake.job)).toEqual(['decide']);
  });

  test('given a new UIDVALIDITY, when the mailbox is read, then every mail is one message still', async () => {
    const context = await given();
    await deliver(context, 'a.eml', mailText('one'));
    await deliver(context, 'b.eml', mailText('two'));
    await readOnce(context);
    await unlink(join(context.folder, 'mailbox', 'dealreg-uidlist'));
    await deliver(context, 'c.eml', mailText('three'));
    await sleep(1100);
    await readOnce(context);
    expect((await messages(context)).map((row) => row.state).sort()).toEqual([
      'duplicate',
      'duplicate',
      'received',
      'received',
      'received',
    ]);
    expect(await readOnce(context)).toMatchObject({ stored: 0 });
  });

  test('given a mail above the size limit, when it is read, then it is set aside visibly and the line goes on', async () => {
    const context = await given({ MAX_MAIL_BYTES: '10000' });
    await deliver(context, 'a.eml', mailText('big', 'x'.repeat(20_000)));
    await readOnce(context);
    await deliver(context, 'b.eml', mailText('small'));
    await readOnce(context);
    const rows = await messages(context);
    expect(rows[0]).toMatchObject({ state: 'set_aside', last_error: 'mail.oversize' });
    expect(rows[0]!.size).toBeGreaterThan(20_000);
    expect(rows[0]!.raw!.length).toBe(10_000);
    expect(rows[1]).toMatchObject({ state: 'received' });
  });

  test('given two receivers on one mailbox, when both read at once, then each mail is stored once', async () => {
    const context = await given();
    const other = { ...context, mailbox: await openMailbox(context.config) };
    for (let number = 0; number < 20; number += 1)
      await deliver(context, `${number}.eml`, mailText(`mail ${number}`));
    const readings = await Promise.all([
      readOnce(context),
      readOnce(other),
      readOnce(context),
      readOnce(other),
    ]);
    expect(readings.reduce((sum, reading) => sum + reading.stored, 0)).toBe(20);
    expect((await messages(context)).every((row) => row.state === 'received')).toBe(true);
    await other.mailbox.close();
  });

  test('given a row that was lost below the cursor, when gaps are filled, then its mail is stored again', async () => {
    const context = await given();
    await deliver(context, 'a.eml', mailText('one'));
    await deliver(context, 'b.eml', mailText('two'));
    await readOnce(context);
    await context.database.query('delete from message where uid = 1');
    expect(await readOnce(context)).toMatchObject({ stored: 0 });
    expect(await fillGaps(context)).toBe(1);
    expect((await messages(context)).map((row) => row.uid)).toEqual([2n, 1n]);
    expect(await fillGaps(context)).toBe(0);
  });

  test('given a folder for handled mails, when one is decided, then it is moved after the commit and only that one', async () => {
    const context = await given({ MAILBOX_HANDLED_FOLDER: 'Handled' });
    await deliver(context, 'a.eml', mailText('one'));
    await readOnce(context);
    await deliver(context, 'b.eml', mailText('two'));
    await readOnce(context);
    expect(await moveHandled(context)).toBe(0);
    await context.database.query(`update message set state = 'decided' where uid = 1`);
    expect(await moveHandled(context)).toBe(1);
    expect(await readdir(join(context.folder, 'mailbox', 'new'))).toEqual(['b.eml']);
    expect((await messages(context)).map((row) => row.moved_at !== null)).toEqual([true, false]);
    expect(await moveHandled(context)).toBe(0);
  });
});

describe('receiving, interrupted', () => {
  test.each([
    ['before the mail is committed', 0],
    ['after the first of three mails', 1],
    ['after the second of three mails', 2],
  ])(
    'given a crash %s, when receiving starts again, then every mail is stored once, in order',
    async (_, survivors) => {
      const context = await given();
      for (const name of ['a', 'b', 'c']) await deliver(context, `${name}.eml`, mailText(name));
      let stored = 0;
      const dying: Mailbox = Object.create(context.mailbox, {
        name: { value: context.mailbox.name },
        read: {
          value: (cursor: never, store: (mail: ArrivedMail) => Promise<void>, signal: AbortSignal) =>
            context.mailbox.read(
              cursor,
              async (mail) => {
                if (stored === survivors) throw new Error('killed');
                await store(mail);
                stored += 1;
              },
              signal,
            ),
        },
      });
      await expect(readOnce({ ...context, mailbox: dying })).rejects.toThrow('killed');
      expect(await messages(context)).toHaveLength(survivors);
      expect(
        (await context.database.query('select 1 from mailbox where checked_at is not null')).rows.length,
      ).toBe(0);
      await readOnce(context);
      expect((await messages(context)).map((row) => row.uid)).toEqual([1n, 2n, 3n]);
    },
  );
});

describe('the receiving loop', () => {
  test('given a running loop, when a mail is dropped in, then it is stored within half a second and its second closed soon after', async () => {
    const context = await given({ MAILBOX_POLL_SECONDS: '60' });
    const stop = new AbortController();
    const loop = receiveMessages(context, stop.signal);
    await sleep(100);
    const dropped = performance.now();
    await deliver(context, 'a.eml', mailText('one'));
    await expect.poll(() => messages(context), { interval: 10, timeout: 5000 }).toHaveLength(1);
    expect(performance.now() - dropped).toBeLessThan(500);
    const [{ received_at: receivedAt }] = (await messages(context)) as [Row];
    const closed = 'select 1 from mailbox where checked_at >= $1::timestamptz';
    const second = new Date(receivedAt.getTime() + 1000);
    await expect
      .poll(async () => (await context.database.query(closed, [second])).rows.length, {
        interval: 10,
        timeout: 5000,
      })
      .toBe(1);
    expect(performance.now() - dropped).toBeLessThan(1500);
    stop.abort();
    await loop;
  });

  test('given a reading during which the second of its mail ends, when it is over, then another one follows at once', async () => {
    const context = await given({ MAILBOX_POLL_SECONDS: '60' });
    const slow: Mailbox = Object.create(context.mailbox, {
      name: { value: context.mailbox.name },
      wait: { value: (ms: number, signal: AbortSignal) => context.mailbox.wait(ms, signal) },
      read: {
        value: async (...given: Parameters<Mailbox['read']>) => {
          const cursor = await context.mailbox.read(...given);
          await sleep(1_100);
          return cursor;
        },
      },
    });
    await deliver(context, 'a.eml', mailText('one'));
    const stop = new AbortController();
    const loop = receiveMessages({ ...context, mailbox: slow }, stop.signal);
    const closed = `select 1 from mailbox, message where checked_at >= received_at + interval '1 second'`;
    const started = performance.now();
    await expect
      .poll(async () => (await context.database.query(closed)).rows.length, { timeout: 8000 })
      .toBe(1);
    expect(performance.now() - started).toBeLessThan(4000);
    stop.abort();
    await loop;
  });

  test('given a mail whose receiver died before its second was over, when another one runs, then it closes that second', async () => {
    const context = await given({ MAILBOX_POLL_SECONDS: '60' });
    await deliver(context, 'a.eml', mailText('one'));
    await readOnce(context);
    const closed = `select 1 from mailbox, message where checked_at >= received_at + interval '1 second'`;
    const stop = new AbortController();
    const loop = receiveMessages(context, stop.signal);
    await expect
      .poll(async () => (await context.database.query(closed)).rows.length, { timeout: 3000 })
      .toBe(1);
    stop.abort();
    await loop;
  });

  test('given handled mails that cannot be moved, when a mail arrives, then reading is not slowed by that', async () => {
    const context = await given({ MAILBOX_HANDLED_FOLDER: 'Handled' });
    const rigid: Mailbox = Object.create(context.mailbox, {
      name: { value: context.mailbox.name },
      read: { value: (...given: Parameters<Mailbox['read']>) => context.mailbox.read(...given) },
      wait: { value: (ms: number, signal: AbortSignal) => context.mailbox.wait(ms, signal) },
      missing: { value: async () => [] },
      fetch: { value: async () => undefined },
      move: { value: () => Promise.reject(Object.assign(new Error('no'), { code: 'imap.NO' })) },
    });
    await deliver(context, 'a.eml', mailText('one'));
    await readOnce(context);
    await context.database.query(`update message set state = 'decided'`);
    const stop = new AbortController();
    const loop = receiveMessages({ ...context, mailbox: rigid }, stop.signal);
    await sleep(500);
    await deliver(context, 'b.eml', mailText('two'));
    await expect.poll(() => messages(context), { interval: 10, timeout: 900 }).toHaveLength(2);
    stop.abort();
    await loop;
  });

  test('given a mailbox that fails, when it comes back, then receiving goes on', async () => {
    const context = await given();
    let failures = 1;
    const flaky: Mailbox = Object.create(context.mailbox, {
      name: { value: context.mailbox.name },
      wait: { value: (ms: number, signal: AbortSignal) => context.mailbox.wait(ms, signal) },
      read: {
        value: (...given: Parameters<Mailbox['read']>) => {
          failures -= 1;
          return failures >= 0
            ? Promise.reject(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }))
            : context.mailbox.read(...given);
        },
      },
    });
    await deliver(context, 'a.eml', mailText('one'));
    const stop = new AbortController();
    const loop = receiveMessages({ ...context, mailbox: flaky }, stop.signal);
    await expect.poll(() => messages(context), { timeout: 5000 }).toHaveLength(1);
    stop.abort();
    await loop;
  });
});
