import type { QueryResult } from '../../ports.ts';

/** Parameters in text format, so that they pass through a socket unchanged. */
export type TextParameters = readonly (string | null)[];

/** Which schema's names a statement means; the queue keeps its tables apart from ours. */
export type SearchPath = 'public' | 'bullmq';

export interface Statement {
  text: string;
  /** Without parameters the text may hold several statements; the last one's result counts. */
  parameters?: TextParameters;
  searchPath: SearchPath;
}

export interface SessionTransaction {
  query(statement: Statement): Promise<QueryResult<Record<string, unknown>>>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * The one session of a PGlite database, shared in turns: a single statement or a whole transaction is one turn.
 * In this process (local) or lent by the process that has the directory open (remote).
 */
export interface Session {
  query(statement: Statement): Promise<QueryResult<Record<string, unknown>>>;
  begin(searchPath: SearchPath): Promise<SessionTransaction>;
  /** Calls `heard` for every NOTIFY on the channel until the returned function is called. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** Resolves when the session can be used no more, by `close` or because its owner went away. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** The session's owner went away: whether the last statement took effect is unknown. SQLSTATE 08006. */
export class SessionLostError extends Error {
  override name = 'SessionLostError';
  readonly code = '08006';
}

/** First come, first served. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Waits for its turn; the turn lasts until the returned function is called. */
  async take(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    return resolve;
  }
}
