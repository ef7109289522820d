import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Queue, Worker } from 'bullmq';
import { simpleParser } from 'mailparser';
import nodemailer from 'nodemailer';
import pg from 'pg';
import { openEmbedded } from '../../src/database/pglite.ts';
import type { CleanUp } from './clean-up.ts';
import { registrationMail } from './mails.ts';
import { connectImap, type Servers, temporaryFolder } from './service.ts';
import { repeated, type Summary, summaryOf } from './statistics.ts';

/** What the parts cost by themselves, in milliseconds each, without anything of ours. */
export interface RawCosts {
  imapFetch: Summary;
  mailparser: Summary;
  postgresCommit: Summary;
  queueRoundTrip: Summary;
  smtpSend: Summary;
  pgliteCommit: Summary;
  fileWrite: Summary;
}

const TIMES = 200;

/** Measures each part alone, one after the other. */
export async function measureRawCosts(servers: Servers, cleanUp: CleanUp): Promise<RawCosts> {
  const mails = Array.from({ length: TIMES }, (_, number) => Buffer.from(registrationMail(number, 'raw')));
  return {
    imapFetch: summaryOf(await fetching(servers, mails)),
    mailparser: summaryOf(await repeated(TIMES, (time) => simpleParser(mails[time % TIMES]!))),
    postgresCommit: summaryOf(await committing(await servers.postgres.emptyDatabase())),
    queueRoundTrip: summaryOf(await waking(servers.redis.url)),
    smtpSend: summaryOf(await sending(servers.smtp.url, mails)),
    pgliteCommit: summaryOf(await committingEmbedded(temporaryFolder(cleanUp))),
    fileWrite: summaryOf(await writing(temporaryFolder(cleanUp), mails)),
  };
}

/** One mail at a time out of a mailbox that is open. */
async function fetching({ dovecot }: Servers, mails: readonly Buffer[]): Promise<number[]> {
  const client = await connectImap(dovecot);
  try {
    const count = 50;
    for (const mail of mails.slice(0, count)) await client.append('INBOX', mail);
    await client.mailboxOpen('INBOX', { readOnly: true });
    return await repeated(TIMES, (time) => client.fetchOne(String((time % count) + 1), { source: true }));
  } finally {
    await client.logout();
  }
}

async function committing(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('create table t (n integer)');
    return await repeated(TIMES, (time) => client.query('insert into t values ($1)', [time]));
  } finally {
    await client.end();
  }
}

async function committingEmbedded(folder: string): Promise<number[]> {
  const database = await openEmbedded(folder);
  try {
    await database.query('create table t (n integer)');
    return await repeated(TIMES, (time) => database.query('insert into t values ($1)', [time]));
  } finally {
    await database.close();
  }
}

/** From giving a job to its being worked on. */
async function waking(url: string): Promise<number[]> {
  const connection = { url, maxRetriesPerRequest: null };
  let arrived: () => void = () => undefined;
  const worker = new Worker('raw', async () => arrived(), { connection });
  const queue = new Queue('raw', { connection });
  try {
    await worker.waitUntilReady();
    return await repeated(TIMES, async () => {
      const done = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      await queue.add('raw', {}, { removeOnComplete: true });
      await done;
    });
  } finally {
    await worker.close(true);
    await queue.close();
  }
}

/** One mail on a connection that is kept. */
async function sending(url: string, mails: readonly Buffer[]): Promise<number[]> {
  const transport = nodemailer.createTransport(`${url}?pool=true&maxConnections=1`);
  const envelope = { from: 'dealreg@mixvoip.com', to: ['partner@partner.example'] };
  try {
    return await repeated(TIMES, (time) => transport.sendMail({ envelope, raw: mails[time % TIMES] }));
  } finally {
    transport.close();
  }
}

/** One mail into a folder, synced to the disk. */
async function writing(folder: string, mails: readonly Buffer[]): Promise<number[]> {
  return repeated(TIMES, async (time) => {
    const path = join(folder, `${time}`);
    const file = await open(`${path}.part`, 'w');
    await file.writeFile(mails[time % TIMES]!);
    await file.sync();
    await file.close();
    await rename(`${path}.part`, path);
  });
}
