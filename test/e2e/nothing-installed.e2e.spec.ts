import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TreeCopy, treeCopy } from '../support/tree-copy.ts';

/** Of each component that may be missing one suite; the last is served by both topologies. */
const suites = {
  'libs/messaging/src/nats/nats.int.spec.ts': 'needs nats-server: there is no nats-server on the PATH, and no Go',
  'libs/messaging/src/nats/tls.int.spec.ts': 'needs nats-server: ',
  'libs/event-store/src/kurrentdb/kurrent-event-store.int.spec.ts': 'needs KurrentDB: ',
  'libs/privacy/src/mongo/mongo-keys.int.spec.ts': 'needs a MongoDB server: there is no MongoDB server on the PATH',
  'test/browser/docs.browser.spec.ts': 'needs Chromium: ',
  'test/e2e/up.e2e.spec.ts': 'needs nats-server: ',
  'test/faults/disk-full.spec.ts': 'needs a small disk: ',
  'test/faults/partition.spec.ts': 'needs a second network: ',
  'test/faults/processes.spec.ts': 'needs a MongoDB server: ',
  'test/e2e/live.e2e.spec.ts': 'on processes: needs nats-server: ',
};
const names = Object.keys(suites);

describe('on a machine with Node alone', () => {
  let tree: TreeCopy;
  const run = (environment: Readonly<Record<string, string>>, script: string, ...args: readonly string[]) => {
    const { PATH: _, PANSHI_REQUIRE_ALL: __, KURRENTDB_URL: ___, ...rest } = process.env;
    const env = { ...rest, NODE_OPTIONS: '', PATH: join(tree.path, 'bin'), ...environment };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(tree.path, script), ...args], {
      cwd: tree.path,
      env,
      encoding: 'utf8',
    });
    return { status, lines: stdout.trim().split('\n'), stderr };
  };
  beforeAll(() => {
    tree = treeCopy();
    mkdirSync(join(tree.path, 'bin'));
    symlinkSync(process.execPath, join(tree.path, 'bin/node'));
  });
  afterAll(() => tree.remove());

  it('npm test passes, and skips by name what is not to be had', () => {
    const { status, lines, stderr } = run({}, 'scripts/check.mjs', ...names);
    expect([status, lines.at(-1)]).toEqual([0, expect.stringMatching(/^\d+ passed, 0 failed, [1-9]\d* skipped$/)]);
    const skipped = lines.filter((line) => line.startsWith('skipped: '));
    for (const [suite, why] of Object.entries(suites))
      expect(skipped).toContainEqual(expect.stringMatching(`^skipped: ${suite}.*${why}`));
    expect(stderr).not.toContain('FAIL');
  });

  it('npm test fails where all is required, but for KurrentDB and what an account may not do', () => {
    const required = names.slice(0, 3);
    const { status, lines } = run({ PANSHI_REQUIRE_ALL: '1' }, 'scripts/check.mjs', ...required);
    expect([status, lines.at(-1)]).toEqual([1, expect.stringMatching(/^\d+ passed, 2 failed, 1 skipped$/)]);
  });

  it('npm test says that there is no such test, and how it is asked', () => {
    const { status, stderr } = run({}, 'scripts/check.mjs', 'no-such-test');
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^No path of a test has no-such-test\.\n\nnpm test /)]);
  });

  it('npm run up says in a sentence what is missing, and how to get it', () => {
    const { status, lines, stderr } = run({}, 'scripts/up.mjs');
    expect([status, lines]).toEqual([2, ['']]);
    expect(stderr).toMatch(
      /^Panshi cannot start: .*no nats-server .*install .*; and .*no MongoDB server .*install .*\n$/,
    );
  });
});
