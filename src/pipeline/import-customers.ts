import { blockingKeys } from '../customer/blocking.ts';
import type { CustomerDescription } from '../customer/description.ts';
import { type StoredCustomer, updateAttachment, updateCustomer } from '../database/customers.ts';
import {
  customersByExternalIds,
  type ImportedCustomer,
  insertCustomers,
  keysOutsideBase,
  type NewCustomer,
} from '../database/customers-import.ts';
import { allPartners } from '../database/partners.ts';
import type { CustomerRow } from '../import/customers.ts';
import { type Problem, refuse } from '../import/problem.ts';
import type { Queryable } from '../ports.ts';
import type { Attachment } from '../registration/standing.ts';
import { findCustomers } from './find-customer.ts';
import type { ImportCounts, ImportNote } from './import-records.ts';

/** A row whose id the ledger does not know. */
type FreshRow = CustomerRow & NewCustomer;

/** Rows that one statement reads or writes. */
const BATCH = 1000;

/** Writes customers by their id. Throws an ExpectedError where a row names a partner that is not in the directory. */
export async function storeCustomers(
  tx: Queryable,
  rows: readonly CustomerRow[],
  source: string,
  progress?: (done: number, total: number) => void,
): Promise<ImportCounts> {
  const problems = unknownPartners(rows, new Set((await allPartners(tx)).map(({ id }) => id)));
  if (problems.length > 0) throw refuse(source, problems);
  const counts: ImportCounts = { added: 0, updated: 0, unchanged: 0, notes: [] };
  const outside = await keysOutsideBase(tx);
  for (let start = 0; start < rows.length; start += BATCH) {
    await storeBatch(tx, rows.slice(start, start + BATCH), outside, counts);
    progress?.(Math.min(start + BATCH, rows.length), rows.length);
  }
  return counts;
}

function unknownPartners(rows: readonly CustomerRow[], partners: ReadonlySet<string>): Problem[] {
  return rows.flatMap(({ line, attachment }) =>
    (
      [
        ['partner_id', attachment.partnerId],
        ['it_partner_id', attachment.itPartnerId],
      ] as const
    ).flatMap(([column, id]) =>
      id === undefined || partners.has(id)
        ? []
        : [{ line, column, text: `${id} is no partner of the directory: import the partners first` }],
    ),
  );
}

async function storeBatch(
  tx: Queryable,
  rows: readonly CustomerRow[],
  outside: ReadonlySet<string>,
  counts: ImportCounts,
): Promise<void> {
  const known = await customersByExternalIds(
    tx,
    rows.map(({ externalId }) => externalId),
  );
  const fresh: FreshRow[] = [];
  for (const row of rows) {
    const customer = known.get(row.externalId);
    if (!customer) fresh.push({ ...row, keys: blockingKeys(row.description) });
    else if (await renew(tx, customer, row, counts.notes)) counts.updated += 1;
    else counts.unchanged += 1;
  }
  const joined = await joinKnown(tx, fresh, outside, counts.notes);
  counts.updated += joined.size;
  const added = fresh.filter((customer) => !joined.has(customer));
  await insertCustomers(tx, added);
  counts.added += added.length;
}

/** Brings a customer up to its row; whether anything changed. */
async function renew(
  tx: Queryable,
  customer: ImportedCustomer,
  row: CustomerRow,
  notes: ImportNote[],
): Promise<boolean> {
  const description = supplemented(customer.description, row.description);
  const attachment = attachmentAfter(customer, row, notes);
  const described = isEqual(description, customer.description);
  const attached = isEqual(attachment, customer.attachment);
  if (!described) await updateCustomer(tx, customer.id, description, blockingKeys(description));
  if (!attached) await updateAttachment(tx, customer.id, attachment);
  return !(described && attached);
}

/** What the row says wins; an empty cell takes nothing away that is known from elsewhere. */
function supplemented(known: CustomerDescription, stated: CustomerDescription): CustomerDescription {
  return { ...known, ...withoutAbsent(stated) };
}

/**
 * Whose customer it is. What the ledger has settled itself, by a won registration or a ruling, a customer base that has
 * not heard of it does not undo, and revenue from the time before says nothing of it.
 */
function attachmentAfter(
  { attachment, attachedAt }: ImportedCustomer,
  { line, externalId, attachment: stated }: CustomerRow,
  notes: ImportNote[],
): Attachment {
  if (attachedAt === undefined) return stated;
  if (stated.partnerId !== attachment.partnerId) {
    const whose = (id: string | undefined) =>
      id === undefined ? 'without a partner of record' : `with ${id}`;
    const text = `${externalId} stays ${whose(attachment.partnerId)}, as the ledger settled on ${attachedAt.toISOString().slice(0, 10)}; the file has it ${whose(stated.partnerId)}`;
    notes.push({ line, text });
  }
  const isLater = stated.lastRevenue !== undefined && stated.lastRevenue > attachedAt;
  return {
    ...stated,
    partnerId: attachment.partnerId,
    lastRevenue: isLater ? stated.lastRevenue : attachment.lastRevenue,
  };
}

/** Those of new rows that are surely a customer known so far from registrations or awareness only. */
async function joinKnown(
  tx: Queryable,
  fresh: readonly FreshRow[],
  outside: ReadonlySet<string>,
  notes: ImportNote[],
): Promise<Set<FreshRow>> {
  const joined = new Set<FreshRow>();
  for (const row of fresh) {
    const isNear = row.keys.some(({ kind, key }) => outside.has(`${kind} ${key}`));
    if (isNear && (await join(tx, row, notes))) joined.add(row);
  }
  return joined;
}

/** Gives a known customer the row's id, and then what the row says. */
async function join(tx: Queryable, row: FreshRow, notes: ImportNote[]): Promise<boolean> {
  const { externalId, description } = row;
  const { same, alike } = await findCustomers(tx, description);
  const known = [...(same ? [same] : []), ...alike].find(
    ({ customer, comparison }) => comparison.verdict === 'same' && customer.externalId === undefined,
  )?.customer;
  if (!known) return false;
  await updateAttachment(tx, known.id, { ...known.attachment, externalId });
  const customer = (await customersByExternalIds(tx, [externalId])).get(externalId)!;
  const aliases = aliasesOf(known, description);
  await renew(tx, { ...customer, description: { ...customer.description, aliases } }, row, notes);
  return true;
}

/** The name by which partners know it stays one of its names. */
function aliasesOf({ description: known }: StoredCustomer, { name }: CustomerDescription): string[] {
  const names = new Set(known.aliases ?? []);
  if (known.name !== undefined && name !== undefined && known.name !== name) names.add(known.name);
  return [...names];
}

const withoutAbsent = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

function isEqual(a: CustomerDescription | Attachment, b: CustomerDescription | Attachment): boolean {
  const text = (value: object) =>
    JSON.stringify(Object.entries(withoutAbsent(value)).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}
