/**
 * `npm test`: works on a bare machine with Node 18 or later. Sets up the packages; as root on Debian also the servers
 * that tests run against; then runs vitest with Node 24, passing the arguments on.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensurePackages, root } from '../src/cli/packages.mjs';

/** Debian's package to where its server is found. */
const SERVERS = {
  'redis-server': () => existsSync('/usr/bin/redis-server'),
  postgresql: () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0,
  'dovecot-imapd': () => existsSync('/usr/sbin/dovecot') && existsSync('/usr/lib/dovecot/imap'),
};

await ensurePackages();
installServers();
const bin = join(root, 'node_modules', '.bin');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const node = join(root, 'node_modules', 'node', 'bin', 'node');
const { status } = spawnSync(
  existsSync(node) ? node : process.execPath,
  [vitest, 'run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  },
);
process.exit(status ?? 1);

/** Elsewhere than as root on Debian a missing server's tests say so by name (with CI set they fail). */
function installServers() {
  const missing = Object.keys(SERVERS).filter((name) => !SERVERS[name]());
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.error(`Installing what tests run against: ${missing.join(', ')} …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  const install = () => apt('install', '--yes', '--no-install-recommends', '-qq', ...missing);
  if (install() !== 0) {
    apt('update', '-qq');
    install();
  }
}
