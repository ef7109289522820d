import type { Latency } from './latency.ts';
import type { RawCosts } from './raw-costs.ts';
import { type Figure, milliseconds } from './report.ts';
import type { Summary } from './statistics.ts';
import type { Understanding } from './thinking.ts';
import type { Throughput } from './throughput.ts';

/** Everything that was measured, as it is written to bench-results.json. */
export interface Results {
  machine: Record<string, string | number>;
  raw: RawCosts;
  throughput: Throughput;
  latency: Latency;
  understanding: Understanding;
  deciding: Summary;
  embedded: Throughput;
}

/** The lines of the table, in the order in which they are read. */
export function figuresOf({
  raw,
  throughput,
  latency,
  understanding,
  deciding,
  embedded,
}: Results): Figure[] {
  const oneOfEach = {
    name: 'one of each of the first five raw costs',
    ms: sum(raw.imapFetch, raw.mailparser, raw.postgresCommit, raw.queueRoundTrip, raw.smtpSend),
  };
  const embeddedEach = {
    name: 'mailparser, PGlite commit, file',
    ms: sum(raw.mailparser, raw.pgliteCommit, raw.fileWrite),
  };
  const parse = { name: 'mailparser, same mails', ms: understanding.mailparser.mean };
  const commit = { name: 'PostgreSQL commit', ms: raw.postgresCommit.mean };
  return [
    rate('throughput on servers', throughput, oneOfEach),
    rate('throughput embedded', embedded, embeddedEach),
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
    ...rawFigures(raw),
  ];
}

function rawFigures(raw: RawCosts): Figure[] {
  return [
    figure('raw: IMAP fetch of one mail, mean', raw.imapFetch.mean),
    figure('raw: mailparser, mean', raw.mailparser.mean),
    figure('raw: PostgreSQL commit, synced, mean', raw.postgresCommit.mean),
    figure('raw: BullMQ on Redis, from add to work, mean', raw.queueRoundTrip.mean),
    figure('raw: SMTP send, mean', raw.smtpSend.mean),
    figure('raw: PGlite commit, mean', raw.pgliteCommit.mean),
    figure('raw: file written and synced, mean', raw.fileWrite.mean),
  ];
}

const sum = (...costs: Summary[]): number => costs.reduce((total, { mean }) => total + mean, 0);

const figure = (name: string, ms: number, raw?: Figure['raw']): Figure => ({
  name,
  value: milliseconds(ms),
  raw,
  ms,
});

const rate = (name: string, { mails, mailsPerSecond }: Throughput, raw: Figure['raw']): Figure => ({
  name: `${name}, ${mails} mails`,
  value: `${mailsPerSecond.toFixed(1)} mails/s`,
  raw,
  ms: 1000 / mailsPerSecond,
});
