import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLocalSession } from '../../src/database/embedded/local-session.ts';
import { connectSession } from '../../src/database/embedded/remote-session.ts';
import { serveSession } from '../../src/database/embedded/serve-session.ts';
import type { Session } from '../../src/database/embedded/session.ts';

let folder: string;
let owner: Session;
let borrowed: Session;
let stop: () => Promise<void>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dealreg-session-'));
  owner = await openLocalSession();
  stop = await serveSession(owner, join(folder, 'socket'));
  borrowed = (await connectSession(join(folder, 'socket')))!;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await borrowed.close();
  await stop();
  await owner.close();
  rmSync(folder, { recursive: true, force: true });
});

const ONE = { text: 'select 1 as one', parameters: [], searchPath: 'public' } as const;

test('given a long import in a borrowed session, when it goes on working for minutes, then its transaction commits', async () => {
  const transaction = await borrowed.begin('public');
  for (let statement = 0; statement < 5; statement += 1) {
    vi.advanceTimersByTime(50_000);
    expect((await transaction.query(ONE)).rows).toEqual([{ one: 1 }]);
  }
  await transaction.commit();
});

test('given a borrower that went to sleep in a transaction, when a minute is over, then the database goes on without it', async () => {
  await borrowed.begin('public');
  vi.advanceTimersByTime(61_000);
  await borrowed.ended;
  expect((await owner.query(ONE)).rows).toEqual([{ one: 1 }]);
});
