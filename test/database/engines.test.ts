import { describe, expect, test } from 'vitest';
import { openEmbedded } from '../../src/database/pglite.ts';
import { openPostgresql } from '../../src/database/postgresql.ts';
import type { Database } from '../../src/ports.ts';
import { startPostgres } from '../support/postgres.ts';
import { missingServer, oncePerFile } from '../support/servers.ts';

const postgres = oncePerFile(startPostgres);

const ENGINES: { name: string; skip: boolean; open: () => Promise<Database> }[] = [
  { name: 'PGlite', skip: false, open: () => openEmbedded() },
  {
    name: 'PostgreSQL',
    skip: missingServer('postgresql'),
    open: async () => openPostgresql(await (await postgres()).emptyDatabase()),
  },
];

for (const engine of ENGINES) {
  describe.skipIf(engine.skip)(`${engine.name} as the ledger's database`, () => {
    test('gives back every type as documented', async () => {
      await using database = disposable(await engine.open());
      const { rows, rowCount } = await database.query(`
        select 9007199254740993::int8 as int8, 7::int4 as int4, 1.50::numeric as numeric, 0.5::float8 as float8,
          true as bool, 'é'::text as text, '2026-03-01'::date as date, '\\x00ff'::bytea as bytea,
          '2026-03-01 12:00:00.5+02'::timestamptz as timestamptz, '{"a": [1, null]}'::jsonb as jsonb, null as nothing,
          array['a', 'b "c" \\ d,{}', null, '', 'NULL'] as texts, array[1, 2]::int8[] as int8s, '{}'::text[] as none,
          array['2026-03-01'::date] as dates, count(*) as count from (values (1), (2)) as two (n)`);
      expect(rowCount).toBe(1);
      expect(rows[0]).toEqual({
        int8: 9007199254740993n,
        int4: 7,
        numeric: '1.50',
        float8: 0.5,
        bool: true,
        text: 'é',
        date: '2026-03-01',
        bytea: Buffer.from([0x00, 0xff]),
        timestamptz: new Date('2026-03-01T10:00:00.500Z'),
        jsonb: { a: [1, null] },
        nothing: null,
        texts: ['a', 'b "c" \\ d,{}', null, '', 'NULL'],
        int8s: [1n, 2n],
        none: [],
        dates: ['2026-03-01'],
        count: 2n,
      });
    });

    test('takes every type as a parameter', async () => {
      await using database = disposable(await engine.open());
      const values = [
        5n,
        7,
        true,
        'a\'"\\b',
        new Date('2026-03-01T10:00:00.123Z'),
        Buffer.from([0, 255]),
        ['x,"y"', null, '\\'],
        [1n, 2n],
        { k: ['v'] },
        '["json"]',
        undefined,
      ];
      const { rows } = await database.query(
        `select $1::int8 as a, $2::int4 as b, $3::bool as c, $4::text as d, $5::timestamptz as e, $6::bytea as f, $7::text[] as g,
          $8::int8[] as h, $9::jsonb as i, $10::jsonb as j, $11::text as k`,
        values,
      );
      expect(Object.values(rows[0]!)).toEqual([...values.slice(0, 9), ['json'], null]);
    });

    test('counts the rows that a statement changed', async () => {
      await using database = disposable(await engine.open());
      await database.query('create table t (n int primary key)');
      expect((await database.query('insert into t values (1), (2), (3)')).rowCount).toBe(3);
      expect((await database.query('update t set n = n + 10 where n > $1', [1])).rowCount).toBe(2);
      expect((await database.query('insert into t values (1) on conflict do nothing')).rowCount).toBe(0);
      expect(await database.query('delete from t where n = 1 returning n')).toEqual({
        rows: [{ n: 1 }],
        rowCount: 1,
      });
    });

    test('runs several statements in one text and returns the last one', async () => {
      await using database = disposable(await engine.open());
      expect(
        await database.query('create table t (n int); insert into t values (1); select n from t'),
      ).toEqual({ rows: [{ n: 1 }], rowCount: 1 });
    });

    test('reports SQLSTATE and constraint of an error', async () => {
      await using database = disposable(await engine.open());
      await database.query('create table t (n int constraint t_once unique)');
      await database.query('insert into t values (1)');
      await expect(database.query('insert into t values ($1)', [1])).rejects.toMatchObject({
        code: '23505',
        constraint: 't_once',
      });
    });

    test('commits a transaction that succeeds and rolls back one that throws', async () => {
      await using database = disposable(await engine.open());
      await database.query('create table t (n int)');
      expect(
        await database.transaction(
          async (tx) => (await tx.query('insert into t values (1) returning n')).rowCount,
        ),
      ).toBe(1);
      const failed = database.transaction(async (tx) => {
        await tx.query('insert into t values (2)');
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      await expect(database.transaction((tx) => tx.query('select no_such_column'))).rejects.toMatchObject({
        code: '42703',
      });
      expect((await database.query('select n from t')).rows).toEqual([{ n: 1 }]);
    });

    test('keeps what runs beside a transaction out of it', async () => {
      await using database = disposable(await engine.open());
      await database.query('create table t (n int)');
      const results = await Promise.allSettled([
        database.transaction(async (tx) => {
          await tx.query('insert into t values (1)');
          await new Promise((resolve) => setTimeout(resolve, 50));
          throw new Error('no');
        }),
        database.query('insert into t values (2)'),
        database.transaction((tx) => tx.query('insert into t values (3)')),
      ]);
      expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
      expect((await database.query('select n from t order by n')).rows).toEqual([{ n: 2 }, { n: 3 }]);
    });

    test('refuses a query beside the handle of the transaction that it is in', async () => {
      await using database = disposable(await engine.open());
      await expect(database.transaction(() => database.query('select 1'))).rejects.toThrow('use the handle');
      await expect(database.transaction(() => database.transaction(async () => 1))).rejects.toThrow(
        'use the handle',
      );
      expect((await database.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    });
  });
}

function disposable(database: Database): Database & AsyncDisposable {
  return Object.assign(database, { [Symbol.asyncDispose]: () => database.close() });
}
