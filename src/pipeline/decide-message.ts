import { answersBetween } from '../database/outbox-threads.ts';
import { type Partner, partnerOfDomain } from '../database/partners.ts';
import type { Understanding } from '../message/understanding.ts';
import { type Decision, decide } from '../registration/decide.ts';
import { addDays } from '../registration/policy.ts';
import type { Outcome, Rule } from '../registration/vocabulary.ts';
import { shown } from '../reply/compose.ts';
import { answerAddress } from '../reply/recipients.ts';
import { answerClaims } from './answer-claims.ts';
import { answerCommand } from './answer-command.ts';
import { answerStaff } from './answer-staff.ts';
import type { Rival } from './open-dispute.ts';
import type { Step, StepMail } from './step.ts';

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
  const { sender, intent } = understanding;
  const silence = silenceOf(understanding);
  if (silence) return step.add(silence);
  const trusted = sender.trust === 'pass' && sender.domain !== undefined;
  const partner = trusted ? await partnerOfDomain(step.tx, sender.domain!) : undefined;
  const refused = decideSender(trusted, partner, step);
  if (refused?.rule === 'sender.untrusted') return step.add(refused);
  const address = answerAddress(sender, [step.office.identity.address]);
  if (!address) return step.add({ outcome: 'ignored', rule: 'silence.robot' });
  if (await isOverLimit(step, address)) return step.add({ outcome: 'ignored', rule: 'silence.limit' });
  const correspondence = { mail, understanding, address };
  if (isStaff(step, sender.domain!)) return answerStaff(step, correspondence);
  if (UNSOLICITED.has(intent)) {
    return step.add({
      outcome: 'ignored',
      rule: intent === 'auto_reply' ? 'silence.auto_reply' : 'silence.bulk',
    });
  }
  if (refused || !partner) return refuseSender(step, correspondence, refused!);
  return answerPartner(step, correspondence, partner, rivals);
}

type Refusal = Pick<Decision, 'outcome' | 'tried' | 'copiesHeadOfSales'> & { rule: SenderRule };
const SENDER_RULES = ['sender.untrusted', 'sender.unknown', 'partner.suspended'] as const;
type SenderRule = (typeof SENDER_RULES)[number];

/** The rows of the table that are about the sender alone: they stop a mail whatever it says. */
function decideSender(trusted: boolean, partner: Partner | undefined, step: Step): Refusal | undefined {
  const anyClaim = {
    customer: {},
    services: [],
    leavesPartner: false,
    bringsMandate: false,
    dissatisfied: false,
  };
  const request = { ...anyClaim, trusted, partner, receivedAt: step.now };
  const { rule, outcome, tried, copiesHeadOfSales } = decide(
    request,
    { alike: [], simultaneous: [] },
    step.office.policy,
    step.now,
  );
  const senderRule = SENDER_RULES.find((name) => name === rule);
  return senderRule && { rule: senderRule, outcome, tried, copiesHeadOfSales };
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
  // By arrival, not by the clock: a backlog is decided as if each mail had been decided in its time.
  const answered = await answersBetween(step.tx, address, addDays(step.now, -1), step.now);
  return answered >= step.office.policy.answers_per_sender_per_day;
}

function isStaff(step: Step, domain: string): boolean {
  return step.office.identity.staffDomains.includes(domain);
}

/** One answer for the whole mail, which echoes as little as it can. */
function refuseSender(step: Step, { understanding, address }: Correspondence, refusal: Refusal): void {
  const { rule, outcome, tried, copiesHeadOfSales } = refusal;
  const [first] = understanding.registrations;
  const shownFirst = rule === 'partner.suspended' ? first : undefined;
  step.add({ outcome, rule, tried, customer: first?.customer.name });
  step.notify({
    to: address,
    cc: copiesHeadOfSales ? [step.headOfSales] : [],
    answersMail: true,
    params: {
      kind: 'rejected',
      language: understanding.language,
      recipientName: understanding.sender.name,
      receivedAt: step.now.toISOString(),
      headOfSalesCopied: copiesHeadOfSales ?? false,
      sections: [
        {
          rule: rule === 'partner.suspended' ? rule : 'sender.unknown',
          customer: shownFirst ? shown(shownFirst.customer) : {},
          services: shownFirst?.services ?? [],
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
