import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { createContext } from '../context.ts';
import { ExpectedError } from '../expected-error.ts';
import { type SettleResult, settleNotice } from '../pipeline/settle-notice.ts';

/**
 * `dealreg settle NOTICE-ID sent|again`: says what became of a notice that is uncertain or has failed. `sent`: the
 * recipient has it, nothing more happens. `again`: it goes out once more.
 */
export async function settleCommand(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [id = '', fate, more] = positionals;
  if (!/^[1-9]\d{0,17}$/.test(id) || (fate !== 'sent' && fate !== 'again') || more !== undefined) {
    throw new ExpectedError(
      'settle needs the number of a notice and what is true of it: dealreg settle 17 sent (the recipient has it) or dealreg settle 17 again (send it once more); dealreg list --outbox shows the numbers',
      { exitCode: 2 },
    );
  }
  await using context = await createContext(loadConfig());
  const result = await settleNotice(context, BigInt(id), fate);
  if ('refused' in result) throw refusal(id, result.refused);
  console.log(
    fate === 'sent'
      ? `Notice ${id} counts as sent.`
      : `Notice ${id} goes out again. If the recipient has it already, it comes twice, with the same Message-ID.`,
  );
  return 0;
}

function refusal(id: string, refused: Extract<SettleResult, { refused: string }>['refused']): ExpectedError {
  switch (refused) {
    case 'unknown_notice':
      return new ExpectedError(`There is no notice ${id}: dealreg list --outbox shows those in trouble.`);
    case 'sent':
      return new ExpectedError(`Notice ${id} was sent: there is nothing to settle.`);
    case 'queued':
    case 'sending':
      return new ExpectedError(
        `Notice ${id} is on its way out (${refused}): it is settled by itself, look again in some minutes.`,
      );
    case 'uncertain':
    case 'failed':
      return new ExpectedError(`Notice ${id} was changed by somebody else meanwhile: try again.`);
  }
}
