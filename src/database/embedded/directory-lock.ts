import { DatabaseSync } from 'node:sqlite';

/**
 * Takes the lock of a file, or returns undefined where another process has it. The operating system gives it back
 * when its holder ends, however it ends. The lock is SQLite's own on a database without content: the one portable
 * way to a kernel's file lock from Node.
 */
export function lockFile(path: string): (() => void) | undefined {
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
    return () => lock.close();
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}

const SQLITE_BUSY = 5;
