import { setTimeout as sleep } from 'node:timers/promises';
import { messageIdOf, registrationMail } from './mails.ts';
import { connectImap, type Servers, type Service, until } from './service.ts';
import { seededRandom, sharedNow, type Summary, summaryOf } from './statistics.ts';

/** From a mail's being in the mailbox to its answer's being accepted by the SMTP server, in milliseconds. */
export interface Latency {
  whole: Summary;
  /** Of it, until the second of the arrival was over: before that nobody can know who else wrote in it. */
  waitForSecond: Summary;
  /** Of it, the time for which a server may be late to show a mail of that second. */
  waitForLateMails: number;
  /** The rest: storing, understanding, deciding, sending. */
  work: Summary;
  /** From the end of both waits to the decision, and from there to the server's acceptance. */
  decided: Summary;
  sent: Summary;
  series: number[];
}

/** One mail at a time, at random moments, to a service that does nothing else. */
export async function measureLatency(
  servers: Servers,
  service: Service,
  mails: number,
  tell: (text: string) => void,
): Promise<Latency> {
  const random = seededRandom(20_261);
  const client = await connectImap(servers.dovecot);
  const series: Awaited<ReturnType<typeof oneMail>>[] = [];
  const warmUp = 3;
  try {
    for (let number = 0; number < warmUp + mails; number += 1) {
      tell(`${number} of ${warmUp + mails} mails`);
      await sleep(1000 * random());
      // Numbers beyond those of the throughput, none of which is a conflict: new customers.
      const one = await oneMail(servers, service, client, 1_000 + 10 * number + (number % 9));
      if (number >= warmUp) series.push(one);
    }
  } finally {
    await client.logout();
  }
  const of = (pick: (one: (typeof series)[number]) => number) => summaryOf(series.map(pick));
  return {
    whole: of(({ whole }) => whole),
    waitForSecond: of(({ waitForSecond }) => waitForSecond),
    waitForLateMails: service.latenessMs,
    work: of(({ whole, wait }) => whole - wait),
    decided: of(({ decided }) => decided),
    sent: of(({ sent }) => sent),
    series: series.map(({ whole }) => whole),
  };
}

async function oneMail(
  { smtp }: Servers,
  { database, latenessMs }: Service,
  client: Awaited<ReturnType<typeof connectImap>>,
  number: number,
) {
  const run = 'latency';
  await client.append('INBOX', registrationMail(number, run));
  const delivered = sharedNow();
  const messageId = messageIdOf(number, run);
  const answer = () => smtp.accepted.find(({ answers }) => answers === messageId);
  await until('an answer', () => answer() !== undefined, 60_000);
  const { acceptedAt } = answer()!;
  const { rows } = await database.query<{ received_at: Date; decided_at: Date }>(
    'select received_at, decided_at from message where message_id = $1',
    [messageId],
  );
  const { received_at, decided_at } = rows[0]!;
  const secondEnds = Math.floor(received_at.getTime() / 1000) * 1000 + 1000;
  const wait = Math.max(0, secondEnds + latenessMs - delivered);
  return {
    whole: acceptedAt - delivered,
    wait,
    waitForSecond: Math.max(0, secondEnds - delivered),
    decided: decided_at.getTime() - delivered - wait,
    sent: acceptedAt - decided_at.getTime(),
  };
}
