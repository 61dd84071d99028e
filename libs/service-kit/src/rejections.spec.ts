import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { platformRejections } from './rejections.ts';

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n');
const used = [...sources.matchAll(/(?:reject|Rejection|Unavailable)\(\s*'([\w.-]+)'/g)].map(
  ([, code]) => code as string,
);

describe('what the machinery refuses', () => {
  it('has words in both languages', () => {
    expect(used.length).toBeGreaterThan(8);
    expect(used.filter((code) => !(code in platformRejections))).toEqual([]);
    for (const { zh, en } of Object.values(platformRejections))
      expect([zh, en].every((text) => text.length > 0)).toBe(true);
  });
});
