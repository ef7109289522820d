import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, quoted } from './problem.ts';

/** One line of a file by its columns. Every column of the kind is there, an empty cell or absent column is `''`. */
export interface TableRow<Column extends string> {
  line: number;
  cells: Record<Column, string>;
}

export interface Table<Column extends string> {
  rows: TableRow<Column>[];
  problems: Problem[];
}

export interface Columns<Column extends string> {
  required: readonly Column[];
  optional: readonly Column[];
}

/** No cell of a directory is longer: a longer one is a quotation mark that was not closed. */
const LONGEST_CELL = 500;

interface RawRecord {
  record: string[];
  info: { lines: number };
}

/**
 * Reads a CSV text with a header line, its columns in any order, separated by `,` or `;`, with or without a byte
 * order mark. Never throws: what is wrong comes back as problems, with the rows that could be read.
 */
export function readTable<Column extends string>(text: string, columns: Columns<Column>): Table<Column> {
  const lines = text.replace(/\r\n?/g, '\n');
  const records = parseRecords(lines, separatorOf(lines));
  if (!Array.isArray(records)) return { rows: [], problems: [records] };
  const [header, ...rest] = records;
  const names = [...columns.required, ...columns.optional];
  const example = names.join(',');
  if (!header)
    return { rows: [], problems: [{ text: 'the file is empty: its first line names the columns', example }] };
  const heads = header.record.map((name) => name.toLowerCase());
  const problems = headerProblems(heads, columns, lineOf(header));
  if (problems.length > 0) return { rows: [], problems };
  const rows: TableRow<Column>[] = [];
  for (const record of rest) {
    const problem = recordProblem(record, heads);
    if (problem) problems.push(problem);
    else rows.push({ line: lineOf(record), cells: cellsOf(record, heads, names) });
  }
  return { rows, problems };
}

/** The separator of the header line: names of columns hold neither. */
function separatorOf(text: string): ',' | ';' {
  const header =
    text
      .slice(0, 2000)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

function parseRecords(text: string, delimiter: string): RawRecord[] | Problem {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as RawRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
      return { text: 'a quotation mark is opened and never closed', example: '"Kohn, Weber & Fils"' };
    }
    const line = Number(error.lines);
    return {
      ...(Number.isFinite(line) ? { line } : {}),
      text: 'a quotation mark stands inside a cell: put the cell in quotation marks and double those inside',
      example: '"Café ""Um Eck"""',
    };
  }
}

/** Where a record begins; the parser counts to where it ends. */
function lineOf({ record, info }: RawRecord): number {
  return info.lines - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
}

function headerProblems<Column extends string>(
  heads: readonly string[],
  { required, optional }: Columns<Column>,
  line: number,
): Problem[] {
  const known: readonly string[] = [...required, ...optional];
  const expected = `its columns are ${known.join(', ')}`;
  const problems: Problem[] = [];
  for (const [index, head] of heads.entries()) {
    if (!known.includes(head))
      problems.push({ line, column: head || `column ${index + 1}`, text: `unknown column: ${expected}` });
    else if (heads.indexOf(head) !== index)
      problems.push({ line, column: head, text: 'the column is there twice' });
  }
  for (const name of required) {
    if (!heads.includes(name))
      problems.push({ line, column: name, text: `the column is missing: ${expected}` });
  }
  return problems;
}

function recordProblem(record: RawRecord, heads: readonly string[]): Problem | undefined {
  const line = lineOf(record);
  const { length } = record.record;
  if (length !== heads.length) {
    const text = `${length} cells where the first line has ${heads.length} columns: put a cell that holds the separator in quotation marks`;
    return { line, text, example: '"Kohn, Weber & Fils"' };
  }
  const long = record.record.findIndex((cell) => cell.length > LONGEST_CELL);
  if (long < 0) return undefined;
  const text = `${quoted(record.record[long]!)} has ${record.record[long]!.length} characters, at most ${LONGEST_CELL} are read`;
  return { line, column: heads[long]!, text };
}

function cellsOf<Column extends string>(
  { record }: RawRecord,
  heads: readonly string[],
  names: readonly Column[],
): Record<Column, string> {
  const cellOf = (name: string) =>
    (record[heads.indexOf(name)] ?? '').replace(/[\p{Cc}\s]{1,500}/gu, ' ').trim();
  return Object.fromEntries(names.map((name) => [name, cellOf(name)])) as Record<Column, string>;
}
