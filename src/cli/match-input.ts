import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The user gave something that cannot be used; the message says what, where, and is shown as it is. */
export class BadInput extends Error {}

/** One line of a JSON lines file and where it stands, for messages: `pairs.jsonl:12`. */
export interface JsonLine {
  value: Record<string, unknown>;
  line: string;
}

/** Reads a file of JSON objects, one a line, gzipped if its name ends in `.gz`. Empty lines are skipped. */
export async function* jsonLines(file: string): AsyncGenerator<JsonLine> {
  const raw = createReadStream(file);
  const input: Readable = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => input.destroy(error));
  let number = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (text.trim() !== '') yield { value: objectOf(text, `${file}:${number}`), line: `${file}:${number}` };
    }
  } catch (error) {
    if (error instanceof BadInput || !isFileError(error)) throw error;
    throw new BadInput(`cannot read ${file}: ${error.message}`);
  } finally {
    raw.destroy();
  }
}

function objectOf(text: string, line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadInput(`${line}: this is no JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadInput(`${line}: a JSON object is expected`);
  }
  return value as Record<string, unknown>;
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error;
}
