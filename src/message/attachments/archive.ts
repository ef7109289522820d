import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import { UnreadableError } from './extraction.ts';
import type { AttachmentLimits } from './limits.ts';

export type ArchiveFiles = Record<string, Uint8Array>;

/**
 * Unpacks the wanted members of a ZIP archive. What the directory declares is checked before anything is inflated,
 * and inflating never writes more than declared.
 */
export function unpack(
  bytes: Uint8Array,
  limits: AttachmentLimits,
  wanted: (name: string, size: number) => boolean,
): ArchiveFiles {
  if (isEncrypted(bytes)) throw new UnreadableError('encrypted');
  let total = 0;
  let tooLarge = false;
  const filter = (file: UnzipFileInfo): boolean => {
    if (!wanted(file.name, file.originalSize)) return false;
    total += file.originalSize;
    if (total > limits.unpackedBytes) tooLarge = true;
    return !tooLarge;
  };
  const files = unzipOrDamaged(bytes, filter);
  if (tooLarge) throw new UnreadableError('too_large');
  return files;
}

function unzipOrDamaged(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): ArchiveFiles {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError('damaged');
  }
}

/** Bit 0 of the flags of the first entry of the directory, which stands at the end. */
function isEncrypted(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  const entry = tail.indexOf('PK\x01\x02', 'latin1');
  return entry >= 0 && ((tail[entry + 8] ?? 0) & 1) === 1;
}

/**
 * The same office document without pictures and other ballast, stored uncompressed: what a library then reads is
 * no larger than what was checked.
 */
export function checkedDocument(bytes: Uint8Array, limits: AttachmentLimits): Buffer {
  const part = limits.unpackedBytes / 4;
  const files = unpack(bytes, limits, (name, size) => {
    if (!/\.(?:xml|rels)$/i.test(name) || /\/(?:media|embeddings|printerSettings)\//i.test(name))
      return false;
    if (size > part) throw new UnreadableError('too_large');
    return true;
  });
  return Buffer.from(zipSync(files, { level: 0 }));
}
