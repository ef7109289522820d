import { styleText } from 'node:util';

/** One line of the table: a figure, and what the same would cost with nothing of ours. */
export interface Figure {
  name: string;
  value: string;
  raw?: { name: string; ms: number };
  /** The figure in milliseconds, where it has a raw cost to be compared with. */
  ms?: number;
}

/** An aligned table: figure, value, raw cost, ratio. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, raw, ms }) => [
    name,
    value,
    raw ? `${milliseconds(raw.ms)}  ${raw.name}` : '',
    raw && ms !== undefined ? ratio(ms / raw.ms) : '',
  ]);
  const head = ['figure', 'value', 'raw cost', 'ratio'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column === 1 || column === 3 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('   ')
      .trimEnd();
  return [styleText('bold', line(head)), ...rows.map(line)].join('\n');
}

const BARS = 20;
const WIDTH = 50;

/** How a series is spread: one line for each stretch of time, with a bar as long as it has many. */
export function distribution(series: readonly number[]): string {
  const step = stepFor(Math.max(...series));
  const counts = Array.from({ length: Math.floor(Math.max(...series) / step) + 1 }, () => 0);
  for (const value of series) counts[Math.floor(value / step)]! += 1;
  const most = Math.max(...counts);
  const label = (n: number) => String(n).padStart(String(step * counts.length).length);
  return counts
    .map((count, index) => {
      const bar = '█'.repeat(Math.round((count / most) * WIDTH));
      return `${label(index * step)}–${label((index + 1) * step)} ms ${bar}${count ? ` ${count}` : ''}`.trimEnd();
    })
    .join('\n');
}

/** A round width of a stretch, so that a series takes no more lines than fit. */
function stepFor(most: number): number {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];
  return steps.find((step) => most / step < BARS) ?? 10_000;
}

export function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
}

function ratio(value: number): string {
  return `× ${value < 10 ? value.toFixed(1) : value.toFixed(0)}`;
}

/** One line that is written over while somebody watches; nothing elsewhere. */
export function teller(part: string): (text: string) => void {
  let last = 0;
  return (text) => {
    if (!process.stderr.isTTY || performance.now() - last < 100) return;
    last = performance.now();
    process.stderr.write(`\r\x1b[K${part}: ${text}`);
  };
}

/** Says that a part begins; the line that is written over goes. */
export function announce(part: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${part} …` : `${part} …\n`);
}
