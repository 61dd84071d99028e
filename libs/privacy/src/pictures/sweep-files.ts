import { opendir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { besidePicture } from './named-file.ts';
import type { PictureSweep, Referenced } from './picture-store.ts';

const ending = '.sealed';
const atOnce = 20_000;

async function* storedIn(directory: string, { since, before }: PictureSweep): AsyncGenerator<string> {
  const folder = await opendir(directory).catch(absent);
  if (!folder) return;
  for await (const { name } of folder) {
    if (!name.endsWith(ending)) continue;
    const { mtimeMs } = await stat(join(directory, name));
    if (mtimeMs < Date.parse(before) && (since === undefined || mtimeMs >= Date.parse(since)))
      yield name.slice(0, -ending.length);
  }
}

/** Deletes the sealed files of a folder that were stored in the span and that nothing refers to; how many. */
export const sweepFiles = async (directory: string, span: PictureSweep, referenced: Referenced): Promise<number> => {
  let swept = 0;
  let some = new Set<string>();
  const settle = async (): Promise<void> => {
    const kept = some.size > 0 ? await referenced(some) : some;
    for (const id of some) {
      if (kept.has(id)) continue;
      const sealed = join(directory, `${id}${ending}`);
      await Promise.all([rm(sealed, { force: true }), rm(besidePicture(sealed), { force: true })]);
      swept += 1;
    }
    some = new Set();
  };
  for await (const id of storedIn(directory, span)) {
    some.add(id);
    if (some.size === atOnce) await settle();
  }
  await settle();
  return swept;
};

const absent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};
