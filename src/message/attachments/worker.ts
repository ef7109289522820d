/** Entry of the reading thread: reads one attachment a message. A document that eats its memory ends the thread, not the process. */

import { parentPort } from 'node:worker_threads';
import { type Extractable, extract } from './extract.ts';
import type { AttachmentLimits } from './limits.ts';

parentPort?.on('message', async ({ file, limits }: { file: Extractable; limits: AttachmentLimits }) => {
  parentPort?.postMessage(await extract(file, limits));
});

parentPort?.postMessage('ready');
