import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  type CustomerDescription,
  CustomerIndex,
  compareCustomers,
  identify,
  NAMES_ALONE_POLICY,
} from '../../src/customer/index.ts';

const folder = join(process.env.DEALREG_SHARED ?? '../shared', 'company-pairs');
const options = { policy: NAMES_ALONE_POLICY };

type Row = Record<string, string | number | null | undefined>;

function rows(name: string): Row[] {
  const bytes = readFileSync(join(folder, name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

describe.skipIf(!existsSync(folder))('given public names whose owners are known', () => {
  test.each([
    ['ror-companies-eu.jsonl', 0.8],
    ['nsi-brands-eu.jsonl', 0.7],
  ])('when %s is compared, then F1 is at least %d and at most a fifth is lost', (name, least) => {
    const scored = rows(name).map((row) => {
      const side = (text: unknown, country: unknown) =>
        ({ name: text, country: country ?? undefined }) as CustomerDescription;
      return { label: row.label, ...compareCustomers(side(row.a, row.ca), side(row.b, row.cb), options) };
    });
    const positives = scored.filter(({ label }) => label === 1);
    scored.sort((a, b) => b.score - a.score);
    let right = 0;
    const f1 = scored.map(({ label }, i) => {
      right += Number(label);
      return (2 * right) / (i + 1 + positives.length);
    });
    expect(Math.max(...f1)).toBeGreaterThan(least);
    expect(positives.filter(({ verdict }) => verdict === 'different').length / positives.length).toBeLessThan(
      0.2,
    );
  });

  test('when a ledger of 48,000 is asked, half of it for strangers, then 98 of 100 "same" are right, 42 of 100 found', () => {
    const index = new CustomerIndex(options);
    for (const { id, ...description } of rows('open-set-ledger.jsonl.gz'))
      index.add(String(id), description as CustomerDescription);
    const answers = rows('open-set-queries.jsonl').map(({ query, country, answer }) => {
      const { verdict, best } = identify(
        index.search({ name: query, country } as CustomerDescription),
        NAMES_ALONE_POLICY,
      );
      return { answer, said: verdict === 'same' ? best?.id : undefined };
    });
    const said = answers.filter((row) => row.said);
    const right = said.filter((row) => row.said === row.answer);
    expect(right.length / said.length).toBeGreaterThan(0.98);
    expect(right.length / answers.filter((row) => row.answer).length).toBeGreaterThan(0.42);
  }, 120_000);
});
