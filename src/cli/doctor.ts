import { parseArgs } from 'node:util';
import { type Config, loadConfig } from '../config.ts';
import { openDatabase } from '../database/connect.ts';
import { appliedMigrations } from '../database/migrate.ts';
import { withoutPassword } from '../database/url.ts';
import { messageOf } from '../expected-error.ts';

/** Longest that one check may take. */
const TIMEOUT_MS = 15_000;

interface Check {
  name: string;
  /** Part of `--quick`, which health checks call often. */
  quick?: boolean;
  /** Resolves with what was found; throws with what to mend. */
  run(config: Config): Promise<string>;
}

const CHECKS: readonly Check[] = [
  { name: 'database', quick: true, run: checkDatabase },
  {
    name: 'queue',
    quick: true,
    run: async (config) => (await import('../queue/check.ts')).checkQueue(config),
  },
  { name: 'mailbox', run: checkMailbox },
  { name: 'sending', run: checkSending },
  { name: 'signing', quick: true, run: checkSigning },
  { name: 'policy', run: checkPolicy },
  { name: 'templates', run: checkTemplates },
];

/**
 * `dealreg doctor [--quick]`: one line for each part, ✓ and what was found, or ✗ and what to mend. Status 1 where
 * anything has to be mended. A configuration that is wrong is told before anything is checked.
 */
export async function doctorCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { quick: { type: 'boolean' } } });
  const config = loadConfig();
  report('✓', 'settings', 'all have a right form');
  let failures = 0;
  for (const check of CHECKS.filter(({ quick }) => quick || !values.quick)) {
    try {
      report('✓', check.name, await inTime(check.run(config)));
    } catch (error) {
      failures += 1;
      report('✗', check.name, messageOf(error));
    }
  }
  return failures === 0 ? 0 : 1;
}

function report(mark: string, name: string, text: string): void {
  console.log(`${mark} ${name.padEnd(10)}${text}`);
}

async function inTime(work: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${TIMEOUT_MS / 1000} seconds`)), TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The key that signs the ledger's heads; a step cannot be closed without it. */
async function checkSigning(config: Config): Promise<string> {
  const [{ keptHeadKey }, { publicKeyOf }] = await Promise.all([
    import('../head-key.ts'),
    import('../ledger/head.ts'),
  ]);
  return `heads are signed, public key ${publicKeyOf(keptHeadKey(config))}`;
}

async function checkDatabase(config: Config): Promise<string> {
  const database = await openDatabase(config);
  try {
    const { rows } = await database.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    );
    const migrations = (await appliedMigrations(database)).size;
    const where =
      config.database.mode === 'postgresql'
        ? withoutPassword(config.database.url)
        : `embedded in ${config.dataDir}`;
    return `PostgreSQL ${rows[0]?.version.split(' ')[0]}, ${where}, ${migrations} migrations`;
  } finally {
    await database.close();
  }
}

async function checkMailbox(config: Config): Promise<string> {
  const { openMailbox } = await import('../mailbox/open.ts');
  const mailbox = await openMailbox(config);
  return mailbox.check().finally(() => mailbox.close());
}

async function checkSending(config: Config): Promise<string> {
  const { openSender } = await import('../sending/open.ts');
  const sender = await openSender(config);
  return sender.check().finally(() => sender.close());
}

async function checkPolicy(config: Config): Promise<string> {
  const [{ readPolicy }, { policyVersion }] = await Promise.all([
    import('../policy-file.ts'),
    import('../registration/policy.ts'),
  ]);
  return `version ${policyVersion(readPolicy(config.policyFile))}, ${config.policyFile}`;
}

async function checkTemplates(): Promise<string> {
  const [{ LANGUAGES }, { examplesIn }, { render }] = await Promise.all([
    import('../message/understanding.ts'),
    import('../reply/examples.ts'),
    import('../reply/render.ts'),
  ]);
  const examples = LANGUAGES.flatMap((language) => examplesIn(language));
  for (const { name, params } of examples) {
    try {
      render(params);
    } catch (error) {
      throw new Error(`${name} in ${params.language} cannot be rendered: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }
  return `${examples.length} notices in ${LANGUAGES.length} languages can be rendered`;
}
