import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseCommand } from '../../src/cli/erase.ts';
import { headsCommand } from '../../src/cli/heads.ts';
import { proveCommand } from '../../src/cli/prove.ts';
import { verifyCommand } from '../../src/cli/verify.ts';
import { verifyReceiptCommand } from '../../src/cli/verify-receipt.ts';
import { loadConfig } from '../../src/config.ts';
import { type Context, createContext } from '../../src/context.ts';
import { sweepDuty } from '../../workers/sweep.ts';
import { LedgerFolder } from './ledger-folder.ts';

let ledger: LedgerFolder;
let notice: string;

/** Does something with the installation as its service would. */
async function asService<T>(work: (context: Context) => Promise<T>, at: string): Promise<T> {
  await using context = await createContext(loadConfig(), { clock: { now: () => new Date(at) } });
  return await work(context);
}

beforeAll(async () => {
  ledger = await LedgerFolder.with(async (line) => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'stranger' });
  });
  // Late on the 5th in London it is the 6th in Luxembourg; then the service stands still for days.
  for (const at of ['2026-10-05T22:30:00Z', '2026-10-06T06:00:00Z', '2026-10-09T06:00:00Z'])
    await asService((context) => sweepDuty.run(context, undefined, AbortSignal.timeout(10_000)), at);
  notice = ledger.file('notice.eml');
  await asService(async ({ database }) => {
    const { rows } = await database.query<{ raw: Buffer }>('select raw from outbox order by id limit 1');
    writeFileSync(notice, Buffer.from(rows[0]!.raw));
  }, '2026-10-09T06:00:00Z');
});
afterAll(() => ledger.remove());

const heads = (...args: string[]) => ledger.run(headsCommand, ...args);
const verifyReceipt = (...args: string[]) => ledger.run(verifyReceiptCommand, ...args);

describe('dealreg heads', () => {
  test('given days on which the service ran, then there is one head for each, and a file of it', async () => {
    expect(readdirSync(ledger.file('heads'))).toEqual(['2026-10-06.json', '2026-10-09.json']);
    const { status, out } = await heads();
    expect(status).toBe(0);
    expect(
      out
        .split('\n')
        .slice(1)
        .map((line) => line.split(/ +/)[0]),
    ).toEqual(['2026-10-06', '2026-10-09', '✓']);
    expect(out).toContain('begins with it');
  });

  test('given the key is asked for, then it is the one that signed', async () => {
    const { out } = await heads('--key');
    const file = ledger.file('heads/2026-10-06.json');
    expect(await verifyReceipt(file, '--key', out)).toMatchObject({ status: 0 });
    expect(await verifyReceipt(file, '--key', 'x'.repeat(43))).toMatchObject({ status: 1 });
  });

  test('given a file that is not the head of its day, or not signed, then that is told', async () => {
    const file = ledger.file('heads/2026-10-06.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"size": ', '"size": 1'));
    expect((await heads()).out).toContain('✗ heads');
    expect(await ledger.run(verifyCommand)).toMatchObject({ status: 1 });
    writeFileSync(file, 'no JSON');
    expect((await heads()).out).toContain('does not hold a signed head');
    writeFileSync(file, text);
    expect(await heads()).toMatchObject({ status: 0 });
  });
});

describe('dealreg verify-receipt', () => {
  test('given a notice as it was sent, then its receipt holds and its words quote it', async () => {
    const { status, out } = await verifyReceipt(notice);
    expect(out.split('\n').map((line) => line.split(/ +/).slice(0, 2).join(' '))).toEqual([
      '✓ entry',
      '✓ signature',
      '✓ key',
      '✓ text',
    ]);
    expect(status).toBe(0);
  });

  test('given it was forwarded as an attachment, then the receipt inside is found', async () => {
    const forwarded = ledger.file('forwarded.eml');
    const raw = readFileSync(notice, 'utf8');
    writeFileSync(
      forwarded,
      `From: a@alpha.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee below.\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename=notice.eml\r\n\r\n${raw}\r\n--b--\r\n`,
    );
    expect(await verifyReceipt(forwarded)).toMatchObject({ status: 0 });
  });

  test('given words that were changed, or a receipt of another entry, then that is told', async () => {
    const changed = ledger.file('changed.eml');
    writeFileSync(
      changed,
      readFileSync(notice, 'latin1').replaceAll(/(fingerprint (?:=\r\n)?)[0-9a-f]{2}/g, '$1zz'),
      'latin1',
    );
    const { status, out } = await verifyReceipt(changed);
    expect({ status, fault: out.split('\n').find((line) => line.startsWith('✗')) }).toEqual({
      status: 1,
      fault: expect.stringContaining('text'),
    });
  });

  test('given what is no receipt, then one line says so', async () => {
    const other = ledger.file('other.eml');
    writeFileSync(other, 'From: a@b.example\r\n\r\nHello');
    expect((await verifyReceipt(other)).error).toContain('holds no receipt');
    writeFileSync(ledger.file('other.json'), '{"format":"dealreg-receipt-1"}');
    expect((await verifyReceipt(ledger.file('other.json'))).error).toContain('is no receipt');
    expect(await verifyReceipt(ledger.file('absent.json'))).toMatchObject({
      status: 1,
      error: expect.stringContaining('cannot be read'),
    });
    expect(await verifyReceipt()).toMatchObject({ status: 2 });
  });
});

describe('dealreg prove', () => {
  test('given a registration, then its proof goes to a file that is checked with no database', async () => {
    const file = ledger.file('proof.json');
    expect(await ledger.run(proveCommand, 'dr-2026-000001', file)).toMatchObject({ status: 0 });
    expect(await verifyReceipt(file)).toMatchObject({ status: 0 });
    expect((await ledger.run(proveCommand, 'DR-2026-000001', file)).error).toContain('cannot be written');
  });

  test('given no such registration, then that is said', async () => {
    expect((await ledger.run(proveCommand, 'DR-2026-000099')).error).toContain('There is no registration');
  });
});

describe('dealreg erase', () => {
  test('given what is open, a mail that is not there, or nothing at all, then one line says what to do', async () => {
    expect((await ledger.run(eraseCommand, 'DR-2026-000001')).error).toContain('--force');
    expect((await ledger.run(eraseCommand, '99')).error).toContain('There is no mail 99');
    expect(await ledger.run(eraseCommand)).toMatchObject({ status: 2 });
    expect(await ledger.run(eraseCommand, '1', '--older-than-retention')).toMatchObject({ status: 2 });
  });

  test('given a mail, then it is told what was erased, and everything still verifies', async () => {
    await ledger.sql(`update outbox set state = 'sent'`);
    const { out } = await ledger.run(eraseCommand, '2');
    expect(out).toMatch(/^Erased: 1 mails, 0 registrations, 1 notices/);
    expect(out).toContain('keep their own copies');
    expect(await ledger.run(eraseCommand, '--older-than-retention')).toMatchObject({ status: 0 });
    expect(await ledger.run(verifyCommand)).toMatchObject({ status: 0 });
  });
});
