import { relative, resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { createContext } from '../context.ts';
import { type DemoRow, demoRows } from '../demo/demo-database.ts';
import { demoConfig, type Progress, runDemo } from '../demo/run-demo.ts';
import { aligned } from '../explain/explanation.ts';

const DATA_DIR = 'data/demo';

/** `dealreg demo [--fresh]`: sample mails through the pipeline of production, with no server; then what came of each. */
export async function demoCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { fresh: { type: 'boolean' } } });
  const started = performance.now();
  const config = demoConfig(resolve(DATA_DIR));
  console.log(
    'Sample mails arrive in a Maildir; the workers of production store, understand, decide and answer them.\n',
  );
  const added = await runDemo(config, values.fresh ?? false, showProgress());
  await using context = await createContext(config);
  const rows = await demoRows(context.database);
  console.log(table(rows).join('\n'));
  console.log(summary(rows, added, performance.now() - started));
  return 0;
}

/** One line that is written over on a terminal; elsewhere a line for every tenth mail. */
function showProgress(): (now: Progress) => void {
  let last = '';
  return ({ delivered, total, open }) => {
    const finished = Math.max(0, delivered - open);
    const line = `  ${'█'.repeat(Math.round((20 * finished) / total)).padEnd(20, '░')}  ${delivered} of ${total} mails delivered, ${open} in work`;
    if (line === last) return;
    last = line;
    if (process.stdout.isTTY)
      process.stdout.write(`\r${line.padEnd(78)}${delivered === total && open === 0 ? '\n\n' : ''}`);
    else if (delivered % 10 === 0 && open === 0) console.log(line);
  };
}

const COLOURS = {
  accepted: 'green',
  recorded: 'green',
  done: 'green',
  answered: 'green',
  repeated: 'cyan',
  needs_information: 'cyan',
  conflict: 'yellow',
  rejected: 'red',
  refused: 'red',
} as const;

function table(rows: readonly DemoRow[]): string[] {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Europe/Luxembourg' });
  const lines = aligned([
    ['arrived', 'from', 'customer', 'outcome', 'rule', 'took'],
    ...rows.map(({ arrived, sender, customer, outcome, rule, tookMs }) => [
      clock.format(arrived),
      cut(sender, 34),
      cut(customer, 32),
      outcome,
      rule,
      `${tookMs} ms`,
    ]),
  ]);
  return lines.map((line, index) => {
    if (index === 0) return styleText('bold', line);
    const { outcome } = rows[index - 1]!;
    const colour = COLOURS[outcome as keyof typeof COLOURS];
    return colour ? line.replace(outcome, styleText(colour, outcome)) : styleText('dim', line);
  });
}

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

function summary(rows: readonly DemoRow[], added: number, ms: number): string {
  const here = (path: string) => relative(process.cwd(), resolve(DATA_DIR, path));
  const news = added === 0 ? 'Nothing was new' : `${added} mails were new`;
  return [
    '',
    `${news}; ${rows.length} decisions in the ledger. This took ${(ms / 1000).toFixed(1)} s.`,
    '',
    `Read the answers:   ${here('outbox/new')}/*.eml (open one in your mail program)`,
    `Read the mails:     ${here('mailbox/new')}/`,
    `Try next:           DATA_DIR=${DATA_DIR} npx dealreg explain src/demo/mails/07-*.eml    how a mail is understood and decided`,
    `                    DATA_DIR=${DATA_DIR} npx dealreg list            what the ledger holds`,
    `                    DATA_DIR=${DATA_DIR} npx dealreg verify          that nobody has changed it`,
    '                    npm run demo -- --fresh                        from the beginning',
    '                    npm start                                      the service itself, after `npx dealreg import partners FILE.csv`',
    '',
  ].join('\n');
}
