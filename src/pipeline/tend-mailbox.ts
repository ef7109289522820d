import type { Context } from '../context.ts';
import { mailboxCursor } from '../database/mailboxes.ts';
import { markMoved, storedUids, unmovedUids } from '../database/messages.ts';
import { storeMail } from './store-mail.ts';

type TendContext = Pick<Context, 'database' | 'mailbox' | 'queue' | 'clock' | 'config' | 'log'>;

const GAPS_EVERY_MS = 5 * 60_000;
const MOVE_EVERY_MS = 5_000;
const AFTER_FAILURE_MS = 60_000;
const MOVE_BATCH = 100;

/** Chores of a mailbox beside reading it. One that fails is logged and put off: it must not slow the reading. */
export class MailboxChores {
  readonly #chores = [
    { run: fillGaps, everyMs: GAPS_EVERY_MS, dueAt: 0 },
    { run: moveHandled, everyMs: MOVE_EVERY_MS, dueAt: 0 },
  ];

  /** Does what is due. Throws only where `signal` aborts. */
  async tend(context: TendContext, signal: AbortSignal): Promise<void> {
    for (const chore of this.#chores) {
      const now = context.clock.now().getTime();
      if (now < chore.dueAt) continue;
      chore.dueAt = now + chore.everyMs;
      try {
        await chore.run(context, signal);
      } catch (error) {
        signal.throwIfAborted();
        chore.dueAt = now + AFTER_FAILURE_MS;
        context.log.mailboxFailed({
          code: codeOf(error),
          chore: chore.run.name,
          retryInMs: AFTER_FAILURE_MS,
        });
      }
    }
  }
}

/** Stores mails that the mailbox holds below the cursor but the database lacks; returns how many. */
export async function fillGaps(
  context: TendContext,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  const { database, mailbox } = context;
  const cursor = await mailboxCursor(database, mailbox.name);
  if (!cursor) return 0;
  const known = await storedUids(database, mailbox.name, cursor.uidvalidity);
  const missing = await mailbox.missing(cursor.uidvalidity, known, signal);
  const gaps = missing.filter((uid) => uid <= cursor.lastUid);
  let filled = 0;
  await mailbox.fetch(
    gaps,
    async (mail) => {
      if (mail.uidvalidity === cursor.uidvalidity && (await storeMail(context, mail, false))) filled += 1;
    },
    signal,
  );
  if (filled > 0) context.log.gapsFilled({ count: filled });
  return filled;
}

/** Moves mails whose outcome is committed to the folder of handled mails, where one is configured. */
export async function moveHandled(context: TendContext): Promise<number> {
  const { database, mailbox, config } = context;
  if (!config.mailbox.handledFolder) return 0;
  const cursor = await mailboxCursor(database, mailbox.name);
  if (!cursor) return 0;
  const uids = await unmovedUids(database, mailbox.name, cursor.uidvalidity, MOVE_BATCH);
  if (uids.length === 0) return 0;
  const moved = await mailbox.move(cursor.uidvalidity, uids);
  await markMoved(database, mailbox.name, cursor.uidvalidity, moved, context.clock.now());
  if (moved.length > 0) context.log.mailsMoved({ count: moved.length });
  return moved.length;
}

/** A word that says what failed, without any text of the mailbox or its mails. */
export function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown');
}
