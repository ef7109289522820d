import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Delivered, everythingHappened, type Installation } from './installation.ts';
import {
  AWARENESS_CSV,
  completion,
  CUSTOMERS_CSV,
  FIRST_MAILS,
  mailOf,
  type MailParts,
  OWN_CUSTOMER,
  PARTNERS_CSV,
  ruling,
} from './mails.ts';
import type { CommandResult } from './processes.ts';

/** Arrivals lie this far back, so that no second has to be waited for. */
const AGO_S = 600;
export const HEAD_OF_SALES = 'nrouge@mixvoip.com';

/** What came of one stored mail. */
export interface Fate {
  id: string;
  state: string;
  /** `outcome rule` of each decision. */
  decided: string[];
}

/** What somebody sees who watches an installation from the outside. */
export interface Seen {
  imports: CommandResult[];
  fates: Fate[];
  outbox: Delivered[];
  /** Every row of the outbox. */
  promised: { message_id: string; recipient: string; cc: string[]; envelope_from: string; state: string }[];
  verified: CommandResult;
  endings: { name: string; status: number | null; tookMs: number }[];
}

/** Imports the directories, starts, lets the mails of the journey arrive, waits for all answers, verifies and stops. */
export async function travel(installation: Installation, folder: string): Promise<Seen> {
  const { processes } = installation;
  const imports = await importDirectories(installation, folder);
  await installation.start();
  let second = Math.floor(Date.now() / 1000) - AGO_S;
  let delivered = 0;
  const deliver = async (mail: string) => {
    second += 2;
    delivered += 1;
    await installation.deliver(mail, new Date(second * 1000));
  };
  for (const mail of Object.values<MailParts>(FIRST_MAILS)) await deliver(mailOf(mail));
  await everythingHappened(installation, delivered);
  const question = await noticeTo(installation, FIRST_MAILS.incomplete.from);
  const dispute = await noticeTo(installation, HEAD_OF_SALES);
  await deliver(mailOf(completion(question)));
  await deliver(mailOf(ruling(dispute)));
  // Once more, as a mailbox that was restored has it; and by another way, which leaves another trace.
  await deliver(mailOf(FIRST_MAILS.first));
  await deliver(
    mailOf({ ...FIRST_MAILS.first, headers: ['Received: from relay.example by mx.mixvoip.com'] }),
  );
  delivered += 1;
  await installation.deliver(mailOf(OWN_CUSTOMER));
  await everythingHappened(installation, delivered);

  const verified = await processes.dealreg('verify');
  const seen = {
    imports,
    fates: await fatesOf(installation),
    promised: await installation.query<Seen['promised'][number]>(
      'select message_id, recipient, cc, envelope_from, state from outbox order by id',
    ),
    verified,
    endings: await processes.stopAll(),
  };
  // What a second attempt would have sent is out by now as well.
  return { ...seen, outbox: await installation.outbox() };
}

async function importDirectories({ processes }: Installation, folder: string): Promise<CommandResult[]> {
  const results = [];
  for (const [kind, text, ...options] of [
    ['partners', PARTNERS_CSV],
    ['customers', CUSTOMERS_CSV],
    ['awareness', AWARENESS_CSV, '--initial'],
  ] as const) {
    const file = join(folder, `${kind}.csv`);
    writeFileSync(file, text);
    results.push(await processes.dealreg('import', kind, file, ...options));
  }
  return results;
}

async function fatesOf(installation: Installation): Promise<Fate[]> {
  return installation.query<Fate>(
    `select m.message_id as id, m.state,
       coalesce(array_agg(d.outcome || ' ' || d.rule order by d.ordinal) filter (where d.id is not null), '{}') as decided
     from message m left join decision d on d.message_id = m.id group by m.id order by m.received_at, m.id`,
  );
}

/** Message-ID of the one notice to an address. */
async function noticeTo(installation: Installation, address: string): Promise<string> {
  const found = to(await installation.outbox(), address);
  if (found.length !== 1) throw new Error(`${found.length} notices to ${address}`);
  return found[0]!.mail.messageId!;
}

/** Notices whose To is an address. */
export function to(outbox: readonly Delivered[], address: string): Delivered[] {
  return outbox.filter(({ mail }) => addresses(mail.to).includes(address));
}

export function addresses(field: Delivered['mail']['to']): string[] {
  return [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}
