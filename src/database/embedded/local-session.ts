import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { QueryResult } from '../../ports.ts';
import { parserOf } from '../values.ts';
import { type SearchPath, type Session, type SessionTransaction, type Statement, Turns } from './session.ts';
import { databaseTemplate } from './template.ts';

/** Every type by our own parsers; parameters come as text already. */
const PARSERS = new Proxy<Record<number, (text: string) => unknown>>(
  {},
  { get: (_, oid) => parserOf(Number(oid)) },
);

/** Opens a PGlite directory, or a database in memory where none is named. Only one process may have a directory open. */
export async function openLocalSession(directory?: string): Promise<Session> {
  const fresh = directory === undefined || !existsSync(join(directory, 'PG_VERSION'));
  const loadDataDir = fresh ? await databaseTemplate() : undefined;
  const pglite = await PGlite.create(directory ?? 'memory://', { loadDataDir });
  pglite.parsers = PARSERS;
  pglite.serializers = {};
  return new LocalSession(pglite);
}

class LocalSession implements Session {
  readonly ended: Promise<void>;
  readonly #pglite: PGlite;
  readonly #turns = new Turns();
  readonly #listeners = new Map<string, Set<(payload: string) => void>>();
  readonly #end: () => void;
  #searchPath: SearchPath = 'public';

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.#end = resolve;
    pglite.onNotification((channel, payload) => this.#notify(channel, payload));
  }

  async query(statement: Statement): Promise<QueryResult<Record<string, unknown>>> {
    return this.#turn(async () => {
      await this.#useSearchPath(statement.searchPath);
      return this.#run(statement);
    });
  }

  async begin(searchPath: SearchPath): Promise<SessionTransaction> {
    const endTurn = await this.#turns.take();
    let open = true;
    const end = async (command: 'commit' | 'rollback') => {
      if (!open) return;
      open = false;
      try {
        await this.#pglite.exec(command);
      } finally {
        endTurn();
      }
    };
    try {
      await this.#useSearchPath(searchPath);
      await this.#pglite.exec('begin');
    } catch (error) {
      endTurn();
      throw error;
    }
    return {
      query: async (statement) => {
        if (!open) throw new Error('the transaction has ended');
        return this.#run(statement);
      },
      commit: () => end('commit'),
      rollback: () => end('rollback'),
    };
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(heard));
    await this.#turn(() => this.#pglite.exec(`listen "${channel.replaceAll('"', '""')}"`));
    return async () => {
      listeners.delete(heard);
    };
  }

  async close(): Promise<void> {
    await this.#turn(() => this.#pglite.close());
    this.#end();
  }

  async #turn<T>(work: () => Promise<T>): Promise<T> {
    const endTurn = await this.#turns.take();
    try {
      return await work();
    } finally {
      endTurn();
    }
  }

  async #useSearchPath(searchPath: SearchPath): Promise<void> {
    if (searchPath === this.#searchPath) return;
    await this.#pglite.exec(`set search_path to ${searchPath}`);
    this.#searchPath = searchPath;
  }

  async #run(statement: Statement): Promise<QueryResult<Record<string, unknown>>> {
    const result =
      statement.parameters === undefined
        ? (await this.#pglite.exec(statement.text)).at(-1)
        : await this.#pglite.query(statement.text, [...statement.parameters]);
    const rows = (result?.rows ?? []) as Record<string, unknown>[];
    return { rows, rowCount: rows.length || (result?.affectedRows ?? 0) };
  }

  #notify(channel: string, payload: string): void {
    // Out of PGlite's own stack: a listener may run the next statement.
    for (const heard of this.#listeners.get(channel) ?? []) setImmediate(heard, payload);
  }
}
