import { describe, expect, it } from '@jest/globals';
import { caseRejections, catalogueRejections } from '@panshi/contracts';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const worded = { ...caseRejections, ...catalogueRejections };
const here = import.meta.dirname;
const sources = globSync('*/*.ts', { cwd: here })
  .filter((name) => !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(here, name), 'utf8'))
  .join('\n');
const refused = [...sources.matchAll(/\breject\(\s*'([^']+)'\s*(?:,\s*\{([^}]*)\})?/g)];
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe('the rejections of the service', () => {
  it('are worded, every one, and no wording is left over', () => {
    const codes = new Set(refused.map(([, code]) => code));
    expect([...codes].sort()).toEqual(Object.keys(worded).sort());
  });

  it.each(Object.entries(worded))('say the same of %s in both languages', (_, { zh, en }) => {
    expect(placeholders(zh)).toEqual(placeholders(en));
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(refused.map(([, code, fields = '']) => [code!, fields] as const))(
    'fill every placeholder of %s (%s)',
    (code, fields) => {
      const given = fields.split(',').map((field) => field.split(':')[0]!.trim());
      const { en } = worded[code as keyof typeof worded];
      expect(given).toEqual(expect.arrayContaining([...placeholders(en)]));
    },
  );
});
