import { stripVTControlCharacters, styleText } from 'node:util';

/** What stands in one cell; absent values show as a dash. */
export type Cell = string | number | bigint | Date | null | undefined | readonly string[];

const GAP = '  ';
/** A column is never made narrower than this. */
const NARROWEST = 8;

/** A value as text on one line: mails choose names and subjects, and none of them may steer a terminal. */
export function cellText(value: Cell): string {
  if (value === null || value === undefined) return '–';
  if (value instanceof Date) return moment(value);
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  return (
    stripVTControlCharacters(text)
      .replace(/[\p{C}\s]{1,1000}/gu, ' ')
      .trim() || '–'
  );
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Luxembourg',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-10-05 10:00`, as clocks in Luxembourg show it. */
export const moment = (at: Date): string => clock.format(at);

/**
 * A table with aligned columns under their heads. Where the terminal is too narrow the widest columns are cut.
 * @param width absent: as wide as it gets, for files and pipes
 */
export function table(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number | undefined = process.stdout.columns,
): string {
  const cells = rows.map((row) => row.map(cellText));
  const widths = fitted(
    heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column]!.length))),
    width,
  );
  const lineOf = (row: readonly string[]) =>
    row
      .map((cell, column) => cut(cell, widths[column]!).padEnd(widths[column]!))
      .join(GAP)
      .trimEnd();
  return [styleText('bold', lineOf(heads)), ...cells.map(lineOf)].join('\n');
}

/** Names with their values below each other. */
export function facts(pairs: readonly (readonly [string, Cell])[]): string {
  const widest = Math.max(...pairs.map(([name]) => name.length));
  return pairs.map(([name, value]) => `  ${name.padEnd(widest)}${GAP}${cellText(value)}`).join('\n');
}

/** Column widths that fit: the widest column gives way first. */
function fitted(widths: number[], available: number | undefined): number[] {
  if (available === undefined) return widths;
  const fitting = [...widths];
  const total = () => fitting.reduce((sum, width) => sum + width, GAP.length * (fitting.length - 1));
  while (total() > available) {
    const widest = Math.max(...fitting);
    if (widest <= NARROWEST) return fitting;
    fitting[fitting.indexOf(widest)] = widest - 1;
  }
  return fitting;
}

const cut = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`;

/** Values as JSON: big integers as decimal text, dates as ISO. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member));
}
