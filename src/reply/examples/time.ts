import type { Language } from '../../message/understanding.ts';
import type { NoticeExample } from '../examples.ts';
import { noticeParams } from '../params.ts';
import { bakery, protectedStanding, unprompted } from './common.ts';

/** Notices that time or a ruling brings, without a mail to answer. */
export function timeExamples(language: Language): NoticeExample[] {
  const base = unprompted(language);
  const ended = { ...protectedStanding, status: 'expired' as const };
  return [
    {
      name: 'reminder.early',
      params: { ...base, kind: 'reminder', standing: protectedStanding, daysLeft: 21 },
    },
    {
      name: 'reminder.last',
      params: {
        ...base,
        kind: 'reminder',
        standing: { ...protectedStanding, extensionsLeft: 0 },
        daysLeft: 1,
      },
    },
    {
      name: 'expired.protection',
      params: { ...base, kind: 'expired', standing: ended, rule: 'protection.expired' },
    },
    {
      name: 'expired.grace',
      params: {
        ...base,
        kind: 'expired',
        standing: { ...ended, services: [], protectedUntil: undefined, missing: ['services'] },
        rule: 'grace.expired',
      },
    },
    {
      name: 'dispute_waiting.plain',
      params: {
        ...base,
        kind: 'dispute_waiting',
        customer: bakery,
        standing: { ...protectedStanding, status: 'disputed', protectedUntil: undefined },
        waitingSince: '2026-10-05T08:00:07Z',
      },
    },
    {
      name: 'dispute_waiting.partner-of-record',
      params: { ...base, kind: 'dispute_waiting', customer: bakery, waitingSince: '2026-10-05T08:00:07Z' },
    },
    ...rulings(language),
  ];
}

function rulings(language: Language): NoticeExample[] {
  const base = { ...unprompted(language), kind: 'ruling' as const, customer: bakery };
  const closed = { ...protectedStanding, status: 'rejected' as const, protectedUntil: undefined };
  const queued = { ...closed, status: 'queued' as const, queuePosition: 1 };
  const standings = {
    accepted: protectedStanding,
    kept: protectedStanding,
    rejected: closed,
    queued,
    lost_attachment: undefined,
    kept_attachment: undefined,
  };
  const effects = noticeParams.ruling.shape.effect.options.map(
    (effect): NoticeExample => ({
      name: `ruling.${effect}`,
      params: {
        ...base,
        effect,
        choice: effect === 'accepted' || effect === 'lost_attachment' ? 'second' : 'first',
        standing: standings[effect],
        ...(effect === 'queued' && { queuePosition: 1 }),
      },
    }),
  );
  return [
    ...effects,
    {
      name: 'ruling.lost_to_mixvoip',
      params: { ...base, effect: 'lost_attachment', choice: 'mixvoip' },
    },
    {
      name: 'ruling.both',
      params: { ...base, effect: 'accepted', choice: 'both', standing: protectedStanding },
    },
    {
      name: 'ruling.mixvoip',
      params: {
        ...base,
        effect: 'rejected',
        choice: 'mixvoip',
        standing: closed,
        comment: 'The customer asked us in writing.\nLet us talk about the next one.',
      },
    },
  ];
}
