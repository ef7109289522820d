import { customerById } from '../database/customers.ts';
import type { Partner } from '../database/partners.ts';
import type { StatedRegistration } from '../message/understanding.ts';
import { addWorkingDays } from '../registration/calendar.ts';
import type { Decision } from '../registration/decide.ts';
import type { Claim } from './decide-claim.ts';
import type { FoundCustomers } from './find-customer.ts';
import { notifyDispute } from './notify-dispute.ts';
import { recordEvent } from './record-event.ts';
import type { Step } from './step.ts';

/** Another partner's claim for the same customer that arrived in the same second. */
export interface Rival {
  messageId: bigint;
  partner: Partner;
  stated: StatedRegistration;
  receivedAt: Date;
  wrote: string;
}

interface Conflict {
  decision: Decision;
  registrationId: bigint;
  claim: Claim;
  found: FoundCustomers;
}

/** Puts a conflict before the Head of Sales: the ledger's dispute, and her notice with both claims side by side. */
export async function openDispute(
  step: Step,
  { decision, registrationId, claim, found }: Conflict,
): Promise<bigint> {
  const { policy, clock } = step.office;
  const disputeId = await recordEvent(step.tx, clock.now(), {
    kind: 'dispute.opened',
    rule: decision.rule,
    registrationId,
    reference: claim.registration?.reference ?? '',
    againstRegistrationId: decision.against?.registrationId,
    againstCustomerId: decision.against?.customerId,
    againstPartnerId: await partnerOfRecord(step, decision),
    raiseDue: addWorkingDays(step.now, policy.ruling_within_working_days),
  });
  const candidate = found.alike.find(({ customer }) => customer.id === decision.against?.customerId);
  await notifyDispute(step, disputeId, {
    rivals: claim.rivals ?? [],
    identity: candidate?.comparison.evidence ?? [],
  });
  return disputeId;
}

/** Whose customer it is that is claimed. Where the customer itself is in doubt, its partner is no party. */
async function partnerOfRecord(step: Step, { rule, against }: Decision): Promise<string | undefined> {
  if (rule === 'customer.uncertain' || against?.customerId === undefined) return undefined;
  return (await customerById(step.tx, against.customerId))?.attachment.partnerId;
}
