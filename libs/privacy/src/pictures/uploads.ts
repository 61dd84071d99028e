import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeError } from './durable-file.ts';

/** Days of which the counts are kept: of two processes one may be in yesterday still. */
const daysKept = 2;

/**
 * Counts an upload of an account on a day, and answers which it is. A byte stands for each at the end of a file, so that all
 * processes that share the folder count together, and go on counting after a restart; a power loss may take the last few.
 * @throws {PicturesUnavailable}
 */
export const countUpload = async (folder: string, account: string, day: string): Promise<number> => {
  const today = join(folder, day);
  try {
    const isNew = (await mkdir(today, { recursive: true })) !== undefined;
    if (isNew) await forgetDays(folder);
    const file = await open(join(today, createHash('sha256').update(account).digest('hex')), 'a', 0o600);
    try {
      await file.write('.');
      return (await file.stat()).size;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw writeError(error);
  }
};

const forgetDays = async (folder: string): Promise<void> => {
  const past = (await readdir(folder)).toSorted().slice(0, -daysKept);
  for (const day of past) await rm(join(folder, day), { recursive: true, force: true });
};
