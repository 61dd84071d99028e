import { createHmac, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * Tells equal bodies from unequal ones without a plain hash, which could be guessed where a body holds a phone number:
 * HMAC-SHA-256 over canonical JSON (RFC 8785), base64url. The order of names does not matter.
 */
export const fingerprint = (secret: Uint8Array | KeyObject, body: unknown): string => {
  const text = canonicalize(body);
  if (text === undefined) throw new TypeError('only JSON has a fingerprint');
  return createHmac('sha256', secret).update(text).digest('base64url');
};
