import type { Block, Run } from './blocks.ts';

/**
 * Writes blocks as the inside of the HTML part. Every character that a block holds is escaped here, and the only
 * tags are those written below; links are made for addresses of the contact alone.
 */
export function toHtml(blocks: Block[]): string {
  return blocks.map(htmlBlock).join('\n');
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 class="heading">${htmlRuns(block.runs)}</h2>`;
    case 'paragraph':
      return `<p>${htmlRuns(block.runs)}</p>`;
    case 'small':
      return `<p class="small">${htmlRuns(block.runs)}</p>`;
    case 'rows':
      return `<table class="rows" role="presentation" cellpadding="0" cellspacing="0">\n${block.rows
        .map(
          (row) =>
            `<tr><th scope="row" align="left" valign="top">${htmlRuns(row.label)}</th><td valign="top">${htmlRuns(row.value)}</td></tr>`,
        )
        .join('\n')}\n</table>`;
    case 'items':
      return `<ul>\n${block.items.map((item) => `<li>${htmlRuns(item)}</li>`).join('\n')}\n</ul>`;
    case 'quote':
      return `<blockquote>${block.lines.map((line) => htmlText(line)).join('<br>\n')}</blockquote>`;
    case 'columns':
      return htmlColumns(block.columns);
  }
}

/** Side by side where there is room, one below the other on a telephone; Outlook gets a table of its own. */
function htmlColumns(columns: Block[][]): string {
  const cells = columns.map((column) => `<div class="column">\n${toHtml(column)}\n</div>`);
  return [
    '<div class="columns">',
    '<!--[if mso]><table role="presentation" width="100%"><tr><td width="50%" valign="top"><![endif]-->',
    cells.join('<!--[if mso]></td><td width="50%" valign="top"><![endif]-->'),
    '<!--[if mso]></td></tr></table><![endif]-->',
    '</div>',
  ].join('\n');
}

function htmlRuns(runs: Run[]): string {
  return runs.map(htmlRun).join('').trim();
}

function htmlRun(run: Run): string {
  if (run.link) return htmlLink(run.text);
  return run.strong ? `<strong>${htmlText(run.text)}</strong>` : htmlText(run.text);
}

const ADDRESS = /^[\w.+-]{1,64}@[\w.-]{1,253}$/;
const PHONE = /^\+?[\d ]{5,30}$/;
const SITE = /^[\w.-]{1,253}(?:\/[\w./-]{0,100})?$/;

function htmlLink(text: string): string {
  const target = ADDRESS.test(text)
    ? `mailto:${text}`
    : PHONE.test(text)
      ? `tel:${text.replaceAll(' ', '')}`
      : SITE.test(text)
        ? `https://${text}`
        : undefined;
  return target ? `<a href="${escapeHtml(target)}">${escapeHtml(text)}</a>` : htmlText(text);
}

/** A dot inside a word stands in a tag of its own, so that no mail program makes a link of a name. */
function htmlText(text: string): string {
  return escapeHtml(text).replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, '<span>.</span>');
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for a place between tags or inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
