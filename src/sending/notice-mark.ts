const MARK = /^<(dealreg\.[0-9a-f]{40})@/;

/**
 * By which words a notice is known again where a server has rewritten its Message-ID: the mark in that Message-ID,
 * which is also the value of its X-Dealreg header. The whole Message-ID where it has none.
 */
export function markOf(messageId: string): string {
  return MARK.exec(messageId)?.[1] ?? messageId;
}
