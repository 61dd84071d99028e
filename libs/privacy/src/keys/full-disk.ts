import { UnusableKeys } from '../errors.ts';

/** SQLite's codes for a disk without room: for the file, or for the index of its write-ahead log. */
const codes = [13, 4874];

const isFull = (error: unknown): boolean => codes.includes(Number(Object(error).errcode));

/** Opens what lies at a path. @throws {UnusableKeys} where its disk is full, which is no damage: what to do is said */
export const toldIfFull = <T>(path: string, open: () => T): T => {
  try {
    return open();
  } catch (cause) {
    if (!isFull(cause)) throw cause;
    const told = `the disk of ${path} is full: free some of it and start again. Nothing is damaged.`;
    throw new UnusableKeys(told, { cause });
  }
};
