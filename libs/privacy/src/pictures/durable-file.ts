import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PicturesUnavailable } from '../errors.ts';

/** Makes what was linked, renamed or removed in a folder survive power loss. */
export const syncFolder = async (path: string): Promise<void> => {
  const directory = await open(path, 'r');
  await directory.sync().finally(() => directory.close());
};

/** The error of a file that could not be written: a full disk is no fault of ours. */
export const writeError = (error: unknown): unknown =>
  ['ENOSPC', 'EDQUOT'].includes(String(Object(error).code))
    ? new PicturesUnavailable('the disk of the pictures is full', { cause: error })
    : error;

/** Writes a file, in a folder that is made when missing, that is there whole and would survive power loss when this resolves, or is not there. @throws {PicturesUnavailable} */
export const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const temporary = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'wx', 0o600);
    await file
      .writeFile(bytes)
      .then(() => file.sync())
      .finally(() => file.close());
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw writeError(error);
  }
  await syncFolder(dirname(path));
};
