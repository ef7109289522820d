import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import { entriesAfter } from '../database/ledger.ts';
import { registrationsAfter, type StoredRegistration } from '../database/registrations.ts';
import { ExpectedError, messageOf } from '../expected-error.ts';
import { canonicalJson } from '../ledger/chain.ts';
import type { Queryable } from '../ports.ts';

const PAGE = 1000;
const COLUMNS =
  'reference,partner_id,customer,vat,country,city,services,status,rule,received_at,protected_until,closed_at';

/**
 * `dealreg export [FILE]`: the ledger's entries as JSON lines, without personal data; with `--registrations` the
 * registrations as CSV, with the customers that partners named. To standard output, or to a file that does not exist.
 */
export async function exportCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { registrations: { type: 'boolean' } },
  });
  const [file, more] = positionals;
  if (more !== undefined)
    throw new ExpectedError('export takes one file at most: dealreg export [FILE] [--registrations]', {
      exitCode: 2,
    });
  const database = await openDatabase(loadConfig());
  try {
    const lines = values.registrations ? registrationLines(database) : entryLines(database);
    const count = await write(lines, file);
    if (file !== undefined) console.log(`${file}: ${count} lines`);
    return 0;
  } finally {
    await database.close();
  }
}

async function* entryLines(tx: Queryable): AsyncGenerator<string> {
  for (let after = 0n; ; ) {
    const entries = await entriesAfter(tx, after, PAGE);
    for (const entry of entries) yield canonicalJson({ ...entry, entry: Number(entry.entry) });
    const last = entries.at(-1);
    if (!last) return;
    after = last.entry;
  }
}

async function* registrationLines(tx: Queryable): AsyncGenerator<string> {
  yield COLUMNS;
  for (let after = 0n; ; ) {
    const rows = await registrationsAfter(tx, after, PAGE);
    for (const row of rows) yield csvLine(row);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

function csvLine({ stated, ...registration }: StoredRegistration): string {
  const { name, vat, country, city } = stated.customer;
  const { reference, partnerId, services, status, rule, receivedAt, protectedUntil, closedAt } = registration;
  const cells = [reference, partnerId, name, vat, country, city, services.join(' '), status, rule];
  const instants = [receivedAt, protectedUntil, closedAt].map((at) => at?.toISOString());
  return [...cells, ...instants].map((cell) => csvCell(cell ?? '')).join(',');
}

/** A cell that a spreadsheet reads as text: what looks like a formula came from a mail and must not run. */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

async function write(lines: AsyncIterable<string>, file: string | undefined): Promise<number> {
  let count = 0;
  const out = file === undefined ? process.stdout : createWriteStream(file, { flags: 'wx', mode: 0o600 });
  if (file !== undefined) await opened(out, file);
  for await (const line of lines) {
    count += 1;
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  if (out !== process.stdout) await new Promise<void>((resolve) => out.end(resolve));
  return count;
}

async function opened(out: NodeJS.WritableStream, file: string): Promise<void> {
  try {
    await once(out, 'open');
  } catch (error) {
    throw new ExpectedError(`${file} cannot be written: ${messageOf(error)}`, { cause: error });
  }
}
