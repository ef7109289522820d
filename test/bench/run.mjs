/**
 * `npm run bench`: works on a bare machine with Node 18 or later. Sets up the packages; as root on Debian also the
 * servers; then measures with Node 24, passing the arguments on.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensurePackages, root } from '../../src/cli/packages.mjs';
import { installServers } from '../install-servers.mjs';

await ensurePackages();
installServers();
const node = join(root, 'node_modules', 'node', 'bin', 'node');
const child = spawn(
  existsSync(node) ? node : process.execPath,
  [join(root, 'test', 'bench', 'bench.ts'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
// A terminal signals the whole group; whoever else ends this process ends the measuring, too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (status, signal) => process.exit(status ?? 128 + (constants.signals[signal] ?? 0)));
