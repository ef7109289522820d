import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RulingChoice } from '../../src/registration/vocabulary.ts';
import { Line } from '../support/line.ts';

let line: Line;
beforeEach(async () => {
  line = await Line.open();
});
afterEach(() => line[Symbol.asyncDispose]());

const statuses = async () =>
  (
    await line.database.query<{ status: string; shared: boolean }>(
      'select status, shared from registration order by id',
    )
  ).rows.map(({ status, shared }) => (shared ? `${status} shared` : status));

describe('a ruling after another ruling on the same customer', () => {
  test.each<[RulingChoice, string[]]>([
    ['first', ['rejected', 'protected', 'queued']],
    ['second', ['rejected', 'rejected', 'protected']],
    ['both', ['rejected', 'protected shared', 'protected shared']],
    ['mixvoip', ['rejected', 'rejected', 'rejected']],
  ])(
    'given a place that a ruling gave to the second, when the third is ruled %s, then it is against who holds it now',
    async (choice, expected) => {
      await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
      await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
      await line.arrives('2026-10-05T10:00:00Z', { from: 'Gamma' });
      await line.rules('DR-2026-000002', 'second');
      await line.rules('DR-2026-000003', choice);
      expect(await statuses()).toEqual(expected);
    },
  );

  test('given a ruling for the second, when it is corrected to the first, then the first has its place again', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'Alpha' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Beta' });
    await line.rules('DR-2026-000002', 'second');
    await line.rules('DR-2026-000002', 'first');
    expect(await statuses()).toEqual(['protected', 'queued']);
  });

  test('given a rejection that is contested, when somebody else has the place meanwhile, then a ruling for it makes a dispute of the two', async () => {
    await line.arrives('2026-10-05T08:00:00Z', { from: 'staff' });
    await line.arrives('2026-10-05T09:00:00Z', { from: 'Alpha' });
    const later = await line.arrives('2027-06-01T09:00:00Z', { from: 'Beta' });
    expect(later.outcomes.at(-1)).toBe('accepted prospect.first');
    await line.arrives('2027-06-02T09:00:00Z', {
      from: 'Alpha',
      registrations: [],
      more: { intent: 'contest', reference: 'DR-2026-000001' },
    });
    const ruled = await line.rules('DR-2026-000001', 'second');
    expect(await statuses()).toEqual(['queued', 'protected']);
    expect(ruled.outcomes).toEqual(['conflict registration.competing']);
    expect(ruled.notices.map(({ kind, to }) => `${kind} ${to}`).sort()).toEqual([
      'dispute nrouge@mixvoip.com',
      'ruling desk@alpha.example',
    ]);
    await line.rules('DR-2026-000001', 'both');
    expect(await statuses()).toEqual(['protected shared', 'protected shared']);
  });
});
