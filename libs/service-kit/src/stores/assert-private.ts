import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '@panshi/kernel';
import type { Settings } from '../settings/settings.ts';

/** A database, and what lies beside it. */
const withCompanions = (path: string): readonly string[] => ['', '-wal', '-shm', '-mark'].map((end) => path + end);

const forOthers = 0o006;

const isOpen = async (path: string, isOurs: (found: Stats) => boolean): Promise<boolean> => {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (!['ENOENT', 'ENOTDIR'].includes(error.code ?? '')) throw error;
  });
  return found !== undefined && isOurs(found) && (found.mode & forOthers) !== 0;
};

/**
 * What the stores lie in is for the user they are served by, and at most for its group, as of a folder that is mounted:
 * whoever else can read it reads the district's affairs, and whoever can write it makes themselves its administrator.
 * @throws {OperatorError} with what to type, where others may read or write a file of ours, or the data folder
 */
export const assertPrivate = async ({ data, events, views, keys }: Settings): Promise<void> => {
  if (process.platform === 'win32') return;
  const databases = [events, views, keys].flatMap((store) => ('path' in store ? withCompanions(store.path) : []));
  const open: string[] = [];
  // A data folder that is a file is somebody else's, and refused where it is opened.
  for (const path of [data, join(data, 'pictures')])
    if (await isOpen(path, (found) => found.isDirectory())) open.push(path);
  for (const path of databases) if (await isOpen(path, () => true)) open.push(path);
  if (open.length === 0) return;
  const quoted = open.map((path) => `'${path}'`).join(' ');
  throw new OperatorError(`Others on this machine can read or change what Panshi keeps. Type: chmod o-rwx ${quoted}`);
};
