import { z } from 'zod';
import { LANGUAGES, SERVICES } from '../message/understanding.ts';
import {
  type NOTICE_KINDS,
  REFUSAL_REASONS,
  REGISTRATION_STATUSES,
  RULING_CHOICES,
} from '../registration/vocabulary.ts';

/**
 * The parameters of every notice. A partner's notice is built from these types alone, and none of them has a place
 * for another partner's name, data or dates: that is how invariant 7 ("no partner sees another partner") is held.
 * Instants are ISO 8601 in UTC; templates show them in Europe/Luxembourg.
 */
const instant = z.iso.datetime();
const language = z.enum(LANGUAGES);
const service = z.enum(SERVICES);

/** The customer in the words of the mail that is being answered, never in another's. */
export const customerShown = z.strictObject({
  name: z.string().optional(),
  vat: z.string().optional(),
  registration_number: z.string().optional(),
  city: z.string().optional(),
  country: z.string().optional(),
  domain: z.string().optional(),
});
export type CustomerShown = z.infer<typeof customerShown>;

const excludedService = z.strictObject({
  service,
  reason: z.enum(['not_covered', 'mixvoip_aware']),
  /** For `mixvoip_aware`: since when Mixvoip knew. */
  since: instant.optional(),
});

const missingPart = z.enum(['customer', 'services']);

/** One customer of the mail, with its answer. `rule` decides which other fields are there. */
const sectionBase = {
  reference: z.string().optional(),
  customer: customerShown,
  services: z.array(service),
  /** Services that were asked for and are left out of the answer, with why. */
  excluded: z.array(excludedService),
  seats: z.number().optional(),
};

export const section = z.discriminatedUnion('rule', [
  z.strictObject({ ...sectionBase, rule: z.literal('sender.unknown') }),
  z.strictObject({ ...sectionBase, rule: z.literal('partner.suspended') }),
  z.strictObject({
    ...sectionBase,
    rule: z.literal('request.incomplete'),
    missing: z.array(missingPart).min(1),
    /** Until when the place is kept; absent when no customer is named and so no place can be kept. */
    graceUntil: instant.optional(),
  }),
  z.strictObject({ ...sectionBase, rule: z.literal('service.not_covered') }),
  z.strictObject({
    ...sectionBase,
    rule: z.literal('registration.repeated'),
    status: z.enum(REGISTRATION_STATUSES),
    protectedUntil: instant.optional(),
    queuePosition: z.number().optional(),
  }),
  z.strictObject({ ...sectionBase, rule: z.literal('customer.uncertain') }),
  z.strictObject({
    ...sectionBase,
    rule: z.literal('customer.changes_partner'),
    mandateReceived: z.boolean(),
  }),
  z.strictObject({ ...sectionBase, rule: z.literal('customer.unhappy'), mandateReceived: z.boolean() }),
  z.strictObject({ ...sectionBase, rule: z.literal('customer.of_other_partner') }),
  z.strictObject({ ...sectionBase, rule: z.literal('customer.of_mixvoip') }),
  z.strictObject({ ...sectionBase, rule: z.literal('registration.competing'), queuePosition: z.number() }),
  z.strictObject({ ...sectionBase, rule: z.literal('registration.tie') }),
  z.strictObject({
    ...sectionBase,
    rule: z.literal('customer.own'),
    protectedUntil: instant,
    /** New services joined to a registration that the partner holds already. */
    addition: z.boolean(),
  }),
  z.strictObject({ ...sectionBase, rule: z.literal('mixvoip.aware_first'), awareSince: instant }),
  z.strictObject({
    ...sectionBase,
    rule: z.literal('prospect.first'),
    protectedUntil: instant,
    addition: z.boolean(),
    /** Another attachment stood in the way and no longer counts (S7). */
    dormantAttachment: z.boolean(),
  }),
  z.strictObject({ ...sectionBase, rule: z.literal('queue.closed') }),
  /** A contest: the dispute is opened, the decision stands until the ruling. */
  z.strictObject({ ...sectionBase, rule: z.literal('command.contest') }),
]);
export type Section = z.infer<typeof section>;
export type SectionRule = Section['rule'];

/** How the mail was received and recorded: what a partner can verify later. */
const receipt = z.strictObject({
  /** Number of the ledger entry. */
  entry: z.number(),
  /** Hex SHA-256 of the ledger entry. */
  hash: z.string(),
  /** Hex root of the Merkle tree over all entries up to that one. */
  root: z.string(),
  /** Hex SHA-256 of the raw mail being answered, where there is one. */
  mailHash: z.string().optional(),
  recordedAt: instant,
});
export type Receipt = z.infer<typeof receipt>;

const contact = z.strictObject({
  headOfSales: z.string(),
  headOfSalesAddress: z.string(),
  address: z.string(),
  phone: z.string(),
  website: z.string(),
});
export type Contact = z.infer<typeof contact>;

const common = {
  language,
  /** Name of the person written to, as the From header gave it. */
  recipientName: z.string().optional(),
  /** Arrival of the mail that is answered; absent on notices of time. */
  receivedAt: instant.optional(),
  receipt,
  contact,
  /** Attachments that could not be read, by file name, with why. */
  unread: z.array(z.strictObject({ filename: z.string(), reason: z.string() })).default([]),
};

/** The partner's own registration as it stands now. */
const standing = z.strictObject({
  reference: z.string(),
  customer: customerShown,
  services: z.array(service),
  seats: z.number().optional(),
  status: z.enum(REGISTRATION_STATUSES),
  receivedAt: instant,
  protectedUntil: instant.optional(),
  graceUntil: instant.optional(),
  queuePosition: z.number().optional(),
  missing: z.array(missingPart).default([]),
  extensionsLeft: z.number(),
});
export type StandingShown = z.infer<typeof standing>;

const answer = { ...common, sections: z.array(section).min(1), headOfSalesCopied: z.boolean() };

/** One claim as the Head of Sales sees it: she alone sees both. */
const claim = z.strictObject({
  label: z.enum(['A', 'B']),
  /** Absent when the claim is Mixvoip's own. */
  partner: z.string().optional(),
  role: z.enum(['holder', 'partner_of_record', 'mixvoip', 'newcomer', 'decision', 'known_customer']),
  reference: z.string().optional(),
  receivedAt: instant.optional(),
  customer: customerShown,
  services: z.array(service),
  seats: z.number().optional(),
  value: z.string().optional(),
  situation: z.array(z.string()).default([]),
  /** What it wrote, own text and forwarded text, shortened. */
  wrote: z.string().optional(),
  status: z.enum(REGISTRATION_STATUSES).optional(),
  protectedUntil: instant.optional(),
  attachments: z.array(z.string()).default([]),
});
export type Claim = z.infer<typeof claim>;

const history = z.strictObject({
  partnerOfRecord: z.string().optional(),
  itPartner: z.string().optional(),
  mixvoipServices: z.array(service).default([]),
  lastRevenue: z.string().optional(),
  awareness: z
    .array(z.strictObject({ recordedAt: instant, services: z.array(service), recordedBy: z.string() }))
    .default([]),
  /** Places in the queue behind A, oldest first. */
  queue: z
    .array(z.strictObject({ partner: z.string(), reference: z.string(), receivedAt: instant }))
    .default([]),
  /** Why two names may be one customer: feature, both values, finding. */
  identity: z
    .array(z.strictObject({ feature: z.string(), a: z.string(), b: z.string(), finding: z.string() }))
    .default([]),
});
export type HistoryShown = z.infer<typeof history>;

export const noticeParams = {
  accepted: z.strictObject({ ...answer, kind: z.literal('accepted') }),
  rejected: z.strictObject({ ...answer, kind: z.literal('rejected') }),
  conflict: z.strictObject({ ...answer, kind: z.literal('conflict') }),
  needs_information: z.strictObject({ ...answer, kind: z.literal('needs_information') }),
  repeated: z.strictObject({ ...answer, kind: z.literal('repeated') }),
  promoted: z.strictObject({ ...answer, kind: z.literal('promoted') }),
  recorded: z.strictObject({
    ...common,
    kind: z.literal('recorded'),
    items: z
      .array(
        z.strictObject({
          customer: customerShown,
          services: z.array(service),
          rule: z.enum([
            'awareness.recorded',
            'awareness.late',
            'awareness.partners_customer',
            'awareness.competes',
          ]),
          validUntil: instant.optional(),
        }),
      )
      .min(1),
    headOfSalesCopied: z.boolean(),
  }),
  done: z.strictObject({
    ...common,
    kind: z.literal('done'),
    command: z.enum(['amend', 'withdraw', 'extend', 'won', 'lost', 'mandate', 'ruling']),
    standing: standing.optional(),
    /** Human-readable new values: field and value. */
    changes: z.array(z.strictObject({ field: z.string(), value: z.string() })).default([]),
    choice: z.enum(RULING_CHOICES).optional(),
    /** For `ruling`: reference of the dispute that was ruled on. */
    dispute: z.string().optional(),
  }),
  status: z.strictObject({ ...common, kind: z.literal('status'), standings: z.array(standing) }),
  clearance: z.strictObject({
    ...common,
    kind: z.literal('clearance'),
    answers: z
      .array(z.strictObject({ customer: customerShown, answer: z.enum(['free', 'taken', 'ask']) }))
      .min(1),
  }),
  refused: z.strictObject({
    ...common,
    kind: z.literal('refused'),
    command: z.string(),
    reason: z.enum(REFUSAL_REASONS),
    /** As the partner wrote it; never more than that. */
    reference: z.string().optional(),
  }),
  reminder: z.strictObject({ ...common, kind: z.literal('reminder'), standing, daysLeft: z.number() }),
  expired: z.strictObject({
    ...common,
    kind: z.literal('expired'),
    standing,
    rule: z.enum(['protection.expired', 'grace.expired']),
  }),
  ruling: z.strictObject({
    ...common,
    kind: z.literal('ruling'),
    standing: standing.optional(),
    customer: customerShown,
    choice: z.enum(RULING_CHOICES),
    /** What the ruling means for the reader. */
    effect: z.enum(['accepted', 'kept', 'rejected', 'queued', 'lost_attachment', 'kept_attachment']),
    queuePosition: z.number().optional(),
    comment: z.string().optional(),
  }),
  dispute: z.strictObject({
    ...common,
    kind: z.literal('dispute'),
    dispute: z.string(),
    rule: z.string(),
    claims: z.array(claim).min(1),
    history,
    choices: z.array(z.strictObject({ number: z.number(), choice: z.enum(RULING_CHOICES) })).min(2),
    /** Since when it waits, when it is raised again. */
    waitingSince: instant.optional(),
  }),
  dispute_waiting: z.strictObject({
    ...common,
    kind: z.literal('dispute_waiting'),
    customer: customerShown,
    /** Absent for a partner of record, who has no registration. */
    standing: standing.optional(),
    waitingSince: instant,
  }),
  question: z.strictObject({ ...common, kind: z.literal('question'), reference: z.string().optional() }),
} satisfies Record<(typeof NOTICE_KINDS)[number], z.ZodType>;

export type NoticeParams = {
  [K in keyof typeof noticeParams]: z.infer<(typeof noticeParams)[K]>;
}[keyof typeof noticeParams];
export type NoticeParamsOf<K extends keyof typeof noticeParams> = z.infer<(typeof noticeParams)[K]>;
