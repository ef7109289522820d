import pg from 'pg';
import { ExpectedError, messageOf } from '../expected-error.ts';
import type { Database, Queryable, QueryResult } from '../ports.ts';
import { TransactionScope } from './transaction-scope.ts';
import { withoutPassword } from './url.ts';
import { parserOf, toParameter } from './values.ts';

const CONNECT_TIMEOUT_MS = 5_000;
/** Server-side limits: a statement, a wait for a lock, a transaction that its client left open. */
const TIMEOUTS =
  '-c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000';

export interface PostgresqlDatabase extends Database {
  readonly mode: 'postgresql';
}

/** Options of every pool of ours; `options` are set on each connection by the server itself. */
export function poolConfig(url: string, options: string): pg.PoolConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'dealreg',
    options: `-c TimeZone=UTC ${options}`,
  };
}

/** Opens a pool of connections to PostgreSQL and proves that one can be had; ExpectedError where it cannot. */
export async function openPostgresql(url: string): Promise<PostgresqlDatabase> {
  const pool = new pg.Pool({ ...poolConfig(url, TIMEOUTS), max: 10, types: { getTypeParser: parserOf } });
  // An idle connection that the server closes is no failure: the next query opens another.
  pool.on('error', () => undefined);
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new ExpectedError(
      `PostgreSQL at DATABASE_URL (${withoutPassword(url)}) cannot be used (${messageOf(error)}): start it, or correct DATABASE_URL.`,
      { cause: error },
    );
  }
  return new PooledDatabase(pool);
}

class PooledDatabase implements PostgresqlDatabase {
  readonly mode = 'postgresql';
  readonly #pool: pg.Pool;
  readonly #scope = new TransactionScope();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async query<Row>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>> {
    this.#scope.refuseInside();
    return runOn<Row>(this.#pool, text, values);
  }

  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    this.#scope.refuseInside();
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    const lost = (error: Error) => {
      broken = error;
    };
    // Between two statements a lost connection is told by this event alone.
    client.on('error', lost);
    try {
      await client.query('begin');
      const result = await this.#scope.run(() =>
        work({ query: (text, values) => runOn(client, text, values) }),
      );
      await client.query('commit');
      return result;
    } catch (error) {
      // A connection whose rollback fails is in an unknown state: it is closed, and the server rolls back.
      await client.query('rollback').catch(lost);
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

async function runOn<Row>(
  on: pg.Pool | pg.PoolClient,
  text: string,
  values?: readonly unknown[],
): Promise<QueryResult<Row>> {
  const results: pg.QueryResult | pg.QueryResult[] = await on.query(text, values?.map(toParameter));
  // Several statements in one text give several results; the last one counts.
  const result = Array.isArray(results) ? results.at(-1) : results;
  return { rows: (result?.rows ?? []) as Row[], rowCount: result?.rowCount ?? 0 };
}
