import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

const sync = (path: string): void => {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
};

/**
 * Makes a file appear whole and durable or not at all, though processes race or die; the first one wins.
 * Returns whether it was ours.
 */
export const placeFile = (path: string, write: (temporary: string) => void): boolean => {
  const temporary = `${path}.new-${randomUUID()}`;
  try {
    write(temporary);
    sync(temporary);
    linkSync(temporary, path);
    sync(dirname(path));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
};
