import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCommand } from '../../src/cli/import.ts';
import { aDisputedCustomer, LedgerFolder } from './ledger-folder.ts';

let ledger: LedgerFolder;
beforeAll(async () => {
  ledger = await LedgerFolder.with(aDisputedCustomer);
});
afterAll(() => ledger.remove());

function file(name: string, content: string | Buffer): string {
  writeFileSync(ledger.file(name), content);
  return ledger.file(name);
}
const imported = (...args: string[]) => ledger.run(importCommand, ...args);

describe('dealreg import', () => {
  const HEAD = 'partner_id;name;domain;language;contact_email';
  test('given a file of partners, when it is checked and then imported, then a line sums it up', async () => {
    const name = file('partners.csv', `${HEAD}\nP9;Réseaux;reseaux.example;fr;a@reseaux.example\n`);
    expect((await imported('partners', name, '--dry-run')).out).toBe(
      'partners.csv: 1 row: 1 added, 0 updated, 0 unchanged — checked only, nothing was changed',
    );
    expect((await imported('partners', name)).out).toBe(
      'partners.csv: 1 row: 1 added, 0 updated, 0 unchanged',
    );
    expect((await imported('partners', name)).out).toBe(
      'partners.csv: 1 row: 0 added, 0 updated, 1 unchanged',
    );
  });

  test('given a file that a spreadsheet wrote in Windows-1252, when it is imported, then it is the same name', async () => {
    const text = `${HEAD}\r\nP9;Réseaux;reseaux.example;fr;a@reseaux.example\r\n`;
    const { out } = await imported('partners', file('ansi.csv', Buffer.from(text, 'latin1')));
    expect(out).toBe('ansi.csv: 1 row: 0 added, 0 updated, 1 unchanged');
  });

  test('given awareness, when it is imported, then it is said from when it counts', async () => {
    const text =
      'customer_name,services,recorded_at,recorded_by\nAtelier Mosar,internet,2026-09-01T09:00:00Z,sales@mixvoip.com\n';
    const name = file('awareness.csv', text);
    expect((await imported('awareness', name, '--initial')).error).toContain(
      'before the first mail is decided',
    );
    expect((await imported('awareness', name)).out).toContain(
      'counts from now on, not from the dates of the file',
    );
  });

  test.each([
    [['partners'], 2, 'import needs a kind and a file'],
    [['deals', 'x.csv'], 2, 'import needs a kind and a file'],
    [['partners', 'x.csv', '--initial'], 2, '--initial is for awareness'],
    [['partners', '/nowhere/x.csv'], 1, '/nowhere/x.csv cannot be read'],
  ])('given %j, when it is imported, then one line says what is wrong', async (args, expected, message) => {
    const { status, error } = await imported(...args);
    expect(status).toBe(expected);
    expect(error).toContain(message);
  });

  test('given a workbook instead of CSV, when it is imported, then it is told how to save it', async () => {
    const { error } = await imported('partners', file('book.csv', Buffer.from('PK\u0003\u0004\0\0\0')));
    expect(error).toContain('save it as CSV (UTF-8)');
  });
});
