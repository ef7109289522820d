import { entriesAfter, sealedAfter } from '../database/ledger.ts';
import { registrationsAfter, type StoredRegistration } from '../database/registrations.ts';
import { awarenessAfter, mailsAfter, receiptsAfter } from '../database/verify-pages.ts';
import {
  type ChainFault,
  canonicalJson,
  findChainFault,
  GENESIS_HASH,
  type LedgerEntry,
  sealHash,
} from '../ledger/chain.ts';
import { checkErasures } from '../ledger/erasures.ts';
import type { Check } from '../ledger/receipt.ts';
import { Story, type ToldRegistration } from '../ledger/story.ts';
import type { Queryable } from '../ports.ts';
import type { HeadFile } from './head-files.ts';
import { checkHeads, checkTree } from './verify-tree.ts';

export type { Check };

/** Rows read at once: mails among them, whose bytes the database hashes. */
const PAGE = 500;
/** Characters of an entry's hash that a notice quotes as its fingerprint. */
const FINGERPRINT = 12;

/**
 * Checks everything that the ledger vouches for, one check after the other, each on what the one before has shown to
 * be sound; ends after the first fault. `tx` must see one state of the database throughout.
 * @param files the heads that were laid out as files
 */
export async function* verifyLedger(tx: Queryable, files: readonly HeadFile[] = []): AsyncGenerator<Check> {
  const story = new Story();
  for (const check of [
    () => checkChain(tx, story),
    () => checkErasures(story),
    () => checkTree(tx),
    () => checkHeads(tx, files),
    () => checkRegistrations(tx, story),
    () => checkAwareness(tx, story),
    () => checkMails(tx, story),
    () => checkReceipts(tx, story),
  ]) {
    const result = await check();
    yield result;
    if ('fault' in result) return;
  }
}

async function checkChain(tx: Queryable, story: Story): Promise<Check> {
  const name = 'chain';
  let last: { entry: bigint; hash: string } = { entry: 0n, hash: GENESIS_HASH };
  for (;;) {
    const entries = await entriesAfter(tx, last.entry, PAGE);
    if (entries.length === 0) break;
    const broken = findChainFault(entries, last);
    if (broken) return { name, fault: chainFault(broken) };
    const sealed = await sealedOf(tx, entries);
    for (const entry of entries) {
      const data = sealed.get(entry.entry);
      if (data && entry.sealedHash !== sealHash(data.salt, data.data))
        return { name, fault: sealFault(entry) };
      story.take(entry, data?.data);
    }
    last = entries.at(-1)!;
  }
  return {
    name,
    found: `${story.entries} entries, each bound to the one before; the last is ${last.hash}`,
  };
}

type Sealed = Map<bigint, { salt: string; data: Record<string, unknown> }>;

/** Personal data of these entries, by their numbers. */
async function sealedOf(tx: Queryable, entries: readonly LedgerEntry[]): Promise<Sealed> {
  const rows = await sealedAfter(tx, entries[0]!.entry - 1n, PAGE);
  return new Map(
    rows.map(({ entry, salt, data }) => [entry, { salt, data: data as Record<string, unknown> }]),
  );
}

function chainFault({ entry, fault }: ChainFault): string {
  switch (fault) {
    case 'gap':
      return `before entry ${entry} an entry is missing: the ledger was shortened`;
    case 'previous_hash':
      return `entry ${entry} does not follow from the entry before it: one of the two was replaced`;
    case 'hash':
      return `entry ${entry} does not have the hash that its content gives: it was changed after it was written`;
    case 'sealed_hash':
      return `the personal data of entry ${entry} is not what was sealed`;
  }
}

const sealFault = ({ entry, kind }: LedgerEntry): string =>
  `the personal data of entry ${entry} (${kind}) is not what was sealed: what a partner stated, or whom to write to, was changed afterwards`;

async function checkRegistrations(tx: Queryable, { registrations }: Story): Promise<Check> {
  const name = 'registrations';
  let count = 0;
  for await (const row of each(registrationsAfter, tx)) {
    const told = registrations.get(row.reference);
    if (!told) return { name, fault: `${row.reference} stands in the table, and no entry opened it` };
    const [field] = differences(row, told);
    if (field) return { name, fault: registrationFault(row.reference, field, told) };
    count += 1;
  }
  if (count < registrations.size)
    return {
      name,
      fault: `${registrations.size - count} registrations that entries opened are gone from the table`,
    };
  return { name, found: `${count} registrations, each as its entries tell it` };
}

interface Difference {
  field: string;
  stored: unknown;
  told: unknown;
}

function differences(row: StoredRegistration, { facts, stated, contact }: ToldRegistration): Difference[] {
  const stored: Record<string, unknown> = {
    ...row,
    protectedUntil: row.protectedUntil ?? null,
    graceUntil: row.graceUntil ?? null,
    closedAt: row.closedAt ?? null,
  };
  const told: Record<string, unknown> = {
    ...facts,
    ...(stated ? { stated } : {}),
    ...(contact ? { contact } : {}),
  };
  return Object.keys({ ...facts, customerId: undefined, ...told }).flatMap((field) => {
    const same = canonicalJson(stored[field] ?? null) === canonicalJson(told[field] ?? null);
    return same ? [] : [{ field, stored: stored[field], told: told[field] }];
  });
}

function registrationFault(
  reference: string,
  { field, stored, told }: Difference,
  { lastEntry }: ToldRegistration,
): string {
  const personal = field === 'stated' || field === 'contact';
  const values = personal
    ? ''
    : `: ${canonicalJson(stored ?? null)} in the table, ${canonicalJson(told ?? null)} by the entries up to ${lastEntry}`;
  return `${field} of ${reference} is not what the ledger tells${values}: the table was changed past the ledger`;
}

async function checkAwareness(tx: Queryable, { awareness }: Story): Promise<Check> {
  const name = 'awareness';
  let count = 0;
  for await (const { id, ...row } of each(awarenessAfter, tx)) {
    const told = awareness[count];
    if (!told) return { name, fault: `awareness ${id} stands in the table, and no entry recorded it` };
    const { customerId, services, recordedAt, source } = told.body;
    if (canonicalJson(row) !== canonicalJson({ customerId, services, recordedAt, source }))
      return {
        name,
        fault: `awareness ${id} is not what entry ${told.entry} recorded: what Mixvoip knew, or since when, was changed afterwards`,
      };
    count += 1;
  }
  if (count < awareness.length)
    return {
      name,
      fault: `${awareness.length - count} of the awareness that entries recorded are gone from the table`,
    };
  return { name, found: `${count} recorded, each as its entry tells it` };
}

async function checkMails(tx: Queryable, { decisions, erased }: Story): Promise<Check> {
  const name = 'mails';
  let count = 0;
  let bytes = 0;
  for await (const { id, state, receivedAt, rawHash, intact } of each(mailsAfter, tx)) {
    if (intact === false) return { name, fault: `the bytes of mail ${id} are not those that arrived` };
    if (intact) bytes += 1;
    if (state !== 'decided') continue;
    if (intact === undefined && !erased.mails.has(rawHash))
      return { name, fault: `the bytes of mail ${id} are gone, and no entry says that they were erased` };
    const told = decisions.get(rawHash);
    if (told?.entries.length !== 1) return { name, fault: decisionFault(id, told?.entries ?? []) };
    if (told.receivedAt !== receivedAt.toISOString())
      return {
        name,
        fault: `mail ${id} arrived at ${told.receivedAt} by entry ${told.entries[0]} and at ${receivedAt.toISOString()} by the table: its rank was changed`,
      };
    decisions.delete(rawHash);
    count += 1;
  }
  const [gone] = decisions.values();
  if (gone)
    return { name, fault: `the mail that entry ${gone.entries[0]} decided is not there as decided any more` };
  return {
    name,
    found: `${count} decided, each by one entry and at its arrival; the bytes of ${bytes} unchanged`,
  };
}

const decisionFault = (id: bigint, entries: readonly bigint[]): string =>
  entries.length === 0
    ? `mail ${id} counts as decided, and no entry says so`
    : `mail ${id} was decided more than once, by the entries ${entries.join(' and ')}`;

async function checkReceipts(tx: Queryable, { erased }: Story): Promise<Check> {
  const name = 'receipts';
  let count = 0;
  for await (const { id, kind, text, ledgerEntry, hash } of each(receiptsAfter, tx)) {
    if (hash === undefined)
      return {
        name,
        fault: `notice ${id} (${kind}) names entry ${ledgerEntry} as its receipt, and there is none`,
      };
    if (erased.notices.has(String(id)) && text === '') continue;
    const fingerprint = hash.slice(0, FINGERPRINT);
    if (!text.includes(fingerprint))
      return {
        name,
        fault: `notice ${id} (${kind}) does not quote the fingerprint ${fingerprint} of its entry ${ledgerEntry}: the notice or the entry is not the one that was promised`,
      };
    count += 1;
  }
  return { name, found: `${count} notices, each with the fingerprint of its entry` };
}

/** Every row of a table in order of id, read in pages. */
async function* each<Row extends { id: bigint }>(
  read: (tx: Queryable, after: bigint, limit: number) => Promise<Row[]>,
  tx: Queryable,
): AsyncGenerator<Row> {
  for (let after = 0n; ; ) {
    const rows = await read(tx, after, PAGE);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
