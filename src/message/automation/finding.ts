/** One marker of an automatic mail. */

import type { AutomationKind } from '../understanding.ts';

export interface Finding {
  /** For people: the header or the words that were seen. */
  reason: string;
  kind?: AutomationKind;
  /** `processing` blocks the answer too; `nothing` is worth knowing only. */
  blocks: 'answer' | 'processing' | 'nothing';
}

/** A header value as it may stand in a reason: one short line. */
export function shown(name: string, value: string): string {
  return `${name}: ${value.replace(/\s+/g, ' ').slice(0, 80)}`;
}
