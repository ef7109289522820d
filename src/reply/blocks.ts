import { MARK } from './markup.ts';

/** A stretch of text of one look. */
export interface Run {
  text: string;
  strong?: boolean;
  link?: boolean;
}

/** What a notice is made of; both its parts, text and HTML, are written from these. */
export type Block =
  | { kind: 'heading' | 'paragraph' | 'small'; runs: Run[] }
  | { kind: 'rows'; rows: { label: Run[]; value: Run[] }[] }
  | { kind: 'items'; items: Run[][] }
  | { kind: 'quote'; lines: string[] }
  | { kind: 'columns'; columns: Block[][] };

/** Reads rendered text with its marks as blocks: blank lines part paragraphs, the lines of one are joined. */
export function parseBlocks(rendered: string): Block[] {
  const blocks: Block[] = [];
  let open = blocks;
  let columns: Block[][] = [];
  let fresh = true;
  for (const line of rendered.split('\n')) {
    const mark = line.charAt(0);
    if (mark === MARK.columns) {
      columns = [];
      blocks.push({ kind: 'columns', columns });
    } else if (mark === MARK.column) {
      open = [];
      columns.push(open);
    } else if (mark === MARK.columnsEnd) {
      open = blocks;
    } else if (line.trim() !== '') {
      addLine(open, line.trimEnd(), fresh);
      fresh = false;
      continue;
    }
    fresh = true;
  }
  return blocks;
}

function addLine(blocks: Block[], line: string, fresh: boolean): void {
  const last = fresh ? undefined : blocks.at(-1);
  const rest = line.slice(1);
  switch (line.charAt(0)) {
    case MARK.heading:
      blocks.push({ kind: 'heading', runs: parseRuns(rest) });
      return;
    case MARK.small:
      blocks.push({ kind: 'small', runs: parseRuns(rest) });
      return;
    case MARK.row: {
      const [label = '', value = ''] = rest.split(MARK.separator);
      const row = { label: parseRuns(label), value: parseRuns(value) };
      if (last?.kind === 'rows') last.rows.push(row);
      else blocks.push({ kind: 'rows', rows: [row] });
      return;
    }
    case MARK.item:
      if (last?.kind === 'items') last.items.push(parseRuns(rest));
      else blocks.push({ kind: 'items', items: [parseRuns(rest)] });
      return;
    case MARK.quote:
      if (last?.kind === 'quote') last.lines.push(rest.trim());
      else blocks.push({ kind: 'quote', lines: [rest.trim()] });
      return;
    default:
      addText(blocks, last, line.trim());
  }
}

/** A line without a mark goes on with the paragraph, item or small print before it. */
function addText(blocks: Block[], last: Block | undefined, text: string): void {
  const runs = parseRuns(text);
  if (last?.kind === 'paragraph' || last?.kind === 'small') last.runs.push({ text: ' ' }, ...runs);
  else if (last?.kind === 'items') last.items.at(-1)?.push({ text: ' ' }, ...runs);
  else blocks.push({ kind: 'paragraph', runs });
}

const INLINE = new RegExp(`([${MARK.strongStart}${MARK.strongEnd}${MARK.linkStart}${MARK.linkEnd}])`, 'u');

function parseRuns(text: string): Run[] {
  const runs: Run[] = [];
  let strong = false;
  let link = false;
  for (const piece of text.replace(/ {2,}/g, ' ').split(INLINE)) {
    if (piece === MARK.strongStart) strong = true;
    else if (piece === MARK.strongEnd) strong = false;
    else if (piece === MARK.linkStart) link = true;
    else if (piece === MARK.linkEnd) link = false;
    else if (piece !== '') runs.push({ text: piece, ...(strong && { strong }), ...(link && { link }) });
  }
  return runs;
}
