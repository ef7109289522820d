import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ExpectedError, messageOf } from '../expected-error.ts';
import { RULING_CHOICES } from '../registration/vocabulary.ts';

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const id = z.string().min(1);

const event = z.union([
  z.strictObject({ id, at: moment, mail: z.string() }),
  z.strictObject({
    id,
    at: moment,
    ruling: z.strictObject({ on: z.string(), choice: z.enum(RULING_CHOICES) }),
  }),
  z.strictObject({ id, at: moment, wait: z.literal(true) }),
]);
export type ScenarioEvent = z.infer<typeof event>;

const scenarioFile = z.strictObject({
  title: z.string().optional(),
  start: moment.optional(),
  policy: z.record(z.string(), z.unknown()).default({}),
  events: z.array(event),
});

/** A folder of mails in time, with the directories that were known before the first of them. */
export interface Scenario {
  title?: string;
  start: Date;
  /** Settings that differ from the defaults. */
  policy: Record<string, unknown>;
  events: ScenarioEvent[];
  /** Text of the CSV files that are there. */
  partners?: string;
  customers?: string;
  awareness?: string;
  /** Raw bytes of a mail by its file name. */
  mail(file: string): Buffer;
}

/** Reads a scenario folder. Throws an ExpectedError that names the file and what is wrong with it. */
export function readScenario(folder: string): Scenario {
  const file = join(folder, 'scenario.yaml');
  const parsed = scenarioFile.safeParse(parse(readText(file)));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ExpectedError(`${file}: ${issue?.path.join('.')}: ${issue?.message}`, { exitCode: 2 });
  }
  const { title, start, policy, events } = parsed.data;
  const optional = (name: string) =>
    existsSync(join(folder, name)) ? readText(join(folder, name)) : undefined;
  return {
    title,
    policy,
    start: start ?? events[0]?.at ?? new Date(0),
    events: [...events].sort((a, b) => a.at.getTime() - b.at.getTime()),
    partners: optional('partners.csv'),
    customers: optional('customers.csv'),
    awareness: optional('awareness.csv'),
    mail: (name) => readBytes(join(folder, name)),
  };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ExpectedError(`${file} cannot be read (${messageOf(error)}).`, { exitCode: 2, cause: error });
  }
}

const readText = (file: string): string => readBytes(file).toString('utf8');
