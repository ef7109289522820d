import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import { ExpectedError } from '../expected-error.ts';
import type { Queryable } from '../ports.ts';
import { mailText, readMail } from './show-mail.ts';
import { readRegistration, registrationText } from './show-registration.ts';
import { toJson } from './table.ts';

/** `dealreg show REFERENCE|MAIL [--json]`: everything about one registration, or about one mail by its number. */
export async function showCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [what, more] = positionals;
  if (what === undefined || more !== undefined)
    throw new ExpectedError('show needs a reference or the number of a mail: dealreg show DR-2026-000123', {
      exitCode: 2,
    });
  const database = await openDatabase(loadConfig());
  try {
    const { value, text } = await read(database, what);
    console.log(values.json ? toJson(value) : text);
    return 0;
  } finally {
    await database.close();
  }
}

async function read(tx: Queryable, what: string): Promise<{ value: unknown; text: string }> {
  if (/^[1-9]\d{0,17}$/.test(what)) {
    const mail = await readMail(tx, BigInt(what));
    if (!mail)
      throw new ExpectedError(`There is no mail ${what}: dealreg list --held shows those that wait.`);
    return { value: mail, text: mailText(mail) };
  }
  const registration = await readRegistration(tx, what.toUpperCase());
  if (!registration)
    throw new ExpectedError(`There is no registration ${what.slice(0, 60)}: dealreg list shows them.`);
  return { value: registration, text: registrationText(registration) };
}
