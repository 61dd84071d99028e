import { existsSync, readFileSync } from 'node:fs';

const headerBytes = 32;
const frameHeaderBytes = 24;
const littleEndian = 0x377f0682;

/**
 * The pages in the write-ahead log beside a database that recovery would find (https://www.sqlite.org/walformat.html):
 * frames count while salt and running checksum agree, and up to the last commit.
 */
export const pagesInWal = (path: string): ReadonlySet<number> => {
  const pages = new Set<number>();
  if (!existsSync(`${path}-wal`)) return pages;
  const wal = readFileSync(`${path}-wal`);
  if (wal.length < headerBytes) return pages;
  const pageSize = wal.readUInt32BE(8);
  const sum = new RunningSum(wal);
  sum.add(0, 24);
  if (!sum.agrees(24)) return pages;
  let pending: number[] = [];
  for (let at = headerBytes; at + frameHeaderBytes + pageSize <= wal.length; at += frameHeaderBytes + pageSize) {
    if (wal.compare(wal, 16, 24, at + 8, at + 16) !== 0) break;
    sum.add(at, 8);
    sum.add(at + frameHeaderBytes, pageSize);
    if (!sum.agrees(at + 16)) break;
    pending.push(wal.readUInt32BE(at));
    if (wal.readUInt32BE(at + 4) === 0) continue;
    for (const page of pending) pages.add(page);
    pending = [];
  }
  return pages;
};

/** The checksum of the format, over pairs of words in the byte order the WAL was written in. */
class RunningSum {
  readonly #wal: Buffer;
  readonly #words: Uint32Array;
  #s0 = 0;
  #s1 = 0;

  constructor(wal: Buffer) {
    this.#wal = wal;
    const bytes = Uint8Array.from(wal.subarray(0, wal.length & ~3));
    if (wal.readUInt32BE(0) !== littleEndian) Buffer.from(bytes.buffer).swap32();
    this.#words = new Uint32Array(bytes.buffer);
  }

  add(from: number, length: number): void {
    const words = this.#words;
    let [s0, s1] = [this.#s0, this.#s1];
    for (let at = from >> 2; at < (from + length) >> 2; at += 2) {
      s0 = (s0 + words[at]! + s1) | 0;
      s1 = (s1 + words[at + 1]! + s0) | 0;
    }
    [this.#s0, this.#s1] = [s0, s1];
  }

  agrees(at: number): boolean {
    return this.#wal.readInt32BE(at) === this.#s0 && this.#wal.readInt32BE(at + 4) === this.#s1;
  }
}
