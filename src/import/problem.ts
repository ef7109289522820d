import { ExpectedError } from '../expected-error.ts';

/** One thing that is wrong in a file: where, what, and how it would be right. */
export interface Problem {
  /** Absent for what is wrong with the file as a whole. */
  line?: number;
  column?: string;
  /** What is wrong, in words that need no other. */
  text: string;
  /** What a right value looks like. */
  example?: string;
}

/** Lines shown of a file that is wrong in many places. */
const SHOWN = 20;

/** `partners.csv, line 3, language: "fra" is no language that notices are written in, for example fr` */
export function problemLine(source: string, { line, column, text, example }: Problem): string {
  const place = [source, line === undefined ? undefined : `line ${line}`, column].filter(Boolean).join(', ');
  return `${place}: ${text}${example === undefined ? '' : `, for example ${example}`}`;
}

/** A file with any problem is refused as a whole: the error has one line a problem, in order of the file. */
export function refuse(source: string, problems: readonly Problem[]): ExpectedError {
  const sorted = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const lines = sorted.slice(0, SHOWN).map((problem) => problemLine(source, problem));
  if (sorted.length > SHOWN) lines.push(`${source}: and ${sorted.length - SHOWN} more problems like these`);
  lines.push(`${source}: nothing was imported`);
  return new ExpectedError(lines.join('\n'));
}

/** A value as it is quoted in a message: on one line, shortened, without control characters. */
export function quoted(value: string): string {
  const text = value.replace(/[\p{Cc}\s]{1,200}/gu, ' ').trim();
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}
