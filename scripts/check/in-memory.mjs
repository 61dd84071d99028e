/** Where tests keep their files: in memory, where there is enough of it. They flush small writes by the thousand, and copy whole districts. */
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';

const memory = '/dev/shm';
const enough = 6 * 1024 ** 3;

const isRoomy = () => {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return Math.min(bavail * bsize, freemem()) > enough;
};

/** What to add to the environment of tests; the files go when this process ends. */
export const filesInMemory = () => {
  if (process.env.TMPDIR || !isRoomy()) return {};
  const folder = mkdtempSync(`${memory}/panshi-`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])
    process.once(signal, () => process.exit(code));
  return { TMPDIR: folder };
};
