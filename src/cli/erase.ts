import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { createContext } from '../context.ts';
import { ExpectedError } from '../expected-error.ts';
import {
  type Erased,
  type EraseResult,
  eraseExpired,
  eraseMail,
  eraseRegistration,
} from '../pipeline/erase.ts';

const USAGE =
  'erase needs the number of a mail, a reference, or --older-than-retention: dealreg erase DR-2026-000123';

/**
 * `dealreg erase MESSAGE|REFERENCE|--older-than-retention [--force]`: erases personal data and says what. Hashes, ranks
 * and decisions stay, so that the ledger still proves itself. What is open needs `--force`.
 */
export async function eraseCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { force: { type: 'boolean' }, 'older-than-retention': { type: 'boolean' } },
  });
  const [what] = positionals;
  const expired = values['older-than-retention'] === true;
  if (positionals.length !== (expired ? 0 : 1) || (expired && values.force))
    throw new ExpectedError(USAGE, { exitCode: 2 });
  await using context = await createContext(loadConfig());
  if (what === undefined) {
    console.log(told(await eraseExpired(context)));
    return 0;
  }
  const isMail = /^[1-9]\d{0,17}$/.test(what);
  const result = isMail
    ? await eraseMail(context, BigInt(what), values.force)
    : await eraseRegistration(context, what.toUpperCase(), values.force);
  console.log(
    resultText(result, isMail ? `mail ${what}` : `registration ${what.slice(0, 60).toUpperCase()}`),
  );
  return 0;
}

function resultText(result: EraseResult, what: string): string {
  if ('refused' in result) throw new ExpectedError(refusal(result, what));
  const { mails, notices } = result.kept;
  return [
    told(result.erased),
    ...(mails.length > 0
      ? [`Kept, because registrations that are open need them: mails ${mails.join(', ')}`]
      : []),
    ...(notices.length > 0
      ? [
          `Kept, because they are under way or tell of registrations that are open: notices ${notices.join(', ')}`,
        ]
      : []),
    'The mailbox, the folder of sent mails and backups keep their own copies: erase them there.',
  ].join('\n');
}

function refusal(result: Extract<EraseResult, { refused: string }>, what: string): string {
  switch (result.refused) {
    case 'unknown':
      return `There is no ${what}: dealreg list shows registrations and mails.`;
    case 'erased_before':
      return `The ${what} was erased before.`;
    case 'not_decided':
      return `The ${what} waits to be decided: erase it afterwards.`;
    case 'needed':
      return `The ${what} is needed by what is open (${result.references.join(', ')}): close that first, or add --force.`;
  }
}

function told({ mails, registrations, notices, decisions, entries, customers }: Erased): string {
  const parts = [
    `${mails} mails`,
    `${registrations} registrations`,
    `${notices} notices`,
    `inputs of ${decisions} decisions`,
    `sealed data of ${entries} entries`,
    `${customers} customers`,
  ];
  return `Erased: ${parts.join(', ')}.`;
}
