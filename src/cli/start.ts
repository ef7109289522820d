import { parseArgs } from 'node:util';
import { allDuties } from '../../workers/all.ts';
import { type Config, loadConfig } from '../config.ts';
import { withoutPassword } from '../database/url.ts';
import { runUntilStopped } from '../queue/run-worker.ts';

/** `dealreg start`: runs every duty in this process until it is stopped, and says in which mode each part is. */
export async function startCommand(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const config = loadConfig();
  return runUntilStopped(config, allDuties, () => {
    console.log(
      modes(config)
        .map(([part, mode]) => `  ${part.padEnd(9)}${mode}`)
        .join('\n'),
    );
    console.log(hint(config));
  });
}

function modes(config: Config): [string, string][] {
  const { database, queue, mailbox, sending } = config;
  return [
    [
      'ledger',
      database.mode === 'postgresql'
        ? `PostgreSQL, ${withoutPassword(database.url)}`
        : `embedded, ${config.dataDir}/database`,
    ],
    ['queue', queue.mode === 'redis' ? `Redis, ${withoutPassword(queue.url)}` : 'on the same database'],
    [
      'mailbox',
      mailbox.mode === 'imap' ? `IMAP, ${mailbox.host}, ${mailbox.folder}` : `Maildir, ${mailbox.path}`,
    ],
    ['sending', sending.mode === 'smtp' ? `SMTP, ${sending.host}` : `Maildir, ${sending.path}`],
  ];
}

function hint({ mailbox, sending }: Config): string {
  const drop = mailbox.mode === 'maildir' ? `Drop a mail (.eml) into ${mailbox.path}/new. ` : '';
  const find = sending.mode === 'maildir' ? `Answers appear in ${sending.path}/new. ` : '';
  return `${drop}${find}Ctrl-C stops.`;
}
