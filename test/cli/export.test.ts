import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportCommand } from '../../src/cli/export.ts';
import { findChainFault, GENESIS_HASH } from '../../src/ledger/chain.ts';
import { aDisputedCustomer, LedgerFolder } from './ledger-folder.ts';

let ledger: LedgerFolder;
beforeAll(async () => {
  ledger = await LedgerFolder.with(async (line) => {
    await aDisputedCustomer(line);
    await line.arrives('2026-10-06T08:00:00Z', {
      from: 'Gamma',
      customer: { name: '=HYPERLINK("x"), "Wiltz"', city: 'Wiltz' },
    });
  });
});
afterAll(() => ledger.remove());
const exported = (...args: string[]) => ledger.run(exportCommand, ...args);

describe('dealreg export', () => {
  test('given a ledger, when it is exported, then anybody can check the chain from the file, and it holds no name', async () => {
    const file = ledger.file('ledger.jsonl');
    expect((await exported(file)).status).toBe(0);
    const text = readFileSync(file, 'utf8');
    const entries = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map((entry) => ({ ...entry, entry: BigInt(entry.entry) }));
    expect(entries.length).toBeGreaterThan(5);
    expect(findChainFault(entries, { entry: 0n, hash: GENESIS_HASH })).toBeUndefined();
    expect(text).not.toMatch(/Lallemang|desk@/);
  });

  test('given registrations, when they are exported, then each is a line of CSV that no spreadsheet runs', async () => {
    const file = ledger.file('registrations.csv');
    await exported('--registrations', file);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(
      'DR-2026-000001,Alpha,Imprimerie Lallemang,,LU,Mersch,internet,protected,prospect.first,2026-10-05T08:00:00.000Z,2027-01-03T08:00:00.000Z,',
    );
    expect(lines[3]).toContain(`,"'=HYPERLINK(""x""), ""Wiltz""",`);
  });

  test('given a file that exists, when it is exported to, then it is left alone', async () => {
    const { status, error } = await exported(ledger.file('ledger.jsonl'));
    expect(status).toBe(1);
    expect(error).toContain('cannot be written');
  });
});
