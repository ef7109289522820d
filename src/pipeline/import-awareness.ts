import { importedAwareness } from '../database/awareness.ts';
import type { AwarenessRow } from '../import/awareness.ts';
import type { Queryable } from '../ports.ts';
import { decideAwareness } from '../registration/awareness.ts';
import type { Policy } from '../registration/policy.ts';
import type { AwarenessRule } from '../registration/vocabulary.ts';
import { addCustomer, findCustomers, standingOf } from './find-customer.ts';
import type { ImportCounts } from './import-records.ts';
import { recordEvent } from './record-event.ts';

interface AwarenessImport {
  now: Date;
  /** Whether the file's dates count; otherwise what it says counts from now on. */
  trustDates: boolean;
  policy: Policy;
  progress?: (done: number, total: number) => void;
}

const WHY_NOT: Record<Exclude<AwarenessRule, 'awareness.recorded'>, string> = {
  'awareness.late': 'a partner registered this customer before: it does not count',
  'awareness.partners_customer': 'the customer has a partner of record: it does not count',
  'awareness.competes': 'the customer has an IT partner: it does not count',
};

/** Records each row that is not recorded yet, on the customer that it surely means or on a new one. */
export async function storeAwareness(
  tx: Queryable,
  rows: readonly AwarenessRow[],
  { now, trustDates, policy, progress }: AwarenessImport,
): Promise<ImportCounts> {
  const counts: ImportCounts = { added: 0, updated: 0, unchanged: 0, notes: [] };
  for (const [index, row] of rows.entries()) {
    const { same } = await findCustomers(tx, row.description);
    const recordedAt = trustDates ? row.recordedAt : now;
    if (same && (await isRecorded(tx, same.customer.id, row, trustDates))) {
      counts.unchanged += 1;
      continue;
    }
    // The same table as for a mail of staff. What was known before the first mail is taken as it is.
    const request = { receivedAt: now, services: row.services, leavesPartner: false, dissatisfied: false };
    const standing = trustDates || !same ? undefined : await standingOf(tx, same.customer);
    const { rule } = decideAwareness(request, standing, policy);
    if (rule !== 'awareness.recorded') {
      counts.unchanged += 1;
      counts.notes.push({ line: row.line, text: WHY_NOT[rule] });
      continue;
    }
    await recordEvent(tx, now, {
      kind: 'awareness.recorded',
      customerId: same?.customer.id ?? (await addCustomer(tx, row.description)),
      services: row.services,
      recordedAt,
      source: 'import',
      sealed: { recordedBy: row.recordedBy },
    });
    counts.added += 1;
    progress?.(index + 1, rows.length);
  }
  return counts;
}

/** The same row again: recorded with its own date, or recorded here after that date, when the dates did not count. */
async function isRecorded(
  tx: Queryable,
  customerId: bigint,
  { services, recordedAt, recordedBy }: AwarenessRow,
  trustDates: boolean,
): Promise<boolean> {
  const recorded = await importedAwareness(tx, customerId, recordedBy);
  return recorded.some(
    (known) =>
      services.every((service) => known.services.includes(service)) &&
      (trustDates
        ? known.recordedAt.getTime() === recordedAt.getTime()
        : known.recordedAt.getTime() >= recordedAt.getTime()),
  );
}
