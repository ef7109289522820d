import mammoth from 'mammoth';
import readWorkbook from 'read-excel-file/node';
import { htmlToLines } from '../html.ts';
import { checkedDocument } from './archive.ts';
import { type Extraction, extracted } from './extraction.ts';
import type { AttachmentLimits } from './limits.ts';
import { tableToText } from './table.ts';

/** Text of a Word document; tables become rows with TAB between cells. */
export async function readDocx(bytes: Uint8Array, limits: AttachmentLimits): Promise<Extraction> {
  const buffer = checkedDocument(bytes, limits);
  const { value: html } = await mammoth.convertToHtml(
    { buffer },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  const lines = htmlToLines(html, limits.textLength * 8).map((line) => line.text);
  return extracted(lines.join('\n'), limits.textLength);
}

/** Text of a workbook: each sheet as a table. */
export async function readXlsx(bytes: Uint8Array, limits: AttachmentLimits): Promise<Extraction> {
  const sheets = await readWorkbook(checkedDocument(bytes, limits));
  const told = sheets.filter((sheet, index) => index === 0 || !isReference(sheet.sheet, sheet.data[0] ?? []));
  const texts = told.slice(0, limits.pages).map((sheet) => {
    const rows = sheet.data.slice(0, limits.rows).map((row) => row.map(cellText));
    return tableToText(rows);
  });
  return extracted(texts.join('\n\n'), limits.textLength);
}

const REFERENCE_SHEET =
  /tarif|preis|price|prijs|prix|pr[äe]is|liste?n?\b|lookup|drop-?down|param|legend|légende|help|hilfe|aide|anleitung|instruction|notice|readme|katalog|catalog/i;
const PRICE_COLUMN =
  /^(?:prix (?:public|catalogue|liste|unitaire)|listenpreis|list price|lijstprijs|catalogusprijs|unit price|einzelpreis|stückpreis)/i;

/** A further sheet with price lists, choices or instructions says nothing about a deal. */
function isReference(name: string, firstRow: unknown[]): boolean {
  return REFERENCE_SHEET.test(name) || firstRow.some((cell) => PRICE_COLUMN.test(String(cell ?? '')));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? '☒' : '☐';
  return String(cell);
}
