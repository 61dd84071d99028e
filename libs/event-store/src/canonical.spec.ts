import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, canonicalString } from './canonical.ts';

describe('canonical JSON', () => {
  const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 });

  it('is what RFC 8785 says, as another implementation has it', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(json, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))),
    );
  });

  it('sorts keys by UTF-16 units, digits too, and numbers as ECMAScript writes them', () => {
    const value = { '€': 1, '\r': 2, '\ufb33': 3, 1: 4, '😀': 5, '\u0080': 6, ö: 7, 10: 8, 9: 9 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"10":8,"9":9,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
  });

  it('drops what is undefined as JSON does, and honours toJSON', () => {
    const value = { b: undefined, a: [undefined, () => 1], c: new Date(0), d: Symbol('d') };
    expect(canonicalJson(value)).toBe(canonicalJson(JSON.parse(JSON.stringify(value))));
  });

  it.each([NaN, Infinity, -Infinity, 1n, undefined, '\ud800', 'x\udc00', { a: NaN }, ['\ud83d'], { '\ud800': 1 }])(
    'refuses %p, which has no canonical form',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  it('refuses as a string what is none', () => {
    expect(() => canonicalString(undefined as unknown as string)).toThrow(TypeError);
  });
});
