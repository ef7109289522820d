import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './chain.ts';

export const HEAD_FORMAT = 'dealreg-head-1';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const head = { size: z.int().min(0), root: hash, at: z.iso.datetime() };

/** What the whole ledger came to at an instant: number of entries and root of the Merkle tree over them. */
export const headSchema = z.strictObject(head);
export type Head = z.infer<typeof headSchema>;

/** A head with Mixvoip's word for it. */
export const signedHeadSchema = z.strictObject({
  format: z.literal(HEAD_FORMAT),
  ...head,
  /** Ed25519 public key, 32 bytes in base64url. */
  key: z.string().regex(/^[\w-]{43}$/),
  /** Over the canonical JSON of `at`, `format`, `root` and `size`; base64url. */
  signature: z.string().regex(/^[\w-]{86}$/),
});
export type SignedHead = z.infer<typeof signedHeadSchema>;

const signedBytes = ({ size, root, at }: Head): Buffer =>
  Buffer.from(canonicalJson({ format: HEAD_FORMAT, size, root, at }));

/** Signs a head with an Ed25519 private key. The same head and key give the same bytes. */
export function signHead({ size, root, at }: Head, privateKey: KeyObject): SignedHead {
  const signature = sign(null, signedBytes({ size, root, at }), privateKey).toString('base64url');
  return { format: HEAD_FORMAT, size, root, at, key: publicKeyOf(privateKey), signature };
}

const publicKeys = new WeakMap<KeyObject, string>();

/** The public key as it is published, of either key of the pair. */
export function publicKeyOf(key: KeyObject): string {
  const known = publicKeys.get(key);
  if (known !== undefined) return known;
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const text = publicKey.export({ format: 'jwk' }).x!;
  publicKeys.set(key, text);
  return text;
}

/** Whether the signature is that of the key which the head names. Whose key that is, the reader has to know. */
export function isSigned(signed: SignedHead): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signed.key }, format: 'jwk' });
  return verify(null, signedBytes(signed), key, Buffer.from(signed.signature, 'base64url'));
}
