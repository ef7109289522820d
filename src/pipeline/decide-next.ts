import type { Context } from '../context.ts';
import {
  decidedTwin,
  headOfLine,
  lockLine,
  markDecided,
  markDuplicate,
  markSetAside,
  nextTimer,
  secondIsOver,
  type WaitingMessage,
  waitingAt,
} from '../database/line.ts';
import { partnerOfDomain } from '../database/partners.ts';
import { ExpectedError } from '../expected-error.ts';
import type { Queryable } from '../ports.ts';
import { decideMessage } from './decide-message.ts';
import { fireTimer } from './fire-timer.ts';
import { writtenIn } from './notify-dispute.ts';
import { officeOf } from './office.ts';
import type { Rival } from './open-dispute.ts';
import { type Office, Step, type StepMail, type StepReport } from './step.ts';

/** Seconds or timers taken in one call; what is left is taken by the next wake-up. */
const BATCH = 200;

/**
 * Moves the line forward: everything that is due, in order of time. Mails of one second are decided together, after
 * that second is over; timers fire between them at their own time. Any number of workers may call it: one at a time
 * moves the line. Returns how many mails and timers were taken.
 */
export async function decideNext(context: Context): Promise<number> {
  const office = officeOf(context);
  let taken = 0;
  for (let step = 0; step < BATCH; step++) {
    const reports = await context.database.transaction((tx) => advance(tx, office));
    if (reports === undefined) return taken;
    taken += reports.length;
    for (const report of reports) {
      if (report.setAside)
        context.log.mailSetAside({ message: report.messageId, error: report.setAside as Error });
      else context.log.mailDecided({ message: report.messageId, ...countsOf(report) });
      for (const id of report.noticeIds) await context.queue.wake('deliver', id);
    }
  }
  await context.queue.wake('decide');
  return taken;
}

const countsOf = ({ outcomes, noticeIds }: StepReport) => ({
  decisions: outcomes.length,
  rules: [...new Set(outcomes.map(({ rule }) => rule))].join(' '),
  notices: noticeIds.length,
});

/** Takes the earliest second of mails or the earliest timer; undefined when nothing is ready. */
export async function advance(tx: Queryable, office: Office): Promise<StepReport[] | undefined> {
  await lockLine(tx);
  const now = office.clock.now();
  const head = await headOfLine(tx);
  const timer = await nextTimer(tx, head && head < now ? head : now, office.policy.reminder_days);
  if (timer) {
    const id = timer.kind === 'dispute' ? timer.disputeId : timer.registrationId;
    const step = new Step(tx, office, timer.due, `timer:${timer.kind}:${id}:${timer.due.toISOString()}`);
    await fireTimer(step, timer);
    return [await step.close()];
  }
  if (!head) return undefined;
  const waiting = await waitingAt(tx, head);
  const ready = waiting.every(({ state }) => state === 'understood');
  if (
    !ready ||
    !(await secondIsOver(
      tx,
      waiting.map(({ id }) => id),
    ))
  )
    return undefined;
  return decideSecond(tx, office, waiting);
}

/** Decides the mails of one second, all read before any is decided: a tie is a tie, whatever their UIDs. */
async function decideSecond(
  tx: Queryable,
  office: Office,
  waiting: readonly WaitingMessage[],
): Promise<StepReport[]> {
  const rivals = waiting.length > 1 ? await claimsOf(tx, waiting) : [];
  const reports: StepReport[] = [];
  for (const message of waiting) {
    const twin = await decidedTwin(tx, message);
    if (twin !== undefined) {
      await markDuplicate(tx, message.id, twin);
      continue;
    }
    const mail: StepMail = {
      id: message.id,
      receivedAt: message.receivedAt,
      rawHash: message.rawHash,
      understanding: message.understanding!,
    };
    reports.push(await decideOrSetAside(tx, office, mail, rivals));
  }
  return reports;
}

/** Tries to decide one mail before it is set aside. */
const ATTEMPTS = 3;

/**
 * One mail that breaks the program must not stop the line for ever: what it did is taken back, and after the last
 * try it is set aside for people. What is wrong with the world (database, settings) is thrown, and the line waits.
 */
async function decideOrSetAside(
  tx: Queryable,
  office: Office,
  mail: StepMail,
  rivals: readonly Rival[],
): Promise<StepReport> {
  for (let attempt = 1; ; attempt++) {
    await tx.query('savepoint mail');
    try {
      const step = new Step(tx, office, mail.receivedAt, `message:${mail.id}`, mail);
      await decideMessage(step, mail, rivals);
      await markDecided(tx, mail.id, office.clock.now());
      return await step.close();
    } catch (error) {
      if (!isOfThisMail(error)) throw error;
      await tx.query('rollback to savepoint mail');
      if (attempt < ATTEMPTS) continue;
      const setAside = error instanceof Error ? error.name : 'unknown';
      await markSetAside(tx, mail.id, `decide.${setAside}`);
      return { messageId: mail.id, at: mail.receivedAt, outcomes: [], noticeIds: [], setAside: error };
    }
  }
}

/** Data that the program or a constraint refuses; a connection, a lock or a setting is not the mail's fault. */
function isOfThisMail(error: unknown): boolean {
  if (error instanceof ExpectedError) return false;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? /^(?:22|23|ERR_)/.test(code) : true;
}

/** What trusted active partners claim in these mails. */
async function claimsOf(tx: Queryable, waiting: readonly WaitingMessage[]): Promise<Rival[]> {
  const rivals: Rival[] = [];
  for (const { id, receivedAt, understanding } of waiting) {
    const { sender, automation, intent, also_registers, registrations } = understanding!;
    if (sender.trust !== 'pass' || !sender.domain || !automation.mayAnswer) continue;
    if (intent !== 'register' && !also_registers) continue;
    const partner = await partnerOfDomain(tx, sender.domain);
    if (partner?.status !== 'active') continue;
    const wrote = writtenIn(understanding!);
    for (const stated of registrations) rivals.push({ messageId: id, partner, stated, receivedAt, wrote });
  }
  return rivals;
}
