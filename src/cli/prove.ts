import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import { ExpectedError, messageOf } from '../expected-error.ts';
import { proveRegistration } from '../pipeline/prove-registration.ts';

/**
 * `dealreg prove REFERENCE [FILE] [--with-data]`: everything that shows how a registration came to stand as it does, as
 * JSON that its partner can check without us; to standard output, or to a file that does not exist.
 */
export async function proveCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'with-data': { type: 'boolean' } },
  });
  const [reference, file, more] = positionals;
  if (reference === undefined || more !== undefined)
    throw new ExpectedError('prove needs a reference: dealreg prove DR-2026-000123 [FILE]', { exitCode: 2 });
  const database = await openDatabase(loadConfig());
  try {
    const proof = await database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      return proveRegistration(tx, reference.toUpperCase(), values['with-data']);
    });
    if (!proof)
      throw new ExpectedError(`There is no registration ${reference.slice(0, 60)}: dealreg list shows them.`);
    const text = JSON.stringify(proof, null, 2);
    if (file === undefined) console.log(text);
    else await save(file, `${text}\n`);
    return 0;
  } finally {
    await database.close();
  }
}

async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new ExpectedError(`${file} cannot be written: ${messageOf(error)}`, { cause: error });
  }
  console.log(`${file}: check it with dealreg verify-receipt ${file}`);
}
