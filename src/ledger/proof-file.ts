import { z } from 'zod';
import { headSchema, signedHeadSchema } from './head.ts';
import { verifyConsistency } from './merkle.ts';
import {
  type Check,
  checkEntry,
  checkSignature,
  pathSchema,
  type ShownEntry,
  shownEntrySchema,
} from './receipt.ts';

export const PROOF_FORMAT = 'dealreg-proof-1';

/** Everything that shows how a registration came to stand as it stands, to be checked without the ledger. */
export const proofSchema = z.strictObject({
  format: z.literal(PROOF_FORMAT),
  reference: z.string().max(40),
  /** Signed where one covers every entry below. */
  head: z.union([signedHeadSchema, headSchema]),
  /** The registration's entries in order. Bodies that tell of others as well are left out. */
  entries: z.array(shownEntrySchema).min(1).max(10_000),
  /** Awareness for which it was rejected: only that, and when, it was written. */
  awareness: z.array(shownEntrySchema).max(100),
  /** Heads that its notices quoted, each shown to be the beginning of the head above. */
  quoted: z
    .array(
      z.strictObject({ size: z.int().min(1), root: z.string().regex(/^[0-9a-f]{64}$/), path: pathSchema }),
    )
    .max(10_000),
});
export type Proof = z.infer<typeof proofSchema>;

/** Checks a proof by itself, one check after the other; a fault does not hide the next. */
export function checkProof(proof: Proof): Check[] {
  const { head, entries, awareness, quoted } = proof;
  return [
    ...entries.map((entry) => checkEntry(entry, head)),
    checkOpening(proof),
    ...awareness.flatMap((entry) => [checkEntry(entry, head), checkAwareFirst(entry, proof)]),
    checkQuoted(head, quoted),
    'signature' in head
      ? checkSignature(head)
      : { name: 'head', found: `${head.size} entries, ${head.at}; no signed head covers them yet` },
  ];
}

/** One outcome as the entry of a step tells it. */
export interface ToldOutcome {
  reference?: string;
  /** Numbers of the awareness for which services were refused. */
  aware?: string[];
}

/** What the entry of a step came to; nothing where it is another kind of entry, or does not show its body. */
export const outcomesOf = ({ body }: { body?: Record<string, unknown> }): ToldOutcome[] =>
  Array.isArray(body?.outcomes) ? (body.outcomes as ToldOutcome[]) : [];

function checkOpening({ reference, entries }: Proof): Check {
  const opened = entries.filter(({ header }) => header.kind === 'registration.opened');
  const [opening, ...more] = opened;
  if (!opening || more.length > 0 || opening.body?.reference !== reference)
    return { name: 'registration', fault: `not one entry, or more than one, opens ${reference}` };
  const { partnerId, receivedAt } = opening.body;
  return {
    name: 'registration',
    found: `${reference} of partner ${String(partnerId)}, arrived ${String(receivedAt)}, opened by entry ${opening.header.entry}`,
  };
}

/** The awareness has to stand before the registration, and the rejection has to have named it when it was written. */
function checkAwareFirst({ header }: ShownEntry, { reference, entries }: Proof): Check {
  const name = 'aware first';
  const naming = entries.find((entry) =>
    outcomesOf(entry).some(
      (outcome) => outcome.reference === reference && outcome.aware?.includes(header.entry),
    ),
  );
  const opening = entries.find(({ header: { kind } }) => kind === 'registration.opened');
  if (!naming || !opening?.body)
    return { name, fault: `no decision on ${reference} names entry ${header.entry}` };
  if (header.kind !== 'awareness.recorded')
    return { name, fault: `entry ${header.entry} records no awareness` };
  if (Number(header.entry) >= Number(opening.header.entry))
    return { name, fault: `entry ${header.entry} does not stand before entry ${opening.header.entry}` };
  const receivedAt = String(opening.body.receivedAt);
  // Mails that waited in the mailbox are decided in order of arrival, and written later than all of them arrived.
  const time =
    header.at < receivedAt
      ? `before the mail arrived (${receivedAt})`
      : `after the mail arrived (${receivedAt}): that it was recorded in time is its place before the registration`;
  return {
    name,
    found: `entry ${header.entry}, named by the decision in entry ${naming.header.entry}, was written ${header.at}, ${time}`,
  };
}

function checkQuoted(head: { size: number; root: string }, quoted: Proof['quoted']): Check {
  const name = 'quoted heads';
  const bytes = (text: string) => Buffer.from(text, 'hex');
  const wrong = quoted.find(
    ({ size, root, path }) =>
      !verifyConsistency(size, head.size, path.map(bytes), bytes(root), bytes(head.root)),
  );
  if (wrong)
    return { name, fault: `the ledger of ${head.size} entries does not begin with that of ${wrong.size}` };
  const heads = quoted.map(({ size, root }) => `${size}/${root.slice(0, 12)}`).join(' ');
  return { name, found: quoted.length === 0 ? 'none' : `${heads}, each the beginning of this ledger` };
}
