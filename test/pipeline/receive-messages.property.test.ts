import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabaseInMemory } from '../../src/database/connect.ts';
import { readOnce } from '../../src/pipeline/receive-messages.ts';
import { fillGaps } from '../../src/pipeline/tend-mailbox.ts';
import type { ArrivedMail, Database, Mailbox, MailboxCursor } from '../../src/ports.ts';
import { mailContext } from './mail-context.ts';

/** A mailbox that renumbers its mails, hides them for a while, and dies in the middle of a reading. */
class UnreliableMailbox implements Mailbox {
  readonly name = 'unreliable';
  readonly mode = 'imap';
  uidvalidity = 1n;
  nextUid = 1n;
  mails: { uid: bigint; text: string; hidden: boolean }[] = [];
  diesAfter = Number.POSITIVE_INFINITY;

  deliver(text: string, hidden = false): void {
    this.mails.push({ uid: this.nextUid, text, hidden });
    this.nextUid += 1n;
  }
  renumber(): void {
    this.uidvalidity += 1n;
    this.mails.forEach((mail, index) => {
      mail.uid = BigInt(index + 1);
    });
    this.nextUid = BigInt(this.mails.length + 1);
  }
  async read(
    cursor: MailboxCursor | undefined,
    store: (mail: ArrivedMail) => Promise<void>,
  ): Promise<MailboxCursor> {
    let lastUid = cursor?.uidvalidity === this.uidvalidity ? cursor.lastUid : 0n;
    for (const mail of this.mails.filter(({ uid, hidden }) => uid > lastUid && !hidden)) {
      await this.#hand(mail, store);
      lastUid = mail.uid;
    }
    return { uidvalidity: this.uidvalidity, lastUid };
  }
  async missing(uidvalidity: bigint, known: ReadonlySet<bigint>): Promise<bigint[]> {
    if (uidvalidity !== this.uidvalidity) return [];
    return this.mails.flatMap(({ uid, hidden }) => (hidden || known.has(uid) ? [] : [uid]));
  }
  async fetch(uids: readonly bigint[], store: (mail: ArrivedMail) => Promise<void>): Promise<void> {
    for (const mail of this.mails.filter(({ uid }) => uids.includes(uid))) await this.#hand(mail, store);
  }
  async #hand(
    { uid, text }: { uid: bigint; text: string },
    store: (mail: ArrivedMail) => Promise<void>,
  ): Promise<void> {
    this.diesAfter -= 1;
    if (this.diesAfter < 0) throw new Error('connection lost');
    const raw = Buffer.from(text);
    await store({
      uidvalidity: this.uidvalidity,
      uid,
      receivedAt: new Date('2026-10-05T08:00:00Z'),
      size: raw.length,
      raw,
    });
  }
  async wait(): Promise<void> {}
  async move(): Promise<bigint[]> {
    return [];
  }
  async check(): Promise<string> {
    return this.name;
  }
  async close(): Promise<void> {}
}

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      text: fc.integer({ min: 1, max: 12 }),
      hidden: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('renumber' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('read' as const), diesAfter: fc.integer({ min: 0, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('two read at once' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('show' as const) }) },
);

describe('whatever a mailbox does', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabaseInMemory();
  });
  afterAll(() => database.close());

  test('each mail is one message with its bytes, and every copy of it points there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await database.query('truncate message, mailbox cascade');
        const mailbox = new UnreliableMailbox();
        const context = await mailContext({}, { database, mailbox });
        for (const given of steps) {
          if (given.do === 'deliver') mailbox.deliver(`mail ${given.text}`, given.hidden);
          else if (given.do === 'renumber') mailbox.renumber();
          else if (given.do === 'show') for (const mail of mailbox.mails) mail.hidden = false;
          else if (given.do === 'two read at once') await Promise.all([readOnce(context), readOnce(context)]);
          else {
            mailbox.diesAfter = given.diesAfter;
            await readOnce(context).catch(() => undefined);
            mailbox.diesAfter = Number.POSITIVE_INFINITY;
          }
        }
        for (const mail of mailbox.mails) mail.hidden = false;
        await readOnce(context);
        await fillGaps(context);
        await context.close();
        const { rows } = await database.query<{
          id: bigint;
          raw: Buffer | null;
          state: string;
          duplicate_of: bigint | null;
        }>('select id, raw, state, duplicate_of from message');
        const originals = rows.filter(({ state }) => state === 'received');
        expect(originals.map(({ raw }) => raw!.toString()).sort()).toEqual(
          [...new Set(mailbox.mails.map(({ text }) => text))].sort(),
        );
        const ids = new Set(originals.map(({ id }) => id));
        expect(
          rows.filter(({ state, duplicate_of }) => state === 'duplicate' && !ids.has(duplicate_of!)),
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
