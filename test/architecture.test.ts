import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const FILES = globSync('{src,workers}/**/*.ts');
const IMPORT = /^(import|export)\s(type\s)?[^'"]{0,2000}?from '([^']{1,200})';/gm;
const DYNAMIC = /\bimport\('([^']{1,200})'\)/g;

interface Import {
  from: string;
  /** A file of ours, or a package. */
  to: string;
  typeOnly: boolean;
}

const IMPORTS: Import[] = FILES.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const found = [
    ...[...text.matchAll(IMPORT)].map(([, , type, target]) => ({
      target: target!,
      typeOnly: type !== undefined,
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, target]) => ({ target: target!, typeOnly: false })),
  ];
  return found.map(({ target, typeOnly }) => ({
    from: file,
    to: target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
    typeOnly,
  }));
});

const folderOf = (file: string): string =>
  file.startsWith('workers') ? 'workers' : (file.split('/')[1] ?? '');

/** Pure folders, and what of ours each may know. */
const PURE: Record<string, readonly string[]> = {
  message: ['message'],
  customer: ['customer'],
  registration: ['registration', 'customer', 'message'],
  reply: ['reply', 'registration', 'customer', 'message'],
  ledger: ['ledger', 'registration', 'message'],
};
/** Computation that Node brings; everything else of Node is the outside world. */
const HARMLESS = new Set(['node:crypto', 'node:util', 'node:buffer', 'node:url']);

describe('imports point one way', () => {
  for (const [folder, allowed] of Object.entries(PURE)) {
    it(`src/${folder} knows ${allowed.join(', ')} and nothing else of ours`, () => {
      const wrong = IMPORTS.filter(
        ({ from, to }) =>
          folderOf(from) === folder && to.startsWith('src/') && !allowed.includes(folderOf(to)),
      );
      expect(wrong).toEqual([]);
    });
  }

  it('nothing below imports the command line or a worker', () => {
    const wrong = IMPORTS.filter(
      ({ from, to }) =>
        !['cli', 'workers', 'demo'].includes(folderOf(from)) &&
        (folderOf(to) === 'cli' || to.startsWith('workers/')),
    );
    expect(wrong).toEqual([]);
  });

  it('the database knows neither pipeline nor mailbox nor sending', () => {
    const wrong = IMPORTS.filter(
      ({ from, to }) =>
        folderOf(from) === 'database' && ['pipeline', 'mailbox', 'sending', 'queue'].includes(folderOf(to)),
    );
    expect(wrong).toEqual([]);
  });

  it('there are no cycles between files, types aside', () => {
    const graph = new Map<string, string[]>(FILES.map((file) => [file, []]));
    for (const { from, to, typeOnly } of IMPORTS) if (!typeOnly && graph.has(to)) graph.get(from)!.push(to);
    expect(cyclesOf(graph)).toEqual([]);
  });
});

describe('pure folders', () => {
  const pureFiles = FILES.filter((file) => Object.keys(PURE).includes(folderOf(file)));

  it('reach nothing of the outside world, but for the thread that reads attachments and the files of templates', () => {
    const reaching = IMPORTS.filter(
      ({ from, to }) => pureFiles.includes(from) && to.startsWith('node:') && !HARMLESS.has(to),
    ).map(({ from }) => from);
    expect(
      [...new Set(reaching)].filter(
        (file) => !/^src\/message\/attachments\/|^src\/reply\/templates/.test(file),
      ),
    ).toEqual([]);
  });

  it('read no clock and draw no random number', () => {
    const impure = pureFiles.filter((file) =>
      /new Date\(\)|Date\.now\(\)|Math\.random\(\)|randomBytes|randomUUID|performance\.now/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(impure.filter((file) => !file.startsWith('src/message/attachments/'))).toEqual([]);
  });
});

it('only the configuration reads the environment', () => {
  const readers = FILES.filter((file) => /process\.env/.test(readFileSync(file, 'utf8')));
  expect(readers.filter((file) => !['src/config.ts'].includes(file))).toEqual([]);
});

it('workers are thin', () => {
  const long = FILES.filter(
    (file) => file.startsWith('workers/') && readFileSync(file, 'utf8').split('\n').length > 30,
  );
  expect(long).toEqual([]);
});

/** Every cycle once, as its files in order. */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, path: readonly string[]) => {
    const at = path.indexOf(file);
    if (at >= 0) cycles.push(path.slice(at));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}
