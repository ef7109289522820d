import { type Config, loadConfig } from '../config.ts';
import { type Context, createContext } from '../context.ts';
import { ExpectedError } from '../expected-error.ts';
import { sweep } from '../pipeline/sweep.ts';
import { type Duty, type RunningDuties, runDuties } from './duty.ts';

/** After this a stopping process ends, whatever still runs: claims expire and others take over. */
const STOP_LIMIT_MS = 9_500;

/**
 * Runs duties until SIGTERM or SIGINT and resolves with the exit status. `started` is called once everything is open.
 * Throws an ExpectedError where something cannot be opened.
 */
export async function runUntilStopped(
  config: Config,
  duties: readonly Duty[],
  started: (context: Context) => void = () => undefined,
): Promise<number> {
  const context = await createContext(config, { open: [...new Set(duties.flatMap((duty) => duty.needs))] });
  const running = runDuties(context, duties, sweep);
  context.log.started({ duties: duties.map(({ job }) => job).join(' '), process: process.pid });
  started(context);
  const signal = await stopSignal();
  context.log.stopping({ signal });
  return stopWithin(running, context);
}

/** The main of a worker file: configuration from the environment, errors as one line, exit status set. */
export async function runWorker(...duties: readonly Duty[]): Promise<void> {
  try {
    process.exitCode = await runUntilStopped(loadConfig(), duties);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
  process.exit();
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    // Kept while stopping: a terminal sends its signal to every process of a group, and each passes it on.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve(signal));
  });
}

async function stopWithin(running: RunningDuties, context: Context): Promise<number> {
  const limit = setTimeout(() => process.exit(1), STOP_LIMIT_MS);
  await running.stop();
  context.log.stopped();
  await context.close();
  clearTimeout(limit);
  return 0;
}
