import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { loadConfig } from '../src/config.ts';
import { JOB_NAMES } from '../src/ports.ts';
import { isSetting } from '../src/settings.ts';

const ROOT = new URL('../', import.meta.url);
const duration = z.string().regex(/^(\d{1,4}[smh]){1,3}$/);
const strings = z.array(z.string());

/** The part of the Compose specification that the file uses; a key that is not in it is a slip of the pen. */
const service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile_inline: z.string() }).optional(),
  command: strings.optional(),
  profiles: strings.optional(),
  env_file: strings.optional(),
  environment: z.record(z.string(), z.string()).optional(),
  depends_on: z
    .union([
      strings,
      z.record(z.string(), z.strictObject({ condition: z.enum(['service_started', 'service_healthy']) })),
    ])
    .optional(),
  healthcheck: z
    .strictObject({
      test: strings,
      interval: duration,
      timeout: duration,
      start_period: duration.optional(),
      retries: z.int(),
    })
    .optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']).optional(),
  stop_grace_period: duration.optional(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: strings.optional(),
  cap_drop: strings.optional(),
  security_opt: strings.optional(),
  shm_size: z.string().optional(),
  network_mode: z.string().optional(),
  ports: strings.optional(),
  volumes: strings.optional(),
});
const composeFile = z.strictObject({
  name: z.string(),
  'x-app': z.unknown(),
  'x-duty': z.unknown(),
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
});

const compose = composeFile.parse(
  parse(readFileSync(new URL('docker-compose.yml', ROOT), 'utf8'), { merge: true }),
);
const { services, volumes } = compose;

describe('docker-compose.yml', () => {
  test.each(JOB_NAMES)(
    'runs the duty %s as a service of its own, with health check, restart and secrets from .env',
    (job) => {
      expect(services[job]).toMatchObject({
        command: [`workers/${job}.ts`],
        env_file: ['.env'],
        restart: 'unless-stopped',
        build: { context: '.' },
        healthcheck: { test: ['CMD', 'node', 'src/cli/main.ts', 'doctor', '--quick'] },
        depends_on: { postgres: { condition: 'service_healthy' }, valkey: { condition: 'service_healthy' } },
      });
      expect(existsSync(new URL(`workers/${job}.ts`, ROOT))).toBe(true);
    },
  );

  test('sets only what are settings, with values that are right', () => {
    for (const { build, environment = {} } of Object.values(services)) {
      if (!build) continue;
      expect(Object.keys(environment).filter((name) => !isSetting(name))).toEqual([]);
      expect(() => loadConfig({ NOTICE_SECRET: 'x'.repeat(32), ...environment })).not.toThrow();
    }
  });

  test('gives a stopping worker more time than it takes at most', () => {
    for (const job of JOB_NAMES)
      expect(Number.parseInt(services[job]!.stop_grace_period!, 10)).toBeGreaterThan(10);
  });

  test('keeps wake-ups over a restart and throws none away', () => {
    expect(services.valkey!.command!.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  test('names only services and volumes that it has', () => {
    for (const { depends_on = [], volumes: mounts = [], network_mode } of Object.values(services)) {
      const others = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      if (network_mode) others.push(network_mode.replace('service:', ''));
      for (const name of others) expect(services).toHaveProperty(name);
      for (const mount of mounts) expect(volumes).toHaveProperty(mount.split(':')[0]!);
    }
  });

  test('opens no port beyond this machine', () => {
    for (const { ports = [] } of Object.values(services))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('holds no secret but that of the trial mailbox', () => {
    const found = JSON.stringify(services).match(/:\/\/[^/"@]{1,100}@/g) ?? [];
    const literal = found.filter((user) => !user.includes('{POSTGRES_PASSWORD'));
    expect(new Set(literal)).toEqual(new Set(['://dealreg:secret@']));
  });

  test('puts everything into the image that the software reads', () => {
    const ignored = readFileSync(new URL('.dockerignore', ROOT), 'utf8');
    for (const path of ['package.json', 'package-lock.json', 'policy.yaml', 'src', 'templates', 'workers'])
      expect(ignored).toContain(`!${path}\n`);
  });
});
