import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Does something that only one process may do at a time; a lock whose process is gone counts for nothing. */
export const mongoLock = async <T>(path: string, work: () => T): Promise<T> => {
  while (!taken(path)) {
    if (isAbandoned(path)) rmSync(path, { force: true });
    await delay(200);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
};

const taken = (path: string): boolean => {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
};

const isAbandoned = (path: string): boolean => {
  try {
    const holder = Number(readFileSync(path, 'utf8'));
    return holder > 0 && !process.kill(holder, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
};
