import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ruleCommand } from '../../src/cli/rule.ts';
import { showCommand } from '../../src/cli/show.ts';
import { verifyCommand } from '../../src/cli/verify.ts';
import { aDisputedCustomer, LedgerFolder } from './ledger-folder.ts';

let ledger: LedgerFolder;
beforeAll(async () => {
  ledger = await LedgerFolder.with(async (line) => {
    await aDisputedCustomer(line);
    await line.arrives('2026-10-06T08:00:00Z', {
      from: 'Gamma',
      customer: { name: 'Garage Reding', city: 'Wiltz' },
    });
    await line.arrives('2026-10-06T09:00:00Z', {
      from: 'Delta',
      customer: { name: 'Garage Reding', city: 'Wiltz' },
    });
    await line.arrives('2026-10-06T10:00:00Z', {
      from: 'Delta',
      registrations: [],
      more: { intent: 'withdraw', reference: 'DR-2026-000004' },
    });
    await line.arrives('2026-10-06T11:00:00Z', { from: 'Alpha', customer: { name: 'Boulangerie Faber' } });
  });
});
afterAll(() => ledger.remove());
const rule = (...args: string[]) => ledger.run(ruleCommand, ...args);

describe('dealreg rule', () => {
  test.each([
    [[], 2, 'rule needs a reference and a choice'],
    [['DR-2026-000099', 'first'], 1, 'There is no registration DR-2026-000099'],
    [['DR-2026-000005', 'first'], 1, 'Nobody disputes DR-2026-000005'],
    [['DR-2026-000004', 'first'], 1, 'The dispute about DR-2026-000004 has dissolved'],
    [['DR-2026-000002'], 2, 'needs a choice:\n  first '],
    [['DR-2026-000002', 'same'], 2, 'does not offer "same":\n  first '],
  ])(
    'given %j, when it is ruled, then one line says why not, and the choices',
    async (args, expected, message) => {
      const { status, error } = await rule(...args);
      expect(error).toContain(message);
      expect(status).toBe(expected);
    },
  );

  test('given a dispute, when it is ruled, then both parties change, are told, and the ledger holds together', async () => {
    const { status, out } = await rule('dr-2026-000002', 'Second', '--comment', 'Agreed with both.');
    expect(status).toBe(0);
    expect(out).toContain('DR-2026-000001  rejected  Imprimerie Lallemang');
    expect(out).toContain('DR-2026-000002  accepted  Imprimerie Lallemang');
    expect(out).toContain('2 notices go to the parties.');
    const shown = (await ledger.run(showCommand, 'DR-2026-000002')).out;
    expect(shown).toContain('DR-2026-000002  protected  by ruling.second');
    expect(shown).toContain('ruled second on');
    expect((await ledger.run(verifyCommand)).status).toBe(0);
  });
});
