import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Knows whether the running code is inside a transaction. There, a query that is not the transaction's own would run
 * beside it on PostgreSQL and wait for it for ever on PGlite: it is refused on both.
 */
export class TransactionScope {
  readonly #current = new AsyncLocalStorage<{ open: boolean }>();

  /** Throws inside a transaction. */
  refuseInside(): void {
    if (this.#current.getStore()?.open)
      throw new Error('inside a transaction, use the handle that it was given');
  }

  /** Runs `work`; what it calls counts as inside until it has ended. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const state = { open: true };
    try {
      return await this.#current.run(state, work);
    } finally {
      state.open = false;
    }
  }
}
