import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import {
  listDisputes,
  listHeldMails,
  listRegistrations,
  listTroubledNotices,
  type RegistrationFilter,
} from '../database/listing.ts';
import { ExpectedError } from '../expected-error.ts';
import type { Queryable } from '../ports.ts';
import { choicesOf } from '../registration/ruling.ts';
import { REGISTRATION_STATUSES, type Rule } from '../registration/vocabulary.ts';
import { type Cell, table, toJson } from './table.ts';

const VIEWS = ['held', 'disputes', 'queue', 'outbox'] as const;
type View = (typeof VIEWS)[number] | 'registrations';

/** A list in both forms: rows for machines, cells for people. */
interface List {
  rows: readonly object[];
  heads: readonly string[];
  cells: readonly (readonly Cell[])[];
  /** What an empty list means. */
  none: string;
}

/**
 * `dealreg list`: registrations, the newest first, of one partner or status; or what waits for somebody: `--disputes`,
 * `--queue`, `--held` mails, notices in trouble (`--outbox`). `--json` prints one line a row.
 */
export async function listCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      partner: { type: 'string' },
      status: { type: 'string' },
      limit: { type: 'string' },
      json: { type: 'boolean' },
      ...Object.fromEntries(VIEWS.map((view) => [view, { type: 'boolean' as const }])),
    },
  });
  const flags = values as Record<string, string | boolean | undefined>;
  const chosen = VIEWS.filter((view) => flags[view]);
  if (chosen.length > 1) throw usage(`--${chosen.join(' and --')} are two lists: ask for one`);
  const filter = filterOf(values.partner, values.status, values.limit);
  const database = await openDatabase(loadConfig());
  try {
    const list = await read(database, chosen[0] ?? 'registrations', filter);
    print(list, filter.limit, values.json ?? false);
    return 0;
  } finally {
    await database.close();
  }
}

const usage = (text: string) => new ExpectedError(text, { exitCode: 2 });

function filterOf(
  partner: string | undefined,
  status: string | undefined,
  limit = '100',
): RegistrationFilter {
  if (status !== undefined && !REGISTRATION_STATUSES.some((known) => known === status))
    throw usage(`"${status}" is no status: use one of ${REGISTRATION_STATUSES.join(', ')}`);
  if (!/^[1-9]\d{0,5}$/.test(limit)) throw usage(`--limit takes a number, for example --limit 500`);
  return { partner, status, limit: Number(limit) };
}

function read(tx: Queryable, view: View, filter: RegistrationFilter): Promise<List> {
  switch (view) {
    case 'registrations':
      return registrations(tx, filter);
    case 'queue':
      return registrations(tx, { ...filter, status: 'queued' });
    case 'held':
      return held(tx, filter.limit);
    case 'disputes':
      return disputes(tx, filter.limit);
    case 'outbox':
      return outbox(tx, filter.limit);
  }
}

async function registrations(tx: Queryable, filter: RegistrationFilter): Promise<List> {
  const rows = await listRegistrations(tx, filter);
  return {
    rows,
    heads: ['reference', 'partner', 'customer', 'services', 'status', 'arrived', 'until'],
    cells: rows.map(
      ({ reference, partner, customer, services, status, received_at, until, queue_position }) => [
        reference,
        partner,
        customer,
        services,
        queue_position === null ? status : `${status} (place ${queue_position})`,
        received_at,
        until,
      ],
    ),
    none: 'No registration.',
  };
}

async function held(tx: Queryable, limit: number): Promise<List> {
  const rows = await listHeldMails(tx, limit);
  return {
    rows,
    heads: ['mail', 'arrived', 'state', 'reason', 'from', 'subject'],
    cells: rows.map(({ id, received_at, state, outcome, reason, sender, subject }) => [
      id,
      received_at,
      outcome ?? state,
      reason,
      sender,
      subject,
    ]),
    none: 'No mail is held.',
  };
}

async function disputes(tx: Queryable, limit: number): Promise<List> {
  const rows = await listDisputes(tx, limit);
  return {
    rows: rows.map((row) => ({ ...row, choices: choicesOf(row.rule as Rule) })),
    heads: ['reference', 'rule', 'partner', 'customer', 'against', 'since', 'raised again', 'choices'],
    cells: rows.map(({ reference, rule, partner, customer, against, opened_at, raise_due }) => [
      reference,
      rule,
      partner,
      customer,
      against,
      opened_at,
      raise_due,
      choicesOf(rule as Rule),
    ]),
    none: 'No dispute waits.',
  };
}

async function outbox(tx: Queryable, limit: number): Promise<List> {
  const rows = await listTroubledNotices(tx, limit);
  return {
    rows,
    heads: ['notice', 'kind', 'to', 'state', 'attempts', 'last error', 'written'],
    cells: rows.map(({ id, kind, recipient, state, attempts, last_error, created_at }) => [
      id,
      kind,
      recipient,
      state,
      attempts,
      last_error,
      created_at,
    ]),
    none: 'No notice is in trouble.',
  };
}

function print({ rows, heads, cells, none }: List, limit: number, asJson: boolean): void {
  if (asJson) {
    for (const row of rows) console.log(toJson(row));
    return;
  }
  if (rows.length === 0) {
    console.log(none);
    return;
  }
  console.log(table(heads, cells));
  if (rows.length === limit) console.log(`The first ${limit}: --limit ${limit * 10} shows more.`);
}
