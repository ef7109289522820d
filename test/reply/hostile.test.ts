import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBlocks } from '../../src/reply/blocks.ts';
import { cleanDeep, defang, oneLine } from '../../src/reply/clean.ts';
import { examplesIn } from '../../src/reply/examples.ts';
import type { NoticeParams } from '../../src/reply/params.ts';
import { render } from '../../src/reply/render.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{contact.headOfSales}} {{{body}}} {{> receipt}}',
  '# Accepted',
  'Kohn\r\n\r\n# Heading\n- item\n| a | b',
  '**bold** ~ small :::columns',
  '\uE001Heading\uE003\uE009x@y.example\uE00A\uE00E',
  '\u202Egnp.exe\u2066\u200B\u00AD\uFEFF',
  'a\u0000b\u001B[31mc\u0085d\u2028e\u2029f',
  'https://evil.example/login?x=1 www.evil.example mailto:x@evil.example',
  'e\u0301\u0302\u0303\u0304\u0305'.repeat(50),
  '\uD800 lone \uDC00',
  '$& $1 $` \\',
  'x'.repeat(5000),
  ' \t\n ',
  '-->',
  '<![endif]-->',
];
const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.array(fc.constantFrom(...HOSTILE, 'Kohn', ' '), { maxLength: 4 }).map((parts) => parts.join('')),
);

/** The same notice with every free text of the sender's replaced. */
function withText(params: NoticeParams, evil: string): NoticeParams {
  const replace = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return FREE.has(key) ? evil : value;
    if (Array.isArray(value)) return value.map((item) => replace(item, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, name === 'contact' ? inner : replace(inner, name)]),
    );
  };
  return replace({ ...params, unread: [{ filename: evil, reason: 'image' }] }) as NoticeParams;
}
const FREE = new Set([
  ...['name', 'city', 'domain', 'vat', 'registration_number', 'recipientName', 'partner', 'value'],
  ...[
    'attachments',
    'filename',
    'wrote',
    'comment',
    'a',
    'b',
    'partnerOfRecord',
    'itPartner',
    'field',
    'reference',
  ],
]);

/** Tags without what stands between them; the number of broken lines of a quotation is the sender's own. */
function structure(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  return (body.match(/<[^>]*>/g) ?? []).filter((tag) => !/^<(?:br|\/?span)>$/.test(tag)).join('');
}

const examples = [
  ...examplesIn('en'),
  ...examplesIn('fr').filter(({ name }) => name.startsWith('dispute')),
  ...examplesIn('lb').filter(({ name }) => name.startsWith('ruling')),
];

describe('a hostile customer name, file name or comment', () => {
  test.each(examples)('changes no tag of $name', ({ params }) => {
    const expected = structure(render(withText(params, 'Kohn')).html);
    fc.assert(
      fc.property(hostileText, (evil) => {
        const { subject, text, html } = render(withText(params, evil));
        expect(structure(html)).toBe(expected);
        expect(subject).toMatch(/^[^\p{Cc}\p{Cf}\p{Co}]{1,150}$/u);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}]/u);
      }),
      { numRuns: 40, examples: HOSTILE.map((text) => [text]) },
    );
  });

  test.each(examples)('adds no line of its own to the text of $name', ({ params }) => {
    const kinds = (text: string): string[] =>
      text
        .split('\n')
        .filter((line) => !line.startsWith('> '))
        .map((line) => (line === '' ? '' : 'line'));
    const expected = kinds(render(withText(params, 'Kohn')).text);
    fc.assert(
      fc.property(hostileText, (evil) => {
        expect(kinds(render(withText(params, evil)).text)).toEqual(expected);
      }),
      { numRuns: 40, examples: HOSTILE.map((text) => [text]) },
    );
  });

  test('makes no link in the HTML part', () => {
    for (const { params } of examples) {
      const html = render(withText(params, 'see https://evil.example/x or mail@evil.example')).html;
      expect(html).not.toMatch(/href="[^"]*evil/);
      expect(html).not.toMatch(/https:\/\/evil|evil\.example/);
    }
  });
});

describe('cleaning', () => {
  test('collapses white space and removes control, invisible and direction characters', () => {
    expect(oneLine('  Brasserie\r\n\tKohn\u202E \u200B S.A.\u0000 ')).toBe('Brasserie Kohn S.A.');
  });
  test('cuts by characters, not by halves of one', () => {
    expect(oneLine('😀'.repeat(10), 5)).toBe('😀😀😀😀…');
  });
  test('breaks addresses and pages, and leaves a bare domain as a name', () => {
    expect(defang('see https://evil.example/a?b=c')).toBe('see https[:]//evil[.]example/a?b=c');
    expect(defang('www.evil.example')).toBe('www[.]evil[.]example');
    expect(defang('jeanne@kohn.example')).toBe('jeanne[at]kohn[.]example');
    expect(defang('Booking.com S.à r.l. / S.A.')).toBe('Booking.com S.à r.l. / S.A.');
  });
  test('keeps the lines of what was written, without empty ones', () => {
    expect(cleanDeep({ wrote: 'a\r\n\r\n b\u2028c' })).toEqual({ wrote: 'a\nb\nc' });
  });
  test('leaves the contact of the settings as it is', () => {
    const contact = { address: 'dealreg@mixvoip.com', website: 'mixvoip.com/partners' };
    expect(cleanDeep({ contact })).toEqual({ contact });
  });
  test('leaves out a field of a customer of which nothing is left', () => {
    expect(cleanDeep({ customer: { name: '\u200B', city: 'Wiltz' } })).toEqual({
      customer: { city: 'Wiltz' },
    });
  });
});

describe('blocks', () => {
  test('text without marks is one paragraph a blank line, whatever it looks like', () => {
    expect(parseBlocks('# no heading\n- no item\n\n| no | row')).toEqual([
      { kind: 'paragraph', runs: [{ text: '# no heading' }, { text: ' ' }, { text: '- no item' }] },
      { kind: 'paragraph', runs: [{ text: '| no | row' }] },
    ]);
  });
});
