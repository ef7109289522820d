import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { MIGRATION_TABLE, migrationFiles } from '../migrate.ts';

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/dealreg/', import.meta.url));

/**
 * A migrated, empty database as an archive that PGlite starts from: initialising one takes seconds, unpacking this
 * a fraction of one. Made at first need and kept beside the installed packages; where nothing can be kept there, it
 * is made anew each time.
 */
export async function databaseTemplate(): Promise<Blob> {
  const path = `${CACHE}database-${await fingerprint()}.tar.zst`;
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return new Blob([await promisify(zstdDecompress)(kept)]);
  const template = await makeTemplate();
  await keepTemplate(path, Buffer.from(await template.arrayBuffer())).catch(() => undefined);
  return template;
}

async function makeTemplate(): Promise<Blob> {
  const pglite = await PGlite.create('memory://');
  try {
    await pglite.exec(MIGRATION_TABLE);
    for (const { name, sql } of await migrationFiles()) {
      await pglite.exec(sql);
      await pglite.query('insert into schema_migration (name) values ($1)', [name]);
    }
    await addQueue(pglite);
    // Nobody makes databases here: their patterns, two thirds of the files, would be unpacked for nothing.
    await pglite.exec(`update pg_database set datistemplate = false where datname like 'template_'`);
    for (const name of ['template0', 'template1']) await pglite.exec(`drop database ${name}`);
    // A file that is still in the write-ahead log only would be read back from there at every start.
    await pglite.exec('checkpoint');
    return await pglite.dumpDataDir('none');
  } finally {
    await pglite.close();
  }
}

/** The queue's tables too: their making takes longest. */
async function addQueue(pglite: PGlite): Promise<void> {
  const { runMigrations } = await import('bullmq');
  const query = async <R>(text: string, params?: readonly unknown[]) => {
    if (params) return pglite.query<R>(text, [...params]);
    const results = await pglite.exec(text);
    return { rows: (results.at(-1)?.rows ?? []) as R[] };
  };
  await runMigrations({ query });
}

async function keepTemplate(path: string, archive: Buffer): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, await promisify(zstdCompress)(archive));
  await rename(unfinished, path);
}

/** Changes with the versions of PGlite and BullMQ and with any migration. */
async function fingerprint(): Promise<string> {
  const lock = await readFile(new URL('../../../package-lock.json', import.meta.url), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Record<string, { version: string }> };
  const versions = ['@electric-sql/pglite', 'bullmq'].map(
    (name) => packages[`node_modules/${name}`]?.version,
  );
  const hash = createHash('sha256').update(versions.join(' ')).update(makeTemplate.toString());
  for (const { name, sql } of await migrationFiles()) hash.update(name).update(sql);
  return hash.digest('hex').slice(0, 16);
}
