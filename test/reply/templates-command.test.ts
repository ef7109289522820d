import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { templatesCommand } from '../../src/cli/templates.ts';
import { LANGUAGES } from '../../src/message/understanding.ts';
import { examplesIn } from '../../src/reply/examples.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('dealreg templates', () => {
  test('writes each case in each language as text, HTML and a mail, and an index', async () => {
    expect(await templatesCommand([folder])).toBe(0);
    for (const language of LANGUAGES) {
      expect(await readdir(join(folder, language))).toHaveLength(examplesIn(language).length * 3);
    }
    const index = await readFile(join(folder, 'index.html'), 'utf8');
    expect(index.match(/<iframe /g)).toHaveLength(LANGUAGES.length * examplesIn('fr').length);
    const mail = await simpleParser(await readFile(join(folder, 'lb', 'accepted.prospect.first.eml')));
    expect(mail.subject).toContain('Ugeholl');
  });

  test('an unknown option is told in one line', async () => {
    expect(await templatesCommand(['--all'])).toBe(2);
    expect(console.error).toHaveBeenCalledTimes(1);
  });
});
