import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyCommand } from '../../src/cli/verify.ts';
import { aDisputedCustomer, LedgerFolder } from './ledger-folder.ts';

let ledger: LedgerFolder;
beforeAll(async () => {
  ledger = await LedgerFolder.with(aDisputedCustomer);
});
afterAll(() => ledger.remove());
const verify = (...args: string[]) => ledger.run(verifyCommand, ...args);

describe('dealreg verify', () => {
  test('given a sound ledger, when it is verified, then every check has its line', async () => {
    const { status, out } = await verify();
    expect(status).toBe(0);
    expect(out.split('\n').map((line) => line.split(/ +/).slice(0, 2).join(' '))).toEqual([
      '✓ chain',
      '✓ erasures',
      '✓ tree',
      '✓ heads',
      '✓ registrations',
      '✓ awareness',
      '✓ mails',
      '✓ receipts',
    ]);
  });

  test('given a receipt, when it is checked, then the entry is named, or what is wrong with it', async () => {
    const right = await verify('1');
    const hash = /hash ([0-9a-f]{64})$/.exec(right.out)![1]!;
    expect((await verify('1', hash.slice(0, 12))).status).toBe(0);
    expect(await verify('1', '0a1b2c3d4e5f')).toMatchObject({ status: 1 });
    expect((await verify('999')).out).toContain('there is no entry 999');
    expect(await verify('first')).toMatchObject({ status: 2 });
  });

  test('given a changed entry, when it is verified, then the first fault is told in full and the status is 1', async () => {
    await ledger.sql(
      `alter table ledger disable trigger user; update ledger set kind = 'forged' where entry = 2; alter table ledger enable trigger user`,
    );
    expect(await verify()).toEqual({
      status: 1,
      out: '✗ chain         entry 2 does not have the hash that its content gives: it was changed after it was written',
      error: '',
    });
  });
});
