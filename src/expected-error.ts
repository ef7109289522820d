/**
 * A failure that the reader can mend: wrong setting, missing file, server that is down.
 * The message is one line that says what, where and what to do; the command line prints it without a stack.
 */
export class ExpectedError extends Error {
  override name = 'ExpectedError';
  /** Exit status of the command that ends with it; 2 stands for wrong usage. */
  readonly exitCode: number;

  constructor(message: string, options: { cause?: unknown; exitCode?: number } = {}) {
    super(message, { cause: options.cause });
    this.exitCode = options.exitCode ?? 1;
  }
}

/** The message of anything thrown, on one line and of bounded length. */
export function messageOf(error: unknown): string {
  const text =
    error instanceof AggregateError && error.message === ''
      ? error.errors.map(messageOf).join('; ')
      : String(error instanceof Error ? error.message : error);
  return text
    .replace(/\s{1,100}/g, ' ')
    .trim()
    .slice(0, 500);
}
