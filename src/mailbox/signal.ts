/** Remembers that something has happened until somebody asks, so that nothing is missed between two waits. */
export class Signal {
  #raised = false;
  #waiters = new Set<() => void>();

  raise(): void {
    this.#raised = true;
    for (const wake of [...this.#waiters]) wake();
  }

  clear(): void {
    this.#raised = false;
  }

  /** Resolves when raised (at once where it is already), aborted, or after `maxMs`. */
  wait(maxMs: number, signal: AbortSignal): Promise<void> {
    if (this.#raised || signal.aborted || maxMs <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#waiters.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, maxMs);
      signal.addEventListener('abort', wake);
      this.#waiters.add(wake);
    });
  }
}
