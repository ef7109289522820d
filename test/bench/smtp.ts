import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Accepted, SmtpMessage } from './smtp-process.ts';

/** The SMTP server's process, seen from here. */
export interface SmtpServer {
  url: string;
  /** Every mail that it accepted since `reset`, in order. */
  accepted: Accepted[];
  reset(): void;
  stop(): Promise<void>;
}

/** Starts it on a free port. It ends with this process, however that ends. */
export async function startSmtp(): Promise<SmtpServer> {
  const child = fork(fileURLToPath(new URL('smtp-process.ts', import.meta.url)));
  const port = Promise.withResolvers<number>();
  const server: SmtpServer = {
    url: '',
    accepted: [],
    reset() {
      server.accepted = [];
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
  child.on('message', (message: SmtpMessage) => {
    if ('port' in message) port.resolve(message.port);
    else server.accepted.push(message);
  });
  child.once('exit', () => port.reject(new Error('the SMTP server ended')));
  server.url = `smtp://127.0.0.1:${await port.promise}`;
  return server;
}
