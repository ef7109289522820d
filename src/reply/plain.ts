import type { Block, Run } from './blocks.ts';

/** Writes blocks as the plain-text part: one blank line between blocks, a colon after a row's label. */
export function toPlain(blocks: Block[], colon: string): string {
  return `${blocks.map((block) => plainBlock(block, colon)).join('\n\n')}\n`;
}

function plainBlock(block: Block, colon: string): string {
  switch (block.kind) {
    case 'heading': {
      const title = plainRuns(block.runs);
      return `${title}\n${'-'.repeat(Math.min(title.length, 60))}`;
    }
    case 'paragraph':
    case 'small':
      return plainRuns(block.runs);
    case 'rows':
      return block.rows.map((row) => `${plainRuns(row.label)}${colon}${plainRuns(row.value)}`).join('\n');
    case 'items':
      return block.items.map((item) => `- ${plainRuns(item)}`).join('\n');
    case 'quote':
      return block.lines.map((line) => `> ${line}`).join('\n');
    case 'columns':
      return block.columns
        .map((column) => column.map((inner) => plainBlock(inner, colon)).join('\n\n'))
        .join('\n\n');
  }
}

/** The characters of a line without their look. */
export function plainRuns(runs: Run[]): string {
  return runs
    .map((run) => run.text)
    .join('')
    .trim();
}
