/** Sets up the npm packages. Runs before there are any: plain JavaScript, Node 18 or later, no dependencies. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const NODE_MAJOR = 24;
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Installs what package-lock.json names where that has not been done since it changed. One process at a time does. */
export async function ensurePackages() {
  if (current()) return;
  await withLock(async () => {
    if (current()) return;
    console.error('dealreg: setting up its packages (npm ci), once …');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status, error } = spawnSync(npm, args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (status !== 0) {
      console.error(
        `dealreg: npm ci failed${error ? ` (${error.message})` : ''}: run it in ${root} and see why.`,
      );
      process.exit(1);
    }
  });
}

/** npm writes its own list of what it installed when it is done. */
function current() {
  const installed = modified('node_modules/.package-lock.json');
  return installed !== undefined && installed >= (modified('package-lock.json') ?? 0);
}

function modified(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs;
}

/** A folder can be made once only; its maker's number stands in it, so that a dead maker's is taken away. */
async function withLock(work) {
  const lock = join(
    tmpdir(),
    `dealreg-setup-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`,
  );
  while (!take(lock)) await sleep(200);
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (abandoned(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function abandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    // Its maker has not written its number yet, unless it died in between.
    return (
      error.code === 'ENOENT' &&
      Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5_000
    );
  }
}
