/** Tables as text: one line a row, cells joined by TAB, or one `label<TAB>value` line a cell. */

const VALUE_HEADER =
  /^(?:valeur|wert|value|waarde|contenu|inhalt|eintrag|eingabe|antwort|reponse|réponse|answer|antwoord|inhoud|invulling|angabe|angaben|wäert)/i;
const FIELD_HEADER =
  /^(?:champ|feld|field|veld|libell|rubri|question|frage|vraag|information|angabe|gegeven|élément|position|label|bezeichnung)/i;
const HEADER_LENGTH = 60;

/**
 * Rows as text. A table with a header row becomes, for each further row, `header<TAB>value` lines with a blank line
 * between rows; anything else keeps its rows. Empty rows and cells are left out.
 */
export function tableToText(rows: string[][]): string {
  const clean = rows.map((row) => row.map(oneLine)).map(withoutTail);
  const at = headerRow(clean);
  if (at === undefined) return clean.map(rowToText).join('\n');
  const before = clean.slice(0, at).map(rowToText);
  const records = clean.slice(at + 1).map((row) => recordToText(clean[at]!, row));
  return [...before, '', records.filter((record) => record !== '').join('\n\n')].join('\n').trim();
}

function oneLine(cell: string): string {
  return cell
    .replace(/[\r\n\t]+/g, ', ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function withoutTail(row: string[]): string[] {
  const last = row.findLastIndex((cell) => cell !== '');
  return row.slice(0, last + 1);
}

/** The first row of at least three short texts, none of them a value, over rows that fill most of its columns. */
function headerRow(rows: string[][]): number | undefined {
  const at = rows.findIndex((row, index) => isHeader(row) && fills(rows.slice(index + 1), row));
  return at < 0 ? undefined : at;
}

function isHeader(row: string[]): boolean {
  const filled = row.filter((cell) => cell !== '');
  if (filled.length < 3 || filled.length < row.length - 1) return false;
  if (filled.some((cell) => VALUE_HEADER.test(cell)) && FIELD_HEADER.test(filled[0]!)) return false;
  if (filled.some((cell) => cell.endsWith(':'))) return false;
  return filled.every((cell) => cell.length <= HEADER_LENGTH && !isValue(cell));
}

/** Numbers, dates, addresses and ticks are values, not headers. */
function isValue(cell: string): boolean {
  return (
    /^[\d\s.,:/€$%+-]+$/.test(cell) || cell.includes('@') || /\d{4,}/.test(cell) || /^(?:x|☒|☐)$/i.test(cell)
  );
}

/** Do the rows below fill the columns of a header? Forms have rows of two or three cells. */
function fills(below: string[][], header: string[]): boolean {
  const rows = below.filter((row) => row.length > 0);
  const counts = rows.map((row) => row.filter((cell) => cell !== '').length).toSorted((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  const hasValue = rows[0]?.some((cell) => /\d/.test(cell) || isValue(cell)) ?? false;
  return (
    usual >= Math.max(3, header.length * 0.4) &&
    rows.every((row) => row.length <= header.length + 1) &&
    hasValue
  );
}

function recordToText(header: string[], row: string[]): string {
  return row
    .flatMap((cell, index) => (cell === '' ? [] : [`${header[index] || ''}\t${cell}`.replace(/^\t/, '')]))
    .join('\n');
}

/** `label | value | label | value` is two lines; other rows are one. */
function rowToText(row: string[]): string {
  const filled = row.filter((cell) => cell !== '');
  if (filled.length === 4 && filled[0]!.endsWith(':') && filled[2]!.endsWith(':')) {
    return `${filled[0]}\t${filled[1]}\n${filled[2]}\t${filled[3]}`;
  }
  const emptyValue = filled.length === 1 && row.length === 1 && filled[0]!.endsWith(':');
  return emptyValue ? `${filled[0]}\t` : filled.join('\t');
}
