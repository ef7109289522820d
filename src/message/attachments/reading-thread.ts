import { Worker } from 'node:worker_threads';
import type { Extractable } from './extract.ts';
import { type Extraction, unread } from './extraction.ts';
import type { AttachmentLimits } from './limits.ts';

/**
 * One thread that reads attachments one after the other. It starts when first needed and does not keep the process
 * alive. When it overruns its time or memory it is ended and replaced, and the attachment has reason `limit`.
 */
class ReadingThread {
  #worker: Worker | undefined;
  #memory = 0;
  #line: Promise<unknown> = Promise.resolve();
  /** Ends the reading under way; absent between readings. */
  #finish: ((extraction: Extraction) => void) | undefined;
  /** Settled once the thread has started, or ended: starting takes none of an attachment's time. */
  #started: Promise<void> = Promise.resolve();

  read(file: Extractable, limits: AttachmentLimits): Promise<Extraction> {
    const result = this.#line.then(() => this.#readNow(file, limits));
    this.#line = result;
    return result;
  }

  async #readNow(file: Extractable, limits: AttachmentLimits): Promise<Extraction> {
    const worker = this.#running(limits.memory);
    await this.#started;
    if (this.#worker !== worker) return unread('limit');
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#replace(worker), limits.time);
      this.#finish = (extraction) => {
        this.#finish = undefined;
        clearTimeout(timer);
        worker.unref();
        resolve(extraction);
      };
      worker.postMessage({ file, limits });
    });
  }

  #running(memory: number): Worker {
    if (this.#worker !== undefined && this.#memory === memory) {
      this.#worker.ref();
      return this.#worker;
    }
    if (this.#worker !== undefined) this.#replace(this.#worker);
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
      stdout: true,
      stderr: true,
      env: {},
    });
    this.#started = new Promise((resolve) => {
      worker.once('message', () => resolve());
      worker.once('exit', () => resolve());
    });
    worker.on('message', (message: Extraction | 'ready') => {
      if (message !== 'ready') this.#finish?.(message);
    });
    worker.on('error', () => this.#replace(worker));
    worker.on('exit', () => this.#replace(worker));
    this.#worker = worker;
    this.#memory = memory;
    return worker;
  }

  /** Ends a thread that overran its limits, or is gone already; the next reading starts another. */
  #replace(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    void worker.terminate();
    this.#finish?.(unread('limit'));
  }
}

const thread = new ReadingThread();

/** Reads one attachment in the reading thread. Never rejects. */
export function readInThread(file: Extractable, limits: AttachmentLimits): Promise<Extraction> {
  return thread.read(file, limits);
}
