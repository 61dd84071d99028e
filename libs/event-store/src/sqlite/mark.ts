import { randomInt } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * The mark: a small file beside the log that remembers how many commits were acknowledged. SQLite takes a cut WAL for
 * an older one and goes on silently; the mark is how the next start notices. Each writer has a slot of its own, chosen
 * at random, so that processes need no lock to write it; the highest slot counts.
 */
export interface Mark {
  /** Commits acknowledged so far. */
  readonly commits: number;
  /** Whether the log was closed in good order at that commit: everything is in the main file. */
  readonly clean: boolean;
}

const slots = 1024;
const slotBytes = 16;

export const markPath = (path: string): string => `${path}-mark`;

/** The highest mark; undefined where there is no file. @throws {RangeError} when the file is damaged */
export const readMark = (path: string): Mark | undefined => {
  if (!existsSync(markPath(path))) return undefined;
  const bytes = readFileSync(markPath(path));
  if (bytes.length !== slots * slotBytes) throw new RangeError('wrong size');
  let highest: Mark = { commits: 0, clean: true };
  for (let at = 0; at < bytes.length; at += slotBytes) {
    const mark = decode(bytes.subarray(at, at + slotBytes));
    if (mark.commits > highest.commits || (mark.commits === highest.commits && mark.clean)) highest = mark;
  }
  return highest;
};

const encode = ({ commits, clean }: Mark): Buffer => {
  const slot = Buffer.alloc(slotBytes);
  slot.writeBigUInt64BE(BigInt(commits) * 2n + (clean ? 1n : 0n));
  slot.writeBigUInt64BE(~slot.readBigUInt64BE() & 0xffff_ffff_ffff_ffffn, 8);
  return slot;
};

const decode = (slot: Buffer): Mark => {
  const value = slot.readBigUInt64BE();
  if (value === 0n && slot.readBigUInt64BE(8) === 0n) return { commits: 0, clean: true };
  if ((value ^ slot.readBigUInt64BE(8)) !== 0xffff_ffff_ffff_ffffn) throw new RangeError('torn slot');
  return { commits: Number(value >> 1n), clean: (value & 1n) === 1n };
};

/** Writes one writer's slot. Not synced with each commit: see ADR 0003 for what that leaves open. */
export class MarkWriter {
  readonly #path: string;
  readonly #fd: number;
  readonly #at = randomInt(slots) * slotBytes;

  /** @param path of the log */
  constructor(path: string) {
    this.#path = path;
    if (!existsSync(markPath(path))) create(path);
    this.#fd = openSync(markPath(path), 'r+');
  }

  write(mark: Mark): void {
    writeSync(this.#fd, encode(mark), 0, slotBytes, this.#at);
  }

  sync(): void {
    fdatasyncSync(this.#fd);
  }

  /** After the log was closed at this commit; the last to close it leaves no WAL behind. */
  close(commits: number): void {
    if (!existsSync(`${this.#path}-wal`)) this.write({ commits, clean: true });
    this.sync();
    closeSync(this.#fd);
  }
}

// Under another name first, so that a crash leaves no half-made mark; linked, so that the first of two creators wins.
const create = (path: string): void => {
  const draft = `${markPath(path)}-${process.pid}-${randomInt(1e9)}`;
  const fd = openSync(draft, 'w');
  writeSync(fd, Buffer.alloc(slots * slotBytes));
  fsyncSync(fd);
  closeSync(fd);
  try {
    linkSync(draft, markPath(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  unlinkSync(draft);
  syncDirectory(dirname(path));
};

const syncDirectory = (path: string): void => {
  const fd = openSync(path, 'r');
  fsyncSync(fd);
  closeSync(fd);
};
