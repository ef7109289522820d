/** A multipart mail whose declared boundary occurs nowhere: find the real one, or read the body as text. */

const SEARCH_BYTES = 200_000;
const BOUNDARY_LINE = /^--([^\s-][^\r\n]{0,69})\r?$/;

/**
 * The mail with a Content-Type put on top that fits its body; the first Content-Type of a mail is the one that counts.
 * The boundary is the first `--…` line that part headers follow; without one the whole body is plain text.
 */
export function withFittingContentType(raw: Uint8Array): Buffer {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, SEARCH_BYTES));
  const lines = head.toString('latin1').split('\n');
  const bodyStart = lines.findIndex((line) => line.trim() === '');
  const body = bodyStart < 0 ? [] : lines.slice(bodyStart + 1);
  const at = body.findIndex(
    (line, index) => BOUNDARY_LINE.test(line) && /^content-/i.test(body[index + 1] ?? ''),
  );
  const boundary = BOUNDARY_LINE.exec(body[at] ?? '')?.[1]?.trim();
  const type = boundary ? `multipart/mixed; boundary="${boundary.replaceAll('"', '')}"` : 'text/plain';
  return Buffer.concat([Buffer.from(`Content-Type: ${type}\r\n`), raw]);
}
