import { disputesOfRegistration } from '../database/disputes.ts';
import {
  entryTime,
  headCovering,
  mailHashesOfPartner,
  referencesOfPartner,
  sealedOf,
  treeRows,
} from '../database/heads.ts';
import { entryOf, lastEntry } from '../database/ledger.ts';
import { entriesOfRegistration, noticesOfRegistration } from '../database/listing.ts';
import { registrationByReference, type StoredRegistration } from '../database/registrations.ts';
import type { LedgerEntry } from '../ledger/chain.ts';
import { rootOf } from '../ledger/merkle.ts';
import { consistencyRanges, inclusionRanges, type Range, rootsOf, rowsFor } from '../ledger/proof.ts';
import { outcomesOf, PROOF_FORMAT, type Proof, type ToldOutcome } from '../ledger/proof-file.ts';
import { type ShownEntry, showEntry } from '../ledger/receipt.ts';
import type { Queryable } from '../ports.ts';

/**
 * Everything that shows how a registration came to stand as it stands, for its partner to check without us; undefined
 * where there is no such registration. Bodies that tell of anybody else are left out. `tx` sees one state throughout.
 * @param withData whether what the partner stated, and whom we wrote to, is shown as well
 */
export async function proveRegistration(
  tx: Queryable,
  reference: string,
  withData = false,
): Promise<Proof | undefined> {
  const registration = await registrationByReference(tx, reference);
  if (!registration) return undefined;
  const disputes = await disputesOfRegistration(tx, registration.id);
  const entries = await entriesOfRegistration(
    tx,
    reference,
    disputes.map(({ id }) => id),
  );
  const isOwn = await ownBodies(tx, registration, entries);
  const aware = await entriesByNumber(tx, awareOf(reference, entries.filter(isOwn)));
  const quoted = new Set(
    (await noticesOfRegistration(tx, registration.id)).map(({ ledger_entry }) => Number(ledger_entry)),
  );
  const head = await headFor(tx, [...entries.map(({ entry }) => Number(entry)), ...quoted]);
  const prover = await Prover.of(tx, head.size, [...entries, ...aware], [...quoted]);
  const sealed = withData
    ? await sealedOf(
        tx,
        entries.filter(({ kind }) => kind.startsWith('registration.')).map(({ entry }) => entry),
      )
    : new Map<string, unknown>();
  return {
    format: PROOF_FORMAT,
    reference,
    head,
    entries: entries.map((entry) => ({
      ...showEntry(entry, prover.inclusion(entry), isOwn(entry)),
      ...withSealed(sealed.get(String(entry.entry))),
    })),
    awareness: aware.map((entry) => showEntry(entry, prover.inclusion(entry), false)),
    quoted: [...quoted].map((size) => ({
      size,
      root: prover.rootAt(size),
      path: prover.consistency(size).map((node) => node.toString('hex')),
    })),
  };
}

const withSealed = (sealed: unknown): Pick<ShownEntry, 'sealed'> =>
  sealed === undefined ? {} : { sealed: sealed as ShownEntry['sealed'] };

/** Numbers of the awareness for which services of this registration were refused. */
const awareOf = (reference: string, entries: readonly LedgerEntry[]): bigint[] =>
  entries
    .flatMap(outcomesOf)
    .flatMap((outcome) => (outcome.reference === reference ? (outcome.aware ?? []) : []))
    .map(BigInt);

async function entriesByNumber(tx: Queryable, numbers: readonly bigint[]): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (const number of new Set(numbers)) entries.push((await entryOf(tx, number))!);
  return entries;
}

/** Which of these entries tell of this partner alone. */
async function ownBodies(
  tx: Queryable,
  { id, reference, partnerId }: StoredRegistration,
  entries: readonly LedgerEntry[],
): Promise<(entry: LedgerEntry) => boolean> {
  const mentioned = entries.flatMap(outcomesOf).flatMap((outcome) => outcome.reference ?? []);
  const references = await referencesOfPartner(tx, partnerId, mentioned);
  const mails = await mailHashesOfPartner(
    tx,
    partnerId,
    entries.map(({ body }) => String(body.mailHash)),
  );
  const disputes = await disputesOfRegistration(tx, id);
  const own = new Set(
    disputes.filter(({ registrationId }) => registrationId === id).map((dispute) => String(dispute.id)),
  );
  const isOwnOutcome = (outcome: ToldOutcome) =>
    outcome.reference === undefined || references.has(outcome.reference);
  return (entry) => {
    const { kind, body } = entry;
    switch (kind) {
      case 'registration.opened':
      case 'registration.changed':
        return body.reference === reference;
      case 'mail.decided':
        return mails.has(String(body.mailHash)) && outcomesOf(entry).every(isOwnOutcome);
      case 'time.passed':
        return outcomesOf(entry).every(
          (outcome) => outcome.reference !== undefined && references.has(outcome.reference),
        );
      case 'dispute.opened':
        return body.againstRegistrationId === undefined && body.againstCustomerId === undefined;
      case 'dispute.raised':
      case 'dispute.ruled':
      case 'dispute.dissolved':
        return own.has(String(body.disputeId));
      default:
        return false;
    }
  };
}

/** The newest signed head that holds all of these entries; the head as it stands where none does yet. */
async function headFor(tx: Queryable, entries: readonly number[]): Promise<Proof['head']> {
  const newest = BigInt(Math.max(...entries));
  const signed = await headCovering(tx, newest);
  if (signed) return signed;
  const { entry, frontier } = await lastEntry(tx);
  const at = (await entryTime(tx, entry))!;
  return { size: Number(entry), root: rootOf(frontier).toString('hex'), at: at.toISOString() };
}

/** Makes proofs for one head out of the few rows that they need. */
class Prover {
  readonly #size: number;
  readonly #rows: Awaited<ReturnType<typeof treeRows>>;

  private constructor(size: number, rows: Awaited<ReturnType<typeof treeRows>>) {
    this.#size = size;
    this.#rows = rows;
  }

  static async of(
    tx: Queryable,
    size: number,
    entries: readonly LedgerEntry[],
    earlier: readonly number[],
  ): Promise<Prover> {
    const ranges = [
      ...entries.flatMap(({ entry }) => inclusionRanges(Number(entry) - 1, size)),
      ...earlier.flatMap((before) => consistencyRanges(before, size)),
    ];
    return new Prover(size, await treeRows(tx, [...new Set([...rowsFor(ranges, size), ...earlier])]));
  }

  inclusion({ entry }: LedgerEntry): Buffer[] {
    return this.#roots(inclusionRanges(Number(entry) - 1, this.#size));
  }

  consistency(earlier: number): Buffer[] {
    return this.#roots(consistencyRanges(earlier, this.#size));
  }

  rootAt(size: number): string {
    return rootOf(this.#rows.get(size)!.frontier).toString('hex');
  }

  #roots(ranges: readonly Range[]): Buffer[] {
    return rootsOf(ranges, this.#rows);
  }
}
