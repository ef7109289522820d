import { z } from 'zod';
import { type EntryHeader, headerHash, headerOf, type LedgerEntry, sealHash } from './chain.ts';
import { isSigned, type SignedHead, signedHeadSchema } from './head.ts';
import { leafHash, verifyInclusion } from './merkle.ts';

export const RECEIPT_FORMAT = 'dealreg-receipt-1';

/** One thing that was checked. `fault` says what is wrong, where, and what that means. */
export type Check = { name: string; found: string } | { name: string; fault: string };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const salt = z.string().regex(/^[0-9a-f]{32}$/);
const facts = z.record(z.string().max(100), z.json());

/** Hashes from the leaf upwards: no ledger is deeper. */
export const pathSchema = z.array(hash).max(64);

const headerSchema = z.strictObject({
  entry: z.string().regex(/^[1-9]\d{0,14}$/),
  at: z.iso.datetime(),
  kind: z.string().max(100),
  bodyHash: hash,
  sealedHash: hash.optional(),
  previousHash: hash,
});

/** An entry as a proof shows it: its body only to whom it belongs, personal data only where it was asked for. */
export const shownEntrySchema = z.strictObject({
  header: headerSchema,
  body: facts.optional(),
  salt: salt.optional(),
  sealed: z.strictObject({ salt, data: facts }).optional(),
  /** Inclusion proof in the head of the file. */
  path: pathSchema,
});
export type ShownEntry = z.infer<typeof shownEntrySchema>;

/** What travels with a notice: its entry, and that the head of that instant holds it. */
export const receiptSchema = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  entry: shownEntrySchema,
  head: signedHeadSchema,
});
export type Receipt = z.infer<typeof receiptSchema>;

/** Makes the receipt of the entry that a head ends with. @param open whether the reader may see the body */
export function receiptOf(
  entry: LedgerEntry & { path: readonly Buffer[] },
  head: SignedHead,
  open: boolean,
): Receipt {
  return { format: RECEIPT_FORMAT, entry: showEntry(entry, entry.path, open), head };
}

/** An entry for a proof, with its body or without. */
export function showEntry(entry: LedgerEntry, path: readonly Buffer[], open: boolean): ShownEntry {
  const { body, salt } = entry;
  return {
    header: headerOf(entry),
    ...(open ? { body: body as ShownEntry['body'], salt } : {}),
    path: path.map((node) => node.toString('hex')),
  };
}

/** Checks a receipt by itself: the entry, its place under the head, the signature of the head. */
export function checkReceipt({ entry, head }: Receipt): Check[] {
  return [checkEntry(entry, head), checkSignature(head)];
}

/** Checks that an entry has what it shows, and that the head holds it at its number. */
export function checkEntry(shown: ShownEntry, head: { size: number; root: string }): Check {
  const { header, body, salt: bodySalt, sealed, path } = shown;
  const name = `entry ${header.entry}`;
  if (body !== undefined && (bodySalt === undefined || sealHash(bodySalt, body) !== header.bodyHash))
    return { name, fault: 'the body is not the one that was hashed' };
  if (sealed && sealHash(sealed.salt, sealed.data) !== header.sealedHash)
    return { name, fault: 'the personal data is not what was sealed' };
  if (!isUnder(header, path, head))
    return { name, fault: `it is not entry ${header.entry} of the ${head.size} under the root ${head.root}` };
  const what = body === undefined ? 'its body is not shown' : 'its body is the one that was hashed';
  return { name, found: `${header.kind}, written ${header.at}, ${headerHash(header)}; ${what}` };
}

function isUnder(
  header: EntryHeader,
  path: readonly string[],
  head: { size: number; root: string },
): boolean {
  const leaf = leafHash(Buffer.from(headerHash(header), 'hex'));
  const nodes = path.map((node) => Buffer.from(node, 'hex'));
  return verifyInclusion(leaf, Number(header.entry) - 1, head.size, nodes, Buffer.from(head.root, 'hex'));
}

/** Checks the signature of a head against the key that it names. */
export function checkSignature(head: SignedHead): Check {
  const name = 'signature';
  return isSigned(head)
    ? { name, found: `head of ${head.size} entries, ${head.at}, signed by key ${head.key}` }
    : { name, fault: `the head of ${head.size} entries is not signed by the key ${head.key}` };
}
