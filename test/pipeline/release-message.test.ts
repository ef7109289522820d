import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listHeldMails } from '../../src/database/listing.ts';
import { verifyLedger } from '../../src/pipeline/verify-ledger.ts';
import { releaseMessage } from '../../src/pipeline/release-message.ts';
import { Line, type MailSays } from '../support/line.ts';

let line: Line;
beforeEach(async () => {
  line = await Line.open();
});
afterEach(() => line[Symbol.asyncDispose]());

const UNPROVEN: MailSays['more'] = {
  sender: { address: 'desk@alpha.example', domain: 'alpha.example', trust: 'fail', reason: 'dmarc=fail' },
};
const held = async () => (await listHeldMails(line.database, 10)).map(({ id }) => id);
const idOf = (came: Awaited<ReturnType<Line['arrives']>>): bigint => came.reports[0]!.messageId!;

async function isSound(): Promise<boolean> {
  return line.database.transaction(async (tx) => {
    for await (const check of verifyLedger(tx)) if ('fault' in check) return false;
    return true;
  });
}

describe('releasing a mail', () => {
  test('given a mail whose sender nobody could prove, when it is released, then it is decided by its arrival and answered', async () => {
    const came = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', more: UNPROVEN });
    expect(came.outcomes).toEqual(['held sender.untrusted']);
    expect(await held()).toEqual([idOf(came)]);
    expect(await releaseMessage(line.context, idOf(came))).toEqual({ released: 'to_decide' });
    expect(await isSound()).toBe(true);
    const again = await line.until('2026-10-06T08:00:00Z');
    expect(again.outcomes).toEqual(['accepted prospect.first']);
    expect(again.reports[0]!.at).toEqual(new Date('2026-10-05T08:00:00Z'));
    expect(again.notices).toMatchObject([{ kind: 'accepted', to: ['desk@alpha.example'] }]);
    expect(await held()).toEqual([]);
    expect(await isSound()).toBe(true);
    const { rows } = await line.database.query('select ordinal, outcome from decision order by ordinal');
    expect(rows).toEqual([
      { ordinal: 0, outcome: 'held' },
      { ordinal: 1, outcome: 'accepted' },
    ]);
  });

  test('given another partner that came meanwhile, when the mail is released, then the Head of Sales decides', async () => {
    const came = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', more: UNPROVEN });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    await releaseMessage(line.context, idOf(came));
    expect((await line.until('2026-10-06T08:00:00Z')).outcomes).toEqual(['conflict registration.competing']);
  });

  test("given a mail that looked like a machine's, when it is released, then it is decided", async () => {
    const came = await line.arrives('2026-10-05T08:00:00Z', {
      from: 'Alpha',
      more: {
        automation: { kind: 'bulk', mayProcess: true, mayAnswer: false, reasons: ['List-Id'] },
      },
    });
    expect(came.outcomes).toEqual(['held silence.bulk']);
    await releaseMessage(line.context, idOf(came));
    expect((await line.until('2026-10-06T08:00:00Z')).outcomes).toEqual(['accepted prospect.first']);
  });

  test('given a mail that was set aside, when it is released, then it waits to be understood again', async () => {
    const id = await line.store('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.database.query(
      `update message set state = 'set_aside', attempts = 3, last_error = 'x' where id = $1`,
      [id],
    );
    expect(await releaseMessage(line.context, id)).toEqual({ released: 'to_understand' });
    const { rows } = await line.database.query('select state, attempts from message');
    expect(rows).toEqual([{ state: 'received', attempts: 0 }]);
  });

  test('given a mail of which only the start was kept, when it is released, then it is said that it cannot be read', async () => {
    const id = await line.store('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.database.query(
      `update message set state = 'set_aside', last_error = 'mail.oversize' where id = $1`,
      [id],
    );
    expect(await releaseMessage(line.context, id)).toEqual({ refused: 'not_readable' });
  });

  test('given a mail that is decided, unknown, or without a sender, when it is released, then nothing changes', async () => {
    const decided = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const nobody = await line.arrives('2026-10-05T09:00:00Z', {
      from: 'Beta',
      more: { sender: { trust: 'fail', reason: 'two From headers' } },
    });
    expect(await releaseMessage(line.context, idOf(decided))).toEqual({ refused: 'not_held' });
    expect(await releaseMessage(line.context, idOf(nobody))).toEqual({ refused: 'no_sender' });
    expect(await releaseMessage(line.context, 99n)).toEqual({ refused: 'unknown_mail' });
  });
});
