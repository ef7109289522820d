import type { CustomerDescription } from '../customer/description.ts';
import type { Service } from '../message/understanding.ts';
import type { RegistrationStatus, Rule } from './vocabulary.ts';

/** What the ledger holds that a decision may look at. Read in one transaction, handed to `decide` as a value. */

export interface RegistrationState {
  id: bigint;
  reference: string;
  partnerId: string;
  customerId?: bigint;
  services: Service[];
  /** Arrival of the mail that claimed it: its rank. */
  receivedAt: Date;
  status: RegistrationStatus;
  rule: Rule;
  /** A ruling let several partners sell. */
  shared: boolean;
  /** It counts towards others: protected, or a place kept while information or a ruling is awaited. */
  holdsPlace: boolean;
  protectedUntil?: Date;
  graceUntil?: Date;
  /** Extensions granted so far. */
  extensions: number;
  /** Reminders sent, as days before the end. */
  reminded: number[];
}

/** Whose customer it is, per service family, and what Mixvoip itself supplies. */
export interface Attachment {
  partnerId?: string;
  itPartnerId?: string;
  mixvoipServices: Service[];
  /** Last day with revenue; unknown is not dormancy (S7). */
  lastRevenue?: Date;
}

export interface AwarenessState {
  id: bigint;
  services: Service[];
  recordedAt: Date;
  /** The ledger's entry that recorded it. */
  entry?: bigint;
}

/** One known customer with all that hangs on it. */
export interface CustomerStanding {
  customerId: bigint;
  attachment: Attachment;
  /** Every registration that is not closed, and the won ones, in order of rank. */
  registrations: RegistrationState[];
  awareness: AwarenessState[];
}

export interface Standing {
  /** The customer that is surely the same; absent when the ledger does not know it. */
  customer?: CustomerStanding;
  /** Customers that may be the same, most alike first. */
  alike: CustomerStanding[];
  /** Other partners that claim the same customer in a mail of the same second. */
  simultaneous: { partnerId: string }[];
}

export interface PartnerState {
  id: string;
  status: 'active' | 'suspended';
}

/** One partner's claim for one customer, as it comes to be decided. */
export interface Request {
  trusted: boolean;
  /** Absent when no partner has the sender's domain. */
  partner?: PartnerState;
  /** Arrival of the mail that made the claim: what Mixvoip knew before this instant counts. */
  receivedAt: Date;
  customer: CustomerDescription;
  services: Service[];
  /** What the mail says about the customer's situation, of those that the table asks for. */
  leavesPartner: boolean;
  bringsMandate: boolean;
  dissatisfied: boolean;
  /** The registration that is decided again: on completion, promotion or ruling. */
  registration?: RegistrationState;
}
