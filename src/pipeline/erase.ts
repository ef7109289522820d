import type { Context } from '../context.ts';
import {
  eraseAwareness,
  eraseCustomers,
  eraseMails,
  eraseNotices,
  eraseRegistrations,
  eraseSealed,
  replaceInputs,
} from '../database/erasure.ts';
import {
  awarenessOfMails,
  customersOnlyOf,
  decisionInputs,
  expiredAwareness,
  expiredMails,
  expiredNotices,
  expiredRegistrations,
  mailState,
  mailsOfRegistrations,
  mailsOthersNeed,
  neededReferences,
  noticesAbout,
  noticesKept,
  registrationsOfMail,
} from '../database/erasure-scope.ts';
import { appendEntry } from '../database/ledger.ts';
import { lockLine } from '../database/line.ts';
import { registrationByReference } from '../database/registrations.ts';
import { canonicalJson } from '../ledger/chain.ts';
import type { Queryable } from '../ports.ts';
import { withoutPersonalData } from '../registration/impersonal.ts';

type EraseContext = Pick<Context, 'database' | 'clock' | 'policy' | 'log'>;

/** Things of each kind erased in one transaction: the line waits for no longer than that. */
const BATCH = 100;
/** Batches in one go; what is left is erased the next day, or by the next call. */
const MOST_BATCHES = 200;

/** How much of what was erased; the ledger names each thing. */
export interface Erased {
  mails: number;
  registrations: number;
  notices: number;
  decisions: number;
  /** Entries of the ledger whose personal data went. */
  entries: number;
  customers: number;
}

export type EraseResult =
  | { erased: Erased; kept: { mails: bigint[]; notices: bigint[] } }
  | { refused: 'unknown' | 'not_decided' | 'erased_before' }
  /** Open registrations, or such in an open dispute, need it. */
  | { refused: 'needed'; references: string[] };

interface Plan {
  cause: 'request' | 'retention';
  forced: boolean;
  mails: readonly bigint[];
  registrations: readonly bigint[];
  awareness: readonly bigint[];
  notices: readonly bigint[];
}

/**
 * Erases a mail and all that was made of it: decisions, answers, awareness, and the registrations that it opened.
 * @param force also what an open registration or dispute needs
 */
export async function eraseMail(context: EraseContext, id: bigint, force = false): Promise<EraseResult> {
  return underLock(context, async (tx) => {
    const mail = await mailState(tx, id);
    if (!mail) return { refused: 'unknown' };
    if (mail.erased) return { refused: 'erased_before' };
    if (mail.state === 'received' || mail.state === 'understood') return { refused: 'not_decided' };
    const { opened, all } = await registrationsOfMail(tx, id);
    const needed = force ? [] : await neededReferences(tx, all);
    if (needed.length > 0) return { refused: 'needed', references: needed };
    return eraseAll(context, tx, opened, [id], force);
  });
}

/** Erases a registration with the mails and notices that are about it alone. @param force also where it is open */
export async function eraseRegistration(
  context: EraseContext,
  reference: string,
  force = false,
): Promise<EraseResult> {
  return underLock(context, async (tx) => {
    const registration = await registrationByReference(tx, reference);
    if (!registration) return { refused: 'unknown' };
    const needed = force ? [] : await neededReferences(tx, [registration.id]);
    if (needed.length > 0) return { refused: 'needed', references: needed };
    return eraseAll(context, tx, [registration.id], [], force);
  });
}

/** Erases whatever is older than the policy's retention and that nothing open needs, in batches. */
export async function eraseExpired(context: EraseContext): Promise<Erased> {
  const before = monthsBefore(context.clock.now(), context.policy.retention_months);
  const total: Erased = { mails: 0, registrations: 0, notices: 0, decisions: 0, entries: 0, customers: 0 };
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const erased = await underLock(context, async (tx) => {
      const plan: Plan = {
        cause: 'retention',
        forced: false,
        mails: await expiredMails(tx, before, BATCH),
        registrations: await expiredRegistrations(tx, before, BATCH),
        awareness: await expiredAwareness(tx, before, BATCH),
        notices: await expiredNotices(tx, before, BATCH),
      };
      return isEmpty(plan) ? undefined : carryOut(tx, context, plan);
    });
    if (!erased) break;
    for (const key of Object.keys(total) as (keyof Erased)[]) total[key] += erased[key];
  }
  return total;
}

const isEmpty = ({ mails, registrations, awareness, notices }: Plan): boolean =>
  [mails, registrations, awareness, notices].every(({ length }) => length === 0);

/** The same day some months before; at the end of a month up to three days earlier. */
function monthsBefore(now: Date, months: number): Date {
  const day = Math.min(now.getUTCDate(), 28);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, day));
}

function underLock<T>({ database }: EraseContext, work: (tx: Queryable) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await lockLine(tx);
    return work(tx);
  });
}

/** Registrations with their mails and notices; what others that are open need is kept and named. */
async function eraseAll(
  context: EraseContext,
  tx: Queryable,
  registrations: readonly bigint[],
  asked: readonly bigint[],
  force: boolean,
): Promise<EraseResult> {
  const theirs = await mailsOfRegistrations(tx, registrations);
  const shared = force ? [] : await mailsOthersNeed(tx, theirs, registrations);
  const mails = [...new Set([...asked, ...theirs.filter((id) => !shared.includes(id))])];
  const keptNotices = await noticesKept(tx, registrations, mails);
  const notices = (await noticesAbout(tx, registrations, mails)).filter(
    (id) => force || !keptNotices.includes(id),
  );
  const awareness = await awarenessOfMails(tx, mails);
  const plan: Plan = { cause: 'request', forced: force, mails, registrations, awareness, notices };
  return {
    erased: await carryOut(tx, context, plan),
    kept: { mails: shared, notices: keptNotices.filter((id) => !notices.includes(id)) },
  };
}

async function carryOut(tx: Queryable, { clock, log }: EraseContext, plan: Plan): Promise<Erased> {
  const at = clock.now();
  const mails = await eraseMails(tx, plan.mails, at);
  const references = await eraseRegistrations(tx, plan.registrations, at);
  const recorded = await eraseAwareness(tx, plan.awareness, at);
  const notices = await eraseNotices(tx, plan.notices, at);
  const entries = await eraseSealed(tx, references, recorded);
  const decisions = await decisionInputs(tx, plan.mails, plan.registrations);
  for (const { id, inputs } of decisions)
    await replaceInputs(tx, id, canonicalJson(withoutPersonalData(inputs)));
  const customers = await customersOnlyOf(tx, plan.registrations);
  await eraseCustomers(tx, customers);
  const { cause, forced } = plan;
  await appendEntry(tx, at, 'data.erased', { cause, forced, mails, references, notices, entries });
  const erased: Erased = {
    mails: mails.length,
    registrations: references.length,
    notices: notices.length,
    decisions: decisions.length,
    entries: entries.length,
    customers: customers.length,
  };
  log.dataErased({ cause, ...erased });
  return erased;
}
