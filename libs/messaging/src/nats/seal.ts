import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { reject } from '../rejections.ts';

const sealBytes = 32;

/**
 * Tells the requests of Panshi's own processes, which share a secret, from those of whoever else has come to the broker:
 * a request says who acts and with which rights, and is believed. HMAC-SHA-256 over subject and body, before the body.
 */
export class Seal {
  readonly #secret: KeyObject;

  constructor(secret: Uint8Array) {
    this.#secret = createSecretKey(secret);
  }

  sealed(subject: string, body: Uint8Array): Uint8Array {
    return Buffer.concat([this.#of(subject, body), body]);
  }

  /** The body of what was sealed for this subject. @throws {Rejection} `message.unknown-sender` */
  opened(subject: string, message: Uint8Array): Uint8Array {
    const [seal, body] = [message.subarray(0, sealBytes), message.subarray(sealBytes)];
    if (seal.length < sealBytes || !timingSafeEqual(seal, this.#of(subject, body))) reject('message.unknown-sender');
    return body;
  }

  #of(subject: string, body: Uint8Array): Buffer {
    return createHmac('sha256', this.#secret).update(`${subject}\n`).update(body).digest();
  }
}
