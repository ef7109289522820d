import { getDocumentProxy } from 'unpdf';
import { type Extraction, extracted, UnreadableError } from './extraction.ts';
import type { AttachmentLimits } from './limits.ts';

/** A piece of text on a page; y grows upwards. */
interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/**
 * Text of a PDF in reading order, with the values of its form fields where they stand on the page. Pieces of one
 * line that lie far apart are joined by TAB.
 */
export async function readPdf(bytes: Uint8Array, limits: AttachmentLimits): Promise<Extraction> {
  const document = await open(bytes);
  const texts: string[] = [];
  for (let number = 1; number <= Math.min(document.numPages, limits.pages); number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    const pieces = content.items.flatMap((item) => ('str' in item ? [textPiece(item)] : []));
    const fields = (await page.getAnnotations()).flatMap((field) => fieldPiece(field as FormField, pieces));
    texts.push(linesOf([...pieces, ...fields]));
  }
  await document.cleanup();
  return extracted(texts.join('\n\n'), limits.textLength);
}

async function open(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
    });
  } catch (error) {
    throw new UnreadableError(
      error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged',
    );
  }
}

function textPiece(item: { str: string; transform: number[]; width: number; height: number }): Piece {
  const size = Math.abs(item.transform[3] ?? 0) || item.height || 10;
  return { text: item.str, x: item.transform[4] ?? 0, y: item.transform[5] ?? 0, width: item.width, size };
}

interface FormField {
  subtype?: string;
  fieldName?: string;
  alternativeText?: string;
  fieldValue?: string | string[] | null;
  checkBox?: boolean;
  radioButton?: boolean;
  exportValue?: string;
  buttonValue?: string;
  rect?: number[];
}

/** The value of a form field as text on its place; one without a printed label on its line brings its own. */
function fieldPiece(field: FormField, pieces: Piece[]): Piece[] {
  const [left, bottom, , top] = field.rect ?? [];
  if (field.subtype !== 'Widget' || left === undefined || bottom === undefined || top === undefined)
    return [];
  const value = fieldText(field);
  if (value === '') return [];
  const y = (bottom + top) / 2 - 4;
  const hasLabel = pieces.some((piece) => piece.text.trim() !== '' && Math.abs(piece.y - y) < 8);
  const label = (field.alternativeText || field.fieldName || '').replace(/^.*\./, '').replace(/_/g, ' ');
  const text = hasLabel || label === '' ? value : `${label}\t${value}`;
  return [{ text, x: left, y, width: 5 * text.length, size: 10 }];
}

function fieldText(field: FormField): string {
  if (field.checkBox) return field.fieldValue && field.fieldValue !== 'Off' ? '☒' : '☐';
  if (field.radioButton) return field.fieldValue === field.buttonValue ? '☒' : '☐';
  const value = field.fieldValue;
  return (Array.isArray(value) ? value.join(', ') : (value ?? '')).trim();
}

/** Pieces sorted into lines from top to bottom, each from left to right. */
function linesOf(pieces: Piece[]): string {
  const sorted = pieces.filter((piece) => piece.text !== '').toSorted((a, b) => b.y - a.y);
  const lines: Piece[][] = [];
  for (const piece of sorted) {
    const line = lines.at(-1);
    const near = line !== undefined && Math.abs(line[0]!.y - piece.y) < Math.max(3, piece.size * 0.45);
    if (near) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => joined(line.toSorted((a, b) => a.x - b.x))).join('\n');
}

/** A gap of about two letters or more is a TAB, a small one a space. */
function joined(line: Piece[]): string {
  let text = '';
  let end = 0;
  for (const piece of line) {
    if (piece.text.trim() === '') continue;
    const gap = piece.x - end;
    if (text !== '')
      text += gap > piece.size * 1.4 ? '\t' : gap > piece.size * 0.15 && !text.endsWith(' ') ? ' ' : '';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text;
}
