/** What is kept of a mail above the limit: its headers and the start of its text, enough for a person to act on. */
const KEPT_BYTES = 256 * 1024;

/** How many bytes of a mail that exceeds `maxMailBytes` are stored. */
export function oversizeBytes(maxMailBytes: number): number {
  return Math.min(KEPT_BYTES, maxMailBytes);
}
