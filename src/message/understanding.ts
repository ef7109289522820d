/** What a mail says: the contract between understanding and everything after it. Values only, no behaviour. */

export const LANGUAGES = ['fr', 'de', 'en', 'nl', 'lb'] as const;
export type Language = (typeof LANGUAGES)[number];

export const INTENTS = [
  'register',
  'amend',
  'withdraw',
  'extend',
  'won',
  'lost',
  'status',
  'contest',
  'awareness',
  'question',
  'auto_reply',
  'bounce',
  'bulk',
  'spam',
  'other',
] as const;
export type Intent = (typeof INTENTS)[number];

export const SERVICES = ['internet', 'sip_trunk', 'numbers', 'communication', 'it'] as const;
export type Service = (typeof SERVICES)[number];

export const SITUATIONS = [
  'leaves_partner',
  'dissatisfied',
  'own_customer',
  'mixvoip_customer',
  'competing_partner',
  'mandate',
  'tender',
  'no_revenue',
  'direct_contact',
] as const;
export type Situation = (typeof SITUATIONS)[number];

export interface Money {
  amount: number;
  /** ISO 4217. */
  currency: string;
  per: 'month' | 'year' | 'once';
}

/** The end customer as the mail states it. A field that the mail does not surely state is absent. */
export interface StatedCustomer {
  name?: string;
  vat?: string;
  registration_number?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  city?: string;
  postal_code?: string;
  street?: string;
  domain?: string;
  contact_name?: string;
  contact_email?: string;
  /** E.164. */
  contact_phone?: string;
}

/** One end customer of one mail with what is wanted for it. */
export interface StatedRegistration {
  customer: StatedCustomer;
  services: Service[];
  seats?: number;
  value?: Money;
  /** `2026-12-15`, `2026-12` or `2027-Q1`: decision, signature or order. */
  expected_close?: string;
  situation: Situation[];
}

/** New values that a mail about a deal already sent brings. */
export type Changes = Partial<StatedRegistration>;

export type SegmentKind =
  | 'subject'
  | 'own' // the sender's own new text
  | 'quote' // quoted history: never a source of facts
  | 'signature' // the sender's own signature: never a source of customer facts
  | 'disclaimer'
  | 'forward' // text of a forwarded mail: facts count
  | 'forward_signature' // signature inside a forwarded mail: the customer's when the customer wrote it
  | 'attachment';

/** A stretch of text with one author. Offsets of evidence are into `text`. */
export interface Segment {
  id: number;
  kind: SegmentKind;
  text: string;
  /** Who wrote it, where the mail says so: the From of a forwarded or quoted mail. */
  author?: { name?: string; address?: string };
  /** File name, for `attachment`. */
  attachment?: string;
}

/** Why a value is believed: the very words, where they stand, how they were read. */
export interface Evidence {
  /** `registrations.0.customer.name`, `intent`, `language`, `changes.seats`, … */
  path: string;
  segment: number;
  start: number;
  end: number;
  text: string;
  /** How: `label`, `table`, `prose`, `checksum`, `lexicon`, `signature`, `attachment`, … */
  method: string;
  /** 0..1 */
  confidence: number;
}

export type Trust = 'pass' | 'fail' | 'none';

/** Who wrote: one address from one parser, and what our own receiving server proved of it. */
export interface Sender {
  /** Lower-case addr-spec, domain in punycode; absent where there is none or more than one. */
  address?: string;
  /** Domain of `address`, ASCII. */
  domain?: string;
  name?: string;
  /** Reply-To, only when it lies in the same organisational domain as From. */
  replyTo?: string;
  trust: Trust;
  /** What made the verdict: `dmarc=pass`, `two From headers`, `no Authentication-Results of ours`, … */
  reason: string;
}

export type AutomationKind = 'auto_reply' | 'bounce' | 'bulk' | 'receipt' | 'own_mail';

/** Three independent verdicts: what kind of machine wrote it, may it be processed, may it be answered. */
export interface Automation {
  /** Absent: a person wrote it. */
  kind?: AutomationKind;
  mayProcess: boolean;
  mayAnswer: boolean;
  /** Every marker found, for people: `Auto-Submitted: auto-replied`, `Return-Path: <>`, … */
  reasons: string[];
}

/** What became of one attachment. */
export interface AttachmentReport {
  filename: string;
  contentType: string;
  size: number;
  /** Hex SHA-256 of the content, where there is any. */
  hash?: string;
  read: boolean;
  /** Why it was not read: `image`, `too_large`, `encrypted`, `damaged`, `unsupported`, `limit`. */
  reason?: string;
}

/** Headers that identify and thread a mail. */
export interface Envelope {
  messageId?: string;
  inReplyTo: string[];
  references: string[];
  subject: string;
  /** The sender's Date header, for relative dates only; never a rank. */
  date?: string;
  to: string[];
  cc: string[];
}

/** The Head of Sales' one-word answer to a dispute, read from a mail of hers. */
export interface StatedRuling {
  /** Absent where the mail states a number only: what it means depends on the dispute. */
  choice?: 'first' | 'second' | 'both' | 'mixvoip' | 'same' | 'different';
  /** The number of a choice as it was listed in our mail. */
  number?: number;
  comment?: string;
}

/** Everything that one mail says. Plain JSON: it is stored with the mail and printed by `dealreg understand`. */
export interface Understanding {
  envelope: Envelope;
  sender: Sender;
  automation: Automation;
  language: Language;
  intent: Intent;
  /** One of our references, the one acted upon. */
  reference?: string;
  /** Every reference of ours that the new text or the thread names. */
  references: string[];
  registrations: StatedRegistration[];
  changes: Changes;
  /** The mail has another intent and registers something new too. */
  also_registers?: boolean;
  /** The mail asks whether a customer is free, and claims nothing. */
  clearance?: boolean;
  /** Only when the text could be the answer to a dispute notice; who may rule is decided elsewhere. */
  ruling?: StatedRuling;
  segments: Segment[];
  attachments: AttachmentReport[];
  evidence: Evidence[];
}
