/** Table rows as text: a row of a data table is one line with TAB between cells, a layout table stays as its lines. */

import type { BodyLine } from '../parsed-mail.ts';

export interface Cell {
  lines: BodyLine[];
  /** The cell holds a table of its own. */
  nested: boolean;
}

const CELL_LINES = 6;
const CELL_LENGTH = 600;
const LABEL_LENGTH = 80;

/** The lines of one row. */
export function rowLines(cells: Cell[]): BodyLine[] {
  const filled = cells.filter((cell) => cell.lines.some((line) => line.text !== '' || line.rule));
  if (filled.length === 0) return [];
  if (filled.length === 1 && cells.length <= 2) return oneCell(cells, filled[0]!);
  if (!isData(cells, filled)) return filled.flatMap((cell) => cell.lines);
  const first = filled[0]!.lines.find((line) => line.text !== '')!;
  const text = cells.map(cellText).join('\t').trimEnd();
  const heading = filled.every((cell) => cell.lines.every((line) => line.heading || line.text === ''));
  const { heading: _, ...line } = { ...first, text };
  return [heading ? { ...line, heading: true } : line];
}

/** `label` with an empty value beside it stays a row; a cell alone is text. */
function oneCell(cells: Cell[], cell: Cell): BodyLine[] {
  const lines = cell.lines;
  const emptyValue = cells.length === 2 && cells[0] === cell && lines.length === 1 && !cell.nested;
  return emptyValue ? [{ ...lines[0]!, text: `${lines[0]!.text}\t` }] : lines;
}

/** Short cells side by side: a label and a value of a few lines, or columns of one line each. */
function isData(cells: Cell[], filled: Cell[]): boolean {
  if (cells.some((cell) => cell.nested)) return false;
  const texts = cells.map((cell) => cell.lines.filter((line) => line.text !== ''));
  if (texts.every((lines) => lines.length <= 1)) return true;
  const [label, ...values] = filled.map((cell) => cell.lines.filter((line) => line.text !== ''));
  if (!label || label.length > 1 || label[0]!.text.length > LABEL_LENGTH) return false;
  return values.every((lines) => lines.length <= CELL_LINES && cellLength(lines) <= CELL_LENGTH);
}

function cellLength(lines: BodyLine[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}

function cellText(cell: Cell): string {
  const texts = cell.lines.map((line) => line.text.trim()).filter((text) => text !== '');
  return texts.join(', ').replaceAll('\t', ' ').replaceAll(',,', ',');
}
