import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';

/** Whether a host is this machine: what is sent there crosses no network. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * TLS options for STARTTLS. Elsewhere a certificate must be valid for the host; a mail server on this machine mostly
 * has one that its package made, and nobody stands between.
 */
export function startTlsOptions(host: string): ConnectionOptions | undefined {
  return isLoopback(host) ? { rejectUnauthorized: false } : undefined;
}
