import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';

export type ServerName = 'postgresql' | 'redis' | 'dovecot';

/** Program that each server is known by, and Debian's package that brings it. */
const SERVERS: Record<ServerName, { program: string; debian: string }> = {
  postgresql: { program: 'initdb', debian: 'postgresql' },
  redis: { program: 'redis-server', debian: 'redis-server' },
  dovecot: { program: 'dovecot', debian: 'dovecot-imapd' },
};

/** Folders beyond PATH where Debian keeps servers. */
function folders(): string[] {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/sbin',
    ...versions.map((version) => join(root, version, 'bin')),
  ];
}

/** Path of a program; undefined where it is not installed. */
export function findProgram(name: string): string | undefined {
  return folders()
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * For `describe.skipIf(missingServer('redis'))`: whether a server is not installed here, said by name on the terminal.
 * With CI set a missing server is a failure: an Error is thrown instead.
 */
export function missingServer(name: ServerName): boolean {
  const { program, debian } = SERVERS[name];
  if (findProgram(program)) return false;
  const message = `${name} is not installed (Debian: apt-get install ${debian})`;
  if (process.env.CI) throw new Error(message);
  console.warn(`skipped: ${message}`);
  return true;
}

/** A TCP port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface RunningServer {
  process: ChildProcess;
  /** Stops it and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a program and waits until its port answers; throws with its last output where it ends before. */
export async function startServer(
  program: string,
  args: string[],
  port: number,
  options: { uid?: number; gid?: number; cwd?: string } = {},
): Promise<RunningServer> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (output = `${output}${chunk}`.slice(-4_000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Nothing outlives the test run, not even when it is interrupted.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    process.off('exit', kill);
    child.kill(signal);
    await ended;
  };
  for (let tries = 0; tries < 500; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${output}`);
    if (await answers(port)) return { process: child, stop };
    await sleep(20);
  }
  await stop('SIGKILL');
  throw new Error(`${program} did not open port ${port}: ${output}`);
}

/** Starts something once for a test file, at first use, and stops it after the file's last test. */
export function oncePerFile<T extends { stop(): Promise<void> }>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  afterAll(async () => (await started)?.stop());
  return () => {
    started ??= start();
    return started;
  };
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
