import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import { loadConfig } from '../config.ts';
import { createContext } from '../context.ts';
import { allPartners } from '../database/partners.ts';
import { ExpectedError, messageOf } from '../expected-error.ts';
import { explanationOf } from '../explain/explanation.ts';
import { understand } from '../message/understand.ts';
import { understandOptions } from '../pipeline/understand-message.ts';

/**
 * `dealreg explain FILE.eml`: what was understood and from which words, whom it matches and why, which rules were
 * tried and which decided, and the answer that would go out. Decides by the code of production and takes it all back.
 */
export async function explainCommand(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [file] = positionals;
  if (!file) throw new ExpectedError('explain needs a mail: dealreg explain FILE.eml', { exitCode: 2 });
  const raw = readMail(file);
  const config = loadConfig();
  await using context = await createContext({ ...config, logLevel: 'silent' });
  const partners = await allPartners(context.database);
  const understanding = await understand(raw, understandOptions(config, partners));
  const rawHash = createHash('sha256').update(raw).digest('hex');
  for (const { title, lines } of await explanationOf(context, understanding, rawHash)) {
    console.log(styleText('bold', title));
    for (const line of lines) console.log(`  ${line}`);
    console.log();
  }
  return 0;
}

function readMail(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ExpectedError(`${file} cannot be read (${messageOf(error)}).`, { exitCode: 2, cause: error });
  }
}
