/**
 * `npm test`: works on a bare machine with Node 18 or later. Sets up the packages; as root on Debian also the servers
 * that tests run against; then runs vitest with Node 24, passing the arguments on.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensurePackages, root } from '../src/cli/packages.mjs';
import { installServers } from './install-servers.mjs';

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
