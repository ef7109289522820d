import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFrames, writeFrame } from './frames.ts';
import { type Reply, type Request, toSessionError } from './messages.ts';
import type { Session, SessionTransaction } from './session.ts';

/** A process that opened a transaction and went to sleep must not hold the database for ever; one that works on may. */
const IDLE_TRANSACTION_MS = 60_000;

/** Longest that a closing owner waits for what others have under way. */
const DRAIN_MS = 3_000;
const DRAIN_POLL_MS = 5;

/** Lends the session to other processes of the same user over a Unix socket. Returns what stops it. */
export async function serveSession(session: Session, path: string): Promise<() => Promise<void>> {
  rmSync(path, { force: true });
  const guests = new Set<Socket>();
  const server = createServer((socket) => {
    guests.add(socket);
    socket.once('close', () => guests.delete(socket));
    serveOne(session, socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  server.unref();
  return async () => {
    server.close();
    for (const socket of guests) writeFrame(socket, { closing: true } satisfies Reply);
    for (let waited = 0; guests.size > 0 && waited < DRAIN_MS; waited += DRAIN_POLL_MS)
      await sleep(DRAIN_POLL_MS);
    for (const socket of guests) socket.destroy();
  };
}

/** Serves one process. */
function serveOne(session: Session, socket: Socket): void {
  const transactions = new Map<number, SessionTransaction>();
  const endings: (() => Promise<void>)[] = [];
  const reply = (message: Reply) => {
    if (socket.writable) writeFrame(socket, message);
  };
  const expire = (transaction: SessionTransaction) =>
    setTimeout(() => {
      void transaction.rollback().catch(() => undefined);
      socket.destroy();
    }, IDLE_TRANSACTION_MS).unref();

  const perform = async (request: Request) => {
    switch (request.op) {
      case 'begin': {
        const transaction = await session.begin(request.searchPath);
        if (socket.destroyed) return void (await transaction.rollback());
        const timer = expire(transaction);
        transactions.set(request.id, {
          query: (statement) => {
            timer.refresh();
            return transaction.query(statement).finally(() => timer.refresh());
          },
          commit: () => transaction.commit().finally(() => clearTimeout(timer)),
          rollback: () => transaction.rollback().finally(() => clearTimeout(timer)),
        });
        return;
      }
      case 'query':
        return (
          request.transaction === undefined ? session : openOf(transactions, request.transaction)
        ).query(request.statement);
      case 'listen':
        endings.push(
          await session.listen(request.channel, (payload) => reply({ channel: request.channel, payload })),
        );
        return;
      default: {
        const transaction = openOf(transactions, request.transaction);
        transactions.delete(request.transaction);
        await transaction[request.op]();
      }
    }
  };

  socket.on('error', () => undefined);
  socket.once('close', () => {
    for (const end of [...endings, ...[...transactions.values()].map((open) => open.rollback)])
      void end().catch(() => undefined);
  });
  readFrames<Request>(socket, (request) => {
    perform(request).then(
      (result) => reply({ id: request.id, result: result ?? undefined }),
      (error) => reply({ id: request.id, error: toSessionError(error) }),
    );
  });
}

function openOf(transactions: Map<number, SessionTransaction>, id: number): SessionTransaction {
  const open = transactions.get(id);
  if (!open) throw new Error('the transaction has ended');
  return open;
}
