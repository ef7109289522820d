import { createHash } from 'node:crypto';
import { loadConfig } from '../../src/config.ts';
import { createContext } from '../../src/context.ts';
import { markChecked } from '../../src/database/mailboxes.ts';
import { storeUnderstanding } from '../../src/database/messages-understood.ts';
import { insertMessage } from '../../src/database/messages.ts';
import { understand } from '../../src/message/understand.ts';
import { importPartners } from '../../src/pipeline/import-records.ts';
import { advance } from '../../src/pipeline/decide-next.ts';
import { officeOf } from '../../src/pipeline/office.ts';
import { NO_SENDER, ReplayMailbox, SILENT_QUEUE } from '../../src/replay/replay-mailbox.ts';
import { corpusMails, messageIdOf, PARTNERS, PARTNERS_CSV, registrationMail } from './mails.ts';
import { NOTICE_SECRET } from './service.ts';
import { type Summary, summaryOf, timed } from './statistics.ts';
import { simpleParser } from 'mailparser';

const OPTIONS = {
  authservId: 'mx.mixvoip.com',
  ownAddress: 'dealreg@mixvoip.com',
  partnerNames: PARTNERS.map(({ name }) => name),
  partnerDomains: PARTNERS.map(({ domain }) => domain),
};

/** How long it takes to understand one mail, and what parsing alone takes for the same mails, in milliseconds. */
export interface Understanding {
  mails: number;
  understand: Summary;
  mailparser: Summary;
}

/** The project's own sample mails without attachments, warm, in one process. */
export async function measureUnderstanding(
  rounds: number,
  tell: (text: string) => void,
): Promise<Understanding> {
  const mails = corpusMails();
  const understood: number[] = [];
  const parsed: number[] = [];
  for (let round = 0; round < rounds + 1; round += 1) {
    for (const [number, mail] of mails.entries()) {
      tell(`round ${round + 1} of ${rounds + 1}, mail ${number + 1} of ${mails.length}`);
      const understanding = await timed(() => understand(mail, OPTIONS));
      const parsing = await timed(() => simpleParser(mail));
      if (round === 0) continue;
      understood.push(understanding);
      parsed.push(parsing);
    }
  }
  return { mails: mails.length, understand: summaryOf(understood), mailparser: summaryOf(parsed) };
}

/** How long one decision takes with all that it writes, in one transaction, in milliseconds. */
export async function measureDeciding(
  databaseUrl: string,
  mails: number,
  tell: (text: string) => void,
): Promise<Summary> {
  const config = loadConfig({ DATABASE_URL: databaseUrl, NOTICE_SECRET, LOG_LEVEL: 'silent' });
  const parts = { queue: SILENT_QUEUE, mailbox: new ReplayMailbox(), sender: NO_SENDER };
  await using context = await createContext(config, parts);
  const { database } = context;
  await importPartners(context, PARTNERS_CSV, 'partners.csv');
  const first = Math.floor(Date.now() / 1000) - mails - 10;
  for (let number = 0; number < mails; number += 1) {
    tell(`${number + 1} of ${mails} mails understood`);
    const raw = Buffer.from(registrationMail(number, 'decide'));
    const hash = createHash('sha256').update(raw).digest('hex');
    const arrived = new Date((first + number) * 1000);
    const id = await insertMessage(database, {
      mailbox: 'bench',
      uidvalidity: 1n,
      uid: BigInt(number + 1),
      receivedAt: arrived,
      storedAt: arrived,
      raw,
      rawHash: hash,
      size: raw.length,
      state: 'received',
    });
    const identity = { messageId: messageIdOf(number, 'decide'), contentHash: hash };
    await storeUnderstanding(database, id!, await understand(raw, OPTIONS), identity);
  }
  await database.query(`insert into mailbox (name, uidvalidity) values ('bench', 1)`);
  await markChecked(database, 'bench', new Date());
  const office = officeOf(context);
  const took: number[] = [];
  for (let number = 0; number < mails; number += 1) {
    tell(`${number + 1} of ${mails} mails decided`);
    let decided: unknown;
    const ms = await timed(async () => {
      decided = await database.transaction((tx) => advance(tx, office));
    });
    if (decided === undefined) throw new Error(`only ${number} of ${mails} mails were decided`);
    if (number >= mails / 10) took.push(ms);
  }
  return summaryOf(took);
}
