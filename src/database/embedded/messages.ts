import type { QueryResult } from '../../ports.ts';
import type { SearchPath, Statement } from './session.ts';

/** What a process asks of the one that has the database open. `transaction` is the id of the request that began it. */
export type Request = { id: number } & (
  | { op: 'query'; statement: Statement; transaction?: number }
  | { op: 'begin'; searchPath: SearchPath }
  | { op: 'commit' | 'rollback'; transaction: number }
  | { op: 'listen'; channel: string }
);

export type Reply =
  | { id: number; result: QueryResult<Record<string, unknown>> | undefined }
  | { id: number; error: SessionError }
  | { channel: string; payload: string }
  /** The owner closes: what is under way may be finished, new work goes to the next owner. */
  | { closing: true };

/** An error as it crosses the socket: what callers look at, SQLSTATE above all. */
export interface SessionError {
  message: string;
  code?: string;
  constraint?: string;
  detail?: string;
  table?: string;
}

export function toSessionError(error: unknown): SessionError {
  const { message, code, constraint, detail, table } = error as Error & SessionError;
  return { message, code, constraint, detail, table };
}

export function fromSessionError(fields: SessionError): Error {
  return Object.assign(new Error(fields.message), fields);
}
