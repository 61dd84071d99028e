import { InvalidMessage } from '../errors.ts';
import type { Failure } from '../failure.ts';
import { reject } from '../rejections.ts';
import type { Seal } from './seal.ts';

/** A request as a server needs to know it; the rest is the handler's. */
export interface WireRequest {
  readonly deadline: number;
}

/** An answer as it crosses: one of the two, or neither where a handler answers nothing. */
export interface WireAnswer {
  readonly response?: unknown;
  readonly err?: Failure;
}

const decoder = new TextDecoder();

/** What does not fit is refused for good: repeating it would not make it smaller. @throws {Rejection} `message.too-large` */
export const encodeRequest = (subject: string, data: unknown, limit: number, seal: Seal): Uint8Array => {
  const bytes = seal.sealed(subject, encode(data));
  if (bytes.length > limit) reject('message.too-large', { bytes: bytes.length, limit });
  return bytes;
};

/** @throws {Rejection} `answer.too-large` */
export const encodeAnswer = (answer: WireAnswer, limit: number): Uint8Array => {
  const bytes = encode(answer);
  if (bytes.length > limit) reject('answer.too-large', { bytes: bytes.length, limit });
  return bytes;
};

/** @throws {Rejection} `message.unknown-sender` @throws {InvalidMessage} when it is no JSON object with a deadline */
export const decodeRequest = (subject: string, bytes: Uint8Array, seal: Seal): WireRequest => {
  const data = parsed(seal.opened(subject, bytes));
  if (typeof data !== 'object' || data === null || typeof Reflect.get(data, 'deadline') !== 'number')
    throw new InvalidMessage([
      { field: 'deadline', rule: 'isNumber', words: { zh: '应为数', en: 'must be a number' } },
    ]);
  return data as WireRequest;
};

export const decodeAnswer = (bytes: Uint8Array): WireAnswer => JSON.parse(decoder.decode(bytes)) as WireAnswer;

export const decodeHint = (bytes: Uint8Array): unknown => parsed(bytes);

export const encode = (data: unknown): Uint8Array => Buffer.from(JSON.stringify(data));

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
};
