import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/registration/calendar.ts';

const moved = (from: string, days: number) => addWorkingDays(new Date(from), days).toISOString();

describe('working days of Luxembourg', () => {
  it.each([
    ['over a weekend', '2026-10-02T08:00:00Z', 2, '2026-10-06T08:00:00.000Z'],
    ['from a Saturday: Monday is the first', '2026-10-03T08:00:00Z', 2, '2026-10-06T08:00:00.000Z'],
    ['over the national day', '2026-06-22T08:00:00Z', 1, '2026-06-24T08:00:00.000Z'],
    ['over Christmas', '2026-12-24T08:00:00Z', 1, '2026-12-28T08:00:00.000Z'],
    ['over Easter', '2027-03-26T09:00:00Z', 1, '2027-03-30T08:00:00.000Z'],
    ['over Ascension Day', '2026-05-13T08:00:00Z', 1, '2026-05-15T08:00:00.000Z'],
    ['over Whit Monday', '2026-05-22T08:00:00Z', 1, '2026-05-26T08:00:00.000Z'],
  ])('%s', (_, from, days, expected) => {
    expect(moved(from, days)).toBe(expected);
  });

  it('keep the time of day when the clocks change', () => {
    expect(moved('2026-10-23T08:00:00Z', 1)).toBe('2026-10-26T09:00:00.000Z');
  });
});
