import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import { allHeads, type DayHead } from '../database/heads.ts';
import { ExpectedError } from '../expected-error.ts';
import { keptHeadKey } from '../head-key.ts';
import { publicKeyOf } from '../ledger/head.ts';
import { readHeadFiles } from '../pipeline/head-files.ts';
import { checkHeads, isConsistent } from '../pipeline/verify-tree.ts';
import type { Queryable } from '../ports.ts';
import { printChecks } from './checks.ts';
import { table } from './table.ts';

/**
 * `dealreg heads [--key]`: lists the signed heads, one a day, and checks each: signature, the file of the day, and that
 * it is the beginning of the next. With `--key` the public key that signs. Status 1 where anything is wrong.
 */
export async function headsCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: 'boolean' } },
  });
  if (positionals.length > 0)
    throw new ExpectedError('heads takes nothing, or --key: dealreg heads', { exitCode: 2 });
  const config = loadConfig();
  if (values.key) {
    console.log(publicKeyOf(keptHeadKey(config)));
    return 0;
  }
  const files = await readHeadFiles(config);
  const database = await openDatabase(config);
  try {
    return await database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      const heads = await allHeads(tx);
      console.log(table(['day', 'entries', 'root', 'signed', 'next'], await linesOf(tx, heads)));
      return printChecks([await checkHeads(tx, files)]) ? 0 : 1;
    });
  } finally {
    await database.close();
  }
}

async function linesOf(tx: Queryable, heads: readonly DayHead[]) {
  const lines = [];
  for (const [index, { day, head }] of heads.entries()) {
    const next = heads[index + 1];
    const follows =
      next && ((await isConsistent(tx, head, next.head)) ? 'begins with it' : 'does not follow');
    lines.push([day, head.size, head.root, new Date(head.at), follows]);
  }
  return lines;
}
