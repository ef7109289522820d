import type { Config } from '../config.ts';
import type { Database } from '../ports.ts';
import { migrate } from './migrate.ts';

/**
 * Opens the ledger's database as configured and brings its schema up to date.
 * Throws an ExpectedError where it cannot be reached or was migrated by newer software.
 */
export async function openDatabase(config: Pick<Config, 'database'>): Promise<Database> {
  const database = await open(config.database);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A migrated database in memory, for replays and tests; it ends with the process. */
export async function openDatabaseInMemory(): Promise<Database> {
  return openDatabase({ database: { mode: 'memory' } });
}

async function open(database: Config['database']): Promise<Database> {
  if (database.mode === 'postgresql') return (await import('./postgresql.ts')).openPostgresql(database.url);
  const { openEmbedded } = await import('./pglite.ts');
  return openEmbedded(database.mode === 'embedded' ? database.directory : undefined);
}
