import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const sync = async (path: string): Promise<void> => {
  const directory = await open(path, 'r');
  await directory.sync().finally(() => directory.close());
};

/** Writes a file that is there whole and would survive power loss when this resolves, or is not there. */
export const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const temporary = `${path}.part`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    await file
      .writeFile(bytes)
      .then(() => file.sync())
      .finally(() => file.close());
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await sync(dirname(path));
};
