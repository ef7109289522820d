/** Paragraphs of format=flowed text (RFC 3676) put together again. */

const SIGNATURE_LINE = '-- ';

/**
 * Joins the soft-broken lines of flowed text. One pass, linear in the text.
 * `delSp`: the blank before a soft break is no part of the text.
 */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let parts: string[] = [];
  let depth = 0;
  const flush = () => {
    if (parts.length > 0) out.push(`${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${parts.join('')}`);
    parts = [];
  };
  for (const raw of text.split('\n')) {
    const quote = quoteDepth(raw);
    const content = unstuffed(raw.slice(quote));
    if (parts.length > 0 && quote !== depth) flush();
    depth = quote;
    const soft = content.endsWith(' ') && content !== SIGNATURE_LINE;
    if (content === SIGNATURE_LINE) flush();
    parts.push(soft && delSp ? content.slice(0, -1) : content);
    if (!soft) flush();
  }
  flush();
  return out.join('\n');
}

function quoteDepth(line: string): number {
  let depth = 0;
  while (line[depth] === '>') depth += 1;
  return depth;
}

function unstuffed(line: string): string {
  return line.startsWith(' ') ? line.slice(1) : line;
}
