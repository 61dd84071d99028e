import type { HostileValue } from '../values.ts';

/** What JSON does not write, or no text holds. */
export const raw: readonly HostileValue[] = [
  { name: '1e400', json: '1e400' },
  { name: '-0', json: '-0' },
  { name: '-0.0', json: '-0.0' },
  { name: 'a long whole number', json: '12345678901234567890' },
  { name: 'a number of 400 digits', json: '9'.repeat(400) },
  { name: 'a prototype', json: '{"__proto__":{"admin":true}}' },
  { name: 'a field twice', json: '{"a":1,"a":2}' },
  { name: 'no JSON', json: '{a:1}' },
  { name: 'nothing at all', json: '' },
  { name: 'GBK', json: Buffer.from([0x22, 0xbb, 0xfd, 0xcb, 0xae, 0x22]) },
  { name: 'half of a character in bytes', json: Buffer.from([0x22, 0xed, 0xa0, 0xbd, 0x22]) },
  { name: 'an overlong slash', json: Buffer.from([0x22, 0xc0, 0xaf, 0x22]) },
];

/** What takes long only where something is done that grows faster than it. */
export const large: readonly HostileValue[] = [
  { name: '10⁵ characters', json: JSON.stringify('a'.repeat(100_000)) },
  { name: '10⁵ digits', json: JSON.stringify('1'.repeat(100_000)) },
  { name: '10⁵ spaces', json: JSON.stringify(' '.repeat(100_000)) },
  { name: '10⁵ items', json: `[${Array(100_000).fill('1').join()}]` },
  { name: '8·10⁴ objects', json: `[${Array(80_000).fill('{}').join()}]` },
  { name: '10⁵ nested lists', json: '['.repeat(100_000) + ']'.repeat(100_000) },
  { name: '4·10⁴ nested objects', json: `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}` },
  { name: '10⁴ fields', json: `{${Array.from({ length: 10_000 }, (_, i) => `"a${i}":1`).join()}}` },
];
