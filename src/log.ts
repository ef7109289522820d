import pino from 'pino';
import { ExpectedError } from './expected-error.ts';

/** What may be logged of an event: ids, codes, counts, times. Never names, addresses or texts of mails. */
export type LogFields = Readonly<
  Record<string, string | number | bigint | boolean | null | undefined | Date | Error>
>;

/** Every business event with its level; each is a function of the log. */
const EVENTS = {
  started: 'info',
  stopping: 'info',
  stopped: 'info',
  mailStored: 'info',
  mailUnderstood: 'info',
  mailSetAside: 'warn',
  mailDecided: 'info',
  mailsMoved: 'info',
  gapsFilled: 'warn',
  mailboxFailed: 'warn',
  noticeSent: 'info',
  noticeRetried: 'warn',
  noticeUncertain: 'warn',
  noticeFailed: 'error',
  swept: 'debug',
  headSigned: 'info',
  dataErased: 'info',
  wakeFailed: 'warn',
  queueFailed: 'warn',
  jobFailed: 'error',
} as const satisfies Record<string, pino.Level>;

export type LogEvent = keyof typeof EVENTS;
export type Log = Readonly<Record<LogEvent, (fields?: LogFields) => void>>;

/** JSON lines on standard error, so that what a command prints on standard output stays clean. */
export function createLog(level: string): Log {
  const logger = pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' },
    pino.destination({ dest: 2, sync: true }),
  );
  const functions = Object.entries(EVENTS).map(([event, level]) => [
    event,
    (fields: LogFields = {}) => logger[level](plain(fields), event),
  ]);
  return Object.fromEntries(functions) as Log;
}

function plain(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: LogFields[string]): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Error ? plainError(value) : value;
}

/** Of an error only what holds no data of a mail: drivers quote values in message and detail. */
function plainError(error: Error & { code?: unknown; constraint?: unknown }): Record<string, unknown> {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    code: error.code,
    constraint: error.constraint,
    // Written for whoever runs this, without anything of a mail.
    message: error instanceof ExpectedError ? error.message : undefined,
    at: frames.slice(0, 6).map((line) => line.trim()),
  };
}
