import type { Database, Queryable, QueryResult } from '../ports.ts';
import {
  type SearchPath,
  type Session,
  SessionLostError,
  type SessionTransaction,
} from './embedded/session.ts';
import { openSharedSession } from './embedded/shared-session.ts';
import { TransactionScope } from './transaction-scope.ts';
import { toTextParameter } from './values.ts';

/** PGlite as a Database, and what the queue needs beyond it. */
export interface EmbeddedDatabase extends Database {
  readonly mode: 'embedded';
  /** One statement with the queue's names. */
  queryQueue(text: string, values?: readonly unknown[]): Promise<QueryResult<Record<string, unknown>>>;
  beginQueue(): Promise<SessionTransaction>;
  /** Hears NOTIFY until the returned function is called or the session is lost; `lost` tells the latter. */
  listen(channel: string, heard: (payload: string) => void, lost: () => void): Promise<() => Promise<void>>;
}

/** Opens the database in a directory, shared with other processes, or one in memory where no directory is named. */
export async function openEmbedded(directory?: string): Promise<EmbeddedDatabase> {
  const database = new PgliteDatabase(directory);
  await database.session();
  return database;
}

class PgliteDatabase implements EmbeddedDatabase {
  readonly mode = 'embedded';
  readonly #directory: string | undefined;
  readonly #scope = new TransactionScope();
  #session: Promise<Session> | undefined;
  #closed = false;

  constructor(directory: string | undefined) {
    this.#directory = directory;
  }

  /** The current session. When its owner went away the next call opens the directory itself, or finds the next owner. */
  session(): Promise<Session> {
    if (this.#closed) throw new Error('the database is closed');
    this.#session ??= this.#openSession();
    return this.#session;
  }

  async query<Row>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>> {
    this.#scope.refuseInside();
    return (await this.#query('public', text, values)) as QueryResult<Row>;
  }

  async queryQueue(text: string, values?: readonly unknown[]): Promise<QueryResult<Record<string, unknown>>> {
    this.#scope.refuseInside();
    return this.#query('bullmq', text, values);
  }

  async beginQueue(): Promise<SessionTransaction> {
    this.#scope.refuseInside();
    return (await this.session()).begin('bullmq');
  }

  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    this.#scope.refuseInside();
    const transaction = await (await this.session()).begin('public');
    try {
      const result = await this.#scope.run(() => work(queryableOf(transaction)));
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback().catch((failure) => {
        // Whoever lost the session lost the transaction with it.
        if (!(failure instanceof SessionLostError)) throw failure;
      });
      throw error;
    }
  }

  async listen(
    channel: string,
    heard: (payload: string) => void,
    lost: () => void,
  ): Promise<() => Promise<void>> {
    const session = await this.session();
    const stop = await session.listen(channel, heard);
    let listening = true;
    void session.ended.then(() => listening && lost());
    return async () => {
      listening = false;
      await stop();
    };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await (await this.#session)?.close();
  }

  async #openSession(): Promise<Session> {
    try {
      const session = await (this.#directory === undefined
        ? openInMemory()
        : openSharedSession(this.#directory));
      void session.ended.then(() => {
        this.#session = undefined;
      });
      return session;
    } catch (error) {
      this.#session = undefined;
      throw error;
    }
  }

  async #query(searchPath: SearchPath, text: string, values?: readonly unknown[]) {
    const session = await this.session();
    return session.query({ text, parameters: values?.map(toTextParameter), searchPath });
  }
}

function queryableOf(transaction: SessionTransaction): Queryable {
  return {
    query: async <Row>(text: string, values?: readonly unknown[]) =>
      (await transaction.query({
        text,
        parameters: values?.map(toTextParameter),
        searchPath: 'public',
      })) as QueryResult<Row>,
  };
}

async function openInMemory(): Promise<Session> {
  const { openLocalSession } = await import('./embedded/local-session.ts');
  return openLocalSession();
}
