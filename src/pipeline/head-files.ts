import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { DayHead } from '../database/heads.ts';
import { type SignedHead, signedHeadSchema } from '../ledger/head.ts';

/** A head that was laid out for others to copy: what somebody else holds cannot be changed any more. */
export interface HeadFile {
  day: string;
  /** Absent where the file does not hold one. */
  head?: SignedHead;
}

const NAME = /^(\d{4}-\d{2}-\d{2})\.json$/;
const FILE_LIMIT = 10_000;

const folderOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'heads');

/** Every head in DATA_DIR/heads, in order of day. */
export async function readHeadFiles(config: Pick<Config, 'dataDir'>): Promise<HeadFile[]> {
  const folder = folderOf(config);
  const names = (await unlessAbsent(readdir(folder))) ?? [];
  const days = names.flatMap((name) => NAME.exec(name)?.[1] ?? []).sort();
  return Promise.all(
    days.map(async (day) => ({ day, head: headIn(await readFile(join(folder, `${day}.json`), 'utf8')) })),
  );
}

function headIn(text: string): SignedHead | undefined {
  if (text.length > FILE_LIMIT) return undefined;
  try {
    return signedHeadSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes the file of a day, whole or not at all, where there is none. */
export async function layOutHead(config: Pick<Config, 'dataDir'>, { day, head }: DayHead): Promise<void> {
  const folder = folderOf(config);
  const file = join(folder, `${day}.json`);
  if ((await unlessAbsent(readFile(file))) !== undefined) return;
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(head, null, 2)}\n`);
  await rename(draft, file);
}

async function unlessAbsent<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
