/** An SMTP server in a process of its own: takes every mail and tells its parent when it accepted which. */
import { SMTPServer } from 'smtp-server';
import { sharedNow } from './statistics.ts';

/** What the server tells: first its port, then one message a mail. */
export type SmtpMessage = { port: number } | Accepted;

export interface Accepted {
  /** Message-ID that the mail answers, empty where it answers none. */
  answers: string;
  acceptedAt: number;
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  async onData(stream, _, done) {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    done();
    const acceptedAt = sharedNow();
    const answers = /^In-Reply-To: (.{1,300})\r$/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? '';
    process.send!({ answers, acceptedAt } satisfies SmtpMessage);
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.server.address() as { port: number };
  process.send!({ port } satisfies SmtpMessage);
});
process.on('disconnect', () => process.exit());
