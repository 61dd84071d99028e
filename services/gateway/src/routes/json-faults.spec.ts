import { describe, expect, it } from '@jest/globals';
import { fieldsOf, type FieldsType, routedCommands } from '@panshi/contracts';
import { jsonFault, mostItems } from './json-faults.ts';

const names = (count: number): string => Array.from({ length: count }, (_, i) => `"n${i}":1`).join();

describe('a JSON text', () => {
  it.each([
    ['an object', '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}'],
    ['brackets and commas in texts', '{"a":"{\\"a\\":[[[","b":",\\"a\\":1"}'],
    ['the same text twice, as values', '{"a":["b","b"],"b":"a"}'],
    ['a long number', '{"lon":118.90523100000001,"lat":-1.2345678901234567e-10}'],
    ['a list as long as may be', `{"a":[${Array(mostItems).fill('{}').join()}],"b":[1,2]}`],
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
      `[${Array(800)
        .fill(`{${names(60)}}`)
        .join()}]`,
      'request.too-many-fields',
    ],
    ['a list of 50,000 items', `{"a":[${Array(50_000).fill('{}').join()}]}`, 'request.too-many-items'],
    [
      'a list an item too long',
      `{"a":[${Array(mostItems + 1)
        .fill('1')
        .join()}]}`,
      'request.too-many-items',
    ],
    [
      'too many items in all',
      `[${Array(60)
        .fill(`[${Array(1000).fill('1').join()}]`)
        .join()}]`,
      'request.too-many-items',
    ],
  ])('is refused: %s', (_, json, fault) => expect(jsonFault(json)).toBe(fault));
});

it('every list of a command may be as long as its field says', () => {
  const listsOf = (type: FieldsType): readonly number[] =>
    [...fieldsOf(type).values()].flatMap(({ list, of }) => [
      list ? (list.maxItems ?? Infinity) : 0,
      ...(typeof of === 'function' ? listsOf(of()) : []),
    ]);
  const longest = Math.max(...routedCommands().flatMap(listsOf));
  expect(longest).toBeGreaterThan(500);
  expect(longest).toBeLessThan(mostItems);
});
