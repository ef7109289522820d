import * as z from 'zod';

/** One line of text without control characters. */
const line = z.string().regex(/^[^\p{Cc}]{1,200}$/u);
const address = z.email().max(254);
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** A URL with one of the schemes, or `maildir:PATH`. */
const url = (...schemes: string[]) =>
  z.string().refine((text) => {
    if (text.startsWith('maildir:')) return schemes.includes('maildir') && text.length > 'maildir:'.length;
    const parsed = URL.canParse(text) ? new URL(text) : undefined;
    return parsed !== undefined && schemes.includes(parsed.protocol.slice(0, -1)) && parsed.hostname !== '';
  });

export interface SettingText {
  /** What it does, for `.env.example`. */
  about: string;
  /** What a right value looks like, for the message about a wrong one. */
  form: string;
  example: string;
}

const setting = <T extends z.ZodType>(schema: T, text: SettingText) => schema.meta({ ...text });

/** Every environment variable that is read. `.env.example` is made from this and a test holds them equal. */
export const settings = z.object({
  DATABASE_URL: setting(url('postgres', 'postgresql').optional(), {
    about: 'PostgreSQL that holds the ledger. Absent: an embedded database in DATA_DIR.',
    form: 'a URL postgresql://user:password@host:port/database',
    example: 'postgresql://dealreg:secret@localhost:5432/dealreg',
  }),
  REDIS_URL: setting(url('redis', 'rediss').optional(), {
    about: 'Redis or Valkey that wakes the workers. Absent: the database does.',
    form: 'a URL redis://host:port or rediss://user:password@host:port',
    example: 'redis://localhost:6379',
  }),
  MAILBOX_URL: setting(url('imap', 'imaps', 'maildir').optional(), {
    about: 'Mailbox that partners write to. Absent: a Maildir in DATA_DIR/mailbox.',
    form: 'a URL imaps://user:password@host:993/INBOX or maildir:PATH (percent-encode special characters in the password)',
    example: 'imaps://dealreg%40mixvoip.com:secret@mail.mixvoip.com:993/INBOX',
  }),
  MAILBOX_HANDLED_FOLDER: setting(line.optional(), {
    about: 'Folder that mails are moved to once they are decided. Absent: they stay where they are.',
    form: 'the name of a folder',
    example: 'Handled',
  }),
  MAILBOX_POLL_SECONDS: setting(whole(1, 3600).default(30), {
    about: 'How often the mailbox is read even when it announces nothing.',
    form: 'a whole number of seconds from 1 to 3600',
    example: '30',
  }),
  MAILBOX_SINCE: setting(z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(), {
    about:
      'Mails that arrived before are kept but neither understood nor answered. Absent: one day before the mailbox is first read.',
    form: 'a date, which begins at 00:00 UTC, or a date and time with its offset',
    example: '2026-11-02T08:00:00+01:00',
  }),
  SMTP_URL: setting(url('smtp', 'smtps', 'maildir').optional(), {
    about: 'Server that sends the notices. Absent: they are put into a Maildir in DATA_DIR/outbox.',
    form: 'a URL smtps://user:password@host:465, smtp://host:587 or maildir:PATH',
    example: 'smtps://dealreg%40mixvoip.com:secret@mail.mixvoip.com:465',
  }),
  SENT_FOLDER: setting(line.optional(), {
    about:
      'Folder of the IMAP account in MAILBOX_URL where the server of SMTP_URL files what it sends; a notice whose fate is unknown is looked for there. Absent: a person settles it.',
    form: 'the name of a folder',
    example: 'Sent',
  }),
  OAUTH_PROVIDER: setting(z.enum(['microsoft', 'google']).optional(), {
    about:
      'Whose OAuth2 tokens log in where MAILBOX_URL or SMTP_URL has a user and no password. Absent: passwords only.',
    form: 'one of microsoft, google',
    example: 'microsoft',
  }),
  OAUTH_TENANT: setting(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,252}$/i)
      .optional(),
    {
      about: 'Microsoft: the directory (tenant) in which the application is registered.',
      form: 'the ID or a domain of the directory',
      example: '00000000-0000-0000-0000-000000000000',
    },
  ),
  OAUTH_CLIENT_ID: setting(line.optional(), {
    about: 'Microsoft, and Google with a refresh token: the ID of the application.',
    form: 'one line of text',
    example: '11111111-1111-1111-1111-111111111111',
  }),
  OAUTH_CLIENT_SECRET: setting(line.optional(), {
    about: 'Microsoft, and Google with a refresh token: the value of a client secret of the application.',
    form: 'one line of text',
    example: 'secret',
  }),
  OAUTH_REFRESH_TOKEN: setting(
    z
      .string()
      .regex(/^[\x21-\x7e]{1,4000}$/)
      .optional(),
    {
      about:
        'Google without a service account: the refresh token to which the user of the mailbox has agreed.',
      form: 'a token without blanks',
      example: 'secret',
    },
  ),
  OAUTH_SERVICE_ACCOUNT_FILE: setting(line.optional(), {
    about:
      'Google Workspace: key of a service account with domain-wide delegation of the scope https://mail.google.com/.',
    form: 'the path of a JSON file',
    example: 'service-account.json',
  }),
  OAUTH_TOKEN_URL: setting(url('https', 'http').optional(), {
    about: "Where tokens are asked for. Absent: the provider's own address.",
    form: 'a URL https://host/path (http only on this machine)',
    example: 'https://oauth2.googleapis.com/token',
  }),
  DATA_DIR: setting(line.default('data'), {
    about: 'Folder for the embedded database, mailbox and outbox.',
    form: 'a path',
    example: 'data',
  }),
  HEAD_KEY_FILE: setting(line.optional(), {
    about:
      'Ed25519 private key (PEM) that signs receipts and daily heads; the same for all machines. Absent: one is made of NOTICE_SECRET, or kept in DATA_DIR.',
    form: 'the path of a PEM file (openssl genpkey -algorithm ed25519 -out head-key.pem makes one)',
    example: 'head-key.pem',
  }),
  POLICY_FILE: setting(line.optional(), {
    about: "File with the charter's settings. Absent: the policy.yaml beside the software.",
    form: 'a path',
    example: 'policy.yaml',
  }),
  DEALREG_ADDRESS: setting(address.default('dealreg@mixvoip.com'), {
    about: 'Address that partners write to and that notices come from.',
    form: 'a mail address',
    example: 'dealreg@mixvoip.com',
  }),
  DEALREG_NAME: setting(line.default('Mixvoip Deal Registration'), {
    about: 'Name beside that address.',
    form: 'one line of text',
    example: 'Mixvoip Deal Registration',
  }),
  HEAD_OF_SALES_ADDRESS: setting(address.default('nrouge@mixvoip.com'), {
    about: 'Address of the Head of Sales: is copied on conflicts, and rules.',
    form: 'a mail address',
    example: 'nrouge@mixvoip.com',
  }),
  HEAD_OF_SALES_NAME: setting(line.default('Nausicaa Rouge'), {
    about: 'Name of the Head of Sales.',
    form: 'one line of text',
    example: 'Nausicaa Rouge',
  }),
  HEAD_OF_SALES_LANGUAGE: setting(z.enum(['fr', 'de', 'en', 'nl', 'lb']).default('fr'), {
    about: 'Language of mails to the Head of Sales.',
    form: 'one of fr, de, en, nl, lb',
    example: 'fr',
  }),
  STAFF_DOMAINS: setting(
    z
      .string()
      .regex(/^[a-z0-9.-]{3,253}(,[a-z0-9.-]{3,253}){0,20}$/)
      .default('mixvoip.com'),
    {
      about: "Mail domains of Mixvoip's own staff.",
      form: 'domains in lower case, separated by commas',
      example: 'mixvoip.com',
    },
  ),
  CONTACT_PHONE: setting(line.default('+352 20 3333 20'), {
    about: 'Phone number in the notices.',
    form: 'a phone number',
    example: '+352 20 3333 20',
  }),
  WEBSITE: setting(line.default('mixvoip.com/partners'), {
    about: 'Web page in the notices.',
    form: 'a web address',
    example: 'mixvoip.com/partners',
  }),
  AUTHSERV_ID: setting(line.default('mx.mixvoip.com'), {
    about:
      'Name with which the receiving mail server signs its Authentication-Results headers; all others are ignored.',
    form: 'a host name',
    example: 'mx.mixvoip.com',
  }),
  BOUNCE_ADDRESS: setting(address.optional(), {
    about: 'Envelope sender of the notices, where bounces go. Absent: the null return path.',
    form: 'a mail address',
    example: 'bounces@mixvoip.com',
  }),
  NOTICE_SECRET: setting(z.string().min(32).max(200).optional(), {
    about:
      'Key of the marks by which own mails are known again. Needed with DATABASE_URL; else made once in DATA_DIR.',
    form: 'at least 32 characters, the same for all processes (openssl rand -hex 32 makes one)',
    example: 'replace-with-the-output-of-openssl-rand-hex-32',
  }),
  LOG_LEVEL: setting(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    about: 'How much is logged.',
    form: 'one of trace, debug, info, warn, error, silent',
    example: 'info',
  }),
  MAX_MAIL_BYTES: setting(whole(10_000, 200_000_000).default(30_000_000), {
    about: 'Mails above this size are set aside for a person.',
    form: 'a whole number of bytes from 10000 to 200000000',
    example: '30000000',
  }),
  UNDERSTAND_TIMEOUT_SECONDS: setting(whole(1, 300).default(20), {
    about: 'How long the understanding of one mail may take before it is set aside.',
    form: 'a whole number of seconds from 1 to 300',
    example: '20',
  }),
});

export type Settings = z.infer<typeof settings>;
export type SettingName = keyof Settings;

/** Texts of a setting. */
export function textOf(name: SettingName): SettingText {
  return settings.shape[name].meta() as unknown as SettingText;
}

/** Whether the name is that of a setting. */
export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(settings.shape, name);
}

/** `.env.example`: every setting with its sentence, its default or an example, all commented out. */
export function exampleFile(): string {
  const blocks = (Object.keys(settings.shape) as SettingName[]).map((name) => {
    const { about, form, example } = textOf(name);
    return `# ${about}\n# ${form[0]!.toUpperCase()}${form.slice(1)}.\n#${name}=${quoted(example)}\n`;
  });
  return `# Settings of dealreg. Copy this file to .env and take away the # before what you set.\n# With nothing set, everything runs embedded, in the folder data.\n\n${blocks.join('\n')}`;
}

/** Quotes what a .env file would otherwise cut at a blank or a hash. */
function quoted(value: string): string {
  return /[\s#]/.test(value) ? `"${value}"` : value;
}
