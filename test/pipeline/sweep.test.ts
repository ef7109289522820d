import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../src/context.ts';
import { sweep } from '../../src/pipeline/sweep.ts';
import { understandMessage } from '../../src/pipeline/understand-message.ts';
import type { JobName } from '../../src/ports.ts';
import { Line } from '../support/line.ts';

let line: Line;
beforeEach(async () => {
  line = await Line.open();
});

const RAW = Buffer.from(
  [
    'Authentication-Results: mx.mixvoip.com; dmarc=pass header.from=alpha.example',
    'Message-ID: <sweep@alpha.example>',
    'From: Desk <desk@alpha.example>',
    'To: dealreg@mixvoip.com',
    'Subject: New project',
    '',
    'Hello, please register Imprimerie Lallemang S.a r.l. in Mersch for internet. Kind regards',
    '',
  ].join('\r\n'),
);

/** A raw mail as `receive` leaves it: stored, and not understood. */
async function received(at: string): Promise<bigint> {
  const id = await line.store(at, { from: 'Alpha' });
  await line.database.query(
    `update message set state = 'received', raw = $2, understanding = null where id = $1`,
    [id, RAW],
  );
  return id;
}

const stateOf = async (id: bigint) =>
  (await line.database.query<{ state: string }>('select state from message where id = $1', [id])).rows[0]!
    .state;

/** The line's context with a queue that only notes what it is asked to wake. */
function withNotes(change: Partial<Context> = {}): { context: Context; woken: string[] } {
  const woken: string[] = [];
  const wake = async (job: JobName, id?: bigint) => {
    woken.push(id === undefined ? job : `${job} ${id}`);
  };
  const queue = { mode: 'embedded' as const, wake, close: async () => {} };
  return { context: Object.assign(Object.create(line.context), { queue, ...change }), woken };
}

describe('the sweep', () => {
  it('wakes what is stored and not understood, decides what is ready, and wakes what is to be sent', async () => {
    const waiting = await received('2026-10-05T08:00:10Z');
    await line.store('2026-10-05T08:00:00Z', { from: 'Beta', customer: { name: 'Tannerie Olinger' } });
    line.clock.advanceTo(new Date('2026-10-05T08:00:11Z'));
    await line.database.query(
      `insert into mailbox (name, uidvalidity, checked_at) values ('line', 1, now() + interval '10 years')`,
    );
    const { context, woken } = withNotes();
    await sweep(context);
    expect(woken).toContain(`understand ${waiting}`);
    expect(woken.filter((job) => job.startsWith('deliver'))).not.toEqual([]);
  });

  it('itself understands a mail whose worker has died, so that the line goes on', async () => {
    const orphan = await received('2026-10-05T08:00:00Z');
    line.clock.advanceTo(new Date('2026-10-05T08:00:05Z'));
    await sweep(withNotes().context);
    expect(await stateOf(orphan)).toBe('received');
    line.clock.advanceTo(new Date('2026-10-05T08:00:30Z'));
    await sweep(withNotes().context);
    expect(await stateOf(orphan)).toBe('understood');
  });
});

describe('a mail that cannot be understood', () => {
  it('is tried three times, then set aside for people, and those behind it are decided', async () => {
    const poison = await received('2026-10-05T08:00:00Z');
    await line.store('2026-10-05T08:00:05Z', { from: 'Beta' });
    const { context } = withNotes({
      config: { ...line.context.config, limits: { ...line.context.config.limits, understandMs: 0 } },
    });
    for (const _ of [1, 2]) await understandMessage(context, poison);
    expect(await stateOf(poison)).toBe('received');
    expect((await line.until('2026-10-05T08:01:00Z')).outcomes).toEqual([]);
    await understandMessage(context, poison);
    expect(await stateOf(poison)).toBe('set_aside');
    expect((await line.until('2026-10-05T08:02:00Z')).outcomes).toEqual(['accepted prospect.first']);
  });

  it('whose decision breaks the program leaves nothing behind, is set aside, and those behind it are decided', async () => {
    const broken = await line.store('2026-10-05T08:00:00Z', {
      from: 'Alpha',
      services: ['internet'],
      registrations: [
        { customer: { name: 'Tannerie Olinger' }, services: ['internet'], situation: [] },
        { customer: { name: 'Imprimerie Lallemang' }, services: null as never, situation: [] },
      ],
    });
    await line.store('2026-10-05T08:00:05Z', { from: 'Beta', customer: { name: 'Tannerie Olinger' } });
    const came = await line.until('2026-10-05T08:01:00Z');
    expect(came.outcomes).toEqual(['accepted prospect.first']);
    expect(await stateOf(broken)).toBe('set_aside');
    const { rows } = await line.database.query('select partner_id from registration');
    expect(rows).toEqual([{ partner_id: 'Beta' }]);
  });
});

describe('a backlog', () => {
  it('is answered as if each mail had been decided in its time, whatever the limit for a day', async () => {
    const limited = await Line.open({ policy: { answers_per_sender_per_day: 1 } });
    const names = ['Alzette Pneus', 'Boucherie Sauer', 'Domaine Kappweiler'];
    for (const [index, name] of names.entries()) {
      await limited.store(`2026-10-0${index + 5}T08:00:00Z`, { from: 'Alpha', customer: { name } });
    }
    await limited.store('2026-10-07T09:00:00Z', { from: 'Alpha', customer: { name: 'Crèche Wichtelbësch' } });
    expect((await limited.until('2026-10-09T08:00:00Z')).outcomes).toEqual([
      'accepted prospect.first',
      'accepted prospect.first',
      'accepted prospect.first',
      'ignored silence.limit',
    ]);
  });
});
