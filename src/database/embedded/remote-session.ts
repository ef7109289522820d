import { connect, type Socket } from 'node:net';
import type { QueryResult } from '../../ports.ts';
import { readFrames, writeFrame } from './frames.ts';
import { fromSessionError, type Reply, type Request } from './messages.ts';
import {
  type SearchPath,
  type Session,
  SessionLostError,
  type SessionTransaction,
  type Statement,
} from './session.ts';

type Result = QueryResult<Record<string, unknown>>;
type Ask = Request extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never;

/** Borrows the session of the process that serves it at `path`; undefined where nobody does. */
export async function connectSession(path: string): Promise<Session | undefined> {
  const socket = connect(path);
  const connected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  return connected ? new RemoteSession(socket) : undefined;
}

class RemoteSession implements Session {
  readonly ended: Promise<void>;
  readonly #socket: Socket;
  readonly #waiting = new Map<number, PromiseWithResolvers<Result | undefined>>();
  readonly #listeners = new Map<string, Set<(payload: string) => void>>();
  readonly #end: () => void;
  #lastId = 0;
  #transactions = 0;
  #closing = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    // Alone it keeps no process alive; a request under way does, see #ask.
    socket.unref();
    socket.on('error', () => undefined);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.#end = resolve;
    socket.once('close', () => {
      for (const { reject } of this.#waiting.values()) reject(lost());
      this.#waiting.clear();
      resolve();
    });
    readFrames<Reply>(socket, (reply) => this.#received(reply));
  }

  async query(statement: Statement): Promise<Result> {
    return (await this.#ask({ op: 'query', statement }).done)!;
  }

  async begin(searchPath: SearchPath): Promise<SessionTransaction> {
    const { id: transaction, done } = this.#ask({ op: 'begin', searchPath });
    let open = true;
    this.#transactions += 1;
    const leave = () => {
      this.#transactions -= 1;
      this.#leaveWhenDone();
    };
    const end = async (op: 'commit' | 'rollback') => {
      if (!open) return;
      open = false;
      await this.#ask({ op, transaction }).done.finally(leave);
    };
    await done.catch((error) => {
      leave();
      throw error;
    });
    return {
      query: async (statement) => (await this.#ask({ op: 'query', statement, transaction }).done)!,
      commit: () => end('commit'),
      rollback: () => end('rollback'),
    };
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    const listeners = this.#listeners.get(channel) ?? new Set();
    if (!this.#listeners.has(channel)) {
      this.#listeners.set(channel, listeners);
      await this.#ask({ op: 'listen', channel }).done;
    }
    listeners.add(heard);
    return async () => {
      listeners.delete(heard);
    };
  }

  async close(): Promise<void> {
    this.#socket.destroy();
    await this.ended;
  }

  #ask(request: Ask): { id: number; done: Promise<Result | undefined> } {
    const id = ++this.#lastId;
    if (this.#socket.destroyed) return { id, done: Promise.reject(lost()) };
    const waiting = Promise.withResolvers<Result | undefined>();
    this.#waiting.set(id, waiting);
    this.#socket.ref();
    writeFrame(this.#socket, { ...request, id });
    return { id, done: waiting.promise };
  }

  #received(reply: Reply): void {
    if ('closing' in reply) {
      this.#closing = true;
      this.#end();
      this.#leaveWhenDone();
      return;
    }
    if ('channel' in reply) {
      for (const heard of this.#listeners.get(reply.channel) ?? []) heard(reply.payload);
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (this.#waiting.size === 0) this.#socket.unref();
    if ('error' in reply) waiting?.reject(fromSessionError(reply.error));
    else waiting?.resolve(reply.result);
    this.#leaveWhenDone();
  }

  /** A closing owner waits for its guests to leave. */
  #leaveWhenDone(): void {
    if (this.#closing && this.#waiting.size === 0 && this.#transactions === 0) this.#socket.destroy();
  }
}

function lost(): SessionLostError {
  return new SessionLostError('the process that has the database open went away');
}
