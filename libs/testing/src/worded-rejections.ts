import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a service refuses, and in what words. */
export interface WordedRejections {
  readonly folder: string;
  /** Of the files that refuse, below the folder; specs are left out. */
  readonly pattern: string;
  /** By code. */
  readonly worded: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  /** What an expression that is spread into a rejection fills in. */
  readonly spread?: Readonly<Record<string, readonly string[]>>;
}

/** Every rejection of a service is worded alike in both languages, and fills what its words leave open. */
export const rejectionsAreWorded = ({ folder, pattern, worded, spread = {} }: WordedRejections): void => {
  const refused = refusedIn(folder, pattern);

  describe('the rejections of the service', () => {
    it('are worded, every one, and no wording is left over', () => {
      const codes = new Set(refused.map(([code]) => code));
      expect([...codes].sort()).toEqual(Object.keys(worded).sort());
    });

    it.each(Object.entries(worded))('say the same of %s in both languages', (_, { zh, en }) => {
      expect(placeholders(zh)).toEqual(placeholders(en));
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    });

    it.each(refused)('fill every placeholder of %s (%s)', (code, fields) => {
      const given = fields.split(',').map((field) => field.split(':')[0]!.trim());
      const filled = given.flatMap((field) => spread[field] ?? [field]);
      expect(filled).toEqual(expect.arrayContaining([...placeholders(worded[code]!.en)]));
    });
  });
};

/** Code and parameters of each `reject('…', { … })`. */
const refusedIn = (folder: string, pattern: string): [code: string, fields: string][] =>
  globSync(pattern, { cwd: folder })
    .filter((name) => !name.endsWith('.spec.ts'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(refusal)])
    .map(([, code, fields = '']) => [code!, fields]);

const refusal = /\breject\(\s*'([^']+)'\s*(?:,\s*\{([^}]*)\})?/g;

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
