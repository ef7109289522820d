/** Documents made by hand, as small as their formats allow. */

import { zipSync } from 'fflate';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A one-page PDF; each line is text at a place. */
export function pdf(
  lines: { x: number; y: number; text: string }[],
  fields: { name: string; value: string; y: number }[] = [],
): Buffer {
  const content = lines
    .map(({ x, y, text }) => `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`)
    .join('\n');
  const annotations = fields.map((_, index) => `${6 + index} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${annotations}] /DA (/F1 10 Tf) >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [${annotations}] /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...fields.map(
      ({ name, value, y }) =>
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (${name}) /V (${value}) /Rect [200 ${y} 400 ${y + 16}] /P 3 0 R /DA (/F1 10 Tf) >>`,
    ),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`;
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
    'latin1',
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relationships(targets: [string, string][]): Uint8Array {
  const entries = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return bytes(`${XML}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`);
}

function contentTypes(parts: [string, string][]): Uint8Array {
  const overrides = parts.map(
    ([part, type]) =>
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return bytes(
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  );
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word document: paragraphs, then a table. */
export function docx(paragraphs: string[], table: string[][] = []): Buffer {
  const rows = table
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('');
  const body = `${paragraphs.map(paragraph).join('')}${rows ? `<w:tbl>${rows}</w:tbl>` : ''}`;
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': contentTypes([['/word/document.xml', 'wordprocessingml.document.main']]),
      '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
      'word/document.xml': bytes(`${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`),
    }),
  );
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook: each sheet a table of texts and numbers. */
export function xlsx(sheets: Record<string, (string | number)[][]>): Buffer {
  const names = Object.keys(sheets);
  const cell = (value: string | number, column: number, row: number) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    return typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': contentTypes([
      ['/xl/workbook.xml', 'spreadsheetml.sheet.main'],
      ...names.map((_, index): [string, string] => [
        `/xl/worksheets/sheet${index + 1}.xml`,
        'spreadsheetml.worksheet',
      ]),
    ]),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relationships(
      names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
    ),
    'xl/workbook.xml': bytes(
      `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ),
  };
  for (const [index, name] of names.entries()) {
    const rows = sheets[name]!.map(
      (row, y) => `<row r="${y + 1}">${row.map((value, x) => cell(value, x, y)).join('')}</row>`,
    );
    files[`xl/worksheets/sheet${index + 1}.xml`] = bytes(
      `${XML}<worksheet xmlns="${SHEET}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    );
  }
  return Buffer.from(zipSync(files));
}
