import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from './make-folder.ts';

describe('a folder', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'panshi-'));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('is made with those around it, and left as it is where it is there', () => {
    const path = join(place, 'a/b/c');
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it('is refused at once where the system has no place for it', () => {
    const there = join(place, 'file');
    writeFileSync(there, '');
    expect(() => makeFolder(there)).toThrow('EEXIST');
    expect(() => makeFolder(join(there, 'below'))).toThrow('ENOTDIR');
    if (process.platform === 'linux') expect(() => makeFolder('/proc/panshi/below')).toThrow('ENOENT');
  });
});
