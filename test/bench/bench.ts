/**
 * Measures how fast dealreg is, on servers of its own on this machine, each figure beside what its parts cost alone.
 * Prints a table and writes bench-results.json. Nothing here passes or fails: machines differ.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findProgram } from '../support/servers.ts';
import { CleanUp } from './clean-up.ts';
import { type Latency, measureLatency } from './latency.ts';
import { measureRawCosts, type RawCosts } from './raw-costs.ts';
import { announce, distribution, type Figure, milliseconds, table, teller } from './report.ts';
import { startServers, startService } from './service.ts';
import type { Summary } from './statistics.ts';
import { measureDeciding, measureUnderstanding, type Understanding } from './thinking.ts';
import { measureEmbedded, measureThroughput, type Throughput } from './throughput.ts';

const RESULTS = fileURLToPath(new URL('../../bench-results.json', import.meta.url));
const USAGE = `npm run bench [-- --quick]   a few minutes; --quick: fewer mails, rougher figures`;

interface Results {
  machine: Record<string, string | number>;
  raw: RawCosts;
  throughput: Throughput;
  latency: Latency;
  understanding: Understanding;
  deciding: Summary;
  embedded: Throughput;
}

const cleanUp = new CleanUp();
let status = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    status = 128 + constants.signals[signal];
    void cleanUp.run().then(() => process.exit(status));
  });
}
try {
  status = await main();
} catch (error) {
  // What an interruption takes away fails because of it.
  if (!cleanUp.begun) {
    console.error(error);
    status = 1;
  }
}
await cleanUp.run();
process.exit(status);

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const missing = Object.entries({
    postgresql: 'initdb',
    'redis-server': 'redis-server',
    'dovecot-imapd': 'dovecot',
  })
    .filter(([, program]) => !findProgram(program))
    .map(([name]) => name);
  if (missing.length > 0) {
    console.error(
      `The servers that it measures with are not here (Debian: apt-get install ${missing.join(' ')}).`,
    );
    return 1;
  }
  const results = await measure(values.quick ?? false);
  writeFileSync(RESULTS, `${JSON.stringify(results, undefined, 2)}\n`);
  print(results);
  return 0;
}

async function measure(quick: boolean): Promise<Results> {
  const machine = machineFacts();
  announce('starting PostgreSQL, Redis, Dovecot and an SMTP server');
  const servers = await startServers(cleanUp);
  announce('the raw costs');
  const raw = await measureRawCosts(servers, cleanUp);
  announce('understanding');
  const understanding = await measureUnderstanding(quick ? 1 : 4, teller('understanding'));
  announce('deciding');
  const deciding = await measureDeciding(
    await servers.postgres.newDatabase(),
    quick ? 60 : 300,
    teller('deciding'),
  );
  announce('throughput');
  await servers.dovecot.useFreshAccount();
  const service = await startService(servers, cleanUp);
  const throughput = await measureThroughput(servers, service, quick ? 60 : 300, teller('throughput'));
  announce('latency');
  const latency = await measureLatency(servers, service, quick ? 10 : 60, teller('latency'));
  await service.stop();
  announce('throughput, embedded');
  const embedded = await measureEmbedded(cleanUp, quick ? 60 : 300, teller('throughput, embedded'));
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  machine.load_after = loadavg()[0]!.toFixed(1);
  return { machine, raw, throughput, latency, understanding, deciding, embedded };
}

function machineFacts(): Results['machine'] {
  const version = (name: string, ...args: string[]) =>
    execFileSync(findProgram(name)!, args, { encoding: 'utf8' }).split('\n')[0]!.trim();
  return {
    processors: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    memory_gib: Math.round(totalmem() / 2 ** 30),
    load_before: loadavg()[0]!.toFixed(1),
    node: process.version,
    postgresql: version('postgres', '--version'),
    redis: version('redis-server', '--version'),
    dovecot: version('dovecot', '--version'),
  };
}

function print({ machine, raw, throughput, latency, understanding, deciding, embedded }: Results): void {
  const { imapFetch, mailparser, postgresCommit, queueRoundTrip, smtpSend, pgliteCommit, fileWrite } = raw;
  const each = imapFetch.mean + mailparser.mean + postgresCommit.mean + queueRoundTrip.mean + smtpSend.mean;
  const oneOfEach = { name: 'one of each of the five below', ms: each };
  const embeddedEach = {
    name: 'mailparser, PGlite commit, file',
    ms: mailparser.mean + pgliteCommit.mean + fileWrite.mean,
  };
  const rate = ({ mailsPerSecond }: Throughput) => ({
    value: `${mailsPerSecond.toFixed(1)} mails/s`,
    ms: 1000 / mailsPerSecond,
  });
  const parse = { name: 'mailparser, same mails', ms: understanding.mailparser.mean };
  const commit = { name: 'PostgreSQL commit', ms: postgresCommit.mean };
  const figure = (name: string, ms: number, rawCost?: Figure['raw']): Figure => ({
    name,
    value: milliseconds(ms),
    raw: rawCost,
    ms,
  });
  const figures: Figure[] = [
    { name: `throughput on servers, ${throughput.mails} mails`, ...rate(throughput), raw: oneOfEach },
    { name: `throughput embedded, ${embedded.mails} mails`, ...rate(embedded), raw: embeddedEach },
    figure(`mailbox to answer, p50 of ${latency.whole.count}`, latency.whole.p50),
    figure('mailbox to answer, p99', latency.whole.p99),
    figure('  of it until the second of arrival is over, p50', latency.waitForSecond.p50),
    figure('  of it until no late mail of that second can come', latency.waitForLateMails),
    figure('  of it work, p50', latency.work.p50, oneOfEach),
    figure('  of it work, p99', latency.work.p99, oneOfEach),
    figure('    from the end of the waits to the decision, p50', latency.decided.p50),
    figure('    from the decision to SMTP accepted, p50', latency.sent.p50),
    figure(`understand a mail, mean of ${understanding.mails} mails`, understanding.understand.mean, parse),
    figure('understand a mail, p50', understanding.understand.p50),
    figure('understand a mail, p99', understanding.understand.p99),
    figure('decide a mail, one transaction, mean', deciding.mean, commit),
    figure('decide a mail, p99', deciding.p99),
    figure('raw: IMAP fetch of one mail, mean', imapFetch.mean),
    figure('raw: mailparser, mean', mailparser.mean),
    figure('raw: PostgreSQL commit, synced, mean', postgresCommit.mean),
    figure('raw: BullMQ on Redis, from add to work, mean', queueRoundTrip.mean),
    figure('raw: SMTP send, mean', smtpSend.mean),
    figure('raw: PGlite commit, mean', pgliteCommit.mean),
    figure('raw: file written and synced, mean', fileWrite.mean),
  ];
  console.log(
    `${machine.processors}, ${machine.memory_gib} GiB, load ${machine.load_before} before and ${machine.load_after} after`,
  );
  console.log(`Node ${machine.node}, ${machine.postgresql}\n`);
  console.log(table(figures));
  console.log('\nFrom the mailbox to the accepted answer:');
  console.log(distribution(latency.series));
  console.log('\nProcessor time for one mail:');
  for (const [name, ms] of Object.entries(throughput.processorMsPerMail))
    console.log(`  ${name.padEnd(12)}${milliseconds(ms).padStart(9)}`);
  for (const [name, ms] of Object.entries(embedded.processorMsPerMail))
    console.log(`  ${`embedded, ${name}`.padEnd(12)}${milliseconds(ms).padStart(9)}`);
  console.log(`\nWritten to ${RESULTS}`);
}
