import type { Context } from '../context.ts';
import { appendEntry } from '../database/ledger.ts';
import { lockLine } from '../database/line.ts';
import type { SetAsideReason } from '../database/messages.ts';
import { type HeldMessage, heldMessage, readAnew, returnToLine } from '../database/messages-held.ts';
import type { Understanding } from '../message/understanding.ts';

/** Only the start of such a mail was kept. */
const OVERSIZE: SetAsideReason = 'mail.oversize';

export type ReleaseResult =
  /** It stands in the line again, at the rank of its arrival. */
  | { released: 'to_decide' | 'to_understand' }
  | { refused: 'unknown_mail' | 'not_held' | 'no_sender' | 'not_readable' };

/**
 * A person lets a held mail go on: the sender counts as proven by that person's word, or what looked like a machine as
 * written by somebody; a mail that was set aside is read anew. It keeps its arrival (charter: a mail that is held and
 * then released keeps its received_at). What was decided of it before stays in the ledger.
 */
export async function releaseMessage(context: Context, id: bigint): Promise<ReleaseResult> {
  const { database, queue, clock } = context;
  const result = await database.transaction(async (tx): Promise<ReleaseResult> => {
    await lockLine(tx);
    const message = await heldMessage(tx, id);
    if (!message) return { refused: 'unknown_mail' };
    const releases = planOf(message);
    if ('refused' in releases) return releases;
    if ('understanding' in releases) await returnToLine(tx, id, releases.understanding);
    else await readAnew(tx, id);
    const { rawHash, receivedAt, rule, lastError } = message;
    await appendEntry(tx, clock.now(), 'mail.released', {
      mailHash: rawHash,
      receivedAt,
      reason: 'understanding' in releases ? rule : lastError,
    });
    return { released: 'understanding' in releases ? 'to_decide' : 'to_understand' };
  });
  if ('released' in result) {
    if (result.released === 'to_understand') await queue.wake('understand', id);
    await queue.wake('decide');
  }
  return result;
}

type Plan =
  | { understanding: Understanding }
  | { readAnew: true }
  | Extract<ReleaseResult, { refused: string }>;

function planOf({ state, outcome, rule, hasRaw, lastError, understanding }: HeldMessage): Plan {
  if (state === 'set_aside') {
    return hasRaw && lastError !== OVERSIZE ? { readAnew: true } : { refused: 'not_readable' };
  }
  const isHeld = state === 'decided' && (outcome === 'held' || rule === 'silence.limit');
  if (!isHeld) return { refused: 'not_held' };
  if (!understanding) return { refused: 'not_readable' };
  if (!understanding.sender.address || !understanding.sender.domain) return { refused: 'no_sender' };
  return { understanding: vouchedFor(understanding) };
}

/** The mail as a person vouches for it; the verdict of the machine stays readable in the reason. */
function vouchedFor(understanding: Understanding): Understanding {
  const { sender, automation } = understanding;
  return {
    ...understanding,
    sender: { ...sender, trust: 'pass', reason: `released by a person; ${sender.reason}` },
    automation: { mayProcess: true, mayAnswer: true, reasons: automation.reasons },
  };
}
