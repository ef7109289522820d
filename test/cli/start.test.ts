import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const PATIENCE = { timeout: 60_000, interval: 50 };

describe('dealreg start, with nothing configured', { timeout: 180_000 }, () => {
  test('given a mail in the mailbox, then its answer is in the outbox, and a signal ends it within ten seconds', async () => {
    const folder = temporaryFolder();
    const first = start(folder);
    await expect.poll(first.output, PATIENCE).toContain('Drop a mail');
    drop(folder, 'one');
    await expect.poll(() => answers(folder), PATIENCE).toHaveLength(1);
    expect(answers(folder)[0]).toMatch(/^To: .{0,10}partner@nowhere\.example/m);
    const before = performance.now();
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test('given it is killed and started again, then nothing is lost and nothing is answered twice', async () => {
    const folder = temporaryFolder();
    const first = start(folder);
    await expect.poll(first.output, PATIENCE).toContain('Drop a mail');
    drop(folder, 'one');
    await expect.poll(() => answers(folder), PATIENCE).toHaveLength(1);
    drop(folder, 'two');
    first.child.kill('SIGKILL');
    await first.ended;
    drop(folder, 'three');
    const second = start(folder);
    await expect.poll(() => answers(folder), PATIENCE).toHaveLength(3);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(answers(folder)).toHaveLength(3);
  });
});

function start(folder: string) {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' };
  const child: ChildProcess = spawn(process.execPath, [MAIN, 'start'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout!.on('data', (chunk) => {
    output += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, output: () => output, ended };
}

/** Puts a mail into the Maildir as a mail program does: written in `tmp`, then moved to `new`. */
function drop(folder: string, name: string): void {
  const maildir = join(folder, 'data', 'mailbox');
  mkdirSync(join(maildir, 'tmp'), { recursive: true });
  const mail = [
    'Authentication-Results: mx.mixvoip.com; dmarc=pass header.from=nowhere.example',
    `From: Partner <partner${name === 'one' ? '' : name}@nowhere.example>`,
    'To: dealreg@mixvoip.com',
    `Subject: Registration ${name}`,
    `Message-ID: <${name}@nowhere.example>`,
    'Date: Mon, 02 Mar 2026 10:00:00 +0100',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hello,',
    `we would like to register a deal: customer Brasserie ${name} Sàrl, Luxembourg, SIP trunk, 20 seats.`,
    'Best regards',
  ];
  writeFileSync(join(maildir, 'tmp', `${name}.eml`), mail.join('\r\n'));
  renameSync(join(maildir, 'tmp', `${name}.eml`), join(maildir, 'new', `${name}.eml`));
}

function answers(folder: string): string[] {
  const outbox = join(folder, 'data', 'outbox', 'new');
  return existsSync(outbox)
    ? readdirSync(outbox).map((file) => readFileSync(join(outbox, file), 'utf8'))
    : [];
}
