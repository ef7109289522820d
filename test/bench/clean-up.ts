/** What has to be undone at the end, last first, however the end comes about. */
export class CleanUp {
  #tasks: (() => Promise<unknown>)[] = [];

  add(task: () => Promise<unknown>): void {
    this.#tasks.push(task);
  }

  /** Undoes everything once; what fails does not keep the rest from being undone. */
  async run(): Promise<void> {
    for (const task of this.#tasks.splice(0).reverse()) await task().catch(() => undefined);
  }
}
