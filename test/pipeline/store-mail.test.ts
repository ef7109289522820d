import { rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabaseInMemory } from '../../src/database/connect.ts';
import { readOnce } from '../../src/pipeline/receive-messages.ts';
import { moveHandled } from '../../src/pipeline/tend-mailbox.ts';
import type { Database } from '../../src/ports.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { missingServer } from '../support/servers.ts';
import { mailContext, mailText, TestClock } from './mail-context.ts';

const HOUR_MS = 3_600_000;
/** When the service reads the mailbox for the first time. */
const FIRST = '2026-10-05T08:00:00Z';
const BEFORE = 'mail.before_start';

type TestContext = Awaited<ReturnType<typeof mailContext>> & { clock: TestClock };
const open: TestContext[] = [];
let database: Database;
beforeAll(async () => {
  database = await openDatabaseInMemory();
});
beforeEach(() => database.query('truncate message, mailbox cascade'));
afterAll(() => database.close());
afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

async function given(environment: Record<string, string> = {}): Promise<TestContext> {
  const clock = new TestClock(FIRST);
  const context = await mailContext({ MAILBOX_SINCE: '', ...environment }, { database, clock });
  open.push({ ...context, clock });
  return { ...context, clock };
}

/** Each mail's reason to be set aside, or its state, in order of arrival. */
async function fates(): Promise<string[]> {
  const { rows } = await database.query<{ fate: string }>(
    `select coalesce(last_error, state) as fate from message where raw is not null order by received_at, id`,
  );
  return rows.map(({ fate }) => fate);
}

describe.skipIf(missingServer('dovecot'))('an IMAP mailbox that holds years of mail', () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  beforeEach(async () => {
    await dovecot.useFreshAccount();
    await dovecot.deliver(mailText('years ago'), new Date('2023-02-01T08:00:00Z'));
    await dovecot.deliver(mailText('last week'), new Date('2026-09-28T08:00:00Z'));
    await dovecot.deliver(mailText('this night'), new Date('2026-10-04T23:00:00Z'));
  });
  afterAll(() => dovecot?.stop());

  test('given nothing is set, when it is first read, then only mails of the last day are worked on, and all are kept', async () => {
    const context = await given({ MAILBOX_URL: dovecot.url });
    expect(await readOnce(context)).toMatchObject({ stored: 3 });
    expect(await fates()).toEqual([BEFORE, BEFORE, 'received']);
    const understood = context.queue.woken.filter(({ job }) => job === 'understand');
    expect(understood).toHaveLength(1);
  });

  test('given it was read before, when the service was away for days, then what came meanwhile is worked on', async () => {
    const context = await given({ MAILBOX_URL: dovecot.url });
    await readOnce(context);
    await dovecot.deliver(mailText('while away'), new Date('2026-10-06T09:00:00Z'));
    context.clock.advance(200 * HOUR_MS);
    await readOnce(context);
    expect(await fates()).toEqual([BEFORE, BEFORE, 'received', 'received']);
  });

  test('given an instant is set, when it is read, then that one counts, to the second', async () => {
    await dovecot.deliver(mailText('exactly then'), new Date('2026-09-20T08:00:00Z'));
    await dovecot.deliver(mailText('a second before'), new Date('2026-09-20T07:59:59Z'));
    const context = await given({
      MAILBOX_URL: dovecot.url,
      MAILBOX_SINCE: '2026-09-20T10:00:00+02:00',
    });
    await readOnce(context);
    expect(await fates()).toEqual([BEFORE, BEFORE, 'received', 'received', 'received']);
  });

  test('given a new UIDVALIDITY, when all is read again, then the old mails stay one message each, set aside', async () => {
    const context = await given({ MAILBOX_URL: dovecot.url });
    await readOnce(context);
    await dovecot.changeUidvalidity();
    await readOnce(context);
    expect(await fates()).toEqual([BEFORE, BEFORE, 'received']);
  });

  test('given a folder for handled mails, when handled mails are moved, then the old ones stay where they are', async () => {
    const context = await given({ MAILBOX_URL: dovecot.url, MAILBOX_HANDLED_FOLDER: 'Handled' });
    await readOnce(context);
    await database.query(`update message set state = 'decided' where state = 'received'`);
    expect(await moveHandled(context)).toBe(1);
    expect(await dovecot.uids()).toHaveLength(2);
  });
});

describe('a Maildir that holds years of mail', () => {
  const second = (at: string) => Math.floor(new Date(at).getTime() / 1000);

  async function deliver(context: TestContext, name: string, subject: string): Promise<void> {
    const path = join(context.folder, 'mailbox');
    await writeFile(join(path, 'tmp', name), mailText(subject));
    await rename(join(path, 'tmp', name), join(path, 'new', name));
  }

  test('given the delivery agent has named mails by their arrival, when it is first read, then the old ones are left to people', async () => {
    const context = await given();
    await deliver(context, `${second('2023-02-01T08:00:00Z')}.M1P1.mx`, 'years ago');
    await deliver(context, `${second('2026-10-04T23:00:00Z')}.M2P1.mx`, 'this night');
    await readOnce(context);
    expect(await fates()).toEqual([BEFORE, 'received']);
  });

  test('given a file that somebody drops now, when its date of modification is old, then it is worked on', async () => {
    const context = await given();
    await deliver(context, 'dropped.eml', 'dropped');
    await utimes(join(context.folder, 'mailbox', 'new', 'dropped.eml'), 1_600_000_000, 1_600_000_000);
    await readOnce(context);
    expect(await fates()).toEqual(['received']);
  });

  test('given an old mail above the size limit, when it is read, then its missing bytes are the reason', async () => {
    const context = await given({ MAX_MAIL_BYTES: '10000' });
    await deliver(context, `${second('2023-02-01T08:00:00Z')}.M1P1.mx`, 'x'.repeat(20_000));
    await readOnce(context);
    expect(await fates()).toEqual(['mail.oversize']);
  });
});
