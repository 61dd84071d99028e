import { existsSync, readFileSync } from 'node:fs';

/** What of a write-ahead log SQLite would recover: the pages in its committed frames. */
export interface WalContents {
  readonly pages: ReadonlySet<number>;
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const littleEndian = 0x377f0682;

/**
 * Reads the WAL beside a database as recovery would (https://www.sqlite.org/walformat.html): frames count while salt
 * and running checksum agree, and up to the last commit.
 */
export const readWal = (path: string): WalContents => {
  const pages = new Set<number>();
  if (!existsSync(`${path}-wal`)) return { pages };
  const wal = readFileSync(`${path}-wal`);
  if (wal.length < headerBytes) return { pages };
  const little = wal.readUInt32BE(0) === littleEndian;
  const pageSize = wal.readUInt32BE(8);
  let sum = checksum(wal, 0, 24, little, [0, 0]);
  if (!agrees(wal, 24, sum)) return { pages };
  let pending: number[] = [];
  for (let at = headerBytes; at + frameHeaderBytes + pageSize <= wal.length; at += frameHeaderBytes + pageSize) {
    if (wal.compare(wal, 16, 24, at + 8, at + 16) !== 0) break;
    sum = checksum(wal, at, 8, little, sum);
    sum = checksum(wal, at + frameHeaderBytes, pageSize, little, sum);
    if (!agrees(wal, at + 16, sum)) break;
    pending.push(wal.readUInt32BE(at));
    if (wal.readUInt32BE(at + 4) === 0) continue;
    for (const page of pending) pages.add(page);
    pending = [];
  }
  return { pages };
};

type Sum = readonly [number, number];

const agrees = (wal: Buffer, at: number, [s0, s1]: Sum): boolean =>
  wal.readUInt32BE(at) === s0 && wal.readUInt32BE(at + 4) === s1;

const checksum = (wal: Buffer, from: number, length: number, little: boolean, [a, b]: Sum): Sum => {
  let s0 = a;
  let s1 = b;
  const view = new DataView(wal.buffer, wal.byteOffset + from, length);
  for (let at = 0; at < length; at += 8) {
    s0 = (s0 + view.getUint32(at, little) + s1) >>> 0;
    s1 = (s1 + view.getUint32(at + 4, little) + s0) >>> 0;
  }
  return [s0, s1];
};
