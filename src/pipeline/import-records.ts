import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { appendEntry, ledgerHas } from '../database/ledger.ts';
import { lockLine } from '../database/line.ts';
import { ExpectedError } from '../expected-error.ts';
import { readAwareness } from '../import/awareness.ts';
import { readCustomers } from '../import/customers.ts';
import { readPartners } from '../import/partners.ts';
import { type Problem, refuse } from '../import/problem.ts';
import type { Queryable } from '../ports.ts';
import { storeAwareness } from './import-awareness.ts';
import { storeCustomers } from './import-customers.ts';
import { storePartners } from './import-partners.ts';

export const IMPORT_KINDS = ['partners', 'customers', 'awareness'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type ImportContext = Pick<Context, 'database' | 'clock' | 'config' | 'policy'>;

export interface ImportOptions {
  /** Checks everything against the ledger, and changes nothing. */
  dryRun?: boolean;
  /** Hears how many rows are done, for people who wait. */
  progress?: (done: number, total: number) => void;
}

/** What an import came to. */
export interface ImportCounts {
  added: number;
  updated: number;
  unchanged: number;
  /** Rows that were taken otherwise than the file says, with why. */
  notes: ImportNote[];
}

export interface ImportNote {
  line: number;
  text: string;
}

/**
 * Writes the directory of partners, by id; partners that the file does not name stay as they are.
 * Throws an ExpectedError with one line a problem when a row is wrong; then nothing is imported.
 * @param source names the file in messages
 */
export async function importPartners(
  context: ImportContext,
  csvText: string,
  source: string,
  options: ImportOptions = {},
): Promise<ImportCounts> {
  const rows = allRight(source, readPartners(csvText));
  return change(context, 'partners', csvText, options, (tx) =>
    storePartners(tx, rows, { source, ownDomains: context.config.identity.staffDomains }),
  );
}

/**
 * Writes Mixvoip's customer base, by customer_id. A row that is surely a customer known from registrations only joins
 * that one, so that its registrations and its partner of record meet. Throws as `importPartners` does.
 */
export async function importCustomers(
  context: ImportContext,
  csvText: string,
  source: string,
  options: ImportOptions = {},
): Promise<ImportCounts> {
  const rows = allRight(source, readCustomers(csvText));
  return change(context, 'customers', csvText, options, (tx) =>
    storeCustomers(tx, rows, source, options.progress),
  );
}

/**
 * Records what Mixvoip knew of customers' projects. It counts from now on, whatever the file says, as a mail of staff
 * would (charter: recorded in the same ledger, with the same clock, before it can count). Throws as `importPartners`
 * does.
 * @param options.trustDates takes the file's own dates: for the first set-up, refused once a mail was decided
 */
export async function importAwareness(
  context: ImportContext,
  csvText: string,
  source: string,
  options: ImportOptions & { trustDates?: boolean } = {},
): Promise<ImportCounts> {
  const { trustDates = false, progress } = options;
  const now = context.clock.now();
  const rows = allRight(source, readAwareness(csvText, trustDates ? undefined : now));
  return change(context, 'awareness', csvText, options, async (tx) => {
    if (trustDates && (await ledgerHas(tx, 'mail.decided'))) {
      throw new ExpectedError(
        `${source}: nothing was imported: the dates of a file count only before the first mail is decided. Import it without --initial: what it says then counts from now on.`,
      );
    }
    return storeAwareness(tx, rows, { now, trustDates, policy: context.policy, progress });
  });
}

function allRight<Row>(source: string, { rows, problems }: { rows: Row[]; problems: Problem[] }): Row[] {
  if (problems.length > 0) throw refuse(source, problems);
  return rows;
}

/** Thrown to roll a dry run back. */
class DryRun extends Error {
  override name = 'DryRun';
  readonly counts: ImportCounts;

  constructor(counts: ImportCounts) {
    super('a dry run changes nothing');
    this.counts = counts;
  }
}

/**
 * All rows or none, in one transaction on the line: no mail is decided by half a directory. An import that changed
 * something leaves one entry in the ledger, with the hash of its file.
 */
async function change(
  { database, clock }: ImportContext,
  kind: ImportKind,
  csvText: string,
  { dryRun = false }: ImportOptions,
  store: (tx: Queryable) => Promise<ImportCounts>,
): Promise<ImportCounts> {
  try {
    return await database.transaction(async (tx) => {
      await lockLine(tx);
      const counts = await store(tx);
      if (dryRun) throw new DryRun(counts);
      const { added, updated } = counts;
      if (added + updated > 0) {
        const fileHash = createHash('sha256').update(csvText).digest('hex');
        await appendEntry(tx, clock.now(), 'directory.imported', { records: kind, fileHash, added, updated });
      }
      return counts;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.counts;
    throw error;
  }
}
