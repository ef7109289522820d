import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config.ts';
import { createContext } from '../../src/context.ts';
import { demoRows } from '../../src/demo/demo-database.ts';
import { demoConfig, runDemo } from '../../src/demo/run-demo.ts';
import { sampleMails } from '../../src/demo/samples.ts';
import { TABLE_RULES } from '../../src/registration/vocabulary.ts';
import { temporaryFolder } from '../support/temporary.ts';

async function rowsOf(config: Config) {
  await using context = await createContext(config);
  return demoRows(context.database);
}

describe('the demo', () => {
  it('shows every rule of the table, decides each sample once, and adds nothing when it is run again', async () => {
    const config = demoConfig(join(temporaryFolder(), 'demo'));
    expect(await runDemo(config, false, () => undefined)).toBe(sampleMails().length);
    const first = await rowsOf(config);
    const shown = new Set(first.map(({ rule }) => rule));
    expect(TABLE_RULES.filter((rule) => !shown.has(rule))).toEqual([]);
    const free = first.find(({ rule }) => rule === 'command.clearance');
    expect(free).toMatchObject({ outcome: 'answered', customer: 'Hotel Alscheid S.A.' });
    expect(await runDemo(config, false, () => undefined)).toBe(0);
    expect(await rowsOf(config)).toEqual(first);
  }, 120_000);
});
