import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import { entryOf } from '../database/ledger.ts';
import { ExpectedError } from '../expected-error.ts';
import { type HeadFile, readHeadFiles } from '../pipeline/head-files.ts';
import { verifyLedger } from '../pipeline/verify-ledger.ts';
import type { Database, Queryable } from '../ports.ts';
import { printCheck, printChecks } from './checks.ts';

/**
 * `dealreg verify [ENTRY [FINGERPRINT]]`: checks the whole ledger and everything that it vouches for; with a receipt of
 * a notice, whether that entry is there and has that fingerprint. Status 1 at the first fault.
 */
export async function verifyCommand(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [entry, fingerprint] = positionals;
  if ((entry !== undefined && !/^[1-9]\d{0,17}$/.test(entry)) || positionals.length > 2)
    throw new ExpectedError('verify takes nothing, or a receipt: dealreg verify 123 0a1b2c3d4e5f', {
      exitCode: 2,
    });
  const config = loadConfig();
  const files = await readHeadFiles(config);
  const database = await openDatabase(config);
  try {
    const whole = await consistently(database, (tx) => checkAll(tx, files));
    if (!whole || entry === undefined) return whole ? 0 : 1;
    return (await checkReceipt(database, BigInt(entry), fingerprint)) ? 0 : 1;
  } finally {
    await database.close();
  }
}

/** One state of the database throughout, while the service goes on writing. */
function consistently<T>(database: Database, work: (tx: Queryable) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    return work(tx);
  });
}

async function checkAll(tx: Queryable, files: readonly HeadFile[]): Promise<boolean> {
  for await (const check of verifyLedger(tx, files)) {
    printCheck(check);
    if ('fault' in check) return false;
  }
  return true;
}

async function checkReceipt(
  database: Queryable,
  number: bigint,
  fingerprint: string | undefined,
): Promise<boolean> {
  const entry = await entryOf(database, number);
  const name = 'receipt';
  if (!entry) return printChecks([{ name, fault: `there is no entry ${number}` }]);
  const { kind, at, hash } = entry;
  const differs = fingerprint !== undefined && !hash.startsWith(fingerprint.toLowerCase());
  const wrong = `entry ${number} has the fingerprint ${hash.slice(0, 12)}, not ${fingerprint?.slice(0, 64)}`;
  return printChecks([
    differs ? { name, fault: wrong } : { name, found: `entry ${number} (${kind}) of ${at}, hash ${hash}` },
  ]);
}
