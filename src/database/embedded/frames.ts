import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';

const HEADER_BYTES = 4;
/** Well above the largest mail in hexadecimal. */
const MAX_FRAME_BYTES = 512 * 1024 * 1024;

/** Writes one value as a frame: its length, then its structured clone. */
export function writeFrame(socket: Socket, value: unknown): void {
  const body = serialize(value);
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(body.length);
  socket.write(header);
  socket.write(body);
}

/** Calls `received` with each value that the other side wrote. A frame beyond the limit ends the connection. */
export function readFrames<T>(socket: Socket, received: (value: T) => void): void {
  let chunks: Buffer[] = [];
  let length = 0;
  let wanted = HEADER_BYTES;
  let body = false;
  socket.on('data', (chunk) => {
    chunks.push(chunk as Buffer);
    length += chunk.length;
    while (length >= wanted) {
      const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      const part = all.subarray(0, wanted);
      chunks = [all.subarray(wanted)];
      length -= wanted;
      if (body) received(deserialize(part) as T);
      wanted = body ? HEADER_BYTES : part.readUInt32BE();
      body = !body;
      if (wanted > MAX_FRAME_BYTES) {
        socket.destroy(new Error(`a frame of ${wanted} bytes is beyond the limit`));
        return;
      }
    }
  });
}
