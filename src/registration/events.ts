import type { Service, StatedRegistration } from '../message/understanding.ts';
import type { RegistrationStatus, Rule, RulingChoice } from './vocabulary.ts';

/** What can change in a registration. `null` clears a date. */
export interface RegistrationChange {
  customerId?: bigint;
  services?: Service[];
  receivedAt?: Date;
  status?: RegistrationStatus;
  rule?: Rule;
  shared?: boolean;
  holdsPlace?: boolean;
  protectedUntil?: Date | null;
  graceUntil?: Date | null;
  extensions?: number;
  reminded?: number[];
  closedAt?: Date | null;
}

/** Whom to write to about a registration: the latest mail's sender and language. */
export interface RegistrationContact {
  address: string;
  name?: string;
  language: string;
}

export interface NewRegistration {
  reference: string;
  partnerId: string;
  customerId?: bigint;
  services: Service[];
  receivedAt: Date;
  messageId: bigint;
  status: RegistrationStatus;
  rule: Rule;
  holdsPlace: boolean;
  protectedUntil?: Date;
  graceUntil?: Date;
}

/**
 * Everything that can happen to what the ledger holds. `sealed` is personal data: it is kept apart from the chain,
 * which holds its salted hash only.
 */
export type LedgerEvent =
  | {
      kind: 'registration.opened';
      registration: NewRegistration;
      sealed: { stated: StatedRegistration; contact: RegistrationContact };
    }
  | {
      kind: 'registration.changed';
      id: bigint;
      reference: string;
      cause: Rule;
      change: RegistrationChange;
      sealed?: { stated?: StatedRegistration; contact?: RegistrationContact };
    }
  | {
      kind: 'awareness.recorded';
      customerId: bigint;
      services: Service[];
      recordedAt: Date;
      source: 'mail' | 'import';
      messageId?: bigint;
      sealed: { recordedBy: string };
    }
  | { kind: 'customer.attached'; customerId: bigint; partnerId?: string; at: Date; cause: string }
  | {
      kind: 'dispute.opened';
      rule: Rule;
      registrationId: bigint;
      reference: string;
      againstRegistrationId?: bigint;
      againstCustomerId?: bigint;
      againstPartnerId?: string;
      raiseDue: Date;
    }
  | { kind: 'dispute.raised'; disputeId: bigint; raiseDue: Date }
  | { kind: 'dispute.ruled'; disputeId: bigint; choice: RulingChoice }
  | { kind: 'dispute.dissolved'; disputeId: bigint }
  | {
      kind: 'time.passed';
      due: Date;
      timer: string;
      outcomes: { outcome: string; rule: string; reference?: string }[];
    }
  | {
      kind: 'mail.decided';
      /** Hex SHA-256 of the raw mail: what a partner can compare with its own copy. */
      mailHash: string;
      receivedAt: Date;
      /** `aware`: entries of the awareness for which services were refused. */
      outcomes: { outcome: string; rule: string; reference?: string; aware?: bigint[] }[];
      policyVersion: string;
    }
  | {
      /** A person let a held mail go on; it is decided again at its rank. */
      kind: 'mail.released';
      mailHash: string;
      receivedAt: Date;
      /** Rule by which it was held, or the error for which it was set aside. */
      reason?: string;
    }
  | {
      /** Personal data went, by request or because it was kept long enough: what is gone is gone by an entry. */
      kind: 'data.erased';
      cause: 'request' | 'retention';
      /** Although an open registration or dispute may have needed it. */
      forced: boolean;
      /** Hex SHA-256 of the mails. */
      mails: string[];
      references: string[];
      notices: bigint[];
      /** Entries whose sealed data went. */
      entries: bigint[];
    }
  | {
      kind: 'directory.imported';
      records: 'partners' | 'customers' | 'awareness';
      /** Hex SHA-256 of the imported text. */
      fileHash: string;
      added: number;
      updated: number;
    };
