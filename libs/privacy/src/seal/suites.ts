import { createCipheriv, createDecipheriv, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** Authenticated encryption with associated data. */
export interface Suite {
  readonly nonceBytes: number;
  /** Ciphertext and tag. */
  seal(key: Uint8Array, nonce: Uint8Array, about: Uint8Array, clear: Uint8Array): Buffer;
  /** @throws {Error} when anything of it was altered. */
  open(key: Uint8Array, nonce: Uint8Array, about: Uint8Array, sealed: Uint8Array): Buffer;
}

const gcmTag = 16;

const a256gcm: Suite = {
  nonceBytes: 12,
  seal(key, nonce, about, clear) {
    const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(about);
    return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
  },
  open(key, nonce, about, sealed) {
    const end = sealed.length - gcmTag;
    if (end < 0) throw new Error('too short');
    const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: gcmTag });
    decipher.setAAD(about).setAuthTag(sealed.subarray(end));
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
  },
};

const smTag = 32;

const hmacSm3 = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer => {
  const mac = createHmac('sm3', createSecretKey(key));
  for (const part of parts) mac.update(part);
  return mac.digest();
};

/** OpenSSL has no SM4-GCM: encrypt, then MAC, each with a key of its own derived from the subject's. */
const smKeys = (key: Uint8Array): { cipher: Buffer; mac: Buffer } => ({
  cipher: hmacSm3(key, Buffer.from('panshi SM4-CTR')).subarray(0, 16),
  mac: hmacSm3(key, Buffer.from('panshi HMAC-SM3')),
});

const smMac = (key: Uint8Array, nonce: Uint8Array, about: Uint8Array, ciphertext: Uint8Array): Buffer => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(about.length));
  return hmacSm3(key, length, about, nonce, ciphertext);
};

const sm4: Suite = {
  nonceBytes: 16,
  seal(key, nonce, about, clear) {
    const keys = smKeys(key);
    const cipher = createCipheriv('sm4-ctr', createSecretKey(keys.cipher), nonce);
    const ciphertext = Buffer.concat([cipher.update(clear), cipher.final()]);
    return Buffer.concat([ciphertext, smMac(keys.mac, nonce, about, ciphertext)]);
  },
  open(key, nonce, about, sealed) {
    const end = sealed.length - smTag;
    if (end < 0) throw new Error('too short');
    const keys = smKeys(key);
    const ciphertext = sealed.subarray(0, end);
    if (!timingSafeEqual(smMac(keys.mac, nonce, about, ciphertext), sealed.subarray(end))) throw new Error('altered');
    const decipher = createDecipheriv('sm4-ctr', createSecretKey(keys.cipher), nonce);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  },
};

/** The cipher suites a value may be sealed with, by the name it carries. */
export const suites = { A256GCM: a256gcm, 'SM4-CTR+HMAC-SM3': sm4 } as const satisfies Record<string, Suite>;

export type SuiteName = keyof typeof suites;

export const isSuite = (name: string): name is SuiteName => Object.hasOwn(suites, name);
