import { EventEmitter } from 'node:events';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';
import type { SessionTransaction } from '../database/embedded/session.ts';
import type { EmbeddedDatabase } from '../database/pglite.ts';
import { toTextParameter } from '../database/values.ts';

/** The embedded database in the shape of a pool of connections, which is what BullMQ's PostgreSQL backend works with. */
export class EmbeddedPool extends EventEmitter implements PgPool {
  /** Notifications come within the process or over a socket whose end is noticed: BullMQ may wait long for them. */
  readonly options = { keepAlive: true };
  readonly #database: EmbeddedDatabase;

  constructor(database: EmbeddedDatabase) {
    super();
    this.#database = database;
  }

  async query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    return asPg<R>(await this.#database.queryQueue(text, params));
  }

  async connect(): Promise<PgPoolClient> {
    return new EmbeddedClient(this.#database);
  }

  /** The database is closed by who opened it. */
  async end(): Promise<void> {
    this.removeAllListeners();
  }
}

/** One of the pool's clients: transactions by BEGIN and COMMIT, and LISTEN. */
class EmbeddedClient extends EventEmitter implements PgPoolClient {
  readonly #database: EmbeddedDatabase;
  #transaction: SessionTransaction | undefined;
  #stops: (() => Promise<void>)[] = [];

  constructor(database: EmbeddedDatabase) {
    super();
    this.#database = database;
  }

  async query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    const channel = /^LISTEN (\w{1,63});/m.exec(text)?.[1];
    if (channel) await this.#listen(channel);
    else if (text === 'BEGIN') this.#transaction = await this.#database.beginQueue();
    else if (text === 'COMMIT' || text === 'ROLLBACK') await this.#end(text);
    else if (text.includes('application_name')) return { rows: [], rowCount: 0 };
    else return asPg<R>(await this.#run(text, params));
    return { rows: [], rowCount: 0 };
  }

  release(): void {
    for (const stop of this.#stops.splice(0)) void stop().catch(() => undefined);
    void this.#end('ROLLBACK').catch(() => undefined);
  }

  async #run(text: string, params?: readonly unknown[]) {
    if (!this.#transaction) return this.#database.queryQueue(text, params);
    return this.#transaction.query({ text, parameters: params?.map(toTextParameter), searchPath: 'bullmq' });
  }

  async #end(command: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    await (command === 'COMMIT' ? transaction?.commit() : transaction?.rollback());
  }

  async #listen(channel: string): Promise<void> {
    const stop = await this.#database.listen(
      channel,
      (payload) => this.emit('notification', { channel, payload }),
      () =>
        this.listenerCount('error') > 0 &&
        this.emit('error', new Error('the database went to another process')),
    );
    this.#stops.push(stop);
  }
}

/** BullMQ expects int8 as text, as `pg` hands it out by default. */
function asPg<R>(result: { rows: Record<string, unknown>[]; rowCount: number }): PgQueryResult<R> {
  for (const row of result.rows) {
    for (const [name, value] of Object.entries(row)) if (typeof value === 'bigint') row[name] = String(value);
  }
  return { rows: result.rows as R[], rowCount: result.rowCount };
}
