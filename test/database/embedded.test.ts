import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/pglite.ts';
import { temporaryFolder } from '../support/temporary.ts';

const OWNER = fileURLToPath(new URL('embedded-owner.ts', import.meta.url));

describe('the embedded database in a folder', { timeout: 120_000 }, () => {
  test('given a process that is killed while it writes, then every row it had committed is there', async () => {
    const folder = databaseFolder();
    const first = await open(folder);
    await first.query('create table counted (n int primary key)');
    await first.close();
    for (let round = 0; round < 2; round += 1) {
      const writer = await startOwner(folder);
      writer.order('query delete from counted');
      await writer.line();
      writer.order('count');
      let committed = 0;
      while (committed < 25) committed = Number(await writer.line());
      await writer.kill();
      const { rows } = await query(folder, 'select max(n) as last, count(*) as count from counted');
      expect(Number(rows[0]!.last)).toBeGreaterThanOrEqual(committed);
      expect(rows[0]!.count).toBe(BigInt(rows[0]!.last as number));
    }
  });

  test('given a process that has it open, then another one works on the same rows', async () => {
    const folder = databaseFolder();
    const owner = await open(folder);
    await owner.query('create table t (n int)');
    const guest = await startOwner(folder);
    guest.order('query insert into t values (1) returning n');
    expect(await guest.line()).toBe('[{"n":1}]');
    expect((await owner.query('select n from t')).rows).toEqual([{ n: 1 }]);
    await guest.kill();
  });

  test('given a transaction of another process, then nobody sees or enters it, and its death rolls it back', async () => {
    const folder = databaseFolder();
    const owner = await open(folder);
    await owner.query('create table t (n int)');
    const guest = await startOwner(folder);
    guest.order('hold insert into t values (1)');
    expect(await guest.line()).toBe('held');
    const waiting = owner.query('select n from t');
    const early = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 200, 'waits'))]);
    expect(early).toBe('waits');
    await guest.kill();
    expect((await waiting).rows).toEqual([]);
  });

  test('given its owner is killed, then the process that borrowed it takes it over', async () => {
    const folder = databaseFolder();
    const owner = await startOwner(folder);
    const guest = await open(folder);
    await guest.query('create table t (n int)');
    await guest.query('insert into t values (1)');
    await owner.kill();
    const { rows } = await retried(() => guest.query('select n from t'));
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('given its owner closes it, then statements of others that are under way are finished first', async () => {
    const folder = databaseFolder();
    const owner = await startOwner(folder);
    const guest = await open(folder);
    await guest.query('create table t (n int)');
    const inserts = Array.from({ length: 50 }, (_, n) => guest.query('insert into t values ($1)', [n]));
    owner.order('close');
    await Promise.all(inserts);
    expect((await retried(() => guest.query('select count(*) as n from t'))).rows).toEqual([{ n: 50n }]);
  });

  test('given two processes, then a notification of one wakes the other', async () => {
    const folder = databaseFolder();
    const owner = await startOwner(folder);
    const guest = await open(folder);
    const heard = Promise.withResolvers<string>();
    await guest.listen('channel', heard.resolve, () => undefined);
    owner.order(`query select pg_notify('channel', 'hello')`);
    expect(await heard.promise).toBe('hello');
    await owner.kill();
  });

  test('given any other user of the machine, then neither socket nor folder is theirs to open', async () => {
    const folder = databaseFolder();
    await open(folder);
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'socket')).mode & 0o077).toBe(0);
  });

  test('given a first start that was killed half-way, then the next one starts afresh', async () => {
    const folder = databaseFolder();
    mkdirSync(join(folder, 'cluster.unfinished'), { recursive: true });
    writeFileSync(join(folder, 'cluster.unfinished', 'PG_VERSION'), '18');
    const first = await startOwner(folder, 'being opened');
    await sleep(400 * Math.random());
    await first.kill();
    const database = await open(folder);
    expect((await database.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  });

  test('given damaged files, then one line says so', async () => {
    const folder = databaseFolder();
    await (await openEmbedded(folder)).close();
    truncateSync(join(folder, 'cluster', 'global', 'pg_control'), 100);
    await expect(openEmbedded(folder)).rejects.toMatchObject({
      name: 'ExpectedError',
      message: expect.stringContaining('is damaged'),
    });
  });

  test('given a queue that has grown, when it is opened anew, then the queue is empty and the ledger is not', async () => {
    const folder = databaseFolder();
    const first = await openEmbedded(folder);
    await first.query(`create table ours (n int); insert into ours values (1);
      insert into bullmq.event (queue, event, data, created_at_ms)
        select 'decide', 'waiting', jsonb_build_object('filler', repeat(md5(n::text), 20)), 0 from generate_series(1, 30000) as n`);
    await first.close();
    const second = await open(folder);
    expect((await second.query('select count(*) as n from bullmq.event')).rows).toEqual([{ n: 0n }]);
    expect((await second.query('select n from ours')).rows).toEqual([{ n: 1 }]);
  });

  test("keeps the queue's names apart from ours", async () => {
    const database = await open(databaseFolder());
    await database.query(
      'create schema if not exists bullmq; create table bullmq.ours (n int); create table ours (n int)',
    );
    await database.queryQueue('insert into ours values ($1)', [1]);
    expect((await database.query('select * from ours')).rows).toEqual([]);
    expect((await database.query('select * from bullmq.ours')).rows).toEqual([{ n: 1 }]);
  });
});

function databaseFolder(): string {
  return join(temporaryFolder(), 'database');
}

async function open(folder: string): Promise<EmbeddedDatabase> {
  const database = await openEmbedded(folder);
  onTestFinished(() => database.close());
  return database;
}

async function query(folder: string, text: string) {
  const database = await openEmbedded(folder);
  return database.query(text).finally(() => database.close());
}

/** A statement that meets the change of owner fails once: whether it took effect is unknown. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: { code?: string }) => {
    if (error.code !== '08006') throw error;
    return work();
  });
}

async function startOwner(folder: string, state: 'open' | 'being opened' = 'open') {
  const child: ChildProcess = spawn(process.execPath, [OWNER, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const line = async () => (await lines.next()).value as string;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (state === 'open') expect(await line()).toBe('open');
  return {
    line,
    order: (text: string) => void child.stdin!.write(`${text}\n`),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
