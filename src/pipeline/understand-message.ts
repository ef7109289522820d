import { createHash } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { countFailure, rawToUnderstand, storeUnderstanding } from '../database/messages-understood.ts';
import { allPartners, type Partner } from '../database/partners.ts';
import { canonicalJson } from '../ledger/chain.ts';
import { type UnderstandOptions, understand } from '../message/understand.ts';
import type { Understanding } from '../message/understanding.ts';

/** Failures after which a mail is set aside. */
const ATTEMPTS = 3;
const RETRY_PAUSE_MS = 1000;

/** Reads what a stored mail says and stores it. A mail that fails three times is set aside, and the line goes on. */
export async function understandMessage(context: Context, messageId: bigint): Promise<void> {
  const { config, database, clock, log, queue } = context;
  const raw = await rawToUnderstand(database, messageId);
  if (!raw) return;
  try {
    const options = understandOptions(config, await allPartners(database));
    const understanding = await withTimeout(understand(raw, options), config.limits.understandMs);
    await storeUnderstanding(database, messageId, understanding, identityOf(understanding, raw));
    log.mailUnderstood({
      message: messageId,
      intent: understanding.intent,
      language: understanding.language,
    });
  } catch (error) {
    const retryAt = new Date(clock.now().getTime() + RETRY_PAUSE_MS);
    const code = error instanceof Error ? error.name : 'unknown';
    const setAside = await countFailure(database, messageId, code, retryAt, ATTEMPTS);
    if (setAside) log.mailSetAside({ message: messageId, error: error instanceof Error ? error : undefined });
  }
  await queue.wake('decide');
}

/** What understanding may know of this house and its partners. */
export function understandOptions({ identity }: Config, partners: readonly Partner[]): UnderstandOptions {
  return {
    authservId: identity.authservId,
    ownAddress: identity.address,
    partnerNames: partners.map(({ name }) => name),
    partnerDomains: partners.flatMap(({ domains }) => domains),
    partnerLanguages: new Map(
      partners.flatMap(({ domains, language }) => domains.map((domain) => [domain, language] as const)),
    ),
  };
}

/** The same Message-ID with the same content is the same mail, however it was delivered. */
function identityOf(
  { envelope, sender, segments, attachments }: Understanding,
  raw: Buffer,
): {
  messageId: string;
  contentHash: string;
} {
  const content = {
    // Without an id only the same bytes are the same mail.
    raw: envelope.messageId === undefined ? createHash('sha256').update(raw).digest('hex') : undefined,
    from: sender.address,
    date: envelope.date,
    subject: envelope.subject,
    segments: segments.map(({ kind, text }) => [kind, text]),
    attachments: attachments.map(({ filename, size, hash }) => [filename, size, hash]),
  };
  const contentHash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  return { messageId: envelope.messageId ?? `<${contentHash}@content>`, contentHash };
}

class UnderstandTimeout extends Error {
  override name = 'UnderstandTimeout';
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnderstandTimeout(`not understood within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
