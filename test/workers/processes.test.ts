import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { JOB_NAMES, type JobName } from '../../src/ports.ts';
import { temporaryFolder } from '../support/temporary.ts';

const PATIENCE = { timeout: 120_000, interval: 100 };
const MAILS = 3;

describe('one process for each duty', { timeout: 300_000 }, () => {
  test('with nothing configured: they share the embedded database, and killing its owner loses nothing', async () => {
    const folder = temporaryFolder();
    await everyMailIsAnsweredOnce(folder, ['receive', 'understand', 'decide']);
  });
});

/** Mails arrive while workers are killed and started again; in the end each has exactly one answer. */
async function everyMailIsAnsweredOnce(folder: string, victims: readonly JobName[]): Promise<void> {
  const ended = new Set<string>();
  const start = (job: JobName) =>
    startWorkerProcess(job, folder, (code) => ended.add(`${job} ended with ${code}`));
  const workers = new Map(JOB_NAMES.map((job) => [job, start(job)]));
  await expect.poll(() => existsSync(join(folder, 'data', 'mailbox', 'new')), PATIENCE).toBe(true);
  for (let n = 0; n < MAILS; n += 1) {
    drop(folder, n);
    const victim = victims[n % victims.length]!;
    await sleep(300);
    await kill(workers.get(victim)!);
    workers.set(victim, start(victim));
  }
  const expected = Array.from({ length: MAILS }, (_, n) => `partner${n}@nowhere.example`);
  const settled = () => ended.size > 0 || recipients(folder).length >= MAILS;
  await expect.poll(settled, PATIENCE).toBe(true);
  expect([...ended]).toEqual([]);
  await sleep(1_000);
  expect(recipients(folder)).toEqual(expected);
}

/** `ended` is called when it ends by itself. */
function startWorkerProcess(job: JobName, folder: string, ended: (code: number) => void): ChildProcess {
  const file = fileURLToPath(new URL(`../../workers/${job}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'error',
      DATA_DIR: join(folder, 'data'),
      MAILBOX_POLL_SECONDS: '1',
    },
  });
  child.once('exit', (code) => {
    if (code !== null) ended(code);
  });
  onTestFinished(() => kill(child));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

function drop(folder: string, n: number): void {
  const maildir = join(folder, 'data', 'mailbox');
  mkdirSync(join(maildir, 'tmp'), { recursive: true });
  const mail = [
    'Authentication-Results: mx.mixvoip.com; dmarc=pass header.from=nowhere.example',
    `From: Partner <partner${n}@nowhere.example>`,
    'To: dealreg@mixvoip.com',
    'Subject: Deal registration',
    `Message-ID: <process-${n}@nowhere.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Hello, please register the customer Imprimerie ${n} SA in Luxembourg for a SIP trunk.`,
  ];
  writeFileSync(join(maildir, 'tmp', `${n}.eml`), mail.join('\r\n'));
  renameSync(join(maildir, 'tmp', `${n}.eml`), join(maildir, 'new', `${n}.eml`));
}

/** To whom the outbox holds an answer, one entry for each mail. */
function recipients(folder: string): string[] {
  const outbox = join(folder, 'data', 'outbox', 'new');
  if (!existsSync(outbox)) return [];
  const mails = readdirSync(outbox).map((file) => readFileSync(join(outbox, file), 'utf8'));
  return mails.map((mail) => /^To: .{0,40}?(partner\d@nowhere\.example)/m.exec(mail)?.[1] ?? 'nobody').sort();
}
