import { parseArgs } from 'node:util';
import {
  type Candidate,
  type CustomerDescription,
  CustomerIndex,
  compareCustomers,
  identify,
  NAMES_ALONE_POLICY,
} from '../customer/index.ts';
import { BadInput, jsonLines } from './match-input.ts';
import { comparisonTable, rankedTable } from './match-table.ts';

const USAGE = `usage: dealreg match NAME OTHER             compare two names and show why
       dealreg match NAME [--country LU] [--city TOWN] [--domain SITE] [--vat NUMBER]
                                            search the ledger
       dealreg match --pairs FILE --json    one line {"score","verdict"} for each line {"a","b","ca","cb"}
       dealreg match --ledger FILE --queries FILE --json
                                            one line {"verdict","best","candidates"} for each line {"query","country"}
Files hold JSON lines and may be gzipped. a and b are names or descriptions of customers.`;

const SHOWN_CANDIDATES = 10;

/** What the command cannot do itself: search the ledger in the database. */
export interface MatchHooks {
  searchLedger?: (description: CustomerDescription) => Promise<Candidate[]>;
}

/** `dealreg match`: is it the same customer? Returns the exit code; bad input is told in one line. */
export async function matchCommand(args: string[], hooks: MatchHooks = {}): Promise<number> {
  try {
    return await run(args, hooks);
  } catch (error) {
    if (!(error instanceof BadInput) && !isUsageError(error)) throw error;
    process.stderr.write(`match: ${error.message}\n`);
    return 2;
  }
}

async function run(args: string[], hooks: MatchHooks): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  if (values.help) return print(USAGE);
  if (values.pairs) return matchPairs(values.pairs);
  if (values.ledger && values.queries) return matchLedger(values.ledger, values.queries);
  if (values.ledger || values.queries) throw new BadInput('--ledger and --queries belong together');
  const [name, other] = positionals;
  if (!name || positionals.length > 2) throw new BadInput(`one name or two are needed\n${USAGE}`);
  const { country, city, domain, vat } = values;
  const description: CustomerDescription = { name, country, city, domain, vat };
  if (other) return showComparison(description, { name: other }, values.json);
  return showCandidates(description, hooks, values.json);
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  json: { type: 'boolean', default: false },
  pairs: { type: 'string' },
  ledger: { type: 'string' },
  queries: { type: 'string' },
  country: { type: 'string' },
  city: { type: 'string' },
  domain: { type: 'string' },
  vat: { type: 'string' },
} as const;

function showComparison(a: CustomerDescription, b: CustomerDescription, json: boolean): number {
  const comparison = compareCustomers(a, b);
  return print(json ? JSON.stringify(comparison) : comparisonTable(comparison));
}

async function showCandidates(
  description: CustomerDescription,
  { searchLedger }: MatchHooks,
  json: boolean,
): Promise<number> {
  if (!searchLedger)
    throw new BadInput('no ledger is connected; give a second name, or --ledger and --queries');
  const candidates = await searchLedger(description);
  const { verdict, best } = identify(candidates);
  if (json) return print(answer(verdict, best?.id, candidates));
  return print(rankedTable(verdict, candidates.slice(0, SHOWN_CANDIDATES)));
}

async function matchPairs(file: string): Promise<number> {
  for await (const { value, line } of jsonLines(file)) {
    const { a, b, ca, cb } = value;
    const comparison = compareCustomers(described(a, ca, line), described(b, cb, line), {
      policy: NAMES_ALONE_POLICY,
    });
    print(JSON.stringify({ score: comparison.score, verdict: comparison.verdict }));
  }
  return 0;
}

async function matchLedger(ledgerFile: string, queryFile: string): Promise<number> {
  const index = new CustomerIndex({ policy: NAMES_ALONE_POLICY });
  for await (const { value, line } of jsonLines(ledgerFile)) {
    const { id, ...description } = value;
    if (typeof id !== 'string' && typeof id !== 'number') throw new BadInput(`${line}: an "id" is missing`);
    index.add(String(id), described(description, undefined, line));
    if (index.size % 10_000 === 0) progress(`${index.size} customers read`);
  }
  for await (const { value, line } of jsonLines(queryFile)) {
    const { query, country } = value;
    const candidates = index.search(described(query, country, line), SHOWN_CANDIDATES);
    const { verdict, best } = identify(candidates, NAMES_ALONE_POLICY);
    print(answer(verdict, best?.id, candidates));
  }
  return 0;
}

function answer(verdict: string, best: string | undefined, candidates: readonly Candidate[]): string {
  return JSON.stringify({ verdict, best: best ?? null, candidates: candidates.map(({ id }) => id) });
}

/** A side of a comparison as the file gives it: a name, or an object with the fields of a description. */
function described(value: unknown, country: unknown, line: string): CustomerDescription {
  const land = typeof country === 'string' ? country : undefined;
  if (typeof value === 'string') return { name: value, country: land };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadInput(`${line}: a name or a description is missing`);
  }
  const description: Record<string, unknown> = { country: land };
  for (const [field, entry] of Object.entries(value)) {
    if (typeof entry === 'string') description[field] = entry;
    if (field === 'aliases' && Array.isArray(entry)) description[field] = entry.filter(isText);
  }
  return description;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isUsageError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text} …`);
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
