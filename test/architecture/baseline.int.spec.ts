import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/server.ts';

const events = 'proto/panshi/grid/v1/mobilisation_events.proto';

describe('the baseline of proto/', () => {
  let folder: string;
  const file = (name: string): string => join(folder, name);
  const baseline = (): string => readFileSync(file('proto/baseline.binpb'), 'base64');
  const run = (...args: string[]): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [join(root, 'scripts/baseline.mjs'), ...args], { cwd: folder, encoding: 'utf8' });
  const add = (): void => appendFileSync(file(events), '\nmessage GridRested {\n  string grid_code = 1;\n}\n');
  const breakOld = (): void => {
    const text = readFileSync(file(events), 'utf8');
    writeFileSync(file(events), text.replace('bool late = 4;', 'string late = 4;'));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'panshi-baseline-'));
    for (const name of ['proto', 'buf.yaml']) cpSync(join(root, name), file(name), { recursive: true });
    execFileSync(join(root, 'node_modules/.bin/buf'), ['build', '-o', 'proto/baseline.binpb'], { cwd: folder });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes in an event that was added, which is asked for until then', () => {
    add();
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('not in the baseline: GridRested') });
    expect(run('--advance').status).toBe(0);
    expect(run().stderr).not.toContain('GridRested');
    writeFileSync(file(events), readFileSync(file(events), 'utf8').replace('string grid_code = 1;\n}\n', '}\n'));
    expect(run().status).toBe(1);
  });

  it('is not moved where an event of it is broken, though another was added', () => {
    const before = baseline();
    add();
    breakOld();
    for (const args of [[], ['--advance']])
      expect(run(...args)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/breaks events of the baseline[^]*git checkout main -- proto\/baseline\.binpb/),
      });
    expect(baseline()).toBe(before);
  });

  it('is not moved where nothing was added', () => {
    const before = baseline();
    expect(run('--advance')).toMatchObject({ status: 1, stderr: expect.stringContaining('no event was added') });
    expect(baseline()).toBe(before);
  });
});
