import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { showCommand } from '../../src/cli/show.ts';
import { aDisputedCustomer, LedgerFolder } from './ledger-folder.ts';

let ledger: LedgerFolder;
beforeAll(async () => {
  ledger = await LedgerFolder.with(aDisputedCustomer);
});
afterAll(() => ledger.remove());
const show = (...args: string[]) => ledger.run(showCommand, ...args);

describe('dealreg show', () => {
  test('given a registration in dispute, when it is shown, then claim, dispute, rules, notices and entries are told', async () => {
    const { status, out } = await show('dr-2026-000002');
    expect(status).toBe(0);
    expect(out).toContain('DR-2026-000002  queued  by registration.competing  for Beta Networks');
    expect(out).toMatch(/customer +Imprimerie Lallemang/);
    expect(out).toMatch(/arrived +2026-10-05 11:00 by mail 2/);
    expect(out).toContain('waits for a ruling (first, second, both, mixvoip)');
    expect(out).toMatch(
      /asked in order: sender.untrusted, sender.unknown, .*, registration.competing decided/,
    );
    expect(out).toMatch(/conflict +desk@beta.example +queued/);
    expect(out).toMatch(/registration.opened +queued by registration.competing/);
    expect(out).toMatch(/mail.decided +conflict registration.competing/);
  });

  test('given a registration, when it is asked as JSON, then the same is there for machines', async () => {
    const value = JSON.parse((await show('DR-2026-000001', '--json')).out);
    expect(value).toMatchObject({ registration: { reference: 'DR-2026-000001', status: 'protected' } });
    expect(value.history.map(({ kind }: { kind: string }) => kind)).toContain('registration.opened');
  });

  test('given a mail that is held, when it is shown, then the reason is told', async () => {
    const { out } = await show('3');
    expect(out).toContain('Mail 3  decided  A project');
    expect(out).toMatch(/proven +fail: dmarc=fail/);
    expect(out).toContain('held by sender.untrusted');
  });

  test.each([
    [[], 2, 'show needs a reference'],
    [['DR-2026-000099'], 1, 'There is no registration DR-2026-000099'],
    [['99'], 1, 'There is no mail 99'],
  ])('given %j, when it is shown, then one line says what is wrong', async (args, expected, message) => {
    const { status, error } = await show(...args);
    expect(status).toBe(expected);
    expect(error).toContain(message);
  });
});
