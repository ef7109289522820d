import { customerById } from '../database/customers.ts';
import { partnerById } from '../database/partners.ts';
import type { StoredRegistration } from '../database/registrations.ts';
import type { RulingChoice } from '../registration/vocabulary.ts';
import { recordEvent } from './record-event.ts';
import { commentFor } from './ruling-comment.ts';
import type { Ruling } from './ruling-effects.ts';

/**
 * A partner of record without a registration is told at its directory address and in its language. It is the partner
 * whose customer it was when the dispute was opened: where an earlier ruling on it took the customer away and this one
 * does not, the partner has it back, unless it is somebody else's meanwhile.
 */
export async function tellPartnerOfRecord(
  ruling: Ruling,
  registration: StoredRegistration,
  loses: boolean,
): Promise<void> {
  const { step, dispute } = ruling;
  const { againstCustomerId, againstPartnerId } = dispute;
  if (againstCustomerId === undefined || againstPartnerId === undefined) return;
  const customer = await customerById(step.tx, againstCustomerId);
  const partner = await partnerById(step.tx, againstPartnerId);
  if (!customer || !partner || partner.id === registration.partnerId) return;
  const attachedNow = customer.attachment.partnerId;
  const restored = !loses && attachedNow === undefined && takesAttachment(dispute.choice);
  if (!loses && !restored && attachedNow !== partner.id) return;
  if (restored || (loses && attachedNow === partner.id)) {
    await recordEvent(step.tx, step.office.clock.now(), {
      kind: 'customer.attached',
      customerId: customer.id,
      partnerId: restored ? partner.id : undefined,
      at: step.now,
      cause: registration.reference,
    });
  }
  step.notify({
    to: partner.contactEmail,
    cause: `dispute:${dispute.id}:${step.cause}`,
    params: {
      kind: 'ruling',
      language: partner.language,
      // The row may hold what another partner stated of the customer: its name alone is shown.
      customer: { name: customer.description.name },
      choice: ruling.choice,
      effect: loses ? 'lost_attachment' : 'kept_attachment',
      comment: await commentFor(ruling, partner.id),
    },
  });
}

/** Whether a choice takes the customer from its partner of record. */
export const takesAttachment = (choice: RulingChoice | undefined): boolean =>
  choice === 'second' || choice === 'mixvoip';
