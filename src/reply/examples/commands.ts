import type { Language } from '../../message/understanding.ts';
import type { NoticeExample } from '../examples.ts';
import { noticeParams } from '../params.ts';
import { bakery, clinic, common, garage, protectedStanding } from './common.ts';

/** Answers to commands given by reply, to questions and to Mixvoip's own staff. */
export function commandExamples(language: Language): NoticeExample[] {
  return [...done(language), ...answered(language), ...refused(language), ...recorded(language)];
}

function done(language: Language): NoticeExample[] {
  const base = { ...common(language), kind: 'done' as const, changes: [] };
  const standing = { ...protectedStanding, protectedUntil: undefined };
  return [
    {
      name: 'done.amend',
      params: {
        ...base,
        command: 'amend',
        standing: { ...protectedStanding, seats: 40 },
        changes: [
          { field: 'seats', value: '40' },
          { field: 'city', value: 'Bettembourg' },
          { field: 'services', value: 'internet, sip_trunk, numbers' },
          { field: 'value', value: '1250 EUR / month' },
          { field: 'expected_close', value: '2027-Q1' },
        ],
      },
    },
    {
      name: 'done.withdraw',
      params: { ...base, command: 'withdraw', standing: { ...standing, status: 'withdrawn' } },
    },
    {
      name: 'done.extend',
      params: {
        ...base,
        command: 'extend',
        standing: { ...protectedStanding, protectedUntil: '2027-02-02T08:00:07Z', extensionsLeft: 1 },
      },
    },
    { name: 'done.won', params: { ...base, command: 'won', standing: { ...standing, status: 'won' } } },
    { name: 'done.lost', params: { ...base, command: 'lost', standing: { ...standing, status: 'lost' } } },
    {
      name: 'done.mandate',
      params: { ...base, command: 'mandate', standing: { ...standing, status: 'disputed' } },
    },
    {
      name: 'done.ruling',
      params: {
        ...base,
        command: 'ruling',
        choice: 'second',
        dispute: 'DR-2026-000123',
        recipientName: 'Nausicaa Rouge',
      },
    },
  ];
}

function answered(language: Language): NoticeExample[] {
  const base = common(language);
  const second = {
    ...protectedStanding,
    reference: 'DR-2026-000131',
    customer: garage,
    seats: undefined,
    status: 'queued' as const,
    protectedUntil: undefined,
    queuePosition: 2,
  };
  const third = {
    ...second,
    reference: 'DR-2026-000140',
    customer: clinic,
    services: [],
    status: 'pending' as const,
    queuePosition: undefined,
    graceUntil: '2026-10-15T08:00:07Z',
    missing: ['services' as const],
  };
  return [
    {
      name: 'status.several',
      params: { ...base, kind: 'status', standings: [protectedStanding, second, third] },
    },
    { name: 'status.one', params: { ...base, kind: 'status', standings: [protectedStanding] } },
    { name: 'status.none', params: { ...base, kind: 'status', standings: [] } },
    {
      name: 'clearance.one',
      params: { ...base, kind: 'clearance', answers: [{ customer: bakery, answer: 'free' }] },
    },
    {
      name: 'clearance.several',
      params: {
        ...base,
        kind: 'clearance',
        answers: [
          { customer: bakery, answer: 'free' },
          { customer: garage, answer: 'taken' },
          { customer: clinic, answer: 'ask' },
        ],
      },
    },
    { name: 'question.plain', params: { ...base, kind: 'question' } },
    { name: 'question.reference', params: { ...base, kind: 'question', reference: 'DR-2026-000123' } },
  ];
}

function refused(language: Language): NoticeExample[] {
  return noticeParams.refused.shape.reason.options.map((reason) => ({
    name: `refused.${reason}`,
    params: {
      ...common(language),
      kind: 'refused',
      command: reason === 'not_head_of_sales' ? 'ruling' : 'extend',
      reason,
      ...(reason !== 'clearance_limit' &&
        reason !== 'ambiguous_reference' && { reference: 'DR-2026-000123' }),
    },
  }));
}

function recorded(language: Language): NoticeExample[] {
  const base = { ...common(language), kind: 'recorded' as const, recipientName: 'Tom Schiltz' };
  const item = { customer: bakery, services: ['internet' as const, 'sip_trunk' as const] };
  const one = noticeParams.recorded.shape.items.element.shape.rule.options.map(
    (rule): NoticeExample => ({
      name: `recorded.${rule}`,
      params: {
        ...base,
        items: [
          { ...item, rule, ...(rule === 'awareness.recorded' && { validUntil: '2027-04-03T08:00:07Z' }) },
        ],
        headOfSalesCopied: rule === 'awareness.competes',
      },
    }),
  );
  const several: NoticeExample = {
    name: 'recorded.several',
    params: {
      ...base,
      items: [
        { ...item, rule: 'awareness.recorded', validUntil: '2027-04-03T08:00:07Z' },
        { ...item, customer: garage, rule: 'awareness.late' },
      ],
      headOfSalesCopied: false,
    },
  };
  return [...one, several];
}
