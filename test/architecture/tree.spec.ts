import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isTest } from './rules.ts';
import { filesBelow } from './tree.ts';
import { root } from './workspace.ts';

interface Lock {
  readonly packages: Record<
    string,
    { optionalDependencies?: Record<string, string>; version?: string; resolved?: string }
  >;
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

/** Optional platform packages that a locked package names and the lock lacks: npm leaves them out silently. */
const missingPlatforms = ({ packages }: Lock): readonly string[] => {
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  return Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !names.has(name)),
  );
};

describe('the lockfile', () => {
  it('holds every optional platform package, so that an install never goes looking', () =>
    expect(missingPlatforms(lock)).toEqual([]));
  it('would be seen lacking one', () =>
    expect(missingPlatforms({ packages: { '': { optionalDependencies: { 'lost-linux-x64': '1' } } } })).toEqual([
      'lost-linux-x64',
    ]));
  it('names no registry host', () =>
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]));
});

const linesOfCode = (text: string): number =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|$)/.test(line)).length;

describe('source files', () => {
  it('stay small: nine in ten have at most 80 lines of code, comments and blanks aside', () => {
    const lines = [...filesBelow('libs'), ...filesBelow('services')]
      .filter(({ path }) => !isTest(path))
      .map(({ text }) => linesOfCode(text))
      .toSorted((a, b) => a - b);
    expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(80);
  });
  it('name no path of one machine', () => {
    const everywhere = ['libs', 'services', 'scripts', 'test', 'docs', 'proto'].flatMap((folder) =>
      filesBelow(folder, /\.(ts|mjs|md|json|proto)$/),
    );
    const paths = new RegExp(['/wo' + 'rk/', '/ro' + 'ot/', '/ho' + 'me/'].join('|'));
    expect(everywhere.filter(({ text }) => paths.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
