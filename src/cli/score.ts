import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Count, Counts, FIELDS, type Truth } from './score-counts.ts';
import { lineOf, mailFiles, understandFiles } from './understand.ts';

const USAGE = `usage: dealreg score [FOLDER] [--misses] [--json]
Understands every mail (NAME.eml) of a folder (default: the project's own corpus) and compares it with what NAME.json
beside it says that it states.
  --misses  each difference on a line of its own
  --json    the totals as one line of JSON`;

const OWN_CORPUS = fileURLToPath(new URL('../../test/corpus', import.meta.url));

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  misses: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10);

/** Right of what was said, right of what is stated, and both in one number. */
export function rates({ right, invented, missed }: Count): { precision: number; recall: number; f1: number } {
  return {
    precision: percent(right, right + invented),
    recall: percent(right, right + missed),
    f1: percent(2 * right, 2 * right + invented + missed),
  };
}

/** The sum of the counts of all fields. */
export function total(counts: Counts): Count {
  const sum: Count = { right: 0, invented: 0, missed: 0, wrong: 0 };
  for (const count of counts.fields.values())
    for (const key of Object.keys(sum) as (keyof Count)[]) sum[key] += count[key];
  return sum;
}

/** Understands all mails of a folder, at any depth, that have a truth beside them, and counts. */
export async function scoreFolder(folder: string): Promise<Counts> {
  return scoreFiles(await mailFiles([folder]));
}

/** Understands mails that have a truth beside them, and counts. */
export async function scoreFiles(files: readonly string[]): Promise<Counts> {
  const counts = new Counts();
  const options = { authservId: 'mx.mixvoip.com', ownAddress: 'dealreg@mixvoip.com' };
  for (const file of files.filter((one) => existsSync(truthOf(one)))) {
    const truth = JSON.parse(await readFile(truthOf(file), 'utf8')) as Truth;
    await understandFiles([file], options, (_, understanding) =>
      counts.add(basename(file, '.eml'), truth, lineOf(file, understanding)),
    );
  }
  return counts;
}

function truthOf(file: string): string {
  return file.replace(/\.eml$/, '.json');
}

function table(counts: Counts): string {
  const rows = FIELDS.map((field) => {
    const count = counts.fields.get(field) as Count;
    const { precision, recall, f1 } = rates(count);
    const cells = [precision, recall, f1, count.wrong, count.right + count.missed].map((cell) =>
      String(cell).padStart(9),
    );
    return `${field.padEnd(30)}${cells.join('')}`;
  });
  const head = `${'field'.padEnd(30)}${['precision', 'recall', 'F1', 'wrong', 'stated'].map((cell) => cell.padStart(9)).join('')}`;
  const { f1, precision } = rates(total(counts));
  const foot = [
    `${counts.mails} mails: language ${percent(counts.language, counts.mails)} %, intent ${percent(counts.intent, counts.mails)} %, all fields F1 ${f1} %, precision ${precision} %`,
    `whole mails ${percent(counts.whole.right, counts.whole.all)} %, answered wrongly ${counts.reply.wronglyAnswered}`,
  ];
  return [head, ...rows, '', ...foot].join('\n');
}

/** The totals in one object. */
function totals(counts: Counts): Record<string, number> {
  const { f1, precision } = rates(total(counts));
  return {
    mails: counts.mails,
    language: percent(counts.language, counts.mails),
    intent: percent(counts.intent, counts.mails),
    fields_f1: f1,
    fields_precision: precision,
    whole: percent(counts.whole.right, counts.whole.all),
    wrongly_answered: counts.reply.wronglyAnswered,
  };
}

/** `dealreg score`: returns the exit code; bad input is told in one line. */
export async function scoreCommand(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    const [folder = OWN_CORPUS] = positionals;
    if (values.help || positionals.length > 1) {
      process.stdout.write(`${USAGE}\n`);
      return values.help ? 0 : 2;
    }
    const counts = await scoreFolder(folder);
    if (counts.mails === 0) return complain(`no mail with a .json beside it in ${folder}`);
    process.stdout.write(`${values.json ? JSON.stringify(totals(counts)) : table(counts)}\n`);
    const show = (value: unknown) => JSON.stringify(value) ?? '-';
    if (values.misses)
      for (const miss of counts.misses)
        process.stdout.write(`${miss.mail}\t${miss.field}\twant ${show(miss.want)}\tgot ${show(miss.got)}\n`);
    return 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code.startsWith('ERR_PARSE_ARGS')) return complain((error as Error).message);
    throw error;
  }
}

function complain(message: string): number {
  process.stderr.write(`score: ${message}\n`);
  return 2;
}
