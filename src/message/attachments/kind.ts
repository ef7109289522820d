export type DocumentKind = 'pdf' | 'xlsx' | 'docx' | 'zip' | 'csv' | 'vcard' | 'mail' | 'html' | 'text';

/** What kind of document an attachment is, or why it cannot be read. */
export type KindVerdict = { kind: DocumentKind } | { reason: 'image' | 'encrypted' | 'unsupported' };

const IMAGE_NAME = /\.(?:png|jpe?g|gif|bmp|tiff?|webp|heic|svg|ico|emf|wmf)$/;
const TEXT_NAME: [RegExp, DocumentKind][] = [
  [/\.(?:csv|tsv)$/, 'csv'],
  [/\.vcf$/, 'vcard'],
  [/\.(?:eml|mht)$/, 'mail'],
  [/\.html?$/, 'html'],
  [/\.(?:txt|md|log|text)$/, 'text'],
];
const TEXT_TYPE: [RegExp, DocumentKind][] = [
  [/^text\/(?:csv|comma-separated-values|tab-separated-values)/, 'csv'],
  [/^text\/(?:x-)?vcard|^text\/directory/, 'vcard'],
  [/^message\/rfc822/, 'mail'],
  [/^text\/html/, 'html'],
  [/^text\/plain/, 'text'],
];

/** Bytes decide first, then the name, then the media type: the last two are only what the sender says. */
export function kindOf(bytes: Uint8Array, filename: string, contentType: string): KindVerdict {
  const name = filename.toLowerCase();
  if (startsWith(bytes, '%PDF') || headHas(bytes, '%PDF-')) return { kind: 'pdf' };
  if (isImage(bytes)) return { reason: 'image' };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    return { reason: /\.(?:docx|xlsx|pptx)$/.test(name) ? 'encrypted' : 'unsupported' };
  }
  if (startsWith(bytes, 'PK')) return zipKind(bytes, name);
  if (startsWith(bytes, 'BEGIN:VCARD')) return { kind: 'vcard' };
  const byName = TEXT_NAME.find(([pattern]) => pattern.test(name))?.[1];
  const byType = TEXT_TYPE.find(([pattern]) => pattern.test(contentType))?.[1];
  const kind = byName ?? byType;
  if (kind !== undefined && looksLikeText(bytes))
    return { kind: kind === 'text' && byType === 'csv' ? 'csv' : kind };
  if (IMAGE_NAME.test(name) || contentType.startsWith('image/')) return { reason: 'image' };
  return { reason: 'unsupported' };
}

function zipKind(bytes: Uint8Array, name: string): KindVerdict {
  const head = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  if (head.includes('word/document') || name.endsWith('.docx')) return { kind: 'docx' };
  if (head.includes('xl/workbook') || name.endsWith('.xlsx')) return { kind: 'xlsx' };
  if (/\.(?:pptx|odt|ods|xlsb|jar|apk)$/.test(name) || head.includes('ppt/'))
    return { reason: 'unsupported' };
  return { kind: 'zip' };
}

function isImage(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 12));
  return (
    head.startsWith('\x89PNG') ||
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('GIF8') ||
    head.startsWith('BM') ||
    head.startsWith('II*\0') ||
    head.startsWith('MM\0*') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP')) ||
    head.slice(4, 12) === 'ftypheic'
  );
}

/** UTF-16 apart, text has no NUL bytes. */
function looksLikeText(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return utf16 || !bytes.subarray(0, 4096).includes(0);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return latin1(bytes.subarray(0, text.length)) === text;
}

function headHas(bytes: Uint8Array, text: string): boolean {
  return latin1(bytes.subarray(0, 1024)).includes(text);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
