import type { Queryable } from '../ports.ts';

/**
 * Erasing personal data. What the ledger and its proofs stand on stays: hashes, ranks, states, decisions. Everything
 * here happens under the line's lock, so that nothing is decided of data that is going.
 */

/** Bytes, understanding and Message-ID go; rank, state and hash stay. Returns the hashes of the mails. */
export async function eraseMails(tx: Queryable, mailIds: readonly bigint[], at: Date): Promise<string[]> {
  const { rows } = await tx.query<{ raw_hash: string }>(
    `update message set raw = null, understanding = null, message_id = null, erased_at = $2
     where id = any($1::bigint[]) and erased_at is null returning raw_hash`,
    [mailIds, at],
  );
  return rows.map((row) => row.raw_hash);
}

/** What was promised to whom, in which words, goes; that there was a notice, its kind and its entry stay. */
export async function eraseNotices(tx: Queryable, noticeIds: readonly bigint[], at: Date): Promise<bigint[]> {
  const { rows } = await tx.query<{ id: bigint }>(
    `update outbox set recipient = 'erased-' || id, cc = '{}', subject = '', text = '', raw = ''::bytea, erased_at = $2
     where id = any($1::bigint[]) and erased_at is null returning id`,
    [noticeIds, at],
  );
  return rows.map(({ id }) => id);
}

/** The partner's words go, and the person written to: what is still to be said goes to the partner. Returns the references. */
export async function eraseRegistrations(
  tx: Queryable,
  registrationIds: readonly bigint[],
  at: Date,
): Promise<string[]> {
  const { rows } = await tx.query<{ reference: string }>(
    `update registration r set contact_address = p.contact_email, contact_name = null, erased_at = $2,
       stated = jsonb_build_object('customer', '{}'::jsonb, 'services', to_jsonb(services), 'situation', '[]'::jsonb)
     from partner p where p.id = r.partner_id and r.id = any($1::bigint[]) and r.erased_at is null
     returning reference`,
    [registrationIds, at],
  );
  return rows.map(({ reference }) => reference);
}

/** Who recorded it goes. Returns the entries that recorded it. */
export async function eraseAwareness(
  tx: Queryable,
  awarenessIds: readonly bigint[],
  at: Date,
): Promise<bigint[]> {
  const { rows } = await tx.query<{ ledger_entry: bigint | null }>(
    `update awareness set recorded_by = '', erased_at = $2
     where id = any($1::bigint[]) and erased_at is null returning ledger_entry`,
    [awarenessIds, at],
  );
  return rows.flatMap(({ ledger_entry }) => ledger_entry ?? []);
}

/** Takes the personal data of these registrations' entries, and of these entries, with its salts. Returns their numbers. */
export async function eraseSealed(
  tx: Queryable,
  references: readonly string[],
  entries: readonly bigint[],
): Promise<bigint[]> {
  const { rows } = await tx.query<{ entry: bigint }>(
    `delete from ledger_sealed s using ledger l
     where l.entry = s.entry and (l.entry = any($2::bigint[]) or l.body ->> 'reference' = any($1::text[]))
     returning s.entry`,
    [references, entries],
  );
  return rows.map(({ entry }) => entry).sort((a, b) => (a < b ? -1 : 1));
}

/** Puts inputs without personal data in the place of those of a decision, and takes the customer's name. */
export async function replaceInputs(tx: Queryable, id: bigint, inputs: string): Promise<void> {
  await tx.query('update decision set customer_name = null, inputs = $2::jsonb where id = $1', [id, inputs]);
}

/** Everything that describes these customers goes, and the keys under which they are found. */
export async function eraseCustomers(tx: Queryable, customerIds: readonly bigint[]): Promise<void> {
  await tx.query('delete from customer_key where customer_id = any($1::bigint[])', [customerIds]);
  await tx.query(
    `update customer set name = null, vat = null, registration_number = null, city = null, postal_code = null,
       street = null, domain = null, phone = null, aliases = '{}' where id = any($1::bigint[])`,
    [customerIds],
  );
}
