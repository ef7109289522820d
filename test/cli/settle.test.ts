import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCommand } from '../../src/cli/list.ts';
import { settleCommand } from '../../src/cli/settle.ts';
import { aDisputedCustomer, LedgerFolder } from './ledger-folder.ts';

let ledger: LedgerFolder;
beforeAll(async () => {
  ledger = await LedgerFolder.with(aDisputedCustomer);
  await ledger.sql(`update outbox set state = 'uncertain', last_error = 'attempt.lost' where id = 1`);
  await ledger.sql(`update outbox set state = 'failed', last_error = 'smtp.550' where id = 2`);
});
afterAll(() => ledger.remove());
const settle = (...args: string[]) => ledger.run(settleCommand, ...args);

describe('dealreg settle', () => {
  test.each([
    [[], 2, 'settle needs the number of a notice and what is true of it'],
    [['1'], 2, 'dealreg settle 17 sent'],
    [['1', 'maybe'], 2, 'dealreg settle 17 again'],
    [['one', 'sent'], 2, 'dealreg list --outbox shows the numbers'],
    [['99', 'sent'], 1, 'There is no notice 99'],
    [['3', 'sent'], 1, 'Notice 3 is on its way out (queued)'],
  ])('given %j, when it is settled, then one line says why not', async (args, expected, message) => {
    const { status, error } = await settle(...args);
    expect(error).toContain(message);
    expect(status).toBe(expected);
  });

  test('given an uncertain notice, when a person says that it was sent, then it counts as sent, once for all', async () => {
    expect((await ledger.run(listCommand, '--outbox')).out).toMatch(/^1 .* uncertain /m);
    expect(await settle('1', 'sent')).toMatchObject({ status: 0, out: 'Notice 1 counts as sent.' });
    expect((await ledger.run(listCommand, '--outbox')).out).not.toMatch(/^1 /m);
    expect(await settle('1', 'again')).toMatchObject({
      status: 1,
      error: expect.stringContaining('was sent'),
    });
  });

  test('given a notice that has failed, when a person wants it sent again, then it waits to go out', async () => {
    const { status, out } = await settle('2', 'again');
    expect(status).toBe(0);
    expect(out).toContain('Notice 2 goes out again.');
    expect((await ledger.run(listCommand, '--outbox', '--json')).out).toMatch(
      /"id":"?2"?,.*"state":"queued"/,
    );
  });
});
