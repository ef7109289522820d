import { insertAwareness } from '../database/awareness.ts';
import { customerById, updateAttachment } from '../database/customers.ts';
import {
  insertDispute,
  markDisputeDissolved,
  markDisputeRaised,
  markDisputeRuled,
} from '../database/disputes.ts';
import { appendEntry } from '../database/ledger.ts';
import { insertRegistration, updateRegistration } from '../database/registrations.ts';
import type { Queryable } from '../ports.ts';
import type { LedgerEvent } from '../registration/events.ts';

type StandingEvent = Exclude<
  LedgerEvent,
  { kind: 'mail.decided' | 'mail.released' | 'time.passed' | 'directory.imported' | 'data.erased' }
>;

/**
 * The one way in which registrations, awareness, attachments and disputes come to be or change: the event goes into
 * the ledger and into the tables that tell how things stand, in the caller's transaction.
 * Returns the id of what the event created or changed.
 */
export async function recordEvent(tx: Queryable, at: Date, event: StandingEvent): Promise<bigint> {
  switch (event.kind) {
    case 'registration.opened': {
      const { registration, sealed } = event;
      await appendEntry(tx, at, event.kind, { ...registration }, sealed);
      return insertRegistration(tx, registration, sealed.stated, sealed.contact);
    }
    case 'registration.changed': {
      const { id, reference, cause, change, sealed } = event;
      await appendEntry(tx, at, event.kind, { reference, cause, change }, sealed);
      await updateRegistration(tx, id, change, sealed?.stated, sealed?.contact);
      return id;
    }
    case 'awareness.recorded': {
      const { kind, sealed, ...body } = event;
      const { entry } = await appendEntry(tx, at, kind, body, sealed);
      return insertAwareness(tx, { ...body, recordedBy: sealed.recordedBy, entry });
    }
    case 'customer.attached': {
      const { kind, ...body } = event;
      await appendEntry(tx, at, kind, body);
      await attach(tx, event);
      return event.customerId;
    }
    case 'dispute.opened': {
      const { kind, ...body } = event;
      await appendEntry(tx, at, kind, body);
      return insertDispute(tx, { ...body, openedAt: at });
    }
    case 'dispute.raised':
      await appendEntry(tx, at, event.kind, { disputeId: event.disputeId, raiseDue: event.raiseDue });
      await markDisputeRaised(tx, event.disputeId, at, event.raiseDue);
      return event.disputeId;
    case 'dispute.ruled':
      await appendEntry(tx, at, event.kind, { disputeId: event.disputeId, choice: event.choice });
      await markDisputeRuled(tx, event.disputeId, event.choice, at);
      return event.disputeId;
    case 'dispute.dissolved':
      await appendEntry(tx, at, event.kind, { disputeId: event.disputeId });
      await markDisputeDissolved(tx, event.disputeId);
      return event.disputeId;
  }
}

async function attach(
  tx: Queryable,
  event: Extract<LedgerEvent, { kind: 'customer.attached' }>,
): Promise<void> {
  const customer = await customerById(tx, event.customerId);
  if (!customer) throw new Error('a customer that is attached exists');
  await updateAttachment(tx, event.customerId, {
    itPartnerId: customer.attachment.itPartnerId,
    mixvoipServices: customer.attachment.mixvoipServices,
    // The revenue of the time before says nothing of the new attachment.
    partnerId: event.partnerId,
    attachedAt: event.at,
  });
}
