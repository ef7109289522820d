import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type UnderstandOptions, understand } from '../message/understand.ts';
import type { Understanding } from '../message/understanding.ts';

const USAGE = `usage: dealreg understand FILE|DIR… [--json] [--full] [--authserv-id HOST] [--address MAILBOX]
Reads mails (.eml) and prints what each one says, one line of JSON a mail; touches nothing.
  --full              everything that was understood, with the words that say it
  --authserv-id HOST  the receiving server whose Authentication-Results count (default mx.mixvoip.com)
  --address MAILBOX   our own address (default dealreg@mixvoip.com)`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  json: { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  'authserv-id': { type: 'string', default: 'mx.mixvoip.com' },
  address: { type: 'string', default: 'dealreg@mixvoip.com' },
} as const;

const NEVER_ANSWERED = new Set(['auto_reply', 'bounce', 'bulk', 'spam']);

/** One mail's line: what is said, whether an automatic answer would be right, and how far the sender is trusted. */
export interface UnderstandingLine {
  file: string;
  language: string;
  intent: string;
  reference?: string;
  registrations: Understanding['registrations'];
  changes: Understanding['changes'];
  also_registers?: boolean;
  reply: boolean;
  trust: string;
}

/** Whether an answer may go to the sender: a person or system that was proven, and that waits for one. */
function mayBeAnswered({ automation, sender, intent }: Understanding): boolean {
  return automation.mayAnswer && sender.trust === 'pass' && !NEVER_ANSWERED.has(intent);
}

/** The line for a mail. */
export function lineOf(file: string, understanding: Understanding): UnderstandingLine {
  const { language, intent, reference, registrations, changes, also_registers, sender } = understanding;
  return {
    file: basename(file),
    language,
    intent,
    ...(reference ? { reference } : {}),
    registrations,
    changes,
    ...(also_registers ? { also_registers } : {}),
    reply: mayBeAnswered(understanding),
    trust: sender.trust,
  };
}

/** All `.eml` files among files and folders (at any depth), in order of path. */
export async function mailFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const isFolder = (await stat(path)).isDirectory();
    if (!isFolder) files.push(path);
    else
      for (const entry of (await readdir(path, { recursive: true })).sort())
        if (entry.endsWith('.eml')) files.push(join(path, entry));
  }
  return files;
}

/** Understands the mails in order and hands each line on. */
export async function understandFiles(
  files: readonly string[],
  options: UnderstandOptions,
  take: (file: string, understanding: Understanding) => void,
): Promise<void> {
  for (const file of files) take(file, await understand(await readFile(file), options));
}

/** `dealreg understand`: returns the exit code; bad input is told in one line. */
export async function understandCommand(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    if (values.help) return print(USAGE);
    if (positionals.length === 0) return complain('name a mail or a folder of mails');
    const files = await mailFiles(positionals);
    if (files.length === 0) return complain(`no .eml file in ${positionals.join(', ')}`);
    const options = { authservId: values['authserv-id'], ownAddress: values.address };
    await understandFiles(files, options, (file, understanding) => {
      print(
        JSON.stringify(
          values.full ? { file: basename(file), ...understanding } : lineOf(file, understanding),
        ),
      );
    });
    return 0;
  } catch (error) {
    if (isBadInput(error)) return complain((error as Error).message);
    throw error;
  }
}

function isBadInput(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code.startsWith('ERR_PARSE_ARGS');
}

function print(line: string): number {
  process.stdout.write(`${line}\n`);
  return 0;
}

function complain(message: string): number {
  process.stderr.write(`understand: ${message}\n`);
  return 2;
}
