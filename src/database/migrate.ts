import { readdir, readFile } from 'node:fs/promises';
import { ExpectedError } from '../expected-error.ts';
import type { Database, Queryable } from '../ports.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** Any number will do, as long as no other use of advisory locks takes it. */
const ADVISORY_LOCK = 0x64656172;

export const MIGRATION_TABLE =
  'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())';

export interface Migration {
  name: string;
  sql: string;
}

/** All migrations in the order in which they run. */
export async function migrationFiles(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(new URL(name, FOLDER), 'utf8') })),
  );
}

/**
 * Brings the schema up to this software: runs what is missing, one transaction a file, the row that records it first.
 * Any number of processes may start at once. Returns the names that ran.
 * Throws an ExpectedError where the database was migrated by newer software.
 */
export async function migrate(database: Database): Promise<string[]> {
  const files = await migrationFiles();
  const applied = await appliedMigrations(database);
  const unknown = [...applied].find((name) => !files.some((file) => file.name === name));
  if (unknown !== undefined) {
    throw new ExpectedError(
      `The database was migrated by newer software (${unknown}): update dealreg before starting it.`,
    );
  }
  const ran: string[] = [];
  for (const file of files.filter(({ name }) => !applied.has(name))) {
    if (await database.transaction((tx) => run(tx, database.mode, file))) ran.push(file.name);
  }
  return ran;
}

/** Names of the migrations that the database has; none where it is new. */
export async function appliedMigrations(database: Queryable): Promise<Set<string>> {
  const exists = await database.query<{ found: boolean }>(
    `select to_regclass('schema_migration') is not null as found`,
  );
  if (!exists.rows[0]?.found) return new Set();
  const { rows } = await database.query<{ name: string }>('select name from schema_migration');
  return new Set(rows.map((row) => row.name));
}

async function run(tx: Queryable, mode: Database['mode'], { name, sql }: Migration): Promise<boolean> {
  if (mode === 'postgresql') await tx.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
  await tx.query(MIGRATION_TABLE);
  const { rowCount } = await tx.query(
    'insert into schema_migration (name) values ($1) on conflict do nothing',
    [name],
  );
  if (rowCount === 0) return false;
  await tx.query(sql);
  return true;
}
