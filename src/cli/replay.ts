import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { ExpectedError } from '../expected-error.ts';
import { checkPolicy, readPolicy } from '../policy-file.ts';
import { type ReplayedEvent, replay } from '../replay/replay.ts';
import { readScenario } from '../replay/scenario.ts';

/** `dealreg replay FOLDER [--json] [--policy FILE]`: decides a scenario folder on a fresh ledger and tells what came of it. */
export async function replayCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, policy: { type: 'string' } },
  });
  const [folder] = positionals;
  if (!folder)
    throw new ExpectedError('replay needs a folder: dealreg replay FOLDER [--json] [--policy FILE]', {
      exitCode: 2,
    });
  const config = loadConfig();
  const scenario = readScenario(folder);
  // Without a file named, a scenario is measured against the defaults, not against this house's settings.
  const base = values.policy ? readPolicy(values.policy) : checkPolicy({}, 'defaults');
  const policy = checkPolicy({ ...base, ...scenario.policy }, `${folder}/scenario.yaml: policy`);
  for await (const event of replay(scenario, config, policy)) {
    if (values.json) console.log(JSON.stringify(event));
    else tell(event);
  }
  return 0;
}

function tell({ event, file, received_at, outcomes, notices }: ReplayedEvent): void {
  console.log(`${event}  ${received_at}  ${file ?? ''}`);
  for (const { customer, outcome, rule, reference, queue_position } of outcomes) {
    const place = queue_position ? ` (place ${queue_position})` : '';
    console.log(`    ${outcome}${place}  ${rule}  ${customer ?? ''}  ${reference ?? ''}`);
  }
  for (const { kind, to, cc, language, subject } of notices) {
    console.log(
      `    → ${kind} [${language}] to ${to.join(', ')}${cc.length > 0 ? `, cc ${cc.join(', ')}` : ''}: ${subject}`,
    );
  }
}
