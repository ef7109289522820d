import type { Queryable } from '../ports.ts';

/** What may be erased, and what belongs to what is erased. Reads only. */

/** What is open needs its data: a claim that may still be decided, a won customer, a dispute that waits. */
const NEEDED = `(r.status in ('pending', 'protected', 'queued', 'disputed', 'won')
  or exists (select from dispute d where d.state = 'open' and r.id in (d.registration_id, d.against_registration_id)))`;

/** Registrations that a mail opened, or about which it was decided. */
const OF_MAIL = `(r.message_id = m.id
  or exists (select from decision c where c.message_id = m.id and c.registration_id = r.id))`;

/** Nobody can say of a notice that is still under way that it is done with. */
const SETTLED = `o.state in ('sent', 'failed')`;

const ids = (rows: readonly { id: bigint }[]): bigint[] => rows.map(({ id }) => id);

async function idsOf(tx: Queryable, text: string, values: readonly unknown[]): Promise<bigint[]> {
  return ids((await tx.query<{ id: bigint }>(text, values)).rows);
}

/** Mails that arrived before an instant and that nothing open needs, oldest first. */
export const expiredMails = (tx: Queryable, before: Date, limit: number): Promise<bigint[]> =>
  idsOf(
    tx,
    `select m.id from message m where m.erased_at is null and m.received_at < $1
       and m.state in ('decided', 'duplicate', 'set_aside')
       and not exists (select from registration r where ${NEEDED} and ${OF_MAIL})
     order by m.received_at, m.id limit $2`,
    [before, limit],
  );

/** Registrations that were closed before an instant and that no dispute needs. */
export const expiredRegistrations = (tx: Queryable, before: Date, limit: number): Promise<bigint[]> =>
  idsOf(
    tx,
    `select r.id from registration r where r.erased_at is null and coalesce(r.closed_at, r.received_at) < $1
       and not ${NEEDED} order by r.id limit $2`,
    [before, limit],
  );

/** Awareness that was recorded before an instant. */
export const expiredAwareness = (tx: Queryable, before: Date, limit: number): Promise<bigint[]> =>
  idsOf(tx, 'select id from awareness where erased_at is null and recorded_at < $1 order by id limit $2', [
    before,
    limit,
  ]);

/** Notices that were written before an instant, are settled, and tell of nothing open. */
export const expiredNotices = (tx: Queryable, before: Date, limit: number): Promise<bigint[]> =>
  idsOf(
    tx,
    `select o.id from outbox o where o.erased_at is null and o.created_at < $1 and ${SETTLED}
       and not exists (select from registration r where r.id = any(o.registration_ids) and ${NEEDED})
       and not exists (select from dispute d where d.id = o.dispute_id and d.state = 'open')
     order by o.id limit $2`,
    [before, limit],
  );

/** Of these registrations those that are open or in an open dispute. */
export async function neededReferences(tx: Queryable, registrationIds: readonly bigint[]): Promise<string[]> {
  const { rows } = await tx.query<{ reference: string }>(
    `select r.reference from registration r where r.id = any($1::bigint[]) and ${NEEDED} order by r.id`,
    [registrationIds],
  );
  return rows.map(({ reference }) => reference);
}

/** Registrations that a mail opened, and all about which it was decided. */
export async function registrationsOfMail(
  tx: Queryable,
  mailId: bigint,
): Promise<{ opened: bigint[]; all: bigint[] }> {
  const { rows } = await tx.query<{ id: bigint; opened: boolean }>(
    `select r.id, r.message_id = m.id as opened from registration r, message m where m.id = $1 and ${OF_MAIL}`,
    [mailId],
  );
  return { opened: ids(rows.filter(({ opened }) => opened)), all: ids(rows) };
}

/** State of a mail, and whether it was erased. */
export async function mailState(
  tx: Queryable,
  mailId: bigint,
): Promise<{ state: string; erased: boolean } | undefined> {
  const { rows } = await tx.query<{ state: string; erased: boolean }>(
    'select state, erased_at is not null as erased from message where id = $1',
    [mailId],
  );
  return rows[0];
}

/** Mails that opened these registrations or were decided about them. */
export const mailsOfRegistrations = (tx: Queryable, registrationIds: readonly bigint[]): Promise<bigint[]> =>
  idsOf(
    tx,
    `select distinct m.id from message m join registration r on ${OF_MAIL}
     where r.id = any($1::bigint[]) and m.erased_at is null order by m.id`,
    [registrationIds],
  );

/** Of these mails those that others than these registrations, which are open, need. */
export const mailsOthersNeed = (
  tx: Queryable,
  mailIds: readonly bigint[],
  registrationIds: readonly bigint[],
): Promise<bigint[]> =>
  idsOf(
    tx,
    `select distinct m.id from message m join registration r on ${OF_MAIL}
     where m.id = any($1::bigint[]) and r.id <> all($2::bigint[]) and ${NEEDED} order by m.id`,
    [mailIds, registrationIds],
  );

/** Settled notices about these registrations or in answer to these mails. */
export const noticesAbout = (
  tx: Queryable,
  registrationIds: readonly bigint[],
  mailIds: readonly bigint[],
): Promise<bigint[]> =>
  idsOf(
    tx,
    `select o.id from outbox o where o.erased_at is null and ${SETTLED}
       and (o.registration_ids && $1::bigint[] or o.in_reply_to = any($2::bigint[])) order by o.id`,
    [registrationIds, mailIds],
  );

/** Of the notices about these, those that are under way, or that tell of other registrations that are open. */
export const noticesKept = (
  tx: Queryable,
  registrationIds: readonly bigint[],
  mailIds: readonly bigint[],
): Promise<bigint[]> =>
  idsOf(
    tx,
    `select o.id from outbox o where o.erased_at is null
       and (o.registration_ids && $1::bigint[] or o.in_reply_to = any($2::bigint[]))
       and (not ${SETTLED} or exists (
         select from registration r
         where r.id = any(o.registration_ids) and r.id <> all($1::bigint[]) and ${NEEDED})) order by o.id`,
    [registrationIds, mailIds],
  );

/** Awareness that these mails recorded. */
export const awarenessOfMails = (tx: Queryable, mailIds: readonly bigint[]): Promise<bigint[]> =>
  idsOf(tx, 'select id from awareness where message_id = any($1::bigint[]) and erased_at is null', [mailIds]);

/** Decisions of these mails and about these registrations, with what they were taken from. */
export async function decisionInputs(
  tx: Queryable,
  mailIds: readonly bigint[],
  registrationIds: readonly bigint[],
): Promise<{ id: bigint; inputs: unknown }[]> {
  const { rows } = await tx.query<{ id: bigint; inputs: unknown }>(
    `select id, inputs from decision
     where message_id = any($1::bigint[]) or registration_id = any($2::bigint[]) order by id`,
    [mailIds, registrationIds],
  );
  return rows;
}

/** Customers that only these registrations named: nobody imported them, and nothing else is known of them. */
export const customersOnlyOf = (tx: Queryable, registrationIds: readonly bigint[]): Promise<bigint[]> =>
  idsOf(
    tx,
    `select c.id from customer c where c.external_id is null and c.partner_id is null and c.it_partner_id is null
       and exists (select from registration r where r.customer_id = c.id and r.id = any($1::bigint[]))
       and not exists (select from registration r where r.customer_id = c.id and r.erased_at is null)
       and not exists (select from awareness a where a.customer_id = c.id and a.erased_at is null)`,
    [registrationIds],
  );
