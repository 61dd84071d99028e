import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Does something that only one process may do at a time; a lock whose process is gone counts for nothing. */
export const lockedIn = async <T>(folder: string, work: () => T): Promise<T> => {
  const path = join(folder, 'nats-server.lock');
  while (!taken(path)) {
    if (!isRunning(holderOf(path))) rmSync(path, { force: true });
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

const holderOf = (path: string): number => {
  try {
    return Number(readFileSync(path, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
};
