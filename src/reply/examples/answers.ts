import type { Language } from '../../message/understanding.ts';
import type { NoticeExample } from '../examples.ts';
import type { Section, SectionRule } from '../params.ts';
import { bakery, clinic, common, garage, unprompted } from './common.ts';

type AnswerKind = 'accepted' | 'rejected' | 'conflict' | 'needs_information' | 'repeated' | 'promoted';

const base: Pick<Section, 'reference' | 'customer' | 'services' | 'excluded' | 'seats'> = {
  reference: 'DR-2026-000123',
  customer: bakery,
  services: ['internet', 'sip_trunk'],
  excluded: [],
  seats: 25,
};
const protectedUntil = '2027-01-03T08:00:07Z';
const awareSince = '2026-09-07T12:31:00Z';

/** One typical section of each rule. A new rule does not compile without its example. */
export const SECTION_EXAMPLES: { [R in SectionRule]: Extract<Section, { rule: R }> } = {
  'sender.unknown': { rule: 'sender.unknown', customer: bakery, services: ['internet'], excluded: [] },
  'partner.suspended': { ...base, rule: 'partner.suspended', reference: undefined },
  'request.incomplete': {
    ...base,
    rule: 'request.incomplete',
    services: [],
    missing: ['services'],
    graceUntil: '2026-10-15T08:00:07Z',
  },
  'service.not_covered': {
    ...base,
    rule: 'service.not_covered',
    reference: undefined,
    services: [],
    excluded: [{ service: 'it', reason: 'not_covered' }],
  },
  'registration.repeated': { ...base, rule: 'registration.repeated', status: 'protected', protectedUntil },
  'customer.uncertain': { ...base, rule: 'customer.uncertain', customer: garage },
  'customer.changes_partner': { ...base, rule: 'customer.changes_partner', mandateReceived: false },
  'customer.unhappy': { ...base, rule: 'customer.unhappy', mandateReceived: false },
  'customer.of_other_partner': { ...base, rule: 'customer.of_other_partner' },
  'customer.of_mixvoip': { ...base, rule: 'customer.of_mixvoip' },
  'registration.competing': { ...base, rule: 'registration.competing', queuePosition: 1 },
  'registration.tie': { ...base, rule: 'registration.tie' },
  'customer.own': { ...base, rule: 'customer.own', protectedUntil, addition: false },
  'mixvoip.aware_first': { ...base, rule: 'mixvoip.aware_first', awareSince },
  'prospect.first': {
    ...base,
    rule: 'prospect.first',
    protectedUntil,
    addition: false,
    dormantAttachment: false,
  },
  'queue.closed': { ...base, rule: 'queue.closed' },
  'command.contest': { ...base, rule: 'command.contest' },
};

const KINDS: Record<SectionRule, AnswerKind> = {
  'sender.unknown': 'rejected',
  'partner.suspended': 'rejected',
  'request.incomplete': 'needs_information',
  'service.not_covered': 'rejected',
  'registration.repeated': 'repeated',
  'customer.uncertain': 'conflict',
  'customer.changes_partner': 'conflict',
  'customer.unhappy': 'conflict',
  'customer.of_other_partner': 'conflict',
  'customer.of_mixvoip': 'conflict',
  'registration.competing': 'conflict',
  'registration.tie': 'conflict',
  'customer.own': 'accepted',
  'mixvoip.aware_first': 'rejected',
  'prospect.first': 'accepted',
  'queue.closed': 'rejected',
  'command.contest': 'conflict',
};

/** Answers to registrations: each rule alone, its variants, and several customers in one mail. */
export function answerExamples(language: Language): NoticeExample[] {
  const answer = (kind: AnswerKind, name: string, sections: Section[]): NoticeExample => ({
    name: `${kind}.${name}`,
    params: {
      ...(kind === 'promoted' || name === 'queue.closed' ? unprompted : common)(language),
      kind,
      sections,
      headOfSalesCopied: kind === 'conflict' || sections.some((each) => each.rule === 'partner.suspended'),
    },
  });
  const ruleByRule = Object.values(SECTION_EXAMPLES).map((section) =>
    answer(KINDS[section.rule], section.rule, [section]),
  );
  return [...ruleByRule, ...variants(answer), ...several(answer), withUnread(answer)];
}

type Answer = (kind: AnswerKind, name: string, sections: Section[]) => NoticeExample;

function variants(answer: Answer): NoticeExample[] {
  const first = SECTION_EXAMPLES['prospect.first'];
  const missingAll: Section = {
    rule: 'request.incomplete',
    customer: {},
    services: [],
    excluded: [],
    missing: ['customer', 'services'],
  };
  return [
    answer('accepted', 'dormant', [{ ...first, dormantAttachment: true }]),
    answer('accepted', 'addition', [{ ...first, addition: true, services: ['numbers'] }]),
    answer('accepted', 'own_addition', [{ ...SECTION_EXAMPLES['customer.own'], addition: true }]),
    answer('accepted', 'partly', [
      {
        ...first,
        excluded: [
          { service: 'it', reason: 'not_covered' },
          { service: 'numbers', reason: 'mixvoip_aware', since: awareSince },
        ],
      },
    ]),
    answer('needs_information', 'nothing_named', [missingAll]),
    answer('needs_information', 'customer_missing', [
      { ...missingAll, services: ['internet', 'numbers'], missing: ['customer'] },
    ]),
    answer('repeated', 'queued', [
      {
        ...SECTION_EXAMPLES['registration.repeated'],
        status: 'queued',
        protectedUntil: undefined,
        queuePosition: 2,
      },
    ]),
    answer('conflict', 'mandate_received', [
      { ...SECTION_EXAMPLES['customer.changes_partner'], mandateReceived: true },
    ]),
    answer('conflict', 'unhappy_mandate_received', [
      { ...SECTION_EXAMPLES['customer.unhappy'], mandateReceived: true },
    ]),
    answer('promoted', 'accepted', [first]),
  ];
}

/** Attachments that could not be read. */
function withUnread(answer: Answer): NoticeExample {
  const example = answer('accepted', 'unread_attachments', [SECTION_EXAMPLES['prospect.first']]);
  const unread = [
    { filename: 'plan-fibre.png', reason: 'image' },
    { filename: 'offre.pdf', reason: 'encrypted' },
  ];
  return { ...example, params: { ...example.params, unread } };
}

function several(answer: Answer): NoticeExample[] {
  const first = SECTION_EXAMPLES['prospect.first'];
  return [
    answer('conflict', 'several', [
      first,
      { ...first, reference: 'DR-2026-000124', customer: garage, services: ['numbers'], seats: undefined },
      {
        ...SECTION_EXAMPLES['registration.competing'],
        reference: 'DR-2026-000125',
        customer: clinic,
        services: ['communication'],
      },
    ]),
  ];
}
