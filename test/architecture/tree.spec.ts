import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packages } from '../../scripts/workspace.ts';
import { isTest } from './rules.ts';
import { filesBelow } from './tree.ts';
import { root } from './workspace.ts';

type Names = Readonly<Record<string, string>>;

/** What a manifest says, and the lockfile repeats. */
interface Manifest {
  readonly version?: string;
  readonly dependencies?: Names;
  readonly devDependencies?: Names;
  readonly optionalDependencies?: Names;
}

interface Lock {
  readonly packages: Record<string, Manifest & { readonly resolved?: string }>;
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

/** Optional platform packages that a locked package names and the lock lacks: npm leaves them out silently. */
const missingPlatforms = ({ packages }: Lock): readonly string[] => {
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  return Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !names.has(name)),
  );
};

const sorted = (names: Names = {}) => Object.entries(names).toSorted(([one], [other]) => (one < other ? -1 : 1));
const repeated = ({ version, dependencies, devDependencies, optionalDependencies }: Manifest) =>
  JSON.stringify([version, ...[dependencies, devDependencies, optionalDependencies].map(sorted)]);

/** Folders whose package.json says something else than the lockfile. */
const changedSince = ({ packages }: Lock, manifests: Readonly<Record<string, Manifest>>): readonly string[] =>
  Object.entries(manifests)
    .filter(([folder, manifest]) => repeated(packages[folder] ?? {}) !== repeated(manifest))
    .map(([folder]) => folder);

describe('the lockfile', () => {
  it('says what each package.json says (npm install --package-lock-only --offline)', () => {
    const folders = ['', ...packages.map(({ folder }) => folder)];
    const read = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
    const manifests = Object.fromEntries(folders.map((folder) => [folder, read(folder)]));
    expect(changedSince(lock, manifests)).toEqual([]);
    const more = { ...lock.packages['libs/kernel'], dependencies: { '@panshi/async': '*' } };
    expect(changedSince(lock, { 'libs/kernel': more, 'libs/lost': { version: '1' } })).toEqual([
      'libs/kernel',
      'libs/lost',
    ]);
  });
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
