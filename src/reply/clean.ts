/** Text that others wrote, made harmless before it stands in a notice. */

const NAME_LIMIT = 120;
const TEXT_LIMIT = 2000;
const LINES_LIMIT = 40;

/** Stands for a text of which nothing is left; a customer's field is then left out. */
const NOTHING = '…';

/** Fields that keep their lines. All others become one line. */
const WITH_LINES = new Set(['wrote', 'comment']);
/** Values of our own, the configuration and our staff's addresses: a reader may want to click them. */
const TRUSTED = new Set(['contact', 'recordedBy']);

/** Cleans every string in the parameters of a notice, at any depth. */
export function cleanDeep<T>(value: T): T {
  return cleanValue(value, '', false) as T;
}

function cleanValue(value: unknown, key: string, trusted: boolean): unknown {
  if (typeof value === 'string') return cleanString(value, key, trusted || TRUSTED.has(key));
  if (Array.isArray(value)) return value.map((item: unknown) => cleanValue(item, key, trusted));
  if (value === null || typeof value !== 'object') return value;
  const cleaned = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => [name, cleanValue(inner, name, trusted || TRUSTED.has(key))]);
  return Object.fromEntries(key === 'customer' ? cleaned.filter(([, inner]) => inner !== NOTHING) : cleaned);
}

function cleanString(value: string, key: string, trusted: boolean): string {
  if (trusted) return oneLine(value);
  const cleaned = WITH_LINES.has(key) ? manyLines(value) : defang(oneLine(value));
  return cleaned === '' ? NOTHING : cleaned;
}

/** One line without control, invisible, text-direction or private characters, white space collapsed, cut at `limit`. */
export function oneLine(value: string, limit = NAME_LIMIT): string {
  const visible = value
    .slice(0, limit * 8)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Z}]/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/(\p{M}{2})\p{M}{1,100}/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  return cut(visible, limit);
}

/** Cuts at a number of characters (code points) and shows that something was cut. */
export function cut(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length <= limit
    ? text
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

function manyLines(value: string): string {
  const lines = value
    .slice(0, TEXT_LIMIT * 4)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => defang(oneLine(line, 500)))
    .filter((line) => line !== '');
  const kept = lines.slice(0, LINES_LIMIT);
  return cut([...kept, ...(lines.length > kept.length ? ['…'] : [])].join('\n'), TEXT_LIMIT);
}

const SCHEME = /^[^a-z0-9]{0,5}(?:[a-z][a-z0-9+.-]{0,20}:\/\/|www\.|mailto:|javascript:|data:|tel:)/i;
const PATH = /[a-z0-9-]\.[a-z]{2,20}(?::\d{1,5})?[/?#]/i;
const MAIL = /[^\s@]@[^\s@]/;

/**
 * Breaks what a mail program would turn into a link to a page or an address: `https://x.example/a` is shown as
 * `https[:]//x[.]example/a`. A bare domain is left as it is, as it is often a customer's name.
 */
export function defang(line: string): string {
  return line
    .split(' ')
    .map((word) => (isLink(word) ? breakLink(word) : word))
    .join(' ');
}

function isLink(word: string): boolean {
  return word.includes('://') || SCHEME.test(word) || PATH.test(word) || MAIL.test(word);
}

function breakLink(word: string): string {
  return word
    .replaceAll(':', '[:]')
    .replaceAll('@', '[at]')
    .replace(/\.(?=\S)/g, '[.]');
}
