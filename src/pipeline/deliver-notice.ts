import type { Context } from '../context.ts';
import { storedMailHolds } from '../database/messages.ts';
import {
  type AttemptOutcome,
  beginSending,
  type ClaimedNotice,
  claimNotice,
  expireSending,
  finishAttempt,
  type NoticeState,
} from '../database/outbox.ts';
import { settleUncertain, type UncertainNotice, uncertainNotice } from '../database/outbox-settling.ts';
import type { SendResult } from '../ports.ts';
import { markOf } from '../sending/notice-mark.ts';
import { codeOf } from './tend-mailbox.ts';

type DeliverContext = Pick<Context, 'database' | 'sender' | 'clock' | 'log'>;

/** An attempt holds its row for this long; the sender gives up well before. */
export const LOCK_MS = 5 * 60_000;
/** Twenty tries with these pauses take about half a day; a mail server that is down longer needs a person. */
const MAX_ATTEMPTS = 20;
const FIRST_RETRY_MS = 5_000;
const MOST_RETRY_MS = 60 * 60_000;
/** Where nothing can tell yet whether it was accepted: an answer or a bounce comes within minutes, or late. */
const LOOK_UP_AGAIN_MS = 5 * 60_000;
const LOOK_UP_LATER_MS = 60 * 60_000;
/** Where accepted mails are filed with a delay, so often a notice must be absent before it goes out again. */
const LOOK_UPS = 3;

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
  if (notice.tries > MAX_ATTEMPTS)
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
  const outcome = outcomeOf(result, notice.tries, now);
  if (!(await finishAttempt(context.database, notice, outcome))) return undefined;
  report(context, notice, outcome.state, outcome.error);
  return outcome.state;
}

/** What an attempt's result means for the row after so many tries: state, and when it is due again. */
export function outcomeOf(result: SendResult, tries: number, now: Date): AttemptOutcome {
  if (result.state === 'sent') return { state: 'sent', at: now, response: result.response };
  if (result.state === 'failed') return { state: 'failed', at: now, error: result.reason };
  if (result.state === 'uncertain')
    return { state: 'uncertain', at: now, error: result.reason, nextAttemptAt: now };
  if (tries >= MAX_ATTEMPTS) return { state: 'failed', at: now, error: result.reason };
  const pause = Math.min(MOST_RETRY_MS, FIRST_RETRY_MS * 2 ** (tries - 1));
  return { state: 'queued', at: now, error: result.reason, nextAttemptAt: new Date(now.getTime() + pause) };
}

/** Looks an uncertain notice up: accepted is sent, surely absent goes out again, anything else stays for people to see. */
async function settle(context: DeliverContext, id: bigint): Promise<NoticeState | undefined> {
  const { database, clock } = context;
  const notice = await uncertainNotice(database, id, clock.now());
  if (!notice) return undefined;
  const { found, reason } = await lookUp(context, notice);
  const outcome = outcomeOfLookUp(found, notice, clock.now(), context.sender.filedWithinMs ?? 0);
  if (!(await settleUncertain(database, notice, { ...outcome, error: reason }))) return undefined;
  report(context, notice, outcome.state, reason);
  return outcome.state;
}

type Found = Awaited<ReturnType<DeliverContext['sender']['lookUp']>>;

/** A copy of it, a bounce or an answer in our own mailbox proves that it was accepted; else the sender may know. */
async function lookUp(
  { database, sender }: DeliverContext,
  { messageId, createdAt }: UncertainNotice,
): Promise<{ found: Found; reason: string }> {
  if (await storedMailHolds(database, markOf(messageId), createdAt)) {
    return { found: 'accepted', reason: 'look_up.arrived' };
  }
  try {
    const found = await sender.lookUp(messageId);
    return { found, reason: `look_up.${found}` };
  } catch (error) {
    return { found: 'unknown', reason: `look_up.${codeOf(error)}` };
  }
}

/**
 * What looking a notice up means for its row. Absence counts when it was seen several times and for as long as the
 * server may take to file what it has accepted.
 */
export function outcomeOfLookUp(
  found: Found,
  { since, lookUps }: Pick<UncertainNotice, 'since' | 'lookUps'>,
  now: Date,
  filedWithinMs: number,
): AttemptOutcome {
  const age = now.getTime() - since.getTime();
  const after = (ms: number) => new Date(now.getTime() + ms);
  if (found === 'accepted') return { state: 'sent', at: now, response: 'known to have been accepted' };
  if (found === 'unknown') {
    const pause = age < LOOK_UP_LATER_MS ? LOOK_UP_AGAIN_MS : LOOK_UP_LATER_MS;
    return { state: 'uncertain', at: now, nextAttemptAt: after(pause) };
  }
  const sure = filedWithinMs === 0 || (lookUps + 1 >= LOOK_UPS && age >= filedWithinMs);
  return sure
    ? { state: 'queued', at: now, nextAttemptAt: now, absent: true }
    : { state: 'uncertain', at: now, nextAttemptAt: after(filedWithinMs / LOOK_UPS), absent: true };
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
