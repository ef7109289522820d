import type { Context } from '../context.ts';
import type { NoticeState } from '../database/outbox.ts';
import { noticeState, settleByHand } from '../database/outbox-settling.ts';

export type SettleResult = { settled: 'sent' | 'again' } | { refused: 'unknown_notice' | NoticeState };

/**
 * A person settles a notice of which nobody knows whether it was accepted, or that has failed: it was `sent`, or it
 * goes out `again`, with the same bytes and Message-ID. Any other notice is left alone, and its state told.
 */
export async function settleNotice(
  { database, queue, clock }: Pick<Context, 'database' | 'queue' | 'clock'>,
  id: bigint,
  fate: 'sent' | 'again',
): Promise<SettleResult> {
  const settled = await settleByHand(database, id, fate === 'sent' ? 'sent' : 'queued', clock.now());
  if (!settled) return { refused: (await noticeState(database, id)) ?? 'unknown_notice' };
  if (fate === 'again') await queue.wake('deliver', id);
  return { settled: fate };
}
