import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openDatabaseInMemory } from '../../src/database/connect.ts';
import { appliedMigrations, migrate, migrationFiles } from '../../src/database/migrate.ts';
import { openPostgresql } from '../../src/database/postgresql.ts';
import { describeSchema } from '../../src/database/schema.ts';
import { startPostgres } from '../support/postgres.ts';
import { missingServer, oncePerFile } from '../support/servers.ts';

const SCHEMA = fileURLToPath(new URL('../../src/database/schema.sql', import.meta.url));
const postgres = oncePerFile(startPostgres);

describe('the embedded database', () => {
  test('given it is new, when it is opened, then every migration has run', async () => {
    const database = await openDatabaseInMemory();
    expect([...(await appliedMigrations(database))]).toEqual(
      (await migrationFiles()).map(({ name }) => name),
    );
    expect(await migrate(database)).toEqual([]);
    await database.close();
  });

  test('given all migrations, then its schema is the committed schema.sql', async () => {
    const database = await openDatabaseInMemory();
    // `npm test -- -u` writes it anew after a migration was added.
    await expect(await describeSchema(database)).toMatchFileSnapshot(SCHEMA);
    await database.close();
  });
});

describe.skipIf(missingServer('postgresql'))('PostgreSQL', () => {
  test('given all migrations, then its schema is the committed schema.sql', async () => {
    const database = await openPostgresql(await (await postgres()).newDatabase());
    await expect(await describeSchema(database)).toMatchFileSnapshot(SCHEMA);
    await database.close();
  });

  test('given five processes that start at once, then each migration runs once', async () => {
    const url = await (await postgres()).emptyDatabase();
    const databases = await Promise.all(Array.from({ length: 5 }, () => openPostgresql(url)));
    const ran = await Promise.all(databases.map(migrate));
    expect(ran.flat()).toEqual((await migrationFiles()).map(({ name }) => name));
    await Promise.all(databases.map((database) => database.close()));
  });

  test('given a database that newer software migrated, then it is refused in one line', async () => {
    const database = await openPostgresql(await (await postgres()).newDatabase());
    await database.query(`insert into schema_migration (name) values ('9999-later.sql')`);
    await expect(migrate(database)).rejects.toMatchObject({
      name: 'ExpectedError',
      message: expect.stringContaining('9999-later.sql'),
    });
    await database.close();
  });

  test('given a server that does not answer, then it is refused in one line without the password', async () => {
    const opening = openPostgresql('postgresql://user:secret@127.0.0.1:1/none');
    await expect(opening).rejects.toMatchObject({
      name: 'ExpectedError',
      message: expect.stringMatching(/^PostgreSQL at DATABASE_URL .{1,200}$/),
    });
    await expect(opening).rejects.not.toThrow('secret');
  });
});
