import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { filesBelow } from './tree.ts';
import { root } from './workspace.ts';

const words = new Set(
  ['libs', 'services'].flatMap((folder) => filesBelow(folder)).flatMap(({ text }) => text.match(/\w+/g) ?? []),
);

/** What a text names in backticks, a path or an identifier, that is not in the tree. Blocks of code are no names. */
const lost = (text: string): readonly string[] =>
  [...text.replaceAll(/^```[^]*?^```$/gm, '').matchAll(/`@?([^`]+)`/g)]
    .map(([, name]) => name!)
    .filter((name) => !(words.has(name) || existsSync(join(root, name))));

it('the walk of a command names only what is in the tree', () => {
  const walk = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  expect(walk.match(/`/g)!.length).toBeGreaterThan(50);
  expect(lost(walk)).toEqual([]);
});

it('and a name that is gone would be seen', () =>
  expect(lost('`lostService` and `libs/lost` but `commandController` in `libs/contracts`')).toEqual([
    'lostService',
    'libs/lost',
  ]));
