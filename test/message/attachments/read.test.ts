import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/message/attachments/extract.ts';
import { DEFAULT_ATTACHMENT_LIMITS, type AttachmentLimits } from '../../../src/message/attachments/limits.ts';
import { readAttachments } from '../../../src/message/attachments/read.ts';
import type { MailAttachment } from '../../../src/message/parsed-mail.ts';
import { docx, pdf, xlsx } from './documents.ts';

function attachment(
  filename: string,
  content: Uint8Array | string,
  more: Partial<MailAttachment> = {},
): MailAttachment {
  const bytes = Buffer.from(content as Uint8Array);
  return {
    role: 'file',
    filename,
    contentType: 'application/octet-stream',
    size: bytes.length,
    content: bytes,
    ...more,
  };
}

async function textOf(
  file: MailAttachment,
  limits: Partial<AttachmentLimits> = {},
): Promise<string | undefined> {
  const { segments, reports } = await readAttachments([file], { firstId: 0, limits });
  return segments.map((segment) => segment.text).join('\n---\n') || reports[0]?.reason;
}

describe('text of documents', () => {
  test('given a PDF, then its lines in reading order, with TAB between a label and a value far from it', async () => {
    const file = pdf([
      { x: 50, y: 700, text: 'Nebenstellen' },
      { x: 250, y: 700, text: '18' },
      { x: 50, y: 740, text: 'Firma' },
      { x: 250, y: 740, text: 'Testbau GmbH' },
    ]);
    expect(await textOf(attachment('a.pdf', file))).toBe('Firma\tTestbau GmbH\nNebenstellen\t18');
  });

  test('given a PDF form, then the values of its fields stand beside their printed labels', async () => {
    const file = pdf([{ x: 50, y: 700, text: 'Client' }], [{ name: 'f1', value: 'Atelier Roth', y: 696 }]);
    expect(await textOf(attachment('form.pdf', file))).toBe('Client\tAtelier Roth');
  });

  test('given a PDF field without a printed label, then its own name is the label', async () => {
    const file = pdf([{ x: 50, y: 100, text: 'Seite 1' }], [{ name: 'VAT_number', value: 'LU1', y: 600 }]);
    expect(await textOf(attachment('form.pdf', file))).toContain('VAT number\tLU1');
  });

  test('given a Word document, then paragraphs and table rows', async () => {
    const file = docx(
      ['Projektmeldung'],
      [
        ['Kunde', 'Testbau GmbH'],
        ['Ort', 'Prüm'],
      ],
    );
    expect(await textOf(attachment('a.docx', file))).toBe('Projektmeldung\n\nKunde\tTestbau GmbH\nOrt\tPrüm');
  });

  test('given a workbook with a form, then its rows; price lists on further sheets say nothing', async () => {
    const file = xlsx({
      Deal: [
        ['Kunde', 'Testbau GmbH'],
        ['Plätze', 12],
      ],
      Preise: [['SIP-Trunk', 6.5]],
    });
    expect(await textOf(attachment('a.xlsx', file))).toBe('Kunde\tTestbau GmbH\nPlätze\t12');
  });

  test('given a table with a header, then each row as label and value', async () => {
    const csv = 'Firma;Ort;Plätze;Produkt\nTestbau;Prüm;12;"Internet; SIP"\nRoth;Wiltz;4;Internet\n';
    const rows =
      'Firma\tTestbau\nOrt\tPrüm\nPlätze\t12\nProdukt\tInternet; SIP\n\nFirma\tRoth\nOrt\tWiltz\nPlätze\t4\nProdukt\tInternet';
    expect(await textOf(attachment('a.csv', csv))).toBe(rows);
    expect(await textOf(attachment('a.csv', Buffer.from(csv, 'latin1')))).toBe(rows);
    expect(await textOf(attachment('a.csv', Buffer.from(`\ufeff${csv}`, 'utf16le')))).toBe(rows);
    expect(
      await textOf(
        attachment('a.tsv', csv.replaceAll('"', '').replaceAll(';', '\t').replace('\t SIP', '; SIP')),
      ),
    ).toBe(rows);
  });

  test('given a vCard, then who it is', async () => {
    const card =
      'BEGIN:VCARD\nVERSION:3.0\nFN:Anne Roth\nORG:Atelier Roth;Büro\nTEL;TYPE=work:+352 26 1\nEND:VCARD\n';
    expect(await textOf(attachment('a.vcf', card))).toBe(
      'Name\tAnne Roth\nCompany\tAtelier Roth, Büro\nPhone\t+352 26 1',
    );
  });

  test('given an archive, then each member, and a reason for each that cannot be read', async () => {
    const file = zipSync({
      'a.txt': Buffer.from('Kunde: Roth'),
      'b.png': Buffer.from('\x89PNG', 'latin1'),
      'x/': new Uint8Array(),
    });
    const { segments, reports } = await readAttachments([attachment('a.zip', file)], { firstId: 5 });
    expect(segments).toEqual([{ id: 5, kind: 'attachment', text: 'Kunde: Roth', attachment: 'a.zip/a.txt' }]);
    expect(reports.map(({ filename, read, reason }) => [filename, read, reason])).toEqual([
      ['a.zip', true, undefined],
      ['a.zip/b.png', false, 'image'],
    ]);
  });
});

describe('attachments that cannot be read', () => {
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]);
  test.each([
    ['a picture', attachment('scan.jpg', Buffer.from('\xff\xd8\xff', 'latin1')), 'image'],
    ['a PDF without text', attachment('scan.pdf', pdf([])), 'image'],
    ['an encrypted workbook', attachment('a.xlsx', old), 'encrypted'],
    ['an old Word document', attachment('a.doc', old), 'unsupported'],
    ['a broken PDF', attachment('a.pdf', '%PDF-1.4 nothing more'), 'damaged'],
    ['a broken Word document', attachment('a.docx', 'PK\x03\x04 nothing more'), 'damaged'],
    ['an unknown format', attachment('a.bin', Buffer.from([1, 0, 2])), 'unsupported'],
    ['one that was too large to keep', attachment('a.pdf', '', { content: undefined }), 'too_large'],
    ['winmail.dat', attachment('winmail.dat', 'x', { role: 'tnef' }), 'unsupported'],
  ])('given %s, then it is reported with its reason', async (_, file, reason) => {
    const { segments, reports } = await readAttachments([file], { firstId: 0 });
    expect(segments).toEqual([]);
    expect(reports).toMatchObject([{ read: false, reason }]);
  });

  test('given more than the limit, then those beyond it are reported', async () => {
    const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => attachment(name, name));
    const { reports } = await readAttachments(files, { firstId: 0, limits: { count: 2 } });
    expect(reports.map((report) => report.reason)).toEqual([undefined, undefined, 'limit']);
  });

  test('given an attached mail, then it is a segment already and only reported', async () => {
    const { segments, reports } = await readAttachments(
      [attachment('a.eml', 'Subject: x\n\ny', { role: 'message' })],
      { firstId: 0 },
    );
    expect([segments, reports[0]?.read]).toEqual([[], true]);
  });
});

describe('documents made to hurt', () => {
  test('given a document that unpacks beyond the limit, then it is not unpacked', async () => {
    const bomb = docx([`${'a'.repeat(8_000_000)}`]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await textOf(attachment('bomb.docx', bomb))).toBe('too_large');
  });

  test('given a document that takes longer than its time, then the thread is replaced and the next is read', async () => {
    const slow = docx(Array.from({ length: 40_000 }, (_, index) => `Zeile ${index}`));
    const { reports, segments } = await readAttachments(
      [attachment('slow.docx', slow), attachment('b.txt', 'Kunde: Roth')],
      {
        firstId: 0,
        limits: { time: 900 },
      },
    );
    expect(reports.map((report) => report.reason)).toEqual(['limit', undefined]);
    expect(segments.map((segment) => segment.text)).toEqual(['Kunde: Roth']);
  });

  test('given any bytes under any name, then there is text or a reason, and no error', async () => {
    const heads = ['%PDF-1.7\n', 'PK\x03\x04', 'BEGIN:VCARD\n', '', 'a;b;c\n1;2;3\n'];
    const names = ['a.pdf', 'a.docx', 'a.xlsx', 'a.zip', 'a.vcf', 'a.csv', 'a.txt', 'a.html', 'a.eml', ''];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...heads),
        fc.constantFrom(...names),
        fc.uint8Array({ maxLength: 200 }),
        async (head, filename, tail) => {
          const bytes = Buffer.concat([Buffer.from(head, 'latin1'), tail]);
          const result = await extract({ bytes, filename, contentType: '' }, DEFAULT_ATTACHMENT_LIMITS);
          expect(result.read ? result.documents.length > 0 : result.reason).toBeTruthy();
        },
      ),
      { numRuns: 150 },
    );
  });
});
