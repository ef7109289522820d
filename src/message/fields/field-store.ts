/** The fields of one registration as they are found: the first that is believed keeps its place. */

import { type Found, isBelieved, type Placed, place } from '../evidence.ts';
import type { Piece } from './pieces.ts';

export class FieldStore {
  readonly found = new Map<string, Placed<unknown>>();

  /** Keeps a value with its place, unless the field has one or the value is not sure enough. */
  put(path: string, found: Found<unknown> | undefined, piece: Piece): void {
    if (found === undefined || !isBelieved(found) || this.found.has(path)) return;
    const shifted = { ...found, start: found.start + piece.offset, end: found.end + piece.offset };
    this.found.set(path, place(shifted, piece.segment.id, piece.segment.text));
  }

  /** Keeps a value that follows from another field's words. */
  derive(path: string, from: string, value: unknown, confidence?: number): void {
    const source = this.found.get(from);
    if (source === undefined || this.found.has(path)) return;
    this.found.set(path, {
      ...source,
      value,
      method: 'derived',
      confidence: confidence ?? source.confidence,
    });
  }

  value<T>(path: string): T | undefined {
    return this.found.get(path)?.value as T | undefined;
  }
}
