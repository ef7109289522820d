import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findReferences, referenceActedUpon } from '../../src/message/reference.ts';
import type { Intent, Segment, SegmentKind } from '../../src/message/understanding.ts';

function segments(...texts: [SegmentKind, string][]): Segment[] {
  return texts.map(([kind, text], id) => ({ id, kind, text }));
}

function actedUpon(intent: Intent, ...texts: [SegmentKind, string][]): string | undefined {
  return referenceActedUpon({ segments: segments(...texts), intent });
}

describe('how our references are written', () => {
  test.each([
    ['DR-2026-000123', 'DR-2026-000123'],
    ['dr-2026-000123', 'DR-2026-000123'],
    ['DR 2026 000123', 'DR-2026-000123'],
    ['DR2026-000123', 'DR-2026-000123'],
    ['DR–2026–000123', 'DR-2026-000123'],
    ['DR 2026 123', 'DR-2026-000123'],
    ['DR.2026/123', 'DR-2026-000123'],
    ['réf. DR: 2026-123', 'DR-2026-000123'],
  ])('given %j, then %s', (text, reference) => {
    expect(findReferences(segments(['own', text])).map((mention) => mention.reference)).toEqual([reference]);
  });

  test.each(['Dr. Weber, 12.10.2026', 'ADR-2026-000123', 'DR-1026-000123', 'DR-2026-0001234', 'der 2026'])(
    'given %j, then none',
    (text) => {
      expect(findReferences(segments(['own', text]))).toEqual([]);
    },
  );

  test('given any text around, then a mention leads to its own words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
        const text = `${before} DR-2026-000042 ${after}`;
        return findReferences(segments(['own', text])).every(
          ({ start, end, text: words }) => text.slice(start, end) === words,
        );
      }),
    );
  });
});

describe('the deal that a mail acts upon', () => {
  test('given one in own text and another in the subject, then that of the own text', () => {
    const reference = actedUpon(
      'amend',
      ['subject', 'Re: DR-2026-000001'],
      ['own', 'Es geht um DR-2026-000002.'],
    );
    expect(reference).toBe('DR-2026-000002');
  });

  test('given none in own text, then that of the subject, then of the notice it answers', () => {
    expect(actedUpon('extend', ['subject', 'AW: DR-2026-000001'], ['own', 'Ja bitte.'])).toBe(
      'DR-2026-000001',
    );
    expect(
      actedUpon('extend', ['subject', 'AW: Ablauf'], ['own', 'Ja.'], ['quote', 'DR-2026-000003 läuft ab']),
    ).toBe('DR-2026-000003');
  });

  test('given "not this, but that", then that', () => {
    expect(
      actedUpon('withdraw', ['own', 'Bitte nicht DR-2026-000001, sondern DR-2026-000002 löschen.']),
    ).toBe('DR-2026-000002');
  });

  test('given a new registration under an old thread, then none', () => {
    expect(actedUpon('register', ['own', 'noch ein Kunde'], ['quote', 'DR-2026-000003'])).toBeUndefined();
  });

  test('given a reference without its year, when the thread names the full one, then the full one', () => {
    expect(actedUpon('status', ['own', 'und DR-000007?'], ['quote', 'DR-2026-000006, DR-2026-000007'])).toBe(
      'DR-2026-000007',
    );
  });

  test('given no text with one, then our Message-ID that it answers', () => {
    const threadIds = ['<dr-2026-000009.ab@mixvoip.com>'];
    expect(referenceActedUpon({ segments: segments(['own', 'ok']), intent: 'amend', threadIds })).toBe(
      'DR-2026-000009',
    );
  });
});
