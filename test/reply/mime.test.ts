import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { isAddress } from '../../src/reply/address.ts';
import { composeHeaders, composeMime, type MailOptions } from '../../src/reply/mime.ts';

const notice = {
  subject: 'Accepté : Brasserie Kohn [DR-2026-000123]',
  text: 'Bonjour,\n\nC’est accepté.\n',
  html: '<p>Bonjour,</p><p>C’est accepté.</p>',
};
const options: MailOptions = {
  from: { name: 'Mixvoip Deal Registration', address: 'dealreg@mixvoip.com' },
  to: 'jeanne.weber@netserv.example',
  cc: ['nrouge@mixvoip.com'],
  messageId: '<notice.42@mixvoip.com>',
  date: new Date('2026-10-05T08:00:11Z'),
  answers: { messageId: '<q2@netserv.example>', references: ['<q1@netserv.example>'] },
  marker: 'notice 42',
};

describe('a notice as a mail', () => {
  test('is addressed, threaded, and marked as automatic', async () => {
    const mail = await simpleParser(await composeMime(notice, options));
    expect(mail.from?.value).toEqual([{ name: 'Mixvoip Deal Registration', address: 'dealreg@mixvoip.com' }]);
    expect(mail.to).toMatchObject({ value: [{ address: 'jeanne.weber@netserv.example' }] });
    expect(mail.cc).toMatchObject({ value: [{ address: 'nrouge@mixvoip.com' }] });
    expect(mail.subject).toBe(notice.subject);
    expect(mail.messageId).toBe(options.messageId);
    expect(mail.inReplyTo).toBe('<q2@netserv.example>');
    expect(mail.references).toEqual(['<q1@netserv.example>', '<q2@netserv.example>']);
    expect(mail.date).toEqual(options.date);
    expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
    expect(mail.headers.get('x-auto-response-suppress')).toBe('All');
    expect(mail.headers.get('x-dealreg')).toBe('notice 42');
    expect(mail.text?.trim()).toBe(notice.text.trim());
    expect(mail.html).toBe(notice.html);
  });

  test('that nobody asked for is auto-generated and answers nothing', () => {
    const headers = composeHeaders({ ...options, answers: undefined });
    expect(headers['Auto-Submitted']).toBe('auto-generated');
    expect(headers).not.toHaveProperty('In-Reply-To');
    expect(headers).not.toHaveProperty('References');
  });

  test('has the same bytes each time', async () => {
    expect(await composeMime(notice, options)).toEqual(await composeMime(notice, options));
  });

  test('keeps at most twenty references: the first, and the latest', () => {
    const references = Array.from({ length: 40 }, (_, index) => `<r${index}@x.example>`);
    const kept = composeHeaders({
      ...options,
      answers: { messageId: '<q@x.example>', references },
    }).References;
    const ids = kept?.split(' ') ?? [];
    expect(ids).toHaveLength(20);
    expect(ids[0]).toBe('<r0@x.example>');
    expect(ids.at(-1)).toBe('<q@x.example>');
  });

  test('leaves out a foreign Message-ID that is none', () => {
    const headers = composeHeaders({
      ...options,
      answers: { messageId: '<a b>', references: ['x', '<ok@x>'] },
    });
    expect(headers).not.toHaveProperty('In-Reply-To');
    expect(headers.References).toBe('<ok@x>');
  });

  test('copies nobody twice, and not whom it is written to', async () => {
    const cc = ['nrouge@mixvoip.com', 'NRouge@mixvoip.com', 'Jeanne.Weber@netserv.example'];
    const mail = await simpleParser(await composeMime(notice, { ...options, cc }));
    expect(mail.cc).toMatchObject({ value: [{ address: 'nrouge@mixvoip.com' }] });
  });

  test('reads no file and fetches no page that its content seems to name', async () => {
    const text = { path: '/etc/hostname' } as unknown as string;
    await expect(composeMime({ ...notice, text }, options)).rejects.toThrow();
  });

  test('is refused for an address that is no plain address', async () => {
    const bad = [
      'a@x.example\r\nBcc: b@evil.example',
      'Jeanne <a@x.example>',
      'a@x.example, b@evil.example',
      'group: a@x.example;',
      '"a b"@x.example',
      'a@x',
      'a@-x.example',
      '',
      'a@x.example\u0000',
    ];
    for (const to of bad) await expect(composeMime(notice, { ...options, to }), to).rejects.toThrow(/to:/);
    await expect(composeMime(notice, { ...options, cc: ['a@b'] })).rejects.toThrow(/cc:/);
    await expect(composeMime(notice, { ...options, messageId: '<a>\r\nX: y' })).rejects.toThrow(/messageId/);
    await expect(composeMime(notice, { ...options, marker: 'a\r\nX: y' })).rejects.toThrow(/marker/);
  });
});

describe('header injection', () => {
  const evil = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      'x\r\nBcc: b@evil.example',
      'x\nTo: b@evil.example',
      '\r\n\r\n<b>body</b>',
      'a\u2028Bcc: b@x.example',
    ),
    fc.tuple(fc.string(), fc.string()).map(([a, b]) => `${a}\r\nBcc: b@evil.example\r\n${b}`),
  );
  const names = (bytes: Buffer): string[] =>
    bytes
      .toString('latin1')
      .split('\r\n\r\n', 1)[0]!
      .split(/\r\n(?![ \t])/)
      .map((line) => line.slice(0, line.indexOf(':')));

  test('no subject, display name or foreign id adds a header or a recipient', async () => {
    const expected = names(await composeMime(notice, { ...options, answers: {} }));
    await fc.assert(
      fc.asyncProperty(evil, evil, evil, async (subject, name, id) => {
        const bytes = await composeMime(
          { ...notice, subject },
          {
            ...options,
            from: { name, address: options.from.address },
            answers: { messageId: id, references: [id] },
          },
        );
        const found = names(bytes).filter((header) => header !== 'In-Reply-To' && header !== 'References');
        expect(found).toEqual(expected.filter((header) => found.includes(header) || header !== 'Subject'));
        const mail = await simpleParser(bytes);
        expect(mail.to).toMatchObject({ value: [{ address: options.to }] });
        expect(mail.bcc).toBeUndefined();
        expect(mail.from?.value.map(({ address }) => address)).toEqual([options.from.address]);
      }),
      { numRuns: 150 },
    );
  });

  test('an address is either refused or stands alone in its header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(evil, fc.emailAddress()), async (to) => {
        if (!isAddress(to)) return;
        const mail = await simpleParser(await composeMime(notice, { ...options, to, cc: [] }));
        expect(mail.to).toMatchObject({ value: [{ address: expect.stringContaining(to.slice(0, 3)) }] });
        expect([mail.to].flat()).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });
});
