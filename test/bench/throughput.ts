import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../src/config.ts';
import { createContext } from '../../src/context.ts';
import { importPartners } from '../../src/pipeline/import-records.ts';
import { Processes } from '../e2e/processes.ts';
import type { CleanUp } from './clean-up.ts';
import { PARTNERS_CSV, registrationMail } from './mails.ts';
import {
  connectImap,
  processorSeconds,
  type Servers,
  type Service,
  temporaryFolder,
  until,
} from './service.ts';
import { timed } from './statistics.ts';

/** How fast a pile of mails is worked off, from the first delivery to the last answer. */
export interface Throughput {
  mails: number;
  notices: number;
  seconds: number;
  mailsPerSecond: number;
  /** Of `seconds`, until the last mail was in the mailbox. */
  deliverySeconds: number;
  /** Processor milliseconds that each process used for one mail. */
  processorMsPerMail: Record<string, number>;
}

type Tell = (text: string) => void;
const LIMIT_MS = 180_000;

/** On the servers. Every mail has a second of its own that is over: no waiting for a second's end is in the figure. */
export async function measureThroughput(
  servers: Servers,
  service: Service,
  mails: number,
  tell: Tell,
): Promise<Throughput> {
  const client = await connectImap(servers.dovecot);
  try {
    return await workOff('servers', service.processes, mails, tell, {
      deliver: async (mail, arrived) => {
        await client.append('INBOX', mail, [], arrived);
      },
      answers: () => servers.smtp.accepted.length,
      forget: () => servers.smtp.reset(),
    });
  } finally {
    await client.logout();
  }
}

/** With nothing configured: one process, PGlite, a Maildir at both ends. */
export async function measureEmbedded(cleanUp: CleanUp, mails: number, tell: Tell): Promise<Throughput> {
  const folder = temporaryFolder(cleanUp);
  const settings = { DATA_DIR: join(folder, 'data') };
  {
    await using context = await createContext(loadConfig({ ...settings, LOG_LEVEL: 'silent' }));
    await importPartners(context, PARTNERS_CSV, 'partners.csv');
  }
  const processes = new Processes(folder, settings);
  cleanUp.add(async () => processes.killAll());
  const mailbox = join(folder, 'data', 'mailbox');
  for (const part of ['tmp', 'new', 'cur']) mkdirSync(join(mailbox, part), { recursive: true });
  await processes.start('start', 'src/cli/main.ts', 'start');
  const outbox = join(folder, 'data', 'outbox', 'new');
  let known = 0;
  let count = 0;
  const result = await workOff('embedded', processes, mails, tell, {
    deliver: async (mail, arrived) => {
      count += 1;
      const name = `${arrived.getTime() / 1000}.M${count}.bench`;
      writeFileSync(join(mailbox, 'tmp', name), mail);
      renameSync(join(mailbox, 'tmp', name), join(mailbox, 'new', name));
    },
    answers: () => readdirSync(outbox).length - known,
    forget: () => {
      known = readdirSync(outbox).length;
    },
  });
  await processes.stopAll();
  return result;
}

interface Ways {
  deliver(mail: string, arrived: Date): Promise<void>;
  /** Notices that came out since `forget`. */
  answers(): number;
  forget(): void;
}

async function workOff(
  run: string,
  processes: Processes,
  mails: number,
  tell: Tell,
  ways: Ways,
): Promise<Throughput> {
  const warmUp = 20;
  const first = Math.floor(Date.now() / 1000) - warmUp - mails - 10;
  const deliver = async (from: number, to: number) => {
    for (let number = from; number < to; number += 1)
      await ways.deliver(registrationMail(number, run), new Date((first + number) * 1000));
  };
  const answered = async (expected: number) => {
    await until(
      `answering ${expected} mails`,
      () => {
        tell(`${ways.answers()} of ${expected} notices`);
        return ways.answers() >= expected;
      },
      LIMIT_MS,
    );
  };
  await deliver(0, warmUp);
  await answered(noticesFor(0, warmUp));
  ways.forget();
  const notices = noticesFor(warmUp, warmUp + mails);
  const before = processorSeconds(processes);
  let deliveryMs = 0;
  const ms = await timed(async () => {
    deliveryMs = await timed(() => deliver(warmUp, warmUp + mails));
    await answered(notices);
  });
  const after = processorSeconds(processes);
  return {
    mails,
    notices,
    seconds: ms / 1000,
    mailsPerSecond: (mails * 1000) / ms,
    deliverySeconds: deliveryMs / 1000,
    processorMsPerMail: Object.fromEntries(
      Object.entries(after).map(([name, seconds]) => [name, ((seconds - before[name]!) * 1000) / mails]),
    ),
  };
}

/** An answer for each mail, and for each conflict one more to the Head of Sales. */
function noticesFor(from: number, to: number): number {
  let notices = 0;
  for (let number = from; number < to; number += 1) notices += number % 10 === 9 ? 2 : 1;
  return notices;
}
