import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { matchCommand } from '../../src/cli/match.ts';

let folder: string;
let out: string;
let err: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'match-'));
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function file(name: string, rows: object[]): Promise<string> {
  const path = join(folder, name);
  const text = rows.map((row) => JSON.stringify(row)).join('\n');
  await writeFile(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

const lines = () =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('dealreg match', () => {
  test('given two names, when asked, then tells the verdict and why', async () => {
    expect(await matchCommand(['Garage Nosbusch', 'Garage Nosbusch & Fils'])).toBe(0);
    expect(out).toContain('uncertain');
    expect(out).toContain('garage nosbusch and fils');
  });

  test('given a file of pairs, when asked, then answers line by line', async () => {
    const pairs = await file('pairs.jsonl', [
      { a: 'Nosbusch Robotik GmbH', b: 'NOSBUSCH ROBOTIK', ca: 'DE', cb: 'DE' },
      { a: 'Nosbusch Robotik GmbH', b: 'Nosbusch Robotik SAS', ca: 'DE', cb: 'FR' },
      { a: { name: 'Talblick', vat: 'LU12345613' }, b: { name: 'Waldruh', vat: 'LU12345613' } },
    ]);
    expect(await matchCommand(['--pairs', pairs, '--json'])).toBe(0);
    expect(lines().map(({ verdict }) => verdict)).toEqual(['same', 'different', 'same']);
    for (const { score } of lines()) expect(score).toEqual(expect.any(Number));
  });

  test('given a gzipped ledger and queries, when asked, then names the best and the candidates', async () => {
    const ledger = await file('ledger.jsonl.gz', [
      { id: 'C1', name: 'Nosbusch Robotik GmbH', country: 'DE', city: 'Trier', domain: 'nosbusch.example' },
      { id: 'C2', name: 'Hotel Talblick', country: 'LU', city: 'Clervaux' },
    ]);
    const queries = await file('queries.jsonl', [
      { query: 'Nosbusch Robotik', country: 'DE' },
      { query: 'Boulangerie Lilas', country: 'FR' },
    ]);
    expect(await matchCommand(['--ledger', ledger, '--queries', queries, '--json'])).toBe(0);
    expect(lines()).toEqual([
      { verdict: 'same', best: 'C1', candidates: ['C1'] },
      { verdict: 'different', best: null, candidates: [] },
    ]);
  });

  test('given one name and a connected ledger, when asked, then searches it', async () => {
    const description = { name: 'Hotel Talblick', city: 'Clervaux' };
    const comparison = { verdict: 'same' as const, score: 0.9, evidence: [] };
    const searchLedger = vi.fn(async () => [{ id: 'C2', description, comparison }]);
    expect(await matchCommand(['Hôtel Talblick', '--city', 'Clierf'], { searchLedger })).toBe(0);
    expect(searchLedger).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'Hôtel Talblick', city: 'Clierf' }),
    );
    expect(out).toContain('C2');
  });

  test.each([
    [['--pairs', '/none.jsonl'], 'cannot read /none.jsonl'],
    [['--nonsense'], 'nonsense'],
    [['--ledger', 'x'], 'belong together'],
    [['Nosbusch'], 'no ledger is connected'],
    [[], 'one name or two'],
  ])('given %j, then says what is wrong in a line and fails', async (args, message) => {
    expect(await matchCommand(args)).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe('');
  });

  test('given a broken line, then says where', async () => {
    const path = join(folder, 'pairs.jsonl');
    await writeFile(path, '{"a":"x","b":"y"}\nnot json\n');
    expect(await matchCommand(['--pairs', path, '--json'])).toBe(2);
    expect(err).toContain(`${path}:2`);
    expect(await readFile(path, 'utf8')).toContain('not json');
  });
});
