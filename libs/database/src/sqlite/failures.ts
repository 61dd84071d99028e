/** SQLite's result codes that are told apart (extended codes keep the primary in the low byte). */
const code = {
  error: 1,
  busy: 5,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
  primaryKey: 1555,
  unique: 2067,
  shmSize: 4874,
};

const ofTheFile = [code.readOnly, code.io, code.corrupt, code.full, code.cannotOpen, code.notADatabase];

const errcode = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0;

export const isUniqueViolation = (error: unknown): boolean =>
  errcode(error) === code.unique || errcode(error) === code.primaryKey;

export const isDamage = (error: unknown): boolean => [code.corrupt, code.notADatabase].includes(errcode(error) & 0xff);

/** Whether a file is not as it was left: damaged, gone, emptied, not to be written any more, or on a disk that is full or failing. */
export const isFileLost = (error: unknown): boolean =>
  ofTheFile.includes(errcode(error) & 0xff) ||
  (errcode(error) === code.error && /^no such table/.test((error as Error).message));

export const isBusy = (error: unknown): boolean => (errcode(error) & 0xff) === code.busy;

/** Whether its disk has no room: for the file, for the index of its write-ahead log, or for a file beside it. */
export const isFull = (error: unknown): boolean =>
  [code.full, code.shmSize].includes(errcode(error)) || Object(error).code === 'ENOSPC';

/** What somebody who starts on a full disk is told. */
export const fullDisk = (path: string): string =>
  `the disk of ${path} is full: free some of it and start again. Nothing is damaged.`;
