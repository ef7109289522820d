import { createPrivateKey, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { ExpectedError, messageOf } from './expected-error.ts';

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The Ed25519 key that signs receipts and heads: of HEAD_KEY_FILE; else made of NOTICE_SECRET, so that all machines
 * have the same one; else made once in DATA_DIR, readable by its owner only; with a database in memory one that is
 * gone with it. Throws an ExpectedError where a file is no such key.
 */
export function keptHeadKey({ database, dataDir, headKeyFile, noticeSecret }: Config): KeyObject {
  if (headKeyFile !== undefined) return readKey(headKeyFile);
  if (noticeSecret !== undefined) return keyOf(noticeSecret);
  if (database.mode === 'memory') return generateKeyPairSync('ed25519').privateKey;
  const file = join(dataDir, 'head-key.pem');
  if (!existsSync(file)) makeKey(dataDir, file);
  return readKey(file);
}

function keyOf(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'dealreg-head-1', 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

/** Whole or not at all: another process may read it at once, and of two that make one the first wins. */
function makeKey(dataDir: string, file: string): void {
  const draft = `${file}.${process.pid}`;
  mkdirSync(dataDir, { recursive: true });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(draft, pem, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readKey(file: string): KeyObject {
  const advice = `it must hold an Ed25519 private key in PEM (openssl genpkey -algorithm ed25519 -out ${file})`;
  try {
    const key = createPrivateKey(readFileSync(file, 'utf8'));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    throw new ExpectedError(`${file} cannot be read as a key (${messageOf(error)}): ${advice}.`, {
      exitCode: 2,
      cause: error,
    });
  }
  throw new ExpectedError(`${file} holds another kind of key: ${advice}.`, { exitCode: 2 });
}
