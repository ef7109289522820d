import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';

const LAUNCHER = fileURLToPath(new URL('../../src/cli/dealreg.mjs', import.meta.url));

describe('the command line', () => {
  test.each([['--help'], ['-h'], ['help']])('given %s, then every command has a line', (flag) => {
    const { status, stdout } = dealreg([flag]);
    expect(status).toBe(0);
    for (const name of [
      'demo',
      'start',
      'doctor',
      'understand',
      'explain',
      'replay',
      'match',
      'import',
      'list',
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${name} {2,12}\\S`, 'm'));
    }
  });

  test('given a command and --help, then it tells its usage and runs nothing', () => {
    expect(dealreg(['start', '--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^dealreg start\n/),
    });
  });

  test.each([
    ['nothing', [], /^dealreg COMMAND/],
    ['an unknown command', ['strat'], /^dealreg has no command "strat": see dealreg --help\n$/],
    ['the name of an inherited property', ['constructor'], /^dealreg has no command "constructor"/],
    [
      'an unknown option',
      ['doctor', '--fast'],
      /^dealreg doctor: Unknown option '--fast': see dealreg doctor --help\n$/,
    ],
    ['an argument too many', ['start', 'now'], /^dealreg start: .{1,100}: see dealreg start --help\n$/],
  ])('given %s, then one line says so, with status 2', (_, args, message) => {
    expect(dealreg(args)).toMatchObject({ status: 2, stderr: expect.stringMatching(message) });
  });

  test('given a wrong setting, then one line names it, without a stack, with status 2', () => {
    const { status, stderr } = dealreg(['doctor'], { REDIS_URL: 'localhost' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^REDIS_URL must be .{1,100}, for example REDIS_URL=redis:\/\/localhost:6379\n$/);
  });
});

describe('the launcher', () => {
  test('given packages that are there, then it sets up nothing', () => {
    expect(dealreg(['--help']).stderr).toBe('');
  });

  test('given an older Node, then it runs the command with the Node among the packages and passes its status on', () => {
    const old = olderNode();
    expect(old ? dealreg(['--help'], {}, old) : { status: 0 }).toMatchObject({ status: 0 });
    expect(old ? dealreg(['strat'], {}, old) : { status: 2 }).toMatchObject({ status: 2 });
  });
});

describe('dealreg doctor', () => {
  test('given nothing is configured, then every part is checked and well', () => {
    const { status, stdout } = dealreg(['doctor'], { DATA_DIR: join(temporaryFolder(), 'data') });
    expect(stdout.split('\n').map((line) => line.slice(0, 11).trim())).toEqual([
      '✓ settings',
      '✓ database',
      '✓ queue',
      '✓ mailbox',
      '✓ sending',
      '✓ signing',
      '✓ policy',
      '✓ templates',
      '',
    ]);
    expect(status).toBe(0);
  }, 60_000);

  test('given servers that are not there, then each has a line that says what to mend, with status 1', () => {
    const { status, stdout } = dealreg(['doctor'], {
      DATABASE_URL: 'postgresql://dealreg:hunter2@127.0.0.1:1/dealreg',
      REDIS_URL: 'redis://:hunter2@127.0.0.1:1',
      MAILBOX_URL: 'imap://dealreg:hunter2@127.0.0.1:1/INBOX',
      SMTP_URL: 'smtp://127.0.0.1:1',
      POLICY_FILE: 'no-such-policy.yaml',
      NOTICE_SECRET: 's'.repeat(32),
    });
    expect(status).toBe(1);
    expect(stdout.match(/^✗ .*/gm)?.map((line) => line.slice(2, 10).trim())).toEqual([
      'database',
      'queue',
      'mailbox',
      'sending',
      'policy',
    ]);
    expect(stdout).toMatch(/DATABASE_URL.*REDIS_URL.*MAILBOX_URL.*SMTP_URL.*POLICY_FILE/s);
    expect(stdout).not.toContain('hunter2');
  }, 60_000);
});

function dealreg(args: string[], env: Record<string, string> = {}, node = process.execPath) {
  const { status, stdout, stderr } = spawnSync(node, [LAUNCHER, ...args], {
    cwd: temporaryFolder(),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  return { status, stdout, stderr };
}

/** The machine's own Node where it is too old for the software; the packages' folder is passed over. */
function olderNode(): string | undefined {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const { stdout } = spawnSync('node', ['-p', 'process.version + " " + process.execPath'], {
    encoding: 'utf8',
    env: { PATH: path.join(delimiter) },
  });
  const [version, executable] = (stdout ?? '').trim().split(' ');
  return version && Number.parseInt(version.slice(1), 10) < 24 ? executable : undefined;
}
