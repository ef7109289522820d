import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blockingKeys } from '../../src/customer/blocking.ts';
import { Line, referenceIn } from '../support/line.ts';

let line: Line;
beforeEach(async () => {
  line = await Line.open();
});
afterEach(() => line[Symbol.asyncDispose]());

describe('two partners after one prospect', () => {
  it('gives the place to the first and the queue to the second, and shows neither to the other', async () => {
    const first = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const second = await line.arrives('2026-10-05T08:00:05Z', { from: 'Beta' });
    expect(first.outcomes).toEqual(['accepted prospect.first']);
    expect(second.outcomes).toEqual(['conflict registration.competing']);
    expect(second.notices.map(({ kind, to, cc }) => ({ kind, to, cc }))).toEqual([
      { kind: 'conflict', to: ['desk@beta.example'], cc: ['nrouge@mixvoip.com'] },
      { kind: 'dispute', to: ['nrouge@mixvoip.com'], cc: [] },
    ]);
    expect(second.notices[0]!.text).not.toMatch(/alpha/i);
    expect(second.notices[1]!.text).toMatch(/Alpha Networks/);
    expect(second.notices[1]!.text).toMatch(/Beta Networks/);
  });

  it('decides by arrival, not by which mail was stored or understood first', async () => {
    await line.store('2026-10-05T08:00:05Z', { from: 'Beta' });
    await line.store('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const came = await line.until('2026-10-05T08:01:00Z');
    expect(came.outcomes).toEqual(['accepted prospect.first', 'conflict registration.competing']);
    expect(came.notices[0]!.to).toEqual(['desk@alpha.example']);
  });

  it('waits for a mail that arrived before and is not understood yet', async () => {
    const early = await line.store('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.database.query(`update message set state = 'received' where id = $1`, [early]);
    await line.store('2026-10-05T08:00:05Z', { from: 'Beta' });
    expect((await line.until('2026-10-05T08:01:00Z')).outcomes).toEqual([]);
    await line.database.query(`update message set state = 'set_aside' where id = $1`, [early]);
    expect((await line.until('2026-10-05T08:02:00Z')).outcomes).toEqual(['accepted prospect.first']);
  });

  it('waits until the second of an arrival is over before it decides', async () => {
    await line.store('2026-10-05T08:00:00Z', { from: 'Alpha' });
    expect((await line.until('2026-10-05T08:00:00.900Z')).outcomes).toEqual([]);
    await line.store('2026-10-05T08:00:00Z', { from: 'Beta' });
    expect((await line.until('2026-10-05T08:00:01Z')).outcomes).toEqual([
      'conflict registration.tie',
      'conflict registration.tie',
    ]);
  });

  it('sees no tie between two customers, nor between two mails of one partner', async () => {
    await line.store('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.store('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.store('2026-10-05T08:00:00Z', {
      from: 'Beta',
      customer: { name: 'Tannerie Olinger', city: 'Wiltz' },
    });
    expect((await line.until('2026-10-05T08:00:01Z')).outcomes).toEqual([
      'accepted prospect.first',
      'repeated registration.repeated',
      'accepted prospect.first',
    ]);
  });
});

describe('one mail', () => {
  it('is decided once although it was delivered twice', async () => {
    const more = {
      envelope: {
        messageId: '<same@alpha.example>',
        inReplyTo: [],
        references: [],
        subject: 'x',
        to: [],
        cc: [],
      },
    };
    await line.store('2026-10-05T08:00:00Z', { from: 'Alpha', more });
    await line.store('2026-10-05T09:00:00Z', { from: 'Alpha', more });
    await line.database.query(`update message set content_hash = 'same'`);
    const came = await line.until('2026-10-05T10:00:00Z');
    expect(came.outcomes).toEqual(['accepted prospect.first']);
    expect(came.notices).toHaveLength(1);
  });

  it('with three customers gets one answer, of the kind of its gravest outcome', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const came = await line.arrives('2026-10-05T09:00:00Z', {
      from: 'Beta',
      registrations: [
        { customer: { name: 'Tannerie Olinger', city: 'Wiltz' }, services: ['numbers'], situation: [] },
        { customer: { name: 'Imprimerie Lallemang', city: 'Mersch' }, services: ['internet'], situation: [] },
        { customer: { name: 'Crèche Wichtelbësch' }, services: ['it'], situation: [] },
      ],
    });
    expect(came.outcomes).toEqual([
      'accepted prospect.first',
      'conflict registration.competing',
      'rejected service.not_covered',
    ]);
    expect(came.notices.map(({ kind }) => kind)).toEqual(['conflict', 'dispute']);
    expect(came.notices[0]!.text).toMatch(
      /Tannerie Olinger[\s\S]*Imprimerie Lallemang[\s\S]*Crèche Wichtelbësch/,
    );
  });
});

describe('silence', () => {
  it('answers nobody whose sender is not proven', async () => {
    const sender = {
      address: 'desk@alpha.example',
      domain: 'alpha.example',
      trust: 'fail' as const,
      reason: 'dmarc=fail',
    };
    const came = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', more: { sender } });
    expect(came).toMatchObject({ outcomes: ['held sender.untrusted'], notices: [] });
    expect((await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' })).outcomes).toEqual([
      'accepted prospect.first',
    ]);
  });

  it('answers no machine, and keeps what may be a claim behind one for a person', async () => {
    const robot = { kind: 'auto_reply' as const, mayProcess: false, mayAnswer: false, reasons: [] };
    const came = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', more: { automation: robot } });
    expect(came).toMatchObject({ outcomes: ['ignored silence.auto_reply'], notices: [] });
    const claim = { mayProcess: true, mayAnswer: false, kind: 'bulk' as const, reasons: [] };
    const held = await line.arrives('2026-10-05T08:01:00Z', { from: 'Alpha', more: { automation: claim } });
    expect(held).toMatchObject({ outcomes: ['held silence.bulk'], notices: [] });
  });

  it('falls when an address has had its answers of the day', async () => {
    const limited = await Line.open({ policy: { answers_per_sender_per_day: 2 } });
    const names = ['Alzette Pneus', 'Boucherie Sauer', 'Domaine Kappweiler'];
    const came = [];
    for (const [index, name] of names.entries()) {
      came.push(await limited.arrives(`2026-10-05T08:0${index}:00Z`, { from: 'Alpha', customer: { name } }));
    }
    expect(came.map(({ outcomes }) => outcomes[0])).toEqual([
      'accepted prospect.first',
      'accepted prospect.first',
      'ignored silence.limit',
    ]);
  });

  it('tells a stranger how to become a partner and repeats nothing of what it wrote', async () => {
    const came = await line.arrives('2026-10-05T08:00:00Z', { from: 'stranger' });
    expect(came.outcomes).toEqual(['rejected sender.unknown']);
    expect(came.notices[0]!.text).not.toMatch(/Lallemang/);
  });
});

describe('missing information', () => {
  it('keeps the place of a named customer, and a reply completes it before a complete rival', async () => {
    const asked = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', services: [] });
    expect(asked.outcomes).toEqual(['needs_information request.incomplete']);
    const rival = await line.arrives('2026-10-06T08:00:00Z', { from: 'Beta' });
    expect(rival.outcomes).toEqual(['conflict registration.competing']);
    const completed = await line.arrives('2026-10-06T15:00:00Z', {
      from: 'Alpha',
      more: { intent: 'amend', reference: referenceIn(asked), changes: { services: ['sip_trunk'] } },
    });
    expect(completed.outcomes).toEqual(['accepted prospect.first']);
    expect(referenceIn(completed)).toBe(referenceIn(asked));
  });

  it('is completed as well by a whole new mail of the same partner', async () => {
    const asked = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', services: [] });
    const completed = await line.arrives('2026-10-06T08:00:00Z', { from: 'Alpha' });
    expect(completed.outcomes).toEqual(['accepted prospect.first']);
    expect(referenceIn(completed)).toBe(referenceIn(asked));
  });

  it('ends with a notice when nobody answers, and the next is decided', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', services: [] });
    await line.arrives('2026-10-06T08:00:00Z', { from: 'Beta' });
    const came = await line.until('2026-10-20T08:00:00Z');
    expect(came.outcomes).toEqual(['expired grace.expired', 'accepted prospect.first']);
    expect(came.notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['expired', 'promoted']));
  });

  it('completed after its grace is a new claim with a new place', async () => {
    const asked = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', services: [] });
    await line.arrives('2026-10-06T08:00:00Z', { from: 'Beta' });
    await line.until('2026-10-20T08:00:00Z');
    const late = await line.arrives('2026-10-20T09:00:00Z', {
      from: 'Alpha',
      more: { intent: 'amend', reference: referenceIn(asked), changes: { services: ['sip_trunk'] } },
    });
    expect(late.outcomes).toEqual(['conflict registration.competing']);
    expect(referenceIn(late)).not.toBe(referenceIn(asked));
  });
});

describe('commands by reply', () => {
  it('a withdrawal promotes the next, who is told at once', async () => {
    const first = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    const came = await line.arrives('2026-10-06T08:00:00Z', {
      from: 'Alpha',
      more: { intent: 'withdraw', reference: referenceIn(first) },
    });
    expect(came.outcomes).toEqual(['done command.withdraw', 'accepted prospect.first']);
    expect(came.notices.map(({ kind, to }) => [kind, to[0]])).toEqual([
      ['done', 'desk@alpha.example'],
      ['promoted', 'desk@beta.example'],
    ]);
  });

  it('a promoted claim is decided by what was known before its own arrival', async () => {
    const first = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', services: ['numbers'] });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    const late = await line.arrives('2026-10-05T10:00:00Z', { from: 'staff' });
    expect(late.outcomes).toEqual(['recorded awareness.recorded']);
    const came = await line.arrives('2026-10-06T08:00:00Z', {
      from: 'Alpha',
      more: { intent: 'withdraw', reference: referenceIn(first) },
    });
    expect(came.outcomes).toEqual(['done command.withdraw', 'accepted prospect.first']);
  });

  it('another partner’s reference is answered like one that does not exist', async () => {
    const first = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const ask = (reference: string) =>
      line.arrives(reference === 'DR-2026-999999' ? '2026-10-06T09:00:00Z' : '2026-10-06T08:00:00Z', {
        from: 'Beta',
        more: { intent: 'withdraw', reference },
      });
    const foreign = await ask(referenceIn(first));
    const unknown = await ask('DR-2026-999999');
    expect(foreign.outcomes).toEqual(['refused command.withdraw']);
    const masked = (text: string) =>
      text
        .replace(/\b[0-9a-f]{12}\b/g, '#')
        .replace(/DR-2026-\d{6}/g, 'DR')
        .replace(/\d{1,4}/g, '0');
    expect(masked(foreign.notices[0]!.text)).toBe(masked(unknown.notices[0]!.text));
    expect(foreign.notices[0]!.text).not.toMatch(/Lallemang|alpha/i);
  });

  it('a won registration makes its partner the partner of record and closes the queue', async () => {
    const first = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    const won = await line.arrives('2026-10-06T08:00:00Z', {
      from: 'Alpha',
      more: { intent: 'won', reference: referenceIn(first) },
    });
    expect(won.outcomes).toEqual(['done command.won', 'rejected queue.closed']);
    const later = await line.arrives('2026-11-06T08:00:00Z', { from: 'Gamma' });
    expect(later.outcomes).toEqual(['conflict customer.of_other_partner']);
  });
});

describe('time', () => {
  it('reminds twice, expires with a notice, and frees the customer', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const kinds = async (until: string) => (await line.until(until)).notices.map(({ kind }) => kind);
    expect(await kinds('2026-12-13T09:00:00Z')).toEqual(['reminder']);
    expect(await kinds('2026-12-27T09:00:00Z')).toEqual(['reminder']);
    expect(await kinds('2027-01-03T09:00:00Z')).toEqual(['expired']);
    expect((await line.arrives('2027-01-04T08:00:00Z', { from: 'Beta' })).outcomes).toEqual([
      'accepted prospect.first',
    ]);
  });

  it('fires what was due before a mail first, also after a stop of months', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.store('2027-01-04T08:00:00Z', { from: 'Beta' });
    const came = await line.until('2027-02-01T08:00:00Z');
    expect(came.outcomes).toEqual(['expired protection.expired', 'accepted prospect.first']);
  });

  it('raises a dispute again after two working days, and both partners hear that it waits', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    const came = await line.until('2026-10-07T10:00:00Z');
    expect(came.notices.map(({ kind, to }) => [kind, to[0]])).toEqual([
      ['dispute', 'nrouge@mixvoip.com'],
      ['dispute_waiting', 'desk@beta.example'],
      ['dispute_waiting', 'desk@alpha.example'],
    ]);
  });
});

describe('rulings', () => {
  it.each([
    ['first', [], ['ruling', 'ruling']],
    ['second', ['rejected ruling.second', 'accepted ruling.second'], ['ruling', 'ruling']],
    ['both', ['accepted ruling.both'], ['ruling', 'ruling']],
    ['mixvoip', ['rejected ruling.mixvoip', 'rejected ruling.mixvoip'], ['ruling', 'ruling']],
  ] as const)('%s on a competing registration', async (choice, outcomes, kinds) => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const second = await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    const came = await line.rules(referenceIn(second), choice);
    expect(came.outcomes).toEqual(outcomes);
    expect(came.notices.map(({ kind }) => kind)).toEqual(kinds);
    for (const { to, text, subject } of came.notices) {
      const other = to[0] === 'desk@alpha.example' ? /beta/i : /alpha/i;
      expect(`${subject}\n${text}`).not.toMatch(other);
    }
  });

  it('a later ruling corrects an earlier one', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const second = await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    await line.rules(referenceIn(second), 'second');
    line.clock.advanceTo(new Date('2026-10-06T08:00:00Z'));
    const corrected = await line.rules(referenceIn(second), 'first');
    expect(corrected.outcomes).toContain('accepted ruling.first');
    const { rows } = await line.database.query<{ partner_id: string; status: string }>(
      'select partner_id, status from registration order by id',
    );
    expect(rows).toEqual([
      { partner_id: 'Alpha', status: 'protected' },
      { partner_id: 'Beta', status: 'queued' },
    ]);
  });

  it('settles both mails of a tie', async () => {
    await line.store('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.store('2026-10-05T08:00:00Z', { from: 'Beta' });
    const tie = await line.until('2026-10-05T08:00:01Z');
    const came = await line.rules(referenceIn(tie), 'both');
    expect(came.outcomes).toEqual(['accepted ruling.both', 'accepted ruling.both']);
    const { rows } = await line.database.query(`select 1 from dispute where state = 'open'`);
    expect(rows).toEqual([]);
  });

  it('by anybody but the Head of Sales is refused and changes nothing', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const second = await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    const { rows } = await line.database.query<{ message_id: string }>(
      `select message_id from outbox where kind = 'dispute'`,
    );
    const reply = {
      inReplyTo: [rows[0]!.message_id],
      references: [],
      subject: 'Re:',
      to: [],
      cc: [],
      messageId: '<r@x>',
    };
    const more = { intent: 'other' as const, envelope: reply, ruling: { number: 2 }, registrations: [] };
    const refused = await line.arrives('2026-10-05T10:00:00Z', { from: 'staff', more });
    expect(refused.outcomes).toEqual(['refused command.ruling']);
    const ruled = await line.arrives('2026-10-05T11:00:00Z', {
      from: 'head_of_sales',
      more: { ...more, envelope: { ...reply, messageId: '<s@x>' } },
    });
    expect(ruled.outcomes).toEqual([
      'done command.ruling',
      'rejected ruling.second',
      'accepted ruling.second',
    ]);
    expect(referenceIn(second)).toMatch(/^DR-2026-/);
  });
});

/** A customer that the ledger knows, with its partner of record. */
async function attachedTo(partner: string): Promise<void> {
  await line.database.query(
    `insert into customer (name, city, country, partner_id, mixvoip_services) values ('Imprimerie Lallemang', 'Mersch', 'LU', $1, '{communication}')`,
    [partner],
  );
  const keys = blockingKeys({ name: 'Imprimerie Lallemang', city: 'Mersch', country: 'LU' });
  for (const { kind, key } of keys) {
    await line.database.query(
      'insert into customer_key (kind, key, customer_id) values ($1, $2, 1) on conflict do nothing',
      [kind, key],
    );
  }
}

describe('a partner of record', () => {
  it('hears by the ruling alone that its customer may leave it (S1), and before that when it only wants more (S2)', async () => {
    await attachedTo('Alpha');
    const told = async (situation: 'leaves_partner' | undefined, day: number) => {
      await line.arrives(`2026-10-0${day}T08:00:00Z`, {
        from: day === 5 ? 'Beta' : 'Gamma',
        situation: situation ? [situation] : [],
      });
      const came = await line.until(`2026-10-0${day + 2}T08:00:00Z`);
      return came.notices.filter(({ kind }) => kind === 'dispute_waiting').map(({ to }) => to[0]);
    };
    expect(await told('leaves_partner', 5)).toEqual(['desk@beta.example']);
    expect(await told(undefined, 7)).toEqual(
      expect.arrayContaining(['desk@gamma.example', 'desk@alpha.example']),
    );
  });

  it('loses the customer to a partner that the Head of Sales rules for, and is told so without a name', async () => {
    await attachedTo('Alpha');
    const claim = await line.arrives('2026-10-05T08:00:00Z', { from: 'Beta', situation: ['leaves_partner'] });
    const came = await line.rules(referenceIn(claim), 'second');
    expect(came.outcomes).toEqual(['accepted ruling.second']);
    expect(came.notices.map(({ kind, to }) => [kind, to[0]])).toEqual([
      ['ruling', 'desk@beta.example'],
      ['ruling', 'desk@alpha.example'],
    ]);
    expect(came.notices[1]!.text).not.toMatch(/beta/i);
    const { rows } = await line.database.query('select partner_id from customer');
    expect(rows).toEqual([{ partner_id: null }]);
  });
});

describe('a mandate that comes later', () => {
  it('goes to the dispute in whatever mail it comes, and the Head of Sales is told', async () => {
    await attachedTo('Alpha');
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Beta', situation: ['leaves_partner'] });
    const again = await line.arrives('2026-10-06T08:00:00Z', { from: 'Beta', situation: ['mandate'] });
    expect(again.outcomes).toEqual(['repeated registration.repeated']);
    expect(again.notices.map(({ kind, cc }) => [kind, cc])).toEqual([['repeated', ['nrouge@mixvoip.com']]]);
  });
});

describe('a few words of thanks in our thread', () => {
  it('get no answer, and a question does', async () => {
    const first = await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    const thread = { inReplyTo: ['<x@mixvoip.com>'], references: [], subject: 'Re:', to: [], cc: [] };
    const say = (text: string, minute: number) =>
      line.arrives(`2026-10-05T09:0${minute}:00Z`, {
        from: 'Alpha',
        registrations: [],
        more: {
          intent: 'other',
          envelope: { ...thread, messageId: `<${minute}@alpha.example>` },
          segments: [{ id: 0, kind: 'own', text }],
        },
      });
    expect((await say('Great, thank you!', 1)).outcomes).toEqual(['ignored silence.thanks']);
    expect((await say('Thanks. And who may sign for us?', 2)).outcomes).toEqual([
      'answered command.question',
    ]);
    expect(referenceIn(first)).toMatch(/^DR-/);
  });
});

describe('a name that was once ruled on', () => {
  const known = {
    name: 'Groupe Wirtgen S.A.',
    vat: 'LU30519211',
    city: 'Diekirch',
    domain: 'wirtgen-diekirch.example',
  };
  const sign = { name: 'Brasserie Beim Wirt', city: 'Diekirch', domain: 'wirtgen-diekirch.example' };

  it('is not asked about again: `same` keeps the other name', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha', customer: known });
    const asked = await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta', customer: sign });
    expect(asked.outcomes).toEqual(['conflict customer.uncertain']);
    const ruled = await line.rules(referenceIn(asked), 'same');
    expect(ruled.outcomes).toEqual(['conflict registration.competing']);
    const again = await line.arrives('2026-10-06T09:00:00Z', { from: 'Gamma', customer: sign });
    expect(again.outcomes).toEqual(['conflict registration.competing']);
  });
});

describe('a comment of the Head of Sales', () => {
  it('is passed on, but to nobody whom it would tell who the other is', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    const { rows } = await line.database.query<{ message_id: string }>(
      `select message_id from outbox where kind = 'dispute'`,
    );
    const reply = {
      inReplyTo: [rows[0]!.message_id],
      references: [],
      subject: 'Re:',
      to: [],
      cc: [],
      messageId: '<r@x>',
    };
    const ruled = await line.arrives('2026-10-05T10:00:00Z', {
      from: 'head_of_sales',
      more: {
        intent: 'other',
        registrations: [],
        envelope: reply,
        ruling: { number: 1, comment: 'Beta came a week after the visit.' },
      },
    });
    const texts = Object.fromEntries(ruled.notices.map(({ to, text }) => [to[0], text]));
    expect(texts['desk@beta.example']).toMatch(/came a week after the visit/);
    expect(texts['desk@alpha.example']).not.toMatch(/came a week|Beta/);
  });
});
