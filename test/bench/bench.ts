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
import { figuresOf, type Results } from './figures.ts';
import { measureLatency } from './latency.ts';
import { measureRawCosts } from './raw-costs.ts';
import { announce, distribution, milliseconds, table, teller } from './report.ts';
import { startServers, startService } from './service.ts';
import { measureDeciding, measureUnderstanding } from './thinking.ts';
import { measureEmbedded, measureThroughput } from './throughput.ts';

const RESULTS = fileURLToPath(new URL('../../bench-results.json', import.meta.url));
const USAGE = `npm run bench [-- --quick]   a few minutes; --quick: fewer mails, rougher figures`;

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

function print(results: Results): void {
  const { machine, latency, throughput, embedded } = results;
  const load = `load ${machine.load_before} before and ${machine.load_after} after`;
  console.log(`${machine.processors}, ${machine.memory_gib} GiB, ${load}`);
  console.log(`Node ${machine.node}, ${machine.postgresql}\n`);
  console.log(table(figuresOf(results)));
  console.log('\nFrom the mailbox to the accepted answer:');
  console.log(distribution(latency.series));
  console.log('\nProcessor time for one mail:');
  const used = [
    ...Object.entries(throughput.processorMsPerMail),
    ...Object.values(embedded.processorMsPerMail).map((ms) => ['embedded, all', ms] as const),
  ];
  for (const [name, ms] of used) console.log(`  ${name.padEnd(15)}${milliseconds(ms).padStart(8)}`);
  console.log(`\nWritten to ${RESULTS}`);
}
