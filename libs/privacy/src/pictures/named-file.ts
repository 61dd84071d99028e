import { randomUUID } from 'node:crypto';
import { link, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, writeDurably } from './durable-file.ts';
import type { Named } from './picture-store.ts';

/** What stands beside a sealed file once a record names it, with the record's id in it. */
export const besidePicture = (sealed: string): string => `${sealed}.named`;

/** Only one record can be the first: a link is made whole, or not at all where there is one already. */
export const nameOnce = async (sealed: string, record: string, instead?: string): Promise<Named> => {
  const path = besidePicture(sealed);
  const mine = `${path}.${randomUUID()}`;
  await writeDurably(mine, Buffer.from(record));
  try {
    if (instead !== undefined && (await recordIn(path)) === instead) await rm(path, { force: true });
    await link(mine, path).then(() => syncFolder(dirname(path)), exists);
    const holder = await recordIn(path);
    return holder === record ? 'named' : { elsewhere: holder };
  } finally {
    await rm(mine, { force: true });
  }
};

const recordIn = (path: string): Promise<string> => readFile(path, 'utf8');

const exists = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EEXIST') throw error;
};
