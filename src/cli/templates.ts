import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../message/understanding.ts';
import { examplesIn, type NoticeExample } from '../reply/examples.ts';
import { escapeHtml } from '../reply/html.ts';
import { composeMime } from '../reply/mime.ts';
import { type RenderedNotice, render } from '../reply/render.ts';

const DEFAULT_FOLDER = 'data/templates';

interface Written {
  file: string;
  example: NoticeExample;
  language: Language;
  notice: RenderedNotice;
}

/**
 * `dealreg templates [DIR]`: writes every kind of notice in every language with typical parameters, as text, HTML
 * and .eml, and an index.html that shows them side by side. Returns the exit code.
 */
export async function templatesCommand(args: string[]): Promise<number> {
  const [folder = DEFAULT_FOLDER, ...rest] = args;
  if (rest.length > 0 || folder.startsWith('-')) {
    console.error('Usage: dealreg templates [DIR]');
    return 2;
  }
  const written: Written[] = [];
  for (const language of LANGUAGES) {
    await mkdir(join(folder, language), { recursive: true });
    for (const example of examplesIn(language)) written.push(await writeExample(folder, language, example));
  }
  await writeFile(join(folder, 'index.html'), indexPage(written));
  console.log(`${written.length} notices written. Open ${join(folder, 'index.html')} in a browser.`);
  return 0;
}

async function writeExample(folder: string, language: Language, example: NoticeExample): Promise<Written> {
  const notice = render(example.params);
  const file = `${language}/${example.name}`;
  const { contact } = example.params;
  const forHeadOfSales = example.params.kind === 'dispute' || example.name === 'done.ruling';
  const mime = await composeMime(notice, {
    from: { name: 'Mixvoip Deal Registration', address: contact.address },
    to: forHeadOfSales ? contact.headOfSalesAddress : 'claire.hoffmann@partner.example',
    cc:
      'headOfSalesCopied' in example.params && example.params.headOfSalesCopied
        ? [contact.headOfSalesAddress]
        : [],
    messageId: `<${language}.${example.name}@${contact.address.split('@')[1]}>`,
    date: new Date(example.params.receipt.recordedAt),
    ...(example.params.receivedAt && { answers: { messageId: '<question@partner.example>' } }),
    marker: `example ${example.name}`,
  });
  await writeFile(join(folder, `${file}.txt`), `${notice.subject}\n\n${notice.text}`);
  await writeFile(join(folder, `${file}.html`), notice.html);
  await writeFile(join(folder, `${file}.eml`), mime);
  return { file, example, language, notice };
}

/** One page: choose a case on the left, see all five languages of it on the right. */
function indexPage(written: Written[]): string {
  const cases = [...new Set(written.map(({ example }) => example.name))];
  const sections = cases.map((name) => {
    const frames = written
      .filter(({ example }) => example.name === name)
      .map(
        ({ file, language, notice }) =>
          `<figure><figcaption>${language}: <b>${escapeHtml(notice.subject)}</b> <a href="${file}.txt">text</a> <a href="${file}.eml">mail</a></figcaption><iframe src="${file}.html" loading="lazy" title="${language} ${name}"></iframe></figure>`,
      );
    return `<section id="${name}"><h2>${name}</h2><div class="row">${frames.join('\n')}</div></section>`;
  });
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Notices</title><style>
body { margin: 0; font: 15px/1.4 -apple-system, "Segoe UI", Arial, sans-serif; display: grid; grid-template-columns: 260px 1fr; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 12px; border-right: 1px solid #ccc; box-sizing: border-box; }
nav a { display: block; padding: 2px 0; } main { padding: 0 16px; min-width: 0; }
.row { display: flex; gap: 12px; overflow-x: auto; } figure { margin: 0; flex: 0 0 420px; } iframe { width: 100%; height: 640px; border: 1px solid #ccc; }
</style></head><body><nav>${cases.map((name) => `<a href="#${name}">${name}</a>`).join('\n')}</nav>
<main>${sections.join('\n')}</main></body></html>
`;
}
