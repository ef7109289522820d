import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unflow } from '../../src/message/parse/flowed.ts';
import { decodeWords } from '../../src/message/parse/header-text.ts';
import { headerOf, headerValues, parseMail } from '../../src/message/parse.ts';
import { htmlMail, rawMail, textMail } from './mail-text.ts';

const texts = (mail: { body: { text: string }[] }) => mail.body.map((line) => line.text);

/** A multipart body; each part is headers and text. */
function multipart(type: string, parts: [string[], string][], boundary = 'b1'): Buffer {
  const body = parts.map(([headers, text]) => `--${boundary}\n${headers.join('\n')}\n\n${text}\n`).join('');
  return rawMail(`${body}--${boundary}--\n`, { 'Content-Type': `${type}; boundary="${boundary}"` });
}

describe('the envelope', () => {
  it('holds ids, subject, date and addresses', async () => {
    const mail = await textMail('Bonjour', {
      Subject: '=?utf-8?q?Caf=C3=A9?= =?utf-8?b?IGRlIGxhIGdhcmU=?=',
      Cc: 'B <b@partner-one.example>, c@two.example',
      'In-Reply-To': '<x@operator.example>',
      References: '<w@operator.example>\r\n <x@operator.example>',
    });
    expect(mail.envelope).toEqual({
      messageId: '<a1@partner-one.example>',
      inReplyTo: ['<x@operator.example>'],
      references: ['<w@operator.example>', '<x@operator.example>'],
      subject: 'Café de la gare',
      date: '2026-10-05T07:00:00.000Z',
      to: ['deals@operator.example'],
      cc: ['b@partner-one.example', 'c@two.example'],
    });
  });
  it('leaves out a date that is none, and a missing id', async () => {
    const mail = await textMail('x', { Date: 'demain', 'Message-ID': undefined });
    expect(mail.envelope.date).toBeUndefined();
    expect(mail.envelope.messageId).toBeUndefined();
  });
  it('keeps every header in order, topmost first', async () => {
    const mail = await parseMail(Buffer.from('X-A: 1\r\nX-B: 2\r\nX-A: 3\r\n folded\r\n\r\n'));
    expect(mail.headers.map(({ name }) => name)).toEqual(['x-a', 'x-b', 'x-a']);
    expect(headerValues(mail, 'x-a')).toEqual(['1', '3 folded']);
    expect(headerOf(mail, 'x-a')).toBe('1');
  });
  it('reads headers with raw bytes of an old charset', async () => {
    const raw = Buffer.concat([Buffer.from('Subject: Caf'), Buffer.from([0xe9]), Buffer.from('\r\n\r\nx')]);
    expect((await parseMail(raw)).envelope.subject).toBe('Café');
  });
  it('joins a character that is split over two encoded-words', () => {
    expect(decodeWords('=?utf-8?b?Qw==?= =?utf-8?q?=C3?= =?utf-8?q?=A9?= x')).toBe('Cé x');
  });
});

describe('the body', () => {
  const high = Buffer.from([0xe9]);
  it.each([
    ['labelled utf-8 but windows-1252', 'utf-8', high, 'é', 'utf-8, read as windows-1252'],
    ['without a label', undefined, high, 'é', 'no charset, read as windows-1252'],
    [
      'labelled iso-8859-1 but utf-8',
      'iso-8859-1',
      Buffer.from('é'),
      'é',
      'labelled iso-8859-1, read as utf-8',
    ],
    [
      'labelled with an unknown charset',
      'x-made-up',
      Buffer.from('é'),
      'é',
      'labelled x-made-up, read as utf-8',
    ],
  ])('given text %s, is read and the defect told', async (_, charset, bytes, expected, detail) => {
    const type = charset ? `text/plain; charset=${charset}` : 'text/plain';
    const raw = Buffer.concat([
      Buffer.from(`Content-Type: ${type}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`),
      bytes,
    ]);
    const mail = await parseMail(raw);
    expect(texts(mail)).toEqual([expected]);
    expect(mail.defects).toEqual([{ code: 'charset', detail }]);
  });
  it('given a declared charset that fits, has no defect', async () => {
    const raw = Buffer.concat([
      Buffer.from('Content-Type: text/plain; charset=iso-8859-15\r\n\r\n'),
      Buffer.from([0xa4]),
    ]);
    const mail = await parseMail(raw);
    expect(texts(mail)).toEqual(['€']);
    expect(mail.defects).toEqual([]);
  });
  it('takes the HTML of two alternatives', async () => {
    const mail = await parseMail(
      multipart('multipart/alternative', [
        [['Content-Type: text/plain'], 'Client: Exemple'],
        [['Content-Type: text/html'], '<table><tr><td>Client</td><td>Exemple</td></tr></table>'],
      ]),
    );
    expect(mail.bodyFormat).toBe('html');
    expect(texts(mail)).toEqual(['Client\tExemple']);
    expect(mail.attachments).toEqual([]);
  });
  it('takes the plain text where the HTML shows next to nothing', async () => {
    const mail = await parseMail(
      multipart('multipart/alternative', [
        [['Content-Type: text/plain'], 'Tout est dans le texte simple'],
        [['Content-Type: text/html'], '<html><body><img src="x"></body></html>'],
      ]),
    );
    expect(mail.bodyFormat).toBe('text');
    expect(texts(mail)).toContain('Tout est dans le texte simple');
  });
  it('takes an HTML alternative that an attachment cuts in two as a whole', async () => {
    const inner =
      '--b2\nContent-Type: text/html\n\n<p>avant</p>\n--b2\nContent-Type: application/pdf; name=a.pdf\n\nx\n--b2\nContent-Type: text/html\n\n<p>la suite, bien plus longue</p>\n--b2--\n';
    const mail = await parseMail(
      multipart('multipart/alternative', [
        [['Content-Type: text/plain'], 'avant\nla suite, bien plus longue'],
        [['Content-Type: multipart/mixed; boundary=b2'], inner],
      ]),
    );
    expect(texts(mail).filter((text) => text !== '')).toEqual(['avant', 'la suite, bien plus longue']);
    expect(mail.attachments.map((one) => one.filename)).toEqual(['a.pdf']);
  });
  it('joins text parts around an attachment, in order', async () => {
    const mail = await parseMail(
      multipart('multipart/mixed', [
        [['Content-Type: text/plain'], 'avant'],
        [['Content-Type: application/pdf; name=a.pdf', 'Content-Disposition: attachment'], 'x'],
        [['Content-Type: text/plain'], 'après'],
      ]),
    );
    expect(texts(mail).filter((text) => text !== '')).toEqual(['avant', 'après']);
  });
  it('counts quote marks and takes them off', async () => {
    const mail = await textMail('a\n> b\n>> c\n> > d\n>e');
    expect(mail.body.map(({ text, quote }) => [text, quote])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 2],
      ['e', 1],
    ]);
  });
  it('unwraps flowed text but not the signature mark', () => {
    expect(unflow('un \ndeux\n> cité \n> suite\n-- \nAnne', false)).toBe('un deux\n> cité suite\n-- \nAnne');
    expect(unflow('un \ndeux', true)).toBe('undeux');
  });
  it('is cut at the limit and says so', async () => {
    const mail = await parseMail(rawMail('x'.repeat(500)), { textLength: 100 });
    expect(mail.body[0]?.text).toHaveLength(100);
    expect(mail.defects).toContainEqual({ code: 'text_cut' });
  });
});

describe('attachments', () => {
  it('are listed with decoded names, types, sizes and contents', async () => {
    const mail = await parseMail(
      multipart('multipart/mixed', [
        [['Content-Type: text/plain'], 'voir pièce jointe'],
        [
          [
            'Content-Type: application/pdf',
            "Content-Disposition: attachment; filename*=utf-8''d%C3%A9tails%20client.pdf",
            'Content-Transfer-Encoding: base64',
          ],
          'JVBERg==',
        ],
      ]),
    );
    expect(mail.attachments).toEqual([
      {
        role: 'file',
        filename: 'détails client.pdf',
        contentType: 'application/pdf',
        size: 4,
        content: Buffer.from('%PDF'),
      },
    ]);
  });
  it.each([
    [
      'a picture that the HTML shows',
      ['Content-Type: image/png; name=logo.png', 'Content-ID: <l@x>', 'Content-Disposition: inline'],
      'inline',
    ],
    [
      'a picture that was attached',
      ['Content-Type: image/png; name=photo.png', 'Content-Disposition: attachment'],
      'file',
    ],
    [
      'a document with a Content-ID',
      ['Content-Type: application/pdf; name=a.pdf', 'Content-ID: <p@x>'],
      'file',
    ],
    ['a named text', ['Content-Type: text/csv; name=liste.csv'], 'file'],
    ['winmail.dat', ['Content-Type: application/ms-tnef; name=winmail.dat'], 'tnef'],
    ['an invitation', ['Content-Type: text/calendar; method=REQUEST'], 'calendar'],
    [
      'a signature of the mail',
      ['Content-Type: application/pgp-signature; name=signature.asc'],
      'protection',
    ],
    ['a delivery report', ['Content-Type: message/delivery-status'], 'report'],
    ['a mail', ['Content-Type: message/rfc822'], 'message'],
    ['a mail under a general type', ['Content-Type: application/octet-stream; name=demande.eml'], 'message'],
  ])('given %s, has its role', async (_, headers, role) => {
    const mail = await parseMail(
      multipart('multipart/mixed', [
        [['Content-Type: text/plain'], 'x'],
        [headers, 'data'],
      ]),
    );
    expect(mail.attachments.map((one) => one.role)).toEqual([role]);
  });
  it('keep no path and no control characters in their names', async () => {
    const headers = [
      'Content-Type: application/pdf',
      'Content-Disposition: attachment; filename="../../etc/pass\u202ewd.pdf"',
    ];
    const mail = await parseMail(multipart('multipart/mixed', [[headers, 'x']]));
    expect(mail.attachments[0]?.filename).toBe('passwd.pdf');
  });
  it('beyond the limit keep their size but not their content', async () => {
    const mail = await parseMail(
      multipart('multipart/mixed', [[['Content-Type: application/pdf; name=a.pdf'], 'x'.repeat(50)]]),
      { attachmentBytes: 10 },
    );
    expect(mail.attachments[0]).toMatchObject({ size: 50 });
    expect(mail.attachments[0]?.content).toBeUndefined();
  });
});

describe('attached mails', () => {
  const inner = (level: number): string =>
    level === 0
      ? 'From: c@customer.example\nSubject: innen\n\nBrauchen Glasfaser'
      : `Content-Type: message/rfc822\n\n${inner(level - 1)}`;
  it('are parsed like any mail', async () => {
    const mail = await parseMail(
      multipart('multipart/mixed', [[['Content-Type: message/rfc822'], inner(0)]]),
    );
    expect(mail.messages).toHaveLength(1);
    expect(mail.messages[0]?.envelope.subject).toBe('innen');
    expect(texts(mail.messages[0]!)).toEqual(['Brauchen Glasfaser']);
  });
  it('are followed to a depth only', async () => {
    const mail = await parseMail(Buffer.from(inner(12)), { depth: 3 });
    let depth = 0;
    let last = mail;
    for (; last.messages[0]; last = last.messages[0]) depth += 1;
    expect(depth).toBe(3);
    expect(last.defects).toContainEqual({ code: 'too_deep' });
  });
});

describe('a malformed mail', () => {
  it('whose boundary is never used is read with the one that is', async () => {
    const mail = await parseMail(
      rawMail('--real\nContent-Type: text/plain\n\nBonjour\n--real--\n', {
        'Content-Type': 'multipart/mixed; boundary=declared',
      }),
    );
    expect(texts(mail)).toEqual(['Bonjour']);
    expect(mail.defects).toContainEqual({ code: 'boundary' });
  });
  it('that calls itself multipart without a boundary is read as text', async () => {
    const mail = await parseMail(rawMail('Bonjour', { 'Content-Type': 'multipart/mixed' }));
    expect(texts(mail)).toEqual(['Bonjour']);
    expect(mail.defects).toContainEqual({ code: 'boundary' });
  });
  it.each([
    ['no bytes', ''],
    ['no headers', '\r\n\r\nBonjour'],
    ['only headers', 'From: a@b.example'],
    ['NUL bytes', 'From: a@b.example\r\n\r\na\0b'],
    ['a broken transfer encoding', 'Content-Transfer-Encoding: base64\r\n\r\n@@@@'],
    ['an unended multipart', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nBonjour'],
  ])('with %s does not throw', async (_, raw) => {
    const mail = await parseMail(Buffer.from(raw));
    expect(texts(mail).join('')).not.toContain('\0');
  });
  it.each([
    ['more bytes', { bytes: 100 }, 'x'.repeat(500), 'too_large'],
    ['more header bytes', { headerBytes: 1000 }, '', 'header_too_large'],
  ])('with %s than allowed gives what was read and the defect', async (_, limits, body, code) => {
    const mail = await parseMail(rawMail(body, { 'X-Long': 'y'.repeat(2000) }), limits);
    expect(mail.defects.map((defect) => defect.code)).toContain(code);
  });
  it('with more parts than allowed says so', async () => {
    const parts = Array.from({ length: 30 }, (): [string[], string] => [['Content-Type: text/plain'], 'x']);
    const mail = await parseMail(multipart('multipart/mixed', parts), { parts: 10 });
    expect(mail.defects).toContainEqual({ code: 'too_many_parts' });
  });
  it('that is encrypted or winmail.dat says what cannot be read', async () => {
    const encrypted = await parseMail(
      multipart('multipart/encrypted', [[['Content-Type: application/octet-stream'], 'x']]),
    );
    expect(encrypted.defects).toContainEqual({ code: 'encrypted' });
    const tnef = await parseMail(
      multipart('multipart/mixed', [[['Content-Type: application/ms-tnef'], 'x']]),
    );
    expect(tnef.defects).toContainEqual({ code: 'tnef' });
  });
  it('of any bytes never throws, and parses the same way twice', async () => {
    const pieces = fc.constantFrom(
      'From: a@b.example',
      'Content-Type: multipart/mixed; boundary=b',
      '--b',
      '--b--',
      '',
      'é',
      '>',
      '<p>',
      '\0',
      'Content-Type: message/rfc822',
      'text',
      '=?utf-8?q?=C3?=',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 25 }), async (lines) => {
        const raw = Buffer.from(lines.join('\r\n'));
        expect(await parseMail(raw)).toEqual(await parseMail(raw));
      }),
      { numRuns: 60 },
    );
  });
});

describe('HTML', () => {
  it('keeps tables as rows: label and value, columns, values of several lines', async () => {
    const mail = await htmlMail(
      '<table><tr><th>Kunde</th><th>Ort</th></tr><tr><td><p>Beispiel GmbH</p></td><td>Trier</td></tr></table>' +
        '<table><tr><td>Adresse:</td><td>Hauptstr. 1<br>54290 Trier</td></tr><tr><td>USt</td><td></td></tr></table>',
    );
    expect(mail.body.map(({ text, heading }) => [text, heading ?? false])).toEqual([
      ['Kunde\tOrt', true],
      ['Beispiel GmbH\tTrier', false],
      ['Adresse:\tHauptstr. 1, 54290 Trier', false],
      ['USt\t', false],
    ]);
  });
  it('reads a layout table as the text that it lays out', async () => {
    const mail = await htmlMail('<table><tr><td><p>Bonjour,</p><p>Voici un client.</p></td></tr></table>');
    expect(texts(mail).filter((text) => text !== '')).toEqual(['Bonjour,', 'Voici un client.']);
  });
  it('leaves out what a reader does not see', async () => {
    const mail = await htmlMail(
      '<style>p{}</style><p>a<span style="display:none">b</span><s>25</s><span style="FONT-SIZE:0px">c</span>30&#8203;</p><!-- d --><p hidden>e</p>',
    );
    expect(texts(mail).join('')).toBe('a30');
  });
  it('leaves out what its style sheet hides on every screen', async () => {
    const mail = await htmlMail(
      '<style><!-- p{color:red} /* x */ .h, td#k {display:none} @media print { .m{display:none} } --></style><p class="x h">a</p><p class="m">b</p><table><tr class="h"><td>c</td></tr><tr><td id="k">d</td><td>e</td></tr></table>',
    );
    expect(texts(mail).filter((text) => text !== '')).toEqual(['b', 'e']);
  });
  it('knows the first rule of a sheet without comments', async () => {
    expect(
      texts(
        await htmlMail('<style>.h{display:none} .l{color:#666}</style><p class="h">a</p><p class="l">b</p>'),
      ),
    ).toContain('b');
    expect(texts(await htmlMail('<style>.h{display:none}</style><p class="h">a</p>')).join('')).toBe('');
  });
  it('writes lists, line breaks, blank lines and rules', async () => {
    const mail = await htmlMail(
      '<p class="MsoNormal">a<br>b</p><p class="MsoNormal">&nbsp;</p><ul><li>c</li></ul><ol><li>d</li><li>e</li></ol><hr>',
    );
    expect(texts(mail)).toEqual(['a', 'b', '', '- c', '1. d', '2. e', '']);
    expect(mail.body.at(-1)?.rule).toBe(true);
  });
  it('writes out an address that a link hides, once', async () => {
    const mail = await htmlMail(
      '<p><a href="mailto:luc@client.example">Luc</a></p><p><a href="mailto:luc@client.example">luc@client.example</a></p>',
    );
    expect(texts(mail).filter((text) => text !== '')).toEqual([
      'Luc <luc@client.example>',
      'luc@client.example',
    ]);
  });
  it('marks quotes, signatures and the mail being answered', async () => {
    const mail = await htmlMail(
      '<div>a</div><div class="gmail_signature">b</div><div class="gmail_quote"><div class="gmail_attr">c</div><blockquote>d</blockquote></div>',
    );
    expect(mail.body).toEqual([
      { text: 'a', quote: 0 },
      { text: 'b', quote: 0, signature: true },
      { text: 'c', quote: 0, history: true },
      { text: 'd', quote: 1, history: true },
    ]);
  });
  it('takes an indented block for what it is: no quote', async () => {
    const mail = await htmlMail(
      '<blockquote style="margin:0 0 0 40px;border:none">Client: Exemple</blockquote>',
    );
    expect(mail.body).toEqual([{ text: 'Client: Exemple', quote: 0 }]);
  });
  it.each([
    ['nested elements', '<b>'.repeat(100_000)],
    ['pieces on one line', '<i>a</i>'.repeat(40_000)],
    ['links', '<a href="mailto:a@b.example">x</a>'.repeat(20_000)],
    ['nested tables', '<table><tr><td>'.repeat(3000)],
  ])('of very many %s takes no time worth naming', async (_, html) => {
    const start = performance.now();
    await htmlMail(html);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
