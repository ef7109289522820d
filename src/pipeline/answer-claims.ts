import { compareCustomers } from '../customer/compare.ts';
import type { Partner } from '../database/partners.ts';
import type { StatedRegistration } from '../message/understanding.ts';
import { answerKind } from '../reply/compose.ts';
import { RECEIPT_FILE } from '../reply/mime.ts';
import type { Section } from '../reply/params.ts';
import { type DecidedClaim, decideClaim } from './decide-claim.ts';
import type { Correspondence } from './decide-message.ts';
import { describe } from './find-customer.ts';
import type { Rival } from './open-dispute.ts';
import { pendingInThread } from './own-registration.ts';
import type { Step } from './step.ts';

/** Decides every customer that a partner's mail claims, and gives them one answer with a section each. */
export async function answerClaims(
  step: Step,
  correspondence: Correspondence,
  partner: Partner,
  registrations: readonly StatedRegistration[],
  rivals: readonly Rival[],
): Promise<void> {
  const { mail, understanding, address } = correspondence;
  const { language, sender } = understanding;
  // A mail that wants to register and names nobody is asked for whom.
  const claims = registrations.length > 0 ? registrations : [{ customer: {}, services: [], situation: [] }];
  const contact = { address, name: sender.name, language };
  const pending = claims.length === 1 ? await pendingInThread(step.tx, understanding, partner) : undefined;
  const decided: DecidedClaim[] = [];
  for (const stated of claims) {
    decided.push(
      await decideClaim(step, {
        partner,
        stated,
        contact,
        rivals: rivals.filter((rival) => isRival(rival, mail.id, partner, stated)),
        ...(pending && completes(pending.stated, stated) ? pending.completedBy(stated, step.now) : {}),
      }),
    );
  }
  notifyClaims(step, correspondence, decided);
}

/** A reply in the thread of a claim that waits completes it, unless it plainly is about somebody else. */
function completes(waiting: StatedRegistration, stated: StatedRegistration): boolean {
  if (!waiting.customer.name || !stated.customer.name) return true;
  return compareCustomers(describe(waiting.customer), describe(stated.customer)).verdict !== 'different';
}

function isRival(rival: Rival, messageId: bigint, partner: Partner, stated: StatedRegistration): boolean {
  return (
    rival.messageId !== messageId &&
    rival.partner.id !== partner.id &&
    compareCustomers(describe(rival.stated.customer), describe(stated.customer)).verdict === 'same'
  );
}

/** One answer for all customers of a mail, of the kind of its gravest outcome. */
export function notifyClaims(
  step: Step,
  { understanding, address }: Correspondence,
  decided: readonly DecidedClaim[],
): void {
  const sections = decided.flatMap(({ section }): Section[] => (section ? [section] : []));
  const kind = answerKind(decided.map(({ decision }) => decision.outcome));
  if (!kind || sections.length === 0) return;
  const copied = decided.some(
    ({ decision }) => decision.outcome === 'conflict' || decision.copiesHeadOfSales,
  );
  step.notify({
    to: address,
    cc: copied ? [step.headOfSales] : [],
    answersMail: true,
    registrationIds: decided.flatMap(({ registrationId }) => registrationId ?? []),
    params: {
      kind,
      language: understanding.language,
      recipientName: understanding.sender.name,
      receivedAt: step.now.toISOString(),
      sections,
      headOfSalesCopied: copied,
      unread: unreadOf(understanding),
    },
  });
}

/** Attachments that could not be read: said in the answer, never dropped in silence. Our own receipt says nothing new. */
export const unreadOf = ({ attachments }: Correspondence['understanding']) =>
  attachments
    .filter(({ read, filename }) => !read && !RECEIPT_FILE.test(filename))
    .map(({ filename, reason }) => ({ filename, reason: reason ?? 'unsupported' }));
