/** The servers that tests and measurements run against. Plain JavaScript: it runs before anything is set up. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

/** Debian's package to where its server is found. */
const SERVERS = {
  'redis-server': () => existsSync('/usr/bin/redis-server'),
  postgresql: () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0,
  'dovecot-imapd': () => existsSync('/usr/sbin/dovecot') && existsSync('/usr/lib/dovecot/imap'),
};

/** Installs what is missing, as root on Debian; elsewhere it does nothing, and who needs a server says so by name. */
export function installServers() {
  const missing = Object.keys(SERVERS).filter((name) => !SERVERS[name]());
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.error(`Installing ${missing.join(', ')} …`);
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
