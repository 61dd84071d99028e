import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those around it, where they are not there. Node's own way never ends where the folder around it is
 * there and yet says that it is not, as /proc and unreachable mounts do.
 * @throws {Error} of the file system, where one cannot be made
 */
export const makeFolder = (path: string): void => {
  const around = dirname(path);
  if (!existsSync(around)) makeFolder(around);
  try {
    mkdirSync(path);
  } catch (error) {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
};
