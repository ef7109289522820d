import type { Context } from '../context.ts';
import { lockLine } from '../database/line.ts';
import type { Understanding } from '../message/understanding.ts';
import { noticesOf, type ReplayedNotice } from '../replay/notices.ts';
import { decideMessage } from './decide-message.ts';
import { officeOf } from './office.ts';
import { Step, type StepOutcome } from './step.ts';

/** What a mail would come to if it arrived now. */
export interface Rehearsal {
  outcomes: StepOutcome[];
  notices: ReplayedNotice[];
}

/** Carries the result out of the transaction that it rolls back. */
class RolledBack extends Error {
  override name = 'RolledBack';
  readonly rehearsal: Rehearsal;

  constructor(rehearsal: Rehearsal) {
    super('rehearsed');
    this.rehearsal = rehearsal;
  }
}

/** Decides a mail as if it arrived now, by the very code of production, and takes everything back: nothing changes. */
export async function rehearseMessage(
  context: Context,
  understanding: Understanding,
  rawHash: string,
): Promise<Rehearsal> {
  const receivedAt = new Date(Math.floor(context.clock.now().getTime() / 1000) * 1000);
  try {
    await context.database.transaction(async (tx) => {
      await lockLine(tx);
      const { rows } = await tx.query<{ id: bigint }>(
        `insert into message (mailbox, uidvalidity, uid, received_at, stored_at, raw_hash, size, state, understanding)
         values ('rehearsal', 1, 1, $1, $1, $2, 0, 'decided', $3::jsonb) returning id`,
        [receivedAt, rawHash, JSON.stringify(understanding)],
      );
      const mail = { id: rows[0]!.id, receivedAt, rawHash, understanding };
      const step = new Step(tx, officeOf(context), receivedAt, `message:${mail.id}`, mail);
      await decideMessage(step, mail, []);
      const { outcomes, noticeIds } = await step.close();
      throw new RolledBack({ outcomes, notices: await noticesOf(tx, noticeIds) });
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.rehearsal;
    throw error;
  }
  throw new Error('a rehearsal ends by rolling back');
}
