/** Tables with a header row and one record a row: exports, lists of customers. */

import { fieldOfLabel } from './label-names.ts';
import type { LabelledValue } from './labels.ts';
import type { LabelField } from './lexicon/labels.ts';

/** One row of a table as labelled values, with where the row stands. */
export interface TableRow {
  values: LabelledValue[];
  start: number;
  end: number;
}

interface Column {
  field: LabelField;
  label: string;
}

const SEPARATORS = ['\t', ';', '|'];
const FEWEST_COLUMNS = 3;

function split(line: string, separator: string): string[] {
  if (separator !== ';' || !line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

function columnsOf(line: string, separator: string): (Column | undefined)[] | undefined {
  const cells = split(line, separator);
  if (cells.length < FEWEST_COLUMNS) return undefined;
  const columns = cells.map((cell) => {
    const known = fieldOfLabel(cell.trim());
    return known ? { field: known.field, label: cell.trim() } : undefined;
  });
  const known = columns.filter((column) => column !== undefined);
  const fields = new Set(known.map((column) => column.field));
  const isHeader =
    known.length >= Math.max(2, cells.filter((cell) => cell.trim() !== '').length / 2) &&
    fields.size >= 2 &&
    fields.has('name');
  return isHeader ? columns : undefined;
}

function rowOf(
  line: string,
  start: number,
  columns: (Column | undefined)[],
  separator: string,
): TableRow | undefined {
  const cells = split(line, separator);
  if (cells.length < 2 || cells.length > columns.length + 2) return undefined;
  const values: LabelledValue[] = [];
  let from = start;
  cells.forEach((cell, index) => {
    const column = columns[index];
    const raw = cell.trim();
    const value = raw
      .replace(/^"(.*)"$/s, '$1')
      .replace(/""/g, '"')
      .trim();
    const at = from + (cell.length - cell.trimStart().length);
    if (column && value !== '' && value !== '-' && value !== '–')
      values.push({
        ...column,
        value,
        start: at,
        end: at + raw.length,
        lineStart: start,
        method: 'table',
        exact: true,
      });
    from += cell.length + separator.length;
  });
  return values.some((value) => value.field === 'name')
    ? { values, start, end: start + line.length }
    : undefined;
}

/** Every row that stands under a header naming a customer column and at least one more. */
export function findTableRows(text: string): TableRow[] {
  const rows: TableRow[] = [];
  let header: { columns: (Column | undefined)[]; separator: string } | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const separator = SEPARATORS.find((candidate) => line.split(candidate).length >= FEWEST_COLUMNS);
    const columns = separator ? columnsOf(line, separator) : undefined;
    if (separator && columns) header = { columns, separator };
    else if (header && line.includes(header.separator)) {
      const row = rowOf(line, start, header.columns, header.separator);
      if (row) rows.push(row);
    } else if (line.trim() !== '') header = undefined;
    start += line.length + 1;
  }
  return rows;
}
