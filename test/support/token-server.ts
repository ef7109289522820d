import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export interface TokenServer {
  /** Where tokens are asked for. */
  url: string;
  /** Where a mail server asks whether a token is good (RFC 7662). */
  introspectionUrl: string;
  /** What was asked for, as form fields, oldest first. */
  asked: Record<string, string>[];
  /** Whom the tokens are for. */
  user: string;
  lifetimeSeconds: number;
  /** Instead of a token: an error by name with its description, or no answer at all. */
  misbehave?: { status: number; error: string; description?: string } | 'silence';
  /** Makes every token that was given so far worthless. */
  revoke(): void;
  isGood(user: string, token: string): boolean;
  stop(): Promise<void>;
}

/** A token server that gives a new random token at each request and knows which of them are good. */
export async function startTokenServer(user = 'dealreg1'): Promise<TokenServer> {
  const good = new Set<string>();
  const http = createServer((request, response) => {
    void answer(server, good, request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as { port: number };
  const server: TokenServer = {
    url: `http://127.0.0.1:${port}/token`,
    introspectionUrl: `http://127.0.0.1:${port}/introspect`,
    asked: [],
    user,
    lifetimeSeconds: 3600,
    revoke: () => good.clear(),
    isGood: (name, token) => name === server.user && good.has(token),
    async stop() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}

async function answer(
  server: TokenServer,
  good: Set<string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fields = Object.fromEntries(new URLSearchParams(await text(request)));
  if (request.url?.startsWith('/introspect')) {
    const active = good.has(fields.token ?? '');
    return send(response, 200, active ? { active, username: server.user } : { active });
  }
  server.asked.push(fields);
  if (server.misbehave === 'silence') return;
  if (server.misbehave) {
    const { status, error, description } = server.misbehave;
    return send(response, status, { error, error_description: description });
  }
  const token = createHash('sha256').update(randomBytes(32)).digest('base64url');
  good.add(token);
  send(response, 200, { access_token: token, token_type: 'Bearer', expires_in: server.lifetimeSeconds });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
