import { noticeInThread } from '../database/outbox-threads.ts';
import type { StatedRegistration } from '../message/understanding.ts';
import { decideAwareness } from '../registration/awareness.ts';
import { addDays } from '../registration/policy.ts';
import { isNamed } from '../registration/request.ts';
import { shown } from '../reply/compose.ts';
import type { NoticeParamsOf, Section } from '../reply/params.ts';
import type { Correspondence } from './decide-message.ts';
import { addCustomer, describe, findCustomers, standingOf } from './find-customer.ts';
import { recordEvent } from './record-event.ts';
import { refuse } from './refuse-command.ts';
import { answerRuling } from './rule-dispute.ts';
import type { Step } from './step.ts';

/** Mail from Mixvoip's own house: a ruling where it answers a dispute, else Mixvoip's awareness of customers. */
export async function answerStaff(step: Step, correspondence: Correspondence): Promise<void> {
  const { understanding } = correspondence;
  const { envelope, ruling } = understanding;
  const answered = await noticeInThread(step.tx, [...envelope.inReplyTo, ...envelope.references]);
  const fromHeadOfSales = understanding.sender.address === step.headOfSales;
  if (ruling && (answered?.disputeId !== undefined || (fromHeadOfSales && understanding.reference))) {
    return answerRuling(step, correspondence, ruling, answered?.disputeId);
  }
  if (fromHeadOfSales && answered?.disputeId !== undefined)
    return refuse(step, correspondence, 'ruling', 'choice_not_offered');
  if (understanding.intent === 'awareness' || understanding.intent === 'register')
    return recordAwareness(step, correspondence);
  return passOn(step, correspondence);
}

type Item = NoticeParamsOf<'recorded'>['items'][number];

async function recordAwareness(step: Step, correspondence: Correspondence): Promise<void> {
  const { understanding, address } = correspondence;
  const { registrations } = understanding;
  const incomplete = registrations.filter((stated) => missingOf(stated).length > 0);
  const complete = registrations.filter((stated) => missingOf(stated).length === 0);
  const items: Item[] = [];
  let copied = false;
  for (const stated of complete) {
    const { item, copiesHeadOfSales } = await recordOne(step, correspondence, stated);
    items.push(item);
    copied ||= copiesHeadOfSales;
  }
  if (items.length > 0) {
    step.notify({
      to: address,
      cc: copied ? [step.headOfSales] : [],
      answersMail: true,
      params: {
        kind: 'recorded',
        language: understanding.language,
        recipientName: understanding.sender.name,
        receivedAt: step.now.toISOString(),
        items,
        headOfSalesCopied: copied,
      },
    });
  }
  if (incomplete.length > 0 || registrations.length === 0) askForMissing(step, correspondence, incomplete);
}

const missingOf = ({ customer, services }: StatedRegistration): ('customer' | 'services')[] => [
  ...(isNamed(describe(customer)) ? [] : (['customer'] as const)),
  ...(services.length > 0 ? [] : (['services'] as const)),
];

async function recordOne(
  step: Step,
  { mail, address }: Correspondence,
  stated: StatedRegistration,
): Promise<{ item: Item; copiesHeadOfSales: boolean }> {
  const { tx, office } = step;
  const { policy } = office;
  const description = describe(stated.customer);
  const { same } = await findCustomers(tx, description);
  const standing = same && (await standingOf(tx, same.customer));
  const says = (situation: StatedRegistration['situation'][number]) => stated.situation.includes(situation);
  const request = {
    receivedAt: step.now,
    services: stated.services,
    leavesPartner: says('leaves_partner'),
    dissatisfied: says('dissatisfied'),
  };
  const { rule, counts, copiesHeadOfSales } = decideAwareness(request, standing, policy);
  if (counts) {
    await recordEvent(tx, office.clock.now(), {
      kind: 'awareness.recorded',
      customerId: same?.customer.id ?? (await addCustomer(tx, description)),
      services: stated.services,
      recordedAt: step.now,
      source: 'mail',
      messageId: mail.id,
      sealed: { recordedBy: address },
    });
  }
  step.add({
    outcome: 'recorded',
    rule,
    customer: stated.customer.name ?? stated.customer.vat,
    inputs: { request, standing },
  });
  const validUntil = counts ? addDays(step.now, policy.awareness_valid_days).toISOString() : undefined;
  return {
    item: { customer: shown(stated.customer), services: stated.services, rule, validUntil },
    copiesHeadOfSales,
  };
}

/** An awareness without customer or service could count for nothing: what is missing is asked for. */
function askForMissing(
  step: Step,
  correspondence: Correspondence,
  incomplete: readonly StatedRegistration[],
): void {
  const asked = incomplete.length > 0 ? incomplete : [{ customer: {}, services: [], situation: [] }];
  const sections = asked.map((stated): Section => {
    step.add({ outcome: 'needs_information', rule: 'request.incomplete', customer: stated.customer.name });
    return {
      rule: 'request.incomplete',
      customer: shown(stated.customer),
      services: stated.services,
      excluded: [],
      missing: missingOf(stated),
    };
  });
  step.notify({
    to: correspondence.address,
    answersMail: true,
    params: {
      kind: 'needs_information',
      language: correspondence.understanding.language,
      recipientName: correspondence.understanding.sender.name,
      receivedAt: step.now.toISOString(),
      sections,
      headOfSalesCopied: false,
    },
  });
}

/** Anything else that staff writes goes to the Head of Sales; what she writes herself needs no answer of ours. */
function passOn(step: Step, { understanding, address }: Correspondence): void {
  step.add({ outcome: 'answered', rule: 'command.question' });
  step.notify({
    to: address,
    cc: [step.headOfSales],
    answersMail: true,
    params: {
      kind: 'question',
      language: understanding.language,
      recipientName: understanding.sender.name,
      receivedAt: step.now.toISOString(),
      reference: understanding.reference,
    },
  });
}
