import { countClearances } from '../database/decisions.ts';
import type { Partner } from '../database/partners.ts';
import { decide } from '../registration/decide.ts';
import { addDays } from '../registration/policy.ts';
import { shown } from '../reply/compose.ts';
import type { Correspondence } from './decide-message.ts';
import { describe, findCustomers, standingOf } from './find-customer.ts';
import { refuse } from './refuse-command.ts';
import type { Step } from './step.ts';

/** "Is this customer free?": free, taken, or ask us. Creates no claim, tells nothing else, and is limited per day. */
export async function answerClearance(
  step: Step,
  correspondence: Correspondence,
  partner: Partner,
): Promise<void> {
  const { understanding, address } = correspondence;
  const { policy } = step.office;
  const asked = await countClearances(step.tx, partner.id, addDays(step.now, -1), step.now);
  if (asked >= policy.clearance_per_day) return refuse(step, correspondence, 'clearance', 'clearance_limit');
  const answers = [];
  for (const { customer, services } of understanding.registrations.slice(
    0,
    policy.clearance_per_day - asked,
  )) {
    const found = await findCustomers(step.tx, describe(customer));
    const standing = {
      customer: found.same && (await standingOf(step.tx, found.same.customer)),
      alike: await Promise.all(found.alike.map((candidate) => standingOf(step.tx, candidate.customer))),
      simultaneous: [],
    };
    const { outcome, rule } = decide(
      {
        trusted: true,
        partner: { id: partner.id, status: partner.status },
        receivedAt: step.now,
        customer: describe(customer),
        services: services.length > 0 ? services : [...policy.covered_services],
        leavesPartner: false,
        bringsMandate: false,
        dissatisfied: false,
      },
      standing,
      policy,
      step.now,
    );
    const free = outcome === 'accepted' || outcome === 'repeated';
    const answer = free
      ? 'free'
      : rule === 'customer.uncertain' || outcome === 'needs_information'
        ? 'ask'
        : 'taken';
    answers.push({ customer: shown(customer), answer } as const);
    step.add({
      outcome: 'answered',
      rule: 'command.clearance',
      customer: customer.name,
      inputs: { partnerId: partner.id, answer },
    });
  }
  if (answers.length === 0) return refuse(step, correspondence, 'clearance', 'unknown_reference');
  step.notify({
    to: address,
    answersMail: true,
    params: {
      kind: 'clearance',
      language: understanding.language,
      recipientName: understanding.sender.name,
      receivedAt: step.now.toISOString(),
      answers,
    },
  });
}
