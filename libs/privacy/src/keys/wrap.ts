import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { UnusableKeys } from '../errors.ts';
import { pooledRandom } from '../pooled-random.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** Keys go to OpenSSL as KeyObjects: raw bytes made each call four times as slow (45 µs against 10). */
const masters = new WeakMap<Uint8Array, KeyObject>();

const asKey = (master: Uint8Array): KeyObject => {
  const known = masters.get(master) ?? createSecretKey(master);
  masters.set(master, known);
  return known;
};

/** Encrypts a secret under the master key (AES-256-GCM), bound to what it is for: nonce, tag, ciphertext. */
export const wrap = (master: Uint8Array, purpose: string, secret: Uint8Array): Buffer => {
  const nonce = pooledRandom(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', asKey(master), nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
};

/** @throws {UnusableKeys} when the master key is another, or the bytes were altered or moved. */
export const unwrap = (master: Uint8Array, purpose: string, wrapped: Uint8Array): Buffer => {
  const tagEnd = nonceBytes + tagBytes;
  try {
    const decipher = createDecipheriv('aes-256-gcm', asKey(master), wrapped.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(wrapped.subarray(nonceBytes, tagEnd));
    return Buffer.concat([decipher.update(wrapped.subarray(tagEnd)), decipher.final()]);
  } catch (cause) {
    throw new UnusableKeys(`${purpose} does not unwrap: another master key, or a damaged keys database`, { cause });
  }
};
