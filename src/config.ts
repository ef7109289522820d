import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { ExpectedError } from './expected-error.ts';
import type { Language } from './message/understanding.ts';
import { type OAuthConfig, oauthOf } from './oauth/config.ts';
import { isSetting, type SettingName, type Settings, settings, textOf } from './settings.ts';

export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte on; otherwise STARTTLS, which only a server on this machine may lack. */
  secure: boolean;
  user?: string;
  password?: string;
}

/** `since`: mails that arrived before are kept and not worked on. */
export type MailboxConfig = { handledFolder?: string; pollSeconds: number; since?: Date } & (
  | { mode: 'maildir'; path: string }
  | ({ mode: 'imap'; folder: string } & MailServer)
);
/** `sentFolder`: where, in the account of the mailbox, the server files what it sends. */
export type SendingConfig =
  | { mode: 'maildir'; path: string }
  | ({ mode: 'smtp'; sentFolder?: string } & MailServer);

/** Everything that is configured, checked and grouped. Frozen. */
export interface Config {
  dataDir: string;
  policyFile: string;
  /** Absent: a key made of the notice secret, or one kept in `dataDir`. */
  headKeyFile?: string;
  logLevel: Settings['LOG_LEVEL'];
  database:
    | { mode: 'embedded'; directory: string }
    | { mode: 'postgresql'; url: string }
    | { mode: 'memory' };
  queue: { mode: 'redis'; url: string } | { mode: 'postgresql'; url: string } | { mode: 'embedded' };
  mailbox: MailboxConfig;
  sending: SendingConfig;
  /** Logs in where a mail server's URL has a user and no password. */
  oauth?: OAuthConfig;
  identity: {
    address: string;
    name: string;
    headOfSales: { address: string; name: string; language: Language };
    /** Lower case. */
    staffDomains: readonly string[];
    phone: string;
    website: string;
    authservId: string;
    /** Empty: the null return path. */
    bounceAddress: string;
  };
  /** Absent in embedded mode: the context makes one and keeps it in `dataDir`. */
  noticeSecret?: string;
  limits: { mailBytes: number; understandMs: number };
}

const SHIPPED_POLICY = fileURLToPath(new URL('../policy.yaml', import.meta.url));

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads `.env` of the working folder, where there is one, and the process's environment, which wins. */
export function readEnvironment(folder = process.cwd()): Environment {
  const file = join(folder, '.env');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return { ...fromFile, ...process.env };
}

/**
 * The configuration that an environment describes. An empty variable counts as absent.
 * Throws an ExpectedError with one line for each wrong variable: its name, the form of its value, an example.
 * Values are not repeated: some are secret.
 */
export function loadConfig(environment: Environment = readEnvironment(), folder = process.cwd()): Config {
  const given = Object.entries(environment).filter(([name, value]) => isSetting(name) && value?.trim());
  const parsed = settings.safeParse(Object.fromEntries(given.map(([name, value]) => [name, value?.trim()])));
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path[0] as SettingName));
    throw new ExpectedError([...names].map((name) => complaint(name)).join('\n'), { exitCode: 2 });
  }
  const values = parsed.data;
  if (values.DATABASE_URL && !values.NOTICE_SECRET) {
    throw new ExpectedError(`${complaint('NOTICE_SECRET')} It is needed because DATABASE_URL is set.`, {
      exitCode: 2,
    });
  }
  const config = group(values, folder);
  if (values.SENT_FOLDER && config.mailbox.mode !== 'imap') {
    throw new ExpectedError(
      'SENT_FOLDER needs a MAILBOX_URL with imap or imaps: it is a folder of that account.',
      {
        exitCode: 2,
      },
    );
  }
  return deepFreeze(config);
}

function complaint(name: SettingName): string {
  const { form, example } = textOf(name);
  return `${name} must be ${form}, for example ${name}=${example}`;
}

function group(values: Settings, folder: string): Config {
  const dataDir = resolve(folder, values.DATA_DIR);
  const embedded = values.DATABASE_URL === undefined;
  return {
    dataDir,
    policyFile: values.POLICY_FILE ? resolve(folder, values.POLICY_FILE) : SHIPPED_POLICY,
    headKeyFile: values.HEAD_KEY_FILE && resolve(folder, values.HEAD_KEY_FILE),
    logLevel: values.LOG_LEVEL,
    database: embedded
      ? { mode: 'embedded', directory: join(dataDir, 'database') }
      : { mode: 'postgresql', url: values.DATABASE_URL! },
    queue: queueOf(values),
    mailbox: {
      handledFolder: values.MAILBOX_HANDLED_FOLDER,
      pollSeconds: values.MAILBOX_POLL_SECONDS,
      since: values.MAILBOX_SINCE ? new Date(values.MAILBOX_SINCE) : undefined,
      ...mailboxOf(values.MAILBOX_URL ?? `maildir:${join(dataDir, 'mailbox')}`, folder),
    },
    sending: sendingOf(values.SMTP_URL ?? `maildir:${join(dataDir, 'outbox')}`, folder, values.SENT_FOLDER),
    oauth: oauthOf(values, folder),
    identity: identityOf(values),
    noticeSecret: values.NOTICE_SECRET,
    limits: { mailBytes: values.MAX_MAIL_BYTES, understandMs: values.UNDERSTAND_TIMEOUT_SECONDS * 1000 },
  };
}

function identityOf(values: Settings): Config['identity'] {
  return {
    address: values.DEALREG_ADDRESS,
    name: values.DEALREG_NAME,
    headOfSales: {
      address: values.HEAD_OF_SALES_ADDRESS,
      name: values.HEAD_OF_SALES_NAME,
      language: values.HEAD_OF_SALES_LANGUAGE,
    },
    staffDomains: values.STAFF_DOMAINS.split(','),
    phone: values.CONTACT_PHONE,
    website: values.WEBSITE,
    authservId: values.AUTHSERV_ID,
    bounceAddress: values.BOUNCE_ADDRESS ?? '',
  };
}

function queueOf(values: Settings): Config['queue'] {
  if (values.REDIS_URL) return { mode: 'redis', url: values.REDIS_URL };
  return values.DATABASE_URL ? { mode: 'postgresql', url: values.DATABASE_URL } : { mode: 'embedded' };
}

function mailboxOf(text: string, folder: string) {
  if (text.startsWith('maildir:')) return { mode: 'maildir', path: maildirPath(text, folder) } as const;
  const url = new URL(text);
  const path = decodeURIComponent(url.pathname.slice(1));
  return {
    mode: 'imap',
    folder: path || 'INBOX',
    ...serverOf(url, 'imaps:', { secure: 993, plain: 143 }),
  } as const;
}

function sendingOf(text: string, folder: string, sentFolder: string | undefined): SendingConfig {
  if (text.startsWith('maildir:')) return { mode: 'maildir', path: maildirPath(text, folder) };
  return { mode: 'smtp', sentFolder, ...serverOf(new URL(text), 'smtps:', { secure: 465, plain: 587 }) };
}

function maildirPath(text: string, folder: string): string {
  const path = text.slice('maildir:'.length);
  return isAbsolute(path) ? path : resolve(folder, path);
}

function serverOf(url: URL, secureProtocol: string, ports: { secure: number; plain: number }): MailServer {
  const secure = url.protocol === secureProtocol;
  return {
    host: url.hostname.replace(/^\[(.{1,45})\]$/, '$1'),
    port: url.port ? Number(url.port) : secure ? ports.secure : ports.plain,
    secure,
    user: url.username ? decodeURIComponent(url.username) : undefined,
    password: url.password ? decodeURIComponent(url.password) : undefined,
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
