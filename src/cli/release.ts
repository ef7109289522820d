import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { createContext } from '../context.ts';
import { ExpectedError } from '../expected-error.ts';
import { type ReleaseResult, releaseMessage } from '../pipeline/release-message.ts';

const WHY_NOT: Record<Extract<ReleaseResult, { refused: string }>['refused'], string> = {
  unknown_mail: 'is not there: dealreg list --held shows those that wait',
  not_held: 'is not held: dealreg list --held shows those that wait',
  no_sender: 'names no one sender who could be answered: ask the partner to write again',
  not_readable: 'was not kept whole and cannot be read: ask the partner to write again',
};

/** `dealreg release MAIL`: lets a held mail go on at the rank of its arrival, its sender vouched for by who releases it. */
export async function releaseCommand(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [mail, more] = positionals;
  if (mail === undefined || more !== undefined || !/^[1-9]\d{0,17}$/.test(mail))
    throw new ExpectedError('release needs the number of a mail: dealreg release 123', { exitCode: 2 });
  await using context = await createContext(loadConfig());
  const result = await releaseMessage(context, BigInt(mail));
  if ('refused' in result) throw new ExpectedError(`Mail ${mail} ${WHY_NOT[result.refused]}.`);
  const next = result.released === 'to_decide' ? 'decided' : 'read and decided';
  console.log(`Mail ${mail} is released: it is ${next} by its arrival, as soon as the service runs.`);
  return 0;
}
