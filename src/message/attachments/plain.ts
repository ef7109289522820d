import { parse } from 'csv-parse/sync';
import { decodeText } from '../parse/charset.ts';
import { type Extraction, extracted, UnreadableError } from './extraction.ts';
import type { AttachmentLimits } from './limits.ts';
import { tableToText } from './table.ts';

/** Text of a text file: byte order mark, declared charset, then what the bytes allow. */
export function decodeFile(bytes: Uint8Array, charset?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeText(bytes, charset)
    .text.replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
}

const SEPARATORS = [';', '\t', ',', '|'];

/** A table of separated values; the separator is the one that cuts most lines into equally many cells. */
export function readCsv(bytes: Uint8Array, limits: AttachmentLimits, charset?: string): Extraction {
  const text = decodeFile(bytes.subarray(0, limits.textLength * 4), charset).replace(/^sep=(.)\n/i, '');
  try {
    const rows: string[][] = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: limits.rows,
      max_record_size: 20_000,
    });
    return extracted(tableToText(rows), limits.textLength);
  } catch {
    return extracted(text, limits.textLength);
  }
}

function separatorOf(text: string): string {
  const lines = text.split('\n', 30).filter((line) => line.trim() !== '');
  const score = (separator: string) => {
    const counts = lines.map((line) => unquoted(line).split(separator).length - 1);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return usual === 0
      ? Math.max(0, ...counts) / 100
      : usual * counts.filter((count) => count === usual).length;
  };
  return SEPARATORS.toSorted((a, b) => score(b) - score(a))[0]!;
}

function unquoted(line: string): string {
  return line.replace(/"[^"]{0,2000}"/g, '""');
}

const VCARD_LABELS: Record<string, string> = {
  FN: 'Name',
  ORG: 'Company',
  TITLE: 'Function',
  TEL: 'Phone',
  EMAIL: 'E-Mail',
  ADR: 'Address',
  URL: 'Website',
  NOTE: 'Note',
};

/** The properties of a vCard that describe a person and a company, as `label<TAB>value` lines. */
export function readVcard(bytes: Uint8Array, limits: AttachmentLimits, charset?: string): Extraction {
  const lines = unfolded(decodeFile(bytes, charset).slice(0, limits.textLength));
  if (!lines.some((line) => /^BEGIN:VCARD/i.test(line))) throw new UnreadableError('damaged');
  const text = lines.flatMap((line) => {
    if (/^END:VCARD/i.test(line)) return [''];
    const property = /^(?:[a-z0-9-]{1,20}\.)?([a-z-]{1,20})((?:;[^:]{0,200})?):(.{0,2000})$/i.exec(line);
    const label = VCARD_LABELS[property?.[1]?.toUpperCase() ?? ''];
    const value = property && vcardValue(property[2]!, property[3]!);
    return label && value ? [`${label}\t${value}`] : [];
  });
  return extracted(text.join('\n'), limits.textLength);
}

function unfolded(text: string): string[] {
  return text
    .replace(/=\n/g, '')
    .replace(/\n[ \t]/g, '')
    .split('\n');
}

function vcardValue(parameters: string, value: string): string {
  const plain = /quoted-printable/i.test(parameters)
    ? Buffer.from(
        value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : value;
  return plain
    .split(/(?<!\\);/)
    .map((part) => part.replace(/\\n/gi, ' ').replace(/\\(.)/g, '$1').trim())
    .filter((part) => part !== '')
    .join(', ')
    .replace(/^tel:|^mailto:/i, '');
}
