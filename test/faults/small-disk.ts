import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Component, suiteNeeding } from '../components/suite-needing.ts';

/** A file system of its own, in memory, that a test can fill. */
export interface SmallDisk {
  readonly path: string;
  /** Leaves not a byte free. */
  fill(): void;
  /** Frees what {@link fill} took. */
  free(): void;
  /** Unmounts and removes it, whatever is on it. */
  remove(): void;
}

const megabytes = 64;

const mount = (path: string): string | undefined => {
  const args = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'panshi-test', path];
  const { status, stderr, error } = spawnSync('mount', args, { encoding: 'utf8' });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
};

/** @throws {Error} where this user may not mount */
export const smallDisk = (): SmallDisk => {
  const path = mkdtempSync(join(tmpdir(), 'panshi-disk-'));
  const refused = mount(path);
  if (refused !== undefined) {
    rmSync(path, { recursive: true });
    throw new Error(refused);
  }
  const ballast = join(path, 'ballast');
  const unmount = (): void => {
    // Lazily: it goes even while a server that hangs has files open on it.
    spawnSync('umount', ['-l', path]);
    rmSync(path, { recursive: true, force: true });
  };
  process.once('exit', unmount);
  return {
    path,
    fill: () => fill(ballast),
    free: () => rmSync(ballast),
    remove: () => {
      process.off('exit', unmount);
      unmount();
    },
  };
};

const fill = (path: string): void => {
  const file = openSync(path, 'a');
  try {
    for (let size = 1_048_576; size >= 1; size = Math.floor(size / 2)) while (hasWritten(file, size));
  } finally {
    closeSync(file);
  }
};

const hasWritten = (file: number, bytes: number): boolean => {
  try {
    return writeSync(file, Buffer.alloc(bytes)) > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    return false;
  }
};

const component = ((): Component => {
  try {
    smallDisk().remove();
    return {};
  } catch (error) {
    return { missing: `none can be mounted: ${(error as Error).message}` };
  }
})();

/** A suite that needs a disk to fill: where this user may mount none it is skipped by name, in CI too. */
export const describeWithSmallDisk = suiteNeeding('a small disk', component, 'optional');
