import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OperatorError } from '@panshi/kernel';
import { isInUse } from '@panshi/service-kit';

const ours =
  /^((events|views|keys|past\.[a-z-]+)\.db(-wal|-shm|-mark)?|keys\.master|pictures|views\.(mongod|ferretdb|[0-9a-f]{8}\.sock))$/;

/** Deletes Panshi's files in a data folder, and nothing else. @throws {OperatorError} having deleted nothing, where it holds something else, or Panshi runs on it */
export const emptyFolder = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const foreign = names.filter((name) => !ours.test(name));
  if (foreign.length)
    throw new OperatorError(
      `--fresh would empty ${resolve(folder)}, but that holds ${foreign.slice(0, 3).join(', ')}. Choose a folder of its own with --data.`,
    );
  if (names.length > 0 && (await isInUse(folder)))
    throw new OperatorError(`--fresh would empty ${resolve(folder)}, but Panshi runs on that. Stop it first.`);
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true })));
};
