import { type Partner, partnerOfDomain } from '../database/partners.ts';
import { answersSince } from '../database/outbox-threads.ts';
import type { Understanding } from '../message/understanding.ts';
import { addDays } from '../registration/policy.ts';
import type { Outcome, Rule } from '../registration/vocabulary.ts';
import { answerAddress } from '../reply/recipients.ts';
import { answerClaims } from './answer-claims.ts';
import { answerCommand } from './answer-command.ts';
import type { Rival } from './open-dispute.ts';
import { answerStaff } from './answer-staff.ts';
import type { Step, StepMail } from './step.ts';
import { shown } from '../reply/compose.ts';

/** Intents that claim nothing and command nothing, and are not worth an answer from a stranger. */
const UNSOLICITED: ReadonlySet<string> = new Set(['spam', 'bulk', 'auto_reply', 'bounce']);

/** A mail with its answer address: everything after this module may write to it. */
export interface Correspondence {
  mail: StepMail;
  understanding: Understanding;
  /** Proven by the mail itself. */
  address: string;
}

/**
 * Decides one mail: silence, trust, then whose it is (staff, partner, stranger) and what it wants.
 * @param rivals other partners' claims of the same second
 */
export async function decideMessage(step: Step, mail: StepMail, rivals: readonly Rival[]): Promise<void> {
  const { understanding } = mail;
  const silence = silenceOf(understanding);
  if (silence) return step.add(silence);
  if (understanding.sender.trust !== 'pass') return step.add({ outcome: 'held', rule: 'sender.untrusted' });
  const address = answerAddress(understanding.sender, [step.office.identity.address]);
  if (!address || !understanding.sender.domain)
    return step.add({ outcome: 'ignored', rule: 'silence.robot' });
  if (await isOverLimit(step, address)) return step.add({ outcome: 'ignored', rule: 'silence.limit' });
  const correspondence = { mail, understanding, address };
  if (isStaff(step, understanding.sender.domain)) return answerStaff(step, correspondence);
  if (UNSOLICITED.has(understanding.intent)) {
    return step.add({
      outcome: 'ignored',
      rule: understanding.intent === 'auto_reply' ? 'silence.auto_reply' : 'silence.bulk',
    });
  }
  const partner = await partnerOfDomain(step.tx, understanding.sender.domain);
  if (!partner) return refuseSender(step, correspondence, 'sender.unknown', []);
  if (partner.status === 'suspended')
    return refuseSender(step, correspondence, 'partner.suspended', [step.headOfSales]);
  return answerPartner(step, correspondence, partner, rivals);
}

/** Why a mail gets no answer although nobody doubts its sender (invariant 6), if so. */
function silenceOf({ automation }: Understanding): { outcome: Outcome; rule: Rule } | undefined {
  if (automation.mayAnswer) return undefined;
  const rule: Rule = automation.kind ? `silence.${automation.kind}` : 'silence.robot';
  // What may be a partner's claim behind a machine's header waits for a person instead of being dropped.
  return { outcome: automation.mayProcess ? 'held' : 'ignored', rule };
}

async function isOverLimit(step: Step, address: string): Promise<boolean> {
  if (address === step.headOfSales) return false;
  const answered = await answersSince(step.tx, address, addDays(step.office.clock.now(), -1));
  return answered >= step.office.policy.answers_per_sender_per_day;
}

function isStaff(step: Step, domain: string): boolean {
  return step.office.identity.staffDomains.includes(domain);
}

/** The charter's rows on the sender itself: one answer for the whole mail, which echoes as little as it can. */
function refuseSender(
  step: Step,
  { understanding, address }: Correspondence,
  rule: 'sender.unknown' | 'partner.suspended',
  cc: string[],
): void {
  const [first] = understanding.registrations;
  const known = rule === 'partner.suspended' && first;
  step.add({ outcome: 'rejected', rule, customer: first?.customer.name });
  step.notify({
    to: address,
    cc,
    answersMail: true,
    params: {
      kind: 'rejected',
      language: understanding.language,
      recipientName: understanding.sender.name,
      receivedAt: step.now.toISOString(),
      headOfSalesCopied: cc.length > 0,
      sections: [
        {
          rule,
          customer: known ? shown(first.customer) : {},
          services: known ? first.services : [],
          excluded: [],
        },
      ],
    },
  });
}

async function answerPartner(
  step: Step,
  correspondence: Correspondence,
  partner: Partner,
  rivals: readonly Rival[],
): Promise<void> {
  const { intent, also_registers, registrations } = correspondence.understanding;
  if (intent === 'register' || intent === 'awareness')
    return answerClaims(step, correspondence, partner, registrations, rivals);
  await answerCommand(step, correspondence, partner);
  if (also_registers) await answerClaims(step, correspondence, partner, registrations, rivals);
}
