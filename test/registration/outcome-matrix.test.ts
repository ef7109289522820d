import { describe, expect, it } from 'vitest';
import type { Standing } from '../../src/registration/standing.ts';
import type { TableRule } from '../../src/registration/vocabulary.ts';
import { customer, daysBefore, given, registration } from './specification.ts';

/** Who may be there before the claim, against what Mixvoip knows: a missing cell does not compile. */
const BEFORE = ['nobody', 'own_registration', 'other_registration', 'other_queue_only', 'tie'] as const;
const RECORD = ['none', 'own', 'other', 'other_dormant', 'mixvoip', 'mixvoip_dormant'] as const;
const KNOWN = ['unaware', 'aware', 'aware_of_other_service'] as const;
type Before = (typeof BEFORE)[number];
type Record_ = (typeof RECORD)[number];
type Known = (typeof KNOWN)[number];

const always = (rule: TableRule): Record<Known, TableRule> => ({
  unaware: rule,
  aware: rule,
  aware_of_other_service: rule,
});
const unlessAware = (rule: TableRule): Record<Known, TableRule> => ({
  unaware: rule,
  aware: 'mixvoip.aware_first',
  aware_of_other_service: rule,
});
/** The rows of one attachment by who was there before. */
const rows = (
  nobody: Record<Known, TableRule>,
  other: TableRule,
  tie: Record<Known, TableRule>,
): Record<Before, Record<Known, TableRule>> => ({
  nobody,
  own_registration: always('registration.repeated'),
  other_registration: always(other),
  other_queue_only: nobody,
  tie,
});

const prospect = rows(
  unlessAware('prospect.first'),
  'registration.competing',
  unlessAware('registration.tie'),
);
const EXPECTED: Record<Record_, Record<Before, Record<Known, TableRule>>> = {
  none: prospect,
  own: rows(always('customer.own'), 'registration.competing', always('customer.own')),
  other: rows(
    always('customer.of_other_partner'),
    'customer.of_other_partner',
    always('customer.of_other_partner'),
  ),
  other_dormant: prospect,
  mixvoip: rows(always('customer.of_mixvoip'), 'customer.of_mixvoip', always('customer.of_mixvoip')),
  mixvoip_dormant: prospect,
};

const ATTACHMENT = {
  none: {},
  own: { partnerId: 'B', lastRevenue: daysBefore(10) },
  other: { partnerId: 'A', lastRevenue: daysBefore(10) },
  other_dormant: { partnerId: 'A', lastRevenue: daysBefore(400) },
  mixvoip: { mixvoipServices: ['communication' as const], lastRevenue: daysBefore(10) },
  mixvoip_dormant: { mixvoipServices: ['communication' as const], lastRevenue: daysBefore(400) },
} satisfies Record<Record_, object>;

const REGISTRATIONS = {
  nobody: [],
  own_registration: [registration({ partnerId: 'B' })],
  other_registration: [registration({ partnerId: 'A' })],
  other_queue_only: [registration({ partnerId: 'A', status: 'queued' })],
  tie: [],
} satisfies Record<Before, object>;

const AWARENESS = {
  unaware: [],
  aware: [{ services: ['internet' as const], recordedAt: daysBefore(9) }],
  aware_of_other_service: [{ services: ['numbers' as const], recordedAt: daysBefore(9) }],
} satisfies Record<Known, object>;

describe('outcome by attachment, earlier claims and awareness', () => {
  for (const record of RECORD) {
    for (const before of BEFORE) {
      for (const known of KNOWN) {
        const rule = EXPECTED[record][before][known];
        it(`given attachment ${record}, before: ${before}, Mixvoip ${known}: ${rule}`, () => {
          const standing: Partial<Standing> = {
            customer: customer({
              attachment: ATTACHMENT[record],
              registrations: REGISTRATIONS[before],
              awareness: AWARENESS[known],
            }),
            simultaneous: before === 'tie' ? [{ partnerId: 'C' }] : [],
          };
          expect(given(standing).when().decision.rule).toBe(rule);
        });
      }
    }
  }
});
