import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openPostgresql } from '../../src/database/postgresql.ts';
import { startPostgres } from '../support/postgres.ts';
import { missingServer, oncePerFile } from '../support/servers.ts';

const postgres = oncePerFile(startPostgres);

describe.skipIf(missingServer('postgresql'))('PostgreSQL', () => {
  test('given a connection that is cut inside a transaction, then that fails and the next statement is well', async () => {
    const database = await opened();
    await database.query('create table t (n int)');
    const cut = database.transaction(async (tx) => {
      const { rows } = await tx.query<{ pid: number }>(
        'insert into t values (1) returning pg_backend_pid() as pid',
      );
      const other = await opened();
      await other.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
      await sleep(200);
      await tx.query('insert into t values (2)');
    });
    await expect(cut).rejects.toThrow();
    expect((await database.query('select n from t')).rows).toEqual([]);
  });

  test('given two transactions that wait for each other, then one fails by SQLSTATE and the other commits', async () => {
    const database = await opened();
    await database.query('create table t (n int primary key); insert into t values (1), (2)');
    const update = (first: number, second: number) =>
      database.transaction(async (tx) => {
        await tx.query('update t set n = n where n = $1', [first]);
        await sleep(100);
        await tx.query('update t set n = n where n = $1', [second]);
      });
    const results = await Promise.allSettled([update(1, 2), update(2, 1)]);
    const failed = results.filter((result) => result.status === 'rejected');
    expect(failed.map(({ reason }) => reason.code)).toEqual(['40P01']);
  });

  test('given a statement or a lock that takes too long, then the server ends it', async () => {
    const database = await opened();
    const { rows } = await database.query(
      `select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout',
        'idle_in_transaction_session_timeout', 'TimeZone') order by name`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      idle_in_transaction_session_timeout: '60000',
      lock_timeout: '10000',
      statement_timeout: '30000',
      TimeZone: 'UTC',
    });
  });
});

/** A database of the test's own; a second call opens the same. */
async function opened() {
  url ??= await (await postgres()).emptyDatabase();
  const database = await openPostgresql(url);
  onTestFinished(async () => {
    url = undefined;
    await database.close();
  });
  return database;
}
let url: string | undefined;
