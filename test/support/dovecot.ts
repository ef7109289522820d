import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { findProgram, freePort, startServer } from './servers.ts';

export interface Dovecot {
  port: number;
  user: string;
  password: string;
  /** `imap://user:password@127.0.0.1:port/INBOX` */
  url: string;
  /** Puts a mail into a folder with the arrival time given; returns its UID. */
  deliver(mail: string | Buffer, arrived?: Date, folder?: string): Promise<number>;
  makeFolder(name: string): Promise<void>;
  /** UIDs that a folder holds. */
  uids(folder?: string): Promise<number[]>;
  /** Flags of one mail. */
  flags(uid: number, folder?: string): Promise<string[]>;
  /** Removes one mail, as a person with a mail program does. */
  remove(uid: number): Promise<void>;
  /** Gives the inbox a new UIDVALIDITY, as a server that was restored does. Ends all sessions. */
  changeUidvalidity(): Promise<void>;
  /** A mailbox of its own for the next test. */
  useFreshAccount(): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = 'geheim';

/** Starts a Dovecot of its own on a free port, with its configuration and mails in a temporary folder. */
export async function startDovecot(extraConfiguration = ''): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'dr-imap-'));
  const owner = ownerOf(folder);
  const port = await freePort();
  const configuration = join(folder, 'dovecot.conf');
  writeFileSync(configuration, configurationOf(folder, port, owner) + extraConfiguration);
  const start = () =>
    startServer(findProgram('dovecot')!, ['-F', '-c', configuration], port, {
      uid: owner.uid,
      gid: owner.gid,
    });
  let server = await start();
  let account = 0;
  const user = () => `dealreg${account}`;

  const withClient = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      auth: { user: user(), pass: PASSWORD },
      doSTARTTLS: false,
      logger: false,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  };

  return {
    port,
    password: PASSWORD,
    get user() {
      return user();
    },
    get url() {
      return `imap://${user()}:${PASSWORD}@127.0.0.1:${port}/INBOX`;
    },
    deliver: (mail, arrived, to = 'INBOX') =>
      withClient(async (client) => {
        const appended = await client.append(to, mail, [], arrived);
        return appended ? (appended.uid ?? 0) : 0;
      }),
    makeFolder: (name) => withClient(async (client) => void (await client.mailboxCreate(name))),
    uids: (from = 'INBOX') =>
      withClient(async (client) => {
        await client.mailboxOpen(from, { readOnly: true });
        return (await client.search({ all: true }, { uid: true })) || [];
      }),
    flags: (uid, from = 'INBOX') =>
      withClient(async (client) => {
        await client.mailboxOpen(from, { readOnly: true });
        const row = await client.fetchOne(String(uid), { flags: true }, { uid: true });
        return row ? [...(row.flags ?? [])] : [];
      }),
    remove: (uid) =>
      withClient(async (client) => {
        await client.mailboxOpen('INBOX');
        await client.messageDelete(String(uid), { uid: true });
      }),
    async changeUidvalidity() {
      await server.stop();
      const maildir = join(folder, 'mail', user());
      const list = join(maildir, 'dovecot-uidlist');
      const text = readFileSync(list, 'utf8');
      writeFileSync(
        list,
        text.replace(/ V(\d+) /, (_, old: string) => ` V${Number(old) + 1} `),
      );
      for (const name of readdirSync(maildir)) if (name.startsWith('dovecot.')) rmSync(join(maildir, name));
      server = await start();
    },
    async useFreshAccount() {
      account += 1;
      await withClient((client) => client.mailboxOpen('INBOX'));
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Owner {
  uid: number;
  gid: number;
  user: string;
  group: string;
}

/** Dovecot wants an unprivileged owner of everything: whoever runs the tests, or `nobody` for root. */
function ownerOf(folder: string): Owner {
  const { uid, gid, username } = userInfo();
  const group = (id: number | string) => execFileSync('id', ['-gn', String(id)], { encoding: 'utf8' }).trim();
  if (uid !== 0) return { uid, gid, user: username, group: group(username) };
  const [nobody, nogroup] = ['-u', '-g'].map((of) =>
    Number(execFileSync('id', [of, 'nobody'], { encoding: 'utf8' })),
  );
  chownSync(folder, nobody!, nogroup!);
  return { uid: nobody!, gid: nogroup!, user: 'nobody', group: group('nobody') };
}

function configurationOf(folder: string, port: number, owner: Owner): string {
  mkdirSync(join(folder, 'mail'));
  chownSync(join(folder, 'mail'), owner.uid, owner.gid);
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = ${owner.user}
default_internal_group = ${owner.group}
default_login_user = ${owner.user}
mail_location = maildir:${folder}/mail/%u
mail_uid = ${owner.uid}
mail_gid = ${owner.gid}
first_valid_uid = 1
mail_max_userip_connections = 50
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
}
`;
}
