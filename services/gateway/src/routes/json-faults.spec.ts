import { describe, expect, it } from '@jest/globals';
import { jsonFault } from './json-faults.ts';

const names = (count: number): string => Array.from({ length: count }, (_, i) => `"n${i}":1`).join();

describe('a JSON text', () => {
  it.each([
    ['an object', '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}'],
    ['brackets and commas in texts', '{"a":"{\\"a\\":[[[","b":",\\"a\\":1"}'],
    ['the same text twice, as values', '{"a":["b","b"],"b":"a"}'],
    ['a long number', '{"lon":118.90523100000001,"lat":-1.2345678901234567e-10}'],
    ['a text that breaks off', '{"a'],
    ['what is no JSON', 'a=1&a=2'],
    ['nothing', ''],
  ])('is let pass to the parser: %s', (_, json) => expect(jsonFault(json)).toBeUndefined());

  it.each([
    ['a field twice', '{"a":1,"b":[],"a":2}', 'request.duplicate-key'],
    ['a field twice, once in escapes', '{"a":1,"\\u0061":2}', 'request.duplicate-key'],
    ['a field twice, further in', '{"a":[{"b":{},"b":1}]}', 'request.duplicate-key'],
    ['a number of 300 digits', `{"a":${'9'.repeat(300)}}`, 'request.number-too-long'],
    ['lists in lists', '['.repeat(120_000), 'request.too-deep'],
    ['objects in objects', '{"a":'.repeat(40_000), 'request.too-deep'],
    ['too many fields of one object', `{${names(65)}}`, 'request.too-many-fields'],
    [
      'too many fields in all',
      `[${Array(400)
        .fill(`{${names(60)}}`)
        .join()}]`,
      'request.too-many-fields',
    ],
  ])('is refused: %s', (_, json, fault) => expect(jsonFault(json)).toBe(fault));
});
