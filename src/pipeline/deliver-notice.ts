import type { Context } from '../context.ts';
import {
  type AttemptOutcome,
  beginSending,
  type ClaimedNotice,
  claimNotice,
  expireSending,
  finishAttempt,
  type NoticeState,
  settleUncertain,
  uncertainNotice,
} from '../database/outbox.ts';
import type { SendResult } from '../ports.ts';

type DeliverContext = Pick<Context, 'database' | 'sender' | 'clock' | 'log'>;

/** An attempt holds its row for this long; the sender gives up well before. */
export const LOCK_MS = 5 * 60_000;
/** Twenty tries with these pauses take about half a day; a mail server that is down longer needs a person. */
const MAX_ATTEMPTS = 20;
const FIRST_RETRY_MS = 5_000;
const MOST_RETRY_MS = 60 * 60_000;
/** Where nothing can tell whether it was accepted, asking again soon is idle. */
const LOOK_UP_AGAIN_MS = 60 * 60_000;

/**
 * Sends one notice of the outbox, or settles an attempt whose fate is unknown. Returns the notice's state afterwards,
 * `undefined` where there was nothing to do (sent already, not due, in another worker's hands).
 * The row says `sending` before the first byte of the mail leaves; from then on an attempt that does not end is
 * `uncertain` and looked up, never repeated blindly. Throws what the database throws.
 */
export async function deliverNotice(
  context: DeliverContext,
  id: bigint,
  signal: AbortSignal = new AbortController().signal,
): Promise<NoticeState | undefined> {
  const { database, clock } = context;
  if (await expireSending(database, id, clock.now())) {
    context.log.noticeUncertain({ notice: id, reason: 'attempt.lost' });
  }
  const unsettled = await settle(context, id);
  if (unsettled !== undefined && unsettled !== 'queued') return unsettled;
  const now = clock.now();
  const notice = await claimNotice(database, id, now, new Date(now.getTime() + LOCK_MS));
  if (!notice) return unsettled;
  if (notice.attempt > MAX_ATTEMPTS)
    return finish(context, notice, { state: 'failed', reason: 'attempts.exhausted' });
  const result = await attempt(context, notice, signal);
  return finish(context, notice, result);
}

async function attempt(
  context: DeliverContext,
  notice: ClaimedNotice,
  signal: AbortSignal,
): Promise<SendResult> {
  let begun = false;
  try {
    return await context.sender.send(
      {
        messageId: notice.messageId,
        envelopeFrom: notice.envelopeFrom,
        to: [notice.recipient, ...notice.cc],
        raw: notice.raw,
        beforeData: async () => {
          if (!(await beginSending(context.database, notice)))
            throw new Error('another worker holds this notice');
          begun = true;
        },
      },
      signal,
    );
  } catch (error) {
    const reason = `sender.${(error as NodeJS.ErrnoException).code ?? (error as Error).name}`;
    return begun ? { state: 'uncertain', reason } : { state: 'retry', reason };
  }
}

async function finish(
  context: DeliverContext,
  notice: ClaimedNotice,
  result: SendResult,
): Promise<NoticeState | undefined> {
  const now = context.clock.now();
  const outcome = outcomeOf(result, notice.attempt, now);
  if (!(await finishAttempt(context.database, notice, outcome))) return undefined;
  report(context, notice, outcome.state, outcome.error);
  return outcome.state;
}

/** What an attempt's result means for the row: state, and when it is due again. */
export function outcomeOf(result: SendResult, attempt: number, now: Date): AttemptOutcome {
  if (result.state === 'sent') return { state: 'sent', at: now, response: result.response };
  if (result.state === 'failed') return { state: 'failed', at: now, error: result.reason };
  if (result.state === 'uncertain')
    return { state: 'uncertain', at: now, error: result.reason, nextAttemptAt: now };
  if (attempt >= MAX_ATTEMPTS) return { state: 'failed', at: now, error: result.reason };
  const pause = Math.min(MOST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempt - 1));
  return { state: 'queued', at: now, error: result.reason, nextAttemptAt: new Date(now.getTime() + pause) };
}

/** Looks an uncertain notice up: accepted is sent, absent goes out again, anything else stays for people to see. */
async function settle(context: DeliverContext, id: bigint): Promise<NoticeState | undefined> {
  const { database, sender, clock } = context;
  const notice = await uncertainNotice(database, id, clock.now());
  if (!notice) return undefined;
  const found = await sender.lookUp(notice.messageId);
  const now = clock.now();
  const outcome: AttemptOutcome =
    found === 'accepted'
      ? { state: 'sent', at: now, response: 'found by its Message-ID' }
      : found === 'absent'
        ? { state: 'queued', at: now, nextAttemptAt: now }
        : { state: 'uncertain', at: now, nextAttemptAt: new Date(now.getTime() + LOOK_UP_AGAIN_MS) };
  if (!(await settleUncertain(database, notice, outcome))) return undefined;
  report(context, notice, outcome.state, `look_up.${found}`);
  return outcome.state;
}

function report(
  context: DeliverContext,
  notice: Pick<ClaimedNotice, 'id' | 'kind' | 'attempt'>,
  state: NoticeState,
  reason: string | undefined,
): void {
  const { log } = context;
  const facts = { notice: notice.id, kind: notice.kind, attempt: notice.attempt, reason };
  if (state === 'sent') log.noticeSent(facts);
  else if (state === 'queued') log.noticeRetried(facts);
  else if (state === 'failed') log.noticeFailed(facts);
  else log.noticeUncertain(facts);
}
