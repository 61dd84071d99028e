import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from './fingerprint.ts';

const secret = Buffer.alloc(32, 1);

describe('the fingerprint of a body', () => {
  it('is HMAC-SHA-256 over RFC 8785', () => {
    const expected = 'qeQTU_YezVgu6ni2QkbgdYv_86fnchQKd9hlRpMncGA';
    expect(fingerprint(secret, { b: 1, a: '磐石' })).toBe(expected);
  });

  it('does not depend on the order of names', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
        const reversed = Object.fromEntries(Object.entries(body).reverse());
        expect(fingerprint(secret, reversed)).toBe(fingerprint(secret, body));
      }),
    );
  });

  it('differs with the body and with the secret', () => {
    expect(fingerprint(secret, ['a', 'bc'])).not.toBe(fingerprint(secret, ['ab', 'c']));
    expect(fingerprint(Buffer.alloc(32, 2), 'a')).not.toBe(fingerprint(secret, 'a'));
  });

  it('refuses what is no JSON', () => {
    expect(() => fingerprint(secret, undefined)).toThrow(TypeError);
  });
});
