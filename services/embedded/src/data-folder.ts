import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** `--fresh` was asked of a folder that holds something else. */
export class ForeignFolder extends Error {
  override readonly name = 'ForeignFolder';
}

const ours =
  /^((events|views|keys|past\.[a-z-]+)\.db(-wal|-shm|-mark)?|keys\.master|pictures|views\.(mongod|ferretdb))$/;

/** Deletes Panshi's files in a data folder, and nothing else. @throws {ForeignFolder} having deleted nothing */
export const emptyFolder = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const foreign = names.filter((name) => !ours.test(name));
  if (foreign.length)
    throw new ForeignFolder(
      `--fresh would empty ${resolve(folder)}, but that holds ${foreign.slice(0, 3).join(', ')}. Choose a folder of its own with --data.`,
    );
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true })));
};

const problems: Readonly<Record<string, string>> = {
  ENOTDIR: 'is no folder',
  EEXIST: 'is no folder',
  EACCES: 'may not be used by this user',
  EPERM: 'may not be used by this user',
  EROFS: 'cannot be written to',
  ENOSPC: 'has no space left',
};

/** What is wrong with the place of the data, in words; undefined where the error is about something else. */
export const folderProblem = (error: unknown): string | undefined => {
  const { code = '', path, syscall } = Object(error) as NodeJS.ErrnoException;
  if (!syscall || !path || !problems[code]) return undefined;
  return `${path} ${problems[code]}. Choose another place with --data.`;
};
