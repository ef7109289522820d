import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allDuties } from '../../workers/all.ts';
import { type Config, loadConfig } from '../config.ts';
import { type Context, createContext } from '../context.ts';
import { ledgerHas } from '../database/ledger.ts';
import { ExpectedError } from '../expected-error.ts';
import { identityOf } from '../mailbox/maildir-files.ts';
import { importAwareness, importCustomers, importPartners } from '../pipeline/import-records.ts';
import { sweep } from '../pipeline/sweep.ts';
import { runDuties } from '../queue/duty.ts';
import { fillIn } from '../replay/placeholders.ts';
import { noticesCausedBy, openWork } from './demo-database.ts';
import { type Sample, sampleDirectory, sampleMails } from './samples.ts';

/** Longest that the samples may take; on a slow machine they take a tenth of it. */
const LIMIT_MS = 120_000;
const POLL_MS = 50;

export interface Progress {
  /** Mails delivered so far, of all. */
  delivered: number;
  total: number;
  /** Mails not decided or answers not sent yet. */
  open: number;
}

/** Where the demo keeps everything: apart from real data, and with no server whatever the environment says. */
export function demoConfig(dataDir: string): Config {
  return { ...loadConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }) };
}

/**
 * Delivers the sample mails into a Maildir and lets the workers of production receive, understand, decide and answer
 * them, with nothing but an embedded database. A mail that was delivered before is not delivered again.
 * @param fresh starts over
 * @returns how many mails were new
 */
export async function runDemo(
  config: Config,
  fresh: boolean,
  progress: (now: Progress) => void,
): Promise<number> {
  if (fresh) await rm(config.dataDir, { recursive: true, force: true });
  await using context = await createContext(config, { open: ['mailbox', 'sender'] });
  await importDirectories(context);
  const samples = sampleMails();
  const known = await delivered(config);
  const waiting = samples.filter(({ file }) => !known.has(uniquePart(file)));
  const duties = runDuties(context, allDuties, sweep);
  try {
    let done = samples.length - waiting.length;
    const tell = async () => {
      const open = await openWork(context.database, done);
      progress({ delivered: done, total: samples.length, open });
      return open;
    };
    // Arrivals lie a second apart and end now; only mails of one number share a second, which is over.
    const numbers = [...new Set(waiting.map(numberOf))];
    const first = Math.floor(Date.now() / 1000) - numbers.length - 1;
    for (const sample of waiting) {
      // What answers one of our notices can be written only when that notice is out.
      if (sample.raw.includes('{{')) await untilDone(tell);
      await deliver(context, sample, first + numbers.indexOf(numberOf(sample)), samples);
      done += 1;
      await tell();
    }
    await untilDone(tell);
    return waiting.length;
  } finally {
    await duties.stop();
  }
}

const numberOf = ({ file }: Sample): number => Number.parseInt(file, 10);

async function importDirectories(context: Context): Promise<void> {
  const now = context.clock.now();
  await importPartners(context, sampleDirectory('partners', now), 'partners.csv');
  await importCustomers(context, sampleDirectory('customers', now), 'customers.csv');
  // What Mixvoip knew before counts only when it stands in the ledger before the first decision.
  if (await ledgerHas(context.database, 'mail.decided')) return;
  await importAwareness(context, sampleDirectory('awareness', now), 'awareness.csv', { trustDates: true });
}

/** A delivery agent's name: the second of arrival, something unique, the host. */
const maildirName = (file: string, second: number): string => `${second}.${uniquePart(file)}.demo`;
const uniquePart = (file: string): string => file.replace(/\.eml$/, '').replaceAll('.', '-');

async function delivered(config: Config): Promise<Set<string>> {
  const path = maildirPath(config);
  const names = new Set<string>();
  for (const folder of ['tmp', 'new', 'cur']) {
    await mkdir(join(path, folder), { recursive: true });
    if (folder !== 'tmp')
      for (const name of await readdir(join(path, folder))) names.add(identityOf(name).split('.')[1] ?? '');
  }
  return names;
}

async function deliver(
  context: Context,
  { file, raw }: Sample,
  second: number,
  samples: readonly Sample[],
): Promise<void> {
  const path = maildirPath(context.config);
  const name = maildirName(file, second);
  const filled = await fillIn(context.database, raw, async (number) => {
    const named = samples.find((sample) => sample.file.startsWith(`${number}-`));
    return named ? noticesCausedBy(context.database, named.messageId) : [];
  });
  await writeFile(join(path, 'tmp', name), filled);
  await rename(join(path, 'tmp', name), join(path, 'new', name));
}

const maildirPath = ({ mailbox }: Config): string => (mailbox.mode === 'maildir' ? mailbox.path : '');

async function untilDone(open: () => Promise<number>): Promise<void> {
  const limit = performance.now() + LIMIT_MS;
  while ((await open()) > 0) {
    if (performance.now() > limit) {
      throw new ExpectedError(
        'The demo did not end in time: run `npx dealreg doctor`, or start over with `npm run demo -- --fresh`.',
      );
    }
    await sleep(POLL_MS);
  }
}
