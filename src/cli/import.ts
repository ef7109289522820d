import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { loadConfig } from '../config.ts';
import { type Context, createContext } from '../context.ts';
import { ExpectedError, messageOf } from '../expected-error.ts';
import { problemLine } from '../import/problem.ts';
import {
  IMPORT_KINDS,
  type ImportCounts,
  type ImportKind,
  type ImportOptions,
  importAwareness,
  importCustomers,
  importPartners,
} from '../pipeline/import-records.ts';

const USAGE = 'dealreg import partners|customers|awareness FILE.csv [--dry-run] [--initial]';
/** Above the export of a customer base of some hundred thousand rows. */
const LARGEST_BYTES = 256 * 1024 * 1024;
/** Notes shown; an import repeats most of them each night. */
const SHOWN_NOTES = 20;

/**
 * `dealreg import KIND FILE.csv`: brings a file into the ledger, whole or not at all. `--dry-run` checks only;
 * `--initial` takes the dates of an awareness file as they are, before the first mail is decided.
 */
export async function importCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' }, initial: { type: 'boolean' } },
  });
  const [name, file, more] = positionals;
  const kind = IMPORT_KINDS.find((known) => known === name);
  if (!kind || !file || more !== undefined)
    throw new ExpectedError(`import needs a kind and a file: ${USAGE}`, { exitCode: 2 });
  if (values.initial && kind !== 'awareness')
    throw new ExpectedError('--initial is for awareness: other files have no dates that could count', {
      exitCode: 2,
    });
  const source = basename(file);
  const text = readText(file);
  const options = { dryRun: values['dry-run'], progress: progressOf(source) };
  await using context = await createContext(loadConfig());
  const counts = await run(context, kind, text, source, { ...options, trustDates: values.initial });
  tell(source, counts, { kind, dryRun: values['dry-run'] ?? false, initial: values.initial ?? false });
  return 0;
}

function run(
  context: Context,
  kind: ImportKind,
  text: string,
  source: string,
  options: ImportOptions & { trustDates?: boolean },
): Promise<ImportCounts> {
  switch (kind) {
    case 'partners':
      return importPartners(context, text, source, options);
    case 'customers':
      return importCustomers(context, text, source, options);
    case 'awareness':
      return importAwareness(context, text, source, options);
  }
}

/** UTF-8, or what spreadsheets write in western Europe when they are not asked. */
function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new ExpectedError(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
  if (bytes.length > LARGEST_BYTES)
    throw new ExpectedError(`${file} has ${bytes.length} bytes, at most ${LARGEST_BYTES} are read: split it`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.includes(0))
    throw new ExpectedError(`${file} is no text: save it as CSV (UTF-8) and import that file`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    console.error(`${file} is not UTF-8: it is read as Windows-1252`);
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** One line that is written over while somebody watches; nothing elsewhere. */
function progressOf(source: string): ImportOptions['progress'] {
  if (!process.stderr.isTTY) return undefined;
  return (done, total) =>
    process.stderr.write(`\r${source}: ${done} of ${total} rows${done === total ? '\n' : ''}`);
}

function tell(
  source: string,
  { added, updated, unchanged, notes }: ImportCounts,
  { kind, dryRun, initial }: { kind: ImportKind; dryRun: boolean; initial: boolean },
): void {
  for (const note of notes.slice(0, SHOWN_NOTES)) console.log(styleText('yellow', problemLine(source, note)));
  if (notes.length > SHOWN_NOTES) console.log(`${source}: and ${notes.length - SHOWN_NOTES} more like these`);
  const rows = added + updated + unchanged;
  const would = dryRun ? ' — checked only, nothing was changed' : '';
  console.log(
    `${source}: ${rows} ${rows === 1 ? 'row' : 'rows'}: ${added} added, ${updated} updated, ${unchanged} unchanged${would}`,
  );
  if (kind === 'awareness' && added > 0 && !dryRun) {
    console.log(
      initial
        ? 'What it says counts from the dates of the file.'
        : 'What it says counts from now on, not from the dates of the file: Mixvoip knows what this ledger recorded.',
    );
  }
}
