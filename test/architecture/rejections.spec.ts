import { describe, expect, it } from '@jest/globals';
import { wordedCodes } from '../../services/gateway/src/problem/wording.ts';
import { filesBelow } from './tree.ts';
import { isTest, type SourceFile } from './rules.ts';

/** Codes refused in source: `reject('…'`, `new Rejection('…'`, `new ProblemError(409, '…'`, `new Unavailable('…'`. */
const refusedCodes = (files: readonly SourceFile[]): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:\breject\(|new Rejection\(|new ProblemError\(\d+,|new Unavailable\()\s*'([\w.-]+)'/g)].map(
        (match) => [match[1] as string, path] as const,
      ),
    ),
  );

const unworded = (files: readonly SourceFile[]): readonly string[] =>
  [...refusedCodes(files)]
    .filter(([code]) => !wordedCodes().includes(code))
    .map(([code, path]) => `${code} in ${path}`);

describe('every refusal has words in both languages', () => {
  const sources = [...filesBelow('libs'), ...filesBelow('services')].filter(({ path }) => !isTest(path));
  it('in the whole tree', () => expect(unworded(sources)).toEqual([]));
  it('and one without would be seen', () =>
    expect(unworded([{ path: 'x.ts', text: "reject('grid.wordless')" }])).toEqual(['grid.wordless in x.ts']));
});
