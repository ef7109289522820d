import { describe, expect, test } from 'vitest';
import { CleanUp } from './clean-up.ts';
import { customerName } from './mails.ts';
import { distribution, table } from './report.ts';
import { summaryOf } from './statistics.ts';

describe('the figures of a measurement', () => {
  test('given a series, then half lies at or below p50 and all but one in a hundred at or below p99', () => {
    const series = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(summaryOf(series)).toEqual({ count: 200, mean: 100.5, p50: 100, p99: 198, most: 200 });
    expect(summaryOf([7])).toEqual({ count: 1, mean: 7, p50: 7, p99: 7, most: 7 });
  });

  test('given nothing was measured, then there is no figure', () => {
    expect(() => summaryOf([])).toThrow('nothing was measured');
  });

  test('given a figure with its raw cost, then the table shows how many times that it is', () => {
    const lines = table([
      { name: 'decide', value: '20.0 ms', ms: 20, raw: { name: 'commit', ms: 4 } },
      { name: 'raw: commit', value: '4.00 ms', ms: 4 },
    ]).split('\n');
    expect(lines[1]).toBe('decide        20.0 ms   4.00 ms  commit   × 5.0');
    expect(lines[2]).toBe('raw: commit   4.00 ms');
  });

  test('given a series, then its distribution has a bar for each stretch, the longest where most are', () => {
    const lines = distribution([10, 230, 235, 260, 390]).split('\n');
    expect(lines).toHaveLength(20);
    expect(lines[0]).toBe(`  0– 20 ms ${'█'.repeat(25)} 1`);
    expect(lines[1]).toBe(' 20– 40 ms');
    expect(lines[11]).toBe(`220–240 ms ${'█'.repeat(50)} 2`);
    expect(lines[19]).toBe(`380–400 ms ${'█'.repeat(25)} 1`);
  });

  test('no two customers of the mails have one name', () => {
    expect(new Set(Array.from({ length: 2_548 }, (_, number) => customerName(number))).size).toBe(2_548);
  });
});

describe('the end of a measurement', () => {
  test('undoes everything once, last first, whatever fails', async () => {
    const undone: string[] = [];
    const cleanUp = new CleanUp();
    cleanUp.add(async () => undone.push('first'));
    cleanUp.add(async () => {
      throw new Error('gone already');
    });
    cleanUp.add(async () => undone.push('last'));
    await Promise.all([cleanUp.run(), cleanUp.run()]);
    expect(undone).toEqual(['last', 'first']);
    cleanUp.add(async () => undone.push('late'));
    expect(undone).toEqual(['last', 'first', 'late']);
  });
});
