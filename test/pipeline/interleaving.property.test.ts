import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPostgresql } from '../../src/database/postgresql.ts';
import { decideNext } from '../../src/pipeline/decide-next.ts';
import { Line, type MailSays, type PartnerName } from '../support/line.ts';
import { startPostgres } from '../support/postgres.ts';
import { missingServer, oncePerFile } from '../support/servers.ts';

/** Customers of whom no two are alike. */
const CUSTOMERS = ['Imprimerie Lallemang', 'Tannerie Olinger', 'Crèche Wichtelbësch'];
const START = Date.parse('2026-10-05T08:00:00Z');

interface Arrival {
  /** Seconds after the mail before. */
  pause: number;
  says: MailSays;
}

const arrival: fc.Arbitrary<Arrival> = fc.record({
  pause: fc.constantFrom(0, 1, 7),
  says: fc.record({
    from: fc.constantFrom<PartnerName | 'staff'>('Alpha', 'Beta', 'Gamma', 'staff'),
    customer: fc.constantFrom(...CUSTOMERS).map((name) => ({ name, city: 'Mersch' })),
    services: fc
      .subarray(['internet', 'sip_trunk', 'it'] as const, { minLength: 0 })
      .map((services) => [...services]),
  }),
});

/** Absolute seconds of arrivals, in the mailbox's order. */
function timed(arrivals: readonly Arrival[]): { second: number; says: MailSays }[] {
  let second = 0;
  return arrivals.map(({ pause, says }) => {
    second += pause;
    return { second, says };
  });
}

const instant = (second: number) => new Date(START + second * 1000).toISOString();

/** What was decided, mail by mail, and how the registrations stand. */
async function told(line: Line): Promise<unknown> {
  const decisions = await line.database.query(
    `select m.uid, d.ordinal, d.outcome, d.rule, d.queue_position, r.reference
     from decision d join message m on m.id = d.message_id left join registration r on r.id = d.registration_id
     order by m.uid, d.ordinal`,
  );
  const registrations = await line.database.query(
    'select reference, partner_id, status, services, holds_place from registration order by reference',
  );
  const notices = await line.database.query(
    'select kind, recipient, cc from outbox order by kind, recipient, cause',
  );
  return [decisions.rows, registrations.rows, notices.rows];
}

/** One worker, one second at a time, in order: what every other way must equal. */
async function sequentially(line: Line, arrivals: readonly Arrival[]): Promise<unknown> {
  const mails = timed(arrivals);
  for (const [index, { second, says }] of mails.entries()) {
    await line.store(instant(second), says);
    if (mails[index + 1]?.second !== second) await line.until(instant(second + 1));
  }
  return told(line);
}

describe('decisions are those of one worker that handles mails one by one', () => {
  it('whatever the order in which mails are understood and the line is moved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arrival, { minLength: 2, maxLength: 8 }),
        fc.infiniteStream(fc.nat(100)),
        async (arrivals, choices) => {
          const expected = await sequentially(await Line.open(), arrivals);
          const line = await Line.open();
          const chance = () => choices.next().value as number;
          const waiting: bigint[] = [];
          const understandOne = async () => {
            const [id] = waiting.splice(chance() % waiting.length, 1);
            await line.database.query(`update message set state = 'understood' where id = $1`, [id]);
          };
          for (const { second, says } of timed(arrivals)) {
            const id = await line.store(instant(second), says);
            await line.database.query(`update message set state = 'received' where id = $1`, [id]);
            waiting.push(id);
            while (waiting.length > 0 && chance() > 50) await understandOne();
            if (chance() > 50) await line.until(instant(second));
          }
          while (waiting.length > 0) {
            await understandOne();
            await line.until(instant(3600));
          }
          await line.until(instant(3600));
          expect(await told(line)).toEqual(expected);
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);

  describe.skipIf(missingServer('postgresql'))('on PostgreSQL', () => {
    const postgres = oncePerFile(startPostgres);

    it('with several workers that move the line at once', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(arrival, { minLength: 4, maxLength: 16 }), async (arrivals) => {
          const expected = await sequentially(await Line.open(), arrivals);
          const database = await openPostgresql(await (await postgres()).newDatabase());
          const line = await Line.open({ database });
          try {
            for (const { second, says } of timed(arrivals)) await line.store(instant(second), says);
            line.clock.advanceTo(new Date(instant(3600)));
            await database.query(
              `insert into mailbox (name, uidvalidity, checked_at) values ('line', 1, $1)`,
              [instant(3600)],
            );
            await Promise.all([1, 2, 3, 4].map(() => decideNext(line.context)));
            expect(await told(line)).toEqual(expected);
          } finally {
            await database.close();
          }
        }),
        { numRuns: 6, endOnFailure: true },
      );
    }, 120_000);
  });
});
