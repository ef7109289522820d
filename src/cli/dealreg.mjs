#!/usr/bin/env node
/**
 * Starts the command line on any Node from 18 on, with nothing installed: sets up the packages where they are missing
 * or out of date, then runs `main.ts` with Node 24 (this one, or the one among the packages). Plain JavaScript
 * without dependencies, because it runs before there are any.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensurePackages, NODE_MAJOR, root } from './packages.mjs';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'dealreg', 'compiled');

await ensurePackages();
if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(cache);
  process.argv[1] = main;
  await import(pathToFileURL(main).href);
} else {
  runWithNode(join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'));
}

/** Runs main.ts in a process of its own: passes arguments, signals and exit status on. */
function runWithNode(node) {
  if (!existsSync(node)) {
    console.error(
      `dealreg needs Node ${NODE_MAJOR} or later (this is ${process.version}), and the packages bring none for this machine: install it.`,
    );
    process.exit(1);
  }
  const environment = { NODE_COMPILE_CACHE: cache, ...process.env };
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit', env: environment });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${node} cannot be run: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? ''] ?? 0)));
}
