import type { Language } from '../../message/understanding.ts';
import type { NoticeExample } from '../examples.ts';
import type { Claim, HistoryShown, NoticeParamsOf } from '../params.ts';
import { bakery, common, garage } from './common.ts';

type Choices = NoticeParamsOf<'dispute'>['choices'];

const holder: Claim = {
  label: 'A',
  partner: 'Fibrelux Télécom S.A.',
  role: 'holder',
  reference: 'DR-2026-000119',
  receivedAt: '2026-10-02T13:41:22Z',
  customer: bakery,
  services: ['internet', 'communication'],
  seats: 22,
  value: '450 EUR / month',
  situation: [],
  wrote: 'Bonjour,\nNous suivons la boulangerie depuis septembre, offre prévue fin octobre.',
  status: 'protected',
  protectedUntil: '2026-12-31T13:41:22Z',
  attachments: [],
};
const newcomer: Claim = {
  label: 'B',
  partner: 'Moselle ICT',
  role: 'newcomer',
  reference: 'DR-2026-000123',
  receivedAt: '2026-10-05T08:00:07Z',
  customer: { ...bakery, name: 'Bäckerei Thillen' },
  services: ['internet', 'sip_trunk'],
  seats: 25,
  situation: ['mandate'],
  wrote: 'Guten Tag,\nder Kunde hat uns am 1. Oktober beauftragt, siehe https://moselle-ict.example/auftrag',
  status: 'queued',
  attachments: ['Vollmacht.pdf'],
};
const history: HistoryShown = {
  partnerOfRecord: undefined,
  mixvoipServices: [],
  lastRevenue: '2025-03-31',
  awareness: [
    { recordedAt: '2026-10-04T07:12:00Z', services: ['internet'], recordedBy: 'tom.schiltz@mixvoip.com' },
  ],
  queue: [{ partner: 'Moselle ICT', reference: 'DR-2026-000123', receivedAt: '2026-10-05T08:00:07Z' }],
  identity: [],
};
const numbered = (...offered: Choices[number]['choice'][]): Choices =>
  offered.map((choice, index) => ({ number: index + 1, choice }));
const choices = numbered('first', 'second', 'both', 'mixvoip');

/** What the Head of Sales gets: one case of each rule that leads to a dispute. */
export function disputeExamples(language: Language): NoticeExample[] {
  const base = {
    ...common(language),
    kind: 'dispute' as const,
    recipientName: 'Nausicaa Rouge',
    dispute: 'DR-2026-000123',
  };
  const ofRecord: Claim = { ...holder, role: 'partner_of_record', reference: undefined, wrote: undefined };
  const ofRecordRules = ['customer.changes_partner', 'customer.unhappy', 'customer.of_other_partner'];
  return [
    {
      name: 'dispute.registration.competing',
      params: {
        ...base,
        rule: 'registration.competing',
        claims: [holder, newcomer],
        history,
        choices,
      },
    },
    ...ofRecordRules.map(
      (rule): NoticeExample => ({
        name: `dispute.${rule}`,
        params: {
          ...base,
          rule,
          claims: [ofRecord, { ...newcomer, situation: ['leaves_partner', 'dissatisfied'] }],
          history: { ...history, partnerOfRecord: holder.partner, queue: [], awareness: [] },
          choices,
        },
      }),
    ),
    ...others(base),
  ];
}

function others(base: ReturnType<typeof common> & { kind: 'dispute'; dispute: string }): NoticeExample[] {
  const none: HistoryShown = { mixvoipServices: [], awareness: [], queue: [], identity: [] };
  const mixvoip: Claim = {
    label: 'A',
    role: 'mixvoip',
    customer: bakery,
    services: ['internet'],
    situation: [],
    attachments: [],
  };
  const decision: Claim = { ...mixvoip, role: 'decision', receivedAt: '2026-09-07T12:31:00Z' };
  const alone: Claim = { ...newcomer, status: 'disputed' };
  return [
    {
      name: 'dispute.customer.of_mixvoip',
      params: {
        ...base,
        rule: 'customer.of_mixvoip',
        claims: [mixvoip, alone],
        history: { ...none, mixvoipServices: ['internet'] },
        choices,
      },
    },
    {
      name: 'dispute.customer.uncertain',
      params: {
        ...base,
        rule: 'customer.uncertain',
        claims: [
          { ...mixvoip, role: 'known_customer', customer: { ...garage, vat: 'BE0403170701' } },
          { ...alone, customer: { name: 'Garage Van der Steen', city: 'Aubange', country: 'BE' } },
        ],
        history: {
          ...none,
          partnerOfRecord: 'Fibrelux Télécom S.A.',
          identity: [
            { feature: 'name', a: 'Garage Vandersteen', b: 'Garage Van der Steen', finding: 'similar' },
            { feature: 'city', a: 'Arlon', b: 'Aubange', finding: 'different' },
          ],
        },
        choices: numbered('same', 'different'),
      },
    },
    {
      name: 'dispute.registration.tie',
      params: {
        ...base,
        rule: 'registration.tie',
        claims: [{ ...holder, receivedAt: '2026-10-05T08:00:07Z', status: 'disputed' }, alone],
        history: none,
        choices,
      },
    },
    {
      name: 'dispute.contest_waiting',
      params: {
        ...base,
        rule: 'command.contest',
        claims: [decision, alone],
        history: none,
        choices,
        waitingSince: '2026-10-05T08:00:07Z',
      },
    },
  ];
}
