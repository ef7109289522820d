import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './servers.ts';

/** Stands between a client and a server, so that a test can cut or freeze the line. */
export class TcpProxy {
  readonly port: number;
  readonly #server: Server;
  readonly #pairs = new Set<[Socket, Socket]>();
  connections = 0;

  private constructor(port: number, target: number) {
    this.port = port;
    this.#server = createServer((client) => {
      this.connections += 1;
      const server = connect(target, '127.0.0.1');
      const pair: [Socket, Socket] = [client, server];
      this.#pairs.add(pair);
      for (const [from, to] of [pair, [server, client] as const]) {
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          to.destroy();
          this.#pairs.delete(pair);
        });
      }
    });
  }

  static async before(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(await freePort(), target);
    await new Promise<void>((resolve) => proxy.#server.listen(proxy.port, '127.0.0.1', resolve));
    return proxy;
  }

  /** Cuts every connection, as a restarted server or a lost line does. */
  cut(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }

  /** Lets nothing through any more on the connections there are, without closing them. */
  freeze(): void {
    for (const pair of this.#pairs) {
      for (const socket of pair) socket.unpipe().pause();
    }
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.cut();
    await closed;
  }
}
