import { SealBroken } from '../errors.ts';
import { isSuite, type SuiteName, suites } from '../seal/suites.ts';
import type { MediaType } from './media-type.ts';

/** What stands in clear before the ciphertext, and is bound to it. */
export interface PictureHeader {
  readonly format: 1;
  readonly suite: SuiteName;
  readonly subject: string;
  readonly uploader: string;
  readonly keyVersion: number;
  readonly pictureId: string;
  readonly mediaType: MediaType;
}

const newline = 0x0a;

/** A line of JSON, then the nonce, then ciphertext and tag. The line is the associated data. */
export const sealFile = (header: PictureHeader, key: Uint8Array, nonce: Uint8Array, bytes: Uint8Array): Buffer => {
  const line = Buffer.from(`${JSON.stringify(header)}\n`);
  return Buffer.concat([line, nonce, suites[header.suite].seal(key, nonce, line, bytes)]);
};

/** The header of a sealed file, not yet proved: opening proves it. @throws {SealBroken} */
export const headerOf = (pictureId: string, file: Buffer): PictureHeader => {
  try {
    const header = JSON.parse(file.toString('utf8', 0, file.indexOf(newline))) as PictureHeader;
    if (header.format === 1 && isSuite(header.suite) && header.pictureId === pictureId) return header;
  } catch (cause) {
    throw new SealBroken(`picture ${pictureId} has no header`, { cause });
  }
  throw new SealBroken(`picture ${pictureId} has the header of another, or one this build does not know`);
};

/** @throws {SealBroken} when any byte of the file was altered. */
export const openFile = ({ suite, pictureId }: PictureHeader, key: Uint8Array, file: Buffer): Buffer => {
  const lineEnd = file.indexOf(newline) + 1;
  const nonceEnd = lineEnd + suites[suite].nonceBytes;
  try {
    return suites[suite].open(
      key,
      file.subarray(lineEnd, nonceEnd),
      file.subarray(0, lineEnd),
      file.subarray(nonceEnd),
    );
  } catch (cause) {
    throw new SealBroken(`picture ${pictureId} was altered`, { cause });
  }
};
