import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCommand } from '../../src/cli/list.ts';
import { aDisputedCustomer, LedgerFolder } from './ledger-folder.ts';

let ledger: LedgerFolder;
beforeAll(async () => {
  ledger = await LedgerFolder.with(aDisputedCustomer);
});
afterAll(() => ledger.remove());
const list = (...args: string[]) => ledger.run(listCommand, ...args);

describe('dealreg list', () => {
  test('given registrations, when they are listed, then each is a line under aligned heads, the newest first', async () => {
    const { status, out } = await list();
    expect(status).toBe(0);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^reference +partner +customer +services +status +arrived +until$/),
      expect.stringMatching(
        /^DR-2026-000002 +Beta Networks +Imprimerie Lallemang +internet +queued \(place 1\) +2026-10-05 11:00 +–$/,
      ),
      expect.stringMatching(
        /^DR-2026-000001 +Alpha Networks +Imprimerie Lallemang +internet +protected +2026-10-05 10:00 +2027-01-03 09:00$/,
      ),
    ]);
  });

  test.each([
    [['--partner', 'alpha'], ['DR-2026-000001']],
    [['--partner', 'beta net'], ['DR-2026-000002']],
    [['--status', 'won'], []],
    [['--queue'], ['DR-2026-000002']],
    [['--limit', '1'], ['DR-2026-000002']],
  ])('given %j, when they are listed, then those are there', async (args, references) => {
    const { out } = await list(...args, '--json');
    expect(
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).reference),
    ).toEqual(references);
  });

  test('given a dispute, when disputes are listed, then it is there with what it is about and the choices', async () => {
    const { out } = await list('--disputes');
    expect(out).toMatch(
      /DR-2026-000002 +registration.competing +Beta Networks +Imprimerie Lallemang +DR-2026-000001 /,
    );
    expect(out).toContain('first second both mixvoip');
  });

  test('given mails that nobody answered, when they are listed, then each has its reason', async () => {
    const { out } = await list('--held');
    expect(out).toMatch(/3 +2026-10-05 12:00 +held +sender.untrusted +desk@gamma.example +A project/);
    expect(out).toMatch(/4 +2026-10-05 13:00 +set_aside +UnderstandTimeout/);
  });

  test('given a notice that failed, when the outbox is listed, then it is there with its error', async () => {
    expect((await list('--outbox')).out).toBe('No notice is in trouble.');
    await ledger.sql(`update outbox set state = 'failed', last_error = 'smtp.550' where id = 1`);
    expect((await list('--outbox')).out).toMatch(/1 +accepted +desk@alpha.example +failed +0 +smtp.550/);
  });

  test.each([
    [['--status', 'gone'], '"gone" is no status: use one of pending, protected'],
    [['--held', '--queue'], '--held and --queue are two lists: ask for one'],
    [['--limit', 'all'], '--limit takes a number'],
  ])('given %j, when it is asked, then one line says what is wrong', async (args, message) => {
    const { status, error } = await list(...args);
    expect(status).toBe(2);
    expect(error).toContain(message);
  });
});
