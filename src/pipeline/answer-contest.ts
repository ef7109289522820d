import { disputesOfRegistration } from '../database/disputes.ts';
import type { Partner } from '../database/partners.ts';
import { registrationById, type StoredRegistration } from '../database/registrations.ts';
import { addWorkingDays } from '../registration/calendar.ts';
import { merge } from '../registration/stated.ts';
import { shown } from '../reply/compose.ts';
import { unreadOf } from './answer-claims.ts';
import type { Correspondence } from './decide-message.ts';
import { notifyDispute } from './notify-dispute.ts';
import { recordEvent } from './record-event.ts';
import type { Step } from './step.ts';

/** An objection to a decision: the Head of Sales rules; until then the decision stands. */
export async function answerContest(
  step: Step,
  { understanding, address }: Correspondence,
  partner: Partner,
  registration: StoredRegistration,
): Promise<void> {
  const { policy, clock } = step.office;
  const { language, sender, changes } = understanding;
  await recordEvent(step.tx, clock.now(), {
    kind: 'registration.changed',
    id: registration.id,
    reference: registration.reference,
    cause: 'command.contest',
    change: {},
    sealed: {
      stated: merge(registration.stated, { ...changes, services: [] }),
      contact: { address, name: sender.name, language },
    },
  });
  const raiseDue = addWorkingDays(step.now, policy.ruling_within_working_days);
  const open = (await disputesOfRegistration(step.tx, registration.id)).find(({ state }) => state === 'open');
  const disputeId = open
    ? await recordEvent(step.tx, clock.now(), { kind: 'dispute.raised', disputeId: open.id, raiseDue })
    : await recordEvent(step.tx, clock.now(), {
        kind: 'dispute.opened',
        rule: 'command.contest',
        registrationId: registration.id,
        reference: registration.reference,
        raiseDue,
      });
  const contested = (await registrationById(step.tx, registration.id))!;
  step.add({
    outcome: 'conflict',
    rule: 'command.contest',
    customer: contested.stated.customer.name,
    reference: contested.reference,
    registrationId: contested.id,
    inputs: { partnerId: partner.id },
  });
  step.notify({
    to: address,
    cc: [step.headOfSales],
    answersMail: true,
    registrationIds: [contested.id],
    params: {
      kind: 'conflict',
      language,
      recipientName: sender.name,
      receivedAt: step.now.toISOString(),
      headOfSalesCopied: true,
      unread: unreadOf(understanding),
      sections: [
        {
          rule: 'command.contest',
          reference: contested.reference,
          customer: shown(contested.stated.customer),
          services: contested.services,
          excluded: [],
          seats: contested.stated.seats,
        },
      ],
    },
  });
  await notifyDispute(step, disputeId);
}
