import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** In memory where the machine has such a folder: databases are made and thrown away by the dozen. */
function fastFolder(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}

/** A new folder that its maker removes; short enough for a Unix socket inside it. */
export function newFolder(prefix = 'dr-'): string {
  return mkdtempSync(join(fastFolder(), prefix));
}

/** A new folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = newFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
