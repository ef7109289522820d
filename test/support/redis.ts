import { rmSync } from 'node:fs';
import { findProgram, freePort, startServer } from './servers.ts';
import { newFolder } from './temporary.ts';

/** A Redis server of our own, as it should be configured: append-only, no eviction. */
export interface RedisServer {
  url: string;
  port: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts Redis in a temporary folder. `settings` are further command line settings, `port` one to come back on. */
export async function startRedis(settings: string[] = [], port?: number): Promise<RedisServer> {
  const folder = newFolder('dr-redis-');
  const chosen = port ?? (await freePort());
  const args = [
    '--port',
    String(chosen),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'yes',
  ];
  const server = await startServer(
    findProgram('redis-server')!,
    [...args, '--maxmemory-policy', 'noeviction', ...settings],
    chosen,
  );
  return {
    url: `redis://127.0.0.1:${chosen}`,
    port: chosen,
    stop: async (signal) => {
      await server.stop(signal);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
