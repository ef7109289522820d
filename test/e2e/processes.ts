import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
/** Where the launcher keeps compiled code, too. */
const CACHE = fileURLToPath(new URL('node_modules/.cache/dealreg/compiled', ROOT));

/** How a process ended, and how long that took from the signal on. */
export interface Ending {
  name: string;
  /** Exit status; null where a signal killed it. */
  status: number | null;
  tookMs: number;
}

/** What a command printed, and its exit status. */
export interface CommandResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Processes of one installation, each known by a name; nothing outlives the test run. */
export class Processes {
  readonly #environment: Record<string, string>;
  readonly #folder: string;
  readonly #running = new Map<string, ChildProcess>();
  /** What each process said on standard error, for a look at it when something goes wrong. */
  readonly logs = new Map<string, string>();

  /** @param environment settings; nothing else of the test run's own environment reaches the processes */
  constructor(folder: string, environment: Record<string, string>) {
    this.#folder = folder;
    this.#environment = environment;
    process.once('exit', () => this.killAll());
  }

  get names(): string[] {
    return [...this.#running.keys()];
  }

  /** The system's numbers of the processes that run. */
  get pids(): [name: string, pid: number][] {
    return [...this.#running].map(([name, { pid }]) => [name, pid!]);
  }

  /** Starts a file of the project; resolves when it says on standard error that it has started. */
  async start(name: string, file: string, ...args: string[]): Promise<void> {
    const child = this.#spawn(file, args);
    this.#running.set(name, child);
    const before = this.logs.get(name) ?? '';
    let log = '';
    let running = false;
    await new Promise<void>((resolve, reject) => {
      child.stderr!.on('data', (chunk) => {
        log += chunk;
        this.logs.set(name, before + log);
        if (!running) running = log.includes('"event":"started"');
        if (running) resolve();
      });
      child.once('exit', (status) => reject(new Error(`${name} ended with ${status}: ${log.slice(-2_000)}`)));
    });
  }

  /** Ends all by SIGTERM. */
  async stopAll(): Promise<Ending[]> {
    return Promise.all(this.names.map((name) => this.end(name, 'SIGTERM')));
  }

  async end(name: string, signal: NodeJS.Signals): Promise<Ending> {
    const child = this.#running.get(name)!;
    const before = performance.now();
    const status = await new Promise<number | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
      child.once('exit', resolve);
      child.kill(signal);
    });
    this.#running.delete(name);
    return { name, status, tookMs: performance.now() - before };
  }

  killAll(): void {
    for (const child of this.#running.values()) child.kill('SIGKILL');
  }

  /** Runs a command of the command line to its end. */
  async dealreg(...args: string[]): Promise<CommandResult> {
    const child = this.#spawn('src/cli/main.ts', args);
    const said = { stdout: '', stderr: '' };
    child.stdout!.on('data', (chunk) => (said.stdout += chunk));
    child.stderr!.on('data', (chunk) => (said.stderr += chunk));
    const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { status, ...said };
  }

  #spawn(file: string, args: string[]): ChildProcess {
    return spawn(process.execPath, [fileURLToPath(new URL(file, ROOT)), ...args], {
      cwd: this.#folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_COMPILE_CACHE: CACHE,
        LOG_LEVEL: 'info',
        ...this.#environment,
      },
    });
  }
}
