import type { Context } from '../context.ts';
import { lockLine } from '../database/line.ts';
import { registrationByReference } from '../database/registrations.ts';
import { choicesOf } from '../registration/ruling.ts';
import type { RulingChoice } from '../registration/vocabulary.ts';
import { officeOf } from './office.ts';
import { disputeByReference, refusalOf, ruleDispute } from './rule-dispute.ts';
import { Step, type StepReport } from './step.ts';

export type RuleReferenceResult =
  | { report: StepReport }
  | { refused: 'unknown_reference' | 'no_open_dispute' | 'dispute_dissolved' }
  | { refused: 'choice_not_offered'; offered: readonly RulingChoice[] };

/**
 * The Head of Sales' ruling on the latest dispute about a registration, given in the house instead of by mail; who may
 * give it is the caller's to know. A refusal changes nothing. Wakes delivery of what the parties are told.
 */
export async function ruleReference(
  context: Context,
  reference: string,
  choice: string | undefined,
  comment?: string,
): Promise<RuleReferenceResult> {
  const { database, queue, clock } = context;
  const result = await database.transaction(async (tx): Promise<RuleReferenceResult> => {
    await lockLine(tx);
    if (!(await registrationByReference(tx, reference))) return { refused: 'unknown_reference' };
    const now = clock.now();
    const step = new Step(tx, officeOf(context), now, `ruling:${reference}:${now.toISOString()}`);
    const dispute = await disputeByReference(step, reference);
    if (!dispute) return { refused: 'no_open_dispute' };
    if (refusalOf(dispute)) return { refused: 'dispute_dissolved' };
    const offered = choicesOf(dispute.rule);
    const chosen = offered.find((known) => known === choice);
    if (!chosen) return { refused: 'choice_not_offered', offered };
    await ruleDispute(step, dispute, chosen, comment);
    return { report: await step.close() };
  });
  if ('report' in result) for (const id of result.report.noticeIds) await queue.wake('deliver', id);
  return result;
}
