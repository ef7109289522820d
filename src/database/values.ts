/**
 * How SQL values and JavaScript values become each other, the same on PostgreSQL and PGlite:
 * int8 is a BigInt (so is `count(*)`), numeric a string, timestamptz a Date, date an ISO string, bytea a Buffer,
 * json and jsonb parsed values, one-dimensional arrays arrays of these. Everything else stays text.
 */

type Parse = (text: string) => unknown;

const SCALARS: Record<number, Parse> = {
  16: (text) => text === 't',
  17: (text) => Buffer.from(text.slice(2), 'hex'),
  20: BigInt,
  21: Number,
  23: Number,
  26: Number,
  114: (text) => JSON.parse(text),
  700: Number,
  701: Number,
  1114: (text) => toDate(`${text}+00`),
  1184: toDate,
  3802: (text) => JSON.parse(text),
};

/** Array type to the type of its elements. */
const ARRAYS: Record<number, number> = {
  199: 114,
  1000: 16,
  1001: 17,
  1003: 25,
  1005: 21,
  1007: 23,
  1009: 25,
  1015: 25,
  1016: 20,
  1021: 700,
  1022: 701,
  1028: 26,
  1115: 1114,
  1182: 25,
  1185: 1184,
  1231: 25,
  3807: 3802,
};

const PARSERS = new Map<number, Parse>(Object.entries(SCALARS).map(([oid, parse]) => [Number(oid), parse]));
for (const [oid, element] of Object.entries(ARRAYS)) {
  PARSERS.set(Number(oid), (text) => parseArray(text, SCALARS[element] ?? keep));
}

/** Parser of a type's text format, by the type's OID. */
export function parserOf(oid: number): Parse {
  return PARSERS.get(oid) ?? keep;
}

/**
 * A JavaScript value as a parameter in text format; Buffers stay for a driver that sends them binary.
 * An array is an SQL array: a JSON array for a jsonb parameter is handed over as JSON text.
 * Throws a TypeError for a value that has no SQL counterpart (function, symbol, invalid date).
 */
export function toParameter(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (Buffer.isBuffer(value)) return value;
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(toArrayElement).join(',')}}`;
  if (typeof value === 'object') return JSON.stringify(value);
  throw new TypeError(`a ${typeof value} cannot be an SQL parameter`);
}

/** A parameter for a driver that knows text only. */
export function toTextParameter(value: unknown): string | null {
  const parameter = toParameter(value);
  return Buffer.isBuffer(parameter) ? `\\x${parameter.toString('hex')}` : parameter;
}

function toArrayElement(value: unknown): string {
  const text = toTextParameter(value);
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** One-dimensional array literal: `{a,"b ""c",NULL}`. */
function parseArray(text: string, parse: Parse): unknown[] {
  const values: unknown[] = [];
  let at = 1;
  while (at < text.length && text[at] !== '}') {
    if (text[at] === '"') {
      let element = '';
      for (at += 1; text[at] !== '"'; at += 1) {
        if (text[at] === '\\') at += 1;
        element += text[at];
      }
      at += 1;
      values.push(parse(element));
    } else {
      const start = at;
      while (text[at] !== ',' && text[at] !== '}') at += 1;
      const element = text.slice(start, at);
      values.push(element === 'NULL' ? null : parse(element));
    }
    if (text[at] === ',') at += 1;
  }
  return values;
}

/** `2026-11-24 14:17:44.123456+00`, as both servers write it when the session's time zone is UTC. */
function toDate(text: string): Date {
  const iso = text.replace(' ', 'T');
  return new Date(/[+-]\d\d$/.test(iso) ? `${iso}:00` : iso);
}

function keep(text: string): string {
  return text;
}
