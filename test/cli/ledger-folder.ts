import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/connect.ts';
import { ExpectedError } from '../../src/expected-error.ts';
import { Line } from '../support/line.ts';

/** What a command printed and how it ended. */
export interface Ran {
  status: number;
  out: string;
  /** The message of an expected failure, as the command line prints it. */
  error: string;
}

/** An embedded installation in a folder of its own, filled by `fill`; commands are run against it as people do. */
export class LedgerFolder {
  readonly folder = mkdtempSync(join(tmpdir(), 'dealreg-cli-'));

  static async with(fill: (line: Line) => Promise<void>): Promise<LedgerFolder> {
    const ledger = new LedgerFolder();
    vi.stubEnv('DATA_DIR', ledger.folder);
    vi.stubEnv('LOG_LEVEL', 'silent');
    const database = await openDatabase(loadConfig());
    await using line = await Line.open({ database });
    await fill(line);
    await database.close();
    return ledger;
  }

  file(name: string): string {
    return join(this.folder, name);
  }

  /** Runs SQL as somebody with all rights on the database could. */
  async sql(text: string): Promise<void> {
    const database = await openDatabase(loadConfig());
    await database.query(text);
    await database.close();
  }

  async run(command: (args: string[]) => Promise<number>, ...args: string[]): Promise<Ran> {
    const printed: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((text = '') => {
      printed.push(String(text));
    });
    try {
      const status = await command(args);
      return { status, out: printed.join('\n'), error: '' };
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      return { status: error.exitCode, out: printed.join('\n'), error: error.message };
    } finally {
      log.mockRestore();
    }
  }

  remove(): void {
    vi.unstubAllEnvs();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Two partners after one customer, a mail that nobody could prove, and one that could not be understood. */
export async function aDisputedCustomer(line: Line): Promise<void> {
  await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
  await line.arrives('2026-10-05T09:00:00Z', {
    from: 'Beta',
    customer: { name: 'Imprimerie Lallemang', city: 'Mersch', country: 'LU' },
  });
  await line.arrives('2026-10-05T10:00:00Z', {
    from: 'Gamma',
    customer: { name: 'Garage \u001b[31mWiltz', city: 'Wiltz', country: 'LU' },
    more: {
      sender: { address: 'desk@gamma.example', domain: 'gamma.example', trust: 'fail', reason: 'dmarc=fail' },
    },
  });
  const id = await line.store('2026-10-05T11:00:00Z', { from: 'Delta' });
  await line.database.query(
    `update message set state = 'set_aside', last_error = 'UnderstandTimeout' where id = $1`,
    [id],
  );
}
