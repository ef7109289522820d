import { styleText } from 'node:util';
import type { Candidate, Comparison, IdentityEvidence, IdentityVerdict } from '../customer/index.ts';

const COLOUR = { same: 'green', uncertain: 'yellow', different: 'red' } as const;

/** The clerk's reasoning for people: a row an observation, with what it weighs for (+) or against (−). */
export function comparisonTable({ verdict, score, evidence }: Comparison): string {
  const rows = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(evidenceRow);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row.cells[column]!.length)));
  const lines = rows.map(({ cells, weight }) => {
    const padded = cells.map((cell, column) => cell.padEnd(widths[column]!)).join('  ');
    return `  ${padded}  ${paint(weight < 0 ? 'red' : weight > 0 ? 'green' : 'gray', signed(weight))}`;
  });
  return [headline(verdict, score), ...lines].join('\n');
}

/** Candidates, likest first, each with its strongest observations. */
export function rankedTable(verdict: IdentityVerdict, candidates: readonly Candidate[]): string {
  const lines = candidates.map(({ id, description, comparison }) => {
    const place = [description.city, description.country].filter(Boolean).join(', ');
    const why = comparison.evidence.map(({ feature, finding }) => `${feature} ${finding}`).join(', ');
    const mark = paint(COLOUR[comparison.verdict], comparison.verdict.padEnd(9));
    return `  ${mark} ${comparison.score.toFixed(2)}  ${description.name ?? ''}${place && ` (${place})`}  ${id}\n      ${why}`;
  });
  if (lines.length === 0) return `${paint(COLOUR.different, 'different')}  the ledger holds nothing like it`;
  return [paint(COLOUR[verdict], verdict), ...lines].join('\n');
}

function headline(verdict: IdentityVerdict, score: number): string {
  return `${paint(COLOUR[verdict], verdict)}  score ${score.toFixed(2)}`;
}

function evidenceRow({ feature, finding, a, b, weight }: IdentityEvidence) {
  return { cells: [feature, finding, a, b], weight };
}

function signed(weight: number): string {
  return weight === 0 ? '0.0' : `${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`;
}

function paint(colour: 'green' | 'yellow' | 'red' | 'gray', text: string): string {
  return styleText(colour, text, { stream: process.stdout });
}
