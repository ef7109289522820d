import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { freePort } from './servers.ts';
import { TcpProxy } from './tcp-proxy.ts';

export interface ReceivedMail {
  from: string;
  to: string[];
  raw: Buffer;
}

/** What the server does wrong. A number is the reply code with which it refuses. */
export interface Misbehaviour {
  greeting?: number | 'silent';
  /** `challenge`: a token that is refused is answered by a challenge first (as Google does), not at once. */
  login?: number | 'challenge';
  sender?: number;
  /** Reply by recipient, `*` for all. */
  recipients?: Record<string, number>;
  /** At the mail's end: refuse, or take it and say nothing, or take it and break the line, or break it untaken. */
  data?: number | 'accept, then silence' | 'accept, then cut' | 'cut before the end';
  delayMs?: number;
}

/** A real SMTP server that keeps what it receives and misbehaves on command. */
export interface SmtpSink {
  port: number;
  received: ReceivedMail[];
  misbehave: Misbehaviour;
  connections(): number;
  /** Breaks all connections. */
  cut(): void;
  /** Empties the record and behaves again. */
  reset(): void;
  stop(): Promise<void>;
}

/**
 * `tls`: from the first byte, by STARTTLS, or none; the certificate is one that nobody vouches for. With `isGood` it
 * takes OAuth2 tokens in place of passwords.
 */
export async function startSmtpSink(
  tls?: 'implicit' | 'starttls',
  isGood?: (user: string, token: string) => boolean,
): Promise<SmtpSink> {
  const sink = { received: [] as ReceivedMail[], misbehave: {} as Misbehaviour };
  const server = new SMTPServer({
    ...handlers(sink, () => proxy.cut(), isGood),
    ...(isGood && { authMethods: ['XOAUTH2'], authOptional: false }),
    secure: tls === 'implicit',
    disabledCommands: tls === 'starttls' ? [] : ['STARTTLS'],
  });
  const port = await freePort();
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const proxy = await TcpProxy.before(port);
  return Object.assign(sink, {
    port: proxy.port,
    connections: () => proxy.connections,
    cut: () => proxy.cut(),
    reset() {
      sink.received = [];
      sink.misbehave = {};
      proxy.cut();
    },
    async stop() {
      await proxy.stop();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

function handlers(
  sink: { received: ReceivedMail[]; misbehave: Misbehaviour },
  cut: () => void,
  isGood?: (user: string, token: string) => boolean,
): SMTPServerOptions {
  return {
    authOptional: true,
    allowInsecureAuth: true,
    closeTimeout: 100,
    size: 1_000_000,
    onConnect(_, done) {
      if (sink.misbehave.greeting !== 'silent') done(refusal(sink.misbehave.greeting));
    },
    onAuth(auth, _, done) {
      const { login } = sink.misbehave;
      const wrong = isGood && !isGood(auth.username ?? '', auth.accessToken ?? '') ? 535 : undefined;
      if (login === 'challenge' && wrong) return done(undefined, { data: { status: '401' } } as never);
      const error = refusal(login === 'challenge' ? wrong : (login ?? wrong));
      done(error, error ? undefined : { user: auth.username });
    },
    onMailFrom(_, __, done) {
      done(refusal(sink.misbehave.sender));
    },
    onRcptTo({ address }, _, done) {
      const codes = sink.misbehave.recipients ?? {};
      done(refusal(codes[address] ?? codes['*']));
    },
    async onData(stream, session, done) {
      const { data, delayMs = 0 } = sink.misbehave;
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of stream) {
          if (data === 'cut before the end') return cut();
          chunks.push(chunk as Buffer);
        }
      } catch {
        // The line broke before the mail's end: no server takes such a mail.
        return;
      }
      await sleep(delayMs);
      if (typeof data === 'number') return done(refusal(data));
      sink.received.push(mailOf(session, Buffer.concat(chunks)));
      if (data === 'accept, then cut') return cut();
      if (data !== 'accept, then silence') done();
    },
  };
}

function mailOf({ envelope }: SMTPServerSession, raw: Buffer): ReceivedMail {
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  return { from, to: envelope.rcptTo.map(({ address }) => address), raw };
}

function refusal(code: number | undefined): Error | undefined {
  return code === undefined
    ? undefined
    : Object.assign(new Error('refused for the test'), { responseCode: code });
}
