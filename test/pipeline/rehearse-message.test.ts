import { describe, expect, it } from 'vitest';
import { understandingOf } from '../../src/database/messages-understood.ts';
import { rehearseMessage } from '../../src/pipeline/rehearse-message.ts';
import { Line } from '../support/line.ts';

describe('a rehearsal', () => {
  it('says what a mail would come to and changes nothing', async () => {
    const line = await Line.open();
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const id = await line.store('2026-10-05T08:00:10Z', { from: 'Beta' });
    const understanding = (await understandingOf(line.database, id))!;
    await line.database.query('delete from message where id = $1', [id]);
    const count = async () =>
      (
        await line.database.query(`select (select count(*) from message) as m, (select count(*) from outbox) as o,
        (select count(*) from ledger) as l, (select count(*) from registration) as r, (select last from reference_number) as n`)
      ).rows;
    const before = await count();
    const rehearsal = await rehearseMessage(line.context, understanding, 'ab'.repeat(32));
    expect(rehearsal.outcomes[0]).toMatchObject({
      outcome: 'conflict',
      rule: 'registration.competing',
      queuePosition: 1,
    });
    expect(rehearsal.notices.map(({ kind }) => kind)).toEqual(['conflict', 'dispute']);
    expect(await count()).toEqual(before);
  });
});
