import { describe, expect, it } from '@jest/globals';
import { allCommands, commandOptions } from '@panshi/contracts';
import { isTest, type SourceFile } from './rules.ts';
import { filesBelow } from './tree.ts';

const owners = new Map(allCommands().map((type) => [type.name, commandOptions(type).service]));

/** Commands that a service's reactors and timers issue, but another service owns: the broker would not let them pass. */
const foreign = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) => {
    const service = /^services\/([^/]+)\/src\/reactors\//.exec(path)?.[1];
    const issued = [...text.matchAll(/new (\w+)\(\)/g)].map(([, name]) => name!);
    return issued
      .filter((name) => service && owners.has(name) && owners.get(name) !== service)
      .map((name) => `${path} issues ${name} of ${owners.get(name)}`);
  });

describe('a service reacts by its own commands: else give its user the subject in natsPermissions, too', () => {
  it('in the whole tree', () =>
    expect(foreign(filesBelow('services').filter(({ path }) => !isTest(path)))).toEqual([]));

  it('and one that does not would be seen', () =>
    expect(foreign([{ path: 'services/grid/src/reactors/x.ts', text: 'new OpenCase()' }])).toHaveLength(1));
});
