type Task = () => Promise<unknown>;

/** What has to be undone at the end, last first, however the end comes about. */
export class CleanUp {
  readonly #tasks: Task[] = [];
  #ended: Promise<void> | undefined;

  /** Whether the end has come: what fails from then on fails because of it. */
  get begun(): boolean {
    return this.#ended !== undefined;
  }

  /** What is added after the end began is undone at once. */
  add(task: Task): void {
    if (this.#ended) void task().catch(() => undefined);
    else this.#tasks.push(task);
  }

  /** Undoes everything once, whoever asks for it; what fails does not keep the rest from being undone. */
  run(): Promise<void> {
    this.#ended ??= this.#undo();
    return this.#ended;
  }

  async #undo(): Promise<void> {
    for (const task of this.#tasks.reverse()) await task().catch(() => undefined);
  }
}
