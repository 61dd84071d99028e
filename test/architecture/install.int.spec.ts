import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './workspace.ts';

/** An npm that installs nothing, counts its runs, and fails where it is told to. */
const npm = '#!/bin/sh\necho "$1" >> runs\nmkdir -p node_modules\ntest ! -e broken\n';

describe('an install before each start', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const run = (): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [at('scripts/install.mjs')], {
      env: { PATH: [at('bin'), process.env.PATH].join(delimiter) },
      encoding: 'utf8',
    });
  const runs = (): number => (existsSync(at('runs')) ? readFileSync(at('runs'), 'utf8').trim().split('\n').length : 0);
  const lockfile = (packages: object): void =>
    writeFileSync(at('package-lock.json'), JSON.stringify({ packages: { '': { name: 'panshi' }, ...packages } }));
  const fetched = { 'node_modules/uuid': { version: '14.0.3' } };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'panshi-install-'));
    cpSync(join(root, 'scripts/install.mjs'), at('scripts/install.mjs'));
    mkdirSync(at('bin'));
    writeFileSync(at('bin/npm'), npm, { mode: 0o755 });
    lockfile(fetched);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is done once, and again when what comes from a registry changed', () => {
    for (const _ of [1, 2]) expect(run().status).toBe(0);
    expect(runs()).toBe(1);
    lockfile({ 'node_modules/uuid': { version: '14.0.4' } });
    expect(run().status).toBe(0);
    expect(runs()).toBe(2);
  });

  it('is not done again for a package of the workspace, nor for what one depends on', () => {
    run();
    const link = { 'node_modules/@panshi/notice': { resolved: 'services/notice', link: true } };
    lockfile({ ...fetched, ...link, 'services/notice': { dependencies: { '@panshi/kernel': '*' } } });
    expect(run().status).toBe(0);
    expect(runs()).toBe(1);
  });

  it('is refused beside another, and done where that one was interrupted', () => {
    mkdirSync(at('.cache'));
    writeFileSync(at('.cache/install.lock'), String(process.pid));
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('another install is running') });
    expect(runs()).toBe(0);
    writeFileSync(at('.cache/install.lock'), String(spawnSync('true').pid));
    expect(run().status).toBe(0);
    expect([runs(), existsSync(at('.cache/install.lock'))]).toEqual([1, false]);
  });

  it('says what to do where it fails, and is tried again', () => {
    writeFileSync(at('broken'), '');
    for (const _ of [1, 2])
      expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('rm -rf node_modules') });
    expect(runs()).toBe(2);
  });
});
